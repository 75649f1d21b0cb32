import { type EntityManager } from 'typeorm';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { EXACT, RANGE } from '../../platform/lists/list-field.js';
import { bindConditions, type Conditions, type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { scopeParameters } from '../../platform/lists/scope.js';
import { type ListQuery, type Page } from '../../platform/lists/page.dto.js';
import { type AuditFilter } from './audit.dto.js';
import { ACTIONS } from '../events/catalogue.js';
import { AuditEvent } from './audit-event.entity.js';
import { holderOf } from './feed.queries.js';
import { modelsWithin } from './reach.queries.js';

/** A renamed model keeps its id, and one that was given a name which another had before is another model. */
const OF_MODEL = `e.model_id = (${holderOf('?')})`;

/** What is asked of the record, and of which models it may tell; of the registry as a whole to those alone who may read all. */
export type ScopedFilter = AuditFilter & { scope?: ModelScope | null };

const IN_SCOPE = `e.model_id IN (${modelsWithin('?', '?')})`;

/** The record, event by event. */
export const AUDIT_LIST: ListSource = {
  name: 'audit-events',
  select: columnsOf(AuditEvent, 'e'),
  from: 'audit_events e',
  fields: {
    sequence: { column: 'e.sequence', type: 'bigint', sortable: true, operators: RANGE },
    at: { column: 'e.at', type: 'timestamptz', operators: RANGE },
    actor: { column: 'e.actor', type: 'text', operators: EXACT },
    action: { column: 'e.action', type: 'text', values: ACTIONS, operators: EXACT },
    version: { column: 'e.version', type: 'integer', operators: EXACT },
    requestId: { column: 'e.request_id', type: 'text', operators: EXACT },
  },
  defaultSort: '-sequence',
  tieBreaker: 'sequence',
};

/** A page of events; with `settled`, of those up to this sequence. */
export function listEventRows(
  manager: EntityManager,
  query: ListQuery & ScopedFilter,
  settled: number | null = null,
): Promise<Page<AuditEvent>> {
  const source = settled === null ? AUDIT_LIST : { ...AUDIT_LIST, where: `e.sequence <= ${settled}` };
  return readPage(manager, source, query, conditionsOf(query));
}

function conditionsOf(filter: ScopedFilter): Conditions {
  return {
    'e.actor = ?': filter.actor,
    'e.action = ?': filter.action,
    [OF_MODEL]: filter.model,
    'e.model_id = ?::uuid': filter.modelId,
    'e.version = ?': filter.version,
    'e.request_id = ?': filter.requestId,
    'e.at >= ?': filter.from,
    'e.at < ?': filter.to,
    ...(filter.scope && { [IN_SCOPE]: scopeParameters(filter.scope) }),
  };
}

/** Events after a sequence and up to another, oldest first. */
export function readEventsAfter(
  reader: SqlReader,
  filter: ScopedFilter,
  { after, to }: { after: number; to: number },
  limit: number,
): Promise<AuditEvent[]> {
  const asked = { ...conditionsOf(filter), 'e.sequence > ?': after, 'e.sequence <= ?': to };
  const { texts, values } = bindConditions(asked);
  return reader.query(
    `SELECT ${AUDIT_LIST.select} FROM ${AUDIT_LIST.from} WHERE ${texts.join(' AND ')} ORDER BY e.sequence LIMIT ${limit}`,
    values,
  );
}
