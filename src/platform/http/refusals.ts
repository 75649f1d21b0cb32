import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { type Socket } from 'node:net';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { toProblemResponse } from './problem.dto.js';
import { type Problem, problemKind } from './problem.js';

/** The Cache-Control of an answer that nobody may keep. */
export const NO_STORE = 'no-store';
export const INVALID_URL = problemKind(400, 'INVALID_URL', 'The URL cannot be read');
const URI_TOO_LONG = problemKind(414, 'URI_TOO_LONG', 'A part of the path is too long');
export const INVALID_HTTP = problemKind(400, 'INVALID_HTTP', 'This is not HTTP as the service knows it');
const HEADERS_TOO_LARGE = problemKind(431, 'HEADERS_TOO_LARGE', 'The headers are too large');
const METHOD_UNKNOWN = problemKind(501, 'METHOD_UNKNOWN', 'The service does not know this method');
const REQUEST_TIMEOUT = problemKind(408, 'REQUEST_TIMEOUT', 'The request took too long to arrive');

/** What the router refuses before any hook or filter runs. */
export function refuseUrl(error: { code: string }, request: FastifyRequest, reply: FastifyReply): void {
  const problem =
    error.code === 'FST_ERR_MAX_PARAM_LENGTH'
      ? URI_TOO_LONG('A part of the path is longer than any name here.')
      : INVALID_URL('The path is not a valid, percent-encoded UTF-8 text.');
  void reply
    .code(problem.status)
    .header('X-Request-Id', request.id)
    .header('Cache-Control', NO_STORE)
    .type('application/problem+json')
    .send(JSON.stringify(toProblemResponse(problem, readablePath(request.url), request.id)));
}

/** The path as a URI (RFC 3986) whatever was sent: a percent sign that encodes nothing stands for itself. */
function readablePath(url: string): string {
  const path = url.split('?', 1)[0] || '/';
  return path.replace(/%(?![0-9A-Fa-f]{2})/g, '%25');
}

/** Ends a connection whose request does not arrive, and says so. */
export function refuseLate(socket: Socket): void {
  refuseConnection(Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
}

/** What the HTTP parser refuses: there is no request yet, only a socket, and a silent client does not close it either. */
export function refuseConnection(error: ConnectionError, socket: Socket): void {
  // A client that opened a connection in advance would take an answer for that to the request it is about to send.
  const isUnused = socket.bytesRead === 0;
  if (error.code === 'ECONNRESET' || isUnused || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = toProblem(error);
  const id = randomUUID();
  const body = JSON.stringify(toProblemResponse(problem, '/', id));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Cache-Control: ${NO_STORE}`,
    `X-Request-Id: ${id}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}

/** What the parser says, and of what. */
type ConnectionError = Error & { code?: string; rawPacket?: unknown };

const REQUEST_LINE = /^[A-Za-z][A-Za-z-]* \S+ HTTP\/1\.[01]\r?\n/;

function toProblem({ code, rawPacket }: ConnectionError): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return HEADERS_TOO_LARGE('The headers are larger than 16 KiB.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return REQUEST_TIMEOUT('The request did not arrive in time.');
  if (code === 'HPE_INVALID_METHOD' && Buffer.isBuffer(rawPacket) && REQUEST_LINE.test(rawPacket.toString('latin1')))
    return METHOD_UNKNOWN('No path of the service has this method.');
  return INVALID_HTTP('The request is malformed.');
}
