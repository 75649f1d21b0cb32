const HOUR = 3_600_000;
const SPANS = { '1h': HOUR, '24h': 24 * HOUR, '7d': 7 * 24 * HOUR, '30d': 30 * 24 * HOUR } as const;

export type LastSpan = keyof typeof SPANS;
export const LAST_SPANS = Object.keys(SPANS) as LastSpan[];

/** The moment from which "the last 7 days" begin. */
export function beginOf(span: LastSpan, now: number): string {
  return new Date(now - SPANS[span]).toISOString();
}

/** A moment as a field for date and time shows it, where the reader is. */
export function toLocalField(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What a field for date and time holds, as a moment; undefined while it holds none. */
export function fromLocalField(value: string): string | undefined {
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
