import { type IncomingMessage } from 'node:http';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Config } from '../config.js';
import { mostConnections } from './open-files.reader.js';
import { problemKind } from './problem.js';
import { INVALID_HTTP, refuseLate } from './refusals.js';

declare module 'fastify' {
  interface FastifyRequest {
    arrival?: NodeJS.Timeout;
  }
}

const EXPECTATION_FAILED = problemKind(417, 'EXPECTATION_FAILED', 'The service does not meet the expectation');
const CONTINUE = '100-continue';
/** So much of a refused body is read and dropped, that its sender comes to read the answer. */
const MOST_DROPPED_BYTES = 64 * 1024 * 1024;

/** Requests whose callers wait for a word before they send the body. */
const waiting = new WeakSet<IncomingMessage>();

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
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (hasBody(request) && !request.raw.complete) dropTheRest(request.raw, reply, requestSeconds * 1000);
    done(null, payload);
  });
}

/**
 * Meets what the header asks for before there is a body: whoever expects `100 Continue` hears it when somebody begins to read,
 * and is spared the sending where the header alone is refused.
 */
export function meetExpectations(fastify: FastifyInstance): void {
  fastify.server.on('checkContinue', (request, response) => {
    waiting.add(request);
    request.on('newListener', (event) => {
      if (event === 'data' && waiting.delete(request)) response.writeContinue();
    });
    fastify.server.emit('request', request, response);
  });
  fastify.server.on('checkExpectation', (request, response) => fastify.server.emit('request', request, response));
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { host, expect = CONTINUE } = request.headers;
    if (host === undefined && request.raw.httpVersion === '1.1') {
      return done(INVALID_HTTP('A request of HTTP/1.1 says by the header Host whom it is for.'));
    }
    if (expect.toLowerCase() === CONTINUE) return done();
    done(EXPECTATION_FAILED(`Of expectations the service knows ${CONTINUE} alone.`));
  });
}

/**
 * A connection that is closed while its caller still sends is reset, and the answer lost with it. So what comes is read and
 * dropped, up to a limit; but whoever was not told to send does not, and no further request can be read after that.
 */
function dropTheRest(request: IncomingMessage, reply: FastifyReply, longestMs: number): void {
  if (waiting.has(request)) return void reply.header('connection', 'close');
  if (reply.getHeader('connection') !== 'close' || Number(request.headers['content-length'] ?? 0) > MOST_DROPPED_BYTES)
    return;
  void reply.removeHeader('connection');
  const end = setTimeout(() => request.socket.destroy(), longestMs).unref();
  let dropped = 0;
  request.on('data', (chunk: Buffer) => {
    dropped += chunk.length;
    if (dropped > MOST_DROPPED_BYTES) request.socket.destroy();
  });
  request.once('close', () => clearTimeout(end));
}

/** Whether the header of a request says that a body follows. */
export function hasBody({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}
