import fc from 'fast-check';
import { expectClose, golden } from '../../../test/fixtures/statistics/golden.js';
import { aucDifference } from './auc.js';
import { auc, pairedAuc } from '../../../test/support/statistics/auc.js';
import { oneSidedBounds } from './estimate.js';
import { twoSidedP } from '../../../test/support/statistics/estimate.js';

const toy = golden.delong_toy;

describe('the toy data', () => {
  const result = pairedAuc(toy.y, toy.challenger, toy.incumbent)!;

  it('from scores', () => {
    expectClose(result.aucC, toy.aucA);
    expectClose(result.aucI, toy.aucB);
    expectClose(result.sums!.varC, toy.varA);
    expectClose(result.sums!.varI, toy.varB);
    expectClose(result.sums!.cov, toy.cov);
    expect([result.nPos, result.nNeg]).toEqual([6, 8]);
  });

  it.each([
    ['from scores', result.difference!],
    [
      'from sums',
      aucDifference({
        aucC: toy.aucA,
        aucI: toy.aucB,
        varC: toy.varA,
        varI: toy.varB,
        cov: toy.cov,
        nPos: 6,
        nNeg: 8,
      })!,
    ],
  ])('the difference %s', (_from, difference) => {
    expectClose(difference.point, toy.d);
    expectClose(difference.standardError, toy.se);
    expectClose(difference.point / difference.standardError, toy.z);
    expectClose(twoSidedP(difference), toy.p);
    expectClose(oneSidedBounds(difference, 0.025).lower, toy.ci[0]!);
    expectClose(oneSidedBounds(difference, 0.025).upper, toy.ci[1]!);
  });

  it('one model alone', () => {
    expectClose(auc(toy.y, toy.challenger)!.point, toy.aucA);
    expectClose(auc(toy.y, toy.challenger)!.standardError, Math.sqrt(toy.varA));
  });
});

it('the AUC can rise overall while it falls on both slices', () => {
  const data = golden.auc_simpson_fixture;
  const of = (rows: number[]) => {
    const pick = (values: number[]) => rows.map((row) => values[row]!);
    const { aucC, aucI } = pairedAuc(pick(data.y), pick(data.challenger), pick(data.incumbent))!;
    return [aucC, aucI];
  };
  const rowsOf = (slice: string) => [...data.slice.keys()].filter((row) => data.slice[row] === slice);
  expect(of([...data.y.keys()])).toEqual(data.overall);
  expect(of(rowsOf('A'))).toEqual(data.slice_A);
  expect(of(rowsOf('B'))).toEqual(data.slice_B);
});

describe('degenerate input', () => {
  it('a missing class or a score that is not finite is null', () => {
    expect([pairedAuc([], [], []), pairedAuc([1, 1], [0.1, 0.2], [0.1, 0.2])]).toEqual([null, null]);
    expect(pairedAuc([1, 0], [0.1, NaN], [0.1, 0.2])).toBeNull();
    expect([auc([0, 0], [1, 2]), auc([1, 0, 0], [1, 2, 3])]).toEqual([null, null]);
  });

  it('one positive has two AUCs but no error', () => {
    expect(pairedAuc([1, 0, 0], [0.5, 0.2, 0.7], [0.9, 0.2, 0.7])).toEqual({
      aucC: 0.5,
      aucI: 1,
      nPos: 1,
      nNeg: 2,
      sums: null,
      difference: null,
    });
  });

  it('models that rank alike have no error, whatever their scores', () => {
    const squared = toy.incumbent.map((score) => score ** 2);
    const { difference, sums } = pairedAuc(toy.y, squared, toy.incumbent)!;
    expect(difference).toMatchObject({ point: 0, standardError: 0 });
    expect(aucDifference(sums!)).toMatchObject({ point: 0, standardError: 0 });
  });

  it('variances no data could give are null', () => {
    const sums = pairedAuc(toy.y, toy.challenger, toy.incumbent)!.sums!;
    expect(aucDifference({ ...sums, cov: 1 })).toBeNull();
    expect(aucDifference({ ...sums, varC: -1 })).toBeNull();
    expect(aucDifference({ ...sums, varC: NaN })).toBeNull();
    expect(aucDifference({ ...sums, nPos: 1 })).toBeNull();
  });
});

/** The AUC and DeLong's variance by counting every pair, as written in the paper. */
function byCounting(labels: number[], scores: number[]): { value: number; variance: number } {
  const rows = (label: number) => scores.filter((_, row) => labels[row] === label);
  const [positives, negatives] = [rows(1), rows(0)];
  const psi = (x: number, y: number) => (x > y ? 1 : x === y ? 0.5 : 0);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = (values: number[]) =>
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1) / values.length;
  const v10 = positives.map((x) => mean(negatives.map((y) => psi(x, y))));
  const v01 = negatives.map((y) => mean(positives.map((x) => psi(x, y))));
  return { value: mean(v10), variance: spread(v10) + spread(v01) };
}

const anyRows = fc
  .array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
    minLength: 4,
    maxLength: 60,
  })
  .map((rows) => [
    [1, 1, 0, 0, ...rows.map(([label]) => label)],
    [3, 4, 2, 5, ...rows.map(([, score]) => score)],
    [1, 8, 2, 2, ...rows.map(([, , score]) => score)],
  ]);

describe('properties', () => {
  it('sorting gives what counting every pair gives, ties included', () => {
    fc.assert(
      fc.property(anyRows, ([labels, scores]) => {
        const counted = byCounting(labels!, scores!);
        const sorted = auc(labels!, scores!)!;
        expectClose(sorted.point, counted.value, 1e-14);
        expectClose(sorted.standardError ** 2, counted.variance, 1e-14);
      }),
    );
  });

  it('scores and sums agree, swapping the models mirrors, and the order of rows does not matter', () => {
    fc.assert(
      fc.property(anyRows, ([labels, challenger, incumbent]) => {
        const one = pairedAuc(labels!, challenger!, incumbent!)!;
        const other = pairedAuc(labels!.toReversed(), incumbent!.toReversed(), challenger!.toReversed())!;
        expectClose(aucDifference(one.sums!)!.standardError ** 2, one.difference!.standardError ** 2, 1e-14);
        expectClose(other.difference!.point, -one.difference!.point, 1e-14);
        expectClose(other.difference!.standardError, one.difference!.standardError, 1e-14);
      }),
    );
  });
});
