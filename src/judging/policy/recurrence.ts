import { Cron } from 'croner';

/** When something begins again and again: at each time of a cron, by the clock of a zone. */
export interface Recurrence {
  cron: string;
  timeZone: string;
}

/** How far it is looked ahead; once nothing is left, no end is called in sight. */
export interface Sight {
  left: number;
}

/** Occurrences that are followed where each runs into the next, before no end is called in sight. */
const MOST_JOINED = 16;
/** Looks ahead of one judgement: more than any calendar of people takes, and done in a part of a second. */
const LOOKS_AHEAD = 1_000;
/** An occurrence that is joined to the one before costs as much as so many that are looked up. */
const LOOKS_OF_JOINING = 4;
const MOST_KNOWN = 10_000;

/** What was found last of a recurrence: what follows a time follows every later one, too, that lies before it. */
const NEXT = new Map<string, { asked: number; start: Date | null }>();
const ENDS = new Map<string, Date | null>();

/** A look ahead that has not begun. */
export function newSight(): Sight {
  return { left: LOOKS_AHEAD };
}

/** The first time that a recurrence begins after a time that lies so much earlier than this one; null when it never does. */
export function nextRun({ cron, timeZone }: Recurrence, at: Date, earlierMs = 0): Date | null {
  const key = `${earlierMs} ${timeZone} ${cron}`;
  const asked = at.getTime() - earlierMs;
  const known = NEXT.get(key);
  if (known && known.asked <= asked && (known.start === null || asked < known.start.getTime())) return known.start;
  const start = scheduleOf({ cron, timeZone }).nextRun(new Date(asked));
  keep(NEXT, key, { asked, start });
  return start;
}

/** Where a chain of occurrences ends of which each begins before, or as, the one before ends; null when that is not in sight. */
export function endOfJoined(recurrence: Recurrence, start: Date, length: number, sight: Sight): Date | null {
  const key = `${start.getTime()} ${length} ${recurrence.timeZone} ${recurrence.cron}`;
  const known = ENDS.get(key);
  if (known !== undefined) return known;
  const end = followJoined(scheduleOf(recurrence), start, length, sight);
  if (end !== null || sight.left > 0) keep(ENDS, key, end);
  return end;
}

function followJoined(schedule: Cron, start: Date, length: number, sight: Sight): Date | null {
  let last = start;
  for (let joined = 0; joined < MOST_JOINED && sight.left > 0; joined += 1) {
    const end = new Date(last.getTime() + length);
    const next = schedule.nextRun(last);
    if (next === null || next > end) return end;
    sight.left -= LOOKS_OF_JOINING;
    const [furthest] = schedule.previousRuns(1, new Date(end.getTime() + 1000));
    last = furthest !== undefined && furthest > next && furthest <= end ? furthest : next;
  }
  return null;
}

/** Whether a recurrence never begins, as one on 31 February. */
export function neverRuns(recurrence: Recurrence): boolean {
  return scheduleOf(recurrence).nextRun(new Date(0)) === null;
}

/** Each time that a recurrence begins after one, in order. */
export function* runsAfter(recurrence: Recurrence, after: Date): Generator<Date> {
  const schedule = scheduleOf(recurrence);
  for (let start = schedule.nextRun(after); start !== null; start = schedule.nextRun(start)) yield start;
}

/**
 * The times of a cron in a zone. One that the clock skips in spring comes when the clock goes on, and one that it repeats in
 * autumn comes once, the first time.
 */
export function scheduleOf({ cron, timeZone }: Recurrence): Cron {
  return new Cron(cron, { timezone: timeZone, paused: true, mode: '5-part' });
}

/** What was written last stays. */
function keep<Value>(known: Map<string, Value>, key: string, value: Value): void {
  known.delete(key);
  known.set(key, value);
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!);
}
