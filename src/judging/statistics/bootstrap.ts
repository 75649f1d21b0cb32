import { normalCdf, normalQuantile } from './distributions.js';
import { type Bounds, type Estimate, estimateOf } from './estimate.js';
import { randomSource } from './random.js';
import { compensatedSum, compensatedSumOf } from './summation.js';

/** Replicates for a first look and for a verdict: α(B + 1) is whole for every usual α (gates S10). */
export const SCREEN_REPLICATES = 1999;
export const FINAL_REPLICATES = 9999;

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
 * B differences of a metric in its unit, each over one resample of the units with replacement, shared by both models
 * (Efron and Tibshirani 1993); `differenceOf` sees the drawn unit numbers and gives null where the metric is undefined;
 * null without units or when under 90 % of the replicates are defined.
 */
export function pairedBootstrap(
  units: number,
  differenceOf: (drawn: Uint32Array) => number | null,
  { seed, replicates }: Resampling,
): Float64Array | null {
  if (!(units >= 1) || !(replicates >= 1)) return null;
  const random = randomSource(seed);
  const drawn = new Uint32Array(units);
  const differences = new Float64Array(replicates);
  let defined = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    random.fillBelow(drawn, units);
    const difference = differenceOf(drawn);
    if (difference !== null && Number.isFinite(difference)) differences[defined++] = difference;
  }
  return defined < MIN_DEFINED_SHARE * replicates ? null : differences.slice(0, defined);
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
 * One-sided p of H0 δ ≤ −margin for an oriented difference, (1 + #{δ* ≤ −m})/(B + 1) (Davison and Hinkley 1997);
 * null without replicates.
 */
export function bootstrapNonInferiorityP(replicates: ArrayLike<number>, margin: number): number | null {
  return tailShare(replicates, (difference) => difference <= -margin);
}

/**
 * One-sided p of H0 δ ≥ 0 for an oriented difference, (1 + #{δ* ≥ 0})/(B + 1) (Davison and Hinkley 1997);
 * null without replicates.
 */
export function bootstrapRegressionP(replicates: ArrayLike<number>): number | null {
  return tailShare(replicates, (difference) => difference >= 0);
}

function tailShare(replicates: ArrayLike<number>, isExtreme: (difference: number) => boolean): number | null {
  if (replicates.length === 0) return null;
  let extreme = 1;
  for (let index = 0; index < replicates.length; index++) if (isExtreme(replicates[index]!)) extreme++;
  return extreme / (replicates.length + 1);
}

/**
 * One-sided (1 − α) bias-corrected and accelerated bounds (Efron 1987); `jackknife` holds the difference with each unit left
 * out; null when all replicates lie on one side of the observed difference, or the tail asked for holds none.
 */
export function bcaBounds(
  observed: number,
  replicates: ArrayLike<number>,
  jackknife: ArrayLike<number>,
  alpha: number,
): Bounds | null {
  const sorted = sortedFinite(replicates);
  const acceleration = accelerationOf(jackknife);
  if (sorted === null || acceleration === null) return null;
  const below = compensatedSumOf(sorted.length, (index) => (1 + Math.sign(observed - sorted[index]!)) / 2);
  if (below === 0 || below === sorted.length) return null;
  const bias = normalQuantile(below / sorted.length);
  const adjusted = (z: number) => normalCdf(bias + (bias + z) / (1 - acceleration * (bias + z)));
  const z = normalQuantile(1 - alpha);
  const lowerRank = Math.floor(adjusted(-z) * (sorted.length + 1) + WHOLE);
  const upperRank = Math.ceil(adjusted(z) * (sorted.length + 1) - WHOLE);
  if (lowerRank < 1 || upperRank > sorted.length) return null;
  return { lower: sorted[lowerRank - 1]!, upper: sorted[upperRank - 1]! };
}

/** Skewness of the jackknife values over 6; 0 when they do not vary, null for fewer than 2 or one that is not finite. */
function accelerationOf(jackknife: ArrayLike<number>): number | null {
  const size = jackknife.length;
  if (size < 2) return null;
  const mean = compensatedSum(jackknife) / size;
  const squares = compensatedSumOf(size, (index) => (mean - jackknife[index]!) ** 2);
  const cubes = compensatedSumOf(size, (index) => (mean - jackknife[index]!) ** 3);
  if (!Number.isFinite(squares)) return null;
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

/** A sorted copy, or null when there is nothing to sort or a value is not finite. */
function sortedFinite(values: ArrayLike<number>): Float64Array | null {
  const sorted = Float64Array.from(values).sort();
  return sorted.length > 0 && sorted.every(Number.isFinite) ? sorted : null;
}
