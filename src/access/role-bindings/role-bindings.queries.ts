import { type EntityManager } from 'typeorm';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { type GrantTarget } from '../../platform/access/rights.js';
import { columnsOf } from '../../platform/database/columns.js';
import { type PreparedRead } from '../../platform/database/prepared-reads.js';
import { EXACT } from '../../platform/lists/list-field.js';
import { type Conditions, type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { type Page } from '../../platform/lists/page.dto.js';
import { inScope } from '../../platform/lists/scope.js';
import { OBJECT_OF_EVENT } from '../../record/audit/told-rows.queries.js';
import { RoleBinding, type RoleBindingRow } from './role-binding.entity.js';
import { type ListRoleBindingsQuery } from './role-bindings.dto.js';

/** SQL that joins the model `m` that a row of rights holds for, under the name it has now. */
export function modelOf(row: string): string {
  return `LEFT JOIN models m ON m.id = ${row}.model_id`;
}

/** The bindings that hold; ids grow with time, so the newest come first by id. Those of a deleted model ended with it. */
export const ROLE_BINDING_LIST: ListSource = {
  name: 'role-bindings',
  select: `${columnsOf(RoleBinding, 'b')}, m.name AS model`,
  from: `role_bindings b ${modelOf('b')}`,
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

/** The bindings that the record tells of, each as it was made; when is told by its row, for as long as there is one. */
const PAST_BINDINGS: ListSource = {
  ...ROLE_BINDING_LIST,
  name: 'past-role-bindings',
  select: `${columnsOf(RoleBinding, 'b')}, m.name AS model`,
  from: `(SELECT (e.details ->> 'id')::uuid AS id, e.details ->> 'subject' AS subject, e.details ->> 'group' AS group_name,
      e.details ->> 'role' AS role, e.model_id, e.details ->> 'modelPrefix' AS model_prefix,
      coalesce((SELECT l.created_at FROM role_bindings l WHERE l.id = (e.details ->> 'id')::uuid), e.at) AS created_at,
      e.actor AS created_by, e.details ->> 'id' AS named FROM audit_record e WHERE e.action = 'role_binding.created') b
    ${modelOf('b')}`,
  where: 'true',
};

/** What of the record held at a time: made before, not taken back by then, and of a model that was still there. */
const heldAt = (at: string): Conditions => ({
  'b.created_at <= ?': at,
  [`NOT EXISTS (SELECT FROM audit_record e WHERE e.action = 'role_binding.deleted' AND e.at <= ?
     AND ${OBJECT_OF_EVENT} = b.named)`]: at,
  '(m.deleted_at IS NULL OR m.deleted_at > ?)': at,
});

/** A page of those whose models are within a scope; of the whole registry's only without one. */
export function listBindingRows(
  manager: EntityManager,
  query: ListRoleBindingsQuery,
  scope: ModelScope | null,
): Promise<Page<RoleBindingRow>> {
  const [source, held] = query.at === undefined ? [ROLE_BINDING_LIST, {}] : [PAST_BINDINGS, heldAt(query.at)];
  return readPage(manager, source, query, {
    ...held,
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

/** The roles that are bound to a subject, each with where it holds. */
export async function bindingsOfSubject(
  manager: EntityManager,
  subject: string,
): Promise<{ role: string; target: GrantTarget }[]> {
  const rows: { role: string; modelId: string | null; model: string | null; modelPrefix: string | null }[] =
    await manager.query(
      `SELECT b.role, b.model_id AS "modelId", m.name AS model, b.model_prefix AS "modelPrefix"
       FROM role_bindings b ${modelOf('b')} WHERE b.subject = $1 AND m.deleted_at IS NULL`,
      [subject],
    );
  return rows.map(({ role, modelId, model, modelPrefix }) => {
    if (modelId !== null) return { role, target: { model: { id: modelId, name: model! } } };
    return { role, target: modelPrefix === null ? null : { modelPrefix } };
  });
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

/**
 * What the roles of some callers give: their bindings, the organisation's roles that their tokens carry, and the names of models of
 * their tokens; with the revision of which all that is true.
 */
export const STANDING_RIGHTS: PreparedRead = {
  name: 'standing-rights',
  lane: 'tokens',
  text: `
    SELECT 'binding' AS kind, b.id::text AS id, b.subject, b.group_name AS "group", b.role, r.permissions,
      b.model_id AS "modelId", m.name AS model, b.model_prefix AS "modelPrefix"
    FROM role_bindings b LEFT JOIN roles r ON r.name = b.role ${modelOf('b')}
    WHERE (b.subject = ANY($1::text[]) OR b.group_name = ANY($2::text[])) AND m.deleted_at IS NULL
    UNION ALL
    SELECT 'role', NULL, NULL, NULL, r.name, r.permissions, NULL, NULL, NULL FROM roles r WHERE r.name = ANY($3::text[])
    UNION ALL
    SELECT 'model', NULL, NULL, NULL, NULL, NULL, m.id, m.name, NULL FROM models m
    WHERE m.id = ANY($4::uuid[]) AND m.deleted_at IS NULL
    UNION ALL
    SELECT 'revision', r.revision::text, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM rights_revisions r`,
};
