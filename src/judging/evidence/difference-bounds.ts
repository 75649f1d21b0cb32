import { percentileBounds } from '../statistics/bootstrap.js';
import { type Bounds, oneSidedBounds } from '../statistics/estimate.js';
import { type Difference } from './difference.js';

/** Why a difference has no bounds. */
export type Unbounded = 'NO_VARIATION' | 'DEGENERATE_VARIANCE' | 'TOO_FEW_REPLICATES';

/**
 * One-sided (1 − α) bounds of challenger − incumbent, or why there are none: the one place where an interval is chosen, so that
 * gates and comparisons show the same for the same evidence. `delta` is the difference that the reports state.
 */
export function differenceBounds(difference: Difference, delta: number, alpha: number): Bounds | Unbounded {
  const { estimate, isUnvaried, replicates } = difference;
  if (estimate.standardError === 0 && delta !== 0) return 'DEGENERATE_VARIANCE';
  if (isUnvaried === true) return 'NO_VARIATION';
  if (replicates === undefined) return oneSidedBounds(estimate, alpha);
  return percentileBounds(replicates, alpha) ?? 'TOO_FEW_REPLICATES';
}
