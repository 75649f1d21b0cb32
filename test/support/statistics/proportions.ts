import { normalCdf } from '../../../src/judging/statistics/distributions.js';
import { type Bounds, type Estimate, estimateOf } from '../../../src/judging/statistics/estimate.js';
import { type Count, wilson } from '../../../src/judging/statistics/proportions.js';
import { betaQuantile } from './distributions.js';

/** One-sided (1 − α) exact bounds of a share in [0, 1] (Clopper and Pearson 1934); null without trials. */
export function clopperPearson(count: Count, alpha: number): Bounds | null {
  if (!isCount(count)) return null;
  const { successes, n } = count;
  return {
    lower: successes === 0 ? 0 : betaQuantile(alpha, successes, n - successes + 1),
    upper: successes === n ? 1 : betaQuantile(1 - alpha, successes + 1, n - successes),
  };
}

/** Share with its binomial standard error √(p(1 − p)/n), which is 0 for a share of 0 or 1 (Wald); null without trials. */
export function share(count: Count): Estimate | null {
  if (!isCount(count)) return null;
  const value = count.successes / count.n;
  return estimateOf(value, Math.sqrt((value * (1 - value)) / count.n));
}

/** Difference of two independent shares with the unpooled standard error (Wald); null when either side has no trials. */
export function differenceOfShares(challenger: Count, incumbent: Count): Estimate | null {
  const c = share(challenger);
  const i = share(incumbent);
  if (c === null || i === null) return null;
  return estimateOf(c.point - i.point, Math.hypot(c.standardError, i.standardError));
}

/**
 * One-sided (1 − α) hybrid score bounds of the difference of two independent shares (Newcombe 1998, method 10);
 * null when either side has no trials.
 */
export function newcombe(challenger: Count, incumbent: Count, alpha: number): Bounds | null {
  const c = wilson(challenger, alpha);
  const i = wilson(incumbent, alpha);
  if (c === null || i === null) return null;
  const shareC = challenger.successes / challenger.n;
  const shareI = incumbent.successes / incumbent.n;
  return {
    lower: shareC - shareI - Math.hypot(shareC - c.lower, i.upper - shareI),
    upper: shareC - shareI + Math.hypot(c.upper - shareC, shareI - i.lower),
  };
}

/** Pooled z and two-sided p of equal shares (Pearson); null without trials or when all or none succeeded. */
export function pooledTest(challenger: Count, incumbent: Count): { readonly z: number; readonly p: number } | null {
  if (!isCount(challenger) || !isCount(incumbent)) return null;
  const pooled = (challenger.successes + incumbent.successes) / (challenger.n + incumbent.n);
  const standardError = Math.sqrt(pooled * (1 - pooled) * (1 / challenger.n + 1 / incumbent.n));
  if (!(standardError > 0)) return null;
  const z = (challenger.successes / challenger.n - incumbent.successes / incumbent.n) / standardError;
  return { z, p: 2 * normalCdf(-Math.abs(z)) };
}

/** Whether the numbers can be successes among at least one trial: the condition of every method here. */
function isCount(count: Count): boolean {
  return wilson(count, 0.5) !== null;
}
