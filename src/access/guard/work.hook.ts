import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Permission } from '../../platform/access/permission.js';
import { currentWork, type Lane, type Work } from '../../platform/database/current-work.js';
import { type ReplicaRead } from '../../platform/database/replica/replica-read.js';
import { budgetOf } from '../tokens/budget.js';

/** Says of all that is done for a request what it is, what it is about, and whether its caller is still there. */
export function followCallers(fastify: FastifyInstance): void {
  fastify.addHook('preHandler', (request, reply, done) => {
    const permission = request.routeOptions.config.access?.permission;
    if (permission) currentWork.run(new RequestWork(request, reply, permission), done);
    else done();
  });
}

class RequestWork implements Work {
  readonly lane: Lane;
  readonly about: string | undefined;
  replicaRead?: ReplicaRead;
  private abort: AbortController | undefined;

  constructor(
    request: FastifyRequest,
    private readonly reply: FastifyReply,
    permission: Permission,
  ) {
    this.lane = budgetOf(request, permission);
    this.about = this.lane === 'reads' ? undefined : thingOf(request, this.lane);
  }

  /** Made when it is first asked for, since most reads never do. */
  get signal(): AbortSignal {
    this.abort ??= this.watchCaller();
    return this.abort.signal;
  }

  private watchCaller(): AbortController {
    const abort = new AbortController();
    const { raw } = this.reply;
    const closed = () => void (raw.writableFinished || abort.abort());
    if (raw.destroyed) closed();
    else raw.once('close', closed);
    return abort;
  }
}

/** Changes of one model queue at its row. Rollbacks are counted apart, so that other changes never keep them out. */
function thingOf({ params, body }: FastifyRequest, lane: Lane): string | undefined {
  const { model, id } = params as { model?: string; id?: string };
  // Without parameters in its path a request names its model in the body, as all of MLflow's do.
  const { name } = Object(body) as { name?: unknown };
  const thing = model ?? id ?? (typeof name === 'string' ? name : undefined);
  return thing === undefined ? undefined : `${lane} ${thing}`;
}
