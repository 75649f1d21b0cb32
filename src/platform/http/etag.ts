import { hash } from 'node:crypto';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller } from '../access/caller.js';
import { type Permission } from '../access/permission.js';
import '../access/requires.decorator.js';
import { NO_STORE } from './refusals.js';
import { problemKind } from './problem.js';

const preconditionFailed = problemKind(412, 'PRECONDITION_FAILED', 'The resource is not as the caller knows it');

/** The strong validator of a representation: the same bytes, the same tag. */
export function etagOf(payload: string): string {
  return `"${hash('sha256', payload, 'base64url').slice(0, 27)}"`;
}

/** Methods whose answer is what GET answers from then on. */
const TAGGED = new Set(['GET', 'HEAD', 'PATCH']);

/** Tags representations, answers 304 when the caller has one already, and links the next page of a list; HEAD has the headers of GET. */
export function tagRepresentations(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    if (reads(request)) linkNextPage(request, reply, payload);
    done(null, payload);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (!TAGGED.has(request.method) || reply.statusCode !== 200 || typeof payload !== 'string')
      return done(null, payload);
    const etag = etagOf(payload);
    void reply.header('ETag', etag);
    if (!reads(request) || !names(request.headers['if-none-match']?.replaceAll('W/"', '"'), etag))
      return done(null, payload);
    void reply.code(304).removeHeader('content-length').removeHeader('content-type');
    // The route of HEAD drops the payload itself, after measuring it.
    done(null, request.method === 'HEAD' ? payload : null);
  });
}

/** Whose answers hold secrets, or tell who has some. */
const SECRET: Permission = 'token:manage';

/**
 * Says who may keep an answer, where its route does not: nobody, unless it carries a tag to ask again with. What needs a caller is
 * for that caller alone.
 */
export function limitCaching(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (request.caller?.session) void reply.header('Vary', 'Authorization, Cookie');
    if (!reply.hasHeader('cache-control')) void reply.header('Cache-Control', cachingOf(request, reply));
    done(null, payload);
  });
}

function cachingOf({ routeOptions }: FastifyRequest, reply: FastifyReply): string {
  const permission = routeOptions.config.access?.permission;
  if (!reply.hasHeader('etag') || permission === SECRET) return NO_STORE;
  return permission == null ? 'no-cache' : 'private, no-cache';
}

/** Refuses a change when the caller names the representation it knows and the resource is another by now, or none (null). */
export function requireMatch(caller: Caller, current: object | null): void {
  if (caller.ifMatch === undefined) return;
  if (current !== null && names(caller.ifMatch, etagOf(JSON.stringify(current)))) return;
  throw preconditionFailed('The resource changed since it was read. Read it again and decide anew.');
}

function reads(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

/** RFC 9110 §13.1: a list of tags, or `*` for whatever is there. A weak tag is equal to no strong one (§8.8.3.2). */
function names(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim() === etag);
}

function linkNextPage(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
  const cursor = (payload as { nextCursor?: unknown } | null)?.nextCursor;
  if (typeof cursor !== 'string') return;
  const [path, query] = request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  void reply.header('Link', `<${path}?${parameters.toString()}>; rel="next"`);
}
