import stdlibBetaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import stdlibChiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import stdlibChiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { normalCdf } from '../../../src/judging/statistics/distributions.js';

/** Quantile of a Beta(a, b) distribution, a and b positive. */
export function betaQuantile(p: number, a: number, b: number): number {
  return stdlibBetaQuantile(p, a, b);
}

/** P(X > x) for χ² with the given degrees of freedom; one degree goes through Φ, which keeps tails below 1e-16. */
export function chiSquareSurvival(x: number, degreesOfFreedom: number): number {
  if (x <= 0) return 1;
  if (degreesOfFreedom === 1) return 2 * normalCdf(-Math.sqrt(x));
  return 1 - stdlibChiSquareCdf(x, degreesOfFreedom);
}

/** Quantile of χ² with the given degrees of freedom. */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  return stdlibChiSquareQuantile(p, degreesOfFreedom);
}
