import { expectClose, expectRelative, fixture } from '../../../test/fixtures/statistics/golden.js';
import { aucDifference } from './auc.js';
import { type Binary8, type BinaryMetric, confusionOf, discordanceOf, pairedMetric } from './binary8.js';
import { countOf } from '../../../test/support/statistics/binary8.js';
import { bootstrapEstimate, percentileBounds } from './bootstrap.js';
import { FINAL_REPLICATES, pairedBootstrap } from '../../../test/support/statistics/bootstrap.js';
import { oneSidedBounds } from './estimate.js';
import { twoSidedP } from '../../../test/support/statistics/estimate.js';
import { type MeanDiff, pairedMean } from './means.js';
import { mcnemar } from '../../../test/support/statistics/paired-proportions.js';
import { wilson } from './proportions.js';
import { differenceOfShares, newcombe, pooledTest } from '../../../test/support/statistics/proportions.js';

type Pair = [number, number];
type Shares = Record<'k_a' | 'n_a' | 'k_b' | 'n_b' | 'diff' | 'z_pooled' | 'p', number> &
  Record<'wald_ci95' | 'newcombe_ci95' | 'wilson_ci95_a' | 'wilson_ci95_b', Pair>;
type Delong = Record<'auc_a' | 'auc_b' | 'diff' | 'var_a' | 'var_b' | 'cov' | 'se', number> & {
  z: number | null;
  p: number | null;
  ci95: Pair | null;
};
interface Resampled {
  diff: number;
  ci95: Pair;
  se: number;
  mc_se_ci95: Pair;
}
interface Slice {
  pair: string;
  slice: string;
  cells: Binary8;
  n_positive: number;
  delong: Delong | null;
  mcnemar: Record<'a_only' | 'b_only' | 'exact_p', number> & Record<'chi2' | 'p' | 'chi2_cc' | 'p_cc', number | null>;
  two_proportion?: Record<'accuracy' | 'recall' | 'selection_rate', Shares>;
  bootstrap?: Record<'accuracy' | 'f1' | 'recall', Resampled | null>;
}
interface PairedT {
  slice: string;
  error: string;
  sums: MeanDiff;
  reference: Record<'n' | 'mean' | 'sd' | 't' | 'df' | 'p', number>;
}

const census = fixture<{ slices: Slice[] }>('census-pairs.json').slices;
const diamonds = fixture<{ slices: PairedT[] }>('diamond-pairs.json').slices;

function expectBounds(actual: { lower: number; upper: number }, [lower, upper]: Pair): void {
  expectClose(actual.lower, lower);
  expectClose(actual.upper, upper);
}

describe.each(census)('$pair $slice', ({ cells, delong, mcnemar: reference, n_positive }) => {
  const n = cells.reduce((sum, rows) => sum + rows, 0);

  it('McNemar', () => {
    const pairs = discordanceOf(cells, 'accuracy')!;
    expect(pairs).toEqual({ wins: reference.b_only, losses: reference.a_only, n });
    const test = mcnemar(pairs);
    expectRelative(test.exactP, reference.exact_p);
    // Without disagreement the reference divides by 0; here that is χ² 0 and p 1.
    expectClose(test.chiSquare, reference.chi2 ?? 0);
    expectRelative(test.chiSquareP, reference.p ?? 1);
    expectClose(test.correctedChiSquare, reference.chi2_cc ?? 0);
    expectRelative(test.correctedChiSquareP, reference.p_cc ?? 1);
  });

  it('DeLong from sums', () => {
    const [nPos, nNeg] = [n_positive, n - n_positive];
    if (delong === null) {
      expect(aucDifference({ aucC: 1, aucI: 1, varC: 0, varI: 0, cov: 0, nPos, nNeg })).toBeNull();
      return;
    }
    const { auc_a: aucI, auc_b: aucC, var_a: varI, var_b: varC, cov } = delong;
    const difference = aucDifference({ aucC, aucI, varC, varI, cov, nPos, nNeg })!;
    expectClose(difference.point, delong.diff);
    expectClose(difference.standardError, delong.se);
    expectClose(twoSidedP(difference), delong.p);
    if (delong.p === null) return;
    expectRelative(twoSidedP(difference), delong.p);
    expectBounds(oneSidedBounds(difference, 0.025), delong.ci95!);
  });
});

const shareCases = census.flatMap(({ pair, slice, cells, two_proportion }) =>
  Object.entries(two_proportion ?? {}).map(([metric, shares]) => ({ pair, slice, cells, metric, shares })),
);

it.each(shareCases)('two independent shares: $metric of $pair $slice', ({ cells, metric, shares }) => {
  const challenger = countOf(confusionOf(cells, 'challenger'), metric as BinaryMetric)!;
  const incumbent = countOf(confusionOf(cells, 'incumbent'), metric as BinaryMetric)!;
  expect([challenger, incumbent]).toEqual([
    { successes: shares.k_b, n: shares.n_b },
    { successes: shares.k_a, n: shares.n_a },
  ]);
  const test = pooledTest(challenger, incumbent)!;
  expectClose(test.z, shares.z_pooled);
  expectRelative(test.p, shares.p);
  expectBounds(oneSidedBounds(differenceOfShares(challenger, incumbent)!, 0.025), shares.wald_ci95);
  expectBounds(newcombe(challenger, incumbent, 0.025)!, shares.newcombe_ci95);
  expectBounds(wilson(challenger, 0.025)!, shares.wilson_ci95_b);
  expectBounds(wilson(incumbent, 0.025)!, shares.wilson_ci95_a);
  expectClose(pairedMetric(cells, metric as BinaryMetric).difference!.point, shares.diff);
});

/** One row per example, its cell of the table as the value. */
function rowsOf(cells: Binary8): Uint8Array {
  return Uint8Array.from(cells.flatMap((rows, cell) => Array<number>(rows).fill(cell)));
}

// Larger slices take the same path; drawing 9,999 times their rows would only cost time.
const resampled = census
  .filter(({ cells, slice }) => slice.startsWith('race=') && rowsOf(cells).length < 1000)
  .flatMap(({ pair, slice, cells, bootstrap }) =>
    Object.entries(bootstrap ?? {}).map(([metric, reference]) => ({
      pair,
      slice,
      cells,
      metric,
      reference: reference!,
    })),
  );

it.each(resampled)('bootstrap of $metric of $pair $slice', ({ cells, metric, reference }) => {
  const rows = rowsOf(cells);
  const counts = [0, 0, 0, 0, 0, 0, 0, 0];
  const differenceOf = (drawn: Uint32Array) => {
    counts.fill(0);
    for (const row of drawn) counts[rows[row]!]!++;
    return pairedMetric(counts as unknown as Binary8, metric as BinaryMetric).difference?.point ?? null;
  };
  const replicates = pairedBootstrap(rows.length, differenceOf, { seed: 20240601n, replicates: FINAL_REPLICATES })!;
  const bounds = percentileBounds(replicates, 0.025)!;
  // Two independent runs of about 10,000 replicates: 4 Monte-Carlo errors times √2, and one step of a discrete metric.
  const within = (error: number) => 4 * Math.SQRT2 * error + 1 / rows.length;
  expect(Math.abs(bounds.lower - reference.ci95[0])).toBeLessThan(within(reference.mc_se_ci95[0]));
  expect(Math.abs(bounds.upper - reference.ci95[1])).toBeLessThan(within(reference.mc_se_ci95[1]));
  const spread = bootstrapEstimate(reference.diff, replicates)!.standardError;
  expect(Math.abs(spread - reference.se)).toBeLessThan((4 * reference.se) / Math.sqrt(FINAL_REPLICATES));
});

it.each(diamonds)('paired t of the $error error on $slice', ({ sums, reference }) => {
  const estimate = pairedMean(sums)!;
  expect([sums.n, estimate.degreesOfFreedom]).toEqual([reference.n, reference.df]);
  expectClose(estimate.point, reference.mean);
  expectClose(estimate.standardError * Math.sqrt(sums.n), reference.sd);
  expectClose(estimate.point / estimate.standardError, reference.t);
  expectRelative(twoSidedP(estimate), reference.p);
});
