import { type EntityManager } from 'typeorm';
import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { EXACT, RANGE } from '../../platform/lists/list-field.js';
import { type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { type ListQuery, type Page } from '../../platform/lists/page.dto.js';
import { Webhook } from './webhook.entity.js';

const COLUMNS = columnsOf(Webhook, 'w');

/** Webhooks; ids grow with time, so the newest come first by id. */
export const WEBHOOK_LIST: ListSource = {
  name: 'webhooks',
  select: COLUMNS,
  from: 'webhooks w',
  fields: {
    id: { column: 'w.id', type: 'uuid', sortable: true, operators: EXACT },
    model: { column: 'w.model', type: 'text', operators: EXACT },
    createdBy: { column: 'w.created_by', type: 'text', operators: EXACT },
    createdAt: { column: 'w.created_at', type: 'timestamptz', operators: RANGE },
  },
  defaultSort: '-id',
  tieBreaker: 'id',
};

/** A page of webhooks; of those that one person made, where a name is given. */
export function listWebhookRows(manager: EntityManager, query: ListQuery, madeBy?: string): Promise<Page<Webhook>> {
  return readPage(manager, WEBHOOK_LIST, query, { 'w.created_by = ?': madeBy });
}

/** A webhook, locked where it is to be changed. */
export async function findWebhook(
  manager: EntityManager,
  id: string,
  { isLocked = false } = {},
): Promise<Webhook | undefined> {
  const rows: Webhook[] = await manager.query(
    `SELECT ${COLUMNS} FROM webhooks w WHERE w.id = $1${isLocked ? ' FOR UPDATE' : ''}`,
    [id],
  );
  return rows[0];
}

/** Where the webhook stands that was told least; null when nobody is to be told of anything. */
export async function readLowestPosition(reader: SqlReader): Promise<number | null> {
  const [row]: [{ position: number | null }] = await reader.query(
    'SELECT min(w.position)::float8 AS position FROM webhooks w WHERE w.disabled_at IS NULL',
  );
  return row.position;
}

/** Webhooks that have not been told what settled, locked, the one that is furthest behind first; those that another process tells just now are left out. */
export function lockUntold(manager: EntityManager, settled: number): Promise<Webhook[]> {
  return manager.query(
    `SELECT ${COLUMNS} FROM webhooks w WHERE w.disabled_at IS NULL AND w.position < $1
     ORDER BY w.position, w.id FOR UPDATE SKIP LOCKED`,
    [settled],
  );
}

export async function movePositions(manager: EntityManager, ids: readonly string[], position: number): Promise<void> {
  await manager.query('UPDATE webhooks SET position = greatest(position, $2) WHERE id = ANY($1::uuid[])', [
    ids,
    position,
  ]);
}

/** The last event that every webhook, a disabled one too, has been told of; null when there are no webhooks. */
export async function readWebhooksReach(reader: SqlReader): Promise<number | null> {
  const [row]: [{ reach: number | null }] = await reader.query(
    `SELECT least((SELECT min(w.position) FROM webhooks w),
       (SELECT min(d.sequence) - 1 FROM webhook_deliveries d WHERE d.status = 'waiting'))::float8 AS reach`,
  );
  return row.reach;
}
