import { type EntityManager, In } from 'typeorm';
import { type Permission, permissionsOf, ROLES, isRole } from '../../platform/access/permission.js';
import { EXACT } from '../../platform/lists/list-field.js';
import { type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { type ListQuery, type Page } from '../../platform/lists/page.dto.js';
import { hasStandingTokenOf } from '../tokens/auth.queries.js';
import { CustomRole } from './role.entity.js';
import { type RoleRow } from './roles.dto.js';
import { roleNotFound } from './roles.problems.js';

/** The built-in roles as rows, so that one list shows all. */
const BUILT_IN_ROWS = ROLES.map(
  (name) => `('${name}', ARRAY['${[...permissionsOf([name])].sort().join("', '")}'], true)`,
).join(', ');

const ALL_ROLES = `(
  SELECT name, permissions, description, false AS built_in, updated_at, updated_by FROM roles
  UNION ALL
  SELECT b.name, b.permissions, '', b.built_in, NULL, NULL FROM (VALUES ${BUILT_IN_ROWS}) b (name, permissions, built_in)) r`;

/** The roles there are. */
export const ROLE_LIST: ListSource = {
  name: 'roles',
  select: `r.name, r.permissions, r.description, r.built_in AS "isBuiltIn", r.updated_at AS "updatedAt", r.updated_by AS "updatedBy"`,
  from: ALL_ROLES,
  fields: {
    name: { column: 'r.name', type: 'text', sortable: true },
    description: { column: 'r.description', type: 'text' },
    isBuiltIn: { column: 'r.built_in', type: 'boolean', operators: EXACT },
  },
  defaultSort: 'name',
  tieBreaker: 'name',
};

export function listRoleRows(manager: EntityManager, query: ListQuery): Promise<Page<RoleRow>> {
  return readPage(manager, ROLE_LIST, query);
}

/** One role, or undefined. */
export async function findRoleRow(manager: EntityManager, name: string): Promise<RoleRow | undefined> {
  const [row]: RoleRow[] = await manager.query(`SELECT ${ROLE_LIST.select} FROM ${ALL_ROLES} WHERE r.name = $1`, [
    name,
  ]);
  return row;
}

/** Changes to what roles give, and to who has them, wait for each other, so that what was decided still holds when it is written. */
export async function lockRoles(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(7305118223)`);
}

/**
 * What roles give, the built-in and the organisation's own.
 * @throws {Problem} 404 ROLE_NOT_FOUND
 */
export async function permissionsOfRoles(
  manager: EntityManager,
  names: readonly string[],
): Promise<ReadonlySet<Permission>> {
  const own = names.filter((name) => !isRole(name));
  const rows = own.length === 0 ? [] : await manager.findBy(CustomRole, { name: In(own) });
  const missing = own.find((name) => !rows.some((row) => row.name === name));
  if (missing !== undefined) throw roleNotFound(missing);
  return new Set([...permissionsOf(names), ...rows.flatMap(({ permissions }) => permissions)]);
}

/** Whether anybody is left who may bind roles in the whole registry, by a binding or by a token that stands. */
export async function hasAdministrator(manager: EntityManager): Promise<boolean> {
  const own: { name: string }[] = await manager.query(
    `SELECT name FROM roles WHERE 'role-binding:manage' = ANY(permissions)`,
  );
  const roles = ['admin', ...own.map(({ name }) => name)];
  const bound: unknown[] = await manager.query(
    `SELECT FROM role_bindings WHERE role = ANY($1) AND model_id IS NULL AND model_prefix IS NULL LIMIT 1`,
    [roles],
  );
  return bound.length > 0 || hasStandingTokenOf(manager, roles);
}

/** What gives a role to somebody: a binding, a trust rule, or a token that stands. */
export async function findUseOf(manager: EntityManager, role: string): Promise<string | null> {
  const bound: unknown[] = await manager.query('SELECT FROM role_bindings WHERE role = $1 LIMIT 1', [role]);
  if (bound.length > 0) return 'a role binding';
  const trusted: unknown[] = await manager.query('SELECT FROM trust_rules WHERE $1 = ANY(roles) LIMIT 1', [role]);
  if (trusted.length > 0) return 'a trust rule';
  return (await hasStandingTokenOf(manager, [role])) ? 'a token' : null;
}
