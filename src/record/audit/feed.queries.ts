import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type EventFilter } from '../events/event-filter.js';
import { scopeParameters } from '../../platform/lists/scope.js';
import { AuditEvent } from './audit-event.entity.js';
import { modelsWithin } from './reach.queries.js';

const COLUMNS = columnsOf(AuditEvent, 'e');

/** The part of the record above `after` and up to `to`, which has to be settled. */
export interface Stretch {
  after: number;
  to: number;
}

/** The events of a stretch that a filter lets through, oldest first; `matches` and `keepVisible` say the same of single events. */
export function readFeed(
  reader: SqlReader,
  { actions, model, modelId, modelPrefix, scope }: EventFilter,
  { after, to }: Stretch,
  limit: number,
): Promise<AuditEvent[]> {
  return reader.query(
    `SELECT ${COLUMNS} FROM audit_events e
     WHERE e.sequence > $1 AND e.sequence <= $2
       AND ($3::text[] IS NULL OR e.action = ANY($3))
       AND ($4::text IS NULL OR e.model_id = $5::uuid OR e.model = $4
         OR (e.action = 'model.renamed' AND e.details ->> 'to' = $4))
       AND ($6::text IS NULL OR starts_with(e.model, $6)
         OR (e.action = 'model.renamed' AND starts_with(e.details ->> 'to', $6)))
       AND ($7::uuid[] IS NULL OR e.model_id IN (${modelsWithin('$7', '$8')}))
     ORDER BY e.sequence LIMIT ${limit}`,
    [after, to, actions, model, modelId, modelPrefix, ...scopeParameters(scope)],
  );
}

/** Events by their sequences, in that order. */
export function readEvents(reader: SqlReader, sequences: readonly number[]): Promise<AuditEvent[]> {
  return reader.query(
    `SELECT ${COLUMNS} FROM audit_events e WHERE e.sequence = ANY($1::bigint[]) ORDER BY e.sequence`,
    [sequences],
  );
}

/** The highest settled sequence as it is now, without waiting for transactions that are writing. */
export async function readSettled(reader: SqlReader): Promise<number> {
  const [row]: [{ settled: number }] = await reader.query('SELECT audit_settled_sequence()::float8 AS settled');
  return row.settled;
}

/** The sequences of the events that were written between two times, both included; null when there are none. */
export async function readSpanOfTimes(reader: SqlReader, from: Date, to: Date): Promise<Stretch | null> {
  const [row]: [{ first: number | null; last: number | null }] = await reader.query(
    `SELECT min(e.sequence)::float8 AS first, max(e.sequence)::float8 AS last FROM audit_events e WHERE e.at BETWEEN $1 AND $2`,
    [from, to],
  );
  return row.first === null || row.last === null ? null : { after: row.first - 1, to: row.last };
}

/** SQL for the id of the model that has a name now, or had it last; `name` is its parameter. */
export const holderOf = (name: string): string => `SELECT holder.model_id FROM (
    (SELECT n.model_id, n.sequence FROM audit_record n WHERE n.model = ${name} AND n.model_id IS NOT NULL
       ORDER BY n.sequence DESC LIMIT 1)
    UNION ALL
    (SELECT n.model_id, n.sequence FROM audit_record n WHERE n.action = 'model.renamed' AND n.details ->> 'to' = ${name}
       ORDER BY n.sequence DESC LIMIT 1)) holder ORDER BY holder.sequence DESC LIMIT 1`;

/** Id of the model that has a name now, or had it last; null when none had it yet. */
export async function findModelNamed(reader: SqlReader, name: string): Promise<string | null> {
  const rows: { id: string }[] = await reader.query(`SELECT (${holderOf('$1')}) AS id`, [name]);
  return rows[0]?.id ?? null;
}

/** Sequence of the newest event of a chain, in the transaction that wrote it. */
export async function newestSequenceOf(reader: SqlReader, chain: string): Promise<number> {
  const [row]: [{ sequence: number }] = await reader.query(
    'SELECT c.sequence::float8 AS sequence FROM audit_chains c WHERE c.chain = $1',
    [chain],
  );
  return row.sequence;
}
