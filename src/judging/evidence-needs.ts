import { EVIDENCE_NEEDS, type EvidenceNeed, type RuleBase, singleRules } from './kinds/rule-kind.js';
import { RULE_TABLE } from './kinds/rule-kinds.js';
import { type RuleTable } from './kinds/rule-table.js';
import { type GatePolicy, stagePolicy } from './policy/gate-policy.js';

/** Which evidence beside evaluations has to be read for a judgement. */
export type EvidenceNeeds = Record<EvidenceNeed, boolean>;

/** What the rules of a stage ask for, those inside groups too. */
export function evidenceNeeds(
  policy: GatePolicy<RuleBase>,
  stage: string,
  table: RuleTable = RULE_TABLE,
): EvidenceNeeds {
  const rules = singleRules(stagePolicy(policy, stage)?.rules ?? []);
  const needs = new Set(rules.flatMap((rule) => table.find(rule.kind)?.needs?.(rule) ?? []));
  return Object.fromEntries(EVIDENCE_NEEDS.map((need) => [need, needs.has(need)])) as EvidenceNeeds;
}
