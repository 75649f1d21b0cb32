/** ISO 8601 durations without years and months, whose length is not fixed. */
export const DURATION = /^P(?!$)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const UNITS_MS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000];

/** Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds. */
export function durationMs(duration: string): number {
  const parts = DURATION.exec(duration);
  if (parts === null) throw new RangeError(`not a duration: ${duration}`);
  return UNITS_MS.reduce((sum, unit, at) => sum + Number(parts[at + 1] ?? 0) * unit, 0);
}
