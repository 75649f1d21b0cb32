import {
  type Attributes,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { readTraceparent, type SpanName, toTraceparent } from './trace-context.js';

/** Null unless traces are asked for; then nothing below costs more than a look at it. */
let tracer: Tracer | null = null;

/** Has spans made from now on. */
export function beginTracing(made: Tracer): void {
  tracer = made;
}

export function endTracing(): void {
  tracer = null;
}

export function isTracing(): boolean {
  return tracer !== null;
}

/** What a span says besides its name. */
export interface SpanTold {
  kind?: keyof typeof SpanKind;
  attributes?: Attributes;
  /** The span that it belongs under, where that is not the one under way. */
  parent?: SpanName | null;
}

/** Work under a span of its own; it is given null where no traces are asked for. */
export async function inSpan<Result>(
  name: string,
  told: SpanTold,
  work: (span: Span | null) => Promise<Result>,
): Promise<Result> {
  if (tracer === null) return work(null);
  const span = startSpan(name, told)!;
  try {
    return await context.with(trace.setSpan(context.active(), span), () => work(span));
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name });
    throw error;
  } finally {
    span.end();
  }
}

/** A span that somebody else ends; null where no traces are asked for. */
export function startSpan(name: string, { kind = 'INTERNAL', attributes, parent }: SpanTold): Span | null {
  if (tracer === null) return null;
  const above = parent ? trace.setSpanContext(context.active(), { ...parent, isRemote: true }) : context.active();
  return tracer.startSpan(name, { kind: SpanKind[kind], attributes }, above);
}

/** Does work that goes on when what began it is over, and so belongs to no span of it. */
export function outsideOfSpans<Result>(work: () => Result): Result {
  return tracer === null ? work() : context.with(ROOT_CONTEXT, work);
}

/** Whether what is done now belongs to a span. */
export function isUnderSpan(): boolean {
  return tracer !== null && trace.getSpan(context.active()) !== undefined;
}

/** Does work as part of a span; the span goes on afterwards. */
export function within<Result>(span: Span, work: () => Result): Result {
  return context.with(trace.setSpan(context.active(), span), work);
}

/** The header by which another service goes on with the trace of a span. */
export function traceparentOf(span: Span): string {
  return toTraceparent(span.spanContext());
}

/** What a span about a version says of it. */
export function modelAttributes(model: string, version: number): Attributes {
  return { 'stagegate.model': model, 'stagegate.version': version };
}

/** Ids of the span under way, as lines of the log carry them; nothing where there is none. */
export function spanUnderWay(): { trace_id: string; span_id: string } | undefined {
  if (tracer === null) return undefined;
  const under = trace.getSpanContext(context.active());
  return under && { trace_id: under.traceId, span_id: under.spanId };
}

/** The span that a request's id was made of; null when its caller chose the id. */
export function spanOfRequest(requestId: string): SpanName | null {
  return readTraceparent(requestId);
}
