import {
  behindBounds,
  gapBetween,
  gapBounds,
  gapRatioBounds,
  type SliceValue,
  worstAgainstOverall,
} from '../statistics/slices.js';
import { type Bounds } from '../statistics/estimate.js';
import { orientation } from '../evidence/compare.js';
import { type EvaluationIndex } from '../evidence/evaluation-index.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import { OVERALL_KEY } from '../evidence/slice-key.js';
import { standardErrorOf } from '../evidence/standard-error.js';
import { type SliceGapRule } from '../policy-document/gate-policy.js';

/** A metric on one slice with its rows. */
export type CountedValue = SliceValue & { count: number | null };

/** How far slices lie apart, by the statistic of a rule, and which two. */
export interface Spread {
  value: number;
  lowest: string;
  highest: string;
}

/** The spread by the statistic of the rule; for worst_vs_overall how far the worst slice lies behind the whole. */
export function spreadOf(
  rule: SliceGapRule,
  definition: MetricDefinition,
  index: EvaluationIndex,
  values: readonly SliceValue[],
): Spread | null {
  const overall = index.find(rule.metric, OVERALL_KEY)?.value;
  const behind = rule.statistic === 'worst_vs_overall';
  if (behind && !Number.isFinite(overall)) return null;
  const gap = behind ? worstAgainstOverall(values, overall!, orientation(definition.direction)) : gapBetween(values);
  if (gap === null || (rule.statistic === 'ratio' && gap.ratio === null)) return null;
  const value = behind ? Math.max(0, -gap.difference) : rule.statistic === 'ratio' ? gap.ratio! : gap.difference;
  return { value, lowest: gap.lowest.slice, highest: gap.highest.slice };
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
