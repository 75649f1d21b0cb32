import { type EntityManager } from 'typeorm';
import { BUILT_IN_GATE_POLICY, BUILT_IN_GATE_POLICY_DIGEST } from './built-in-gate-policy.js';
import { type GatePolicy } from './gate-policy.js';
import { GatePolicyRevision } from './gate-policy-revision.entity.js';

/** The scope of the registry's default policy. */
export const REGISTRY_SCOPE = 'registry';

/** The policy that holds for a model, with where it comes from. */
export interface EffectivePolicy {
  scope: 'model' | 'registry' | 'built-in';
  /** Null for the built-in policy. */
  revision: number | null;
  digest: string;
  policy: GatePolicy;
  record: GatePolicyRevision | null;
}

const BUILT_IN: EffectivePolicy = {
  scope: 'built-in',
  revision: null,
  digest: BUILT_IN_GATE_POLICY_DIGEST,
  policy: BUILT_IN_GATE_POLICY,
  record: null,
};

/** The newest revision of the model's own policy, else of the registry's, else the built-in one. */
export async function loadEffectivePolicy(manager: EntityManager, modelId: string | null): Promise<EffectivePolicy> {
  const record = await manager
    .createQueryBuilder(GatePolicyRevision, 'p')
    .where('p.scope IN (:...scopes)', { scopes: modelId ? [modelId, REGISTRY_SCOPE] : [REGISTRY_SCOPE] })
    .orderBy('(p.model_id IS NULL)')
    .addOrderBy('p.revision', 'DESC')
    .limit(1)
    .getOne();
  if (!record) return BUILT_IN;
  const { modelId: owner, revision, digest, policy } = record;
  return { scope: owner ? 'model' : 'registry', revision, digest, policy: policy as unknown as GatePolicy, record };
}

/** Keeps revisions of one scope gap-free: writers of policies queue, readers do not notice. */
export async function nextRevision(manager: EntityManager, scope: string): Promise<number> {
  await manager.query('LOCK TABLE gate_policy_revisions IN SHARE ROW EXCLUSIVE MODE');
  return ((await manager.maximum(GatePolicyRevision, 'revision', { scope })) ?? 0) + 1;
}
