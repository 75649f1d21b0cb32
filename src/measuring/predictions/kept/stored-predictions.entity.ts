import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Evaluation } from '../../evaluations/evaluation.entity.js';
import { ModelVersion } from '../../../registry/versions/model-version.entity.js';
import { type PredictionSpec } from '../prediction-layout.js';
import { PredictionStore } from './prediction-store.entity.js';

/** Predictions kept row by row, so that later versions can be compared on the same rows. */
@Entity('stored_predictions')
@ForeignKey(() => ModelVersion, ['modelId', 'version'], ['modelId', 'version'], {
  name: 'stored_predictions_version_fkey',
})
@ForeignKey(() => Evaluation, ['evaluationId'], ['id'], { name: 'stored_predictions_evaluation_fkey' })
@ForeignKey(() => PredictionStore, ['storeId'], ['id'], { name: 'stored_predictions_store_fkey' })
@Check('stored_predictions_size_check', `rows > 0 AND bytes > 0`)
@Index('stored_predictions_evaluation_idx', ['evaluationId'])
@Index('stored_predictions_dataset_idx', ['modelId', 'version', 'datasetName', 'createdAt', 'id'])
export class StoredPredictions {
  /** The job's id, and the name of the file. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stored_predictions_pkey' })
  id: string;

  @Column('uuid', { name: 'model_id' })
  modelId: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'evaluation_id' })
  evaluationId: string;

  @Column('text', { name: 'dataset_name' })
  datasetName: string;

  @Column('text', { name: 'dataset_version' })
  datasetVersion: string;

  @Column('text', { name: 'dataset_digest', nullable: true })
  datasetDigest: string | null;

  @Column('text', { name: 'dataset_split', nullable: true })
  datasetSplit: string | null;

  @Column('jsonb')
  spec: PredictionSpec;

  @Column('uuid', { name: 'store_id' })
  storeId: string;

  @Column('bigint')
  rows: string;

  @Column('bigint')
  bytes: string;

  @Column('text', { name: 'prediction_digest' })
  predictionDigest: string;

  @Column('text', { name: 'file_digest' })
  fileDigest: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
