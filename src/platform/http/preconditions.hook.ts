import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { takesPreconditions } from './preconditions.js';
import { type Problem, type ProblemError, problemKind } from './problem.js';

const NOT_TAKEN = problemKind(400, 'PRECONDITION_NOT_TAKEN', 'The operation takes no such precondition');
const HEADERS = ['If-Match', 'If-None-Match'] as const;

/** Hands preconditions on to those who compare, and refuses them by name where nobody does. */
export function readPreconditions(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
    if (ifMatch === undefined && ifNoneMatch === undefined) return done();
    const { method, routeOptions } = request;
    if (!takesPreconditions(method, routeOptions.url ?? '')) return done(notTaken(request));
    if (request.caller) request.caller.preconditions = { ifMatch, ifNoneMatch };
    done();
  });
}

function notTaken({ method, headers }: FastifyRequest): Problem {
  const detail = `This ${method} takes no precondition, and nothing was done. Send it without the header.`;
  const given = HEADERS.filter((name) => headers[name.toLowerCase()] !== undefined);
  const errors = given.map((name): ProblemError => ({ in: 'header', pointer: `/${name}`, detail }));
  return NOT_TAKEN(detail, { errors });
}
