import { binomialCdf, binomialPmf } from './distributions.js';
import { type Discordance } from './paired-proportions.js';

/** Two-sided p of the hypothesis that either model alone is right on as many rows (gates S6). */
export interface McNemarP {
  /** By the binomial distribution of the discordant rows (McNemar 1947); never too small. */
  readonly exactP: number;
  /** With half the probability of what was seen (Lancaster 1961), nearer to its nominal level. */
  readonly midP: number;
}

/** McNemar's test; without a discordant row both are 1. */
export function mcnemarP({ wins, losses }: Pick<Discordance, 'wins' | 'losses'>): McNemarP {
  const discordant = wins + losses;
  const fewer = Math.min(wins, losses);
  const below = binomialCdf(fewer, discordant, 0.5);
  return {
    exactP: Math.min(1, 2 * below),
    midP: Math.min(1, 2 * (below - binomialPmf(fewer, discordant, 0.5) / 2)),
  };
}
