import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { GATED_STAGES, type GatedStage } from '../../judging/policy/gate-policy.js';
import { oneOf } from '../../platform/database/one-of.js';
import { ModelVersion } from '../../registry/versions/model-version.entity.js';

/** One person's word that an inconclusive rule shall not stand in the way, bound to the ground it was judged on. */
@Entity('waivers')
@ForeignKey(() => ModelVersion, ['modelId', 'version'], ['modelId', 'version'], { name: 'waivers_version_fkey' })
@Index('waivers_version_idx', ['modelId', 'version', 'id'])
@Check('waivers_to_stage_check', oneOf('to_stage', GATED_STAGES))
@Check('waivers_time_check', 'expires_at > granted_at')
@Check('waivers_revoked_check', '(revoked_at IS NULL) = (revoked_by IS NULL)')
export class Waiver {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'waivers_pkey' })
  id: string;

  @Column('uuid', { name: 'model_id' })
  modelId: string;

  @Column('integer')
  version: number;

  @Column('text', { name: 'to_stage' })
  toStage: GatedStage;

  @Column('text', { name: 'rule_id' })
  ruleId: string;

  @Column('text')
  reason: string;

  @Column('text', { name: 'policy_digest' })
  policyDigest: string;

  @Column('text', { name: 'evidence_digest' })
  evidenceDigest: string;

  @Column('text', { name: 'granted_by' })
  grantedBy: string;

  @Column({ type: 'timestamptz', name: 'granted_at', precision: 3 })
  grantedAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true })
  revokedAt: Date | null;

  @Column('text', { name: 'revoked_by', nullable: true })
  revokedBy: string | null;
}
