import {
  createRoleBinding,
  type CreateRoleBindingRequest,
  createTrustRule,
  type CreateTrustRuleRequest,
  deleteRole,
  deleteRoleBinding,
  deleteTrustRule,
  listRoleBindings,
  listRoles,
  listTrustRules,
  setRole,
  type SetRoleRequest,
} from '@stagegate/client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client, keyed, liveInterval, PAGED, thenLookAgain } from './client.js';

const PAGE = 100;
const MOST_ROLES = 200;

export const bindingsQuery = infiniteQueryOptions({
  queryKey: ['bindings'],
  queryFn: ({ pageParam, signal }) => listRoleBindings({ client, signal, query: { limit: PAGE, cursor: pageParam } }),
  ...PAGED,
});

export function bind(body: CreateRoleBindingRequest, key: string) {
  return thenLookAgain(createRoleBinding({ ...keyed(key), body }));
}

export function unbind(id: string) {
  return thenLookAgain(deleteRoleBinding({ client, path: { id } }));
}

/** All roles, those that are built in among them. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async ({ signal }) => (await listRoles({ client, signal, query: { limit: MOST_ROLES } })).items,
  refetchInterval: liveInterval,
});

export function saveRole(role: string, body: SetRoleRequest) {
  return thenLookAgain(setRole({ client, path: { role }, body }));
}

export function removeRole(role: string) {
  return thenLookAgain(deleteRole({ client, path: { role } }));
}

export const trustRulesQuery = infiniteQueryOptions({
  queryKey: ['trust-rules'],
  queryFn: ({ pageParam, signal }) => listTrustRules({ client, signal, query: { limit: PAGE, cursor: pageParam } }),
  ...PAGED,
});

export function trust(body: CreateTrustRuleRequest, key: string) {
  return thenLookAgain(createTrustRule({ ...keyed(key), body }));
}

export function distrust(id: string) {
  return thenLookAgain(deleteTrustRule({ client, path: { id } }));
}
