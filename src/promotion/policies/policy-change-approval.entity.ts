import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.js';
import { APPROVAL_DECISIONS, type ApprovalDecision } from '../approvals/approvals.js';
import { PolicyChange } from './policy-change.entity.js';

/** One person's decision on a change of a policy. */
@Entity('policy_change_approvals')
@ForeignKey(() => PolicyChange, ['policyChangeId'], ['id'], { name: 'policy_change_approvals_change_fkey' })
@Index('policy_change_approvals_change_idx', ['policyChangeId', 'id'])
@Check('policy_change_approvals_decision_check', oneOf('decision', APPROVAL_DECISIONS))
export class PolicyChangeApproval {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'policy_change_approvals_pkey' })
  id: string;

  @Column('uuid', { name: 'policy_change_id' })
  policyChangeId: string;

  @Column('text')
  decision: ApprovalDecision;

  @Column('text', { name: 'decided_by' })
  decidedBy: string;

  @Column('text', { array: true })
  roles: string[];

  @Column('text', { array: true })
  groups: string[];

  @Column('text', { nullable: true })
  comment: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', precision: 3 })
  decidedAt: Date;

  /** When it stops counting; null for a rejection. */
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3, nullable: true })
  expiresAt: Date | null;

  /** When its person took it back; null while nobody did. */
  @Column({ type: 'timestamptz', name: 'withdrawn_at', precision: 3, nullable: true })
  withdrawnAt: Date | null;
}
