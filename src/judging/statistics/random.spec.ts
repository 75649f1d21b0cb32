import { randomSource, type RandomSource, seedOf, splitMix64, Xoshiro128 } from './random.js';

const draws = (count: number, random: RandomSource) => Array.from({ length: count }, () => random.next());

it('xoshiro128** 1.1 gives the reference implementation’s first numbers', () => {
  expect(draws(10, new Xoshiro128([1, 2, 3, 4]))).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

it('SplitMix64 gives the reference implementation’s first numbers', () => {
  const next = splitMix64(1234567n);
  expect([next(), next(), next(), next()]).toEqual([
    6457827717110365317n,
    3203168211198807973n,
    9817491932198370423n,
    4593380528125082431n,
  ]);
});

it('the seed depends on every part and is stable for ever', () => {
  const parts = { policyDigest: 'a', ruleId: 'b', slice: 'c', evidenceDigest: 'd' };
  const seed = seedOf(parts);
  // sha256("a|b|c|d") begins with these 8 bytes.
  expect(seed.toString(16).padStart(16, '0')).toBe('b54856b7a8705958');
  const others = (Object.keys(parts) as (keyof typeof parts)[]).map((part) => seedOf({ ...parts, [part]: 'x' }));
  expect(new Set([seed, ...others]).size).toBe(5);
});

it('a seeded stream is stable for ever', () => {
  expect(draws(3, randomSource(42n))).toEqual([1776835114, 4165204688, 17111135]);
});

describe('bounded integers', () => {
  it.each([1, 2, 3, 7, 10, 1000, 65_537])(
    'below %i, all values equally often (χ² within 5 standard deviations)',
    (bound) => {
      const target = new Uint32Array(Math.max(200_000, bound * 20));
      randomSource(7n).fillBelow(target, bound);
      const counts = new Uint32Array(bound);
      for (const value of target) counts[value]!++;
      const expected = target.length / bound;
      const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      expect(Math.abs(chiSquare - (bound - 1))).toBeLessThanOrEqual(5 * Math.sqrt(2 * (bound - 1)));
    },
  );

  it('reach the largest bound', () => {
    const target = new Uint32Array(1000);
    randomSource(7n).fillBelow(target, 2 ** 31);
    expect(Math.max(...target)).toBeGreaterThan(2 ** 30);
    expect(Math.max(...target)).toBeLessThan(2 ** 31);
  });
});
