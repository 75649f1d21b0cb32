import { binomialQuantile, normalQuantile } from './distributions.js';
import { type Estimate } from './estimate.js';

/** Rows on which only the challenger (wins) or only the incumbent (losses) scores, out of n; of weighted rows effective numbers, which need not be whole. */
export interface Discordance {
  readonly wins: number;
  readonly losses: number;
  readonly n: number;
}

/** Effective numbers of rows add up to n up to rounding. */
const ROUNDING = 1e-12;

/**
 * Difference of two paired shares, (wins − losses)/n, with the interval centred on and spread by one added win and loss
 * (Bonett and Price 2012); the standard error is positive even without disagreement; null without rows.
 */
export function bonettPrice(pairs: Discordance): Estimate | null {
  if (!isDiscordance(pairs)) return null;
  const { wins, losses, n } = pairs;
  const size = n + 2;
  const centre = (wins - losses) / size;
  const disagreement = (wins + losses + 2) / size;
  return {
    point: (wins - losses) / n,
    centre,
    standardError: Math.sqrt(Math.max(0, disagreement - centre * centre) / size),
    degreesOfFreedom: Infinity,
  };
}

/**
 * Whether pairs with losses are too good for a loss of the whole margin, by its score test at level α, z = (w − l + n·m)/SE_m ≥
 * z_{1−α} with the variance that such a loss would have (Tango 1998), and where nothing was won by P(Bin(n, m) ≤ l) ≤ α exactly.
 * The interval alone lets as many as twice α through where nearly every disagreement is a loss; without any loss it decides alone.
 */
export function excludesLoss(pairs: Discordance, margin: number, alpha: number): boolean {
  const { wins, losses, n } = pairs;
  if (losses <= 0) return true;
  if (margin >= 1) return true;
  if (wins < 1 && Math.ceil(losses - wins) >= binomialQuantile(alpha, Math.floor(n), margin)) return false;
  const b = (2 * n - wins + losses) * -margin - wins - losses;
  const lost = (Math.sqrt(b * b - 8 * n * losses * margin * (1 + margin)) - b) / (4 * n);
  const variance = n * (2 * lost - margin * (1 + margin));
  return wins - losses + n * margin >= normalQuantile(1 - alpha) * Math.sqrt(Math.max(0, variance));
}

function isDiscordance({ wins, losses, n }: Discordance): boolean {
  return n > 0 && Number.isFinite(n) && wins >= 0 && losses >= 0 && wins + losses <= n * (1 + ROUNDING);
}
