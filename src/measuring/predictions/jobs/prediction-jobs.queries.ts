import { type EntityManager } from 'typeorm';
import { type ModelScope } from '../../../platform/access/model-scope.js';
import { columnsOf } from '../../../platform/database/columns.js';
import { JOB_STATUSES, type JobStatus } from '../../../platform/jobs/job-table.js';
import { EXACT, RANGE } from '../../../platform/lists/list-field.js';
import { type ListSource, readPage } from '../../../platform/lists/lists.queries.js';
import { inScope } from '../../../platform/lists/scope.js';
import { type Page } from '../../../platform/lists/page.dto.js';
import { type JobRow, PredictionJob } from './prediction-job.entity.js';
import { type QueueLoad } from './queue-bounds.js';
import { type StatedDataset } from '../../../judging/evidence/stated-evidence.js';
import { type ListPredictionJobsQuery } from './prediction-jobs.dto.js';

const JOB_ROW = `${columnsOf(PredictionJob, 'j')}, m.name AS model`;
const FROM_JOBS = 'prediction_jobs j JOIN models m ON m.id = j.model_id';
const SELECT_JOB = `SELECT ${JOB_ROW} FROM ${FROM_JOBS}`;

export async function findJobRow(manager: EntityManager, id: string): Promise<JobRow | undefined> {
  const rows: JobRow[] = await manager.query(`${SELECT_JOB} WHERE j.id = $1`, [id]);
  return rows[0];
}

/** Where a job stands; undefined when none of this id was queued. */
export async function findJobStatus(manager: EntityManager, id: string): Promise<JobStatus | undefined> {
  const rows: { status: JobStatus }[] = await manager.query('SELECT status FROM prediction_jobs WHERE id = $1', [id]);
  return rows[0]?.status;
}

/** The jobs of all models; ids grow with time, so the newest come first by id. */
export const JOB_LIST: ListSource = {
  name: 'prediction-jobs',
  select: JOB_ROW,
  from: FROM_JOBS,
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

export function listJobRows(
  manager: EntityManager,
  query: ListPredictionJobsQuery,
  scope: ModelScope | null,
): Promise<Page<JobRow>> {
  return readPage(manager, JOB_LIST, query, {
    'm.name = ? AND m.deleted_at IS NULL': query.model,
    'j.version = ?': query.version,
    'j.status = ?': query.status,
    ...inScope(scope, 'm.id', 'm.name'),
  });
}

/** Jobs that compute named evidence, or computed it, of which a cancelled one does not count; and those of some ids. */
export function findJobsOfEvidence(
  manager: EntityManager,
  keys: readonly string[],
  ids: readonly string[] = [],
): Promise<JobRow[]> {
  return manager.query(
    `${SELECT_JOB}
     WHERE (j.evidence_key = ANY($1) AND j.status <> 'cancelled') OR j.id = ANY($2)`,
    [keys, ids],
  );
}

/** A measurement that somebody asked for and that is not there: its job is open, or failed. */
export interface UnfinishedJob {
  id: string;
  version: number;
  status: JobStatus;
  dataset: StatedDataset;
  createdAt: Date;
}

/**
 * Jobs of some versions that are open, and the newest failed one of each dataset. Those that a judgement began do not count:
 * it was made without what they add, and says so.
 */
export function findUnfinishedJobs(
  manager: EntityManager,
  modelId: string,
  versions: readonly number[],
): Promise<UnfinishedJob[]> {
  return manager.query(
    `WITH asked AS (
       SELECT id, version, status, request->'dataset' AS dataset, created_at FROM prediction_jobs
       WHERE model_id = $1 AND version = ANY($2) AND evidence_key IS NULL AND status IN ('queued', 'running', 'failed')),
     failed AS (
       SELECT DISTINCT ON (version, dataset) id FROM asked WHERE status = 'failed' ORDER BY version, dataset, id DESC)
     SELECT id, version, status, dataset, created_at AS "createdAt" FROM asked
     WHERE status <> 'failed' OR id IN (SELECT id FROM failed) ORDER BY id`,
    [modelId, versions],
  );
}

/**
 * What jobs that have not ended take of the bounds: of all, and of one subject, to whom what a judgement began is not counted.
 * Bytes are those of uploads in one data folder; jobs whose place is counted elsewhere are left out.
 */
export async function readQueueLoad(
  manager: EntityManager,
  { subject, storeId }: { subject: string; storeId: string },
  except: readonly string[],
): Promise<{ all: QueueLoad; own: QueueLoad }> {
  const [row] = await manager.query<[{ jobs: number; ownJobs: number; bytes: number; ownBytes: number }]>(
    `SELECT count(*)::int AS jobs, count(*) FILTER (WHERE is_own)::int AS "ownJobs",
       coalesce(sum(bytes), 0)::float8 AS bytes, coalesce(sum(bytes) FILTER (WHERE is_own), 0)::float8 AS "ownBytes"
     FROM (
       SELECT created_by = $1 AND evidence_key IS NULL AS is_own,
         CASE WHEN source->>'kind' = 'upload' AND store_id = $2 THEN (source->>'bytes')::bigint ELSE 0 END AS bytes
       FROM prediction_jobs WHERE status IN ('queued', 'running') AND NOT id = ANY($3::uuid[])) open`,
    [subject, storeId, except],
  );
  const { jobs, bytes, ownJobs, ownBytes } = row;
  return { all: { uploads: 0, jobs, bytes }, own: { uploads: 0, jobs: ownJobs, bytes: ownBytes } };
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
