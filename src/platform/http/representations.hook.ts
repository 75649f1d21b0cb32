import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Permission } from '../access/permission.js';
import '../access/requires.decorator.js';
import { etagOf, hasChanged } from './etag.js';
import { codedTag, isKnown, passesIfMatch } from './preconditions.js';
import { NO_STORE } from './refusals.js';
import { addVary } from './vary.js';

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
    const plain = etagOf(payload);
    const etag = codedTag(plain, request.coding ?? null);
    if (!reads(request)) {
      void reply.header('ETag', etag);
      return done(null, payload);
    }
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
    if (!passesIfMatch(ifMatch, plain)) {
      request.coding = undefined;
      void reply.removeHeader('link');
      return done(hasChanged());
    }
    void reply.header('ETag', etag);
    if (!isKnown(ifNoneMatch, etag)) return done(null, payload);
    request.coding = undefined;
    void reply.code(304).removeHeader('content-length').removeHeader('content-type').removeHeader('link');
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
    if (request.caller?.session) {
      addVary(reply, 'Authorization');
      addVary(reply, 'Cookie');
    }
    if (!reply.hasHeader('cache-control')) void reply.header('Cache-Control', cachingOf(request, reply));
    done(null, payload);
  });
}

function cachingOf({ method, routeOptions }: FastifyRequest, reply: FastifyReply): string {
  const permission = routeOptions.config.access?.permission;
  // What was made is kept under its own address.
  if (method === 'POST' || !reply.hasHeader('etag') || permission === SECRET) return NO_STORE;
  return permission == null ? 'no-cache' : 'private, no-cache';
}

function reads(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

function linkNextPage(request: FastifyRequest, reply: FastifyReply, payload: unknown): void {
  const cursor = (payload as { nextCursor?: unknown } | null)?.nextCursor;
  if (typeof cursor !== 'string') return;
  const [path, query] = request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  void reply.header('Link', `<${path}?${parameters.toString()}>; rel="next"`);
}
