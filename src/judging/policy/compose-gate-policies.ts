import { canonicalJson } from '../../values/canonical-json.js';
import { composeApprovals, composeStages } from './compose-stages.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import { type RuleBase } from '../kinds/rule-kind.js';
import { type GateRule, RULE_TABLE } from '../kinds/rule-kinds.js';
import { type RuleTable } from '../kinds/rule-table.js';
import { GATED_STAGES, type GatePolicy, type StagePolicy } from './gate-policy.js';
import { type PolicyError, policyError } from './policy-error.js';
import { compareText } from '../../values/compare-text.js';

/** One policy of two, or where they contradict each other. */
export type ComposedGatePolicy<Rule extends RuleBase = GateRule> =
  { ok: true; policy: GatePolicy<Rule> } | { ok: false; errors: PolicyError[] };

/**
 * The effective policy of two scopes, registry default and model, say: every demand of both. A narrower scope may add
 * rules, raise limits and ask for more approvals; a rule of the same id that asks for less is an error (gates.md §1.1).
 */
export function composeGatePolicies<Rule extends RuleBase = GateRule>(
  base: GatePolicy<Rule>,
  narrower: GatePolicy<Rule>,
  table: RuleTable = RULE_TABLE,
): ComposedGatePolicy<Rule> {
  const errors: PolicyError[] = metricConflicts(base, narrower);
  const [wide, narrow] = [withOwnDatasets(base), withOwnDatasets(narrower)];
  const stages: GatePolicy<Rule>['stages'] = {};
  for (const stage of GATED_STAGES) {
    const { composed, errors: found } = composeStages(stage, wide.stages[stage], narrow.stages[stage], table);
    errors.push(...found);
    if (composed !== undefined) stages[stage] = composed;
  }
  if (errors.length > 0) return { ok: false, errors };
  const policy: GatePolicy<Rule> = {
    ...(narrower.name === undefined ? {} : { name: narrower.name }),
    ...(narrower.description === undefined ? {} : { description: narrower.description }),
    metrics: composeMetrics(base.metrics, narrower.metrics),
    defaults: { equalityEpsilon: Math.min(base.defaults.equalityEpsilon, narrower.defaults.equalityEpsilon) },
    stages,
    protectedAliases: [...new Set([...base.protectedAliases, ...narrower.protectedAliases])].sort(compareText),
    ...composePolicyChanges(base.policyChanges, narrower.policyChanges),
  };
  return { ok: true, policy };
}

/** A change needs the approvals that either scope asks for. */
function composePolicyChanges(
  a: GatePolicy['policyChanges'],
  b: GatePolicy['policyChanges'],
): Pick<GatePolicy, 'policyChanges'> {
  if (a === undefined || b === undefined) return (a ?? b) === undefined ? {} : { policyChanges: (a ?? b)! };
  return { policyChanges: { approvals: composeApprovals(a.approvals, b.approvals) } };
}

function metricConflicts(base: GatePolicy<RuleBase>, narrower: GatePolicy<RuleBase>): PolicyError[] {
  return Object.keys(narrower.metrics).flatMap((name) => {
    const known = Object.hasOwn(base.metrics, name) ? base.metrics[name] : undefined;
    if (known === undefined || meaningOf(known) === meaningOf(narrower.metrics[name]!)) return [];
    return [policyError(['metrics', name], 'METRIC_CONFLICT', `The wider scope declares ${name} differently.`)];
  });
}

/** What a metric means, apart from whether its environment must be stated, which either scope may ask for. */
function meaningOf({ environment: _, ...definition }: MetricDefinition): string {
  return canonicalJson(definition);
}

function composeMetrics(base: GatePolicy['metrics'], narrower: GatePolicy['metrics']): GatePolicy['metrics'] {
  const demanding = Object.entries(base).filter(
    ([name, { environment }]) => environment === 'required' && Object.hasOwn(narrower, name),
  );
  return { ...base, ...narrower, ...Object.fromEntries(demanding) };
}

/** Writes the default dataset of a policy into its rules, so that rules of two policies can stand side by side. */
function withOwnDatasets<Rule extends RuleBase>(policy: GatePolicy<Rule>): GatePolicy<Rule> {
  const { dataset } = policy.defaults;
  if (dataset === undefined) return policy;
  const owned = <R extends RuleBase>(rule: R): R =>
    rule.rules === undefined
      ? { ...rule, dataset: rule.dataset ?? dataset }
      : { ...rule, rules: rule.rules.map(owned) };
  const stages = Object.entries(policy.stages).map(([stage, block]: [string, StagePolicy<Rule>]) => [
    stage,
    { ...block, rules: block.rules.map(owned) },
  ]);
  return { ...policy, stages: Object.fromEntries(stages) };
}
