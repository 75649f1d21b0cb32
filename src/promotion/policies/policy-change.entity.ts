import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.js';
import { Model } from '../../registry/models/model.entity.js';
import { type ApprovalDemand } from '../approvals/approvals.js';
import { type PolicyReference } from './gate-policies.queries.js';
import { POLICY_CHANGE_STATUSES, type PolicyChangeStatus } from './policy-change-status.js';

/** A change of a gate policy that waits for approval under the policy it changes, or did. */
@Entity('policy_changes')
@ForeignKey(() => Model, ['modelId'], ['id'], { name: 'policy_changes_model_fkey' })
@Index('policy_changes_scope_idx', ['scope', 'id'])
@Index('policy_changes_status_idx', ['status', 'id'])
@Index('policy_changes_one_open_key', ['scope'], { unique: true, where: `(status = 'awaiting_approval'::text)` })
@Check('policy_changes_scope_check', `scope = coalesce(model_id::text, 'registry')`)
@Check('policy_changes_status_check', oneOf('status', POLICY_CHANGE_STATUSES))
@Check('policy_changes_settled_check', `(status = 'awaiting_approval') = (settled_at IS NULL)`)
@Check('policy_changes_revision_check', `(status = 'applied') = (revision IS NOT NULL)`)
export class PolicyChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'policy_changes_pkey' })
  id: string;

  @Column('text')
  scope: string;

  @Column('uuid', { name: 'model_id', nullable: true })
  modelId: string | null;

  /** The document as it was sent. */
  @Column('json')
  source: object;

  @Column('text')
  digest: string;

  /** The revisions that held when it was asked for; others since make it stale. */
  @Column('json', { name: 'based_on' })
  basedOn: PolicyReference[];

  @Column('json', { name: 'approval_demand' })
  approvalDemand: ApprovalDemand;

  @Column('text')
  status: PolicyChangeStatus;

  @Column('text', { name: 'requested_by' })
  requestedBy: string;

  /** Why it was asked for; the revision that it becomes keeps it. */
  @Column('text', { nullable: true })
  comment: string | null;

  @Column({ type: 'timestamptz', name: 'requested_at', precision: 3 })
  requestedAt: Date;

  @Column({ type: 'timestamptz', name: 'settled_at', precision: 3, nullable: true })
  settledAt: Date | null;

  @Column('text', { name: 'settled_by', nullable: true })
  settledBy: string | null;

  @Column('text', { name: 'outcome_code', nullable: true })
  outcomeCode: string | null;

  @Column('text', { name: 'outcome_detail', nullable: true })
  outcomeDetail: string | null;

  /** The revision that it became; null unless it was applied. */
  @Column('integer', { nullable: true })
  revision: number | null;
}
