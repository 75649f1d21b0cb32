import { type SliceValue } from '../statistics/slices.js';
import { environmentFault } from '../evidence/comparability.js';
import { challengerValue } from '../measures/challenger-value.js';
import { type EvidenceFault } from '../evidence/choose-evidence.js';
import { ge, rawDelta } from '../evidence/compare.js';
import { type EvaluationIndex } from '../evidence/evaluation-index.js';
import { type RuleJudgement } from '../measures/measure-outcome.js';
import { formatCount, formatMargin, formatValue } from '../measures/gate-message.js';
import { type MeasureOutcome } from '../measures/gate-outcome.js';
import { type SliceGapRule } from '../policy-document/gate-policy.js';
import {
  concludeMeasure,
  emptyMeasure,
  faultyMeasure,
  type MeasureBase,
  settledMeasure,
} from '../measures/measure-outcome.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import {
  asError,
  challengerEvidence,
  incumbentEvidence,
  type IndexedEvidence,
  inventoryOf,
  metricDefinition,
  type RuleContext,
} from '../measures/rule-context.js';
import { resolveSlices, type SliceTarget } from '../measures/rule-slices.js';
import { formatSlice } from '../evidence/slice-key.js';
import { type CountedValue, type Spread, spreadBounds, spreadOf } from './slice-spread.js';
import { standardErrorOf } from '../evidence/standard-error.js';

interface Gaps {
  rule: SliceGapRule;
  context: RuleContext;
  definition: MetricDefinition;
  challenger: EvaluationIndex;
  incumbent: IndexedEvidence | undefined;
}

/** Judges the spread of a metric between the slices of each feature, or between the slices named. */
export function evaluateSliceGap(rule: SliceGapRule, context: RuleContext): RuleJudgement {
  const definition = metricDefinition(context, rule.metric);
  const { index: challenger, fault } = challengerEvidence(context, rule.dataset);
  const empty = emptyMeasure(rule.metric, {});
  if (fault !== undefined) return { measures: [faultyMeasure(empty, fault)] };
  if (definition === undefined)
    return { measures: [concludeMeasure(empty, 'ERROR', 'POLICY_INVALID', `${rule.metric} is not declared.`)] };
  const incumbent = context.evidence.incumbent === null ? undefined : incumbentEvidence(context, challenger.evaluation);
  const sources = {
    definition,
    challenger,
    incumbent: incumbent?.index,
    inventory: inventoryOf(context, challenger.evaluation),
    families: context.families,
  };
  const gaps: Gaps = { rule, context, definition, challenger, incumbent };
  const families = [
    ...(rule.slices.length > 0 ? [{ ...rule, slicesOf: [] }] : []),
    ...rule.slicesOf.map((features) => ({ ...rule, slices: [], slicesOf: [features] })),
  ];
  return {
    measures: families.flatMap((family) =>
      judgeFamily(gaps, resolveSlices(family, sources).targets, family.slicesOf[0]),
    ),
  };
}

/** Slices that cannot be read speak for themselves; the spread is taken over the others only when all blocking ones are in order. */
function judgeFamily(gaps: Gaps, targets: readonly SliceTarget[], features: string | undefined): MeasureOutcome[] {
  const { rule, challenger, definition } = gaps;
  const faulty: MeasureOutcome[] = [];
  const values: CountedValue[] = [];
  for (const { slice, key, settled } of targets) {
    const base = emptyMeasure(rule.metric, slice);
    if (settled !== undefined) {
      faulty.push(settledMeasure(base, settled));
      continue;
    }
    const { measure, fault } = challengerValue(challenger, rule.metric, key, definition);
    const small =
      measure?.count != null && measure.count < rule.minSliceSize ? tooSmallGroup(measure.count, rule) : undefined;
    if (fault ?? small) faulty.push(faultyMeasure(base, (fault ?? small)!));
    else
      values.push({
        slice: key,
        value: measure!.value,
        standardError: standardErrorOf(measure!, definition),
        count: measure!.count,
      });
  }
  const family = features === undefined ? {} : Object.fromEntries(features.split('&').map((feature) => [feature, '*']));
  if (faulty.some(({ status }) => status !== 'SKIPPED')) return faulty;
  return [...faulty, judgeSpread(gaps, emptyMeasure(rule.metric, family), values)];
}

function judgeSpread(gaps: Gaps, empty: MeasureBase, values: readonly CountedValue[]): MeasureOutcome {
  const { rule, challenger, definition, context } = gaps;
  const counts = values.map(({ count }) => count);
  const count = counts.includes(null) ? null : Math.min(...(counts as number[]));
  const spread = spreadOf(rule, definition, challenger, values);
  if (spread === null) return faultyMeasure(empty, TOO_FEW_SLICES);
  const theirs = rule.noWorseThanIncumbentBy === undefined ? undefined : incumbentSpread(gaps, values);
  const base: MeasureBase = {
    ...empty,
    basis: `spread over ${values.length} slices, smallest ${formatCount(count)}`,
    evaluations: { challenger: challenger.evaluation.id, incumbent: gaps.incumbent?.index?.evaluation.id ?? null },
    observed: {
      challenger: spread.value,
      incumbent: theirs?.value ?? null,
      ...(theirs?.value === undefined ? {} : { delta: rawDelta(spread.value, theirs.value) }),
      count,
    },
    required: requiredOf(rule),
  };
  const epsilon = context.policy.defaults.equalityEpsilon;
  const sentence = describe(rule, base, spread, definition);
  const limit = judgeLimit(gaps, base, spread, values, sentence);
  if (limit.status !== 'PASS' || rule.noWorseThanIncumbentBy === undefined) return limit;
  if (theirs === undefined)
    return rule.min !== undefined || rule.max !== undefined
      ? limit
      : concludeMeasure(base, 'SKIPPED', 'NO_INCUMBENT', `${sentence} No incumbent.`);
  if (theirs.fault !== undefined) return faultyMeasure(base, theirs.fault);
  const by = rule.noWorseThanIncumbentBy;
  const holds =
    rule.statistic === 'ratio'
      ? ge(spread.value, theirs.value - by, epsilon)
      : ge(theirs.value + by, spread.value, epsilon);
  return holds
    ? limit
    : concludeMeasure(base, 'FAIL', 'GAP_WORSE_THAN_INCUMBENT', `${sentence} The incumbent has ${theirs.value}.`);
}

function judgeLimit(
  { rule, definition, challenger, context }: Gaps,
  base: MeasureBase,
  spread: Spread,
  values: readonly CountedValue[],
  sentence: string,
): MeasureOutcome {
  const epsilon = context.policy.defaults.equalityEpsilon;
  const bounds =
    rule.bound === 'point'
      ? { lower: spread.value, upper: spread.value }
      : spreadBounds(rule, definition, challenger, values);
  if (bounds === null) return faultyMeasure(base, TOO_WEAK);
  const measured = rule.bound === 'point' ? base : { ...base, observed: { ...base.observed, ...bounds } };
  const { min = -Infinity, max = Infinity } = rule;
  if (!ge(bounds.upper, min, epsilon) || !ge(max, bounds.lower, epsilon))
    return concludeMeasure(measured, 'FAIL', 'GAP_TOO_LARGE', sentence);
  if (ge(bounds.lower, min, epsilon) && ge(max, bounds.upper, epsilon))
    return concludeMeasure(measured, 'PASS', 'WITHIN_LIMITS', sentence);
  return concludeMeasure(
    measured,
    'INCONCLUSIVE',
    'NOT_SHOWN',
    sentence,
    'Measure on more rows of the smaller slices.',
  );
}

type IncumbentSpread = { value: number; fault?: undefined } | { value?: undefined; fault: EvidenceFault };

function incumbentSpread(gaps: Gaps, values: readonly SliceValue[]): IncumbentSpread | undefined {
  const { rule, incumbent } = gaps;
  if (incumbent === undefined) return undefined;
  if (incumbent.fault !== undefined) return { fault: incumbent.fault };
  const { stage } = gaps.context;
  const elsewhere = environmentFault(
    rule.metric,
    gaps.definition,
    stage.comparability,
    gaps.challenger.evaluation,
    incumbent.index.evaluation,
  );
  if (elsewhere !== undefined) return { fault: asError(elsewhere) };
  const theirs = values.flatMap(({ slice }) => {
    const value = incumbent.index.find(rule.metric, slice)?.value;
    return value != null && Number.isFinite(value) ? [{ slice, value, standardError: null }] : [];
  });
  const spread = theirs.length === values.length ? spreadOf(rule, gaps.definition, incumbent.index, theirs) : null;
  return spread === null ? { fault: INCUMBENT_INCOMPLETE } : { value: spread.value };
}

function requiredOf({ min, max, bound, confidence }: SliceGapRule) {
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(bound === 'point' ? {} : { confidence }),
  };
}

function describe(
  rule: SliceGapRule,
  base: MeasureBase,
  { value, lowest, highest }: Spread,
  definition: MetricDefinition,
): string {
  const between =
    rule.statistic === 'worst_vs_overall'
      ? `of ${slicesName(lowest)} behind the whole`
      : `between ${slicesName(lowest)} and ${slicesName(highest)}`;
  const size =
    rule.statistic === 'ratio' ? `ratio ${value.toFixed(3)}` : `difference ${formatMargin(value, definition)}`;
  const limits = [
    rule.min === undefined ? '' : `at least ${rule.min}`,
    rule.max === undefined ? '' : `at most ${formatMargin(rule.max, definition)}`,
    rule.noWorseThanIncumbentBy === undefined
      ? ''
      : `no worse than the incumbent by more than ${formatValue(rule.noWorseThanIncumbentBy, definition)}`,
  ].filter(Boolean);
  return `${rule.metric}: ${size} ${between} (smallest ${formatCount(base.observed.count)}). Required ${limits.join(' and ')}.`;
}

function slicesName(key: string): string {
  return formatSlice(JSON.parse(key) as Record<string, string>);
}

function tooSmallGroup(count: number, rule: SliceGapRule): EvidenceFault {
  const remediation = `Measure on at least ${rule.minSliceSize} rows here.`;
  return {
    status: 'INCONCLUSIVE',
    reasonCode: 'SLICE_TOO_SMALL',
    detail: `it has ${count} rows, fewer than ${rule.minSliceSize}`,
    remediation,
  };
}

const TOO_FEW_SLICES: EvidenceFault = {
  status: 'INCONCLUSIVE',
  reasonCode: 'TOO_FEW_SLICES',
  detail: 'fewer than two slices have a value that can be compared',
  remediation: 'Submit the metric on the slices of the feature, and on the whole.',
};
const TOO_WEAK: EvidenceFault = {
  status: 'INCONCLUSIVE',
  reasonCode: 'EVIDENCE_TOO_WEAK',
  detail: 'bounds of the spread need a standard error on every slice',
  remediation: 'Submit standard errors, or judge by bound point.',
};
const INCUMBENT_INCOMPLETE: EvidenceFault = {
  status: 'INCONCLUSIVE',
  reasonCode: 'INCUMBENT_METRIC_MISSING',
  detail: 'the incumbent lacks some of the slices',
  remediation: 'Re-evaluate the incumbent on all slices of the feature.',
};
