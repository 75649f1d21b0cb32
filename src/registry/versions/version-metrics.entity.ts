import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ModelVersion } from './model-version.entity.js';

/**
 * What an evaluation measured of a version over the whole of a dataset, for searching and sorting versions; written only by
 * the database's triggers. One that a newer evaluation on the same dataset measured all anew is gone.
 */
@Entity('version_metrics')
@ForeignKey(() => ModelVersion, ['modelId', 'version'], ['modelId', 'version'], {
  name: 'version_metrics_version_fkey',
})
export class VersionMetrics {
  @PrimaryColumn('uuid', { name: 'model_id', primaryKeyConstraintName: 'version_metrics_pkey' })
  modelId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'version_metrics_pkey' })
  version: number;

  /** When the evaluation was submitted. */
  @PrimaryColumn({
    type: 'timestamptz',
    name: 'measured_at',
    precision: 3,
    primaryKeyConstraintName: 'version_metrics_pkey',
  })
  measuredAt: Date;

  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'version_metrics_pkey' })
  evaluationId: string;

  @Column('text', { name: 'dataset_name' })
  datasetName: string;

  @Column('text', { name: 'dataset_version' })
  datasetVersion: string;

  /** Values by name; null says that a metric is undefined on the dataset. */
  @Column('jsonb')
  metrics: Record<string, number | null>;
}
