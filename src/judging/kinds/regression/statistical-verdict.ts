import { REGRESSION_CODES } from './regression-reasons.js';
import { bootstrapRegressionP } from '../../statistics/bootstrap.js';
import { type Bounds, type Estimate, orient, regressionP } from '../../statistics/estimate.js';
import { type Discordance, excludesLoss } from '../../statistics/paired-proportions.js';
import { ge } from '../../evidence/compare.js';
import { type Difference } from '../../evidence/difference.js';
import { differenceBounds, type Unbounded } from '../../evidence/difference-bounds.js';
import { type RegressionMode } from './regression-mode.js';
import { type ReasonCode } from '../../verdict/reasons.js';
import { type Status } from '../../verdict/verdict.js';

/** No detected regression counts for nothing when a harm of this many margins would go unseen. */
export const POWER_GUARD = 2;

/** An oriented difference, positive is better, with its one-sided bounds and p of "no harm". */
export interface OrientedDifference {
  delta: number;
  estimate: Estimate;
  bounds: Bounds;
  p: number | null;
  /** Wins and losses where the difference goes by them. */
  pairs: Discordance | undefined;
}

/** What a difference is judged by. */
export interface StatisticalInput {
  mode: Exclude<RegressionMode, 'point'>;
  difference: OrientedDifference;
  /** p after correction over the measures of the rule. */
  adjustedP: number | null;
  alpha: number;
  /** Smallest harm that would have been seen at the level the measure is tested at. */
  mde: number;
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

/** Turns a difference so that positive is better and adds bounds and p; or why it has none. */
export function orientDifference(
  difference: Difference,
  delta: number,
  sign: 1 | -1,
  alpha: number,
): OrientedDifference | Unbounded {
  const bounds = differenceBounds(difference, delta, alpha);
  if (typeof bounds === 'string') return bounds;
  const estimate = orient(difference.estimate, sign);
  const { replicates, discordance } = difference;
  const p =
    replicates === undefined
      ? regressionP(estimate)
      : bootstrapRegressionP(replicates.map((replicate) => sign * replicate));
  return { delta: sign * delta + 0, estimate, bounds: turned(bounds, sign), p, pairs: orientPairs(discordance, sign) };
}

/** Bounds turned so that positive is better, or back. */
export function turned({ lower, upper }: Bounds, sign: 1 | -1): Bounds {
  return sign === 1 ? { lower, upper } : { lower: -upper + 0, upper: -lower + 0 };
}

function orientPairs(pairs: Discordance | undefined, sign: 1 | -1): Discordance | undefined {
  return pairs === undefined || sign === 1 ? pairs : { wins: pairs.losses, losses: pairs.wins, n: pairs.n };
}

/** The statistical half of the algebra of gates.md §1.5 on an oriented difference. */
export function judgeDifference(input: StatisticalInput): StatisticalVerdict {
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
  if (input.mde <= POWER_GUARD * input.margin)
    return { status: 'PASS', reasonCode: REGRESSION_CODES.NO_REGRESSION_DETECTED };
  return shownNoWorse(input) ?? { status: 'INCONCLUSIVE', reasonCode: 'UNDERPOWERED' };
}

function shownNoWorse(input: StatisticalInput): StatisticalVerdict | undefined {
  const { lower, upper } = input.difference.bounds;
  if (!isWithinMargin(input) || !rulesOutLoss(input)) return undefined;
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

/** Whether the bounds alone keep the margin, L ≥ −m. */
export function isWithinMargin(input: StatisticalInput): boolean {
  return atLeast(input, input.difference.bounds.lower, -input.margin);
}

/** Of wins and losses, whether they would be rare had the whole margin been lost. */
function rulesOutLoss({ difference: { pairs }, margin, alpha }: StatisticalInput): boolean {
  return pairs === undefined || excludesLoss(pairs, margin, alpha);
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
