/** Models that a caller may know of, by id and by the beginning of the name. */
export interface ModelScope {
  modelIds: readonly string[];
  prefixes: readonly string[];
}

/** Whether a caller may know of a model; a scope of null hides none. */
export function sees(scope: ModelScope | null, model: { id: string; name: string }): boolean {
  if (scope === null) return true;
  return scope.modelIds.includes(model.id) || scope.prefixes.some((prefix) => model.name.startsWith(prefix));
}
