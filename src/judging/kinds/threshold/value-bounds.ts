import { type Bounds, estimateOf, oneSidedBounds } from '../../statistics/estimate.js';
import { methodName, methodOf, type MethodId } from '../../statistics/methods.js';
import { wilson } from '../../statistics/proportions.js';
import { ge } from '../../evidence/compare.js';
import { formatValue } from '../../outcome/gate-message.js';
import { type MeasureEvidence } from '../../evidence/gate-evidence.js';
import { type MeasureOutcome } from '../../outcome/gate-outcome.js';
import { type ThresholdRule } from './threshold-rule.js';
import { concludeMeasure, faultyMeasure, type MeasureBase } from '../../outcome/measure-outcome.js';
import { type MetricDefinition } from '../../evidence/metric-definition.js';
import { turningPoint } from '../../outcome/turning-point.js';
import { standardErrorOf, statedErrorOf } from '../../evidence/standard-error.js';

type Finite = MeasureEvidence & { value: number };

/** One-sided bounds of one model's value: Wilson for a share of counted rows, a quantile's own, else normal; null without. */
function valueBounds(
  measure: Finite,
  definition: MetricDefinition,
  alpha: number,
): { bounds: Bounds; method: MethodId } | null {
  const successes = wholeSuccesses(measure, definition);
  const score = successes === null ? null : wilson({ successes, n: measure.count ?? 0 }, alpha);
  if (score !== null) return withStatedError(score, measure, alpha);
  const stated = statedBounds(measure, definition, alpha);
  if (stated !== null) return { bounds: stated, method: 'stated_interval' };
  const standardError = standardErrorOf(measure, definition);
  const estimate = standardError === null ? null : estimateOf(measure.value, standardError);
  return estimate === null ? null : { bounds: oneSidedBounds(estimate, alpha), method: 'normal' };
}

/** Wilson's bounds of a share, widened where the evaluation states a larger error than that of independent rows. */
function withStatedError(score: Bounds, measure: Finite, alpha: number): { bounds: Bounds; method: MethodId } {
  const { value, count } = measure;
  const stated = statedErrorOf(measure);
  const independent = Math.sqrt((value * (1 - value)) / Math.max(1, (count ?? 1) - 1));
  const estimate = stated !== null && stated > independent * (1 + 1e-6) ? estimateOf(value, stated) : null;
  if (estimate === null) return { bounds: score, method: 'wilson' };
  const { lower, upper } = oneSidedBounds(estimate, alpha);
  const bounds = { lower: Math.min(lower, score.lower), upper: Math.max(upper, score.upper) };
  return { bounds, method: 'stated_error' };
}

/**
 * The interval of a quantile as the evaluation states it, from order statistics or the edges of a histogram (gates S23): it is
 * no symmetrical one, so it is taken as it stands, provided its level is at least what the bounds ask for.
 */
function statedBounds({ ciLow, ciHigh, ciLevel }: Finite, { kind }: MetricDefinition, alpha: number): Bounds | null {
  if (kind !== 'quantile' || ciLow == null || ciHigh == null || ciLevel == null) return null;
  return ciLevel >= 1 - 2 * alpha - 1e-9 ? { lower: ciLow, upper: ciHigh } : null;
}

/** Judges a limit by the confidence bounds of the value: met by the whole interval, missed by all of it, or not shown. */
export function judgeBound(
  rule: ThresholdRule,
  before: MeasureBase,
  measure: Finite,
  { definition, equalityEpsilon: epsilon }: { definition: MetricDefinition; equalityEpsilon: number },
  sentence: string,
): MeasureOutcome {
  const found = valueBounds(measure, definition, 1 - rule.confidence);
  if (found === null) return faultyMeasure(before, TOO_WEAK);
  const { lower, upper } = found.bounds;
  const base: MeasureBase = {
    ...before,
    observed: { ...before.observed, lower, upper },
    method: methodOf(found.method),
    basis: `${methodName(found.method)} bounds, ${before.basis.replace('point comparison, ', '')}`,
    evidenceLevel: 'interval',
  };
  const { min = -Infinity, max = Infinity } = rule;
  const confidence = Number((rule.confidence * 100).toFixed(2));
  const shown = `${sentence} ${confidence} % bounds ${formatValue(lower, definition)} … ${formatValue(upper, definition)}.`;
  const remedy = (change: number) => turningPoint(rule.metric, before.slice, measure.value, change, definition);
  if (!ge(upper, min, epsilon)) return concludeMeasure(base, 'FAIL', 'BELOW_MINIMUM', shown, remedy(min - lower));
  if (!ge(max, lower, epsilon)) return concludeMeasure(base, 'FAIL', 'ABOVE_MAXIMUM', shown, remedy(max - upper));
  if (ge(lower, min, epsilon) && ge(max, upper, epsilon)) return concludeMeasure(base, 'PASS', 'WITHIN_LIMITS', shown);
  return concludeMeasure(
    base,
    'INCONCLUSIVE',
    'NOT_SHOWN',
    shown,
    'Measure on more rows, so that the bounds leave the limit on one side.',
  );
}

const TOO_WEAK = {
  status: 'INCONCLUSIVE',
  reasonCode: 'EVIDENCE_TOO_WEAK',
  detail: 'the evaluation states neither a standard error nor an interval for it',
  remediation: 'Submit the standard error or confidence interval of the metric.',
} as const;

/** The whole number of successes behind a share of counted rows, if it is one. */
function wholeSuccesses({ value, count }: Finite, { kind }: MetricDefinition): number | null {
  if (kind !== 'proportion' || count === null || !(count > 0)) return null;
  const successes = Math.round(value * count);
  return successes >= 0 && successes <= count && Math.abs(value * count - successes) <= 1e-3 ? successes : null;
}
