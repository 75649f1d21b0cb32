import { type EntityManager } from 'typeorm';
import { columnsOf } from '../../platform/database/columns.js';
import { type AttemptOutcome } from './sender.service.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

/** A lane in the hands of one worker; another one writes nothing about it. */
export interface Lane {
  webhookId: string;
  chain: string;
  owner: string;
}

/** How long a lane stays a worker's own after the last sign of life, longer than an attempt may take. */
const LEASE = `clock_timestamp() + interval '30 seconds'`;
const HELD = 'l.webhook_id = $1 AND l.chain = $2 AND l.lease_owner = $3';

/** Takes the lane that is due longest and nobody's, of a webhook that is not among `busy`; no two workers take the same. */
export async function claimLane(
  manager: EntityManager,
  owner: string,
  now: Date,
  busy: readonly string[],
): Promise<Lane | undefined> {
  const rows: Lane[] = await manager.query(
    `WITH picked AS (
       SELECT l.webhook_id, l.chain FROM webhook_lanes l JOIN webhooks w ON w.id = l.webhook_id
       WHERE w.disabled_at IS NULL AND l.due_at <= $2 AND NOT l.webhook_id = ANY($3::uuid[])
         AND (l.lease_expires_at IS NULL OR l.lease_expires_at < clock_timestamp())
       ORDER BY l.due_at LIMIT 1 FOR UPDATE OF l SKIP LOCKED),
     taken AS (
       UPDATE webhook_lanes l SET lease_owner = $1, lease_expires_at = ${LEASE}
       FROM picked WHERE l.webhook_id = picked.webhook_id AND l.chain = picked.chain
       RETURNING l.webhook_id AS "webhookId", l.chain, l.lease_owner AS owner)
     SELECT * FROM taken`,
    [owner, now, busy],
  );
  return rows[0];
}

/** The next deliveries of a lane, in the order of their events. */
export function readWaiting(
  manager: EntityManager,
  { webhookId, chain }: Lane,
  limit: number,
): Promise<WebhookDelivery[]> {
  return manager.query(
    `SELECT ${columnsOf(WebhookDelivery, 'd')} FROM webhook_deliveries d
     WHERE d.webhook_id = $1 AND d.chain = $2 AND d.status = 'waiting' ORDER BY d.sequence LIMIT ${limit}`,
    [webhookId, chain],
  );
}

/** Says that a lane is still worked at; false when it was taken over. */
export async function holdLane(manager: EntityManager, lane: Lane): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `WITH held AS (UPDATE webhook_lanes l SET lease_expires_at = ${LEASE} WHERE ${HELD} RETURNING 1) SELECT * FROM held`,
    [lane.webhookId, lane.chain, lane.owner],
  );
  return rows.length > 0;
}

/** An attempt as it is written down. */
export interface MadeAttempt {
  id: string;
  status: WebhookDelivery['status'];
  at: Date;
  outcome: AttemptOutcome;
}

/** Writes what came of an attempt, and holds the lane for another while; false when the lane was taken over. */
export async function recordAttempt(manager: EntityManager, lane: Lane, attempt: MadeAttempt): Promise<boolean> {
  const { id, status, at, outcome } = attempt;
  const rows: unknown[] = await manager.query(
    `WITH held AS (UPDATE webhook_lanes l SET lease_expires_at = ${LEASE} WHERE ${HELD} RETURNING 1),
     made AS (
       UPDATE webhook_deliveries SET status = $5, attempts = attempts + 1, first_attempt_at = coalesce(first_attempt_at, $6),
         last_attempt_at = $6, response_status = $7, error = $8
       WHERE id = $4 AND EXISTS (SELECT FROM held) RETURNING 1)
     SELECT * FROM held`,
    [lane.webhookId, lane.chain, lane.owner, id, status, at, outcome.responseStatus, outcome.error],
  );
  return rows.length > 0;
}

/** Gives a lane back: until a time when its first delivery is to be tried again, or as long as something waits at once. */
export async function releaseLane(manager: EntityManager, lane: Lane, again: { at: Date }): Promise<void> {
  await manager.dataSource.transaction(async (own) => {
    const held: unknown[] = await own.query(`SELECT 1 FROM webhook_lanes l WHERE ${HELD} FOR UPDATE`, [
      lane.webhookId,
      lane.chain,
      lane.owner,
    ]);
    if (held.length === 0) return;
    // A statement of its own, so that it sees what was added before the lane was locked.
    await own.query(
      `UPDATE webhook_lanes l SET lease_owner = NULL, lease_expires_at = NULL,
         due_at = CASE WHEN EXISTS (SELECT FROM webhook_deliveries d
           WHERE d.webhook_id = l.webhook_id AND d.chain = l.chain AND d.status = 'waiting') THEN $4::timestamptz END
       WHERE ${HELD}`,
      [lane.webhookId, lane.chain, lane.owner, again.at],
    );
  });
}

/** Has all that waits tried at once: the receiver may take it now. */
export async function hurryLanes(manager: EntityManager, webhookId: string, now: Date): Promise<void> {
  await manager.query('UPDATE webhook_lanes SET due_at = $2 WHERE webhook_id = $1 AND due_at > $2', [webhookId, now]);
}

/** Makes lanes due now in which something was added; a lane that waits for its next attempt goes on waiting unless `atOnce`. */
export async function wakeLanes(
  manager: EntityManager,
  webhookId: string,
  chains: readonly string[],
  { now, atOnce }: { now: Date; atOnce: boolean },
): Promise<void> {
  const due = atOnce ? 'excluded.due_at' : 'coalesce(l.due_at, excluded.due_at)';
  await manager.query(
    `INSERT INTO webhook_lanes AS l (webhook_id, chain, due_at)
     SELECT $1, chain, $3 FROM unnest($2::text[]) chain ORDER BY chain
     ON CONFLICT (webhook_id, chain) DO UPDATE SET due_at = ${due}`,
    [webhookId, [...new Set(chains)], now],
  );
}
