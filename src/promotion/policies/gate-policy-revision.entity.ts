import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { type GatePolicy } from '../../judging/policy/gate-policy.js';
import { Model } from '../../registry/models/model.entity.js';
import { BY_REVISION, type ToldRows } from '../../record/audit/told-rows.queries.js';

/** One immutable revision of the policy of a model, or of the registry's default. */
@Entity('gate_policy_revisions')
@ForeignKey(() => Model, ['modelId'], ['id'], { name: 'gate_policy_revisions_model_fkey' })
@Check('gate_policy_revisions_scope_check', `scope = coalesce(model_id::text, 'registry')`)
@Check('gate_policy_revisions_revision_check', 'revision > 0')
export class GatePolicyRevision {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'gate_policy_revisions_pkey' })
  scope: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'gate_policy_revisions_pkey' })
  revision: number;

  @Column('uuid', { name: 'model_id', nullable: true })
  modelId: string | null;

  /** The document as it was sent. */
  @Column('json')
  source: object;

  /** The same with presets and short forms written out; gates are judged by this. */
  @Column('json')
  policy: GatePolicy;

  @Column('text')
  digest: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  /** Why it was made, in its author's words; no digest covers it. */
  @Column('text', { nullable: true })
  comment: string | null;
}

/** What the record tells of the revisions of policies. */
export const TOLD_REVISIONS: ToldRows = {
  kind: 'gate_policy',
  entity: GatePolicyRevision,
  key: BY_REVISION,
  states: ['gate_policy.set'],
};
