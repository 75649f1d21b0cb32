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

/** The newest revisions that an effective policy is composed of. */
export interface NewestRevisions {
  /** The registry's default. */
  base?: GatePolicyRevision;
  /** The model's own. */
  own?: GatePolicyRevision;
}

/** The effective policy of a model. */
export async function loadEffectivePolicy(manager: EntityManager, modelId: string): Promise<EffectivePolicy> {
  return composeRevisions(await loadNewestRevisions(manager, modelId));
}

/** The registry's default policy, or the built-in one when none was set. */
export async function loadDefaultPolicy(manager: EntityManager): Promise<EffectivePolicy> {
  return composeRevisions(await loadNewestRevisions(manager, REGISTRY_SCOPE));
}

/** The newest revision of a scope, and of the registry beside it; with a time, what were the newest then. */
export async function loadNewestRevisions(
  manager: EntityManager,
  scope: string,
  at: string | null = null,
): Promise<NewestRevisions> {
  const newest: GatePolicyRevision[] = await manager.query(
    `SELECT DISTINCT ON (p.scope) ${columnsOf(GatePolicyRevision, 'p')} FROM gate_policy_revisions p
     WHERE p.scope = ANY($1) AND ($2::timestamptz IS NULL OR p.created_at <= $2) ORDER BY p.scope, p.revision DESC`,
    [[REGISTRY_SCOPE, scope], at],
  );
  return byScope(newest);
}

/** The policy that would hold with a draft: one for a model stands for its own policy, one for all for the registry's default. */
export function withDraft(newest: NewestRevisions, draft: GatePolicy, isOwn: boolean): EffectivePolicy {
  const other = (isOwn ? newest.base : newest.own)?.policy;
  const composed = other && (isOwn ? composeGatePolicies(other, draft) : composeGatePolicies(draft, other));
  const policy = composed?.ok ? composed.policy : draft;
  const conflicts = composed && !composed.ok ? composed.errors : [];
  return { ...composeRevisions(newest), revision: null, policy, digest: gatePolicyDigest(policy), conflicts };
}

/** The effective policy as it was made of these revisions. */
export async function loadPolicyOf(
  manager: EntityManager,
  references: readonly PolicyReference[],
): Promise<EffectivePolicy> {
  if (references.length === 0) return BUILT_IN;
  const revisions = await manager.findBy(
    GatePolicyRevision,
    references.map(({ scope, revision }) => ({ scope, revision })),
  );
  return composeRevisions(byScope(revisions));
}

function byScope(revisions: readonly GatePolicyRevision[]): NewestRevisions {
  return {
    base: revisions.find(({ modelId }) => modelId === null),
    own: revisions.find(({ modelId }) => modelId !== null),
  };
}

/** What holds when these are the newest revisions. */
export function composeRevisions({ base, own }: NewestRevisions): EffectivePolicy {
  const record = own ?? base;
  if (!record) return BUILT_IN;
  const composed = base && own ? composeGatePolicies(base.policy, own.policy) : null;
  const policy = composed?.ok ? composed.policy : record.policy;
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

/** Who changed the policy that holds for a model since a time, or with null ever: its own, or the registry's default. */
export async function findPolicyAuthors(
  manager: EntityManager,
  modelId: string,
  since: Date | null,
): Promise<string[]> {
  const rows: { author: string }[] = await manager.query(
    `SELECT DISTINCT p.created_by AS author FROM gate_policy_revisions p
     WHERE p.scope IN ($1, $2) AND ($3::timestamptz IS NULL OR p.created_at >= $3) ORDER BY author`,
    [REGISTRY_SCOPE, modelId, since],
  );
  return rows.map(({ author }) => author);
}

/** Keeps revisions of one scope gap-free: writers of policies queue, readers do not notice. */
export async function lockRevisions(manager: EntityManager): Promise<void> {
  await manager.query('LOCK TABLE gate_policy_revisions IN SHARE ROW EXCLUSIVE MODE');
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
