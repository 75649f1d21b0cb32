import { type IsCoveredByThreshold } from '../../context/rule-context.js';
import { type DatasetChoice } from '../../evidence/gate-evidence.js';
import { parseSliceKey, sliceKey } from '../../evidence/slice-key.js';
import { type RuleBase } from '../rule-kind.js';
import { type ThresholdRule } from './threshold-rule.js';

/** Which slices the blocking threshold rules among these judge alone, so that a comparison may be left to them. */
export function coveredByThresholds(rules: readonly RuleBase[]): IsCoveredByThreshold {
  const limits = rules.filter(
    (rule): rule is ThresholdRule => isThreshold(rule) && rule.enforcement === 'block' && letsNoDoubtPass(rule),
  );
  return (metric, key, dataset, count) =>
    limits.some(
      (rule) => rule.metric === metric && isSameChoice(rule.dataset, dataset) && isJudgedBy(rule, key, count),
    );
}

function isThreshold(rule: RuleBase): rule is ThresholdRule {
  return rule.kind === 'threshold';
}

function letsNoDoubtPass({ critical, onInconclusive }: ThresholdRule): boolean {
  return critical || onInconclusive === 'block';
}

/** Whether a rule judges a slice alone: one it names, or one it discovers that is large enough. */
function isJudgedBy(rule: ThresholdRule, key: string, count: number | null): boolean {
  if (rule.slices.some((slice) => sliceKey(slice) === key)) return true;
  const features = Object.keys(parseSliceKey(key) ?? {}).join('&');
  return rule.slicesOf.includes(features) && count !== null && count >= rule.minSliceSize;
}

function isSameChoice(a: DatasetChoice | undefined, b: DatasetChoice | undefined): boolean {
  return a?.name === b?.name && a?.split === b?.split;
}
