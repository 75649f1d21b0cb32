import { type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type AuditFilter } from './audit.dto.js';
import { AuditEvent } from './audit-event.entity.js';
import { type ChainHead } from './audit-chain.js';

/** Events that a filter lets through, in no order yet. */
export function selectEvents(manager: EntityManager, filter: AuditFilter): SelectQueryBuilder<AuditEvent> {
  const { actor, action, model, version, requestId, from, to } = filter;
  const select = manager.createQueryBuilder(AuditEvent, 'event');
  if (actor !== undefined) select.andWhere('event.actor = :actor', { actor });
  if (action !== undefined) select.andWhere('event.action = :action', { action });
  if (model !== undefined) select.andWhere(OF_MODEL, { model });
  if (version !== undefined) select.andWhere('event.version = :version', { version });
  if (requestId !== undefined) select.andWhere('event.requestId = :requestId', { requestId });
  if (from !== undefined) select.andWhere('event.at >= :from', { from });
  if (to !== undefined) select.andWhere('event.at < :to', { to });
  return select;
}

/** A renamed model keeps its id: whoever asks for one of its names gets the events under all of them. */
const OF_MODEL = `(event.model = :model OR event.modelId IN (
  SELECT named.model_id FROM audit_events named WHERE named.model = :model AND named.model_id IS NOT NULL))`;

/** Events after a sequence, oldest first. */
export function readEventsAfter(
  manager: EntityManager,
  filter: AuditFilter,
  sequence: number,
  limit: number,
): Promise<AuditEvent[]> {
  return selectEvents(manager, filter)
    .andWhere('event.sequence > :sequence', { sequence })
    .orderBy('event.sequence', 'ASC')
    .take(limit)
    .getMany();
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
