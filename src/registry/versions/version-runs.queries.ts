import { type EntityManager } from 'typeorm';
import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { VersionRun } from './version-run.entity.js';

/** The run of a version as it is answered, of the row `v`; null where no tracking server is asked. */
export const RUN_OF_VERSION = `(SELECT to_json(r) FROM (
    SELECT r.status, r.server, r.run_id AS "runId", r.read_at AS "readAt", r.reason, r.record FROM version_runs r
    WHERE r.model_id = v.model_id AND r.version = v.version) r) AS run`;

export async function insertVersionRun(
  manager: EntityManager,
  row: Pick<VersionRun, 'modelId' | 'version' | 'server' | 'runId'>,
): Promise<void> {
  await manager.insert(VersionRun, { ...row, status: 'pending' });
}

/** Writes what came of reading, unless that was done before; true when it was written. */
export async function settleVersionRun(
  manager: EntityManager,
  { modelId, version, status, ...found }: Pick<VersionRun, 'modelId' | 'version' | 'status'> & Partial<VersionRun>,
): Promise<boolean> {
  const { runId = null, reason = null, record = null, digest = null } = found;
  const rows: unknown[] = await manager.query(
    `WITH r AS (
       UPDATE version_runs SET status = $3, run_id = coalesce($4, run_id), reason = $5, record = $6, digest = $7,
         read_at = date_trunc('milliseconds', clock_timestamp())
       WHERE model_id = $1 AND version = $2 AND status <> 'read' RETURNING 1)
     SELECT * FROM r`,
    [modelId, version, status, runId, reason, record === null ? null : JSON.stringify(record), digest],
  );
  return rows.length > 0;
}

/** The runs of versions, by model and number, in one read. */
export function findVersionRuns(
  reader: SqlReader,
  modelIds: readonly (string | null)[],
  versions: readonly (number | null)[],
): Promise<VersionRun[]> {
  return reader.query(
    `SELECT ${columnsOf(VersionRun, 'r')} FROM version_runs r
     JOIN unnest($1::uuid[], $2::integer[]) AS told (model_id, version)
       ON r.model_id = told.model_id AND r.version = told.version`,
    [modelIds, versions],
  );
}
