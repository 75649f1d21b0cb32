import { mixesScripts, personOf } from './subject.js';

/** Roles a token can carry, weakest first. */
export const ROLES = ['viewer', 'contributor', 'approver', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Everything a route can ask for, with the sentence the API documentation shows. */
export const PERMISSIONS = {
  'registry:read': 'read everything, the audit record included',
  'model:create': 'create models',
  'model:update': 'change description, owner and tags of models',
  'model:delete': 'delete models',
  'model:rename': 'rename models',
  'version:register': 'register versions',
  'version:update': 'change description and tags of versions',
  'version:delete': 'delete versions',
  'version:quarantine': 'quarantine versions and release them',
  'alias:write': 'set and delete aliases',
  'evaluation:submit': 'submit evaluations',
  'gate:check': 'judge a version by the gates without changing anything',
  'policy:write': 'set gate policies',
  'transition:move': 'ask for a change of stage of the kinds the role allows',
  'transition:request': 'promote, demote and restore versions, and archive those not in Production',
  'transition:cancel': 'cancel a change of stage that awaits approval',
  'transition:decide': 'approve or reject a change of stage',
  'transition:archive': 'archive versions and take them out of Production',
  'transition:rollback': 'put an earlier version back into Production',
  'token:manage': 'issue, list and revoke tokens, and see and end the sessions of all',
  'session:end': 'end sessions of their own',
  'webhook:manage': 'make, change, list and try webhooks, and see and repeat their deliveries',
  'example:load': 'load the example',
} as const;
export type Permission = keyof typeof PERMISSIONS;

const CONTRIBUTOR: readonly Permission[] = [
  'registry:read',
  'model:create',
  'model:update',
  'version:register',
  'version:update',
  'alias:write',
  'evaluation:submit',
  'gate:check',
  'transition:move',
  'transition:request',
  'transition:cancel',
  'session:end',
];
const APPROVER: readonly Permission[] = [
  'registry:read',
  'transition:move',
  'transition:decide',
  'transition:archive',
  'transition:rollback',
  'version:quarantine',
  'session:end',
];

const PERMISSIONS_OF: Record<Role, ReadonlySet<Permission>> = {
  viewer: new Set<Permission>(['registry:read', 'session:end']),
  contributor: new Set(CONTRIBUTOR),
  approver: new Set(APPROVER),
  admin: new Set(Object.keys(PERMISSIONS) as Permission[]),
};

/** What a caller with these roles may do: the union, since roles only ever add. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => [...PERMISSIONS_OF[role]]));
}

/** The roles that hold a permission, weakest first. */
export function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => PERMISSIONS_OF[role].has(permission));
}

export function isRole(value: unknown): value is Role {
  return ROLES.includes(value as Role);
}

/**
 * Whether a text may name a role of the organisation's own: letters, digits and `._-`, and none that reads like one of
 * Stagegate's roles, in whatever case, width or script.
 */
export function isApprovalRole(value: unknown): value is string {
  return typeof value === 'string' && APPROVAL_ROLE.test(value) && !isRole(personOf(value)) && !mixesScripts(value);
}

const APPROVAL_ROLE = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,98}[\p{L}\p{N}])?$/u;
