import { type FreezeWindow, type Span, spanAt, spansBetween } from '../../judging/policy/freeze-windows.js';

/** A freeze as far as its windows go; `endedAt` cuts off what would come later. */
export interface TimedFreeze {
  startAt: Date | null;
  endAt: Date | null;
  cron: string | null;
  duration: string | null;
  timeZone: string;
  endedAt: Date | null;
}

/** The while around a time in which a freeze holds; null when it does not hold then. */
export function occurrenceAt(freeze: TimedFreeze, at: Date): Span | null {
  if (freeze.endedAt !== null && freeze.endedAt <= at) return null;
  const span = spanAt(windowOf(freeze), freeze.timeZone, at);
  return span && { ...span, end: earlier(span.end, freeze.endedAt) };
}

/** Each occurrence that holds at some time of a range, in order. */
export function occurrencesBetween(
  freeze: TimedFreeze,
  range: { from: Date; to: Date; most: number },
): { start: Date; end: Date }[] {
  return spansBetween(windowOf(freeze), freeze.timeZone, range)
    .map(({ start, end }) => ({ start, end: earlier(end, freeze.endedAt)! }))
    .filter(({ start, end }) => start < end && end > range.from);
}

function windowOf({ startAt, endAt, cron, duration }: TimedFreeze): FreezeWindow {
  return cron === null ? { start: startAt!.toISOString(), end: endAt!.toISOString() } : { cron, duration: duration! };
}

function earlier(end: Date | null, endedAt: Date | null): Date | null {
  return endedAt !== null && (end === null || endedAt < end) ? endedAt : end;
}
