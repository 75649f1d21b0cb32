import { normalQuantile, tCdf, tQuantile } from './distributions.js';

/** One-sided (1 − α) bounds on the scale of the metric; together they are a two-sided (1 − 2α) interval. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** A value or a difference with its sampling error, all in the unit of the metric. */
export interface Estimate {
  /** What was observed. */
  readonly point: number;
  /** Where the interval is centred: the point, or a shrunken one (Bonett–Price). */
  readonly centre: number;
  /** Never negative and always finite; 0 when the data show no variation at all. */
  readonly standardError: number;
  /** Of Student's t; Infinity for a normal interval. */
  readonly degreesOfFreedom: number;
}

/** A value of one model with its standard error, both in the unit of the metric. */
export interface Measured {
  readonly value: number;
  readonly standardError: number;
}

/** Numbers beyond this are no measurement, and bounds made of them could overflow. */
const LARGEST = 1e150;

/** Whether a standard error is one: not negative, and no larger than 1e150, so that bounds stay finite. */
export function isStandardError(value: number): boolean {
  return value >= 0 && value <= LARGEST;
}

/** Estimate centred on its point; null unless the point lies within ±1e150 and the standard error is one. */
export function estimateOf(point: number, standardError: number, degreesOfFreedom = Infinity): Estimate | null {
  if (!(Math.abs(point) <= LARGEST) || !isStandardError(standardError)) return null;
  return { point, centre: point, standardError, degreesOfFreedom };
}

/** The same estimate turned so that positive is better: sign +1 if higher is better, −1 if lower is. */
export function orient(estimate: Estimate, sign: 1 | -1): Estimate {
  if (sign === 1) return estimate;
  const { point, centre, standardError, degreesOfFreedom } = estimate;
  return { point: -point, centre: -centre, standardError, degreesOfFreedom };
}

/** centre ∓ quantile(1 − α)·SE, in the unit of the metric; both bounds are the centre when the standard error is 0. */
export function oneSidedBounds(estimate: Estimate, alpha: number): Bounds {
  const reach = tQuantile(1 - alpha, estimate.degreesOfFreedom) * estimate.standardError;
  return { lower: estimate.centre - reach, upper: estimate.centre + reach };
}

/** One-sided p of H0 δ ≥ 0 against δ < 0 for an oriented difference, F(δ̂/SE) (gates §1.8); null when the standard error is 0. */
export function regressionP(estimate: Estimate): number | null {
  if (estimate.standardError === 0) return null;
  return tCdf(estimate.centre / estimate.standardError, estimate.degreesOfFreedom);
}

/**
 * Challenger − incumbent as if measured on independent samples, SE_δ = √(SE_c² + SE_i²) (gates S9);
 * null when a value is not finite or a standard error is negative.
 */
export function unpairedDifference(challenger: Measured, incumbent: Measured): Estimate | null {
  if (challenger.standardError < 0 || incumbent.standardError < 0) return null;
  const standardError = Math.hypot(challenger.standardError, incumbent.standardError);
  return estimateOf(challenger.value - incumbent.value, standardError);
}

/**
 * Standard error behind a two-sided normal interval of the given level (0.95, say), (high − low)/2z;
 * null when the interval is not finite or runs backwards, or the level is not inside (0, 1).
 */
export function standardErrorOfInterval(low: number, high: number, level: number): number | null {
  const width = high - low;
  if (!Number.isFinite(width) || width < 0 || !(level > 0 && level < 1)) return null;
  return width / (2 * normalQuantile((1 + level) / 2));
}
