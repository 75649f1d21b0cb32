import { Cron } from 'croner';
import { isTimestamp } from '../../values/values.js';
import { DURATION, durationMs } from '../kinds/soak/duration.js';
import { endOfJoined, neverRuns, newSight, nextRun, runsAfter, scheduleOf } from './recurrence.js';

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
  code: 'UNKNOWN_TIME_ZONE' | 'INVALID_TIME' | 'EMPTY_WINDOW' | 'INVALID_DURATION' | 'INVALID_CRON';
  detail: string;
}

const LONGEST_MS = 366 * 86_400_000;
const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/;

/** Whether the IANA time zone database knows the zone. */
function isTimeZone(timeZone: string): boolean {
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
    scheduleOf({ cron, timeZone });
  } catch {
    const detail = `"${cron}" is no cron of minute, hour, day of month, month and day of week, such as 0 18 * * 5.`;
    return [{ at: 'cron', code: 'INVALID_CRON', detail }];
  }
  return [];
}

/** Whether a recurring window never begins, as one on 31 February. */
export function neverBegins(window: FreezeWindow, timeZone: string): boolean {
  return 'cron' in window && neverRuns({ ...window, timeZone });
}

/** The while around a time in which a window holds, occurrences that touch as one; null when it does not hold then. */
export function spanAt(window: FreezeWindow, timeZone: string, at: Date, sight = newSight()): Span | null {
  if (!('cron' in window)) {
    const [start, end] = [momentOf(window.start, timeZone)!, momentOf(window.end, timeZone)!];
    return start <= at && at < end ? { start, end } : null;
  }
  const recurrence = { cron: window.cron, timeZone };
  const length = durationMs(window.duration);
  const start = nextRun(recurrence, at, length);
  return start === null || start > at ? null : { start, end: endOfJoined(recurrence, start, length, sight) };
}

/** When a window next begins after a time; null when it never does. */
export function nextStart(window: FreezeWindow, timeZone: string, after: Date): Date | null {
  if ('cron' in window) return nextRun({ cron: window.cron, timeZone }, after);
  const start = momentOf(window.start, timeZone)!;
  return start > after ? start : null;
}

/** Each occurrence of a window that holds at some time from `from` until before `to`, in order, found as it is asked for. */
export function* spansBetween(
  window: FreezeWindow,
  timeZone: string,
  { from, to }: { from: Date; to: Date },
): Generator<{ start: Date; end: Date }> {
  if (!('cron' in window)) {
    const [start, end] = [momentOf(window.start, timeZone)!, momentOf(window.end, timeZone)!];
    if (start < to && end > from) yield { start, end };
    return;
  }
  const length = durationMs(window.duration);
  for (const start of runsAfter({ cron: window.cron, timeZone }, new Date(from.getTime() - length))) {
    if (start >= to) return;
    yield { start, end: new Date(start.getTime() + length) };
  }
}

/** A time with its offset, or one of the clock in a zone; null for what is neither. */
export function momentOf(time: string, timezone: string): Date | null {
  const local = time.length === 16 ? `${time}:00` : time;
  if (isTimestamp(time)) return new Date(time);
  if (!LOCAL_TIME.test(time) || !isTimestamp(`${local}Z`)) return null;
  return new Cron(local, { timezone, paused: true }).getOnce();
}
