import { type EntityManager } from 'typeorm';
import { type ModelImport } from './model-import.entity.js';

/** What the other registry says of the model of a row `m`; null where it was created here. */
export const IMPORT_OF_MODEL = `(SELECT json_build_object('source', i.source, 'createdAt', i.created_at,
    'updatedAt', i.updated_at, 'importedAt', i.imported_at)
  FROM model_imports i WHERE i.model_id = m.id) AS imported`;

/** What an import has to know of a model that is here. */
export interface ImportedModelRow {
  lastVersion: number;
  hasGatePolicy: boolean;
  updatedAt: Date;
  /** Null when it was made here. */
  importedAt: Date | null;
}

export async function findImportedModel(manager: EntityManager, id: string): Promise<ImportedModelRow> {
  const [row]: ImportedModelRow[] = await manager.query(
    `SELECT m.last_version AS "lastVersion", m.has_gate_policy AS "hasGatePolicy", m.updated_at AS "updatedAt",
       (SELECT i.imported_at FROM model_imports i WHERE i.model_id = m.id) AS "importedAt"
     FROM models m WHERE m.id = $1`,
    [id],
  );
  return row!;
}

/** Notes what the other registry says; what is changed here from now on is later. */
export async function noteModelImport(manager: EntityManager, row: Omit<ModelImport, 'importedAt'>): Promise<void> {
  await manager.query(
    `INSERT INTO model_imports (model_id, source, created_at, updated_at, imported_at)
     SELECT m.id, $2, $3, $4, greatest(date_trunc('milliseconds', clock_timestamp()), m.updated_at) FROM models m WHERE m.id = $1
     ON CONFLICT (model_id) DO UPDATE SET source = excluded.source, created_at = excluded.created_at,
       updated_at = excluded.updated_at, imported_at = excluded.imported_at`,
    [row.modelId, row.source, row.createdAt, row.updatedAt],
  );
}
