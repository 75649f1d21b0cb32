import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { addVary } from './vary.js';

/** Headers of requests and of answers that pages of other origins may use, besides those that every page may. */
const SENT = 'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id';
const SHOWN =
  'ETag, Idempotent-Replayed, Link, Location, RateLimit, RateLimit-Policy, Retry-After, Stagegate-Read-Replica-Lag, ' +
  'WWW-Authenticate, X-Request-Id';
/** A browser need not ask again for so long. */
const REMEMBERED_SECONDS = '600';

/**
 * Lets pages of the listed origins read what is answered (the CORS protocol of the Fetch standard). Callers are known by a token
 * that the page itself sends, so no cookies are let through; without origins nothing is said, and browsers refuse.
 */
export function shareWith(fastify: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const known = new Set(origins);
  fastify.addHook('onRequest', (request, reply, done) => {
    addVary(reply, 'Origin');
    const { origin } = request.headers;
    if (origin !== undefined && known.has(origin)) {
      void reply.header('Access-Control-Allow-Origin', origin);
      if (isPreflight(request)) allow(reply);
      else void reply.header('Access-Control-Expose-Headers', SHOWN);
    }
    done();
  });
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

/** The path is answered by the routes, which say what methods it has. */
function allow(reply: FastifyReply): void {
  void reply.headers({
    'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    'Access-Control-Allow-Headers': SENT,
    'Access-Control-Max-Age': REMEMBERED_SECONDS,
  });
}
