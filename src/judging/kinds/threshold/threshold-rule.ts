import { z } from 'zod';
import { judgedFields, name, ruleFields, sliceFields } from '../rule-fields.js';
import { type Metrics, type RuleFault, ruleFault, type Tightening } from '../rule-kind.js';
import { type RuleDefaults } from '../rule-defaults.js';
import { defined } from '../rule-base.js';
import {
  boundedTightening,
  emptyFaults,
  metricOf,
  placesOf,
  type SlicedDocument,
  slicedOf,
  type SlicedRule,
  slicedTightening,
  sliceFaults,
} from '../sliced-rule.js';
import { atLeast, atMost } from '../tightening.js';

/** Limits as a document states them, in short form too. */
export const limitFields = {
  min: z.number().optional().describe('Smallest allowed value, in units of the metric.'),
  max: z.number().optional().describe('Largest allowed value, in units of the metric.'),
};
/** What must keep the limits, as a document states it, in short form too. */
export const boundField = z
  .enum(['point', 'lower_confidence', 'upper_confidence'])
  .optional()
  .describe('Whether the value itself or its confidence bound must keep the limit; point when absent.');

/** A threshold rule as a document states it. */
export const thresholdRuleSchema = z
  .strictObject({
    kind: z.literal('threshold').describe('Compares the value of the challenger with fixed limits.'),
    metric: name(200).describe('Name of the metric.'),
    ...limitFields,
    bound: boundField,
    ...ruleFields,
    ...judgedFields,
    ...sliceFields,
  })
  .meta({ id: 'ThresholdRule', description: 'A limit on the value of the challenger.' });

/** A limit on the challenger's own value. */
export interface ThresholdRule extends SlicedRule {
  kind: 'threshold';
  min?: number;
  max?: number;
  bound: 'point' | 'lower_confidence' | 'upper_confidence';
}

/** Completes a threshold rule, or the limits of a short form. */
export function expandThreshold(
  document: SlicedDocument & Partial<Pick<ThresholdRule, 'min' | 'max' | 'bound'>>,
  defaults: RuleDefaults,
): ThresholdRule {
  const { min, max, bound = 'point' } = document;
  return { ...slicedOf(document, defaults), kind: 'threshold', ...defined({ min, max }), bound };
}

/** Limits that check nothing, contradict each other, or lie where the metric cannot. */
export function thresholdFaults(rule: ThresholdRule, metrics: Metrics): RuleFault[] {
  const { min, max, bound } = rule;
  const faults: RuleFault[] = [];
  if (min === undefined && max === undefined) {
    faults.push(ruleFault('', 'LIMIT_MISSING', 'A rule needs min, max or maxRegression, otherwise it checks nothing.'));
  }
  if (min !== undefined && max !== undefined && min > max) {
    faults.push(ruleFault('min', 'LIMITS_NOT_ORDERED', `min ${min} is larger than max ${max}.`));
  }
  if ((bound === 'lower_confidence' && min === undefined) || (bound === 'upper_confidence' && max === undefined)) {
    const detail = 'lower_confidence holds against min, upper_confidence against max; the limit is missing.';
    faults.push(ruleFault('bound', 'BOUND_WITHOUT_LIMIT', detail));
  }
  return [...faults, ...rangeFaults(rule, metrics), ...emptyFaults(rule), ...sliceFaults(rule)];
}

function rangeFaults(rule: ThresholdRule, metrics: Metrics): RuleFault[] {
  const range = metricOf(rule, metrics)?.range;
  if (range === undefined) return [];
  const [lowest, highest] = range;
  return (['min', 'max'] as const).flatMap((at) => {
    const limit = rule[at];
    if (limit === undefined || (limit >= lowest && limit <= highest)) return [];
    const detail = `${rule.metric} lies between ${lowest} and ${highest}; ${at} ${limit} does not.`;
    return [ruleFault(at, 'LIMIT_OUT_OF_RANGE', detail)];
  });
}

/** `accuracy-min`, with the slices it looks at. */
export function thresholdIdParts(rule: ThresholdRule): string[] {
  const { metric, min, max } = rule;
  return [metric, min === undefined ? '' : 'min', max === undefined ? '' : 'max', ...placesOf(rule)];
}

/** Limits may only draw nearer. */
export function thresholdTightening(base: ThresholdRule, narrower: ThresholdRule): Tightening {
  const tightening = { ...slicedTightening(base, narrower), min: atLeast, max: atMost };
  return boundedTightening(tightening, { bound: base.bound, onInconclusive: narrower.onInconclusive });
}
