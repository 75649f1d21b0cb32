import { type Estimate, estimateOf } from '../../../src/judging/statistics/estimate.js';
import { type ClusterDiff, type MeanDiff, type WeightedDiff } from '../../../src/judging/statistics/means.js';
import { compensatedSum, compensatedSumOf } from '../../../src/judging/statistics/summation.js';

/** Sums of challenger − incumbent over two equally long lists, compensated (Neumaier 1974); all 0 for empty lists. */
export function meanDiffOf(challenger: ArrayLike<number>, incumbent: ArrayLike<number>): MeanDiff {
  const n = challenger.length;
  return {
    n,
    sumD: compensatedSumOf(n, (row) => challenger[row]! - incumbent[row]!),
    sumD2: compensatedSumOf(n, (row) => (challenger[row]! - incumbent[row]!) ** 2),
  };
}

/** Mean of paired differences as given, in two passes so that a large common offset costs no digits; null for n < 2. */
export function pairedMeanOf(differences: ArrayLike<number>): Estimate | null {
  const n = differences.length;
  if (n < 2) return null;
  const mean = compensatedSum(differences) / n;
  const residual = compensatedSumOf(n, (row) => differences[row]! - mean);
  const squares = compensatedSumOf(n, (row) => (differences[row]! - mean) ** 2);
  const variance = Math.max(0, squares - (residual * residual) / n) / (n - 1);
  return estimateOf(mean, Math.sqrt(variance / n), n - 1);
}

/**
 * Per-row contrast whose mean is ≥ 0 exactly when the challenger is within the share `relative` of the incumbent's mean,
 * q = s·(c − i) + r·sign(ī)·i (gates S13), s = +1 if higher is better, else −1; empty for empty lists.
 */
export function relativeContrast(
  challenger: ArrayLike<number>,
  incumbent: ArrayLike<number>,
  relative: number,
  sign: 1 | -1,
): Float64Array {
  const slack = relative * Math.sign(compensatedSum(incumbent));
  return Float64Array.from(challenger, (value, row) => sign * (value - incumbent[row]!) + slack * incumbent[row]!);
}

/** Sums per unit of the differences, for `clusteredMean`; `units` names the unit of each difference. */
export function clusterDiffOf(differences: ArrayLike<number>, units: ArrayLike<string | number>): ClusterDiff {
  const byUnit = new Map<string | number, { rows: number; sum: number }>();
  for (let row = 0; row < differences.length; row++) {
    const unit = byUnit.get(units[row]!) ?? { rows: 0, sum: 0 };
    unit.rows += 1;
    unit.sum += differences[row]!;
    byUnit.set(units[row]!, unit);
  }
  const totals = [...byUnit.values()];
  return {
    n: differences.length,
    clusters: totals.length,
    sumD: compensatedSum(differences),
    sumClusterD2: compensatedSumOf(totals.length, (g) => totals[g]!.sum ** 2),
    sumClusterND: compensatedSumOf(totals.length, (g) => totals[g]!.rows * totals[g]!.sum),
    sumClusterN2: compensatedSumOf(totals.length, (g) => totals[g]!.rows ** 2),
  };
}

/** Sums of weighted differences, compensated (Neumaier 1974), for `weightedMean`. */
export function weightedDiffOf(differences: ArrayLike<number>, weights: ArrayLike<number>): WeightedDiff {
  const n = differences.length;
  return {
    n,
    sumW: compensatedSum(weights),
    sumW2: compensatedSumOf(n, (row) => weights[row]! ** 2),
    sumWD: compensatedSumOf(n, (row) => weights[row]! * differences[row]!),
    sumW2D: compensatedSumOf(n, (row) => weights[row]! ** 2 * differences[row]!),
    sumW2D2: compensatedSumOf(n, (row) => (weights[row]! * differences[row]!) ** 2),
  };
}
