import { type EntityManager } from 'typeorm';
import { columnsOf } from '../../platform/database/columns.js';
import { EXACT, RANGE } from '../../platform/lists/list-field.js';
import { type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { type Page } from '../../platform/lists/page.dto.js';
import { type ListTokensQuery } from './auth.dto.js';
import { Token } from './token.entity.js';

/** The tokens that were issued; ids grow with time, so the newest come first by id. */
export const TOKEN_LIST: ListSource = {
  name: 'tokens',
  select: columnsOf(Token, 't'),
  from: 'tokens t',
  fields: {
    id: { column: 't.id', type: 'uuid', sortable: true, operators: EXACT },
    subject: { column: 't.subject', type: 'text', operators: EXACT },
    issuedBy: { column: 't.issued_by', type: 'text', operators: EXACT },
    issuedAt: { column: 't.issued_at', type: 'timestamptz', sortable: true, operators: RANGE },
    expiresAt: { column: 't.expires_at', type: 'timestamptz', sortable: true, operators: RANGE },
  },
  defaultSort: '-id',
  tieBreaker: 'id',
};

export function listTokenRows(manager: EntityManager, query: ListTokensQuery): Promise<Page<Token>> {
  return readPage(manager, TOKEN_LIST, query, { 't.subject = ?': query.subject });
}

/** Whether a token that stands carries one of these roles. */
export async function hasStandingTokenOf(manager: EntityManager, roles: readonly string[]): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'SELECT FROM tokens WHERE roles && $1::text[] AND revoked_at IS NULL AND expires_at > now() LIMIT 1',
    [roles],
  );
  return rows.length > 0;
}

/** Revokes what a trust rule gave and that still stands; answers how many. */
export async function revokeTokensOfRule(manager: EntityManager, ruleId: string, by: string): Promise<number> {
  const [rows]: [unknown[], number] = await manager.query(
    `UPDATE tokens SET revoked_at = now(), revoked_by = $2
     WHERE trust_rule_id = $1 AND revoked_at IS NULL AND expires_at > now() RETURNING id`,
    [ruleId, by],
  );
  return rows.length;
}
