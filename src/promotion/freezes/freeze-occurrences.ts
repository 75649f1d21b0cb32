import { type FreezeWindow, type Span, spanAt, spansBetween } from '../../judging/policy/freeze-windows.js';
import { type Sight } from '../../judging/policy/recurrence.js';

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
export function occurrenceAt(freeze: TimedFreeze, at: Date, sight?: Sight): Span | null {
  if (freeze.endedAt !== null && freeze.endedAt <= at) return null;
  const span = spanAt(windowOf(freeze), freeze.timeZone, at, sight);
  return span && { ...span, end: earlier(span.end, freeze.endedAt) };
}

/** Each occurrence that holds at some time of a range, in order, found as it is asked for. */
export function* occurrencesBetween(
  freeze: TimedFreeze,
  range: { from: Date; to: Date },
): Generator<{ start: Date; end: Date }> {
  const { endedAt, timeZone } = freeze;
  for (const { start, end: planned } of spansBetween(windowOf(freeze), timeZone, range)) {
    if (endedAt !== null && start >= endedAt) return;
    const end = earlier(planned, endedAt)!;
    if (end > range.from) yield { start, end };
  }
}

function windowOf({ startAt, endAt, cron, duration }: TimedFreeze): FreezeWindow {
  return cron === null ? { start: startAt!.toISOString(), end: endAt!.toISOString() } : { cron, duration: duration! };
}

function earlier(end: Date | null, endedAt: Date | null): Date | null {
  return endedAt !== null && (end === null || endedAt < end) ? endedAt : end;
}
