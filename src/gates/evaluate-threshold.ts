import { challengerValue } from './challenger-value.js';
import { ge } from './compare.js';
import { type EvaluationIndex } from './evaluation-index.js';
import { type ThresholdRule } from './gate-policy.js';
import { formatCount, formatMeasure, formatValues } from './gate-message.js';
import { type MeasureOutcome, type RequiredNumbers } from './gate-outcome.js';
import { concludeMeasure, emptyMeasure, faultyMeasure, type MeasureBase } from './measure-outcome.js';
import { type MetricDefinition } from './metric-definition.js';
import { challengerEvidence, metricDefinition, type RuleContext } from './rule-context.js';
import { type Slice, sliceKey } from './slice-key.js';
import { tooSmall, uncounted } from './slice-size.js';
import { undefinedOnData } from './undefined-on-data.js';

/** Judges a limit on the challenger's own value, one measure per slice. */
export function evaluateThreshold(rule: ThresholdRule, context: RuleContext): MeasureOutcome[] {
  const definition = metricDefinition(context, rule.metric);
  const evidence = challengerEvidence(context, rule.dataset);
  return rule.slices.map((slice) => {
    const base = { ...emptyMeasure(rule.metric, slice, 'point comparison'), required: limitsOf(rule) };
    if (definition === undefined)
      return concludeMeasure(base, 'ERROR', 'POLICY_INVALID', `${rule.metric} is not declared.`);
    if (evidence.fault !== undefined) return faultyMeasure(base, evidence.fault);
    return judge(rule, slice, base, evidence.index, definition, context);
  });
}

function judge(
  rule: ThresholdRule,
  slice: Slice,
  empty: MeasureBase,
  index: EvaluationIndex,
  definition: MetricDefinition,
  context: RuleContext,
): MeasureOutcome {
  const key = sliceKey(slice);
  const count = index.find(rule.metric, key)?.count ?? index.rows(key);
  const evaluations = { challenger: index.evaluation.id, incumbent: null };
  const { measure, fault } = challengerValue(index, rule.metric, key, definition);
  const base = {
    ...empty,
    evaluations,
    basis: `point comparison, ${formatCount(count)}`,
    observed: { challenger: measure?.value ?? null, count },
  };
  if (fault !== undefined) return undefinedOnData(rule, base, fault, context, index) ?? faultyMeasure(base, fault);
  const small = tooSmall(key, count, rule.minSliceSize);
  if (small !== undefined) return faultyMeasure(base, small);
  const broken = brokenLimit(rule, measure.value, context.policy.defaults.equalityEpsilon);
  const sentence = describe(rule, slice, measure.value, count, definition, broken);
  if (broken !== undefined)
    return concludeMeasure(base, 'FAIL', broken === 'min' ? 'BELOW_MINIMUM' : 'ABOVE_MAXIMUM', sentence);
  const unknown = uncounted(key, count, rule.minSliceSize);
  return unknown === undefined
    ? concludeMeasure(base, 'PASS', 'WITHIN_LIMITS', sentence)
    : faultyMeasure(base, unknown);
}

/** Which limit a value breaks; equality passes, and a comparison that is not true is broken. */
function brokenLimit(rule: ThresholdRule, value: number, epsilon: number): 'min' | 'max' | undefined {
  if (rule.min !== undefined && !ge(value, rule.min, epsilon)) return 'min';
  if (rule.max !== undefined && !ge(rule.max, value, epsilon)) return 'max';
  return undefined;
}

function limitsOf({ min, max }: ThresholdRule): RequiredNumbers {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function describe(
  rule: ThresholdRule,
  slice: Slice,
  value: number,
  count: number | null,
  definition: MetricDefinition,
  broken: 'min' | 'max' | undefined,
): string {
  const decisive = (broken === 'max' ? rule.max : (rule.min ?? rule.max)) ?? value;
  const shown = formatValues(value, decisive, definition)[0];
  const demands = [
    rule.min === undefined ? '' : `at least ${formatValues(rule.min, value, definition)[0]}`,
    rule.max === undefined ? '' : `at most ${formatValues(rule.max, value, definition)[0]}`,
  ].filter(Boolean);
  return `${formatMeasure(rule.metric, slice)}: ${shown} (${formatCount(count)}). Required ${demands.join(' and ')}.`;
}
