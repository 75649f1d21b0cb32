import { type EntityManager } from 'typeorm';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { columnsOf } from '../../platform/database/columns.js';
import { EXACT } from '../../platform/lists/list-field.js';
import { type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { inScope } from '../../platform/lists/scope.js';
import { type Page } from '../../platform/lists/page.dto.js';
import { modelOf } from '../role-bindings/role-bindings.queries.js';
import { type ListTrustRulesQuery } from './trust-rules.dto.js';
import { TrustRule, type TrustRuleRow } from './trust-rule.entity.js';

/** The rules that hold; ids grow with time, so the newest come first by id. One of a deleted model ended with it. */
export const TRUST_RULE_LIST: ListSource = {
  name: 'trust-rules',
  select: `${columnsOf(TrustRule, 'r')}, m.name AS model`,
  from: `trust_rules r ${modelOf('r')}`,
  where: 'm.deleted_at IS NULL',
  fields: {
    id: { column: 'r.id', type: 'uuid', sortable: true, operators: EXACT },
    issuer: { column: 'r.issuer', type: 'text', operators: EXACT },
  },
  defaultSort: '-id',
  tieBreaker: 'id',
};

/** A page of those whose models are within a scope; of the whole registry's only without one. */
export function listTrustRuleRows(
  manager: EntityManager,
  query: ListTrustRulesQuery,
  scope: ModelScope | null,
): Promise<Page<TrustRuleRow>> {
  return readPage(manager, TRUST_RULE_LIST, query, {
    'r.issuer = ?': query.issuer,
    ...inScope(scope, 'r.model_id', 'coalesce(m.name, r.model_prefix)'),
  });
}

export async function findTrustRuleRow(manager: EntityManager, id: string): Promise<TrustRuleRow | undefined> {
  const { select, from, where } = TRUST_RULE_LIST;
  const rows: TrustRuleRow[] = await manager.query(`SELECT ${select} FROM ${from} WHERE r.id = $1 AND ${where}`, [id]);
  return rows[0];
}

/** The rules of an issuer, the oldest first. */
export function findRulesOfIssuer(manager: EntityManager, issuer: string): Promise<TrustRuleRow[]> {
  const { select, from, where } = TRUST_RULE_LIST;
  return manager.query(`SELECT ${select} FROM ${from} WHERE r.issuer = $1 AND ${where} ORDER BY r.id`, [issuer]);
}

/** Whether a rule is still there, which it then is until the transaction ends. */
export async function holdTrustRule(manager: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM trust_rules WHERE id = $1 FOR SHARE', [id]);
  return rows.length > 0;
}
