import { type EntityManager } from 'typeorm';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { type ModelRef } from '../../platform/access/grant.js';
import { columnsOf, insertionOf, insertRow, toColumns } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { EXACT, RANGE, withEveryOperator } from '../../platform/lists/list-field.js';
import { type Conditions, type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { inScope } from '../../platform/lists/scope.js';
import { type Page } from '../../platform/lists/page.dto.js';
import { STAGES } from '../../registry/models/stage.js';
import { GateReportRecord } from '../gates/gate-report.entity.js';
import { overrideOf, stagePolicy } from '../../judging/policy/gate-policy.js';
import { type LockedModel, lockModel } from '../../registry/models/models.queries.js';
import {
  enterStage,
  hasHeldProduction,
  leaveProduction,
  loadBesideProduction,
} from '../../registry/versions/versions.queries.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { loadEffectivePolicy } from '../policies/gate-policies.queries.js';
import { ANY_ROLE } from './approvals.js';
import { TRANSITION_STATUSES, type TransitionFacts } from './decide-transition.js';
import { MOVE_KINDS } from './move.js';
import { type StageChange, type StageRequest } from './stage-change.js';
import { type TransitionRow } from './transition-row.js';
import { Transition } from './transition.entity.js';
import { type ListTransitionsQuery } from './transitions.dto.js';
import { transitionIsFinal, transitionNotFound } from './transitions.problems.js';

const TRANSITION_ROW = `${columnsOf(Transition, 't')}, m.name AS model,
  (SELECT json_build_object('verdict', r.verdict, 'digest', r.digest, 'headline', r.headline,
      'report', CASE WHEN r.headline IS NULL THEN r.report END)
     FROM gate_reports r WHERE r.id = t.gate_report_id) AS "gateReport",
  (SELECT coalesce(json_agg(json_build_object('decidedBy', a.decided_by, 'decision', a.decision, 'comment', a.comment,
      'roles', a.roles, 'gateReportDigest', a.gate_report_digest, 'decidedAt', a.decided_at) ORDER BY a.id), '[]')
     FROM transition_approvals a WHERE a.transition_id = t.id) AS approvals`;

/** One transition of a model that still exists, if there is one. */
export async function findTransition(manager: EntityManager, id: string): Promise<TransitionRow | undefined> {
  const [row]: TransitionRow[] = await manager.query(
    `SELECT ${TRANSITION_ROW} FROM transitions t JOIN models m ON m.id = t.model_id WHERE t.id = $1 AND m.deleted_at IS NULL`,
    [id],
  );
  return row;
}

/** The same, or 404. */
export async function loadTransition(manager: EntityManager, id: string): Promise<TransitionRow> {
  const row = await findTransition(manager, id);
  if (!row) throw transitionNotFound(id);
  return row;
}

/** Transitions by their ids, those of deleted models too. */
export function findTransitionRows(reader: SqlReader, ids: readonly string[]): Promise<TransitionRow[]> {
  return reader.query(
    `SELECT ${TRANSITION_ROW} FROM transitions t JOIN models m ON m.id = t.model_id WHERE t.id = ANY($1::uuid[])`,
    [ids],
  );
}

const IS_AWAITED = `, EXISTS (
  SELECT FROM transitions t WHERE t.model_id = v.model_id AND t.status = 'awaiting_approval') AS "isAwaited"`;

/** A version and the one in Production beside it, and whether any request of the model awaits approval. */
export async function loadWithProduction(
  manager: EntityManager,
  model: { id: string; name: string },
  version: number,
): Promise<{ row: VersionRow; production: VersionRow | null; isAwaited: boolean }> {
  const found = await loadBesideProduction<{ isAwaited: boolean }>(manager, model, version, IS_AWAITED);
  return { ...found, isAwaited: found.row.isAwaited };
}

/** A transition that awaits approval, under the lock of its model; 409 when it has its outcome already. */
export async function lockOpenTransition(
  manager: EntityManager,
  id: string,
): Promise<{ model: LockedModel; transition: TransitionRow }> {
  const model = await lockModel(manager, await findModelOf(manager, id), 'id');
  const transition = await loadTransition(manager, id);
  if (transition.status !== 'awaiting_approval') throw transitionIsFinal(id, transition.status);
  return { model, transition };
}

/** The model of a transition, if there is one; it never changes, so it can be known before the lock. */
export async function findModelRefOf(manager: EntityManager, id: string): Promise<ModelRef | undefined> {
  const [row]: ModelRef[] = await manager.query(
    `SELECT m.id, m.name FROM transitions t JOIN models m ON m.id = t.model_id WHERE t.id = $1 AND m.deleted_at IS NULL`,
    [id],
  );
  return row;
}

/** The same, its id alone, or 404. */
export async function findModelOf(manager: EntityManager, id: string): Promise<string> {
  const model = await findModelRefOf(manager, id);
  if (!model) throw transitionNotFound(id);
  return model.id!;
}

/** A change of stage without the time, and what holds at it. */
export type UntimedChange = Omit<StageChange, 'at' | 'facts'> & { facts: Omit<TransitionFacts, 'standstill'> };

/** Loads the ground that a request stands on, under the model's lock. */
export async function loadStageChange(
  manager: EntityManager,
  model: LockedModel,
  request: StageRequest,
): Promise<UntimedChange> {
  const { row, production, isAwaited } = await loadWithProduction(manager, model, request.version);
  const effective = await loadEffectivePolicy(manager, model.id);
  const facts = {
    model: model.name,
    version: row.version,
    fromStage: row.stage,
    incumbent: production?.version ?? null,
    quarantineReason: row.quarantineReason,
    hasHeldProduction: request.demand.isRollback && (await hasHeldProduction(manager, model.id, row.version)),
    rolledBackAt: row.rolledBackAt,
    skipStagingAllowed: stagePolicy(effective.policy, 'Production')?.allowSkipStaging ?? false,
    override: overrideOf(stagePolicy(effective.policy, request.demand.toStage)),
  };
  return { ...request, model, row, production, isAwaited, effective, facts };
}

/** The transition that awaits approval for this version and stage, if any. */
export async function findOpenTransition(
  manager: EntityManager,
  { modelId, version }: VersionRow,
  toStage: string,
): Promise<TransitionRow | undefined> {
  const rows: TransitionRow[] = await manager.query(
    `SELECT ${TRANSITION_ROW} FROM transitions t JOIN models m ON m.id = t.model_id
     WHERE t.model_id = $1 AND t.version = $2 AND t.to_stage = $3 AND t.status = 'awaiting_approval'`,
    [modelId, version, toStage],
  );
  return rows[0];
}

/** The transitions of all models; ids grow with time, so the newest come first by id. */
export const TRANSITION_LIST: ListSource = {
  name: 'transitions',
  select: TRANSITION_ROW,
  from: 'transitions t JOIN models m ON m.id = t.model_id',
  where: 'm.deleted_at IS NULL',
  fields: {
    id: { column: 't.id', type: 'uuid', sortable: true, operators: EXACT },
    status: { column: 't.status', type: 'text', values: TRANSITION_STATUSES, operators: EXACT },
    kind: { column: 't.kind', type: 'text', values: MOVE_KINDS, operators: EXACT },
    version: { column: 't.version', type: 'integer', operators: EXACT },
    toStage: { column: 't.to_stage', type: 'text', values: STAGES, operators: EXACT },
    requestedBy: { column: 't.requested_by', type: 'text', operators: EXACT },
    requestedAt: { column: 't.requested_at', type: 'timestamptz', sortable: true, operators: RANGE },
  },
  defaultSort: '-id',
  tieBreaker: 'id',
};

/** Those of one model are few enough for any comparison. */
export const MODEL_TRANSITION_LIST: ListSource = {
  ...TRANSITION_LIST,
  name: 'model-transitions',
  fields: withEveryOperator(TRANSITION_LIST.fields),
};

/** Whose decision a list of transitions awaits. */
export interface AwaitedDecider {
  person: string;
  /** Roles that may fill a slot; empty for somebody who may decide on nothing. */
  roles: readonly string[];
  /** Whether those in an emergency are his to confirm. */
  mayBreakGlass: boolean;
}

/** What is open, has a slot for one of the roles, and neither excludes the person nor has his decision already. */
const AWAITS_ROLE = `t.status = 'awaiting_approval' AND (t.approval_demand IS NULL OR EXISTS (
  SELECT FROM json_array_elements(t.approval_demand -> 'slots') s WHERE s ->> 'role' = ANY(string_to_array(?, ','))))`;
const IS_ANYBODY = `t.status = 'awaiting_approval' AND ?::boolean`;
const AWAITS_PERSON = `NOT EXISTS (SELECT FROM json_array_elements(t.approval_demand -> 'excluded') x WHERE x ->> 'person' = ?)
  AND NOT EXISTS (SELECT FROM transition_approvals a
    WHERE a.transition_id = t.id AND lower(upper(normalize(a.decided_by, NFKC))) = ?)`;

const IS_OF_KIND = `(t.kind <> 'override' OR ?::boolean)`;

function awaitingConditions({ person, roles, mayBreakGlass }: AwaitedDecider): Conditions {
  const isAnybody = roles.includes(ANY_ROLE) || roles.length === 0;
  return {
    [AWAITS_PERSON]: person,
    [IS_OF_KIND]: String(mayBreakGlass),
    ...(isAnybody ? { [IS_ANYBODY]: String(roles.length > 0) } : { [AWAITS_ROLE]: roles.join(',') }),
  };
}

/** Transitions of one model, or with undefined of all in a scope; with a decider, those that await his decision. */
export function listTransitionRows(
  manager: EntityManager,
  modelId: string | undefined,
  query: ListTransitionsQuery,
  awaited?: AwaitedDecider,
  scope: ModelScope | null = null,
): Promise<Page<TransitionRow>> {
  const source = modelId === undefined ? TRANSITION_LIST : MODEL_TRANSITION_LIST;
  return readPage(manager, source, query, {
    't.model_id = ?': modelId,
    't.status = ?': query.status,
    't.kind = ?': query.kind,
    't.version = ?': query.version,
    't.requested_by = ?': query.requestedBy,
    't.requested_at >= ?': query.from,
    't.requested_at < ?': query.to,
    ...(awaited && awaitingConditions(awaited)),
    ...inScope(scope, 'm.id', 'm.name'),
  });
}

/** Inserts a transition, and the gate report it was judged by, in one statement. */
export async function insertDecision(
  manager: EntityManager,
  transition: Transition,
  gateReport: GateReportRecord | null,
): Promise<void> {
  if (!gateReport) return insertRow(manager, Transition, transition);
  await manager.query(`WITH report AS (${insertionOf(GateReportRecord, '$2')}) ${insertionOf(Transition, '$1')}`, [
    toColumns(Transition, transition),
    toColumns(GateReportRecord, gateReport),
  ]);
}

/** Writes the outcome of a transition that was open. */
export async function writeOutcome(manager: EntityManager, settled: TransitionRow): Promise<void> {
  const { id, status, settledAt, settledBy, displacedVersion, outcomeCode, outcomeDetail } = settled;
  const outcome = { status, settledAt, settledBy, displacedVersion, outcomeCode, outcomeDetail };
  await manager.update(Transition, id, outcome);
}

/**
 * Moves the version, and for a move to Production first displaces the incumbent: the partial unique index holds at
 * every moment. The triggers close and open the tenures.
 */
export async function applyMove(
  manager: EntityManager,
  { model, row, production, caller }: StageChange,
  { kind, toStage, requestedBy, approvals }: TransitionRow,
): Promise<void> {
  if (toStage === 'Production' && production) {
    await leaveProduction(manager, production, model.now, kind === 'rollback');
  }
  const { modelId, version } = row;
  const approvedBy = approvals.filter(({ decision }) => decision === 'approve').map(({ decidedBy }) => decidedBy);
  const promoters = { by: caller.subject, requestedBy, approvedBy };
  await enterStage(manager, { modelId, version, stage: toStage, at: model.now, ...promoters });
}

/** Ends the open requests that an applied transition took the ground from; answers their ids for the audit record. */
export async function endOpenTransitions(
  manager: EntityManager,
  { model, caller }: StageChange,
  applied: Transition,
): Promise<string[]> {
  const changesProduction = applied.toStage === 'Production' || applied.fromStage === 'Production';
  const [rows]: [{ id: string }[]] = await manager.query(
    `UPDATE transitions SET status = 'stale', settled_at = $4, settled_by = $5, outcome_code = 'STALE_INCUMBENT',
       outcome_detail = 'Another transition was applied first. Ask again to be judged anew.'
     WHERE model_id = $1 AND status = 'awaiting_approval' AND id <> $2 AND (version = $3 OR $6)
     RETURNING id`,
    [model.id, applied.id, applied.version, model.now, caller.subject, changesProduction],
  );
  return rows.map(({ id }) => id);
}

/** Days back in which a target of a rollback is looked for, one span after the other; null is all the past. */
const ROLLBACK_SPANS = [7, 365, null];

/** The version of the last good tenure before the incumbent's: not quarantined, and not itself rolled back since. */
export async function findRollbackTarget(
  manager: EntityManager,
  modelId: string,
  incumbent: number | null,
): Promise<number | undefined> {
  for (const days of ROLLBACK_SPANS) {
    const rows: { version: number }[] = await manager.query(
      `SELECT v.version FROM production_tenures t JOIN model_versions v ON v.model_id = t.model_id AND v.version = t.version
       WHERE uuid_range(t.model_id, t.model_id, '[]') && uuid_range($1, $1, '[]')
         AND t.held && tstzrange(clock_timestamp() - make_interval(days => $3), NULL)
         AND v.version IS DISTINCT FROM $2 AND v.stage IN ('Archived', 'Staging') AND v.quarantined_at IS NULL
         AND (v.rolled_back_at IS NULL OR v.promoted_at > v.rolled_back_at)
       ORDER BY lower(t.held) DESC LIMIT 1`,
      [modelId, incumbent, days],
    );
    if (rows[0]) return rows[0].version;
  }
  return undefined;
}
