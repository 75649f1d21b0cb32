import { type Estimate } from './estimate.js';

/** Rows on which only the challenger (wins) or only the incumbent (losses) scores, out of n: whole numbers. */
export interface Discordance {
  readonly wins: number;
  readonly losses: number;
  readonly n: number;
}

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
    standardError: Math.sqrt((disagreement - centre * centre) / size),
    degreesOfFreedom: Infinity,
  };
}

function isDiscordance({ wins, losses, n }: Discordance): boolean {
  return n > 0 && Number.isFinite(n) && wins >= 0 && losses >= 0 && wins + losses <= n;
}
