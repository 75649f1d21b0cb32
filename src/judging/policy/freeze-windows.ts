import { Cron } from 'croner';
import { isTimestamp } from '../../values/values.js';
import { DURATION, durationMs } from '../kinds/soak/duration.js';

/** One window as it is written: once, from a start to an end, or again and again, from each time that a cron names. */
export type FreezeWindow = { start: string; end: string } | { cron: string; duration: string };

/** A while that a window holds: from its start on, and at its end no longer. */
export interface Span {
  start: Date;
  /** Null where one occurrence runs into the next without an end in sight. */
  end: Date | null;
}

/** What is wrong with a window, and in which of its fields. */
export interface WindowFault {
  at: 'start' | 'end' | 'cron' | 'duration' | 'timeZone';
  code: string;
  detail: string;
}

/** Occurrences that are followed where each runs into the next, before no end is called in sight. */
const MOST_JOINED = 16;
const LONGEST_MS = 366 * 86_400_000;
const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/;

/** Whether the IANA time zone database knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  if (!/^[A-Za-z]/.test(timeZone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** Everything that keeps a window from ever holding. */
export function windowFaults(window: FreezeWindow, timeZone: string): WindowFault[] {
  if (!isTimeZone(timeZone)) {
    const detail = `"${timeZone}" is no time zone of the IANA database, such as Europe/Amsterdam.`;
    return [{ at: 'timeZone', code: 'UNKNOWN_TIME_ZONE', detail }];
  }
  return 'cron' in window ? recurrenceFaults(window, timeZone) : spanFaults(window, timeZone);
}

function spanFaults({ start, end }: { start: string; end: string }, timeZone: string): WindowFault[] {
  const faults = (['start', 'end'] as const).flatMap((at): WindowFault[] => {
    if (momentOf({ start, end }[at], timeZone) !== null) return [];
    const detail = `${at} must be a time such as 2026-12-24T18:00:00+01:00 or, in the time zone of the window, 2026-12-24T18:00.`;
    return [{ at, code: 'INVALID_TIME', detail }];
  });
  if (faults.length > 0 || momentOf(start, timeZone)! < momentOf(end, timeZone)!) return faults;
  return [{ at: 'end', code: 'EMPTY_WINDOW', detail: 'The window ends before it starts.' }];
}

function recurrenceFaults({ cron, duration }: { cron: string; duration: string }, timeZone: string): WindowFault[] {
  const length = DURATION.test(duration) ? durationMs(duration) : 0;
  if (length <= 0 || length > LONGEST_MS) {
    const detail = 'duration must be longer than nothing and at most 366 days, such as PT62H.';
    return [{ at: 'duration', code: 'INVALID_DURATION', detail }];
  }
  try {
    scheduleOf(cron, timeZone);
  } catch {
    const detail = `"${cron}" is no cron of minute, hour, day of month, month and day of week, such as 0 18 * * 5.`;
    return [{ at: 'cron', code: 'INVALID_CRON', detail }];
  }
  return [];
}

/** Whether a recurring window never begins, as one on 31 February. */
export function neverBegins(window: FreezeWindow, timeZone: string): boolean {
  return 'cron' in window && scheduleOf(window.cron, timeZone).nextRun(new Date(0)) === null;
}

/** The while around a time in which a window holds, occurrences that touch as one; null when it does not hold then. */
export function spanAt(window: FreezeWindow, timeZone: string, at: Date): Span | null {
  if (!('cron' in window)) {
    const [start, end] = [momentOf(window.start, timeZone)!, momentOf(window.end, timeZone)!];
    return start <= at && at < end ? { start, end } : null;
  }
  const schedule = scheduleOf(window.cron, timeZone);
  const length = durationMs(window.duration);
  const start = schedule.nextRun(earlier(at, length));
  return start === null || start > at ? null : { start, end: endOfJoined(schedule, start, length) };
}

/** Where a chain of occurrences ends of which each begins before, or as, the one before ends. */
function endOfJoined(schedule: Cron, start: Date, length: number): Date | null {
  let last = start;
  for (let joined = 0; joined < MOST_JOINED; joined += 1) {
    const end = new Date(last.getTime() + length);
    const [next] = schedule.previousRuns(1, new Date(end.getTime() + 1000));
    if (next === undefined || next > end || next <= last) return end;
    last = next;
  }
  return null;
}

/** When a window next begins after a time; null when it never does. */
export function nextStart(window: FreezeWindow, timeZone: string, after: Date): Date | null {
  if ('cron' in window) return scheduleOf(window.cron, timeZone).nextRun(after);
  const start = momentOf(window.start, timeZone)!;
  return start > after ? start : null;
}

/** Each occurrence of a window that holds at some time from `from` until before `to`, at most so many, in order. */
export function spansBetween(
  window: FreezeWindow,
  timeZone: string,
  { from, to, most }: { from: Date; to: Date; most: number },
): { start: Date; end: Date }[] {
  if (!('cron' in window)) {
    const [start, end] = [momentOf(window.start, timeZone)!, momentOf(window.end, timeZone)!];
    return start < to && end > from ? [{ start, end }] : [];
  }
  const schedule = scheduleOf(window.cron, timeZone);
  const length = durationMs(window.duration);
  const spans = [];
  let start = schedule.nextRun(earlier(from, length));
  while (start !== null && start < to && spans.length < most) {
    spans.push({ start, end: new Date(start.getTime() + length) });
    start = schedule.nextRun(start);
  }
  return spans;
}

function earlier(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() - milliseconds);
}

/**
 * The times of a cron in a zone. One that the clock skips in spring comes when the clock goes on, and one that it repeats in
 * autumn comes once, the first time.
 */
function scheduleOf(cron: string, timezone: string): Cron {
  return new Cron(cron, { timezone, paused: true, mode: '5-part' });
}

/** A time with its offset, or one of the clock in a zone; null for what is neither. */
export function momentOf(time: string, timezone: string): Date | null {
  const local = time.length === 16 ? `${time}:00` : time;
  if (isTimestamp(time)) return new Date(time);
  if (!LOCAL_TIME.test(time) || !isTimestamp(`${local}Z`)) return null;
  return new Cron(local, { timezone, paused: true }).getOnce();
}
