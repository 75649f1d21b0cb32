import { applyDecorators } from '@nestjs/common';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { JOB_STATUSES, type JobStatus } from './job-table.js';

/** Names a table of the queue, with what the database refuses of every one. */
export function QueueTable(name: string): ClassDecorator {
  return applyDecorators(
    Entity(name),
    Check(`${name}_status_check`, oneOf('status', JOB_STATUSES)),
    Check(
      `${name}_lease_check`,
      `(status = 'running') = (lease_owner IS NOT NULL) AND (lease_owner IS NULL) = (lease_expires_at IS NULL)`,
    ),
    Index(`${name}_open_idx`, ['createdAt', 'id'], { where: `status IN ('queued', 'running')` }),
  );
}

/** The columns that the queue itself reads and writes. */
export abstract class QueuedJob {
  @Column('text')
  status: JobStatus;

  /** How often it was begun. */
  @Column('integer', { default: 0 })
  attempts: number;

  /** How many of these attempts fell silent, as when the process ended or was frozen. */
  @Column('integer', { default: 0 })
  lapses: number;

  /** Not to be begun before; null for at once. */
  @Column({ type: 'timestamptz', name: 'due_at', precision: 3, nullable: true })
  dueAt: Date | null;

  /** The attempt that has it now; another one may write nothing about it. */
  @Column('uuid', { name: 'lease_owner', nullable: true })
  leaseOwner: string | null;

  @Column({ type: 'timestamptz', name: 'lease_expires_at', precision: 3, nullable: true })
  leaseExpiresAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'started_at', precision: 3, nullable: true })
  startedAt: Date | null;

  /** When it ended; of a periodic job, when it last did. */
  @Column({ type: 'timestamptz', name: 'finished_at', precision: 3, nullable: true })
  finishedAt: Date | null;
}

/** Work of a kind that keeps no table of its own. */
@QueueTable('jobs')
@Index('jobs_key_idx', ['kind', 'key'], {
  unique: true,
  where: `key IS NOT NULL AND status IN ('queued', 'running')`,
})
@Index('jobs_finished_idx', ['finishedAt'], { where: `status NOT IN ('queued', 'running')` })
export class Job extends QueuedJob {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'jobs_pkey' })
  id: string;

  /** Which `JobKind` does it. */
  @Column('text')
  kind: string;

  /** The place whose processes alone may take it; null for any. */
  @Column('text', { nullable: true })
  place: string | null;

  /** No two open jobs of a kind have the same. */
  @Column('text', { nullable: true })
  key: string | null;

  /** The job that has to end before. */
  @Column('uuid', { nullable: true })
  after: string | null;

  @Column('jsonb')
  payload: object;

  /** How far it is, in the words of its kind. */
  @Column('jsonb', { nullable: true })
  progress: object | null;

  /** Why it failed. */
  @Column('text', { nullable: true })
  error: string | null;
}
