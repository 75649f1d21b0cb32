import { binomialQuantile } from './distributions.js';

/** Ranks, counted from 1 for the smallest, of the observations that bound a quantile; null where no rank is sure enough. */
export interface Ranks {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** One-sided (1 − α) bounds of a quantile in its unit; null where the data are too few. */
export interface QuantileBounds {
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Ranks among n observations of the one-sided (1 − α) bounds of a quantile q in (0, 1), without any assumption on the
 * distribution: upper BinomQuantile(1 − α; n, q) + 1, lower BinomQuantile(α; n, q) (Conover 1999); both null without rows.
 */
export function quantileRanks(n: number, quantile: number, alpha: number): Ranks {
  if (!(n >= 1)) return { lower: null, upper: null };
  const lower = binomialQuantile(alpha, n, quantile);
  const upper = binomialQuantile(1 - alpha, n, quantile) + 1;
  return { lower: lower >= 1 ? lower : null, upper: upper <= n ? upper : null };
}

/** Order-statistic bounds of a quantile from observations sorted ascending, in their unit (Conover 1999); null as `quantileRanks`. */
export function quantileBounds(sorted: ArrayLike<number>, quantile: number, alpha: number): QuantileBounds {
  const { lower, upper } = quantileRanks(sorted.length, quantile, alpha);
  return {
    lower: lower === null ? null : sorted[lower - 1]!,
    upper: upper === null ? null : sorted[upper - 1]!,
  };
}

/** Quantile q of observations sorted ascending, linear between order statistics at q(n − 1) (Hyndman and Fan 1996, type 7); null without rows. */
export function linearQuantile(sorted: ArrayLike<number>, quantile: number): number | null {
  if (sorted.length === 0) return null;
  const position = quantile * (sorted.length - 1);
  const below = Math.floor(position);
  const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return sorted[below]! + (position - below) * (next - sorted[below]!);
}
