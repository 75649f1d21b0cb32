import { bootstrapRegressionP, MIN_DEFINED_SHARE, type Resampling } from '../../../src/judging/statistics/bootstrap.js';
import { normalCdf, normalQuantile } from '../../../src/judging/statistics/distributions.js';
import { type Bounds } from '../../../src/judging/statistics/estimate.js';
import { randomSource } from '../../../src/judging/statistics/random.js';
import { compensatedSum, compensatedSumOf } from '../../../src/judging/statistics/summation.js';

/** Replicates for a verdict: α(B + 1) is whole for every usual α (gates S10). */
export const FINAL_REPLICATES = 9999;

/** Keeps α(B + 1) that is whole but for rounding from being floored by one. */
const WHOLE = 1e-9;

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
 * One-sided p of H0 δ ≤ −margin for an oriented difference, (1 + #{δ* ≤ −m})/(B + 1) (Davison and Hinkley 1997);
 * null without replicates.
 */
export function bootstrapNonInferiorityP(replicates: ArrayLike<number>, margin: number): number | null {
  return bootstrapRegressionP(Float64Array.from(replicates, (difference) => -margin - difference));
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
  const sorted = Float64Array.from(replicates).sort();
  const acceleration = accelerationOf(jackknife);
  if (!sorted.every(Number.isFinite) || acceleration === null) return null;
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
