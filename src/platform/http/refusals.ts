import { STATUS_CODES } from 'node:http';
import { type Socket } from 'node:net';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { toProblemResponse } from './problem.dto.js';
import { problemKind } from './problem.js';

/** The Cache-Control of an answer that nobody may keep. */
export const NO_STORE = 'no-store';
export const INVALID_URL = problemKind(400, 'INVALID_URL', 'The URL cannot be read');
const URI_TOO_LONG = problemKind(414, 'URI_TOO_LONG', 'A part of the path is too long');
const INVALID_HTTP = problemKind(400, 'INVALID_HTTP', 'This is not HTTP as the service knows it');
const HEADERS_TOO_LARGE = problemKind(431, 'HEADERS_TOO_LARGE', 'The headers are too large');
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
    .send(JSON.stringify(toProblemResponse(problem, '/', request.id)));
}

/** Ends a connection whose request does not arrive, and says so. */
export function refuseLate(socket: Socket): void {
  refuseConnection(Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
}

/** What the HTTP parser refuses: there is no request yet, only a socket, and who is silent does not close it either. */
export function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  // Who opened a connection ahead of its use would take an answer for that of the request that just leaves.
  const isUnused = socket.bytesRead === 0;
  if (error.code === 'ECONNRESET' || isUnused || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = toProblem(error.code);
  const body = JSON.stringify(toProblemResponse(problem, '/', 'none'));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Cache-Control: ${NO_STORE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}

function toProblem(code: string | undefined) {
  if (code === 'HPE_HEADER_OVERFLOW') return HEADERS_TOO_LARGE('The headers are larger than 16 KiB.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return REQUEST_TIMEOUT('The request did not arrive in time.');
  return INVALID_HTTP('The method is unknown or the request is malformed.');
}
