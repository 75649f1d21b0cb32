import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../platform/database/one-of.js';
import {
  APPROVAL_DECISIONS,
  type ApprovalDecision,
  APPROVAL_ENDS,
  type ApprovalEnd,
} from '../../approvals/approvals.js';
import { Transition } from '../transition.entity.js';

/** One person's decision on a transition, bound to the digest of the gate report it was shown. It stays, and may end once. */
@Entity('transition_approvals')
@ForeignKey(() => Transition, ['transitionId'], ['id'], { name: 'transition_approvals_transition_fkey' })
@Index('transition_approvals_person_key', ['transitionId', 'decidedBy'], { unique: true, where: '(ended_at IS NULL)' })
@Index('transition_approvals_transition_idx', ['transitionId'])
@Check('transition_approvals_decision_check', oneOf('decision', APPROVAL_DECISIONS))
@Check('transition_approvals_ended_check', '(ended_at IS NULL) = (ended_as IS NULL)')
@Check('transition_approvals_ended_as_check', oneOf('ended_as', APPROVAL_ENDS))
export class TransitionApproval {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'transition_approvals_pkey' })
  id: string;

  @Column('uuid', { name: 'transition_id' })
  transitionId: string;

  @Column('text', { name: 'gate_report_digest' })
  gateReportDigest: string;

  @Column('text')
  decision: ApprovalDecision;

  @Column('text', { name: 'decided_by' })
  decidedBy: string;

  @Column('text', { array: true })
  roles: string[];

  @Column('text', { array: true, default: [] })
  groups: string[];

  @Column('text', { nullable: true })
  comment: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', precision: 3 })
  decidedAt: Date;

  /** When it stops counting; null for a rejection, and for what an earlier release stored. */
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3, nullable: true })
  expiresAt: Date | null;

  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'ended_as', nullable: true })
  endedAs: ApprovalEnd | null;
}
