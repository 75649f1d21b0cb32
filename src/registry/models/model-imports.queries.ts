import { type EntityManager } from 'typeorm';
import { type ModelImport } from './model-import.entity.js';

/** What the other registry says of the model of a row `m`; null where it was created here. */
export const IMPORT_OF_MODEL = `(SELECT json_build_object('source', i.source, 'createdAt', i.created_at,
    'createdBy', i.created_by, 'updatedAt', i.updated_at, 'importedAt', i.imported_at)
  FROM model_imports i WHERE i.model_id = m.id) AS imported`;

/** What an import has to know of a model that is here. */
export interface ImportedModelRow {
  lastVersion: number;
  hasGatePolicy: boolean;
  /** Null when it was made here. */
  importedAt: Date | null;
  /** What the last import said of it; null when that was not noted, and it was changed since. */
  importedTexts: Texts | null;
  /** The versions of the aliases that imports have set. */
  importedAliases: Record<string, number>;
}

interface Texts {
  description: string;
  tags: Record<string, string>;
  owner: string | null;
}

/** What an import notes of its own doing, to know later what was changed here. */
export interface NotedModel {
  /** Null leaves what was noted before, and when. */
  texts: Texts | null;
  aliases: Record<string, number>;
}

export async function findImportedModel(manager: EntityManager, id: string): Promise<ImportedModelRow> {
  const [row]: ImportedModelRow[] = await manager.query(
    // Of what an earlier release imported, texts are known by the time alone, and no aliases.
    `SELECT m.last_version AS "lastVersion", m.has_gate_policy AS "hasGatePolicy", i.imported_at AS "importedAt",
       CASE WHEN i.description IS NOT NULL
              THEN json_build_object('description', i.description, 'tags', i.tags, 'owner', i.owner)
            WHEN m.updated_at <= i.imported_at
              THEN json_build_object('description', m.description, 'tags', m.tags, 'owner', m.owner)
       END AS "importedTexts",
       coalesce(i.aliases, '{}') AS "importedAliases"
     FROM models m LEFT JOIN model_imports i ON i.model_id = m.id WHERE m.id = $1`,
    [id],
  );
  return row!;
}

/** The highest number that deleted models of a name were given; 0 where there is none. */
export async function findDeletedNumber(manager: EntityManager, name: string): Promise<number> {
  const [row]: { reached: number }[] = await manager.query(
    `SELECT coalesce(max(last_version), 0) AS reached FROM models WHERE name = $1 AND deleted_at IS NOT NULL`,
    [name],
  );
  return row!.reached;
}

/** Notes what the other registry says; what is changed here from now on is later. */
export async function noteModelImport(
  manager: EntityManager,
  {
    texts,
    aliases,
    ...row
  }: Pick<ModelImport, 'modelId' | 'source' | 'createdAt' | 'createdBy' | 'updatedAt'> & NotedModel,
): Promise<void> {
  await manager.query(
    `INSERT INTO model_imports AS i (model_id, source, created_at, created_by, updated_at, description, tags, owner, aliases, imported_at)
     SELECT m.id, $2, $3, $4, $5, $6, $7, $8, $9, greatest(date_trunc('milliseconds', clock_timestamp()), m.updated_at)
     FROM models m WHERE m.id = $1
     ON CONFLICT (model_id) DO UPDATE SET source = excluded.source, created_at = excluded.created_at,
       created_by = excluded.created_by, updated_at = excluded.updated_at, aliases = excluded.aliases,
       description = coalesce(excluded.description, i.description), tags = coalesce(excluded.tags, i.tags),
       owner = CASE WHEN excluded.description IS NULL THEN i.owner ELSE excluded.owner END,
       imported_at = CASE WHEN excluded.description IS NULL THEN i.imported_at ELSE excluded.imported_at END`,
    [
      row.modelId,
      row.source,
      row.createdAt,
      row.createdBy,
      row.updatedAt,
      texts?.description ?? null,
      texts?.tags ?? null,
      texts?.owner ?? null,
      aliases,
    ],
  );
}
