import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { GateReportRecord } from '../gates/gate-report.entity.js';
import { ModelVersion } from '../../registry/versions/model-version.entity.js';
import { type Stage } from '../../values/stage.js';
import { oneOf } from '../../platform/database/one-of.js';
import { type ApprovalDemand } from '../approvals/approvals.js';
import { type StoredOverride } from './safeguards/override.js';
import { MOVE_KINDS, type MoveKind, TRANSITION_STATUSES, type TransitionStatus } from './stage-change.js';

/** One requested change of stage, from request to outcome, with what it was pinned to. */
@Entity('transitions')
@ForeignKey(() => ModelVersion, ['modelId', 'version'], ['modelId', 'version'], { name: 'transitions_version_fkey' })
@ForeignKey(() => GateReportRecord, ['gateReportId'], ['id'], { name: 'transitions_gate_report_fkey' })
@Index('transitions_model_idx', ['modelId', 'id'])
@Index('transitions_model_version_idx', ['modelId', 'version', 'id'])
@Index('transitions_version_idx', ['version', 'id'])
@Index('transitions_applied_idx', ['modelId', 'settledAt'], { where: `(status = 'applied'::text)` })
@Index('transitions_status_idx', ['status', 'id'], { where: `(status <> 'applied'::text)` })
@Index('transitions_kind_idx', ['kind', 'id'], { where: `(kind <> 'promote'::text)` })
@Index('transitions_to_stage_idx', ['toStage', 'id'], { where: `(to_stage <> 'Production'::text)` })
@Index('transitions_requested_by_idx', ['requestedBy', 'id'])
@Index('transitions_requested_at_idx', ['requestedAt', 'id'])
@Index('transitions_one_open_key', ['modelId', 'version', 'toStage'], {
  unique: true,
  where: `(status = 'awaiting_approval'::text)`,
})
@Check('transitions_kind_check', oneOf('kind', MOVE_KINDS))
@Check('transitions_status_check', oneOf('status', TRANSITION_STATUSES))
@Check('transitions_override_check', `(kind = 'override') = (override IS NOT NULL)`)
@Check('transitions_settled_check', `(status = 'awaiting_approval') = (settled_at IS NULL)`)
export class Transition {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'transitions_pkey' })
  id: string;

  @Column('uuid', { name: 'model_id' })
  modelId: string;

  @Column('integer')
  version: number;

  @Column('text', { name: 'from_stage' })
  fromStage: Stage;

  @Column('text', { name: 'to_stage' })
  toStage: Stage;

  @Column('text')
  kind: MoveKind;

  @Column('text')
  status: TransitionStatus;

  @Column('text', { nullable: true })
  reason: string | null;

  /** The protected alias that was written to ask for this promotion. */
  @Column('text', { nullable: true })
  alias: string | null;

  @Column('text', { name: 'requested_by' })
  requestedBy: string;

  @Column({ type: 'timestamptz', name: 'requested_at', precision: 3 })
  requestedAt: Date;

  @Column('uuid', { name: 'gate_report_id', nullable: true })
  gateReportId: string | null;

  @Column('integer', { name: 'pinned_incumbent', nullable: true })
  pinnedIncumbent: number | null;

  @Column('integer', { name: 'pinned_generation' })
  pinnedGeneration: number;

  @Column('text', { name: 'pinned_policy_digest', nullable: true })
  pinnedPolicyDigest: string | null;

  @Column('text', { name: 'pinned_evidence_digest', nullable: true })
  pinnedEvidenceDigest: string | null;

  @Column('text', { name: 'pinned_artifact_digest', nullable: true })
  pinnedArtifactDigest: string | null;

  /** The approvals that it waits for; null for one that never waited, or that an earlier release stored. */
  @Column('json', { name: 'approval_demand', nullable: true })
  approvalDemand: ApprovalDemand | null;

  /** How the gates are passed; null for every transition that is not of that kind. */
  @Column('json', { nullable: true })
  override: StoredOverride | null;

  @Column('integer', { name: 'displaced_version', nullable: true })
  displacedVersion: number | null;

  @Column({ type: 'timestamptz', name: 'settled_at', precision: 3, nullable: true })
  settledAt: Date | null;

  @Column('text', { name: 'settled_by', nullable: true })
  settledBy: string | null;

  @Column('text', { name: 'outcome_code', nullable: true })
  outcomeCode: string | null;

  @Column('text', { name: 'outcome_detail', nullable: true })
  outcomeDetail: string | null;
}
