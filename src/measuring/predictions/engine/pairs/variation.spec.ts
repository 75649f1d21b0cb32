import fc from 'fast-check';
import { variedAmong } from './variation.js';

/** How many values are another than the most frequent one. */
function countVaried(values: readonly number[]): number {
  return values.length - Math.max(0, ...values.map((one) => values.filter((other) => other === one).length));
}

it('tells exactly how many differences vary where fewer than ten do, and ten otherwise', () => {
  const values = fc.tuple(
    fc.integer({ min: -2, max: 2 }),
    fc.integer({ min: 0, max: 60 }),
    fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 40 }),
  );
  fc.assert(
    fc.property(values, ([common, times, others]) => {
      const all = [...Array<number>(times).fill(common), ...others].sort((a, b) => a - b);
      const varied = variedAmong(all.length, all.slice(0, 20), all.toReversed().slice(0, 20));
      expect(Math.min(varied, 10)).toBe(Math.min(countVaried(all), 10));
    }),
  );
});
