import { retryDelay } from './retry-delay.js';

it.each([
  [0, 1, 0],
  [0, 9, 0],
  [2, 0, 2],
  [2, 1, 2],
  [2, 2, 4],
  [2, 5, 32],
  [60, 20, 3_600],
  [1, 5_000, 3_600],
])('with %d seconds at first, attempt %d is followed by a pause of %d', (first, attempts, seconds) => {
  expect(retryDelay(first, attempts)).toBe(seconds);
});
