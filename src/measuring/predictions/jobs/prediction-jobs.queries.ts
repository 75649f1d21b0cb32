import { type EntityManager } from 'typeorm';
import { type JobStatus } from '../../../platform/jobs/job-table.js';
import { type JobRow } from './prediction-job.entity.js';

const SELECT_JOB = `
  SELECT j.id, j.model_id AS "modelId", m.name AS model, j.version, j.status, j.step, j.request, j.source,
  j.store_id AS "storeId", j.rows_read::float8 AS "rowsRead", j.rows_total::float8 AS "rowsTotal",
  j.evaluation_id AS "evaluationId", j.error, j.warnings, j.attempts, j.lease_owner AS "leaseOwner",
  j.lease_expires_at AS "leaseExpiresAt", j.evidence_key AS "evidenceKey", j.request_id AS "requestId", j.created_at AS "createdAt",
  j.created_by AS "createdBy", j.started_at AS "startedAt", j.finished_at AS "finishedAt"
  FROM prediction_jobs j JOIN models m ON m.id = j.model_id`;

export async function findJobRow(manager: EntityManager, id: string): Promise<JobRow | undefined> {
  const rows: JobRow[] = await manager.query(`${SELECT_JOB} WHERE j.id = $1`, [id]);
  return rows[0];
}

/** Where a job stands; undefined when none of this id was queued. */
export async function findJobStatus(manager: EntityManager, id: string): Promise<JobStatus | undefined> {
  const rows: { status: JobStatus }[] = await manager.query('SELECT status FROM prediction_jobs WHERE id = $1', [id]);
  return rows[0]?.status;
}

export interface JobFilter {
  model?: string;
  version?: number;
  status?: JobStatus;
}

export function listJobRows(
  manager: EntityManager,
  filter: JobFilter,
  after: string | null,
  limit: number,
): Promise<JobRow[]> {
  return manager.query(
    `${SELECT_JOB}
     WHERE ($1::text IS NULL OR (m.name = $1 AND m.deleted_at IS NULL)) AND ($2::int IS NULL OR j.version = $2)
       AND ($3::text IS NULL OR j.status = $3) AND ($4::uuid IS NULL OR j.id < $4)
     ORDER BY j.id DESC LIMIT $5`,
    [filter.model ?? null, filter.version ?? null, filter.status ?? null, after, limit],
  );
}

/** Jobs that compute named evidence, or computed it; a cancelled one does not count. */
export function findJobsOfEvidence(manager: EntityManager, keys: readonly string[]): Promise<JobRow[]> {
  return manager.query(
    `${SELECT_JOB}
     WHERE j.evidence_key = ANY($1) AND j.status <> 'cancelled'`,
    [keys],
  );
}

/** Jobs whose data folder no replica looks after any more. */
export function findStrandedJobs(manager: EntityManager, silentSeconds: number): Promise<{ id: string }[]> {
  return manager.query(
    `SELECT j.id FROM prediction_jobs j JOIN prediction_stores s ON s.id = j.store_id
     WHERE (j.status = 'queued' OR (j.status = 'running' AND j.lease_expires_at < clock_timestamp()))
       AND s.seen_at < clock_timestamp() - make_interval(secs => $1) LIMIT 100`,
    [silentSeconds],
  );
}
