import { type EntityManager } from 'typeorm';
import { type StatedDataset } from '../../../judging/evidence/stated-evidence.js';
import { columnsOf } from '../../../platform/database/columns.js';
import { loadEvaluation } from '../../evaluations/evaluations.queries.js';
import { type KeptEvidence, type KeptPredictions } from './kept-evidence.js';
import { StoredPredictions } from './stored-predictions.entity.js';

const STORED_ROW = columnsOf(StoredPredictions, 'p');

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

/** The newest kept predictions of a version on any version of a dataset, or with null of any. */
export async function findStoredOnAny(
  manager: EntityManager,
  modelId: string,
  version: number,
  datasetName: string | null,
): Promise<StoredPredictions | undefined> {
  const rows: StoredPredictions[] = await manager.query(
    `SELECT ${STORED_ROW} FROM stored_predictions p
     WHERE p.model_id = $1 AND p.version = $2 AND ($3::text IS NULL OR p.dataset_name = $3)
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
  const { evaluatedAt, evaluator, environment, labelDefinition, sliceDefinition } = await loadEvaluation(
    manager,
    stored.evaluationId,
  );
  return { ...stored, evaluatedAt, evaluator, environment, labelDefinition, sliceDefinition };
}

/** Says that a replica looks after a data folder. */
export async function touchStore(manager: EntityManager, storeId: string): Promise<void> {
  await manager.query(
    `UPDATE prediction_stores SET seen_at = date_trunc('milliseconds', clock_timestamp()) WHERE id = $1`,
    [storeId],
  );
}
