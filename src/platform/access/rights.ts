import { type Caller, type Identity } from './caller.js';
import { type Grant, type ModelRef } from './grant.js';
import { type ModelScope, sees } from './model-scope.js';
import { EVERYBODYS, type Permission } from './permission.js';

/** Where somebody wants to give rights: to the registry (null), to a model, or to all whose names begin alike. */
export type GrantTarget = null | { model: ModelRef } | { modelPrefix: string };

type Holder = Pick<Caller, 'permissions'> & Partial<Pick<Caller, 'grants'>>;

/** Whether a caller may do something: to a model, or without one to the registry as a whole. Nothing is allowed unless granted. */
export function may(caller: Holder, permission: Permission, model: ModelRef | null = null): boolean {
  if (caller.grants === undefined) return caller.permissions.has(permission);
  return (
    EVERYBODYS.includes(permission) ||
    caller.grants.some((grant) => gives(grant, permission) && isHeldFor(grant, model))
  );
}

/** Whether a caller may do something to some model at least. */
export function mayAnywhere(caller: Holder, permission: Permission): boolean {
  if (caller.grants === undefined) return caller.permissions.has(permission);
  return EVERYBODYS.includes(permission) || caller.grants.some((grant) => gives(grant, permission));
}

/** The models to which a caller may do something; null for all. */
export function reachOf(caller: Holder, permission: Permission): ModelScope | null {
  const grants = (caller.grants ?? []).filter((grant) => gives(grant, permission));
  if (caller.grants === undefined || grants.some(({ reach }) => reach === null)) return null;
  return {
    modelIds: [...new Set(grants.flatMap(({ reach }) => reach!.modelIds))],
    prefixes: [...new Set(grants.flatMap(({ reach }) => reach!.prefixes))],
  };
}

/** The caller with the roles and permissions that hold for a model, or without one for the registry as a whole. */
export function callerAt<Who extends Identity>(caller: Who, model: ModelRef | null): Who {
  if (caller.grants === undefined) return caller;
  return { ...caller, ...heldAt(caller.grants, model) };
}

type Held = Pick<Caller, 'roles' | 'permissions'>;

/** What grants give for models that were asked for; grants are put together once, and asked of with each request. */
const KNOWN_HELD = new WeakMap<readonly Grant[], Map<string, Held>>();
const MOST_MODELS = 200;

function heldAt(all: readonly Grant[], model: ModelRef | null): Held {
  const known = KNOWN_HELD.get(all) ?? new Map<string, Held>();
  const place = model === null ? '' : `${model.id ?? ''} ${model.name}`;
  const found = known.get(place);
  if (found) return found;
  const grants = all.filter((grant) => isHeldFor(grant, model));
  const roles = [...new Set(grants.map(({ role }) => role))];
  const permissions = new Set([...EVERYBODYS, ...grants.flatMap((grant) => [...grant.permissions])]);
  if (known.size >= MOST_MODELS) known.clear();
  KNOWN_HELD.set(all, known.set(place, { roles, permissions }));
  return { roles, permissions };
}

/** A caller by what it was granted; its scope are the models that it may read. */
export function withGrants<Who extends Identity>(caller: Who, grants: readonly Grant[]): Who {
  const granted = { ...caller, grants };
  return { ...callerAt(granted, null), scope: reachOf(granted, 'registry:read') };
}

/** Whether it matters which model a request concerns: models are hidden from the caller, or some right holds for some models alone. */
export function isBound({ grants = [], scope }: Pick<Caller, 'grants' | 'scope'>): boolean {
  return scope !== null || grants.some(({ reach }) => reach !== null);
}

/** A model by its name, with its id where a grant names the model. */
export function modelNamed({ grants = [] }: Pick<Caller, 'grants'>, name: string): ModelRef {
  for (const { names } of grants) for (const [id, known] of names) if (known === name) return { id, name };
  return { id: null, name };
}

/**
 * Which of some permissions a caller may not give away: those that it does not hold itself wherever they are to hold. Nobody
 * raises rights, their own least of all, above what they have.
 */
export function lackedOf(caller: Holder, permissions: Iterable<Permission>, target: GrantTarget): Permission[] {
  return [...permissions].filter((permission) => !mayGive(caller, permission, target));
}

/** Whether a caller may give all of some permissions away, for the registry, a model or a beginning of names. */
export function grantable(caller: Holder, permissions: Iterable<Permission>, target: GrantTarget): boolean {
  return lackedOf(caller, permissions, target).length === 0;
}

function mayGive(caller: Holder, permission: Permission, target: GrantTarget): boolean {
  if (target === null || 'model' in target) return may(caller, permission, target?.model ?? null);
  if (caller.grants === undefined) return caller.permissions.has(permission);
  return (
    EVERYBODYS.includes(permission) ||
    caller.grants.some((grant) => gives(grant, permission) && coversPrefix(grant, target.modelPrefix))
  );
}

function gives({ permissions }: Grant, permission: Permission): boolean {
  return permissions.has(permission);
}

/** Whether a grant holds for a model, or without one for the registry as a whole. */
export function isHeldFor({ reach }: Grant, model: ModelRef | null): boolean {
  if (reach === null) return true;
  return model !== null && sees(reach, { id: model.id ?? '', name: model.name });
}

function coversPrefix({ reach }: Grant, prefix: string): boolean {
  return reach === null || reach.prefixes.some((known) => prefix.startsWith(known));
}
