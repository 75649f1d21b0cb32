import { type EntityManager } from 'typeorm';
import { columnsOf } from '../../../platform/database/columns.js';
import { EXACT, RANGE } from '../../../platform/lists/list-query.js';
import { type ListSource, readPage } from '../../../platform/lists/lists.queries.js';
import { type Page } from '../../../platform/lists/page.dto.js';
import { loadEvaluation } from '../../evaluations/evaluations.queries.js';
import { type FaultDetails } from '../engine/engine-fault.js';
import { type Progress } from '../engine/engine-task.js';
import { type StatedDataset } from '../../../judging/evidence/stated-evidence.js';
import { JOB_STATUSES } from './job.js';
import { type JobRow } from './job-response.js';
import { type ListPredictionJobsQuery } from '../predictions.dto.js';
import { PredictionJob } from './prediction-job.entity.js';
import { type KeptEvidence } from '../kept/kept-evidence.js';
import { StoredPredictions } from '../kept/stored-predictions.entity.js';

const JOB_ROW = `${columnsOf(PredictionJob, 'j')}, m.name AS model`;

const NOW = `date_trunc('milliseconds', clock_timestamp())`;

export async function findJobRow(manager: EntityManager, id: string): Promise<JobRow | undefined> {
  const rows: JobRow[] = await manager.query(
    `SELECT ${JOB_ROW} FROM prediction_jobs j JOIN models m ON m.id = j.model_id WHERE j.id = $1`,
    [id],
  );
  return rows[0];
}

/** Locks a job that has no outcome yet; undefined when it has one, or does not exist. */
export async function lockOpenJob(manager: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM prediction_jobs WHERE id = $1 AND status IN ('queued', 'running') FOR UPDATE`,
    [id],
  );
  return rows.length > 0;
}

/** The jobs of all models; ids grow with time, so the newest come first by id. */
export const JOB_LIST: ListSource = {
  name: 'prediction-jobs',
  select: JOB_ROW,
  from: 'prediction_jobs j JOIN models m ON m.id = j.model_id',
  fields: {
    id: { column: 'j.id', type: 'uuid', sortable: true, operators: EXACT },
    version: { column: 'j.version', type: 'integer', operators: EXACT },
    status: { column: 'j.status', type: 'text', values: JOB_STATUSES, operators: EXACT },
    createdBy: { column: 'j.created_by', type: 'text', operators: EXACT },
    createdAt: { column: 'j.created_at', type: 'timestamptz', sortable: true, operators: RANGE },
  },
  defaultSort: '-id',
  tieBreaker: 'id',
};

export function listJobRows(manager: EntityManager, query: ListPredictionJobsQuery): Promise<Page<JobRow>> {
  return readPage(manager, JOB_LIST, query, {
    'm.name = ? AND m.deleted_at IS NULL': query.model,
    'j.version = ?': query.version,
    'j.status = ?': query.status,
  });
}

export async function countOpenJobs(manager: EntityManager): Promise<number> {
  const [row]: { n: number }[] = await manager.query(
    `SELECT count(*)::int AS n FROM prediction_jobs WHERE status IN ('queued', 'running')`,
  );
  return row!.n;
}

/** Takes the oldest job of this data folder that waits, or whose process fell silent; no two replicas take the same. */
export async function claimJob(
  manager: EntityManager,
  owner: string,
  storeId: string,
  leaseSeconds: number,
): Promise<JobRow | undefined> {
  const rows: JobRow[] = await manager.query(
    `WITH j AS (
       UPDATE prediction_jobs SET status = 'running', step = 'starting', rows_read = 0, lease_owner = $1,
         lease_expires_at = ${NOW} + make_interval(secs => $3), attempts = attempts + 1,
         started_at = coalesce(started_at, ${NOW})
       WHERE id = (
         SELECT q.id FROM prediction_jobs q
         WHERE store_id = $2 AND (status = 'queued' OR (status = 'running' AND lease_expires_at < clock_timestamp()))
           AND NOT EXISTS (
             SELECT FROM prediction_jobs b WHERE b.id = (q.source->>'after')::uuid AND b.status IN ('queued', 'running'))
         ORDER BY created_at, id FOR UPDATE OF q SKIP LOCKED LIMIT 1)
       RETURNING *)
     SELECT ${JOB_ROW} FROM j JOIN models m ON m.id = j.model_id`,
    [owner, storeId, leaseSeconds],
  );
  return rows[0];
}

/** Writes how far a job is and holds it for another while; false when it is no longer this process's. */
export async function renewLease(
  manager: EntityManager,
  id: string,
  owner: string,
  leaseSeconds: number,
  progress: Progress,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `WITH j AS (
       UPDATE prediction_jobs SET step = $4, rows_read = $5, rows_total = $6,
         lease_expires_at = ${NOW} + make_interval(secs => $3)
       WHERE id = $1 AND lease_owner = $2 AND status = 'running' RETURNING id)
     SELECT id FROM j`,
    [id, owner, leaseSeconds, progress.step, progress.rowsRead, progress.rowsTotal],
  );
  return rows.length > 0;
}

/** Puts a job back into the queue; an attempt that was taken from it does not count. */
export async function releaseJob(manager: EntityManager, id: string, owner: string, counts: boolean): Promise<void> {
  await manager.query(
    `UPDATE prediction_jobs SET status = 'queued', step = NULL, lease_owner = NULL, lease_expires_at = NULL,
       attempts = attempts - $3 WHERE id = $1 AND lease_owner = $2 AND status = 'running'`,
    [id, owner, counts ? 0 : 1],
  );
}

/** Whether a job is still this process's, and nobody else's until the transaction ends. */
export async function lockOwnJob(manager: EntityManager, id: string, owner: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM prediction_jobs WHERE id = $1 AND lease_owner = $2 AND status = 'running' FOR UPDATE`,
    [id, owner],
  );
  return rows.length > 0;
}

export interface JobOutcome {
  status: 'succeeded' | 'failed' | 'cancelled';
  evaluationId?: string;
  error?: FaultDetails;
  warnings?: string[];
  rows?: number;
}

export async function finishJob(manager: EntityManager, id: string, outcome: JobOutcome): Promise<void> {
  await manager.query(
    `UPDATE prediction_jobs SET status = $2, step = NULL, evaluation_id = $3, error = $4,
       warnings = coalesce($5, warnings), rows_read = coalesce($6, rows_read), rows_total = coalesce($6, rows_total),
       lease_owner = NULL, lease_expires_at = NULL, finished_at = ${NOW}
     WHERE id = $1`,
    [
      id,
      outcome.status,
      outcome.evaluationId ?? null,
      outcome.error ? JSON.stringify(outcome.error) : null,
      outcome.warnings ?? null,
      outcome.rows ?? null,
    ],
  );
}

/** Says that a replica looks after a data folder. */
export async function touchStore(manager: EntityManager, storeId: string): Promise<void> {
  await manager.query(`UPDATE prediction_stores SET seen_at = ${NOW} WHERE id = $1`, [storeId]);
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

const STORED_ROW = columnsOf(StoredPredictions, 'p');

/** What was let go serves nothing new. */
const IS_KEPT = `NOT EXISTS (SELECT FROM swept_predictions s WHERE s.id = p.id)`;

/** The newest kept predictions of a version, or of any, on exactly this dataset. */
export async function findStored(
  manager: EntityManager,
  modelId: string,
  version: number | null,
  { name, version: datasetVersion, digest, split }: StatedDataset,
): Promise<StoredPredictions | undefined> {
  const rows: StoredPredictions[] = await manager.query(
    `SELECT ${STORED_ROW} FROM stored_predictions p
     WHERE p.model_id = $1 AND ($2::int IS NULL OR p.version = $2) AND p.dataset_name = $3 AND p.dataset_version = $4
       AND p.dataset_digest IS NOT DISTINCT FROM $5 AND p.dataset_split IS NOT DISTINCT FROM $6 AND ${IS_KEPT}
     ORDER BY p.created_at DESC, p.id DESC LIMIT 1`,
    [modelId, version, name, datasetVersion, digest ?? null, split ?? null],
  );
  return rows[0];
}

/** The newest kept predictions of a version on any version of a dataset. */
export async function findStoredOnAny(
  manager: EntityManager,
  modelId: string,
  version: number,
  datasetName: string,
): Promise<StoredPredictions | undefined> {
  const rows: StoredPredictions[] = await manager.query(
    `SELECT ${STORED_ROW} FROM stored_predictions p WHERE p.model_id = $1 AND p.version = $2 AND p.dataset_name = $3
       AND ${IS_KEPT}
     ORDER BY p.created_at DESC, p.id DESC LIMIT 1`,
    [modelId, version, datasetName],
  );
  return rows[0];
}

/** The kept predictions that an evaluation was computed from; undefined for one whose metrics were submitted. */
export async function findStoredOf(
  manager: EntityManager,
  evaluationId: string,
): Promise<StoredPredictions | undefined> {
  const rows: StoredPredictions[] = await manager.query(
    `SELECT ${STORED_ROW} FROM stored_predictions p WHERE p.evaluation_id = $1 AND ${IS_KEPT}`,
    [evaluationId],
  );
  return rows[0];
}

/** Kept predictions with what their evaluation said of itself. */
export async function findKeptEvidence(manager: EntityManager, stored: StoredPredictions): Promise<KeptEvidence> {
  const { evaluatedAt, evaluator, environment, labelDefinition, sliceDefinition } = await loadEvaluation(
    manager,
    stored.evaluationId,
  );
  return { ...stored, evaluatedAt, evaluator, environment, labelDefinition, sliceDefinition };
}

/** Jobs that compute named evidence, or computed it; a cancelled one does not count. */
export function findJobsOfEvidence(manager: EntityManager, keys: readonly string[]): Promise<JobRow[]> {
  return manager.query(
    `SELECT ${JOB_ROW} FROM prediction_jobs j JOIN models m ON m.id = j.model_id
     WHERE j.evidence_key = ANY($1) AND j.status <> 'cancelled'`,
    [keys],
  );
}

export async function loadStored(manager: EntityManager, id: string): Promise<StoredPredictions | undefined> {
  const rows: StoredPredictions[] = await manager.query(
    `SELECT ${STORED_ROW} FROM stored_predictions p WHERE p.id = $1`,
    [id],
  );
  return rows[0];
}
