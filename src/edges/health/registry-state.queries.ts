import { type SqlReader } from '../../platform/database/side-connection.js';

/** Jobs of a kind in a state; such as have ended well are not counted, since their number says nothing. */
export interface JobCount {
  kind: string;
  state: 'queued' | 'running' | 'failed';
  count: number;
}

/** What the database knows of the registry at work, whichever replica is asked. Times are seconds. */
export interface RegistryState {
  approvalsWaiting: number;
  oldestApprovalSeconds: number;
  jobs: JobCount[];
  outboxEvents: number;
  outboxSeconds: number;
  deliveriesWaiting: number;
  deliveriesDead: number;
  webhooksDisabled: number;
  kafkaEvents: number;
  kafkaSeconds: number;
  chains: number;
  newestSequence: number;
  recentOverrides: number;
  overdueReviews: number;
}

const AGE = (time: string): string => `coalesce(extract(epoch FROM $1::timestamptz - min(${time})), 0)::float8`;

/** One statement, of which every part is served by an index or bounded by the number of models, webhooks and open work. */
const STATE = `SELECT
  a.waiting AS "approvalsWaiting", greatest(a.age, 0) AS "oldestApprovalSeconds",
  (SELECT coalesce(json_agg(j), '[]') FROM (
     SELECT q.kind, q.status AS state, count(*)::int AS count FROM jobs q
     WHERE q.status IN ('queued', 'running', 'failed') GROUP BY 1, 2
     UNION ALL
     SELECT p.kind, p.status, count(*)::int FROM prediction_jobs p
     WHERE p.status IN ('queued', 'running', 'failed') GROUP BY 1, 2) j) AS jobs,
  greatest(n.settled - (SELECT min(w.position) FROM webhooks w WHERE w.disabled_at IS NULL), 0)::float8
    AS "outboxEvents",
  greatest(d.age, 0) AS "outboxSeconds", d.waiting AS "deliveriesWaiting",
  (SELECT count(*)::int FROM webhooks w JOIN webhook_deliveries e ON e.webhook_id = w.id AND e.status = 'dead') AS "deliveriesDead",
  (SELECT count(*)::int FROM webhooks w WHERE w.disabled_at IS NOT NULL) AS "webhooksDisabled",
  greatest(n.settled - k.position, 0)::float8 AS "kafkaEvents",
  greatest(extract(epoch FROM $1::timestamptz - (SELECT e.at FROM audit_events e
    WHERE e.sequence > k.position AND e.sequence <= n.settled ORDER BY e.sequence LIMIT 1)), 0)::float8 AS "kafkaSeconds",
  c.chains, c.newest AS "newestSequence",
  (SELECT count(*)::int FROM reviews r WHERE r.opened_at > $1::timestamptz - interval '30 days') AS "recentOverrides",
  (SELECT count(*)::int FROM reviews r WHERE r.closed_at IS NULL AND r.due_at <= $1) AS "overdueReviews"
FROM
  (SELECT audit_settled_sequence() AS settled) n,
  (SELECT count(*)::int AS waiting, ${AGE('t.requested_at')} AS age FROM transitions t
   WHERE t.status = 'awaiting_approval') a,
  (SELECT count(*)::int AS waiting, ${AGE('w.created_at')} AS age FROM webhook_deliveries w
   JOIN webhooks h ON h.id = w.webhook_id AND h.disabled_at IS NULL WHERE w.status = 'waiting') d,
  (SELECT min(s.position) AS position FROM stream_positions s) k,
  (SELECT count(*)::int AS chains, coalesce(max(h.sequence), 0)::float8 AS newest FROM audit_chains h) c`;

export async function readRegistryState(reader: SqlReader, now: Date): Promise<RegistryState> {
  const [state]: [RegistryState] = await reader.query(STATE, [now]);
  return state;
}
