import { type FastifyInstance, type FastifyRequest } from 'fastify';
import '../access/requires.decorator.js';
import { isPlainObject } from '../../values/values.js';
import { pointerTo } from '../../values/pointer.js';
import { type ProblemError } from './problem.js';
import { notAnObject, unknownField, validationFailed } from './validation.pipe.js';

/**
 * Refuses what a route does not read of a request: a caller who says something means it. Probes and pages take any query, and
 * `isLenient` names the paths of an API whose contract is to ignore what it does not know.
 */
export function refuseUnread(fastify: FastifyInstance, isLenient: (path: string) => boolean): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    const { url = '', config } = request.routeOptions;
    const reads = config.access?.reads;
    if (!reads || isLenient(url)) return done();
    const unread = [...(reads.query ? [] : fieldsOf(request.query, 'query')), ...(reads.body ? [] : bodyOf(request))];
    done(unread.length > 0 ? validationFailed(unread) : undefined);
  });
}

function bodyOf({ body }: FastifyRequest): ProblemError[] {
  if (body === undefined || body === null) return [];
  return isPlainObject(body) ? fieldsOf(body, 'body') : [notAnObject];
}

function fieldsOf(value: unknown, place: 'query' | 'body'): ProblemError[] {
  return Object.keys(value as object).map((name) => ({ ...unknownField(pointerTo([name]), name), in: place }));
}
