import { type EntityManager } from 'typeorm';
import { BUILT_IN_GATE_POLICY, BUILT_IN_GATE_POLICY_DIGEST } from '../../judging/policy/built-in-gate-policy.js';
import { composeGatePolicies } from '../../judging/policy/compose-gate-policies.js';
import { type GatePolicy } from '../../judging/policy/gate-policy.js';
import { columnsOf } from '../../platform/database/columns.js';
import { type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { type ListQuery, type Page } from '../../platform/lists/page.dto.js';
import { GatePolicyRevision } from './gate-policy-revision.entity.js';
import { gatePolicyDigest } from '../../judging/policy/parse-gate-policy.js';
import { type PolicyError } from '../../judging/policy/policy-error.js';

/** The scope of the registry's default policy. */
export const REGISTRY_SCOPE = 'registry';

/** One revision that an effective policy is made of. */
export interface PolicyReference {
  scope: string;
  revision: number;
}

/** The policy that holds for a model: the registry's default and the model's own, composed. */
export interface EffectivePolicy {
  /** The narrowest scope that has a policy. */
  scope: 'model' | 'registry' | 'built-in';
  /** The newest revision in that scope; null for the built-in policy. */
  record: GatePolicyRevision | null;
  revision: number | null;
  policy: GatePolicy;
  digest: string;
  composedOf: PolicyReference[];
  /** Where the model's policy asks for less than a default that was set later; nothing passes until it is mended. */
  conflicts: PolicyError[];
}

const BUILT_IN: EffectivePolicy = {
  scope: 'built-in',
  record: null,
  revision: null,
  policy: BUILT_IN_GATE_POLICY,
  digest: BUILT_IN_GATE_POLICY_DIGEST,
  composedOf: [],
  conflicts: [],
};

/** The effective policy of a model, or with null of the registry. */
export async function loadEffectivePolicy(manager: EntityManager, modelId: string | null): Promise<EffectivePolicy> {
  const scopes = modelId ? [REGISTRY_SCOPE, modelId] : [REGISTRY_SCOPE];
  const newest = await manager
    .createQueryBuilder(GatePolicyRevision, 'p')
    .distinctOn(['p.scope'])
    .where('p.scope IN (:...scopes)', { scopes })
    .orderBy('p.scope')
    .addOrderBy('p.revision', 'DESC')
    .getMany();
  return composeRevisions(newest);
}

/** The effective policy as it was made of these revisions. */
export async function loadPolicyOf(
  manager: EntityManager,
  references: readonly PolicyReference[],
): Promise<EffectivePolicy> {
  if (references.length === 0) return BUILT_IN;
  const records = await manager.findBy(
    GatePolicyRevision,
    references.map(({ scope, revision }) => ({ scope, revision })),
  );
  return composeRevisions(records);
}

function composeRevisions(records: readonly GatePolicyRevision[]): EffectivePolicy {
  const base = records.find(({ modelId }) => modelId === null);
  const own = records.find(({ modelId }) => modelId !== null);
  const record = own ?? base;
  if (!record) return BUILT_IN;
  return composePolicies(base, own, record);
}

function composePolicies(
  base: GatePolicyRevision | undefined,
  own: GatePolicyRevision | undefined,
  record: GatePolicyRevision,
): EffectivePolicy {
  const composed = base && own ? composeGatePolicies(policyOf(base), policyOf(own)) : null;
  const policy = composed?.ok ? composed.policy : policyOf(record);
  return {
    scope: own ? 'model' : 'registry',
    record,
    revision: record.revision,
    policy,
    digest: composed?.ok ? gatePolicyDigest(policy) : record.digest,
    composedOf: [base, own].flatMap((part) => (part ? [{ scope: part.scope, revision: part.revision }] : [])),
    conflicts: composed && !composed.ok ? composed.errors : [],
  };
}

export function policyOf(record: GatePolicyRevision): GatePolicy {
  return record.policy as GatePolicy;
}

/** Keeps revisions of one scope gap-free: writers of policies queue, readers do not notice. */
export async function nextRevision(manager: EntityManager, scope: string): Promise<number> {
  await manager.query('LOCK TABLE gate_policy_revisions IN SHARE ROW EXCLUSIVE MODE');
  return ((await manager.maximum(GatePolicyRevision, 'revision', { scope })) ?? 0) + 1;
}

/** The revisions of a policy in one scope. */
export const REVISION_LIST: ListSource = {
  name: 'policy-revisions',
  select: columnsOf(GatePolicyRevision, 'p'),
  from: 'gate_policy_revisions p',
  fields: {
    revision: { column: 'p.revision', type: 'integer', sortable: true },
    digest: { column: 'p.digest', type: 'text' },
    createdBy: { column: 'p.created_by', type: 'text' },
    createdAt: { column: 'p.created_at', type: 'timestamptz', sortable: true },
  },
  defaultSort: '-revision',
  tieBreaker: 'revision',
};

export function listRevisionRows(
  manager: EntityManager,
  scope: string,
  query: ListQuery,
): Promise<Page<GatePolicyRevision>> {
  return readPage(manager, REVISION_LIST, query, { 'p.scope = ?': scope });
}
