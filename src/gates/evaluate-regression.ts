import { ambiguous, challengerValue } from './challenger-value.js';
import { type EvidenceFault } from './choose-evidence.js';
import { deltaAtLeast, effectiveMargin, ge, orientation, rawDelta } from './compare.js';
import { measurePairFault, metricFault } from './comparability.js';
import { type EvaluationIndex } from './evaluation-index.js';
import { type MeasureEvidence } from './gate-evidence.js';
import { type RegressionRule } from './gate-policy.js';
import { formatCount, formatDelta, formatMargin, formatMeasure, formatValues } from './gate-message.js';
import { type MeasureOutcome, type RequiredNumbers } from './gate-outcome.js';
import { concludeMeasure, emptyMeasure, faultyMeasure, type MeasureBase } from './measure-outcome.js';
import { followsPredictions, type MetricDefinition } from './metric-definition.js';
import {
  asError,
  challengerEvidence,
  incumbentEvidence,
  type IndexedEvidence,
  metricDefinition,
  type RuleContext,
} from './rule-context.js';
import { type Slice, sliceKey } from './slice-key.js';
import { tooSmall, uncounted } from './slice-size.js';
import { undefinedOnData } from './undefined-on-data.js';

interface Comparison {
  rule: RegressionRule;
  context: RuleContext;
  definition: MetricDefinition;
  challenger: EvaluationIndex;
  incumbent: IndexedEvidence | undefined;
}

/** Judges how much worse than the incumbent the challenger is, one measure per slice; the algebra of gates.md §1.5. */
export function evaluateRegression(rule: RegressionRule, context: RuleContext): MeasureOutcome[] {
  const definition = metricDefinition(context, rule.metric);
  const challenger = challengerEvidence(context, rule.dataset);
  const incumbent =
    challenger.index === undefined || context.evidence.incumbent === null
      ? undefined
      : incumbentEvidence(context, challenger.index.evaluation);
  return rule.slices.map((slice) => {
    const base = { ...emptyMeasure(rule.metric, slice, 'point comparison'), required: requiredOf(rule) };
    if (definition === undefined)
      return concludeMeasure(base, 'ERROR', 'POLICY_INVALID', `${rule.metric} is not declared.`);
    if (challenger.fault !== undefined) return faultyMeasure(base, challenger.fault);
    return judge({ rule, context, definition, challenger: challenger.index, incumbent }, slice, base);
  });
}

function judge(comparison: Comparison, slice: Slice, empty: MeasureBase): MeasureOutcome {
  const { rule, context, definition, challenger, incumbent } = comparison;
  const key = sliceKey(slice);
  const theirs = incumbent?.index?.find(rule.metric, key);
  const own = challengerValue(challenger, rule.metric, key, definition);
  const count = challenger.find(rule.metric, key)?.count ?? challenger.rows(key) ?? theirs?.count ?? null;
  const base = {
    ...empty,
    basis: `point comparison, ${formatCount(count)}`,
    observed: { challenger: own.measure?.value ?? null, incumbent: finiteOrNull(theirs?.value), count },
    evaluations: { challenger: challenger.evaluation.id, incumbent: incumbent?.index?.evaluation.id ?? null },
  };
  if (incumbent?.fault?.status === 'ERROR') return faultyMeasure(base, incumbent.fault);
  if (own.fault !== undefined)
    return undefinedOnData(rule, base, own.fault, context, challenger) ?? faultyMeasure(base, own.fault);
  if (incumbent === undefined) return noIncumbent(base);
  const fault = incumbentFault(comparison, incumbent, own.measure, key);
  if (fault !== undefined) return incumbentMissing(comparison, base, fault, key);
  return compare(comparison, base, own.measure.value, theirs?.value ?? Number.NaN, key);
}

/** Why the incumbent's value cannot be compared with, if so. */
function incumbentFault(
  { rule, context, definition, challenger }: Comparison,
  incumbent: IndexedEvidence,
  own: MeasureEvidence,
  key: string,
): EvidenceFault | undefined {
  if (incumbent.fault !== undefined) return incumbent.fault;
  const { index } = incumbent;
  if (index.isAmbiguous(rule.metric, key)) return ambiguous(index);
  const theirs = index.find(rule.metric, key);
  if (theirs === undefined || !Number.isFinite(theirs.value)) return missingIncumbent(index, rule.metric);
  const [a, b] = [challenger.evaluation, index.evaluation];
  const sameData = a.dataset.version === b.dataset.version;
  const fault =
    metricFault(theirs, 'incumbent', definition) ??
    measurePairFault(own, theirs, definition, context.stage.comparability, sameData);
  return fault === undefined ? undefined : asError(fault);
}

function missingIncumbent(index: EvaluationIndex, metric: string): EvidenceFault {
  const { version, id } = index.evaluation;
  return {
    status: 'INCONCLUSIVE',
    reasonCode: 'INCUMBENT_METRIC_MISSING',
    detail: `evaluation ${id} of the incumbent, version ${version}, has no value here`,
    remediation: `Re-evaluate version ${version} with ${metric} on this slice.`,
  };
}

/** A value only the challenger has is left to a threshold rule, where the policy says so and such a rule exists. */
function incumbentMissing(
  { rule, context }: Comparison,
  base: MeasureBase,
  fault: EvidenceFault,
  key: string,
): MeasureOutcome {
  const leave = fault.reasonCode === 'INCUMBENT_METRIC_MISSING' && rule.onMissingIncumbentSlice === 'threshold_only';
  if (!leave || !context.isCoveredByThreshold(rule.metric, key, rule.dataset)) return faultyMeasure(base, fault);
  const sentence = `${formatMeasure(base.metric, base.slice)}: ${fault.detail}; left to the threshold rule.`;
  return concludeMeasure(base, 'SKIPPED', 'LEFT_TO_THRESHOLD', sentence);
}

function noIncumbent(base: MeasureBase): MeasureOutcome {
  return concludeMeasure(
    base,
    'SKIPPED',
    'NO_INCUMBENT',
    `${formatMeasure(base.metric, base.slice)}: no incumbent to compare with.`,
  );
}

function compare(
  comparison: Comparison,
  before: MeasureBase,
  own: number,
  theirs: number,
  key: string,
): MeasureOutcome {
  const { rule, context, definition } = comparison;
  const sign = orientation(definition.direction);
  const epsilon = context.policy.defaults.equalityEpsilon;
  const margin = effectiveMargin(rule.margin, theirs);
  const delta = rawDelta(own, theirs);
  const base = {
    ...before,
    observed: { ...before.observed, delta, improvement: sign * delta + 0 },
    required: { ...before.required, margin },
  };
  const sentence = describe(base, own, theirs, delta, margin, definition);
  const same = identicalPredictions(comparison, base, own, theirs, sentence);
  if (same !== undefined) return same;
  const count = before.observed.count ?? null;
  const small = tooSmall(key, count, rule.minSliceSize);
  if (small !== undefined) return faultyMeasure(base, small);
  if (!deltaAtLeast(own, theirs, sign, -margin, epsilon)) return concludeMeasure(base, 'FAIL', 'REGRESSION', sentence);
  const unknown = uncounted(key, count, rule.minSliceSize);
  return unknown === undefined
    ? concludeMeasure(base, 'PASS', 'WITHIN_MARGIN', sentence)
    : faultyMeasure(base, unknown);
}

/** Equal prediction digests settle every metric that follows from predictions; unequal values then contradict them. */
function identicalPredictions(
  { challenger, incumbent, definition }: Comparison,
  base: MeasureBase,
  own: number,
  theirs: number,
  sentence: string,
): MeasureOutcome | undefined {
  const digest = challenger.evaluation.predictionDigest ?? null;
  if (digest === null || digest !== incumbent?.index?.evaluation.predictionDigest || !followsPredictions(definition))
    return undefined;
  const settled = { ...base, basis: 'identical predictions' };
  if (ge(own, theirs) && ge(theirs, own)) return concludeMeasure(settled, 'PASS', 'IDENTICAL_PREDICTIONS', sentence);
  const remediation = 'Both evaluations state one prediction digest but different values; evaluate again.';
  return concludeMeasure(
    settled,
    'ERROR',
    'EVIDENCE_INCONSISTENT',
    `${sentence} The prediction digests are equal.`,
    remediation,
  );
}

function requiredOf({ margin }: RegressionRule): RequiredNumbers {
  return {
    ...(margin.abs === undefined ? {} : { margin: margin.abs }),
    ...(margin.rel === undefined ? {} : { marginRelative: margin.rel }),
  };
}

function describe(
  base: MeasureBase,
  own: number,
  theirs: number,
  delta: number,
  margin: number,
  definition: MetricDefinition,
): string {
  const [a, b] = formatValues(own, theirs, definition);
  const moved = `${formatDelta(delta, definition, margin)}, ${formatCount(base.observed.count)}`;
  const worsening = definition.direction === 'lower' ? 'rise' : 'drop';
  const allowed =
    margin === 0 ? `No ${worsening} allowed.` : `Allowed ${worsening} ${formatMargin(margin, definition)}.`;
  return `${formatMeasure(base.metric, base.slice)}: ${a} vs ${b} (${moved}). ${allowed}`;
}

function finiteOrNull(value: number | null | undefined): number | null {
  return value != null && Number.isFinite(value) ? value : null;
}
