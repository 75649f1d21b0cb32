import { type EntityManager } from 'typeorm';
import { newSight } from '../../judging/policy/recurrence.js';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { columnsOf } from '../../platform/database/columns.js';
import { EXACT, RANGE } from '../../platform/lists/list-field.js';
import { type Conditions, type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { inScope } from '../../platform/lists/scope.js';
import { type ListQuery, type Page } from '../../platform/lists/page.dto.js';
import { occurrenceAt } from './freeze-occurrences.js';
import { Freeze } from './freeze.entity.js';

/** A freeze with those of its models that there are, by the names they have now. */
export type FreezeRow = Freeze & { models: { id: string; name: string }[] | null };

const FREEZE_ROW = `${columnsOf(Freeze, 'f')},
  (SELECT json_agg(json_build_object('id', m.id, 'name', m.name) ORDER BY m.name) FROM models m WHERE m.id = ANY(f.model_ids) AND m.deleted_at IS NULL) AS models`;

/** Some model, or all of them: what a freeze holds back that concerns it. */
const CONCERNS = `($1::uuid IS NULL OR f.model_ids IS NULL OR $1 = ANY(f.model_ids))`;

/** The freezes that were not ended; ids grow with time, so the newest come first by id. */
export const FREEZE_LIST: ListSource = {
  name: 'freezes',
  select: FREEZE_ROW,
  from: 'freezes f',
  where: 'f.ended_at IS NULL',
  fields: {
    id: { column: 'f.id', type: 'uuid', sortable: true, operators: EXACT },
    name: { column: 'f.name', type: 'text', operators: EXACT },
    createdBy: { column: 'f.created_by', type: 'text', operators: EXACT },
    createdAt: { column: 'f.created_at', type: 'timestamptz', operators: RANGE },
  },
  defaultSort: '-id',
  tieBreaker: 'id',
};

/** A page of those that concern a model, if one is given, and any model of a scope. */
export function listFreezeRows(
  manager: EntityManager,
  modelId: string | undefined,
  query: ListQuery,
  scope: ModelScope | null,
): Promise<Page<FreezeRow>> {
  return readPage(manager, FREEZE_LIST, query, {
    '(f.model_ids IS NULL OR ?::uuid = ANY(f.model_ids))': modelId,
    ...concernsScope(scope),
  });
}

function concernsScope(scope: ModelScope | null): Conditions {
  const conditions = Object.entries(inScope(scope, 'm.id', 'm.name')).map(([within, parameters]) => [
    `(f.model_ids IS NULL OR EXISTS (SELECT FROM models m WHERE m.id = ANY(f.model_ids) AND m.deleted_at IS NULL AND ${within}))`,
    parameters,
  ]);
  return Object.fromEntries(conditions) as Conditions;
}

export async function findFreeze(manager: EntityManager, id: string): Promise<FreezeRow | undefined> {
  const [row]: FreezeRow[] = await manager.query(`SELECT ${FREEZE_ROW} FROM freezes f WHERE f.id = $1`, [id]);
  return row;
}

/** A freeze as it holds at a time, without the names of its models. */
export type HoldingFreeze = Freeze & { since: Date; until: Date | null };

/** The freezes that hold at a time, for a model or with null for any, the longest last. */
export async function findHoldingFreezes(
  manager: EntityManager,
  modelId: string | null,
  at: Date,
): Promise<HoldingFreeze[]> {
  const rows = await findWithin<Freeze>(manager, columnsOf(Freeze, 'f'), modelId, { from: at, to: at });
  const sight = newSight();
  return rows
    .flatMap((row) => {
      const span = occurrenceAt(row, at, sight);
      return span ? [{ ...row, since: span.start, until: span.end }] : [];
    })
    .sort((a, b) => (a.until?.getTime() ?? Infinity) - (b.until?.getTime() ?? Infinity));
}

/** The same with their models. */
export async function findFreezesAt(
  manager: EntityManager,
  modelId: string | null,
  at: Date,
): Promise<(FreezeRow & HoldingFreeze)[]> {
  const holding = await findHoldingFreezes(manager, modelId, at);
  const ids = holding.map(({ id }) => id);
  const rows: FreezeRow[] = await manager.query(`SELECT ${FREEZE_ROW} FROM freezes f WHERE f.id = ANY($1)`, [ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return holding.map((row) => ({ ...row, models: byId.get(row.id)?.models ?? null }));
}

/** The freezes that may hold within a range of time, those that were ended meanwhile too; where one recurs, its cron says more. */
export function findFreezesWithin(
  manager: EntityManager,
  modelId: string | null,
  range: { from: Date; to: Date },
): Promise<FreezeRow[]> {
  return findWithin(manager, FREEZE_ROW, modelId, range);
}

function findWithin<Row extends Freeze>(
  manager: EntityManager,
  columns: string,
  modelId: string | null,
  { from, to }: { from: Date; to: Date },
): Promise<Row[]> {
  return manager.query(
    `SELECT ${columns} FROM freezes f
     WHERE ${CONCERNS} AND (f.ended_at IS NULL OR f.ended_at > $2)
       AND (f.cron IS NOT NULL OR (f.end_at > $2 AND f.start_at <= $3))
     ORDER BY f.id`,
    [modelId, from, to],
  );
}

/** How many freezes stand: those that hold or will hold again, unless somebody ends them. */
export interface StandingFreezes {
  /** Of the whole registry. */
  ofAll: number;
  /** Of models. */
  ofModels: number;
  /** Of the one of some models that has the most. */
  ofOneModel: number;
}

/** How many freezes stand at a time, in all and of these models. */
export async function countStanding(
  manager: EntityManager,
  modelIds: readonly string[],
  at: Date,
): Promise<StandingFreezes> {
  const [row]: StandingFreezes[] = await manager.query(
    `WITH standing AS MATERIALIZED (
       SELECT f.model_ids FROM freezes f WHERE f.ended_at IS NULL AND (f.cron IS NOT NULL OR f.end_at > $2))
     SELECT count(*) FILTER (WHERE s.model_ids IS NULL)::int AS "ofAll",
       count(*) FILTER (WHERE s.model_ids IS NOT NULL)::int AS "ofModels",
       coalesce((SELECT max(o.freezes) FROM (SELECT count(*)::int AS freezes
         FROM standing n CROSS JOIN unnest(n.model_ids) m (id) WHERE m.id = ANY($1::uuid[]) GROUP BY m.id) o), 0) AS "ofOneModel"
     FROM standing s`,
    [modelIds, at],
  );
  return row!;
}
