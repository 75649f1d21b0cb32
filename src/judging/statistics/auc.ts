import { type Estimate, estimateOf } from './estimate.js';

/** What DeLong's test needs of two AUCs measured on the same rows; shares in [0, 1] and their squares. */
export interface AucPair {
  readonly aucC: number;
  readonly aucI: number;
  readonly varC: number;
  readonly varI: number;
  readonly cov: number;
  readonly nPos: number;
  readonly nNeg: number;
}

/** Below this share of the two variances the variance of the difference is their rounding, so it counts as 0. */
const ROUNDING = 16 * Number.EPSILON;
/** A variance negative by more than this share contradicts |cov| ≤ √(varC·varI). */
const CONTRADICTION = 1e-9;

/**
 * Challenger − incumbent AUC from sufficient statistics, var = varC + varI − 2cov (DeLong, DeLong and Clarke-Pearson 1988);
 * the standard error is 0 when the models rank alike; null with fewer than 2 rows of a class or variances no data could give.
 */
export function aucDifference({ aucC, aucI, varC, varI, cov, nPos, nNeg }: AucPair): Estimate | null {
  if (!(nPos >= 2 && nNeg >= 2 && varC >= 0 && varI >= 0)) return null;
  const variance = varC - cov + (varI - cov);
  if (!(variance >= -CONTRADICTION * (varC + varI))) return null;
  return estimateOf(aucC - aucI, variance <= ROUNDING * (varC + varI) ? 0 : Math.sqrt(variance));
}
