import { type EntityManager } from 'typeorm';
import { type ModelVersion } from './model-version.entity.js';
import { type VersionImport } from './version-import.entity.js';

/** What the other registry says of the version of a row `v`; null where it was registered here. */
export const IMPORT_OF_VERSION = `(SELECT json_build_object('source', i.source, 'createdAt', i.created_at,
    'createdBy', i.created_by, 'updatedAt', i.updated_at, 'importedAt', i.imported_at)
  FROM version_imports i WHERE i.model_id = v.model_id AND i.version = v.version) AS imported`;

export type ImportedVersionRow = Pick<
  ModelVersion,
  | 'version'
  | 'artifactUri'
  | 'runId'
  | 'stage'
  | 'description'
  | 'tags'
  | 'quarantineReason'
  | 'updatedAt'
  | 'deletedAt'
> & { importedAt: Date | null };

/** Versions of a model by their numbers, deleted ones too, with when they were last taken over. */
export function findImportedVersions(
  manager: EntityManager,
  modelId: string,
  versions: readonly number[],
): Promise<ImportedVersionRow[]> {
  return manager.query(
    `SELECT v.version, v.artifact_uri AS "artifactUri", v.run_id AS "runId", v.stage, v.description, v.tags,
       v.quarantine_reason AS "quarantineReason", v.updated_at AS "updatedAt", v.deleted_at AS "deletedAt", i.imported_at AS "importedAt"
     FROM model_versions v LEFT JOIN version_imports i ON i.model_id = v.model_id AND i.version = v.version
     WHERE v.model_id = $1 AND v.version = ANY ($2)`,
    [modelId, versions],
  );
}

/**
 * Notes what the other registry says of a version; what is changed here from now on is later. The first note announces the
 * number, which the next version that is registered then has.
 */
export async function noteVersionImport(manager: EntityManager, row: Omit<VersionImport, 'importedAt'>): Promise<void> {
  await manager.query(
    `INSERT INTO version_imports (model_id, version, source, created_at, created_by, updated_at, imported_at)
     VALUES ($1, $2, $3, $4, $5, $6, greatest(date_trunc('milliseconds', clock_timestamp()),
       (SELECT v.updated_at FROM model_versions v WHERE v.model_id = $1 AND v.version = $2)))
     ON CONFLICT (model_id, version) DO UPDATE SET source = excluded.source, created_at = excluded.created_at,
       created_by = excluded.created_by, updated_at = excluded.updated_at, imported_at = excluded.imported_at`,
    [row.modelId, row.version, row.source, row.createdAt, row.createdBy, row.updatedAt],
  );
}

/** The version in Production, where it is as it was last taken over; null when it was changed or registered here. */
export async function findProductionAsImported(manager: EntityManager, modelId: string): Promise<number | null> {
  const [row] = await manager.query<{ version: number }[]>(
    `SELECT v.version FROM model_versions v JOIN version_imports i ON i.model_id = v.model_id AND i.version = v.version
     WHERE v.model_id = $1 AND v.stage = 'Production' AND v.updated_at <= i.imported_at`,
    [modelId],
  );
  return row?.version ?? null;
}

/** Notes that the last change of a version was an import's doing, so that it does not count as changed here. */
export async function renewVersionImport(manager: EntityManager, modelId: string, version: number): Promise<void> {
  await manager.query(
    `UPDATE version_imports i SET imported_at = greatest(date_trunc('milliseconds', clock_timestamp()), v.updated_at)
     FROM model_versions v
     WHERE i.model_id = $1 AND i.version = $2 AND v.model_id = i.model_id AND v.version = i.version`,
    [modelId, version],
  );
}
