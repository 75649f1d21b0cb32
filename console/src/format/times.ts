const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From then on a date says more than an age. */
const LONGEST_AGE = 7 * DAY;

/** How long ago, as "3 h"; a date after a week. Times to come are dates. */
export function formatTime(time: string, now: number): string {
  const age = now - Date.parse(time);
  if (age < -MINUTE || age >= LONGEST_AGE) return formatDate(time);
  if (age < MINUTE) return 'just now';
  return `${formatSpan(age)} ago`;
}

/** A span of milliseconds in its largest unit. */
export function formatSpan(span: number): string {
  if (span < MINUTE) return `${Math.max(0, Math.floor(span / SECOND))} s`;
  if (span < HOUR) return `${Math.floor(span / MINUTE)} min`;
  if (span < 2 * DAY) return `${Math.floor(span / HOUR)} h`;
  return `${Math.floor(span / DAY)} d`;
}

/** "28 Nov 2026, 14:02", where the reader is. */
export function formatDate(time: string): string {
  return new Date(time).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** "14:02:11", where the reader is. */
export function formatClock(time: string | number): string {
  return new Date(time).toLocaleTimeString('en-GB');
}

/** A time in full: where the reader is, with the zone, and in UTC to the millisecond. */
export function formatExactly(time: string): string {
  const here = new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'long' });
  return `${here}\n${new Date(time).toISOString().replace('T', ' ').replace('Z', ' UTC')}`;
}
