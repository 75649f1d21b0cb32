import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { type FastifyInstance } from 'fastify';
import { clientAddressOf } from './client-address.js';
import { type Log } from './log.js';
import { type OriginTrust, publicOriginOf } from './public-origin.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Where the request came from, as far as trusted proxies tell; `unknown` when the connection was gone by then. */
    clientAddress: string;
    /** The address that callers reach this service by, scheme and host, as far as settings and trusted proxies tell. */
    publicOrigin: string;
  }
}

const REQUEST_ID = /^[A-Za-z0-9._:-]{1,128}$/;

/** The id a caller brings, when it is harmless. */
export function givenRequestId(request: IncomingMessage): string | null {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : null;
}

export function newRequestId(): string {
  return randomUUID();
}

/** Answers carry the request's id; the log holds a line for each, reads that went well only for debugging. */
export function traceRequests(fastify: FastifyInstance, log: Log, trust: OriginTrust): void {
  fastify.decorateRequest('clientAddress', 'unknown');
  fastify.decorateRequest('publicOrigin', '');
  fastify.addHook('onRequest', (request, reply, done) => {
    // A socket that has closed by the time of the answer has no address any more.
    request.clientAddress = clientAddressOf(request.raw, trust.trustedProxies);
    request.publicOrigin = publicOriginOf(request.raw, trust);
    reply.header('X-Request-Id', request.id);
    done();
  });
  fastify.addHook('onRequestAbort', ({ id, method, url }, done) => {
    log.info({ requestId: id, method, path: url.split('?', 1)[0] }, `${method} was given up by its caller`);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const isQuiet = reply.statusCode < 400 && (request.method === 'GET' || request.method === 'HEAD');
    const level = isQuiet ? 'debug' : 'info';
    if (log.isLevelEnabled(level)) {
      log[level](
        {
          requestId: request.id,
          method: request.method,
          path: request.url.split('?', 1)[0],
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime * 10) / 10,
          caller: request.caller?.subject,
          clientAddress: request.clientAddress,
        },
        `${request.method} answered ${reply.statusCode}`,
      );
    }
    done();
  });
}
