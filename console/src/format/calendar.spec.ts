import { isMonth, monthAfter, weeksOf, windowsOn } from './calendar.js';

it.each([
  ['2026-11', true],
  ['2026-13', false],
  ['26-11', false],
  ['2026-11-01', false],
])('%s is a month: %s', (text, expected) => {
  expect(isMonth(text)).toBe(expected);
});

it('months follow each other over the ends of years', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});

it('a month is shown in whole weeks from Monday on, with the days around it told apart', () => {
  const weeks = weeksOf('2026-11');
  expect(weeks.map((week) => week.map(({ start }) => start.getDate()))).toEqual([
    [26, 27, 28, 29, 30, 31, 1],
    [2, 3, 4, 5, 6, 7, 8],
    [9, 10, 11, 12, 13, 14, 15],
    [16, 17, 18, 19, 20, 21, 22],
    [23, 24, 25, 26, 27, 28, 29],
    [30, 1, 2, 3, 4, 5, 6],
  ]);
  expect(weeks.flat().filter(({ isOfMonth }) => isOfMonth)).toHaveLength(30);
});

it.each([
  ['over all of it', -1, 25, true],
  ['that ends as it begins', -5, 0, false],
  ['that begins as it ends', 24, 30, false],
  ['within it', 3, 4, true],
])('a window %s', (_name, from, to, expected) => {
  const start = new Date(2026, 0, 15);
  const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000).toISOString();
  const found = windowsOn({ start, end: new Date(2026, 0, 16) }, [{ start: at(from), end: at(to) }]);
  expect(found).toHaveLength(expected ? 1 : 0);
});
