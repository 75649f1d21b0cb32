import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.js';
import { Model } from '../models/model.entity.js';
import { DELETABLE_STAGES, type Stage, STAGES } from '../../values/stage.js';
import { BY_VERSION, type ToldRows } from '../../record/audit/told-rows.queries.js';

/** An immutable candidate of a model; only its stage, quarantine, description and tags change. */
@Entity('model_versions')
@ForeignKey(() => Model, ['modelId'], ['id'], { name: 'model_versions_model_fkey' })
@Index('model_versions_one_production_key', ['modelId', 'stage'], {
  unique: true,
  where: `(stage = 'Production'::text)`,
})
@Index('model_versions_stage_idx', ['modelId', 'stage', 'version'])
@Index('model_versions_in_stage_idx', ['stage', 'modelId'], {
  where: `((deleted_at IS NULL) AND (stage = ANY (ARRAY['Staging'::text, 'Archived'::text])))`,
})
@Index('model_versions_updated_at_idx', ['modelId', 'updatedAt', 'version'])
@Index('model_versions_run_id_idx', ['runId'])
@Index('model_versions_run_id_start_idx', { synchronize: false })
@Index('model_versions_commit_start_idx', { synchronize: false })
@Index('model_versions_digest_start_idx', { synchronize: false })
@Index('model_versions_tags_idx', { synchronize: false })
@Index('model_versions_shown_updated_at_idx', { synchronize: false })
@Index('model_versions_shown_created_at_idx', { synchronize: false })
@Index('model_versions_shown_of_model_idx', { synchronize: false })
@Check('model_versions_stage_check', oneOf('stage', STAGES))
@Check('model_versions_deleted_check', `deleted_at IS NULL OR ${oneOf('stage', DELETABLE_STAGES)}`)
export class ModelVersion {
  @PrimaryColumn('uuid', { name: 'model_id', primaryKeyConstraintName: 'model_versions_pkey' })
  modelId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'model_versions_pkey' })
  version: number;

  @Column('text', { default: 'None' })
  stage: Stage;

  @Column({ type: 'timestamptz', name: 'stage_entered_at', precision: 3 })
  stageEnteredAt: Date;

  @Column('text', { name: 'run_id', nullable: true })
  runId: string | null;

  @Column('text', { name: 'artifact_uri' })
  artifactUri: string;

  @Column('text', { name: 'artifact_digest', nullable: true })
  artifactDigest: string | null;

  @Column('text', { name: 'dataset_name', nullable: true })
  datasetName: string | null;

  @Column('text', { name: 'dataset_version', nullable: true })
  datasetVersion: string | null;

  @Column('text', { name: 'dataset_digest', nullable: true })
  datasetDigest: string | null;

  @Column('text', { name: 'git_commit', nullable: true })
  gitCommit: string | null;

  @Column('text', { nullable: true })
  framework: string | null;

  @Column('jsonb', { nullable: true })
  signature: Record<string, unknown> | null;

  /** Where MLflow's client said that the model lies, when that is not the artifact itself: of a copy, the version it copies. */
  @Column('text', { nullable: true })
  source: string | null;

  /** The page of the run, as MLflow's client gave it. */
  @Column('text', { name: 'run_link', nullable: true })
  runLink: string | null;

  /** The logged model of MLflow that the version was made of. */
  @Column('text', { name: 'logged_model_id', nullable: true })
  loggedModelId: string | null;

  @Column('jsonb', { default: {} })
  params: Record<string, unknown>;

  /** Training metrics as the registrant reported them; gates never judge by these. */
  @Column('jsonb', { default: {} })
  metrics: Record<string, number>;

  @Column('text', { default: '' })
  description: string;

  @Column('jsonb', { default: {} })
  tags: Record<string, string>;

  @Column({ type: 'timestamptz', name: 'quarantined_at', precision: 3, nullable: true })
  quarantinedAt: Date | null;

  @Column('text', { name: 'quarantined_by', nullable: true })
  quarantinedBy: string | null;

  @Column('text', { name: 'quarantine_reason', nullable: true })
  quarantineReason: string | null;

  /** When a rollback last displaced this version; it needs a newer evaluation to be promoted again. */
  @Column({ type: 'timestamptz', name: 'rolled_back_at', precision: 3, nullable: true })
  rolledBackAt: Date | null;

  @Column({ type: 'timestamptz', name: 'promoted_at', precision: 3, nullable: true })
  promotedAt: Date | null;

  @Column('text', { name: 'promoted_by', nullable: true })
  promotedBy: string | null;

  /** Who asked for the promotion. */
  @Column('text', { name: 'promotion_requested_by', nullable: true })
  promotionRequestedBy: string | null;

  /** Who approved it. */
  @Column('text', { name: 'promotion_approved_by', array: true, default: [] })
  promotionApprovedBy: string[];

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  /** When it was registered in the registry it was imported from; null where it was made here. The database takes it from there. */
  @Column({ type: 'timestamptz', name: 'origin_created_at', precision: 3, nullable: true })
  originCreatedAt: Date | null;

  /** Who registered it there; null where that is not known, too. */
  @Column('text', { name: 'origin_created_by', nullable: true })
  originCreatedBy: string | null;

  /** When it last changed there; null once it was changed here. */
  @Column({ type: 'timestamptz', name: 'origin_updated_at', precision: 3, nullable: true })
  originUpdatedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'deleted_at', precision: 3, nullable: true })
  deletedAt: Date | null;

  @Column('text', { name: 'deleted_by', nullable: true })
  deletedBy: string | null;
}

/** What the record tells of versions: all but what transitions bring about. */
export const TOLD_VERSIONS: ToldRows = {
  kind: 'version',
  entity: ModelVersion,
  key: BY_VERSION,
  states: ['version.registered', 'version.updated', 'version.quarantined', 'version.released', 'version.deleted'],
  unmarked: [
    'stage',
    'stageEnteredAt',
    'promotedAt',
    'promotedBy',
    'promotionRequestedBy',
    'promotionApprovedBy',
    'rolledBackAt',
    'updatedAt',
    'originCreatedAt',
    'originCreatedBy',
    'originUpdatedAt',
  ],
};
