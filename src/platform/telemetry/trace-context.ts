/** A span of any process, as the header `traceparent` of W3C Trace Context names it. */
export interface SpanName {
  traceId: string;
  spanId: string;
  /** Bit 0 says whether the trace is kept. */
  traceFlags: number;
}

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:\.[0-9a-f]{8})?$/;

/** Reads a header, or a request's id that was made of one; null when it names no span. */
export function readTraceparent(text: string | undefined): SpanName | null {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(text ?? '') ?? [];
  return traceId === undefined ? null : { traceId, spanId: spanId!, traceFlags: Number.parseInt(flags!, 16) };
}

export function toTraceparent({ traceId, spanId, traceFlags }: SpanName): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
