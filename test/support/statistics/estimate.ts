import { tCdf } from '../../../src/judging/statistics/distributions.js';
import { type Estimate } from '../../../src/judging/statistics/estimate.js';

/**
 * One-sided p of H0 δ ≤ −margin against δ > −margin for an oriented difference, 1 − F((δ̂ + m)/SE) (gates S13);
 * a negative margin asks for a gain; null when the standard error is 0.
 */
export function nonInferiorityP(estimate: Estimate, margin: number): number | null {
  if (estimate.standardError === 0) return null;
  return tCdf(-(estimate.centre + margin) / estimate.standardError, estimate.degreesOfFreedom);
}

/** Two-sided p of H0 δ = 0, 2·F(−|δ̂|/SE); null when the standard error is 0. */
export function twoSidedP(estimate: Estimate): number | null {
  if (estimate.standardError === 0) return null;
  return 2 * tCdf(-Math.abs(estimate.centre) / estimate.standardError, estimate.degreesOfFreedom);
}
