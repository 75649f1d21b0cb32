import { Check, Column, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { QueuedJob, QueueTable } from '../../../platform/jobs/job.entity.js';
import { Evaluation } from '../../evaluations/evaluation.entity.js';
import { ModelVersion } from '../../../registry/versions/model-version.entity.js';
import { type FaultDetails } from '../engine/engine-fault.js';
import { type Step } from '../engine/engine-task.js';
import { type JobRequest, type JobSource } from './job.js';
import { PredictionStore } from '../kept/prediction-store.entity.js';

/** PostgreSQL sends bigint as text; row counts stay far below 2^53. */
const COUNT = {
  type: 'bigint',
  transformer: { to: (value: unknown) => value, from: (text: string | null) => (text === null ? null : Number(text)) },
} as const;

/** A request to measure predictions, off the request path. */
@QueueTable('prediction_jobs')
@ForeignKey(() => ModelVersion, ['modelId', 'version'], ['modelId', 'version'], {
  name: 'prediction_jobs_version_fkey',
})
@ForeignKey(() => Evaluation, ['evaluationId'], ['id'], { name: 'prediction_jobs_evaluation_fkey' })
@ForeignKey(() => PredictionStore, ['storeId'], ['id'], { name: 'prediction_jobs_store_fkey' })
@Check(
  'prediction_jobs_outcome_check',
  `(status = 'succeeded') = (evaluation_id IS NOT NULL) AND (status = 'failed') = (error IS NOT NULL)`,
)
@Check('prediction_jobs_rows_check', `rows_read >= 0 AND rows_total >= 0`)
@Index('prediction_jobs_evidence_idx', ['evidenceKey'], {
  unique: true,
  where: `evidence_key IS NOT NULL AND status <> 'cancelled'`,
})
@Index('prediction_jobs_version_idx', ['modelId', 'version', 'id'])
@Index('prediction_jobs_number_idx', ['version', 'id'])
@Index('prediction_jobs_status_idx', ['status', 'id'])
@Index('prediction_jobs_created_by_idx', ['createdBy', 'id'])
@Index('prediction_jobs_created_at_idx', ['createdAt', 'id'])
export class PredictionJob extends QueuedJob {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'prediction_jobs_pkey' })
  id: string;

  /** The same in every row; the default is for a release that does not know it. */
  @Column('text', { default: 'predictions' })
  kind: string;

  @Column('uuid', { name: 'model_id' })
  modelId: string;

  @Column('integer')
  version: number;

  @Column('text', { nullable: true })
  step: Step | null;

  @Column('jsonb')
  request: JobRequest;

  @Column('jsonb')
  source: JobSource;

  /** The data folder that holds the file. */
  @Column('uuid', { name: 'store_id' })
  storeId: string;

  @Column({ ...COUNT, name: 'rows_read', default: 0 })
  rowsRead: number;

  @Column({ ...COUNT, name: 'rows_total', nullable: true })
  rowsTotal: number | null;

  @Column('uuid', { name: 'evaluation_id', nullable: true })
  evaluationId: string | null;

  @Column('jsonb', { nullable: true })
  error: FaultDetails | null;

  @Column('text', { array: true, default: [] })
  warnings: string[];

  /** Names the evidence that a judgement asked for; null for a job that a person asked for. */
  @Column('text', { name: 'evidence_key', nullable: true })
  evidenceKey: string | null;

  @Column('text', { name: 'request_id' })
  requestId: string;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  /** What the token that asked stood for, where it was exchanged; null for any other. */
  @Column('jsonb', { nullable: true })
  claims: Readonly<Record<string, string>> | null;
}

/** A job with the name its model has now. */
export type JobRow = Omit<PredictionJob, 'kind' | 'dueAt'> & { model: string };
