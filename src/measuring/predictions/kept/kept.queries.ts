import { type EntityManager } from 'typeorm';
import { type DatasetReference } from '../jobs/job.js';
import { type KeptEvidence, type KeptPredictions, type StatedEvidence } from './kept-evidence.js';
import { type StoredPredictions } from './stored-predictions.entity.js';

const STORED_ROW = `
  p.id, p.model_id AS "modelId", p.version, p.evaluation_id AS "evaluationId", p.dataset_name AS "datasetName",
  p.dataset_version AS "datasetVersion", p.dataset_digest AS "datasetDigest", p.dataset_split AS "datasetSplit", p.spec,
  p.store_id AS "storeId", p.rows, p.bytes, p.prediction_digest AS "predictionDigest", p.file_digest AS "fileDigest",
  p.created_at AS "createdAt"`;

/** What was let go serves nothing new. */
const IS_KEPT = `NOT EXISTS (SELECT FROM swept_predictions s WHERE s.id = p.id)`;

export async function loadStored(manager: EntityManager, id: string): Promise<StoredPredictions | undefined> {
  const rows: StoredPredictions[] = await manager.query(
    `SELECT ${STORED_ROW} FROM stored_predictions p WHERE p.id = $1`,
    [id],
  );
  return rows[0];
}

/** The newest kept predictions of a version, or of any, on exactly this dataset. */
export async function findStored(
  manager: EntityManager,
  modelId: string,
  version: number | null,
  { name, version: datasetVersion, digest, split }: DatasetReference,
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
export async function findKeptEvidence(manager: EntityManager, stored: KeptPredictions): Promise<KeptEvidence> {
  const [evaluation]: StatedEvidence[] = await manager.query(
    `SELECT evaluated_at AS "evaluatedAt", evaluator, environment, label_definition AS "labelDefinition",
       slice_definition AS "sliceDefinition" FROM evaluations WHERE id = $1`,
    [stored.evaluationId],
  );
  return { ...stored, ...evaluation! };
}

/** Whether an evaluation holds evidence that is paired with a version. */
export async function isPairedWith(manager: EntityManager, evaluationId: string, incumbent: number): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM evaluation_pairs WHERE evaluation_id = $1 AND incumbent_version = $2 LIMIT 1`,
    [evaluationId, incumbent],
  );
  return rows.length > 0;
}

/** Says that a replica looks after a data folder. */
export async function touchStore(manager: EntityManager, storeId: string): Promise<void> {
  await manager.query(
    `UPDATE prediction_stores SET seen_at = date_trunc('milliseconds', clock_timestamp()) WHERE id = $1`,
    [storeId],
  );
}
