import { getMyPermissions, type Permission } from '@stagegate/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from './client.js';
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

/** Whether the reader has a right, over one model where one is given; a binding may give it there alone. */
export function useMay(permission: Permission, model?: string): boolean {
  const { data } = useQuery(permissionsQuery(model));
  return data?.permissions.includes(permission) === true;
}
