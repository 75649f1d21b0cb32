import { type ModelScope, sees } from '../../platform/access/model-scope.js';
import { type SqlReader } from '../../platform/database/side-connection.js';

/** SQL for the ids of the models within a scope, by the names they have now; it is given the parameters of `scopeParameters`. */
export const modelsWithin = (ids: string, patterns: string): string =>
  `SELECT m.id FROM models m WHERE m.id = ANY(${ids}::uuid[]) OR m.name LIKE ANY(${patterns}::text[])`;

/** Leaves of events those of models that a scope lets see now, whatever they were called then; all of them for a scope of null. */
export async function keepVisible<Event extends { modelId: string | null }>(
  reader: SqlReader,
  scope: ModelScope | null,
  events: readonly Event[],
): Promise<Event[]> {
  if (scope === null) return [...events];
  const ids = [...new Set(events.flatMap(({ modelId }) => modelId ?? []))];
  if (ids.length === 0) return [];
  const models: { id: string; name: string }[] = await reader.query(
    'SELECT m.id, m.name FROM models m WHERE m.id = ANY($1::uuid[])',
    [ids],
  );
  const visible = new Set(models.filter((model) => sees(scope, model)).map(({ id }) => id));
  return events.filter(({ modelId }) => modelId !== null && visible.has(modelId));
}
