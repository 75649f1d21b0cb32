/** Shapes of single values, as predicates; the field decorators and the checks of path parameters share them. */

export const MODEL_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
export const DIGEST = /^sha256:[0-9a-f]{64}$/;
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const TIMESTAMP = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-5]):[0-5]\d)$/;

/** PostgreSQL's integer ends here, and so do version numbers. */
export const LARGEST_INTEGER = 2_147_483_647;
/** The largest count that JSON's numbers hold exactly. */
export const LARGEST_COUNT = Number.MAX_SAFE_INTEGER;

/** Text of `min` to `max` characters of Unicode, as JSON Schema and the database count them. */
export function isText(value: unknown, min: number, max: number): value is string {
  // A character is one or two code units, so most lengths decide without a count.
  if (typeof value !== 'string' || value.length < min || value.length > 2 * max) return false;
  if (value.length <= max && value.length >= 2 * min - 1) return true;
  const { length } = [...value];
  return length >= min && length <= max;
}

export function isCount(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

/** RFC 3339 with seconds, of a day that exists, of the years 1 to 9999 in UTC too, and an offset that PostgreSQL knows: below 16 hours. */
export function isTimestamp(value: unknown): value is string {
  const match = typeof value === 'string' ? TIMESTAMP.exec(value) : null;
  if (!match) return false;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return false;
  const yearInUtc = new Date(match[0]).getUTCFullYear();
  return year >= 1 && yearInUtc >= 1 && yearInUtc <= 9999;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A time as `isTimestamp` has it, or a day alone. */
export function isMoment(value: unknown): value is string {
  return typeof value === 'string' && isTimestamp(toMoment(value));
}

/** A day as its first moment in UTC; a time as it is. */
export function toMoment(value: string): string {
  return DAY.test(value) ? `${value}T00:00:00Z` : value;
}

function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

export const TAGS_MAX = 100;
export const TAG_KEY_MAX = 250;
export const TAG_VALUE_MAX = 5_000;

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A flat map of text to text. */
export function isTags(value: unknown): value is Record<string, string> {
  if (!isPlainObject(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= TAGS_MAX &&
    entries.every(([key, tag]) => isText(key, 1, TAG_KEY_MAX) && isText(tag, 0, TAG_VALUE_MAX))
  );
}
