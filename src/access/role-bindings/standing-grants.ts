import { type Identity } from '../../platform/access/caller.js';
import { commonScope, type ModelScope } from '../../platform/access/model-scope.js';
import { isRole, type Permission, permissionsOf } from '../../platform/access/permission.js';
import { type Grant } from '../../platform/access/grant.js';

/** What the database says of the rights of callers: a binding, a role of the organisation's, the name of a model, or the revision of it all. */
export type StandingRight =
  | {
      kind: 'binding';
      id: string;
      subject: string | null;
      group: string | null;
      role: string;
      permissions: Permission[] | null;
      modelId: string | null;
      model: string | null;
      modelPrefix: string | null;
    }
  | { kind: 'role'; role: string; permissions: Permission[] }
  | { kind: 'model'; modelId: string; model: string }
  | { kind: 'revision'; id: string };

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/**
 * Everything that a caller was granted: by the roles of its token, and by bindings; both for the models of its token alone, so that an
 * exchanged token gives nothing beyond its rule.
 */
export function grantsOf(caller: Identity, standing: readonly StandingRight[]): Grant[] {
  const names = namesOf(caller.scope, standing);
  const carried = caller.roles.map((role): Grant => ({
    role,
    permissions: permissionsOfRole(role, standing),
    reach: caller.scope,
    names,
    source: { kind: 'token' },
  }));
  return [...carried, ...standing.flatMap((right) => bindingOf(caller, right, names))];
}

function bindingOf({ subject, groups, scope }: Identity, right: StandingRight, known: Grant['names']): Grant[] {
  if (right.kind !== 'binding') return [];
  if (right.subject === null ? !groups.includes(right.group!) : right.subject !== subject) return [];
  const { id, role, permissions, modelId, model, modelPrefix } = right;
  const reach = { modelIds: modelId === null ? [] : [modelId], prefixes: modelPrefix === null ? [] : [modelPrefix] };
  const isEverywhere = modelId === null && modelPrefix === null;
  const names = modelId === null ? known : new Map([...known, [modelId, model!] as const]);
  const common = commonScope(scope, isEverywhere ? null : reach, names);
  if (common !== null && common.modelIds.length === 0 && common.prefixes.length === 0) return [];
  return [
    {
      role,
      permissions: isRole(role) ? permissionsOf([role]) : new Set(permissions ?? []),
      reach: common,
      names: new Map([...names].filter(([each]) => common?.modelIds.includes(each))),
      source: { kind: 'binding', id },
    },
  ];
}

function permissionsOfRole(name: string, standing: readonly StandingRight[]): ReadonlySet<Permission> {
  if (isRole(name)) return permissionsOf([name]);
  const own = standing.find((right) => right.kind === 'role' && right.role === name);
  return new Set(own?.kind === 'role' ? own.permissions : []);
}

function namesOf(scope: ModelScope | null, standing: readonly StandingRight[]): ReadonlyMap<string, string> {
  if (scope === null) return NO_NAMES;
  const named = standing.flatMap((right) => (right.kind === 'model' ? [right] : []));
  return new Map(
    named.filter(({ modelId }) => scope.modelIds.includes(modelId)).map(({ modelId, model }) => [modelId, model]),
  );
}
