import { normalQuantile } from './distributions.js';
import { type Discordance } from './paired-proportions.js';

/** Chances of a wrong promotion (α, one-sided) and of showing what is true (power), both in (0, 1). */
export interface ErrorRates {
  readonly alpha: number;
  readonly power: number;
}

/** Keeps a size that is whole but for rounding from being rounded up by one. */
const WHOLE = 1e-9;

/**
 * Rows, not rounded, to show non-inferiority within a margin when the models are equal,
 * ((z_{1−α} + z_{power})·σ_d/m)² (Chow, Shao and Wang 2008); null for a margin that is not positive.
 */
export function sampleSize(standardDeviation: number, margin: number, rates: ErrorRates): number | null {
  if (!(margin > 0) || !Number.isFinite(standardDeviation)) return null;
  return ((zSum(rates) * standardDeviation) / margin) ** 2;
}

/**
 * Rows in all, rounded up, that would show non-inferiority if further rows are like the n seen, whose difference has this
 * standard error (σ_d = SE·√n; Chow, Shao and Wang 2008); null for a margin that is not positive.
 */
export function neededN(standardError: number, n: number, margin: number, rates: ErrorRates): number | null {
  return roundUp(sampleSize(standardError * Math.sqrt(n), margin, rates));
}

/**
 * Rows in all, rounded up, for a paired share, σ_d² being the disagreement rate (wins + losses)/n (Connor 1987), and at
 * least what Bonett–Price needs without disagreement; null without rows or for a margin that is not positive.
 */
export function neededNForPairs(pairs: Discordance, margin: number, rates: ErrorRates): number | null {
  const floor = zeroDisagreementN(margin, rates.alpha);
  if (!(pairs.n > 0) || floor === null) return null;
  const needed = roundUp(sampleSize(Math.sqrt((pairs.wins + pairs.losses) / pairs.n), margin, rates));
  return needed === null ? null : Math.max(floor, needed);
}

/**
 * Fewest rows on which two models that never disagree pass a margin under Bonett–Price, z_{1−α}·√2/m − 2 rounded up
 * (Bonett and Price 2012); null for a margin that is not positive.
 */
export function zeroDisagreementN(margin: number, alpha: number): number | null {
  return margin > 0 ? roundUp(Math.max(1, (normalQuantile(1 - alpha) * Math.SQRT2) / margin - 2)) : null;
}

/**
 * Fewest rows on which a loss of this size would be detected between two models that never disagree,
 * (z_{1−α} + z_{power})·√2/effect − 2 rounded up (Bloom 1995; Bonett and Price 2012); null for an effect that is not positive.
 */
export function zeroDisagreementDetectableN(effect: number, rates: ErrorRates): number | null {
  return effect > 0 ? roundUp(Math.max(1, (zSum(rates) * Math.SQRT2) / effect - 2)) : null;
}

/**
 * Rows in all on which models that never differ pass a margin, where the error imagined on n rows shrinks as 1/n,
 * z_{1−α}·SE·n/m rounded up (Bonett and Price 2012); null for a margin that is not positive.
 */
export function zeroDifferenceN(standardError: number, n: number, margin: number, alpha: number): number | null {
  return margin > 0 ? roundUp(Math.max(1, (normalQuantile(1 - alpha) * standardError * n) / margin)) : null;
}

/**
 * Smallest true loss that would be detected with the given power, (z_{1−α} + z_{power})·SE, in the unit of the metric
 * (Bloom 1995); 0 when the standard error is 0.
 */
export function minimumDetectableEffect(standardError: number, rates: ErrorRates): number {
  return zSum(rates) * standardError;
}

function zSum({ alpha, power }: ErrorRates): number {
  return normalQuantile(1 - alpha) + normalQuantile(power);
}

/** Whole rows; null for more than anyone can count. */
function roundUp(size: number | null): number | null {
  const rows = size === null ? Infinity : Math.ceil(size * (1 - WHOLE));
  return Number.isSafeInteger(rows) ? rows : null;
}
