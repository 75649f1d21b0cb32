import { type EntityManager, IsNull } from 'typeorm';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { columnsOf } from '../../platform/database/columns.js';
import { whileWaitingForLock } from '../../platform/database/command-data-source.js';
import { keepGround } from '../../platform/database/common-ground.js';
import { type PreparedReads } from '../../platform/database/prepared-reads.js';
import { type Conditions, type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { inScope } from '../../platform/lists/scope.js';
import { type Page } from '../../platform/lists/page.dto.js';
import { type FrozenNow } from './frozen-models.service.js';
import { type ModelConditionCode } from './model-conditions.js';
import { Model } from './model.entity.js';
import { type ListModelsQuery, type ModelRow } from './models.dto.js';
import { IMPORT_OF_MODEL } from './model-imports.queries.js';
import { modelNotFound } from '../../platform/http/models.problems.js';
import { MODEL_ACTIONS, type ModelEvent, modelAsItStood } from './past-model.js';

export interface LockedModel extends Pick<Model, 'id' | 'name' | 'description' | 'owner' | 'tags' | 'generation'> {
  /** The database's time, later than every change of this model before. */
  now: Date;
}

/**
 * Locks the live model of this name, or id, for the rest of the transaction; throws 404 when there is none.
 * The outer SELECT reads the clock after the lock is won, not before the wait for it.
 */
export async function lockModel(manager: EntityManager, key: string, by: 'name' | 'id' = 'name'): Promise<LockedModel> {
  const [row]: LockedModel[] = await whileWaitingForLock(manager, () =>
    manager.query(
      `WITH locked AS MATERIALIZED (SELECT * FROM models WHERE ${by} = $1 AND deleted_at IS NULL FOR NO KEY UPDATE)
     SELECT id, name, description, owner, tags, generation,
            greatest(date_trunc('milliseconds', clock_timestamp()), updated_at + interval '1 millisecond') AS now
     FROM locked`,
      [key],
    ),
  );
  if (!row) throw modelNotFound(key);
  return row;
}

/** Locks a model for a decision that rests on what is common to all, which stays as it is until the decision is committed. */
export async function lockToDecide(manager: EntityManager, key: string, by?: 'name' | 'id'): Promise<LockedModel> {
  // Sent together, and won in this order.
  const [model] = await Promise.all([lockModel(manager, key, by), keepGround(manager)]);
  return model;
}

/** The same of a model by its id, unlocked, for what only looks. */
export async function viewModel(manager: EntityManager, id: string): Promise<LockedModel> {
  const [row]: LockedModel[] = await manager.query(
    `SELECT id, name, description, owner, tags, generation, greatest(date_trunc('milliseconds', clock_timestamp()), updated_at) AS now
     FROM models WHERE id = $1 AND deleted_at IS NULL`,
    [id],
  );
  if (!row) throw modelNotFound(id);
  return row;
}

/** The stage that a request of a model, or of one of its versions, awaits approval for, if any. */
export async function findAwaitedStage(
  manager: EntityManager,
  modelId: string,
  version: number | null = null,
): Promise<string | undefined> {
  const rows: { toStage: string }[] = await manager.query(
    `SELECT to_stage AS "toStage" FROM transitions
     WHERE model_id = $1 AND ($2::integer IS NULL OR version = $2) AND status = 'awaiting_approval' LIMIT 1`,
    [modelId, version],
  );
  return rows[0]?.toStage;
}

/** The live model of this name, or 404. */
export async function findModel(manager: EntityManager, name: string): Promise<Model> {
  const model = await manager.findOneBy(Model, { name, deletedAt: IsNull() });
  if (!model) throw modelNotFound(name);
  return model;
}

/** How many models were changed at a time that is still to come, because the clock of the database was ahead then. */
export async function countModelsAhead(manager: EntityManager): Promise<number> {
  const [row]: { ahead: number }[] = await manager.query(
    `SELECT count(*)::int AS ahead FROM models WHERE updated_at > clock_timestamp() + interval '5 seconds'`,
  );
  return row!.ahead;
}

/** The database's time with milliseconds, for rows that no lock orders. */
export async function databaseTime(manager: EntityManager): Promise<Date> {
  const [row]: { now: Date }[] = await manager.query(`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`);
  return row!.now;
}

const HAS_DEFAULT_POLICY = `EXISTS (SELECT FROM gate_policy_revisions p WHERE p.scope = 'registry')`;

const SHOWN = ['name', 'description', 'owner', 'tags', 'createdAt', 'createdBy', 'updatedAt'] as const;

/** Each look-up beside the row is one index probe, so the cost does not grow with the number of versions. */
const MODEL_ROW = `
  m.id AS "modelId", ${columnsOf(Model, 'm', SHOWN)},
  (SELECT v.version FROM model_versions v WHERE v.model_id = m.id AND v.deleted_at IS NULL
     ORDER BY v.version DESC LIMIT 1) AS "latestVersion",
  (SELECT json_build_object('version', v.version, 'since', v.promoted_at, 'by', v.promoted_by)
     FROM model_versions v WHERE v.model_id = m.id AND v.stage = 'Production') AS production,
  (SELECT count(*)::int FROM transitions t WHERE t.model_id = m.id AND t.status = 'awaiting_approval') AS awaiting,
  m.has_gate_policy OR ${HAS_DEFAULT_POLICY} AS "isGoverned",
  (SELECT h.reason FROM model_holds h WHERE h.model_id = m.id AND h.lifted_at IS NULL) AS "holdReason",
  (SELECT count(*)::int FROM reviews r WHERE r.model_id = m.id AND r.closed_at IS NULL) AS "underReview",
  (SELECT jsonb_object_agg(a.alias, a.version) FROM model_aliases a WHERE a.model_id = m.id) AS aliases`;

const LIVE_MODEL = `SELECT ${MODEL_ROW}, ${IMPORT_OF_MODEL} FROM models m WHERE m.name = $1 AND m.deleted_at IS NULL`;

/** A model as it is shown, or 404; planning its look-ups anew would cost more than making them. */
export async function findModelRow(reads: PreparedReads, name: string): Promise<ModelRow> {
  const [row] = await reads.query<ModelRow>({ name: 'find-model', text: LIVE_MODEL }, [name]);
  if (!row) throw modelNotFound(name);
  return row;
}

/** The same inside a transaction. */
export async function loadModelRow(manager: EntityManager, name: string): Promise<ModelRow> {
  const [row]: ModelRow[] = await manager.query(LIVE_MODEL, [name]);
  if (!row) throw modelNotFound(name);
  return row;
}

/** The tenure of a model at a time; the event of the move that began it, which is as far on in the record as the tenure is, says by whom. */
const PRODUCTION_AT = `
  SELECT json_build_object('version', t.version, 'since', lower(t.held), 'by', (
    SELECT e.actor FROM audit_record e WHERE e.model_id = t.model_id AND e.version = t.version
      AND e.action = 'transition.applied' AND e.details ->> 'toStage' = 'Production'
    ORDER BY e.sequence LIMIT 1 OFFSET (SELECT count(*) FROM production_tenures b
      WHERE b.model_id = t.model_id AND b.version = t.version AND lower(b.held) < lower(t.held))))
  FROM production_tenures t WHERE t.model_id = m.id AND t.held @> $2::timestamptz`;

/**
 * A model as it stood at a time, or 404 when it was not there. What changes is put together from its events; the rest is
 * counted by the times of its rows.
 */
export async function findModelRowAt(manager: EntityManager, name: string, at: string): Promise<ModelRow> {
  const [row]: (ModelRow & { id: string })[] = await manager.query(
    `SELECT m.id, m.created_at AS "createdAt", m.created_by AS "createdBy",
       (SELECT max(v.version) FROM model_versions v WHERE v.model_id = m.id AND v.created_at <= $2
          AND (v.deleted_at IS NULL OR v.deleted_at > $2)) AS "latestVersion",
       (SELECT count(*)::int FROM transitions t WHERE t.model_id = m.id AND t.requested_at <= $2
          AND (t.settled_at IS NULL OR t.settled_at > $2)) AS awaiting,
       EXISTS (SELECT FROM gate_policy_revisions p WHERE p.scope IN ('registry', m.id::text) AND p.created_at <= $2) AS "isGoverned",
       m.id AS "modelId",
       (SELECT h.reason FROM model_holds h WHERE h.model_id = m.id AND h.set_at <= $2
          AND (h.lifted_at IS NULL OR h.lifted_at > $2)) AS "holdReason",
       (SELECT count(*)::int FROM reviews r WHERE r.model_id = m.id AND r.opened_at <= $2
          AND (r.closed_at IS NULL OR r.closed_at > $2)) AS "underReview",
       (${PRODUCTION_AT}) AS production
     FROM models m WHERE m.name = $1 AND m.deleted_at IS NULL AND m.created_at <= $2`,
    [name, at],
  );
  if (!row) throw modelNotFound(name);
  const { id, ...fixed } = row;
  const events: ModelEvent[] = await manager.query(
    `SELECT e.at, e.action, e.version, e.details FROM audit_record e
     WHERE e.model_id = $1 AND e.action = ANY($2) AND (e.at <= $3 OR e.action = 'model.created') ORDER BY e.sequence`,
    [id, MODEL_ACTIONS, at],
  );
  return { ...fixed, ...modelAsItStood(events, fixed.createdAt) };
}

/** The models there are. */
export const MODEL_LIST: ListSource = {
  name: 'models',
  select: MODEL_ROW,
  from: 'models m',
  where: 'm.deleted_at IS NULL',
  fields: {
    name: { column: 'm.name', type: 'text', sortable: true },
    description: { column: 'm.description', type: 'text' },
    owner: { column: 'm.owner', type: 'text' },
    createdBy: { column: 'm.created_by', type: 'text' },
    createdAt: { column: 'm.created_at', type: 'timestamptz', sortable: true },
    updatedAt: { column: 'm.updated_at', type: 'timestamptz', sortable: true },
    tags: { column: 'm.tags', type: 'tags' },
  },
  defaultSort: 'name',
  tieBreaker: 'name',
};

const HAS_VERSION_IN_STAGE = `EXISTS (
  SELECT FROM model_versions v WHERE v.model_id = m.id AND v.stage = ? AND v.deleted_at IS NULL)`;

/** The models in a condition. */
const IN_CONDITION: Readonly<Record<Exclude<ModelConditionCode, 'frozen'>, string>> = {
  awaiting: `?::text IS NOT NULL AND EXISTS (
    SELECT FROM transitions t WHERE t.model_id = m.id AND t.status = 'awaiting_approval')`,
  no_policy: `?::text IS NOT NULL AND NOT m.has_gate_policy AND NOT ${HAS_DEFAULT_POLICY}`,
  on_hold: `?::text IS NOT NULL AND EXISTS (
    SELECT FROM model_holds h WHERE h.model_id = m.id AND h.lifted_at IS NULL)`,
  under_review: `?::text IS NOT NULL AND EXISTS (
    SELECT FROM reviews r WHERE r.model_id = m.id AND r.closed_at IS NULL)`,
};

/** What a list asks of the models that are frozen now; a freeze of all asks nothing. */
function isFrozen({ all, byModel }: FrozenNow): Conditions {
  return all === null ? { "m.id = ANY(string_to_array(?, ',')::uuid[])": [...byModel.keys()].join(',') } : {};
}

export function listModelRows(
  manager: EntityManager,
  query: ListModelsQuery,
  frozen: FrozenNow,
  scope: ModelScope | null,
): Promise<Page<ModelRow>> {
  const { stage, condition } = query;
  const inCondition =
    condition && (condition === 'frozen' ? isFrozen(frozen) : { [IN_CONDITION[condition]]: condition });
  return readPage(manager, MODEL_LIST, query, {
    [HAS_VERSION_IN_STAGE]: stage,
    ...inCondition,
    ...inScope(scope, 'm.id', 'm.name'),
  });
}
