import { type EntityManager } from 'typeorm';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { columnsOf } from '../../platform/database/columns.js';
import { type PreparedRead } from '../../platform/database/prepared-reads.js';
import { EXACT } from '../../platform/lists/list-field.js';
import { type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { type Page } from '../../platform/lists/page.dto.js';
import { inScope } from '../../platform/lists/scope.js';
import { RoleBinding, type RoleBindingRow } from './role-binding.entity.js';
import { type ListRoleBindingsQuery } from './role-bindings.dto.js';

/** The bindings that hold; ids grow with time, so the newest come first by id. Those of a deleted model ended with it. */
export const ROLE_BINDING_LIST: ListSource = {
  name: 'role-bindings',
  select: `${columnsOf(RoleBinding, 'b')}, m.name AS model`,
  from: 'role_bindings b LEFT JOIN models m ON m.id = b.model_id',
  where: 'm.deleted_at IS NULL',
  fields: {
    id: { column: 'b.id', type: 'uuid', sortable: true, operators: EXACT },
    subject: { column: 'b.subject', type: 'text', operators: EXACT },
    group: { column: 'b.group_name', type: 'text', operators: EXACT },
    role: { column: 'b.role', type: 'text', operators: EXACT },
  },
  defaultSort: '-id',
  tieBreaker: 'id',
};

/** A page of those whose models are within a scope; of the whole registry's only without one. */
export function listBindingRows(
  manager: EntityManager,
  query: ListRoleBindingsQuery,
  scope: ModelScope | null,
): Promise<Page<RoleBindingRow>> {
  return readPage(manager, ROLE_BINDING_LIST, query, {
    'b.subject = ?': query.subject,
    'b.group_name = ?': query.group,
    'b.role = ?': query.role,
    'm.name = ?': query.model,
    ...inScope(scope, 'b.model_id', 'coalesce(m.name, b.model_prefix)'),
  });
}

export async function findBindingRow(manager: EntityManager, id: string): Promise<RoleBindingRow | undefined> {
  const { select, from, where } = ROLE_BINDING_LIST;
  const [row]: RoleBindingRow[] = await manager.query(`SELECT ${select} FROM ${from} WHERE b.id = $1 AND ${where}`, [
    id,
  ]);
  return row;
}

/** The binding that says the same already, if there is one. */
export async function findSameBinding(
  manager: EntityManager,
  { subject, group, role, modelId, modelPrefix }: RoleBinding,
): Promise<string | undefined> {
  const [row]: { id: string }[] = await manager.query(
    `SELECT id FROM role_bindings WHERE role = $3 AND subject IS NOT DISTINCT FROM $1 AND group_name IS NOT DISTINCT FROM $2
       AND model_id IS NOT DISTINCT FROM $4::uuid AND model_prefix IS NOT DISTINCT FROM $5`,
    [subject, group, role, modelId, modelPrefix],
  );
  return row?.id;
}

/** The live model of a name, or undefined. */
export async function findLiveModel(
  manager: EntityManager,
  name: string,
): Promise<{ id: string; name: string } | undefined> {
  const [row]: { id: string; name: string }[] = await manager.query(
    'SELECT id, name FROM models WHERE name = $1 AND deleted_at IS NULL',
    [name],
  );
  return row;
}

/** What the roles of some callers give: their bindings, the organisation's roles that their tokens carry, and the names of models of their tokens. */
export const STANDING_RIGHTS: PreparedRead = {
  name: 'standing-rights',
  lane: 'tokens',
  text: `
    SELECT 'binding' AS kind, b.id::text AS id, b.subject, b.group_name AS "group", b.role, r.permissions,
      b.model_id AS "modelId", m.name AS model, b.model_prefix AS "modelPrefix"
    FROM role_bindings b LEFT JOIN roles r ON r.name = b.role LEFT JOIN models m ON m.id = b.model_id
    WHERE (b.subject = ANY($1::text[]) OR b.group_name = ANY($2::text[])) AND m.deleted_at IS NULL
    UNION ALL
    SELECT 'role', NULL, NULL, NULL, r.name, r.permissions, NULL, NULL, NULL FROM roles r WHERE r.name = ANY($3::text[])
    UNION ALL
    SELECT 'model', NULL, NULL, NULL, NULL, NULL, m.id, m.name, NULL FROM models m
    WHERE m.id = ANY($4::uuid[]) AND m.deleted_at IS NULL`,
};
