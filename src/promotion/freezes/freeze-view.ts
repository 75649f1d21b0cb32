import { type ModelScope, sees } from '../../platform/access/model-scope.js';

interface OfModels {
  /** Null for a freeze of the whole registry. */
  modelIds: readonly string[] | null;
  models: { id: string; name: string }[] | null;
}

/** A freeze with the models that somebody may know of alone; null when it is of others only. */
export function shownTo<Row extends OfModels>(scope: ModelScope | null, row: Row): Row | null {
  if (scope === null || row.modelIds === null) return row;
  const models = (row.models ?? []).filter((model) => sees(scope, model));
  return models.length === 0 ? null : { ...row, models };
}
