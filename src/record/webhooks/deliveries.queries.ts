import { type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { columnsOf } from '../../platform/database/columns.js';
import { EXACT } from '../../platform/lists/list-field.js';
import { type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { type ListQuery, type Page } from '../../platform/lists/page.dto.js';
import { type AuditEvent } from '../audit/audit-event.entity.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

/** A delivery with the time of its next attempt; null when none is due. */
export type ListedDelivery = WebhookDelivery & { nextAttemptAt: Date | null };

/** What a webhook was told of, and is to be. */
export const DELIVERY_LIST: ListSource = {
  name: 'webhook-deliveries',
  select: `${columnsOf(WebhookDelivery, 'd')}, CASE WHEN d.status = 'waiting' THEN
    (SELECT l.due_at FROM webhook_lanes l WHERE l.webhook_id = d.webhook_id AND l.chain = d.chain) END AS "nextAttemptAt"`,
  from: 'webhook_deliveries d',
  fields: {
    eventId: { column: 'd.sequence', type: 'bigint', sortable: true, operators: EXACT },
    status: { column: 'd.status', type: 'text', values: ['waiting', 'delivered', 'dead'], operators: EXACT },
  },
  defaultSort: '-eventId',
  tieBreaker: 'eventId',
};

export function listDeliveryRows(
  manager: EntityManager,
  webhookId: string,
  query: ListQuery & { status?: string },
): Promise<Page<ListedDelivery>> {
  return readPage(manager, DELIVERY_LIST, query, { 'd.webhook_id = ?': webhookId, 'd.status = ?': query.status });
}

export async function findDelivery(
  manager: EntityManager,
  webhookId: string,
  id: string,
): Promise<ListedDelivery | undefined> {
  const rows: ListedDelivery[] = await manager.query(
    `SELECT ${DELIVERY_LIST.select} FROM ${DELIVERY_LIST.from} WHERE d.webhook_id = $1 AND d.id = $2`,
    [webhookId, id],
  );
  return rows[0];
}

/** Adds deliveries of events that have none yet; with `again`, those that ended are to be sent once more. Answers how many there are. */
export async function addDeliveries(
  manager: EntityManager,
  webhookId: string,
  events: readonly AuditEvent[],
  { now, again }: { now: Date; again: boolean },
): Promise<number> {
  if (events.length === 0) return 0;
  const onConflict = again
    ? `(webhook_id, sequence) DO UPDATE SET status = 'waiting', attempts = 0, first_attempt_at = NULL WHERE d.status <> 'waiting'`
    : 'DO NOTHING';
  const rows: unknown[] = await manager.query(
    `INSERT INTO webhook_deliveries AS d (id, webhook_id, sequence, chain, action, status, attempts, created_at)
     SELECT id, $1, sequence, chain, action, 'waiting', 0, $6
     FROM unnest($2::uuid[], $3::bigint[], $4::text[], $5::text[]) AS added (id, sequence, chain, action)
     ON CONFLICT ${onConflict} RETURNING 1`,
    [
      webhookId,
      events.map(() => uuidv7()),
      events.map(({ sequence }) => sequence),
      events.map(({ chain }) => chain),
      events.map(({ action }) => action),
      now,
    ],
  );
  return rows.length;
}

/** Has a delivery that ended sent once more. */
export async function renewDelivery(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `UPDATE webhook_deliveries SET status = 'waiting', attempts = 0, first_attempt_at = NULL WHERE id = $1 AND status <> 'waiting'`,
    [id],
  );
}

/** Forgets deliveries that were made, or given up, by a time, the oldest first; answers how many. */
export async function removeEndedDeliveries(
  manager: EntityManager,
  status: 'delivered' | 'dead',
  before: Date,
  most: number,
): Promise<number> {
  const rows: unknown[] = await manager.query(
    `WITH gone AS (
       DELETE FROM webhook_deliveries WHERE id IN (
         SELECT id FROM webhook_deliveries WHERE status = $3 AND last_attempt_at <= $1
         ORDER BY last_attempt_at LIMIT $2)
       RETURNING 1)
     SELECT * FROM gone`,
    [before, most, status],
  );
  return rows.length;
}
