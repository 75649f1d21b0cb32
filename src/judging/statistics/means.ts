import { type Estimate, estimateOf } from './estimate.js';
import { differenceOfProducts } from './summation.js';

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
