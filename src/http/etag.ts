import { hash } from 'node:crypto';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller } from './caller.js';
import { problemKind } from './problem.js';

const preconditionFailed = problemKind(412, 'PRECONDITION_FAILED', 'The resource is not as the caller knows it');

/** The strong validator of a representation: the same bytes, the same tag. */
export function etagOf(payload: string): string {
  return `"${hash('sha256', payload, 'base64url').slice(0, 27)}"`;
}

/** Tags what GET answers, answers 304 when the caller has it already, and links the next page of a list. */
export function tagRepresentations(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    if (request.method === 'GET') linkNextPage(request, reply, payload);
    done(null, payload);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return done(null, payload);
    const etag = etagOf(payload);
    void reply.header('ETag', etag);
    if (!matches(request.headers['if-none-match'], etag)) return done(null, payload);
    void reply.code(304).removeHeader('content-length').removeHeader('content-type');
    done(null, null);
  });
}

/** Refuses a change when the caller names the representation it knows and the resource is another by now. */
export function requireMatch(caller: Caller, current: object): void {
  if (caller.ifMatch === undefined || matches(caller.ifMatch, etagOf(JSON.stringify(current)))) return;
  throw preconditionFailed('The resource changed since it was read. Read it again and decide anew.');
}

/** RFC 9110 §13.1: a list of tags, or `*` for whatever is there. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

function linkNextPage(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
  const cursor = (payload as { nextCursor?: unknown } | null)?.nextCursor;
  if (typeof cursor !== 'string') return;
  const [path, query] = request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  void reply.header('Link', `<${path}?${parameters.toString()}>; rel="next"`);
}
