import { mixesScripts, personOf } from './subject.js';

/** Roles a token can carry, weakest first. */
export const ROLES = ['viewer', 'contributor', 'approver', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Everything a route can ask for, with the sentence the API documentation shows. */
export const PERMISSIONS = {
  'self:read': 'ask who they are and what they may do',
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
  'transition:cancel-all': 'cancel what somebody else asked for',
  'transition:decide': 'approve or reject a change of stage',
  'transition:archive': 'archive versions and take them out of Production',
  'transition:rollback': 'put an earlier version back into Production',
  'transition:override': 'pass the gates in an emergency, and confirm that another person does',
  'waiver:write': 'waive rules that are inconclusive, and withdraw waivers',
  'freeze:write': 'set and lift freezes',
  'hold:lift': 'hold models after a rollback, and lift their holds',
  'webhook:manage': 'set up webhooks and read their deliveries',
  'role-binding:manage': 'bind roles to subjects and groups',
  'role:manage': 'define roles of the organisation',
  'trust-rule:manage': 'define which tokens of other issuers are exchanged for tokens of the registry',
  'policy-change:decide': 'approve or reject a change of a gate policy',
  'token:manage': 'issue, list and revoke tokens, and see and end the sessions of all',
  'session:end': 'end sessions of their own',
  'example:load': 'load the example',
  'model:import': 'take over models from another registry, with their numbers and stages',
} as const;
export type Permission = keyof typeof PERMISSIONS;

/** What every known caller may do. */
export const EVERYBODYS: readonly Permission[] = ['self:read', 'session:end'];

const CONTRIBUTOR: readonly Permission[] = [
  ...EVERYBODYS,
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
];
const APPROVER: readonly Permission[] = [
  ...EVERYBODYS,
  'registry:read',
  'transition:move',
  'transition:decide',
  'transition:archive',
  'transition:rollback',
  'waiver:write',
  'hold:lift',
  'policy-change:decide',
  'version:quarantine',
];

const PERMISSIONS_OF: Record<Role, ReadonlySet<Permission>> = {
  viewer: new Set<Permission>([...EVERYBODYS, 'registry:read']),
  contributor: new Set(CONTRIBUTOR),
  approver: new Set(APPROVER),
  admin: new Set(Object.keys(PERMISSIONS) as Permission[]),
};

/** What a caller with these built-in roles may do: the union, since roles only ever add. Other names give nothing. */
export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(roles.filter(isRole).flatMap((role) => [...PERMISSIONS_OF[role]]));
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

/** The same for a role that stands in a path: it holds no blanks. */
export function isCustomRole(value: unknown): value is string {
  return isApprovalRole(value) && !/\s/.test(value);
}
