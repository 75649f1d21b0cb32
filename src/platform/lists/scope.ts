import { type ModelScope } from '../access/model-scope.js';
import { type Conditions } from './lists.queries.js';

/**
 * Leaves of a list what belongs to the models of a scope; all of it for a scope of null. `id` and `name` are the columns with the
 * id and the name of the model of a row.
 */
export function inScope(scope: ModelScope | null, id: string, name: string): Conditions {
  if (scope === null) return {};
  return { [`(${id} = ANY(?::uuid[]) OR ${name} LIKE ANY(?::text[]))`]: scopeParameters(scope) };
}

/** The same as a condition for a statement by hand, whose parameters number `first` and the next are `scopeParameters`. */
export function withinScope(id: string, name: string, first: number): string {
  return `($${first}::uuid[] IS NULL OR ${id} = ANY($${first}::uuid[]) OR ${name} LIKE ANY($${first + 1}::text[]))`;
}

/** The ids of the models of a scope, and patterns of names; nulls for a scope of null. */
export function scopeParameters(scope: ModelScope | null): [ids: readonly string[] | null, patterns: string[] | null] {
  if (scope === null) return [null, null];
  const patterns = scope.prefixes.map((prefix) => `${prefix.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`);
  return [scope.modelIds, patterns];
}
