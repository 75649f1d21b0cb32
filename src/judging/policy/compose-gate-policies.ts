import { canonicalJson } from '../../values/canonical-json.js';
import { composeStages } from './compose-stages.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import { GATED_STAGES, type GatePolicy, type GateRule, type StagePolicy } from './gate-policy.js';
import { type PolicyError, policyError } from './policy-error.js';
import { compareText } from '../../values/compare-text.js';

export type ComposedGatePolicy = { ok: true; policy: GatePolicy } | { ok: false; errors: PolicyError[] };

/**
 * The effective policy of two scopes, registry default and model, say: every demand of both. A narrower scope may add
 * rules, raise limits and ask for more approvals; a rule of the same id that asks for less is an error (gates.md §1.1).
 */
export function composeGatePolicies(base: GatePolicy, narrower: GatePolicy): ComposedGatePolicy {
  const errors: PolicyError[] = metricConflicts(base, narrower);
  const [wide, narrow] = [withOwnDatasets(base), withOwnDatasets(narrower)];
  const stages: GatePolicy['stages'] = {};
  for (const stage of GATED_STAGES) {
    const composed = composeStages(stage, wide.stages[stage], narrow.stages[stage], errors);
    if (composed !== undefined) stages[stage] = composed;
  }
  if (errors.length > 0) return { ok: false, errors };
  const policy: GatePolicy = {
    ...(narrower.name === undefined ? {} : { name: narrower.name }),
    ...(narrower.description === undefined ? {} : { description: narrower.description }),
    metrics: composeMetrics(base.metrics, narrower.metrics),
    defaults: { equalityEpsilon: Math.min(base.defaults.equalityEpsilon, narrower.defaults.equalityEpsilon) },
    stages,
    protectedAliases: [...new Set([...base.protectedAliases, ...narrower.protectedAliases])].sort(compareText),
  };
  return { ok: true, policy };
}

function metricConflicts(base: GatePolicy, narrower: GatePolicy): PolicyError[] {
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
function withOwnDatasets(policy: GatePolicy): GatePolicy {
  const { dataset } = policy.defaults;
  if (dataset === undefined) return policy;
  const owned = <R extends GateRule>(rule: R): R =>
    rule.kind === 'group' ? { ...rule, rules: rule.rules.map(owned) } : { ...rule, dataset: rule.dataset ?? dataset };
  const stages = Object.entries(policy.stages).map(([stage, block]: [string, StagePolicy]) => [
    stage,
    { ...block, rules: block.rules.map(owned) },
  ]);
  return { ...policy, stages: Object.fromEntries(stages) };
}
