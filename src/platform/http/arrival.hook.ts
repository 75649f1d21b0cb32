import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type Config } from '../config.js';
import { mostConnections } from './open-files.reader.js';
import { refuseLate } from './refusals.js';

declare module 'fastify' {
  interface FastifyRequest {
    arrival?: NodeJS.Timeout;
  }
}

/**
 * Bounds how long a request may take to arrive, and how many connections there are. A body that is read as a stream, which
 * prediction files are, is under way when its route begins and has the longer limit of the server.
 */
export function boundArrival(fastify: FastifyInstance, { requestSeconds, connections }: Config): void {
  fastify.server.maxConnections = mostConnections(connections);
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (hasBody(request)) {
      const { socket } = request.raw;
      request.arrival = setTimeout(() => refuseLate(socket), requestSeconds * 1000).unref();
    }
    done();
  });
  const arrived = (request: FastifyRequest, _reply: unknown, done: () => void) => {
    clearTimeout(request.arrival);
    done();
  };
  fastify.addHook('preValidation', arrived);
  fastify.addHook('onResponse', arrived);
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}
