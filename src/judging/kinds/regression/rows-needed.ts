import { neededN, neededNForPairs, type ErrorRates, zeroDifferenceN } from '../../statistics/power.js';
import { type Difference } from '../../evidence/difference.js';
import { type StatisticalInput } from './statistical-verdict.js';

/** Power at which needed rows and detectable effects are computed, gates.md §1.13. */
export const POWER = 0.8;

/** What more rows would do for a question that is open. */
export interface Outlook {
  /** Rows in all that would settle it, more than there are; undefined where nobody knows. */
  neededN?: number;
  /** Whether the observed difference itself is too large for any number of rows. */
  isOutOfReach?: boolean;
}

/**
 * What more rows would do if further ones are like those seen (gates S14): a margin is shown between equal models, unless that
 * many rows are there already, then at the observed difference; a gain at the observed one.
 */
export function outlookOf(input: StatisticalInput, difference: Difference, n: number | null): Outlook {
  const { mode, margin, alpha, difference: oriented } = input;
  const distance = mode === 'superiority' ? oriented.delta - margin : oriented.delta + margin;
  if (!(distance > Number.EPSILON * margin)) return { isOutOfReach: true };
  if (n === null) return {};
  const rates = { alpha, power: POWER };
  const betweenEquals = mode === 'superiority' ? undefined : rowsBetweenEquals(difference, n, margin, rates);
  if (betweenEquals !== undefined && betweenEquals > n) return { neededN: betweenEquals };
  const asObserved = neededN(oriented.estimate.standardError, n, distance, rates);
  return asObserved !== null && asObserved > n ? { neededN: asObserved } : {};
}

function rowsBetweenEquals(
  { discordance, isAlike, estimate, method }: Difference,
  n: number,
  margin: number,
  rates: ErrorRates,
): number | undefined {
  if (isAlike === true) return zeroDifferenceN(estimate.standardError, n, margin, rates.alpha) ?? undefined;
  if (discordance === undefined || method !== 'bonett_price')
    return neededN(estimate.standardError, n, margin, rates) ?? undefined;
  const needed = neededNForPairs(discordance, margin, rates);
  return needed === null ? undefined : Math.ceil((needed * n) / discordance.n);
}
