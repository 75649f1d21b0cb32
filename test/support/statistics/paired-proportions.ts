import { normalCdf, normalQuantile } from '../../../src/judging/statistics/distributions.js';
import { type Bounds } from '../../../src/judging/statistics/estimate.js';
import { bonettPrice, type Discordance } from '../../../src/judging/statistics/paired-proportions.js';
import { mcnemarP } from '../../../src/judging/statistics/mcnemar.js';
import { chiSquareSurvival } from './distributions.js';

/** Halving (−1, 1) this often leaves an interval narrower than a double's resolution. */
const BISECTIONS = 60;

/**
 * Score test of H0 δ ≤ −margin for paired shares: z and one-sided p (Tango 1998); a negative margin asks for a gain;
 * null without rows or for a margin outside (−1, 1).
 */
export function tangoTest(pairs: Discordance, margin: number): { readonly z: number; readonly p: number } | null {
  if (bonettPrice(pairs) === null || !(margin > -1 && margin < 1)) return null;
  const z = tangoScore(pairs, -margin);
  return { z, p: normalCdf(-z) };
}

/** One-sided (1 − α) score bounds of the difference of paired shares, in [−1, 1] (Tango 1998); null without rows. */
export function tango(pairs: Discordance, alpha: number): Bounds | null {
  if (bonettPrice(pairs) === null) return null;
  const z = normalQuantile(1 - alpha);
  return { lower: tangoRoot(pairs, z), upper: tangoRoot(pairs, -z) };
}

/** The difference at which the score, which falls as the difference rises, reaches z. */
function tangoRoot(pairs: Discordance, z: number): number {
  let low = -1;
  let high = 1;
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = (low + high) / 2;
    if (tangoScore(pairs, middle) > z) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Tango's z at difference D inside (−1, 1); 0 where nobody disagrees and D is 0, the limit from both sides. */
function tangoScore({ wins, losses, n }: Discordance, difference: number): number {
  const a = 2 * n;
  const b = -wins - losses + (2 * n - wins + losses) * difference;
  const c = -losses * difference * (1 - difference);
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  const q = b > 0 ? (-2 * c) / (root + b) : (root - b) / (2 * a);
  const variance = n * (2 * q + difference * (1 - difference));
  const distance = wins - losses - n * difference;
  if (variance > 0) return distance / Math.sqrt(variance);
  return distance === 0 ? 0 : Math.sign(distance) * Infinity;
}

/** McNemar's tests of equal paired shares; every p is two-sided. */
export interface McNemar {
  readonly exactP: number;
  readonly midP: number;
  readonly chiSquare: number;
  readonly chiSquareP: number;
  /** With the continuity correction of Edwards (1948). */
  readonly correctedChiSquare: number;
  readonly correctedChiSquareP: number;
}

/** McNemar (1947): exact, mid-p (Fagerland, Lydersen and Laake 2013) and χ²; without disagreement every p is 1 and χ² 0. */
export function mcnemar({ wins, losses }: Pick<Discordance, 'wins' | 'losses'>): McNemar {
  const discordant = wins + losses;
  const chiSquare = discordant === 0 ? 0 : (wins - losses) ** 2 / discordant;
  const corrected = discordant === 0 ? 0 : Math.max(Math.abs(wins - losses) - 1, 0) ** 2 / discordant;
  return {
    ...mcnemarP({ wins, losses }),
    chiSquare,
    chiSquareP: chiSquareSurvival(chiSquare, 1),
    correctedChiSquare: corrected,
    correctedChiSquareP: chiSquareSurvival(corrected, 1),
  };
}
