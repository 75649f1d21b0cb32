import { type EntityManager } from 'typeorm';
import { type JobColumns, type JobTable, JOBS } from './job-table.js';

const NOW = `date_trunc('milliseconds', clock_timestamp())`;
const IS_OPEN = `status IN ('queued', 'running')`;
const IS_LAPSED = `status = 'running' AND lease_expires_at < clock_timestamp()`;

/** Which jobs a process may take, and for how long. */
export interface Claim {
  table: JobTable;
  kind: string;
  place: string | null;
  leaseSeconds: number;
  /** Seconds after its end that a periodic job is due again; null for jobs that end once. */
  everySeconds: number | null;
  /** Jobs that this process still has an attempt of, lost or not. */
  except: readonly string[];
  begun: JobColumns;
  /** The field of the payload that says whom a job is for; null where that makes no difference. */
  sharedBy: string | null;
}

export interface ClaimedJob {
  id: string;
  attempts: number;
  lapses: number;
  /** Whether another attempt had it, and fell silent. */
  takenOver: boolean;
  payload?: unknown;
}

/**
 * Takes a job that waits and is due, or whose attempt fell silent, of whoever has the fewest under way, and of those the oldest; no two
 * processes take the same.
 */
export async function claimJob(manager: EntityManager, claim: Claim, owner: string): Promise<ClaimedJob | undefined> {
  const { table, kind, place, leaseSeconds, everySeconds, except, begun, sharedBy } = claim;
  const values: unknown[] = [owner, leaseSeconds, kind, place, everySeconds, except];
  const rows: ClaimedJob[] = await manager.query(
    `WITH picked AS (
       SELECT q.id, q.status = 'running' AS "takenOver" FROM ${table.name} q
       WHERE q.kind = $3 AND ($4::text IS NULL OR ${table.place}::text = $4) AND NOT q.id = ANY($6::uuid[])
         AND (q.${IS_LAPSED} OR (
           q.status = 'queued' AND (q.due_at IS NULL OR q.due_at <= clock_timestamp())
           AND ($5::float8 IS NULL OR q.finished_at IS NULL
             OR q.finished_at + make_interval(secs => $5) <= clock_timestamp())))
         AND NOT EXISTS (SELECT FROM ${table.name} b WHERE b.id = ${table.after} AND b.${IS_OPEN})
       ORDER BY ${sharedBy === null ? '' : underWayOf(table, sharedBy)} q.created_at, q.id FOR UPDATE OF q SKIP LOCKED LIMIT 1),
     j AS (
       UPDATE ${table.name} t SET status = 'running', lease_owner = $1, attempts = attempts + 1, due_at = NULL,
         lapses = lapses + "takenOver"::int, lease_expires_at = ${NOW} + make_interval(secs => $2),
         started_at = CASE WHEN finished_at IS NULL THEN coalesce(started_at, ${NOW}) ELSE ${NOW} END${set(begun, values)}
       FROM picked WHERE t.id = picked.id
       RETURNING t.*, "takenOver")
     SELECT * FROM j`,
    values,
  );
  return rows[0];
}

/** How many jobs of whom a job is for are under way, in SQL to order by. */
function underWayOf(table: JobTable, sharedBy: string): string {
  return `(SELECT count(*) FROM ${table.name} r WHERE r.kind = q.kind AND r.status = 'running'
    AND r.payload ->> '${sharedBy}' = q.payload ->> '${sharedBy}'),`;
}

/** Writes how far a job is and holds it for another while; false when the attempt has lost it. */
export async function renewLease(
  manager: EntityManager,
  { table, leaseSeconds }: Pick<Claim, 'table' | 'leaseSeconds'>,
  id: string,
  owner: string,
  progress: JobColumns,
): Promise<boolean> {
  const values: unknown[] = [id, owner, leaseSeconds];
  const rows: unknown[] = await manager.query(
    `WITH j AS (
       UPDATE ${table.name} SET lease_expires_at = ${NOW} + make_interval(secs => $3)${set(progress, values)}
       WHERE id = $1 AND lease_owner = $2 AND status = 'running' RETURNING id)
     SELECT id FROM j`,
    values,
  );
  return rows.length > 0;
}

/** Puts a job back into the queue: after an attempt that failed, or one that was taken from it and does not count. */
export async function releaseJob(
  manager: EntityManager,
  table: JobTable,
  id: string,
  owner: string,
  again: { counts: boolean; afterSeconds: number },
): Promise<void> {
  await manager.query(
    `UPDATE ${table.name} SET status = 'queued', lease_owner = NULL, lease_expires_at = NULL, attempts = attempts - $3,
       due_at = CASE WHEN $4::float8 > 0 THEN ${NOW} + make_interval(secs => $4) END
     WHERE id = $1 AND lease_owner = $2 AND status = 'running'`,
    [id, owner, again.counts ? 0 : 1, again.afterSeconds],
  );
}

/** Whether a job is still this attempt's, and nobody else's until the transaction ends. */
export function lockOwnJob(manager: EntityManager, table: JobTable, id: string, owner: string): Promise<boolean> {
  return finds(
    manager,
    `SELECT 1 FROM ${table.name} WHERE id = $1 AND lease_owner = $2 AND status = 'running' FOR UPDATE`,
    [id, owner],
  );
}

/** Locks a job that has not ended; false when it has, or does not exist. */
export function lockOpenJob(manager: EntityManager, table: JobTable, id: string): Promise<boolean> {
  return finds(manager, `SELECT 1 FROM ${table.name} WHERE id = $1 AND ${IS_OPEN} FOR UPDATE`, [id]);
}

/** Locks a job that nobody works at. */
export function lockIdleJob(manager: EntityManager, table: JobTable, id: string): Promise<boolean> {
  return finds(
    manager,
    `SELECT 1 FROM ${table.name} WHERE id = $1 AND (status = 'queued' OR (${IS_LAPSED})) FOR UPDATE`,
    [id],
  );
}

export function isOpenJob(manager: EntityManager, table: JobTable, id: string): Promise<boolean> {
  return finds(manager, `SELECT 1 FROM ${table.name} WHERE id = $1 AND ${IS_OPEN}`, [id]);
}

export function isRoomFor(manager: EntityManager, table: JobTable, kind: string, most: number): Promise<boolean> {
  return finds(manager, `SELECT 1 FROM ${table.name} WHERE kind = $1 AND ${IS_OPEN} HAVING count(*) < $2`, [
    kind,
    most,
  ]);
}

/** How a job ends: for good, or until it is due again. */
export interface JobEnd {
  status: 'succeeded' | 'failed' | 'cancelled';
  isPeriodic: boolean;
  columns: JobColumns;
}

export async function endJob(manager: EntityManager, table: JobTable, id: string, end: JobEnd): Promise<void> {
  const values: unknown[] = [id, end.isPeriodic ? 'queued' : end.status, end.isPeriodic];
  await manager.query(
    `UPDATE ${table.name} SET status = $2, lease_owner = NULL, lease_expires_at = NULL, due_at = NULL,
       attempts = CASE WHEN $3::boolean THEN 0 ELSE attempts END,
       lapses = CASE WHEN $3::boolean THEN 0 ELSE lapses END, finished_at = ${NOW}${set(end.columns, values)}
     WHERE id = $1`,
    values,
  );
}

/** A job for the table that all kinds share. */
export interface NewJob {
  id: string;
  payload?: object;
  place?: string;
  /** Of two open jobs of a kind that have the same the first is kept. */
  key?: string;
  /** The job that has to end before. */
  after?: string;
  /** Seconds before which it is not begun. */
  delaySeconds?: number;
}

export async function addJob(manager: EntityManager, kind: string, job: NewJob): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO ${JOBS.name} (id, kind, status, place, key, after, payload, created_at, due_at)
     VALUES ($1, $2, 'queued', $3, $4, $5, $6, ${NOW},
       CASE WHEN $7::float8 > 0 THEN ${NOW} + make_interval(secs => $7) END)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      job.id,
      kind,
      job.place ?? null,
      job.key ?? null,
      job.after ?? null,
      JSON.stringify(job.payload ?? {}),
      job.delaySeconds ?? 0,
    ],
  );
  return rows.length > 0;
}

/** Forgets jobs that ended long ago; answers how many. */
export async function removeEndedJobs(manager: EntityManager, before: Date, most: number): Promise<number> {
  const rows: unknown[] = await manager.query(
    `WITH gone AS (
       DELETE FROM ${JOBS.name} WHERE id IN (
         SELECT id FROM ${JOBS.name} WHERE NOT ${IS_OPEN} AND finished_at <= $1
         ORDER BY finished_at LIMIT $2)
       RETURNING id)
     SELECT id FROM gone`,
    [before, most],
  );
  return rows.length;
}

/** Further columns of an UPDATE; their names stand in the code, their values join the others. */
function set(columns: JobColumns, values: unknown[]): string {
  return Object.entries(columns)
    .map(([name, value]) => `, ${name} = $${values.push(value)}`)
    .join('');
}

async function finds(manager: EntityManager, sql: string, values: unknown[]): Promise<boolean> {
  const rows: unknown[] = await manager.query(sql, values);
  return rows.length > 0;
}
