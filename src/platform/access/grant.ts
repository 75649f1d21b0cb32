import { type ModelScope } from './model-scope.js';
import { type Permission } from './permission.js';

/** A model, as far as rights depend on it. */
export interface ModelRef {
  /** Null for a model that does not exist yet, or not to the caller's knowledge. */
  id: string | null;
  name: string;
}

/** Where a right comes from: the caller's token, or a role binding by its id. */
export type GrantSource = { kind: 'token' } | { kind: 'binding'; id: string };

/** A role that a caller has: what it gives, and for which models. */
export interface Grant {
  role: string;
  permissions: ReadonlySet<Permission>;
  /** The models it holds for; null for the registry and every model in it. */
  reach: ModelScope | null;
  /** The names of the models of `reach` by their ids. */
  names: ReadonlyMap<string, string>;
  source: GrantSource;
}
