import fc from 'fast-check';
import { labelSpread } from './label-spread.js';

const WHOLE = { codes: null, groups: 1 };

it('labels far from 0 lose no digits, with weights and without', () => {
  const near = [0.25, -1.5, 2, 0.75, -0.125];
  const weights = Float64Array.of(1, 2, 3, 0.5, 4);
  for (const origin of [1e8, -4e9, 2 ** 40]) {
    const far = Float64Array.from(near, (label) => label + origin);
    for (const by of [null, weights]) {
      const { squares } = labelSpread(far, by, WHOLE);
      const exact = labelSpread(Float64Array.from(near), by, WHOLE).squares[0]!;
      expect(squares[0]! / exact).toBeCloseTo(1, 12);
    }
  }
});

it.each([0.1, 1e8 + 0.3, 1e60, -7])('labels that are all %d have no spread, whatever they weigh', (label) => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e3, noNaN: true }), { minLength: 1 }), (weights) => {
      const labels = new Float64Array(weights.length).fill(label);
      expect(labelSpread(labels, Float64Array.from(weights), WHOLE).squares[0]).toBe(0);
    }),
  );
});

it('a label without weight counts for nothing, and every group has its own mean', () => {
  const labels = Float64Array.of(1, 3, 1e8, 1e8 + 2, 50);
  const codes = Uint32Array.of(0, 0, 1, 1, 0);
  const { squares, size } = labelSpread(labels, Float64Array.of(1, 1, 1, 1, 0), { codes, groups: 2 });
  expect([...squares]).toEqual([2, 2]);
  expect([...size]).toEqual([2, 2]);
});
