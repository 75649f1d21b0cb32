import { type EntityManager } from 'typeorm';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { scopeParameters, withinScope } from '../../platform/lists/scope.js';

/** What is searched for, in which models, and how much of it is shown. */
export interface TextSearch {
  text: string;
  scope: ModelScope | null;
  limit: number;
}

/** Live models whose name begins like this, then those with words that do, each in the order of names. */
export async function searchModels(manager: EntityManager, { text, scope, limit }: TextSearch): Promise<string[]> {
  const words = text.toLowerCase().match(/[a-z0-9]+/g);
  if (words === null || /[^\w. -]/.test(text)) return [];
  const isVisible = withinScope('m.id', 'm.name', 4);
  const rows: { name: string }[] = await manager.query(
    `SELECT found.name FROM (
       (SELECT m.name, 1 AS rank FROM models m
        WHERE m.deleted_at IS NULL AND ${isVisible} AND lower(m.name) LIKE $1 || '%' ORDER BY lower(m.name) LIMIT $3)
       UNION ALL
       (SELECT m.name, 2 FROM models m
        WHERE m.deleted_at IS NULL AND ${isVisible}
          AND to_tsvector('simple'::regconfig, translate(m.name, '-._', '   ')) @@ to_tsquery('simple', $2) LIMIT $3)) found
     GROUP BY found.name ORDER BY min(found.rank), length(found.name), found.name LIMIT $3`,
    [
      text.toLowerCase().replaceAll('_', '\\_'),
      words.map((word) => `${word}:*`).join(' & '),
      limit,
      ...scopeParameters(scope),
    ],
  );
  return rows.map(({ name }) => name);
}
