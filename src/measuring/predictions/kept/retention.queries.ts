import { type EntityManager } from 'typeorm';
import { type SweepReason } from './swept-predictions.entity.js';

/** Kept predictions that were let go just now. */
export interface SweptRow {
  id: string;
  reason: SweepReason;
  modelId: string;
  model: string;
  version: number;
  dataset: string;
  datasetVersion: string;
}

const NOW = `date_trunc('milliseconds', clock_timestamp())`;

/**
 * Lets go of kept predictions of a data folder: of deleted versions, of predictions that were kept again since on the same
 * dataset, and, unless `keepDays` is 0, older ones of versions that stand neither in Production nor in Staging.
 */
export function sweepStored(
  manager: EntityManager,
  storeId: string,
  keepDays: number,
  most: number,
): Promise<SweptRow[]> {
  return manager.query(
    `WITH due AS (
       SELECT p.*, m.name AS model, CASE
         WHEN v.deleted_at IS NOT NULL OR m.deleted_at IS NOT NULL THEN 'deleted'
         WHEN EXISTS (
           SELECT FROM stored_predictions q
           WHERE q.model_id = p.model_id AND q.version = p.version AND q.dataset_name = p.dataset_name
             AND q.dataset_version = p.dataset_version AND q.dataset_digest IS NOT DISTINCT FROM p.dataset_digest
             AND q.dataset_split IS NOT DISTINCT FROM p.dataset_split AND q.prediction_digest = p.prediction_digest
             AND q.store_id = p.store_id AND (q.created_at, q.id) > (p.created_at, p.id)) THEN 'superseded'
         WHEN $2 > 0 AND p.created_at < clock_timestamp() - make_interval(days => $2)
           AND v.stage NOT IN ('Production', 'Staging') THEN 'expired' END AS reason
       FROM stored_predictions p
       JOIN model_versions v ON v.model_id = p.model_id AND v.version = p.version
       JOIN models m ON m.id = p.model_id
       WHERE p.store_id = $1 AND NOT EXISTS (SELECT FROM swept_predictions s WHERE s.id = p.id)),
     swept AS (
       INSERT INTO swept_predictions (id, reason, swept_at)
       SELECT id, reason, ${NOW} FROM due WHERE reason IS NOT NULL ORDER BY created_at LIMIT $3
       ON CONFLICT DO NOTHING RETURNING id)
     SELECT d.id, d.reason, d.model_id AS "modelId", d.model, d.version, d.dataset_name AS dataset,
       d.dataset_version AS "datasetVersion" FROM due d JOIN swept USING (id)`,
    [storeId, keepDays, most],
  );
}

/**
 * Which of these files may be removed: let go a while ago, and no job that has not ended could have found them before; or
 * recorded nowhere, which is what a process leaves that ended between the file and its record.
 */
export async function removableFiles(
  manager: EntityManager,
  ids: readonly string[],
  graceSeconds: number,
): Promise<{ swept: string[]; unknown: string[] }> {
  const rows: { id: string; isKnown: boolean }[] = await manager.query(
    `SELECT f.id, p.id IS NOT NULL AS "isKnown"
     FROM unnest($1::uuid[]) AS f (id)
     LEFT JOIN stored_predictions p ON p.id = f.id
     LEFT JOIN swept_predictions s ON s.id = f.id
     WHERE (p.id IS NULL AND NOT EXISTS (
         SELECT FROM prediction_jobs j WHERE j.id = f.id AND j.status IN ('queued', 'running')))
       OR (s.swept_at < clock_timestamp() - make_interval(secs => $2) AND NOT EXISTS (
         SELECT FROM prediction_jobs j WHERE j.model_id = p.model_id AND j.status IN ('queued', 'running')
           AND j.created_at < s.swept_at + make_interval(secs => $2)))`,
    [ids, graceSeconds],
  );
  const of = (isKnown: boolean) => rows.filter((row) => row.isKnown === isKnown).map(({ id }) => id);
  return { swept: of(true), unknown: of(false) };
}
