import { SLICE_GAP_CODES } from './slice-gap-reasons.js';
import {
  definitionFault,
  environmentFault,
  measurePairFault,
  metricFault,
  unstatedEnvironment,
} from '../../evidence/comparability.js';
import { type EvidenceFault } from '../../evidence/choose-evidence.js';
import { ge, rawDelta } from '../../evidence/compare.js';
import { type EvaluationIndex, withRows } from '../../evidence/evaluation-index.js';
import { type MeasureEvidence } from '../../evidence/gate-evidence.js';
import { type MetricDefinition } from '../../evidence/metric-definition.js';
import { formatCount } from '../../outcome/gate-message.js';
import { type MeasureOutcome } from '../../outcome/gate-outcome.js';
import { concludeMeasure, faultyMeasure, type MeasureBase } from '../../outcome/measure-outcome.js';
import { asError, type IndexedEvidence, type RuleContext } from '../../context/rule-context.js';
import { type Bounds } from '../../statistics/estimate.js';
import { methodOf } from '../../statistics/methods.js';
import { uncounted } from '../../context/slice-size.js';
import { type SliceGapRule } from './slice-gap-rule.js';
import { gapTurningPoint } from './gap-turning-point.js';
import { tellGap } from './slice-gap-message.js';
import { type CountedValue, type Spread, spreadBounds, spreadOf } from './slice-spread.js';

const GAP_METHODS = { difference: 'gap_difference', ratio: 'gap_ratio', worst_vs_overall: 'gap_behind' } as const;

/** What the families of one slice_gap rule share. */
export interface Gaps {
  rule: SliceGapRule;
  context: RuleContext;
  definition: MetricDefinition;
  challenger: EvaluationIndex;
  incumbent: IndexedEvidence | undefined;
}

/** A spread that was taken, and what is said of it. */
interface TakenSpread {
  base: MeasureBase;
  spread: Spread;
  bounds: Bounds;
  theirs: IncumbentSpread | undefined;
  sentence: string;
  /** What would have to change for a spread that is too large, or a ratio too small, by so much. */
  remedy(missing: number): string | undefined;
}

/** Judges how far slices lie apart: by the limits of the rule, then against the incumbent's spread. */
export function judgeSpread(gaps: Gaps, empty: MeasureBase, values: readonly CountedValue[]): MeasureOutcome {
  const { rule, challenger, definition } = gaps;
  const unstated = unstatedEnvironment(rule.metric, definition, challenger.evaluation);
  if (unstated !== undefined) return faultyMeasure(empty, asError(unstated));
  const spread = spreadOf(rule, definition, challenger, values);
  if (spread === null) return faultyMeasure(empty, TOO_FEW_SLICES);
  const theirs = rule.noWorseThanIncumbentBy === undefined ? undefined : incumbentSpread(gaps, values);
  const bounds = boundsOf(gaps, spread, values);
  const base = { ...empty, ...seen(gaps, values, spread, theirs, bounds) };
  if (bounds === null) return faultyMeasure(base, TOO_WEAK);
  const sentence = tellGap(rule, definition, base.observed, spread);
  const remedy = (missing: number) => gapTurningPoint(rule, definition, spread, values, missing);
  const outcome = judgeLimits(gaps, { base, spread, bounds, theirs, sentence, remedy });
  const { count = null } = base.observed;
  const unknown = outcome.status === 'PASS' ? uncounted(values[0]!.slice, count, rule.minSliceSize) : undefined;
  return unknown === undefined ? outcome : faultyMeasure(base, unknown);
}

/** The spread itself where a point is judged, else its bounds; null where the evidence gives none. */
function boundsOf({ rule, definition, challenger }: Gaps, { value }: Spread, values: readonly CountedValue[]) {
  if (rule.bound === 'point') return { lower: value, upper: value };
  return spreadBounds(rule, definition, challenger, values);
}

/** What is known of a spread before it is judged. */
function seen(
  { rule, challenger, incumbent }: Gaps,
  values: readonly CountedValue[],
  spread: Spread,
  theirs: IncumbentSpread | undefined,
  bounds: Bounds | null,
): Pick<MeasureBase, 'basis' | 'method' | 'evaluations' | 'observed' | 'required'> {
  const counts = values.map(({ count }) => count);
  const count = counts.includes(null) ? null : Math.min(...(counts as number[]));
  const isPoint = rule.bound === 'point';
  return {
    basis: `spread over ${values.length} slices, smallest ${formatCount(count)}`,
    ...(!isPoint && { method: methodOf(GAP_METHODS[rule.statistic]) }),
    evaluations: { challenger: challenger.evaluation.id, incumbent: incumbent?.index?.evaluation.id ?? null },
    observed: {
      challenger: spread.value,
      incumbent: theirs?.value ?? null,
      ...(theirs?.value === undefined ? {} : { delta: rawDelta(spread.value, theirs.value) }),
      count,
      ...(isPoint ? {} : bounds),
    },
    required: requiredOf(rule),
  };
}

function judgeLimits(gaps: Gaps, taken: TakenSpread): MeasureOutcome {
  const { min = -Infinity, max = Infinity } = gaps.rule;
  const { base, sentence, bounds, remedy } = taken;
  const { lower, upper } = bounds;
  const epsilon = gaps.context.equalityEpsilon;
  const missing = !ge(upper, min, epsilon) ? min - lower : !ge(max, lower, epsilon) ? upper - max : undefined;
  if (missing !== undefined)
    return concludeMeasure(base, 'FAIL', SLICE_GAP_CODES.GAP_TOO_LARGE, sentence, remedy(missing));
  if (ge(lower, min, epsilon) && ge(max, upper, epsilon)) return judgeAgainst(gaps, taken);
  return concludeMeasure(base, 'INCONCLUSIVE', 'NOT_SHOWN', sentence, 'Measure on more rows of the smaller slices.');
}

/** Judges a spread within the limits against the incumbent's, where the rule asks for that. */
function judgeAgainst(
  { rule, context }: Gaps,
  { base, spread, theirs, sentence, remedy }: TakenSpread,
): MeasureOutcome {
  const within = concludeMeasure(base, 'PASS', 'WITHIN_LIMITS', sentence);
  const by = rule.noWorseThanIncumbentBy;
  if (by === undefined) return within;
  if (theirs === undefined) {
    const isLimited = rule.min !== undefined || rule.max !== undefined;
    return isLimited ? within : concludeMeasure(base, 'SKIPPED', 'NO_INCUMBENT', `${sentence} No incumbent.`);
  }
  if (theirs.fault !== undefined) return faultyMeasure(base, theirs.fault);
  const epsilon = context.equalityEpsilon;
  const isRatio = rule.statistic === 'ratio';
  const allowed = isRatio ? theirs.value - by : theirs.value + by;
  if (isRatio ? ge(spread.value, allowed, epsilon) : ge(allowed, spread.value, epsilon)) return within;
  const remediation = remedy(Math.abs(allowed - spread.value));
  return concludeMeasure(base, 'FAIL', SLICE_GAP_CODES.GAP_WORSE_THAN_INCUMBENT, sentence, remediation);
}

type IncumbentSpread = { value: number; fault?: undefined } | { value?: undefined; fault: EvidenceFault };

/** The same spread of the incumbent, provided that its values can be compared with the challenger's on every slice. */
function incumbentSpread(gaps: Gaps, values: readonly CountedValue[]): IncumbentSpread | undefined {
  const { rule, definition, challenger, incumbent, context } = gaps;
  if (incumbent === undefined) return undefined;
  if (incumbent.fault !== undefined) return { fault: incumbent.fault };
  const { comparability } = context;
  const { evaluation } = incumbent.index;
  const elsewhere = environmentFault(rule.metric, definition, comparability, challenger.evaluation, evaluation);
  if (elsewhere !== undefined) return { fault: asError(elsewhere) };
  const sameData = challenger.evaluation.dataset.version === evaluation.dataset.version;
  const others: CountedValue[] = [];
  for (const { slice } of values) {
    const own = challenger.find(rule.metric, slice) as MeasureEvidence;
    const other = incumbent.index.find(rule.metric, slice);
    if (other?.value == null || !Number.isFinite(other.value)) return { fault: INCUMBENT_INCOMPLETE };
    const fault =
      metricFault(other, 'incumbent', definition) ??
      definitionFault(rule.metric, slice, comparability, challenger.evaluation, evaluation) ??
      measurePairFault(
        withRows(challenger, own),
        withRows(incumbent.index, other),
        definition,
        comparability,
        sameData,
      );
    if (fault !== undefined) return { fault: asError(fault) };
    others.push({ slice, value: other.value, standardError: null, count: other.count });
  }
  const spread = spreadOf(rule, definition, incumbent.index, others);
  return spread === null ? { fault: INCUMBENT_INCOMPLETE } : { value: spread.value };
}

function requiredOf({ min, max, noWorseThanIncumbentBy, bound, confidence }: SliceGapRule) {
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(noWorseThanIncumbentBy === undefined ? {} : { margin: noWorseThanIncumbentBy }),
    ...(bound === 'point' ? {} : { confidence }),
  };
}

const TOO_FEW_SLICES: EvidenceFault = {
  status: 'INCONCLUSIVE',
  reasonCode: SLICE_GAP_CODES.TOO_FEW_SLICES,
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
