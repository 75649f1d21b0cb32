import { getMyPermissions, type Permission } from '@stagegate/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client, queries } from './client.js';
import { giveFor, givenAnywhere } from './rights.js';
import { isSessionLost } from './session-state.js';

const RIGHTS_MS = 60_000;

/** What the reader may do: with one model, or with the registry as a whole. */
const permissionsQuery = (model: string | null) =>
  queryOptions({
    queryKey: ['permissions', model],
    queryFn: ({ signal }) => getMyPermissions({ client, signal, query: { model: model ?? undefined } }),
    refetchInterval: () => (isSessionLost() ? false : RIGHTS_MS),
    staleTime: RIGHTS_MS,
  });

/** Whether it is known that the reader has no right at all, to no model either; then there is nothing to show. */
export function useHasNoRights(): boolean {
  const { data } = useQuery(permissionsQuery(null));
  return data?.grants.every(({ permissions }) => permissions.length === 0) === true;
}

/** Looks whether somebody has given the reader rights meanwhile. */
export async function lookForRights(): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['me'] });
  await queries.invalidateQueries({ queryKey: ['permissions'] });
}

/**
 * Whether the reader has a right to one model, or with null in the registry as a whole. A role may be bound for one model alone,
 * so whatever concerns a model is asked of that model.
 */
export function useMay(permission: Permission, model: string | null): boolean {
  const { data } = useQuery(permissionsQuery(model));
  return data?.permissions.includes(permission) === true;
}

/** The rights that the reader has to some model at least. */
export function useRightsAnywhere(): ReadonlySet<Permission> {
  const { data } = useQuery(permissionsQuery(null));
  return useMemo(() => givenAnywhere(data?.grants ?? []), [data]);
}

/** The same of all that each row of a list concerns, of which the service is asked once. */
export function useMayEach(permission: Permission): (models: readonly string[] | null) => boolean {
  const { data } = useQuery(permissionsQuery(null));
  return (models) => data !== undefined && giveFor(data.grants, permission, models);
}
