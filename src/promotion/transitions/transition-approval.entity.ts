import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.js';
import { APPROVAL_DECISIONS, type ApprovalDecision } from './approvals.js';
import { Transition } from './transition.entity.js';

/** One person's decision on a transition, bound to the digest of the gate report it was shown. */
@Entity('transition_approvals')
@ForeignKey(() => Transition, ['transitionId'], ['id'], { name: 'transition_approvals_transition_fkey' })
@Unique('transition_approvals_person_key', ['transitionId', 'decidedBy'])
@Check('transition_approvals_decision_check', oneOf('decision', APPROVAL_DECISIONS))
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

  @Column('text', { nullable: true })
  comment: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', precision: 3 })
  decidedAt: Date;
}
