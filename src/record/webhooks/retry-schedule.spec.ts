import { GIVEN_UP_AFTER_MS, isGivenUp, retryAfterMs } from './retry-schedule.js';

it.each([
  [1, 0.5, 5_000],
  [1, 0, 4_000],
  [1, 1, 6_000],
  [2, 0.5, 10_000],
  [5, 0.5, 80_000],
  [20, 0.5, 6 * 3_600_000],
  [5_000, 0.5, 6 * 3_600_000],
])('after %d failures and a chance of %d the next attempt is %d ms later', (failures, chance, milliseconds) => {
  expect(retryAfterMs(failures, chance)).toBe(milliseconds);
});

it('a delivery is given up three days after its first attempt, and not before', () => {
  const first = new Date('2026-01-01T00:00:00Z');
  const after = (milliseconds: number) => new Date(first.getTime() + milliseconds);
  expect([GIVEN_UP_AFTER_MS - 1, GIVEN_UP_AFTER_MS].map((each) => isGivenUp(first, after(each)))).toEqual([
    false,
    true,
  ]);
});
