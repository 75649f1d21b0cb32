import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { currentWork } from '../../platform/database/current-work.js';
import { type PreparedReads } from '../../platform/database/prepared-reads.js';
import '../../platform/database/replica/primary-again.interceptor.js';
import { type Replica } from '../../platform/database/replica/replica.js';
import { type ReplicaRead } from '../../platform/database/replica/replica-read.js';
import { type ReplicaWatch } from '../../platform/database/replica/replica-watch.service.js';
import { positionOfOwnChanges } from '../../record/audit/own-changes.queries.js';

const LAG_HEADER = 'Stagegate-Read-Replica-Lag';
const NO_CACHE = /(^|,)\s*no-cache\s*(,|$)/i;

/**
 * Lets the answers of routes with `@MayLag` come from the replica, and says so in a header. It follows the guard, which asks the
 * primary. Who changed something lately reads from a replica only once it has all that was there when the request came.
 */
export function readFromReplica(fastify: FastifyInstance, watch: ReplicaWatch, reads: PreparedReads): void {
  const { replica } = watch;
  if (replica === null) return;
  fastify.addHook('preHandler', async (request) => {
    const work = currentWork.getStore();
    if (!work || !request.routeOptions.config.mayLag || asksForTheNewest(request)) return;
    work.replicaRead = request.replicaRead = await begin(replica, reads, request);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const lagMs = request.replicaRead?.lagMs ?? null;
    if (lagMs !== null && reply.statusCode < 400)
      void reply.header(LAG_HEADER, (Math.ceil(lagMs / 100) / 10).toFixed(1));
    done(null, payload);
  });
  fastify.addHook('onResponse', ({ replicaRead }, _reply, done) => {
    if (replicaRead) watch.count(replicaRead);
    done();
  });
}

async function begin(replica: Replica, reads: PreparedReads, { caller }: FastifyRequest): Promise<ReplicaRead> {
  if (replica.hindrance !== null) return replica.begin(0);
  return replica.begin(await positionOfOwnChanges(reads, caller!.subject, replica.options.maxLagSeconds));
}

/** As browsers do when a page is loaded anew; beside a condition the standard has every `fetch` say so unasked. */
function asksForTheNewest({ headers }: FastifyRequest): boolean {
  return headers['if-none-match'] === undefined && NO_CACHE.test(headers['cache-control'] ?? '');
}
