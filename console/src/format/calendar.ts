const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DAYS = 7;

/** Whether a text names a month, as 2026-11. */
export function isMonth(text: string): boolean {
  return MONTH.test(text);
}

/** The month of a time where the reader is. */
export function monthOf(at: Date): string {
  return `${String(at.getFullYear()).padStart(4, '0')}-${String(at.getMonth() + 1).padStart(2, '0')}`;
}

/** The month so many after another; before it when negative. */
export function monthAfter(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return monthOf(new Date(year, number - 1 + count, 1));
}

export interface Day {
  start: Date;
  end: Date;
  isOfMonth: boolean;
}

/** The weeks that a month is in, from Monday on; a day is as long as the reader's clock makes it. */
export function weeksOf(month: string): Day[][] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const before = (new Date(year, number - 1, 1).getDay() + DAYS - 1) % DAYS;
  const length = new Date(year, number, 0).getDate();
  return Array.from({ length: Math.ceil((before + length) / DAYS) }, (_, week) =>
    Array.from({ length: DAYS }, (_each, weekday) => {
      const day = week * DAYS + weekday - before + 1;
      const start = new Date(year, number - 1, day);
      return { start, end: new Date(year, number - 1, day + 1), isOfMonth: start.getMonth() === number - 1 };
    }),
  );
}

/** Of some windows those that are on a day, if only for a part of it. */
export function windowsOn<Window extends { start: string; end: string }>(
  { start, end }: Pick<Day, 'start' | 'end'>,
  windows: readonly Window[],
): Window[] {
  return windows.filter((each) => Date.parse(each.start) < end.getTime() && Date.parse(each.end) > start.getTime());
}
