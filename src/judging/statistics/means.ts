import { type Estimate, estimateOf } from './estimate.js';
import { compensatedSum, compensatedSumOf, differenceOfProducts } from './summation.js';

/** Sums over n paired differences d = challenger − incumbent, in the unit of the metric and its square. */
export interface MeanDiff {
  readonly n: number;
  readonly sumD: number;
  readonly sumD2: number;
}

/** Below this share of n·Σd² the spread is rounding of the two sums, so it counts as none. */
const ROUNDING = 4 * Number.EPSILON;
/** A spread negative by more than this share of n·Σd² contradicts the Cauchy–Schwarz inequality. */
const CONTRADICTION = 1e-9;

/**
 * Mean paired difference with t on n − 1 degrees of freedom, s² = (Σd² − n·d̄²)/(n − 1) (Student 1908);
 * null for n < 2 or sums no data could give; the standard error is 0 when all differences are equal.
 */
export function pairedMean({ n, sumD, sumD2 }: MeanDiff): Estimate | null {
  if (!(n >= 2) || !Number.isFinite(sumD) || !Number.isFinite(sumD2)) return null;
  const spread = spreadOf(differenceOfProducts(n, sumD2, sumD, sumD), n * sumD2);
  if (spread === null) return null;
  return estimateOf(sumD / n, Math.sqrt(spread / (n - 1)) / n, n - 1);
}

/** A sum of squared deviations cleaned of rounding: null when it is negative beyond any rounding of a total this large. */
function spreadOf(deviations: number, total: number): number | null {
  if (deviations < -CONTRADICTION * total) return null;
  return deviations <= ROUNDING * total ? 0 : deviations;
}

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

/** Sums over G units (users, sessions) of n rows: s_g is a unit's Σd, n_g its rows. */
export interface ClusterDiff {
  readonly n: number;
  readonly clusters: number;
  readonly sumD: number;
  /** Σ s_g² */
  readonly sumClusterD2: number;
  /** Σ n_g·s_g */
  readonly sumClusterND: number;
  /** Σ n_g² */
  readonly sumClusterN2: number;
}

/**
 * Mean difference with rows of one unit allowed to move together, SE = √(G/(G − 1)·Σ(s_g − n_g·d̄)²)/n and t on G − 1
 * (Liang and Zeger 1986); null for fewer than 2 units or sums no data could give.
 */
export function clusteredMean(sums: ClusterDiff): Estimate | null {
  const { n, clusters, sumD, sumClusterD2, sumClusterND, sumClusterN2 } = sums;
  if (!(clusters >= 2) || !(n >= clusters)) return null;
  const mean = sumD / n;
  const cross = differenceOfProducts(2, sumClusterND, mean, sumClusterN2);
  const total = sumClusterD2 + Math.abs(mean) * (2 * Math.abs(sumClusterND) + Math.abs(mean) * sumClusterN2);
  const spread = spreadOf(differenceOfProducts(1, sumClusterD2, mean, cross), total);
  if (spread === null) return null;
  return estimateOf(mean, Math.sqrt((clusters / (clusters - 1)) * spread) / n, clusters - 1);
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

/** Sums over n weighted differences, weights not negative. */
export interface WeightedDiff {
  readonly n: number;
  readonly sumW: number;
  readonly sumW2: number;
  readonly sumWD: number;
  readonly sumW2D: number;
  readonly sumW2D2: number;
}

/**
 * Weighted mean difference, SE = √(n/(n − 1)·Σ(w(d − μ))²)/Σw, with t on n_eff − 1, n_eff = (Σw)²/Σw² (Cochran 1977,
 * Kish 1965); null for n < 2, no weight, n_eff ≤ 1 or sums no data could give.
 */
export function weightedMean(sums: WeightedDiff): Estimate | null {
  const { n, sumW, sumW2, sumWD, sumW2D, sumW2D2 } = sums;
  const size = effectiveN(sums);
  if (!(n >= 2) || size === null || !(size > 1)) return null;
  const mean = sumWD / sumW;
  const cross = differenceOfProducts(2, sumW2D, mean, sumW2);
  const total = sumW2D2 + Math.abs(mean) * (2 * Math.abs(sumW2D) + Math.abs(mean) * sumW2);
  const spread = spreadOf(differenceOfProducts(1, sumW2D2, mean, cross), total);
  if (spread === null) return null;
  return estimateOf(mean, Math.sqrt((n / (n - 1)) * spread) / sumW, size - 1);
}

/** Rows of equal weight that would carry the same information, (Σw)²/Σw² (Kish 1965); null without weight. */
export function effectiveN({ sumW, sumW2 }: Pick<WeightedDiff, 'sumW' | 'sumW2'>): number | null {
  return sumW > 0 && sumW2 > 0 ? (sumW * sumW) / sumW2 : null;
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
