import { ge } from './compare.js';

it.each([
  [0.8, 0.8, true],
  [0.1 + 0.2, 0.3, true],
  [0.3, 0.1 + 0.2, true],
  [0.799, 0.8, false],
  [Number.NaN, 0, false],
  [0, Number.NaN, false],
  [-Infinity, 0, false],
  [-Infinity, Infinity, false],
  [0, Infinity, false],
  [Infinity, 1, true],
  [-Number.MAX_VALUE, Number.MAX_VALUE, false],
])('%d is at least %d: %s', (a, b, expected) => expect(ge(a, b)).toBe(expected));
