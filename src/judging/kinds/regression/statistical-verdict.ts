import { REGRESSION_CODES } from './regression-reasons.js';
import { bootstrapRegressionP, percentileBounds } from '../../statistics/bootstrap.js';
import { type Bounds, type Estimate, oneSidedBounds, orient, regressionP } from '../../statistics/estimate.js';
import { minimumDetectableEffect, neededN, neededNForPairs, zeroDifferenceN } from '../../statistics/power.js';
import { ge } from '../../evidence/compare.js';
import { type Difference } from '../../evidence/difference.js';
import { type RegressionMode } from './regression-mode.js';
import { type ReasonCode } from '../../verdict/reasons.js';
import { type Status } from '../../verdict/verdict.js';

/** Power at which needed rows and detectable effects are computed, gates.md §1.13. */
export const POWER = 0.8;
/** No detected regression counts for nothing when a harm of this many margins would go unseen. */
export const POWER_GUARD = 2;

/** An oriented difference, positive is better, with its one-sided bounds and p of "no harm". */
export interface OrientedDifference {
  delta: number;
  estimate: Estimate;
  bounds: Bounds;
  p: number | null;
  mde: number;
}

/** What a difference is judged by. */
export interface StatisticalInput {
  mode: Exclude<RegressionMode, 'point'>;
  difference: OrientedDifference;
  /** p after correction over the measures of the rule. */
  adjustedP: number | null;
  alpha: number;
  margin: number;
  /** The incumbent's value turned so that higher is better: comparisons are made on its scale. */
  incumbent: number;
  epsilon: number;
}

/** How a difference ends by its statistics. */
export interface StatisticalVerdict {
  status: Exclude<Status, 'SKIPPED' | 'ERROR'>;
  reasonCode: ReasonCode;
}

/** Turns a difference so that positive is better and adds bounds and p; null when replicates are too few. */
export function orientDifference(
  difference: Difference,
  delta: number,
  sign: 1 | -1,
  alpha: number,
): OrientedDifference | null {
  const estimate = orient(difference.estimate, sign);
  const { replicates } = difference;
  const oriented = replicates?.map((replicate) => sign * replicate);
  const bounds = oriented === undefined ? oneSidedBounds(estimate, alpha) : percentileBounds(oriented, alpha);
  if (bounds === null) return null;
  const p = oriented === undefined ? regressionP(estimate) : bootstrapRegressionP(oriented);
  const mde = minimumDetectableEffect(estimate.standardError, { alpha, power: POWER });
  return { delta: sign * delta + 0, estimate, bounds, p, mde };
}

/** The statistical half of the algebra of gates.md §1.5 on an oriented difference. */
export function judgeDifference(input: StatisticalInput): StatisticalVerdict {
  const { standardError } = input.difference.estimate;
  if ((standardError === 0 && input.difference.delta !== 0) || !Number.isFinite(standardError)) {
    return { status: 'INCONCLUSIVE', reasonCode: 'DEGENERATE_VARIANCE' };
  }
  switch (input.mode) {
    case 'non_inferiority':
      return nonInferiority(input);
    case 'no_detected_regression':
      return noDetectedRegression(input);
    case 'superiority':
      return superiority(input);
  }
}

function nonInferiority(input: StatisticalInput): StatisticalVerdict {
  const shown = shownNoWorse(input);
  if (shown !== undefined) return shown;
  return isHarm(input)
    ? { status: 'FAIL', reasonCode: REGRESSION_CODES.REGRESSION }
    : { status: 'INCONCLUSIVE', reasonCode: 'NOT_SHOWN' };
}

/** Power is asked for only where harm is not ruled out outright: what is shown to be no worse needs no more data. */
function noDetectedRegression(input: StatisticalInput): StatisticalVerdict {
  if (isHarm(input)) return { status: 'FAIL', reasonCode: REGRESSION_CODES.REGRESSION };
  if (input.difference.mde <= POWER_GUARD * input.margin)
    return { status: 'PASS', reasonCode: REGRESSION_CODES.NO_REGRESSION_DETECTED };
  return shownNoWorse(input) ?? { status: 'INCONCLUSIVE', reasonCode: 'UNDERPOWERED' };
}

function shownNoWorse(input: StatisticalInput): StatisticalVerdict | undefined {
  const { lower, upper } = input.difference.bounds;
  if (!atLeast(input, lower, -input.margin)) return undefined;
  return {
    status: 'PASS',
    reasonCode:
      lower > 0
        ? REGRESSION_CODES.SUPERIOR
        : upper < 0
          ? REGRESSION_CODES.WORSE_WITHIN_MARGIN
          : REGRESSION_CODES.NON_INFERIOR,
  };
}

function superiority(input: StatisticalInput): StatisticalVerdict {
  const { lower, upper } = input.difference.bounds;
  if (lower > 0 && atLeast(input, lower, input.margin))
    return { status: 'PASS', reasonCode: REGRESSION_CODES.SUPERIOR };
  if (!atLeast(input, upper, input.margin)) return { status: 'FAIL', reasonCode: REGRESSION_CODES.NOT_SUPERIOR };
  return { status: 'INCONCLUSIVE', reasonCode: 'NOT_SHOWN' };
}

/** Worse by more than the margin, and not by chance. */
function isHarm(input: StatisticalInput): boolean {
  const { difference, adjustedP, alpha, margin } = input;
  return (
    adjustedP !== null && adjustedP < alpha && difference.bounds.upper < 0 && !atLeast(input, difference.delta, -margin)
  );
}

/** δ ≥ g on the scale of the metric, never on small differences. */
function atLeast({ incumbent, epsilon }: StatisticalInput, delta: number, g: number): boolean {
  return ge(incumbent + delta, incumbent + g, epsilon);
}

/** Rows in all that would settle a question of this margin if further rows are like those seen. */
export function rowsNeeded(
  difference: Difference,
  n: number | null,
  margin: number,
  alpha: number,
): number | undefined {
  if (n === null) return undefined;
  const rates = { alpha, power: POWER };
  const { discordance, isAlike, estimate } = difference;
  if (isAlike === true) return zeroDifferenceN(estimate.standardError, n, margin, alpha) ?? undefined;
  if (discordance === undefined) return neededN(estimate.standardError, n, margin, rates) ?? undefined;
  const needed = neededNForPairs(discordance, margin, rates);
  return needed === null ? undefined : Math.ceil((needed * n) / discordance.n);
}
