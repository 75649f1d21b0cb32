import { challengerValue } from '../../context/challenger-value.js';
import {
  emptyMeasure,
  faultyMeasure,
  type RuleJudgement,
  settledMeasure,
  concludeMeasure,
} from '../../outcome/measure-outcome.js';
import { type MeasureOutcome } from '../../outcome/gate-outcome.js';
import { type SliceGapRule } from './slice-gap-rule.js';
import {
  challengerEvidence,
  incumbentEvidence,
  inventoryOf,
  metricDefinition,
  type RuleContext,
} from '../../context/rule-context.js';
import { isOnlyWarned } from '../little-data.js';
import { resolveSlices } from '../../context/rule-slices.js';
import { type SliceTarget } from '../../context/slice-target.js';
import { tooSmall } from '../../context/slice-size.js';
import { undefinedOnData } from '../../context/undefined-on-data.js';
import { standardErrorOf } from '../../evidence/standard-error.js';
import { type Gaps, judgeSpread } from './judge-spread.js';
import { type CountedValue } from './slice-spread.js';

/** Judges the spread of a metric between the slices of each feature, or between the slices named. */
export function evaluateSliceGap(rule: SliceGapRule, context: RuleContext): RuleJudgement {
  const definition = metricDefinition(context, rule.metric);
  const { index: challenger, fault } = challengerEvidence(context, rule.dataset);
  const empty = emptyMeasure(rule.metric, {});
  if (fault !== undefined) return { measures: [faultyMeasure(empty, fault)] };
  if (definition === undefined)
    return { measures: [concludeMeasure(empty, 'ERROR', 'POLICY_INVALID', `${rule.metric} is not declared.`)] };
  const incumbent = context.evidence.incumbent === null ? undefined : incumbentEvidence(context, challenger.evaluation);
  const sources = {
    definition,
    challenger,
    incumbent: incumbent?.index,
    inventory: inventoryOf(context, challenger.evaluation),
    families: context.families,
    compares: 'where_possible' as const,
  };
  const gaps: Gaps = { rule, context, definition, challenger, incumbent };
  const families = [
    ...(rule.slices.length > 0 ? [{ ...rule, slicesOf: [] }] : []),
    ...rule.slicesOf.map((features) => ({ ...rule, slices: [], slicesOf: [features] })),
  ];
  return {
    measures: families.flatMap((family) => {
      const slices = resolveSlices(family, sources);
      const theirs = slices.incumbent === undefined ? incumbent : { index: slices.incumbent };
      const pooled = { ...gaps, challenger: slices.challenger, incumbent: theirs };
      return judgeFamily(pooled, slices.targets, family.slicesOf[0]);
    }),
  };
}

/** Slices that cannot be read speak for themselves; the spread is taken over the others unless one of those is in the way. */
function judgeFamily(gaps: Gaps, targets: readonly SliceTarget[], features: string | undefined): MeasureOutcome[] {
  const { rule, context, challenger, definition } = gaps;
  const faulty: MeasureOutcome[] = [];
  const values: CountedValue[] = [];
  for (const { slice, key, settled } of targets) {
    const base = emptyMeasure(rule.metric, slice);
    if (settled !== undefined) {
      faulty.push(settledMeasure(base, settled));
      continue;
    }
    const { measure, fault } = challengerValue(challenger, rule.metric, key, definition);
    const count = measure?.count ?? challenger.rows(key);
    const small = tooSmall(key, count, rule.minSliceSize);
    if (fault !== undefined)
      faulty.push(undefinedOnData(rule, base, fault, context, challenger) ?? faultyMeasure(base, fault));
    else if (small !== undefined) faulty.push(faultyMeasure(base, small));
    else values.push({ slice: key, value: measure.value, standardError: standardErrorOf(measure, definition), count });
  }
  const family = features === undefined ? {} : Object.fromEntries(features.split('&').map((feature) => [feature, '*']));
  if (faulty.some((measure) => isInTheWay(rule, measure))) return faulty;
  return [...faulty, judgeSpread(gaps, emptyMeasure(rule.metric, family), values)];
}

/** Whether nothing can be said of a spread beside a measure; rows that nobody counted let nothing pass, and hide no gap. */
function isInTheWay(rule: SliceGapRule, measure: MeasureOutcome): boolean {
  return measure.status !== 'SKIPPED' && measure.reasonCode !== 'COUNT_UNKNOWN' && !isOnlyWarned(rule, measure);
}
