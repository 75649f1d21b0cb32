import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../platform/database/one-of.js';
import { ModelVersion } from './model-version.entity.js';
import { RUN_STATUSES, type RunRecord, type RunStatus } from '../runs/run-record.js';

/** What the tracking server says of the run that a version came from; immutable once it was read. */
@Entity('version_runs')
@ForeignKey(() => ModelVersion, ['modelId', 'version'], ['modelId', 'version'], { name: 'version_runs_version_fkey' })
@Check('version_runs_status_check', oneOf('status', RUN_STATUSES))
@Check('version_runs_read_check', `((status = 'read') = (record IS NOT NULL AND digest IS NOT NULL))`)
export class VersionRun {
  @PrimaryColumn('uuid', { name: 'model_id', primaryKeyConstraintName: 'version_runs_pkey' })
  modelId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'version_runs_pkey' })
  version: number;

  @Column('text')
  status: RunStatus;

  /** The address of the tracking server. */
  @Column('text')
  server: string;

  /** The run that was named, or that the logged model of the version came from. */
  @Column('text', { name: 'run_id', nullable: true })
  runId: string | null;

  /** When it was read, or given up. */
  @Column({ type: 'timestamptz', name: 'read_at', precision: 3, nullable: true })
  readAt: Date | null;

  /** Why it could not be read. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb', { nullable: true })
  record: RunRecord | null;

  /** Digest over the canonical form of the record. */
  @Column('text', { nullable: true })
  digest: string | null;
}
