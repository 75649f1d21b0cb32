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

/** The models that are in both of two scopes, by what their names are now. */
export function commonScope(
  one: ModelScope | null,
  other: ModelScope | null,
  names: ReadonlyMap<string, string>,
): ModelScope | null {
  if (one === null || other === null) return one ?? other;
  const ids = [...new Set([...one.modelIds, ...other.modelIds])];
  const isInBoth = (id: string): boolean =>
    [one, other].every((scope) => sees(scope, { id, name: names.get(id) ?? '' }));
  return { modelIds: ids.filter(isInBoth), prefixes: [...new Set([...narrower(one, other), ...narrower(other, one)])] };
}

/** Beginnings of names in one scope that lie within another. */
function narrower(one: ModelScope, other: ModelScope): string[] {
  return one.prefixes.filter((prefix) => other.prefixes.some((known) => prefix.startsWith(known)));
}
