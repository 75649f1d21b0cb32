import { normalQuantile } from '../../../src/judging/statistics/distributions.js';
import { type Bounds } from '../../../src/judging/statistics/estimate.js';
import { type SliceValue } from '../../../src/judging/statistics/slices.js';

/**
 * One-sided (1 − α) bounds of the ratio numerator/denominator of two independent values, exp(ln r ∓ z·SE_ln) with the
 * log-ratio standard error √((SE_1/v_1)² + (SE_2/v_2)²), for shares √((1−p_1)/(p_1 n_1) + (1−p_2)/(p_2 n_2)) (Katz et al.
 * 1978); null when a value is not positive or has no standard error.
 */
export function ratioBounds(numerator: SliceValue, denominator: SliceValue, alpha: number): Bounds | null {
  const standardError = logRatioStandardError(numerator, denominator);
  if (standardError === null) return null;
  const ratio = numerator.value / denominator.value;
  const factor = Math.exp(normalQuantile(1 - alpha) * standardError);
  return { lower: ratio / factor, upper: ratio * factor };
}

function logRatioStandardError(a: SliceValue, b: SliceValue): number | null {
  if (!(a.value > 0 && b.value > 0) || a.standardError === null || b.standardError === null) return null;
  return Math.hypot(a.standardError / a.value, b.standardError / b.value);
}
