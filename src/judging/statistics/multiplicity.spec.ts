import fc from 'fast-check';
import { expectClose, fixture, golden } from '../../../test/fixtures/statistics/golden.js';
import { benjaminiHochberg, holm } from './multiplicity.js';

type Adjusted = Record<string, Record<string, Record<'p' | 'holm' | 'bh', number[]>>>;

const example = [0.01, 0.02, 0.03, 0.04, 0.5];

function expectAll(actual: (number | null)[], expected: number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((p, index) => expectClose(p, expected[index]!, 1e-12));
}

it('agrees with statsmodels on the worked example, in any order', () => {
  expectAll(holm(example), golden.mt_holm[0]);
  expectAll(benjaminiHochberg(example), golden.mt_fdr_bh[0]);
  expectAll(holm(example.toReversed()), golden.mt_holm[0].toReversed());
  expectAll(benjaminiHochberg(example.toReversed()), golden.mt_fdr_bh[0].toReversed());
});

describe.each(['census-pairs.json', 'diamond-pairs.json'])('families of slices in %s', (file) => {
  const { adjusted } = fixture<{ adjusted: Adjusted }>(file);
  const families = Object.values(adjusted).flatMap((tests) => Object.entries(tests));

  it.each(families)('%s', (_test, reference) => {
    expectAll(holm(reference.p), reference.holm);
    expectAll(benjaminiHochberg(reference.p), reference.bh);
  });
});

it('a measure without a p-value is not counted', () => {
  expect(holm([null, 0.04, null, 0.03])).toEqual([null, 0.06, null, 0.06]);
  expect(benjaminiHochberg([null, 0.04])).toEqual([null, 0.04]);
  expect([holm([]), holm([null])]).toEqual([[], [null]]);
});

const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

it('adjusting never lowers a p, never passes 1, keeps the order, and Holm is at least Benjamini–Hochberg', () => {
  fc.assert(
    fc.property(family, (raw) => {
      const strict = holm(raw) as number[];
      const loose = benjaminiHochberg(raw) as number[];
      raw.forEach((p, a) => {
        expect(strict[a]).toBeGreaterThanOrEqual(p);
        expect(loose[a]! * (1 + 1e-12)).toBeGreaterThanOrEqual(p);
        expect(strict[a]! * (1 + 1e-12)).toBeGreaterThanOrEqual(loose[a]!);
        expect(strict[a]).toBeLessThanOrEqual(1);
        raw.forEach((other, b) => {
          if (p < other) expect(strict[a]).toBeLessThanOrEqual(strict[b]!);
          if (p < other) expect(loose[a]).toBeLessThanOrEqual(loose[b]!);
        });
      });
    }),
  );
});

it('gives equal p-values one adjusted value, whatever their place', () => {
  expect(holm([0.02, null, 0.01, 0.02])).toEqual([0.04, null, 0.03, 0.04]);
  expect(benjaminiHochberg([0.02, null, 0.01, 0.02])).toEqual([0.02, null, 0.02, 0.02]);
});
