import { REGRESSION_CODES } from './regression-reasons.js';
import { normalQuantile } from '../../statistics/distributions.js';
import { isSimpsonReversal, mixAdjusted, type SlicePair } from '../../statistics/slices.js';
import { orientation, rawDelta } from '../../evidence/compare.js';
import { differenceBounds } from '../../evidence/difference-bounds.js';
import { estimateDifference } from '../../evidence/estimate-difference.js';
import { type EvaluationIndex } from '../../evidence/evaluation-index.js';
import { type MeasureEvidence } from '../../evidence/gate-evidence.js';
import { OVERALL_KEY } from '../../evidence/slice-key.js';
import { formatDelta } from '../../outcome/gate-message.js';
import { type GateWarning, type MeasureOutcome } from '../../outcome/gate-outcome.js';
import { type Comparison } from './regression-comparison.js';

/** A slice as both models did on it, with the error of their difference where it is known. */
interface ComparedSlice extends SlicePair {
  standardError: number | undefined;
}

/** Both models on the whole. */
interface Whole {
  own: MeasureEvidence & { value: number };
  theirs: MeasureEvidence & { value: number };
  delta: number;
}

/**
 * Warns when the whole moves one way and the slices that make it up the other, since the overall number alone would mislead:
 * in the mode `point` by the values, else only where the bounds of both exclude that they move alike.
 */
export function simpsonWarnings(
  comparison: Comparison,
  incumbent: EvaluationIndex | undefined,
  measures: readonly MeasureOutcome[],
): GateWarning[] {
  const { rule, definition, challenger } = comparison;
  const whole = wholeOf(challenger.find(rule.metric, OVERALL_KEY), incumbent?.find(rule.metric, OVERALL_KEY));
  if (whole === undefined || definition.direction === 'none') return [];
  return [...slicesByFeatures(measures)].flatMap(([features, slices]) => {
    if (slices.length < 2 || !makeUp(whole, slices) || !isSimpsonReversal(whole.delta, slices)) return [];
    if (rule.mode !== 'point' && !isShown(comparison, whole, slices)) return [];
    const message = tellReversal(comparison, whole, features, slices);
    return [{ code: REGRESSION_CODES.SIMPSON_REVERSAL, message, ruleId: rule.id }];
  });
}

function wholeOf(own: MeasureEvidence | undefined, theirs: MeasureEvidence | undefined): Whole | undefined {
  if (own?.value == null || theirs?.value == null) return undefined;
  const delta = rawDelta(own.value, theirs.value);
  return { own: { ...own, value: own.value }, theirs: { ...theirs, value: theirs.value }, delta };
}

function slicesByFeatures(measures: readonly MeasureOutcome[]): Map<string, ComparedSlice[]> {
  const groups = new Map<string, ComparedSlice[]>();
  for (const { slice, observed } of measures) {
    const { challenger, incumbent, count, standardError } = observed;
    const features = Object.keys(slice).join('&');
    if (challenger == null || incumbent == null || count == null || features === '') continue;
    const compared = { incumbentWeight: count, challenger, incumbent, standardError };
    const group = groups.get(features);
    if (group === undefined) groups.set(features, [compared]);
    else group.push(compared);
  }
  return groups;
}

/** Slices that are a part of the whole may well differ from it. */
function makeUp({ own }: Whole, slices: readonly ComparedSlice[]): boolean {
  return own.count === null || own.count === slices.reduce((sum, slice) => sum + slice.incumbentWeight, 0);
}

/** Whether bounds at the confidence of the rule put the whole on one side of 0 and its slices, taken together, on the other. */
function isShown(comparison: Comparison, whole: Whole, slices: readonly ComparedSlice[]): boolean {
  const { rule, definition, challenger, pairs } = comparison;
  const { own, theirs, delta } = whole;
  const input = { metric: rule.metric, key: OVERALL_KEY, definition, challenger, entries: pairs(OVERALL_KEY) };
  const difference = estimateDifference({ ...input, own, theirs });
  if (difference === null || 'fault' in difference) return false;
  const bounds = differenceBounds(difference, delta, 1 - rule.confidence);
  if (typeof bounds === 'string' || !(delta > 0 ? bounds.lower > 0 : bounds.upper < 0)) return false;
  const adjusted = mixAdjusted(slices)?.difference ?? 0;
  return -Math.sign(delta) * adjusted > normalQuantile(rule.confidence) * errorOf(slices);
}

/** Standard error of the differences of disjoint slices, weighted by their rows; NaN where one is unknown, so that nothing is shown. */
function errorOf(slices: readonly ComparedSlice[]): number {
  const rows = slices.reduce((sum, slice) => sum + slice.incumbentWeight, 0);
  return Math.hypot(...slices.map((slice) => slice.incumbentWeight * (slice.standardError ?? NaN))) / rows;
}

function tellReversal(
  { rule, definition }: Comparison,
  { delta }: Whole,
  features: string,
  slices: readonly ComparedSlice[],
): string {
  const sign = orientation(definition.direction);
  const word = (difference: number) => (sign * difference > 0 ? 'better' : 'worse');
  const isEverywhere = slices.every((slice) => Math.sign(slice.challenger - slice.incumbent) === -Math.sign(delta));
  const whole = `${rule.metric} is ${word(delta)} overall (${formatDelta(delta, definition)})`;
  if (isEverywhere) return `${whole}, but ${word(-delta)} on every slice of ${features}.`;
  const adjusted = mixAdjusted(slices)!.difference;
  return `${whole}, but ${word(adjusted)} on the slices of ${features} taken together by their rows (${formatDelta(adjusted, definition)}).`;
}
