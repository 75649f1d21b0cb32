import { z } from 'zod';
import { defined } from '../rule-base.js';
import { type RuleDefaults } from '../rule-defaults.js';
import { amount, judgedFields, name, ruleFields, sliceFields } from '../rule-fields.js';
import { type Metrics, type RuleFault, ruleFault, type Tightening } from '../rule-kind.js';
import {
  boundedTightening,
  metricOf,
  placesOf,
  slicedOf,
  type SlicedRule,
  slicedTightening,
  sliceFaults,
} from '../sliced-rule.js';
import { atLeast, atMost } from '../tightening.js';
import { widthFaults } from '../width-faults.js';

/** How far slices lie apart: largest minus smallest, smallest by largest, or the worst behind the whole. */
export const GAP_STATISTICS = ['difference', 'ratio', 'worst_vs_overall'] as const;
/** One of them. */
export type GapStatistic = (typeof GAP_STATISTICS)[number];

/** A slice_gap rule as a document states it. */
export const sliceGapRuleSchema = z
  .strictObject({
    kind: z.literal('slice_gap').describe('Limits the spread of a metric between slices.'),
    metric: name(200).describe('Name of the metric.'),
    statistic: z
      .enum(GAP_STATISTICS)
      .optional()
      .describe(
        'difference is largest minus smallest, ratio smallest by largest, worst_vs_overall how far the worst lies behind.',
      ),
    min: z.number().optional().describe('Smallest allowed ratio, without a unit; only for statistic ratio.'),
    max: z.number().min(0).optional().describe('Largest allowed difference in metric units; not for statistic ratio.'),
    noWorseThanIncumbentBy: amount.optional().describe('How much worse than that of the incumbent the spread may be.'),
    bound: z
      .enum(['point', 'confidence'])
      .optional()
      .describe('Whether the spread itself or its confidence bounds are judged.'),
    ...ruleFields,
    ...judgedFields,
    ...sliceFields,
  })
  .meta({ id: 'SliceGapRule', description: 'A limit on how differently groups are served.' });

/** A limit on how differently groups are served. */
export interface SliceGapRule extends SlicedRule {
  kind: 'slice_gap';
  statistic: GapStatistic;
  min?: number;
  max?: number;
  noWorseThanIncumbentBy?: number;
  bound: 'point' | 'confidence';
}

/** Completes a slice_gap rule; the whole is no group of its own. */
export function expandSliceGap(document: z.infer<typeof sliceGapRuleSchema>, defaults: RuleDefaults): SliceGapRule {
  const { min, max, noWorseThanIncumbentBy, statistic = 'difference', bound = 'point' } = document;
  const limits = defined({ min, max, noWorseThanIncumbentBy });
  return { ...slicedOf(document, defaults, false), kind: 'slice_gap', statistic, ...limits, bound };
}

/** Limits that say nothing of the statistic, and slices between which nothing can lie. */
export function sliceGapFaults(rule: SliceGapRule, metrics: Metrics): RuleFault[] {
  const metric = metricOf(rule, metrics);
  return [
    ...limitFaults(rule),
    ...(rule.statistic === 'ratio' ? [] : widthFaults('max', 'difference', rule.max, metric)),
    ...fewSlices(rule),
    ...(rule.statistic === 'worst_vs_overall' && metric?.direction === 'none' ? [withoutDirection(rule)] : []),
    ...sliceFaults(rule),
  ];
}

function limitFaults({ min, max, noWorseThanIncumbentBy, statistic }: SliceGapRule): RuleFault[] {
  const faults: RuleFault[] = [];
  if (min === undefined && max === undefined && noWorseThanIncumbentBy === undefined) {
    faults.push(ruleFault('', 'LIMIT_MISSING', 'A slice_gap rule needs min, max or noWorseThanIncumbentBy.'));
  }
  const [wrong, limit] = statistic === 'ratio' ? (['max', max] as const) : (['min', min] as const);
  if (limit !== undefined) {
    const detail = `A ratio has a min, a difference a max; ${wrong} says nothing of statistic ${statistic}.`;
    faults.push(ruleFault(wrong, 'LIMIT_NOT_APPLICABLE', detail));
  }
  if (statistic === 'ratio' && min !== undefined && !(min > 0 && min <= 1)) {
    const detail = `A ratio lies between 0 and 1; min ${min} asks nothing or too much.`;
    faults.push(ruleFault('min', 'LIMIT_OUT_OF_RANGE', detail));
  }
  return faults;
}

function fewSlices({ slices, slicesOf }: SliceGapRule): RuleFault[] {
  if (slicesOf.length > 0 || slices.length >= 2) return [];
  return [ruleFault('', 'SLICES_MISSING', 'A spread needs slicesOf, or at least two slices.')];
}

function withoutDirection({ metric }: SliceGapRule): RuleFault {
  return ruleFault(
    'metric',
    'METRIC_WITHOUT_DIRECTION',
    `${metric} has no better direction, so no slice of it is worst.`,
  );
}

/** `accuracy-gap`, with the slices it looks at. */
export function sliceGapIdParts(rule: SliceGapRule): string[] {
  return [rule.metric, 'gap', ...placesOf(rule)];
}

/** Limits may only draw nearer. */
export function sliceGapTightening(base: SliceGapRule, narrower: SliceGapRule): Tightening {
  const limits = { min: atLeast, max: atMost, noWorseThanIncumbentBy: atMost };
  const tightening = { ...slicedTightening(base, narrower), ...limits };
  return boundedTightening(tightening, { bound: base.bound, onInconclusive: narrower.onInconclusive });
}
