import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { BY_MODEL_ID, type ToldRows } from '../../record/audit/told-rows.queries.js';

/** A named line of versions; a deleted one stays as a tombstone. */
@Entity('models')
@Index('models_live_name_key', { synchronize: false })
@Index('models_deleted_name_idx', ['name'], { where: '(deleted_at IS NOT NULL)' })
@Index('models_owner_idx', ['owner', 'name'], { where: '(deleted_at IS NULL)' })
@Index('models_created_by_idx', ['createdBy', 'name'], { where: '(deleted_at IS NULL)' })
@Index('models_created_at_idx', ['createdAt', 'name'], { where: '(deleted_at IS NULL)' })
@Index('models_updated_at_idx', ['updatedAt', 'name'], { where: '(deleted_at IS NULL)' })
@Index('models_without_policy_idx', ['name'], { where: '((NOT has_gate_policy) AND (deleted_at IS NULL))' })
@Index('models_tags_idx', { synchronize: false })
@Index('models_name_words_idx', { synchronize: false })
@Index('models_name_start_idx', { synchronize: false })
@Index('models_shown_updated_at_idx', { synchronize: false })
@Index('models_shown_created_at_idx', { synchronize: false })
@Index('models_shown_created_by_idx', { synchronize: false })
@Check('models_name_check', `name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$'`)
@Check('models_last_version_check', 'last_version >= 0')
export class Model {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'models_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text', { default: '' })
  description: string;

  @Column('text', { nullable: true })
  owner: string | null;

  @Column('jsonb', { default: {} })
  tags: Record<string, string>;

  /** The highest version number ever given, also to a deleted model of this name; the database counts it. */
  @Column('integer', { name: 'last_version', default: 0 })
  lastVersion: number;

  /** Counts the changes of Production, so that a pinned incumbent cannot return unnoticed. */
  @Column('integer', { default: 0 })
  generation: number;

  /** Whether a policy was ever set for it; a trigger notes the first one. */
  @Column('boolean', { name: 'has_gate_policy', default: false })
  hasGatePolicy: boolean;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  /** When it was made in the registry it was imported from; null where it was made here. The database takes it from there. */
  @Column({ type: 'timestamptz', name: 'origin_created_at', precision: 3, nullable: true })
  originCreatedAt: Date | null;

  /** Who made it there; null where that is not known, too. */
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

/** What the record tells of models: all but what other tables bring about. */
export const TOLD_MODELS: ToldRows = {
  kind: 'model',
  entity: Model,
  key: BY_MODEL_ID,
  states: ['model.created', 'model.updated', 'model.renamed', 'model.deleted'],
  unmarked: [
    'lastVersion',
    'generation',
    'hasGatePolicy',
    'updatedAt',
    'originCreatedAt',
    'originCreatedBy',
    'originUpdatedAt',
  ],
};
