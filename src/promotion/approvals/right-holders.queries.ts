import { type Permission, rolesWith } from '../../platform/access/permission.js';
import { BREAK_GLASS_ROLE } from './approvals.js';

/**
 * SQL for a `HolderRow` of a decision `a` that concerns the model `m`, null for the registry; `permission` is what it takes to decide.
 *
 * Tokens count that stood when it was taken or were issued since, whether they ran out meanwhile or not; of those that a provider
 * vouched for the newest alone, since it says what the provider said last. Of people who show tokens of another issuer itself nothing
 * is stored: they lose a role with a binding that was taken back since.
 */
export function holderOf(permission: Permission): string {
  return `SELECT json_build_object(
      'isOut', h.tokens > 0 AND (h.standing = 0 OR NOT ${gives(permission)}),
      'lostRoles', (SELECT coalesce(json_agg(r.role), '[]') FROM unnest(a.roles) r (role) WHERE CASE WHEN h.tokens > 0
          THEN NOT (r.role = ANY(h.roles) OR (r.role = '${BREAK_GLASS_ROLE}' AND ${gives('transition:override')}))
          ELSE ${WAS_TAKEN_BACK} AND NOT r.role = ANY(h.roles) END),
      'lostGroups', (SELECT coalesce(json_agg(g.name), '[]') FROM unnest(a.groups) g (name) WHERE NOT g.name = ANY(h.groups)))
    FROM (
      SELECT k.tokens, k.standing, k.groups, k.roles || ARRAY(
        SELECT b.role FROM role_bindings b
        WHERE (b.subject = a.decided_by OR b.group_name = ANY(k.groups)) AND ${REACHES}) AS roles
      FROM (SELECT count(*) AS tokens, count(*) FILTER (WHERE n.counts) AS standing,
          coalesce((SELECT p.groups ${NEWEST_VOUCHED}), a.groups) AS groups,
          ARRAY(SELECT unnest(s.roles || s.approval_roles) FROM tokens s WHERE s.subject = a.decided_by AND s.expires_at > a.decided_at
            AND s.revoked_at IS NULL AND (s.origin IS NULL OR s.id = (SELECT p.id ${NEWEST_VOUCHED}))) AS roles
        FROM (SELECT t0.revoked_at IS NULL AS counts FROM tokens t0
          WHERE t0.subject = a.decided_by AND t0.expires_at > a.decided_at) n) k) h`;
}

const NEWEST_VOUCHED = `FROM tokens p WHERE p.subject = a.decided_by AND p.origin IS NOT NULL AND p.expires_at > a.decided_at
  ORDER BY p.issued_at DESC, p.id DESC LIMIT 1`;

/** Whether a binding holds for the model, or the registry. */
const REACHES = `((b.model_id IS NULL AND b.model_prefix IS NULL) OR b.model_id = m.id OR starts_with(m.name, b.model_prefix))`;

const WAS_TAKEN_BACK = `EXISTS (SELECT FROM audit_record e WHERE e.action = 'role_binding.deleted' AND e.at > a.decided_at
  AND e.details ->> 'role' = r.role AND (e.details ->> 'subject' = a.decided_by OR e.details ->> 'group' = ANY(a.groups)))`;

function gives(permission: Permission): string {
  const builtIn = rolesWith(permission).map((role) => `'${role}'`);
  return `(h.roles && ARRAY[${builtIn.join(', ')}]::text[]
    OR EXISTS (SELECT FROM roles c WHERE c.name = ANY(h.roles) AND '${permission}' = ANY(c.permissions)))`;
}
