import { REGRESSION_CODES } from './regression-reasons.js';
import { isSimpsonReversal, type SlicePair } from '../../statistics/slices.js';
import { type EvaluationIndex } from '../../evidence/evaluation-index.js';
import { formatValues } from '../../outcome/gate-message.js';
import { type GateWarning, type MeasureOutcome } from '../../outcome/gate-outcome.js';
import { type RegressionRule } from './regression-rule.js';
import { type MetricDefinition } from '../../evidence/metric-definition.js';
import { OVERALL_KEY } from '../../evidence/slice-key.js';

/** Warns when the whole moves one way and the slices of a feature the other: the overall number alone would mislead. */
export function simpsonWarnings(
  rule: RegressionRule,
  definition: MetricDefinition,
  challenger: EvaluationIndex,
  incumbent: EvaluationIndex | undefined,
  measures: readonly MeasureOutcome[],
): GateWarning[] {
  const own = challenger.find(rule.metric, OVERALL_KEY)?.value;
  const theirs = incumbent?.find(rule.metric, OVERALL_KEY)?.value;
  if (own == null || theirs == null || definition.direction === 'none') return [];
  return [...pairsByFeatures(measures)].flatMap(([features, pairs]) => {
    if (pairs.length < 2 || !isSimpsonReversal(own - theirs, pairs)) return [];
    const [from, to] = formatValues(theirs, own, definition);
    const message = `${rule.metric} moves from ${from} to ${to} overall, but the other way on the slices of ${features}.`;
    return [{ code: REGRESSION_CODES.SIMPSON_REVERSAL, message, ruleId: rule.id }];
  });
}

function pairsByFeatures(measures: readonly MeasureOutcome[]): Map<string, SlicePair[]> {
  const groups = new Map<string, SlicePair[]>();
  for (const { slice, observed } of measures) {
    const { challenger, incumbent, count } = observed;
    const features = Object.keys(slice).join('&');
    if (challenger == null || incumbent == null || count == null || features === '') continue;
    const pair = { incumbentWeight: count, challenger, incumbent };
    const group = groups.get(features);
    if (group === undefined) groups.set(features, [pair]);
    else group.push(pair);
  }
  return groups;
}
