import { type EntityClass, jsonOf, tableOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { canonicalDigest } from '../../values/digest.js';
import { REGISTRY_CHAIN } from './audit-chain.js';
import { type AuditEvent } from './audit-event.entity.js';
import { type Action } from '../events/catalogue.js';
import { type ObjectKind } from './difference.js';

/** As much of an event as names its row. */
export type NamingEvent = Pick<AuditEvent, 'modelId' | 'version' | 'details'>;

/** How an event names the row it tells of; the key is text, and in SQL `k.key`, the row is `o`, an event `e`. */
export interface RowKey {
  of(event: NamingEvent): string | null;
  /** Whether `o` is the row. */
  row: string;
  /** Whether `e` names it; an index finds these. */
  event: string;
  /** The key of `o`. */
  text: string;
}

/**
 * A table whose rows events tell of. Each such event carries a digest over its row as it is stored then, so the newest one of a
 * row tells the whole of it.
 */
export interface ToldRows {
  kind: ObjectKind;
  entity: EntityClass<object>;
  key: RowKey;
  /** The actions after which the row is as they tell. */
  states: readonly Action[];
  /** The actions after which the row is gone. */
  ends?: readonly Action[];
  /** Whether a row is removed in time without an event. */
  isKeptForAWhile?: boolean;
  /** Properties that change without an event. */
  unmarked?: readonly string[];
  /** Fields that details tell under the names of the row's properties. */
  told?: readonly string[];
  /** Rows of other tables that are digested with it, by the name they have there. */
  parts?: Readonly<Record<string, RowPart>>;
}

/** Rows `p` that belong to a row `o`. */
export interface RowPart {
  entity: EntityClass<object>;
  where: string;
  /** The column that orders them. */
  order: string;
}

/** A row as JSON, by the names of its properties. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** In SQL, what an event `e` speaks of where it names it by a detail of its own; an index of `audit_events` holds it. */
const GOVERNED_OF_EVENT = `coalesce(e.details ->> 'freezeId', e.details ->> 'holdId', e.details ->> 'signatureId', e.details ->> 'role')`;

/** In SQL, what an event `e` speaks of; an index of `audit_events` holds it. */
export const OBJECT_OF_EVENT = `coalesce(e.details ->> 'transitionId', e.details ->> 'evaluationId', e.details ->> 'id')`;

function byColumn(detail: string, column: string, event: string): RowKey {
  return {
    of: ({ details }) => (typeof details[detail] === 'string' ? details[detail] : null),
    row: column === 'name' ? `o.name = k.key` : `o.${column} = k.key::uuid`,
    event: `${event} = k.key`,
    text: `o.${column}::text`,
  };
}

/** Rows whose id events name as `id`. */
export const BY_ID = byColumn('id', 'id', OBJECT_OF_EVENT);
/** Rows of a transition, one each. */
export const BY_TRANSITION = byColumn('transitionId', 'transition_id', OBJECT_OF_EVENT);
/** Rows whose name events give as `role`. */
export const BY_ROLE = byColumn('role', 'name', GOVERNED_OF_EVENT);
/** Rows of a model, one each. */
export const BY_MODEL: RowKey = {
  of: ({ modelId }) => modelId,
  row: 'o.model_id = k.key::uuid',
  event: 'e.model_id = k.key::uuid',
  text: 'o.model_id::text',
};

/** The models themselves. */
export const BY_MODEL_ID: RowKey = { ...BY_MODEL, row: 'o.id = k.key::uuid', text: 'o.id::text' };

const MODEL_OF_KEY = `split_part(k.key, '/', 1)`;
const NUMBER_OF_KEY = `split_part(k.key, '/', 2)::integer`;

/** The versions of models. */
export const BY_VERSION: RowKey = {
  of: ({ modelId, version }) => (modelId === null || version === null ? null : `${modelId}/${version}`),
  row: `o.model_id = ${MODEL_OF_KEY}::uuid AND o.version = ${NUMBER_OF_KEY}`,
  event: `e.model_id = ${MODEL_OF_KEY}::uuid AND e.version = ${NUMBER_OF_KEY}`,
  text: `o.model_id || '/' || o.version`,
};
/** Revisions of the policy of a model, or of the registry. */
export const BY_REVISION: RowKey = {
  of: ({ modelId, details }) => `${modelId ?? REGISTRY_CHAIN}/${String(details['revision'])}`,
  row: `o.scope = ${MODEL_OF_KEY} AND o.revision = ${NUMBER_OF_KEY}`,
  event: `e.chain = ${MODEL_OF_KEY} AND e.details ->> 'revision' = split_part(k.key, '/', 2)`,
  text: `o.scope || '/' || o.revision`,
};

/** Rows whose id events give by a detail of their own. */
export function byOwnDetail(detail: 'freezeId' | 'holdId' | 'signatureId'): RowKey {
  return byColumn(detail, 'id', GOVERNED_OF_EVENT);
}

/** SQL for the row `o` and what belongs to it. */
export function storedRow({ entity, unmarked = [], parts = {} }: ToldRows): string {
  const extra = Object.entries(parts).map(
    ([name, { entity: part, where, order }]) =>
      `'${name}', (SELECT json_agg(${jsonOf(part, 'p')} ORDER BY p.${order}) FROM ${tableOf(part)} p WHERE ${where})`,
  );
  return jsonOf(entity, 'o', { without: unmarked, extra });
}

/** The digest over a row as it is stored now. */
export async function digestStoredRow(reader: SqlReader, rows: ToldRows, key: string): Promise<string> {
  const [found]: { row: StoredRow }[] = await reader.query(
    `SELECT ${storedRow(rows)} AS row FROM (SELECT $1::text AS key) k JOIN ${tableOf(rows.entity)} o ON ${rows.key.row}`,
    [key],
  );
  if (!found) throw new Error(`The ${rows.kind} ${key} is told of, and is not stored.`);
  return digestRow(found.row);
}

/** Over what is not null, so that a column that is added later changes nothing for the rows that lack it. */
export function digestRow(row: StoredRow): string {
  return canonicalDigest(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
}

/** The newest event of a row, and the row as it is in the same moment; null when it is not there. */
export interface NewestOfRow {
  key: string;
  sequence: number;
  row: StoredRow | null;
}

/** Aggregated, since an order with a limit tempts the planner to walk over the record backwards. */
export function readNewestOfRows(reader: SqlReader, rows: ToldRows, keys: readonly string[]): Promise<NewestOfRow[]> {
  return reader.query(
    `SELECT k.key, newest.sequence, CASE WHEN o.tableoid IS NOT NULL THEN ${storedRow(rows)} END AS row
     FROM (SELECT DISTINCT unnest($1::text[]) AS key) k
     CROSS JOIN LATERAL (SELECT (array_agg(e.sequence ORDER BY e.sequence DESC))[1]::float8 AS sequence
       FROM audit_record e WHERE ${rows.key.event} AND e.action = ANY($2)) newest
     LEFT JOIN ${tableOf(rows.entity)} o ON ${rows.key.row}`,
    [keys, [...rows.states, ...(rows.ends ?? [])]],
  );
}

/** Rows that no event tells of, with the number of all of them in each. */
export function listUntoldRows(
  reader: SqlReader,
  { entity, key, states }: ToldRows,
  limit: number,
): Promise<{ id: string; chain: string; model: string | null; total: number }[]> {
  const chain = `coalesce(to_jsonb(o) ->> 'model_id', 'registry')`;
  return reader.query(
    `SELECT ${key.text} AS id, ${chain} AS chain, count(*) OVER ()::int AS total,
       (SELECT e.model FROM audit_record e WHERE e.chain = ${chain} ORDER BY e.position DESC LIMIT 1) AS model
     FROM ${tableOf(entity)} o
     WHERE NOT EXISTS (SELECT FROM (SELECT ${key.text} AS key) k JOIN audit_record e ON ${key.event} WHERE e.action = ANY($1))
     LIMIT ${limit}`,
    [states],
  );
}
