import { type GrantResponse, type Permission } from '@stagegate/client';

type Grant = Pick<GrantResponse, 'permissions' | 'model' | 'modelPrefix'>;

/** What grants give to some model at least. */
export function givenAnywhere(grants: readonly Grant[]): ReadonlySet<Permission> {
  return new Set(grants.flatMap(({ permissions }) => permissions));
}

/** Whether grants give a right to all of some models; null stands for the registry as a whole. */
export function giveFor(grants: readonly Grant[], permission: Permission, models: readonly string[] | null): boolean {
  const giving = grants.filter(({ permissions }) => permissions.includes(permission));
  if (models === null) return giving.some(holdsEverywhere);
  return models.every((model) => giving.some((grant) => holdsFor(grant, model)));
}

function holdsEverywhere({ model, modelPrefix }: Grant): boolean {
  return model === null && modelPrefix === null;
}

function holdsFor(grant: Grant, name: string): boolean {
  const { model, modelPrefix } = grant;
  return holdsEverywhere(grant) || model === name || (modelPrefix !== null && name.startsWith(modelPrefix));
}
