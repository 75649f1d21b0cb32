import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ModelVersion } from '../../registry/versions/model-version.entity.js';

/** Immutable evidence: one measurement of one version on one dataset version. */
@Entity('evaluations')
@ForeignKey(() => ModelVersion, ['modelId', 'version'], ['modelId', 'version'], { name: 'evaluations_version_fkey' })
@Index('evaluations_version_idx', ['modelId', 'version', 'createdAt', 'id'])
export class Evaluation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evaluations_pkey' })
  id: string;

  @Column('uuid', { name: 'model_id' })
  modelId: string;

  @Column('integer')
  version: number;

  @Column('text', { name: 'dataset_name' })
  datasetName: string;

  @Column('text', { name: 'dataset_version' })
  datasetVersion: string;

  @Column('text', { name: 'dataset_digest', nullable: true })
  datasetDigest: string | null;

  @Column('text', { name: 'dataset_split', nullable: true })
  datasetSplit: string | null;

  @Column('text', { nullable: true })
  evaluator: string | null;

  /** Class of machine the operational metrics were taken on. */
  @Column('text', { nullable: true })
  environment: string | null;

  /** Version of the definition its labels follow. */
  @Column('text', { name: 'label_definition', nullable: true })
  labelDefinition: string | null;

  /** Version of the definition its slices follow. */
  @Column('text', { name: 'slice_definition', nullable: true })
  sliceDefinition: string | null;

  @Column('text', { name: 'prediction_digest', nullable: true })
  predictionDigest: string | null;

  @Column({ type: 'timestamptz', name: 'evaluated_at', precision: 3 })
  evaluatedAt: Date;

  /** SHA-256 over the canonical JSON of what was submitted. */
  @Column('text')
  digest: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column('text', { name: 'created_by' })
  createdBy: string;
}
