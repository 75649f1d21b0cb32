import { REGRESSION_CODES } from './regression-reasons.js';
import { ambiguous, challengerValue, type ChallengerValue } from '../../context/challenger-value.js';
import { type ClassCounts, classCountsOf } from '../../evidence/class-counts.js';
import { type EvidenceFault } from '../../evidence/choose-evidence.js';
import { effectiveMargin, ge, orientation, rawDelta } from '../../evidence/compare.js';
import { definitionFault, environmentFault, measurePairFault, metricFault } from '../../evidence/comparability.js';
import { estimateDifference, type EstimatedDifference } from '../../evidence/estimate-difference.js';
import { type Difference } from '../../evidence/difference.js';
import { type EvaluationIndex, withRows } from '../../evidence/evaluation-index.js';
import { isOverall, type Slice } from '../../evidence/slice-key.js';
import { formatCount, formatMeasure } from '../../outcome/gate-message.js';
import { type MeasureEvidence } from '../../evidence/gate-evidence.js';
import { type PairedEvidence } from '../../evidence/paired-kinds.js';
import { type MeasureOutcome, type RequiredNumbers } from '../../outcome/gate-outcome.js';
import { type RegressionRule } from './regression-rule.js';
import { concludeMeasure, faultyMeasure, type MeasureBase } from '../../outcome/measure-outcome.js';
import { followsPredictions, type MetricDefinition } from '../../evidence/metric-definition.js';
import { mixDiagnostic } from './mix-diagnostic.js';
import { comparisonTeller, type TellComparison } from './regression-message.js';
import { asError, type IndexedEvidence, type RuleContext } from '../../context/rule-context.js';
import { type SliceTarget } from '../../context/slice-target.js';
import { tooFewOfClass, tooSmall, tooUneven } from '../../context/slice-size.js';
import { undefinedOnData } from '../../context/undefined-on-data.js';

/** What the comparisons of one rule share. */
export interface Comparison {
  rule: RegressionRule;
  context: RuleContext;
  definition: MetricDefinition;
  sign: 1 | -1;
  challenger: EvaluationIndex;
  incumbent: IndexedEvidence | undefined;
  pairs: (sliceKey: string) => readonly PairedEvidence[];
  /** The tables of a slice, which count its classes whatever the metric. */
  tables: (sliceKey: string) => readonly PairedEvidence[];
  evaluations: MeasureOutcome['evaluations'];
  required: RequiredNumbers;
  tell: TellComparison;
}

/** A comparison whose values are in order and which is still to be judged. */
export interface OpenComparison {
  base: MeasureBase;
  key: string;
  own: number;
  theirs: number;
  margin: number;
  difference: Difference | null;
  classes: ClassCounts;
}

type Finite = MeasureEvidence & { value: number };

/** Prepares the comparisons of a rule. */
export function comparisonOf(
  rule: RegressionRule,
  context: RuleContext,
  definition: MetricDefinition,
  challenger: EvaluationIndex,
  incumbent: IndexedEvidence | undefined,
): Comparison {
  const incumbentVersion = incumbent?.index?.evaluation.version ?? 0;
  return {
    rule,
    context,
    definition,
    sign: orientation(definition.direction),
    challenger,
    incumbent,
    pairs: challenger.pairsOf(rule.metric, incumbentVersion),
    tables: challenger.pairsOf('accuracy', incumbentVersion),
    evaluations: { challenger: challenger.evaluation.id, incumbent: incumbent?.index?.evaluation.id ?? null },
    required: requiredOf(rule),
    tell: comparisonTeller(rule, definition),
  };
}

/** Brings both values together, or settles the measure where they cannot be compared; the upper half of the algebra. */
export function incumbentVersusChallenger(
  comparison: Comparison,
  target: SliceTarget,
): MeasureOutcome | OpenComparison {
  const { rule, definition, challenger, incumbent } = comparison;
  const { key } = target;
  const theirs = incumbent?.index?.find(rule.metric, key);
  const own = challengerValue(challenger, rule.metric, key, definition);
  const fault =
    own.fault === undefined && incumbent !== undefined && incumbent.fault?.status !== 'ERROR'
      ? incumbentFault(comparison, incumbent, own.measure, theirs, key)
      : undefined;
  if (own.fault === undefined && incumbent?.index !== undefined && fault === undefined)
    return open(comparison, target, own.measure, theirs as Finite);
  return incomparable(comparison, target, own, theirs, fault);
}

/** Settles a measure whose values cannot be brought together; the first reason in the order of the algebra counts. */
function incomparable(
  comparison: Comparison,
  { slice, key }: SliceTarget,
  own: ChallengerValue,
  theirs: MeasureEvidence | undefined,
  fault: EvidenceFault | undefined,
): MeasureOutcome {
  const { rule, context, challenger, incumbent } = comparison;
  const base = seenOf(comparison, { slice, key }, own, theirs);
  if (incumbent?.fault !== undefined && incumbent.fault.status === 'ERROR')
    return faultyMeasure(base, onOtherData(comparison, incumbent, key));
  if (own.fault !== undefined)
    return undefinedOnData(rule, base, own.fault, context, challenger) ?? faultyMeasure(base, own.fault);
  return fault === undefined ? noIncumbent(base) : incumbentMissing(comparison, base, fault, key);
}

/** A measure with what there is of both values, though they cannot be compared. */
function seenOf(
  comparison: Comparison,
  { slice, key }: SliceTarget,
  own: ChallengerValue,
  theirs: MeasureEvidence | undefined,
): MeasureBase {
  const { rule, challenger } = comparison;
  const stated = own.measure ?? challenger.find(rule.metric, key);
  const count = stated?.count ?? challenger.rows(key);
  const observed = { challenger: own.measure?.value ?? null, incumbent: finiteOrNull(theirs?.value), count };
  return { ...baseOf(comparison, slice, count), observed };
}

/** A fault of datasets with what can be said all the same of the whole. */
function onOtherData(
  { rule, context, definition, challenger }: Comparison,
  { fault, other }: Extract<IndexedEvidence, { fault: EvidenceFault }>,
  key: string,
): EvidenceFault {
  if (other === undefined || !isOverall(key)) return fault;
  const diagnostic = mixDiagnostic(rule.metric, definition, challenger, context.indexOf(other));
  return diagnostic === undefined ? fault : { ...fault, detail: `${fault.detail}; ${diagnostic}` };
}

function baseOf(comparison: Comparison, slice: Slice, count: number | null): MeasureBase {
  return {
    metric: comparison.rule.metric,
    slice,
    basis: `point comparison, ${formatCount(count)}`,
    observed: {},
    required: comparison.required,
    evaluations: comparison.evaluations,
    evidenceLevel: undefined,
  };
}

/** Why the incumbent's value cannot be compared with, if so. */
function incumbentFault(
  { rule, context, definition, challenger }: Comparison,
  incumbent: IndexedEvidence,
  own: MeasureEvidence,
  theirs: MeasureEvidence | undefined,
  key: string,
): EvidenceFault | undefined {
  if (incumbent.fault !== undefined) return incumbent.fault;
  const { index } = incumbent;
  if (index.isAmbiguous(rule.metric, key)) return ambiguous(index);
  if (theirs === undefined || !Number.isFinite(theirs.value)) return missingIncumbent(index, rule.metric);
  const { comparability } = context;
  const sameData = challenger.evaluation.dataset.version === index.evaluation.dataset.version;
  const fault =
    metricFault(theirs, 'incumbent', definition) ??
    definitionFault(rule.metric, key, comparability, challenger.evaluation, index.evaluation) ??
    measurePairFault(withRows(challenger, own), withRows(index, theirs), definition, comparability, sameData) ??
    environmentFault(rule.metric, definition, comparability, challenger.evaluation, index.evaluation);
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
  const count = base.observed.count ?? null;
  if (!leave || !context.isCoveredByThreshold(rule.metric, key, rule.dataset, count)) return faultyMeasure(base, fault);
  const sentence = `${formatMeasure(base.metric, base.slice)}: ${fault.detail}; left to the threshold rule.`;
  return concludeMeasure(notCompared(base), 'SKIPPED', REGRESSION_CODES.LEFT_TO_THRESHOLD, sentence);
}

function noIncumbent(base: MeasureBase): MeasureOutcome {
  const sentence = `${formatMeasure(base.metric, base.slice)}: no incumbent to compare with.`;
  return concludeMeasure(notCompared(base), 'SKIPPED', 'NO_INCUMBENT', sentence);
}

function notCompared(base: MeasureBase): MeasureBase {
  return { ...base, basis: `not compared, ${formatCount(base.observed.count)}` };
}

/** Begins a measure whose values are in order, and settles what needs no statistics. */
function open(
  comparison: Comparison,
  { slice, key }: SliceTarget,
  own: Finite,
  theirs: Finite,
): MeasureOutcome | OpenComparison {
  const { rule, challenger, sign } = comparison;
  const count = own.count ?? challenger.rows(key);
  const base = baseOf(comparison, slice, count);
  const margin = effectiveMargin(rule.margin, theirs.value);
  const delta = rawDelta(own.value, theirs.value);
  const improvement = sign * delta + 0;
  base.observed = { challenger: own.value, incumbent: theirs.value, count, delta, improvement };
  base.required = requiredOfMargin(comparison, margin);
  const same = identicalPredictions(comparison, base, own.value, theirs.value, margin);
  if (same !== undefined) return same;
  const small = tooSmall(key, count, rule.minSliceSize, rule.mode !== 'point');
  if (small !== undefined) return faultyMeasure(base, small);
  const difference = rule.mode === 'point' ? null : differenceOf(comparison, key, own, theirs);
  if (difference !== null && 'fault' in difference) return faultyMeasure(base, difference.fault);
  const classes = classesOf(comparison, key);
  const rare = tooFewOfClass(classes, rule) ?? tooUneven(difference, rule.minSliceSize);
  if (rare !== undefined) return faultyMeasure(base, rare);
  return { base, key, own: own.value, theirs: theirs.value, margin, difference, classes };
}

/** What paired evidence says of the classes of a slice, where the rule asks for rows of each. */
function classesOf({ rule, definition, challenger, pairs, tables }: Comparison, key: string): ClassCounts {
  if (rule.minPositives === 0 && rule.minNegatives === 0) return {};
  const isShare = definition.kind === 'proportion';
  return classCountsOf([
    ...pairs(key).map((entry) => challenger.read(entry, { metric: rule.metric, isShare })),
    ...tables(key).map((entry) => challenger.read(entry, { metric: 'accuracy', isShare: true })),
  ]);
}

function differenceOf(comparison: Comparison, key: string, own: Finite, theirs: Finite): EstimatedDifference {
  const { rule, definition, challenger, pairs } = comparison;
  return estimateDifference({ metric: rule.metric, key, definition, challenger, entries: pairs(key), own, theirs });
}

/** Equal prediction digests settle every metric that follows from predictions; unequal values then contradict them. */
function identicalPredictions(
  { rule, challenger, incumbent, definition, tell }: Comparison,
  base: MeasureBase,
  own: number,
  theirs: number,
  margin: number,
): MeasureOutcome | undefined {
  const digest = challenger.evaluation.predictionDigest ?? null;
  if (digest === null || digest !== incumbent?.index?.evaluation.predictionDigest || !followsPredictions(definition))
    return undefined;
  const settled = { ...base, basis: 'identical predictions' };
  const sentence = tell(base.slice, base.observed, margin);
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
    better ? REGRESSION_CODES.IDENTICAL_PREDICTIONS : REGRESSION_CODES.NOT_SUPERIOR,
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

/** A margin that depends on the incumbent's value is each measure's own; any other is shared by all of the rule. */
function requiredOfMargin({ rule, required }: Comparison, margin: number): RequiredNumbers {
  const name = rule.mode === 'superiority' ? 'gain' : 'margin';
  return required[name] === margin ? required : { ...required, [name]: margin };
}

function finiteOrNull(value: number | null | undefined): number | null {
  return value != null && Number.isFinite(value) ? value : null;
}
