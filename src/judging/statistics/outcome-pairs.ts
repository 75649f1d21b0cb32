import { type ClusterDiff, effectiveN, type MeanDiff, type WeightedDiff } from './means.js';
import { type Discordance } from './paired-proportions.js';

/** Total weight of the rows, or number of the units, on which the challenger or the incumbent did better. */
export interface Tally {
  readonly wins: number;
  readonly losses: number;
}

/** Sums are computed in another order than their parts, so that they agree up to rounding. */
const ROUNDING = 1e-9;

/**
 * Wins and losses behind sums of differences between −1 and 1, (ΣD² ± ΣD)/2, which are exact where each difference is −1, 0
 * or 1 (gates S3a); null for sums that no such differences make.
 */
export function pairsOfSums({ n, sumD, sumD2 }: MeanDiff): Discordance | null {
  return pairsOf(n, sumD, sumD2);
}

/** Whether sums are those of differences of −1, 0 and 1, as far as whole numbers can tell. */
export function areOfOutcomes({ n, sumD, sumD2 }: MeanDiff): boolean {
  const isWhole = Number.isInteger(sumD) && Number.isInteger(sumD2) && (sumD + sumD2) % 2 === 0;
  return isWhole && Math.abs(sumD) <= sumD2 && sumD2 <= n;
}

/**
 * Effective wins and losses of weighted rows, out of n_eff = (Σw)²/Σw² (gates S3a, Kish 1965): the disagreeing share by
 * weight, Σ w|d|/Σw, or by squared weight, Σ w²d²/Σw², whichever is larger, since disagreement on heavy rows counts for more;
 * null for sums that no differences between −1 and 1 make.
 */
export function pairsOfWeights(sums: WeightedDiff, tally?: Tally): Discordance | null {
  const { sumW, sumW2, sumWD, sumW2D2 } = sums;
  const n = effectiveN(sums);
  if (n === null) return null;
  const byWeight = tally === undefined ? 0 : (tally.wins + tally.losses) / sumW;
  const rate = Math.max(byWeight, sumW2D2 / sumW2, Math.abs(sumWD / sumW));
  return pairsOf(n, (n * sumWD) / sumW, n * rate);
}

/**
 * Effective wins and losses of units of several rows, out of G_eff = n²/Σn_g², which is G where all are of one size: each unit
 * that is no tie counts in full (gates S3a), and without a tally as many as Σs_g² allows; their difference is that of the rows.
 */
export function pairsOfUnits(sums: ClusterDiff, tally?: Tally): Discordance | null {
  const { n, clusters, sumD, sumClusterD2, sumClusterN2 } = sums;
  const size = (n * n) / sumClusterN2;
  if (!(size > 0)) return null;
  const decided = tally === undefined ? Math.min(clusters, sumClusterD2) : tally.wins + tally.losses;
  const rate = Math.max(decided / clusters, Math.abs(sumD / n));
  return pairsOf(size, (size * sumD) / n, size * rate);
}

/** Wins and losses by their difference and their sum. */
function pairsOf(n: number, difference: number, sum: number): Discordance | null {
  const slack = ROUNDING * Math.max(1, n);
  if (!(n > 0) || !(Math.abs(difference) <= sum + slack) || !(sum <= n + slack)) return null;
  const decided = Math.min(n, Math.max(sum, Math.abs(difference)));
  return { wins: (decided + difference) / 2, losses: (decided - difference) / 2, n };
}

/** Whether the weights of wins and losses differ by what the sums say. */
export function agreesWith({ wins, losses }: Tally, { sumW, sumWD }: WeightedDiff): boolean {
  return Math.abs(wins - losses - sumWD) <= ROUNDING * Math.max(1, sumW);
}
