import { randomBytes } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { type Span, SpanStatusCode } from '@opentelemetry/api';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { givenRequestId, newRequestId } from './requests.js';
import { isTracing, startSpan, traceparentOf, within } from '../telemetry/spans.js';
import { readTraceparent, toTraceparent } from '../telemetry/trace-context.js';

const spans = new WeakMap<IncomingMessage, Span>();

/**
 * The id of a request. One that belongs to a trace is named by its place in it, unless its caller chose an id: the record and
 * jobs keep ids, and so what is done later for the request, by any replica, goes on with its trace.
 */
export function requestIdOf(request: IncomingMessage): string {
  const given = givenRequestId(request);
  const { traceparent } = request.headers;
  const parent = readTraceparent(typeof traceparent === 'string' ? traceparent : undefined);
  const span = startSpan(request.method!, { kind: 'SERVER', parent });
  if (span !== null) spans.set(request, span);
  if (given !== null) return given;
  if (span !== null) return traceparentOf(span);
  return parent === null ? newRequestId() : `${toTraceparent(parent)}.${randomBytes(4).toString('hex')}`;
}

/** Makes a span of each request, under which all is done for it. */
export function traceCalls(fastify: FastifyInstance): void {
  if (!isTracing()) return;
  const enter = (request: FastifyRequest, _reply: unknown, done: () => void): void => {
    const span = spans.get(request.raw);
    if (span === undefined) done();
    else within(span, done);
  };
  fastify.addHook('onRequest', enter);
  // The arrival of a body is an event of its socket, which knows no span.
  fastify.addHook('preValidation', enter);
  fastify.addHook('onResponse', (request, reply, done) => leave(request, reply.statusCode, done));
  fastify.addHook('onRequestAbort', (request, done) => leave(request, null, done));
}

/** Ends the span of a request; what is still said of it, as in the log, is part of it. */
function leave(request: FastifyRequest, status: number | null, done: () => void): void {
  const span = spans.get(request.raw);
  if (span === undefined) return done();
  spans.delete(request.raw);
  const route = request.routeOptions.url;
  if (route !== undefined) span.updateName(`${request.method} ${route}`);
  const { model, version } = (request.params ?? {}) as { model?: string; version?: string };
  span.setAttributes({
    'http.request.method': request.method,
    'http.route': route,
    'http.response.status_code': status ?? undefined,
    'stagegate.request_id': request.id,
    'stagegate.model': model,
    'stagegate.version': version,
  });
  if (status === null || status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
  within(span, done);
}
