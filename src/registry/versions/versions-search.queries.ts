import { type EntityManager } from 'typeorm';
import { scopeParameters, withinScope } from '../../platform/lists/scope.js';
import { type TextSearch } from '../models/models-search.queries.js';

/** What a version was found by. */
export type VersionMatch = 'run_id' | 'commit' | 'digest';

export interface FoundVersion {
  model: string;
  version: number;
  matched: VersionMatch;
  text: string;
}

const COLUMNS: Readonly<Record<VersionMatch, string>> = {
  run_id: 'run_id',
  commit: 'git_commit',
  digest: 'artifact_digest',
};

/** Versions of live models by the beginning of their run id, commit or artifact digest, newest last of each. */
export async function searchVersions(
  manager: EntityManager,
  { text, scope, limit }: TextSearch,
): Promise<FoundVersion[]> {
  const start = text.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`);
  const digest = start.startsWith('sha256:') ? start : `sha256:${start}`;
  const found: FoundVersion[] = [];
  for (const matched of Object.keys(COLUMNS) as VersionMatch[]) {
    const column = COLUMNS[matched];
    const rows: FoundVersion[] = await manager.query(
      `SELECT m.name AS model, v.version, $3 AS matched, v.${column} AS text FROM model_versions v
       JOIN models m ON m.id = v.model_id
       WHERE v.${column} LIKE $1 || '%' AND v.deleted_at IS NULL AND m.deleted_at IS NULL
         AND ${withinScope('m.id', 'm.name', 4)}
       ORDER BY v.${column} LIMIT $2`,
      [matched === 'digest' ? digest : start, limit, matched, ...scopeParameters(scope)],
    );
    found.push(...rows);
  }
  return found;
}
