import { type GatePolicy, type GateRule, stagePolicy } from './policy/gate-policy.js';

/** Evidence beside evaluations that costs a query and is read only when a rule asks for it. */
export interface EvidenceNeeds {
  inventories: boolean;
  holdoutUses: boolean;
}

/** What the rules of a stage ask for, those inside groups too. */
export function evidenceNeeds(policy: GatePolicy, stage: string): EvidenceNeeds {
  const rules = (stagePolicy(policy, stage)?.rules ?? []).flatMap(flatten);
  return {
    inventories: rules.some((rule) => 'slicesOf' in rule && rule.slicesOf.length > 0),
    holdoutUses: rules.some(({ kind }) => kind === 'holdout_reuse'),
  };
}

function flatten(rule: GateRule): GateRule[] {
  return rule.kind === 'group' ? rule.rules.flatMap(flatten) : [rule];
}
