import {
  behindBounds,
  gapBetween,
  gapBounds,
  gapRatioBounds,
  type SliceValue,
  worstAgainstOverall,
} from '../../statistics/slices.js';
import { type Bounds } from '../../statistics/estimate.js';
import { orientation } from '../../evidence/compare.js';
import { type EvaluationIndex } from '../../evidence/evaluation-index.js';
import { type MetricDefinition } from '../../evidence/metric-definition.js';
import { OVERALL_KEY } from '../../evidence/slice-key.js';
import { standardErrorOf } from '../../evidence/standard-error.js';
import { type SliceGapRule } from './slice-gap-rule.js';

/** A metric on one slice with its rows. */
export type CountedValue = SliceValue & { count: number | null };

/** How far slices lie apart, by the statistic of a rule. */
export interface Spread {
  value: number;
  /** The slice that lies furthest off; where neither way is better, the lowest. */
  worst: SliceValue;
  /** The slice it is held against; null for the whole. */
  best: SliceValue | null;
}

/** The spread by the statistic of the rule; for worst_vs_overall how far the worst slice lies behind the whole. */
export function spreadOf(
  rule: SliceGapRule,
  definition: MetricDefinition,
  index: EvaluationIndex,
  values: readonly SliceValue[],
): Spread | null {
  const overall = index.find(rule.metric, OVERALL_KEY)?.value;
  if (rule.statistic === 'worst_vs_overall') {
    const found = Number.isFinite(overall)
      ? worstAgainstOverall(values, overall!, orientation(definition.direction))
      : null;
    return found && { value: Math.max(0, -found.difference), worst: found.worst, best: null };
  }
  const gap = gapBetween(values);
  const value = rule.statistic === 'ratio' ? gap?.ratio : gap?.difference;
  if (gap === null || value == null) return null;
  const [worst, best] = definition.direction === 'lower' ? [gap.highest, gap.lowest] : [gap.lowest, gap.highest];
  return { value, worst, best };
}

/** Simultaneous bounds of the spread; null where the evidence gives too little for them. */
export function spreadBounds(
  rule: SliceGapRule,
  definition: MetricDefinition,
  index: EvaluationIndex,
  values: readonly CountedValue[],
): Bounds | null {
  const alpha = 1 - rule.confidence;
  if (rule.statistic === 'ratio') return gapRatioBounds(values, alpha);
  if (rule.statistic === 'difference') return gapBounds(values, alpha);
  const whole = index.find(rule.metric, OVERALL_KEY);
  if (whole?.value == null || whole.count === null || !isMean(definition)) return null;
  const overall = { value: whole.value, standardError: standardErrorOf({ ...whole, value: whole.value }, definition) };
  const parts = values.map(({ count, ...value }) => ({ ...value, share: (count ?? Number.NaN) / whole.count! }));
  return behindBounds(parts, overall, orientation(definition.direction), alpha);
}

/** Only of a mean is the whole the weighted sum of its parts. */
function isMean({ kind }: MetricDefinition): boolean {
  return kind === 'proportion' || kind === 'mean';
}
