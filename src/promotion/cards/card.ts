import { definitionOf } from '../../judging/compare-evaluations.js';
import { standardErrorOf } from '../../judging/evidence/standard-error.js';
import { type EvaluationEvidence, type MeasureEvidence } from '../../judging/evidence/gate-evidence.js';
import { type MetricDefinition } from '../../judging/evidence/metric-definition.js';
import { parseSliceKey, type Slice } from '../../judging/evidence/slice-key.js';
import { estimateOf, oneSidedBounds } from '../../judging/statistics/estimate.js';
import { wilson } from '../../judging/statistics/proportions.js';
import { compareText } from '../../values/compare-text.js';

/** A value with its two-sided 95 % interval, in units of the metric; null ends where it has none. */
export interface CardMeasure {
  metric: string;
  slice: Slice;
  value: number | null;
  lower: number | null;
  upper: number | null;
  count: number | null;
}

/** The slices of a feature between which a metric differs most. */
export interface CardGap {
  metric: string;
  feature: string;
  gap: number;
  lowest: { value: string; measured: number; count: number | null };
  highest: { value: string; measured: number; count: number | null };
}

/** What one evaluation says, cut to what a page holds. */
export interface CardEvidence {
  metrics: CardMeasure[];
  slices: CardMeasure[];
  slicesOmitted: number;
  gaps: CardGap[];
}

/** A card is read by people: slices beyond these, the smallest ones, are counted alone. */
const MOST_SLICES = 200;
const ALPHA = 0.025;

export function cardEvidence(
  { measures }: EvaluationEvidence,
  metrics: Readonly<Record<string, MetricDefinition>>,
): CardEvidence {
  const all = measures.map((measure) => toCardMeasure(measure, definitionOf(measure.metric, metrics)));
  const isWhole = ({ slice }: CardMeasure): boolean => Object.keys(slice).length === 0;
  const slices = all.filter((measure) => !isWhole(measure)).sort(largestFirst);
  return {
    metrics: all.filter(isWhole).sort((one, other) => compareText(one.metric, other.metric)),
    slices: slices.slice(0, MOST_SLICES).sort(bySlice),
    slicesOmitted: Math.max(0, slices.length - MOST_SLICES),
    gaps: gapsOf(slices),
  };
}

function toCardMeasure(measure: MeasureEvidence, definition: MetricDefinition | undefined): CardMeasure {
  const { metric, sliceKey, value, count } = measure;
  const interval = value === null || !definition ? null : intervalOf({ ...measure, value }, definition);
  const { lower, upper } = interval ?? { lower: null, upper: null };
  return { metric, slice: parseSliceKey(sliceKey) ?? {}, value, lower, upper, count };
}

/** As stated where it is one of 95 %, of a share of counted rows by Wilson, else by the standard error within the range. */
function intervalOf(
  measure: MeasureEvidence & { value: number },
  definition: MetricDefinition,
): { lower: number; upper: number } | null {
  const { value, count, ciLow, ciHigh, ciLevel } = measure;
  if (ciLow != null && ciHigh != null && (ciLevel ?? 0.95) === 0.95) return { lower: ciLow, upper: ciHigh };
  if (definition.kind === 'proportion' && count && measure.standardError == null && value >= 0 && value <= 1)
    return wilson({ successes: value * count, n: count }, ALPHA);
  const standardError = standardErrorOf(measure, definition);
  const estimate = standardError === null ? null : estimateOf(value, standardError);
  if (!estimate) return null;
  const [least, most] = definition.range ?? [-Infinity, Infinity];
  const { lower, upper } = oneSidedBounds(estimate, ALPHA);
  return { lower: Math.max(least, lower), upper: Math.min(most, upper) };
}

function largestFirst(one: CardMeasure, other: CardMeasure): number {
  return (other.count ?? 0) - (one.count ?? 0) || bySlice(one, other);
}

function bySlice(one: CardMeasure, other: CardMeasure): number {
  return compareText(one.metric, other.metric) || compareText(JSON.stringify(one.slice), JSON.stringify(other.slice));
}

/** Of every metric and feature the widest difference between two values, the widest first. */
function gapsOf(slices: readonly CardMeasure[]): CardGap[] {
  const families = new Map<string, CardMeasure[]>();
  for (const measure of slices) {
    const [feature, ...more] = Object.keys(measure.slice);
    if (feature === undefined || more.length > 0 || measure.value === null) continue;
    const key = `${measure.metric}\0${feature}`;
    families.set(key, [...(families.get(key) ?? []), measure]);
  }
  return [...families.values()].flatMap(toGap).sort((one, other) => other.gap - one.gap);
}

function toGap(family: readonly CardMeasure[]): CardGap[] {
  const ordered = family.toSorted((one, other) => one.value! - other.value!);
  const [lowest, highest] = [ordered[0]!, ordered.at(-1)!];
  if (ordered.length < 2) return [];
  const feature = Object.keys(lowest.slice)[0]!;
  const end = ({ slice, value, count }: CardMeasure) => ({ value: slice[feature]!, measured: value!, count });
  const gap = highest.value! - lowest.value!;
  return [{ metric: lowest.metric, feature, gap, lowest: end(lowest), highest: end(highest) }];
}
