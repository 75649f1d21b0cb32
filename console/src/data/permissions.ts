import { getMyPermissions, type Permission } from '@stagegate/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { client, queries } from './client.js';
import { isSessionLost } from './session-state.js';

const RIGHTS_MS = 60_000;

/** What the reader may do: with one model, or with the registry as a whole. */
const permissionsQuery = (model: string | undefined) =>
  queryOptions({
    queryKey: ['permissions', model ?? null],
    queryFn: ({ signal }) => getMyPermissions({ client, signal, query: { model } }),
    refetchInterval: () => (isSessionLost() ? false : RIGHTS_MS),
    staleTime: RIGHTS_MS,
  });

/** Whether it is known that the reader has no right at all, to no model either; then there is nothing to show. */
export function useHasNoRights(): boolean {
  const { data } = useQuery(permissionsQuery(undefined));
  return data?.grants.every(({ permissions }) => permissions.length === 0) === true;
}

/** Looks whether somebody has given the reader rights meanwhile. */
export async function lookForRights(): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['me'] });
  await queries.invalidateQueries({ queryKey: ['permissions'] });
}

/** Whether the reader has a right, over one model where one is given; a binding may give it there alone. */
export function useMay(permission: Permission, model?: string): boolean {
  const { data } = useQuery(permissionsQuery(model));
  return data?.permissions.includes(permission) === true;
}
