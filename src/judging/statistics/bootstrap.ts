import { type Bounds, type Estimate, estimateOf } from './estimate.js';
import { compensatedSum, compensatedSumOf } from './summation.js';

/** Replicates that a metric is resampled by: α(B + 1) is whole for every usual α (gates S10). */
export const SCREEN_REPLICATES = 1999;

/** A bootstrap with fewer defined replicates than this share of those drawn says nothing. */
export const MIN_DEFINED_SHARE = 0.9;
/** Keeps α(B + 1) that is whole but for rounding from being floored by one. */
const WHOLE = 1e-9;

/** How to resample: a 64-bit seed and the number B of replicates. */
export interface Resampling {
  readonly seed: bigint;
  readonly replicates: number;
}

/**
 * One-sided (1 − α) percentile bounds from replicates, drawn here or supplied as evidence: the ⌊α(B + 1)⌋-th smallest and
 * largest (Efron and Tibshirani 1993); null when B is too small for α, that is α(B + 1) < 1, or a replicate is not finite.
 */
export function percentileBounds(replicates: ArrayLike<number>, alpha: number): Bounds | null {
  const sorted = sortedFinite(replicates);
  if (sorted === null) return null;
  const rank = Math.floor(alpha * (sorted.length + 1) + WHOLE);
  if (rank < 1 || rank > sorted.length) return null;
  return { lower: sorted[rank - 1]!, upper: sorted[sorted.length - rank]! };
}

/** The observed difference with the standard deviation of its replicates (Efron 1979); null for fewer than 2 replicates. */
export function bootstrapEstimate(observed: number, replicates: ArrayLike<number>): Estimate | null {
  const size = replicates.length;
  if (size < 2) return null;
  const mean = compensatedSum(replicates) / size;
  const squares = compensatedSumOf(size, (index) => (replicates[index]! - mean) ** 2);
  return estimateOf(observed, Math.sqrt(squares / (size - 1)));
}

/**
 * One-sided p of H0 δ ≥ 0 for an oriented difference, (1 + #{δ* ≥ 0})/(B + 1) (Davison and Hinkley 1997);
 * null without replicates.
 */
export function bootstrapRegressionP(replicates: ArrayLike<number>): number | null {
  if (replicates.length === 0) return null;
  let extreme = 1;
  for (let index = 0; index < replicates.length; index++) if (replicates[index]! >= 0) extreme++;
  return extreme / (replicates.length + 1);
}

/** A sorted copy, or null when there is nothing to sort or a value is not finite. */
function sortedFinite(values: ArrayLike<number>): Float64Array | null {
  const sorted = Float64Array.from(values).sort();
  return sorted.length > 0 && sorted.every(Number.isFinite) ? sorted : null;
}
