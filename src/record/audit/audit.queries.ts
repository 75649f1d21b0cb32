import { type EntityManager } from 'typeorm';
import { columnsOf } from '../../platform/database/columns.js';
import { EXACT, RANGE } from '../../platform/lists/list-query.js';
import { bindConditions, type Conditions, type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { type ListQuery, type Page } from '../../platform/lists/page.dto.js';
import { type AuditFilter } from './audit.dto.js';
import { AuditEvent } from './audit-event.entity.js';
import { type ChainHead } from './audit-chain.js';

/** A renamed model keeps its id: whoever asks for one of its names gets the events under all of them. */
const OF_MODEL = `(e.model = ? OR e.model_id = ANY (ARRAY (
  SELECT DISTINCT named.model_id FROM audit_events named WHERE named.model = ? AND named.model_id IS NOT NULL)))`;

/** The record, event by event. */
export const AUDIT_LIST: ListSource = {
  name: 'audit-events',
  select: columnsOf(AuditEvent, 'e'),
  from: 'audit_events e',
  fields: {
    sequence: { column: 'e.sequence', type: 'bigint', sortable: true, operators: RANGE },
    at: { column: 'e.at', type: 'timestamptz', operators: RANGE },
    actor: { column: 'e.actor', type: 'text', operators: EXACT },
    action: { column: 'e.action', type: 'text', operators: EXACT },
    version: { column: 'e.version', type: 'integer', operators: EXACT },
    requestId: { column: 'e.request_id', type: 'text', operators: EXACT },
  },
  defaultSort: '-sequence',
  tieBreaker: 'sequence',
};

export function listEventRows(manager: EntityManager, query: ListQuery & AuditFilter): Promise<Page<AuditEvent>> {
  return readPage(manager, AUDIT_LIST, query, conditionsOf(query));
}

function conditionsOf(filter: AuditFilter): Conditions {
  return {
    'e.actor = ?': filter.actor,
    'e.action = ?': filter.action,
    [OF_MODEL]: filter.model,
    'e.version = ?': filter.version,
    'e.request_id = ?': filter.requestId,
    'e.at >= ?': filter.from,
    'e.at < ?': filter.to,
  };
}

/** Events after a sequence, oldest first. */
export function readEventsAfter(
  manager: EntityManager,
  filter: AuditFilter,
  sequence: number,
  limit: number,
): Promise<AuditEvent[]> {
  const { texts, values } = bindConditions({ ...conditionsOf(filter), 'e.sequence > ?': sequence });
  return manager.query(
    `SELECT ${AUDIT_LIST.select} FROM ${AUDIT_LIST.from} WHERE ${texts.join(' AND ')} ORDER BY e.sequence LIMIT ${limit}`,
    values,
  );
}

/** Events chain by chain, each from its beginning. */
export function readChainsAfter(manager: EntityManager, last: ChainHead, limit: number): Promise<AuditEvent[]> {
  return manager
    .createQueryBuilder(AuditEvent, 'event')
    .where('(event.chain, event.position) > (:chain, :position)', { chain: last.chain, position: last.position })
    .orderBy('event.chain', 'ASC')
    .addOrderBy('event.position', 'ASC')
    .take(limit)
    .getMany();
}

/** A chain whose head and newest event disagree; one of them is missing or changed. */
export interface AstrayChain {
  chain: string;
  /** The model's name in the newest event. */
  model: string | null;
  head: ChainHead | null;
  last: ChainHead | null;
}

interface AstrayRow extends Pick<AstrayChain, 'chain' | 'model'> {
  head: StoredHead | null;
  last: StoredHead | null;
}

/** Every chain whose head and newest event disagree. */
export async function findAstrayChains(manager: EntityManager): Promise<AstrayChain[]> {
  const rows: AstrayRow[] = await manager.query(ASTRAY);
  return rows.map(({ chain, model, head, last }) => ({
    chain,
    model,
    head: toHead(chain, head),
    last: toHead(chain, last),
  }));
}

type StoredHead = [position: string, sequence: string, hash: string];

function toHead(chain: string, stored: StoredHead | null): ChainHead | null {
  if (stored === null) return null;
  const [position, sequence, hash] = stored;
  return { chain, position: Number(position), sequence: Number(sequence), hash };
}

const ASTRAY = `
  SELECT coalesce(head.chain, last.chain) AS chain, last.model,
         CASE WHEN head.chain IS NOT NULL THEN ARRAY[head.position::text, head.sequence::text, head.hash] END AS head,
         CASE WHEN last.chain IS NOT NULL THEN ARRAY[last.position::text, last.sequence::text, last.hash] END AS last
  FROM audit_chains head
  FULL JOIN (
    SELECT DISTINCT ON (chain) chain, position, sequence, hash, model FROM audit_events ORDER BY chain, position DESC
  ) last ON last.chain = head.chain
  WHERE (head.position, head.sequence, head.hash) IS DISTINCT FROM (last.position, last.sequence, last.hash)`;
