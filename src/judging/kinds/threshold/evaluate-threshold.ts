import { challengerValue } from '../../context/challenger-value.js';
import { ge } from '../../evidence/compare.js';
import { type EvaluationIndex } from '../../evidence/evaluation-index.js';
import { formatCount, formatMeasure, formatValues } from '../../outcome/gate-message.js';
import { type MeasureEvidence } from '../../evidence/gate-evidence.js';
import { type MeasureOutcome, type RequiredNumbers } from '../../outcome/gate-outcome.js';
import { type ThresholdRule } from './threshold-rule.js';
import {
  concludeMeasure,
  emptyMeasure,
  faultyMeasure,
  type MeasureBase,
  type RuleJudgement,
  settledMeasure,
} from '../../outcome/measure-outcome.js';
import { type MetricDefinition } from '../../evidence/metric-definition.js';
import { unstatedEnvironment } from '../../evidence/comparability.js';
import {
  asError,
  challengerEvidence,
  incumbentEvidence,
  inventoryOf,
  metricDefinition,
  type RuleContext,
} from '../../context/rule-context.js';
import { resolveSlices } from '../../context/rule-slices.js';
import { type SliceTarget } from '../../context/slice-target.js';
import { tooSmall, uncounted } from '../../context/slice-size.js';
import { turningPoint } from '../../outcome/turning-point.js';
import { undefinedOnData } from '../../context/undefined-on-data.js';
import { judgeBound } from './value-bounds.js';

interface Judging {
  rule: ThresholdRule;
  context: RuleContext;
  definition: MetricDefinition;
  index: EvaluationIndex;
}

/** Judges a limit on the challenger's own value, one measure per slice. */
export function evaluateThreshold(rule: ThresholdRule, context: RuleContext): RuleJudgement {
  const definition = metricDefinition(context, rule.metric);
  const evidence = challengerEvidence(context, rule.dataset);
  if (definition === undefined || evidence.fault !== undefined) {
    const slices = rule.slices.length > 0 ? rule.slices : [{}];
    const bases = slices.map((slice) => ({ ...emptyMeasure(rule.metric, slice), required: limitsOf(rule) }));
    if (evidence.fault !== undefined) return { measures: bases.map((base) => faultyMeasure(base, evidence.fault)) };
    return {
      measures: bases.map((base) =>
        concludeMeasure(base, 'ERROR', 'POLICY_INVALID', `${rule.metric} is not declared.`),
      ),
    };
  }
  const { index: challenger } = evidence;
  const incumbent =
    context.evidence.incumbent === null ? undefined : incumbentEvidence(context, challenger.evaluation).index;
  const inventory = inventoryOf(context, challenger.evaluation);
  const { families } = context;
  const slices = resolveSlices(rule, { definition, challenger, incumbent, inventory, families, compares: 'never' });
  return {
    measures: slices.targets.map((target) => judge({ rule, context, definition, index: slices.challenger }, target)),
  };
}

function judge({ rule, context, definition, index }: Judging, { slice, key, settled }: SliceTarget): MeasureOutcome {
  const count = index.find(rule.metric, key)?.count ?? index.rows(key);
  const { measure, fault } = challengerValue(index, rule.metric, key, definition);
  const base: MeasureBase = {
    ...emptyMeasure(rule.metric, slice),
    evaluations: { challenger: index.evaluation.id, incumbent: null },
    basis: `point comparison, ${formatCount(count)}`,
    observed: { challenger: measure?.value ?? null, count },
    required: limitsOf(rule),
  };
  if (settled !== undefined) return settledMeasure(base, settled);
  if (fault !== undefined) return undefinedOnData(rule, base, fault, context, index) ?? faultyMeasure(base, fault);
  const unstated = unstatedEnvironment(rule.metric, definition, index.evaluation);
  if (unstated !== undefined) return faultyMeasure(base, asError(unstated));
  const small = tooSmall(key, count, rule.minSliceSize);
  if (small !== undefined) return faultyMeasure(base, small);
  const outcome = judgeValue(rule, base, { ...measure, count }, definition, context);
  const unknown = outcome.status === 'PASS' ? uncounted(key, count, rule.minSliceSize) : undefined;
  return unknown === undefined ? outcome : faultyMeasure(base, unknown);
}

function judgeValue(
  rule: ThresholdRule,
  base: MeasureBase,
  measure: MeasureEvidence & { value: number },
  definition: MetricDefinition,
  context: RuleContext,
): MeasureOutcome {
  const epsilon = context.equalityEpsilon;
  if (rule.bound !== 'point') {
    const stated = describe(rule, base, measure.value, definition);
    return judgeBound(rule, base, measure, { definition, equalityEpsilon: epsilon }, stated);
  }
  const broken = brokenLimit(rule, measure.value, epsilon);
  const sentence = describe(rule, base, measure.value, definition, broken);
  if (broken === undefined) return concludeMeasure(base, 'PASS', 'WITHIN_LIMITS', sentence);
  const change = (broken === 'min' ? rule.min! : rule.max!) - measure.value;
  const remediation = turningPoint(rule.metric, base.slice, measure.value, change, definition);
  return concludeMeasure(base, 'FAIL', broken === 'min' ? 'BELOW_MINIMUM' : 'ABOVE_MAXIMUM', sentence, remediation);
}

/** Which limit a value breaks; equality passes, and a comparison that is not true is broken. */
function brokenLimit(rule: ThresholdRule, value: number, epsilon: number): 'min' | 'max' | undefined {
  if (rule.min !== undefined && !ge(value, rule.min, epsilon)) return 'min';
  if (rule.max !== undefined && !ge(rule.max, value, epsilon)) return 'max';
  return undefined;
}

function limitsOf({ min, max, bound, confidence }: ThresholdRule): RequiredNumbers {
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(bound === 'point' ? {} : { confidence }),
  };
}

function describe(
  rule: ThresholdRule,
  base: MeasureBase,
  value: number,
  definition: MetricDefinition,
  broken?: 'min' | 'max',
): string {
  const decisive = (broken === 'max' ? rule.max : (rule.min ?? rule.max)) ?? value;
  const shown = formatValues(value, decisive, definition)[0];
  const demands = [
    rule.min === undefined ? '' : `at least ${formatValues(rule.min, value, definition)[0]}`,
    rule.max === undefined ? '' : `at most ${formatValues(rule.max, value, definition)[0]}`,
  ].filter(Boolean);
  return `${formatMeasure(rule.metric, base.slice)}: ${shown} (${formatCount(base.observed.count)}). Required ${demands.join(' and ')}.`;
}
