import { ambiguous, challengerValue } from '../measures/challenger-value.js';
import { type EvidenceFault } from '../evidence/choose-evidence.js';
import { effectiveMargin, ge, orientation, rawDelta } from '../evidence/compare.js';
import { measurePairFault, metricFault } from '../evidence/comparability.js';
import { type Difference, estimateDifference } from '../evidence/estimate-difference.js';
import { type EvaluationIndex } from '../evidence/evaluation-index.js';
import { formatCount, formatMeasure } from '../measures/gate-message.js';
import { type MeasureEvidence } from '../evidence/gate-evidence.js';
import { type MeasureOutcome, type RequiredNumbers } from '../measures/gate-outcome.js';
import { type RegressionRule } from '../policy-document/gate-policy.js';
import { concludeMeasure, faultyMeasure, type MeasureBase } from '../measures/measure-outcome.js';
import { followsPredictions, type MetricDefinition } from '../evidence/metric-definition.js';
import { describeComparison } from './regression-message.js';
import { asError, type IndexedEvidence, type RuleContext } from '../measures/rule-context.js';
import { type SliceTarget } from '../measures/rule-slices.js';
import { tooFewOfClass, tooSmall } from '../measures/slice-size.js';
import { undefinedOnData } from '../measures/undefined-on-data.js';

export interface Comparison {
  rule: RegressionRule;
  context: RuleContext;
  definition: MetricDefinition;
  challenger: EvaluationIndex;
  incumbent: IndexedEvidence | undefined;
}

/** A comparison whose values are in order and which is still to be judged. */
export interface OpenComparison {
  base: MeasureBase;
  key: string;
  own: number;
  theirs: number;
  margin: number;
  sign: 1 | -1;
  definition: MetricDefinition;
  difference: Difference | null;
}

type Finite = MeasureEvidence & { value: number };

/** Brings both values together, or settles the measure where they cannot be compared; the upper half of the algebra. */
export function incumbentVersusChallenger(
  comparison: Comparison,
  { slice, key }: SliceTarget,
): MeasureOutcome | OpenComparison {
  const { rule, context, definition, challenger, incumbent } = comparison;
  const theirs = incumbent?.index?.find(rule.metric, key);
  const own = challengerValue(challenger, rule.metric, key, definition);
  const count = challenger.find(rule.metric, key)?.count ?? challenger.rows(key) ?? theirs?.count ?? null;
  const base: MeasureBase = {
    metric: rule.metric,
    slice,
    basis: `point comparison, ${formatCount(count)}`,
    observed: { challenger: own.measure?.value ?? null, incumbent: finiteOrNull(theirs?.value), count },
    required: requiredOf(rule),
    evaluations: { challenger: challenger.evaluation.id, incumbent: incumbent?.index?.evaluation.id ?? null },
  };
  if (incumbent?.fault?.status === 'ERROR') return faultyMeasure(base, incumbent.fault);
  if (own.fault !== undefined)
    return undefinedOnData(rule, base, own.fault, context, challenger) ?? faultyMeasure(base, own.fault);
  if (incumbent === undefined) return noIncumbent(base);
  const fault = incumbentFault(comparison, incumbent, own.measure, key);
  if (fault !== undefined) return incumbentMissing(comparison, base, fault, key);
  return open(comparison, base, own.measure, theirs as Finite, key);
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
  const sameData = challenger.evaluation.dataset.version === index.evaluation.dataset.version;
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

/** Completes the numbers of a measure, which is fresh and not yet seen by anyone, and settles what needs no statistics. */
function open(
  comparison: Comparison,
  base: MeasureBase,
  own: Finite,
  theirs: Finite,
  key: string,
): MeasureOutcome | OpenComparison {
  const { rule, definition, challenger, incumbent } = comparison;
  const sign = orientation(definition.direction);
  const margin = effectiveMargin(rule.margin, theirs.value);
  const delta = rawDelta(own.value, theirs.value);
  base.observed.delta = delta;
  base.observed.improvement = sign * delta + 0;
  base.required[rule.mode === 'superiority' ? 'gain' : 'margin'] = margin;
  const same = identicalPredictions(comparison, base, own.value, theirs.value, margin);
  if (same !== undefined) return same;
  const small = tooSmall(key, base.observed.count ?? null, rule.minSliceSize, rule.mode);
  if (small !== undefined) return faultyMeasure(base, small);
  let difference: Difference | null = null;
  if (rule.mode !== 'point') {
    const incumbentVersion = incumbent?.index?.evaluation.version ?? 0;
    const estimated = estimateDifference({
      metric: rule.metric,
      key,
      definition,
      challenger,
      incumbentVersion,
      own,
      theirs,
    });
    if ('fault' in estimated) return faultyMeasure(base, estimated.fault);
    difference = estimated.difference;
  }
  const rare = tooFewOfClass(difference, rule);
  if (rare !== undefined) return faultyMeasure(base, rare);
  return { base, key, own: own.value, theirs: theirs.value, margin, sign, definition, difference };
}

/** Equal prediction digests settle every metric that follows from predictions; unequal values then contradict them. */
function identicalPredictions(
  { rule, challenger, incumbent, definition }: Comparison,
  base: MeasureBase,
  own: number,
  theirs: number,
  margin: number,
): MeasureOutcome | undefined {
  const digest = challenger.evaluation.predictionDigest ?? null;
  if (digest === null || digest !== incumbent?.index?.evaluation.predictionDigest || !followsPredictions(definition))
    return undefined;
  const settled = { ...base, basis: 'identical predictions' };
  const sentence = describeComparison(rule, base.slice, base.observed, margin, definition);
  const equal = ge(own, theirs) && ge(theirs, own);
  if (!equal) {
    const remediation = 'Both evaluations state one prediction digest but different values; evaluate again.';
    return concludeMeasure(
      settled,
      'ERROR',
      'EVIDENCE_INCONSISTENT',
      `${sentence} The prediction digests are equal.`,
      remediation,
    );
  }
  const better = rule.mode !== 'superiority';
  return concludeMeasure(
    settled,
    better ? 'PASS' : 'FAIL',
    better ? 'IDENTICAL_PREDICTIONS' : 'NOT_SUPERIOR',
    sentence,
  );
}

function requiredOf({ margin, mode, confidence }: RegressionRule): RequiredNumbers {
  const required: RequiredNumbers = {};
  if (margin.abs !== undefined) required[mode === 'superiority' ? 'gain' : 'margin'] = margin.abs;
  if (margin.rel !== undefined) required.marginRelative = margin.rel;
  if (mode !== 'point') required.confidence = confidence;
  return required;
}

function finiteOrNull(value: number | null | undefined): number | null {
  return value != null && Number.isFinite(value) ? value : null;
}
