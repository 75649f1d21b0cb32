import { normalQuantile } from './distributions.js';
import { type Bounds } from './estimate.js';

/** Successes among trials: whole numbers, 0 ≤ successes ≤ n. */
export interface Count {
  readonly successes: number;
  readonly n: number;
}

/** One-sided (1 − α) Wilson score bounds of a share in [0, 1] (Wilson 1927); null without trials. */
export function wilson(count: Count, alpha: number): Bounds | null {
  if (!isCount(count)) return null;
  const { successes, n } = count;
  const z = normalQuantile(1 - alpha);
  const rate = successes / n;
  const shrink = 1 + (z * z) / n;
  const centre = (rate + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n));
  return { lower: successes === 0 ? 0 : centre - half, upper: successes === n ? 1 : centre + half };
}

/** Whether the numbers can be successes among at least one trial. */
function isCount({ successes, n }: Count): boolean {
  return n > 0 && Number.isFinite(n) && successes >= 0 && successes <= n;
}
