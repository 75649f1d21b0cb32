import { normalQuantile } from '../../../src/judging/statistics/distributions.js';
import { type Discordance } from '../../../src/judging/statistics/paired-proportions.js';
import { type ErrorRates, minimumDetectableEffect } from '../../../src/judging/statistics/power.js';

/**
 * The same for a paired share with this disagreement rate on n rows, (z_{1−α} + z_{power})·√((wins + losses)/n²) (Connor
 * 1987), and at least what Bonett–Price can show without disagreement, z_{1−α}·√2/(n + 2); null without rows.
 */
export function minimumDetectableEffectForPairs(pairs: Discordance, rates: ErrorRates): number | null {
  const { wins, losses, n } = pairs;
  if (!(n > 0)) return null;
  const floor = (normalQuantile(1 - rates.alpha) * Math.SQRT2) / (n + 2);
  return Math.max(floor, minimumDetectableEffect(Math.sqrt(wins + losses) / n, rates));
}
