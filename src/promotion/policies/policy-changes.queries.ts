import { type EntityManager } from 'typeorm';
import { type ModelRef } from '../../platform/access/grant.js';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { columnsOf } from '../../platform/database/columns.js';
import { EXACT, RANGE } from '../../platform/lists/list-field.js';
import { type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { inScope } from '../../platform/lists/scope.js';
import { type ListQuery, type Page } from '../../platform/lists/page.dto.js';
import { type HolderRow } from '../approvals/right-holder.js';
import { holderOf } from '../approvals/right-holders.queries.js';
import { POLICY_CHANGE_STATUSES } from './policy-change-status.js';
import { PolicyChangeApproval } from './policy-change-approval.entity.js';
import { PolicyChange } from './policy-change.entity.js';

/** A decision as the database builds it into the JSON of its change, where a time is text. */
export type ChangeApprovalRow = Pick<
  PolicyChangeApproval,
  'id' | 'decision' | 'decidedBy' | 'roles' | 'groups' | 'comment'
> & {
  decidedAt: string;
  expiresAt: string | null;
  withdrawnAt: string | null;
  /** What became of the rights of its person since, while the change is open; null otherwise. */
  holder: HolderRow | null;
};

/** A change with its model's name, null for the registry's default, and the decisions on it. */
export type PolicyChangeRow = PolicyChange & { model: string | null; approvals: ChangeApprovalRow[] };

const CHANGE_ROW = `${columnsOf(PolicyChange, 'c')}, m.name AS model,
  (SELECT coalesce(json_agg(json_build_object('id', a.id, 'decision', a.decision, 'decidedBy', a.decided_by, 'roles', a.roles,
      'groups', a.groups, 'comment', a.comment, 'decidedAt', a.decided_at, 'expiresAt', a.expires_at, 'withdrawnAt', a.withdrawn_at,
      'holder', CASE WHEN c.status = 'awaiting_approval' THEN (${holderOf('policy-change:decide')}) END) ORDER BY a.id), '[]')
     FROM policy_change_approvals a WHERE a.policy_change_id = c.id) AS approvals`;

/** Changes of all policies, newest first; those of deleted models are gone with them. */
export const POLICY_CHANGE_LIST: ListSource = {
  name: 'policy-changes',
  select: CHANGE_ROW,
  from: 'policy_changes c LEFT JOIN models m ON m.id = c.model_id',
  where: 'm.deleted_at IS NULL',
  fields: {
    id: { column: 'c.id', type: 'uuid', sortable: true, operators: EXACT },
    status: { column: 'c.status', type: 'text', values: POLICY_CHANGE_STATUSES, operators: EXACT },
    requestedBy: { column: 'c.requested_by', type: 'text', operators: EXACT },
    requestedAt: { column: 'c.requested_at', type: 'timestamptz', operators: RANGE },
  },
  defaultSort: '-id',
  tieBreaker: 'id',
};

/** A page of the changes within a scope of models; those of the registry's default only without one. */
export function listChangeRows(
  manager: EntityManager,
  { scope, status, ...query }: ListQuery & { scope?: string; status?: string },
  reach: ModelScope | null,
): Promise<Page<PolicyChangeRow>> {
  return readPage(manager, POLICY_CHANGE_LIST, query, {
    'c.scope = ?': scope,
    'c.status = ?': status,
    ...inScope(reach, 'm.id', 'm.name'),
  });
}

/** One change of a policy that there is still; undefined for an unknown one. */
export async function findChange(manager: EntityManager, id: string): Promise<PolicyChangeRow | undefined> {
  const { from, where } = POLICY_CHANGE_LIST;
  const [row]: PolicyChangeRow[] = await manager.query(
    `SELECT ${CHANGE_ROW} FROM ${from} WHERE ${where} AND c.id = $1`,
    [id],
  );
  return row;
}

/** The model whose policy a change is of; null for the registry's default. */
export function modelOf({ modelId, model }: PolicyChangeRow): ModelRef | null {
  return model === null ? null : { id: modelId, name: model };
}

/** The change of this scope that awaits approval, if any. */
export async function findOpenChange(manager: EntityManager, scope: string): Promise<PolicyChangeRow | undefined> {
  const { from, where } = POLICY_CHANGE_LIST;
  const [row]: PolicyChangeRow[] = await manager.query(
    `SELECT ${CHANGE_ROW} FROM ${from} WHERE ${where} AND c.scope = $1 AND c.status = 'awaiting_approval'`,
    [scope],
  );
  return row;
}

/** Takes a decision back, for good. */
export async function withdrawChangeDecision(manager: EntityManager, id: string, at: Date): Promise<void> {
  await manager.update(PolicyChangeApproval, id, { withdrawnAt: at });
}

/** Writes the outcome of a change that was open, or opens one again that was rejected. */
export async function writeChangeOutcome(manager: EntityManager, settled: PolicyChangeRow): Promise<void> {
  const { id, status, settledAt, settledBy, outcomeCode, outcomeDetail, revision } = settled;
  await manager.update(PolicyChange, id, { status, settledAt, settledBy, outcomeCode, outcomeDetail, revision });
}
