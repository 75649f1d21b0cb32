import { type EntityManager } from 'typeorm';
import { GateReportRecord } from '../gates/gate-report.entity.js';
import { stagePolicy } from '../../judging/policy/gate-policy.js';
import { type LockedModel, lockModel } from '../../registry/models/models.queries.js';
import { type ModelAlias } from '../../registry/versions/model-alias.entity.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { hasHeldProduction, loadWithProduction } from '../../registry/versions/versions.queries.js';
import { loadEffectivePolicy } from '../policies/gate-policies.queries.js';
import { type StageChange, type StageRequest } from './stage-change.js';
import { type TransitionRow } from './transition-row.js';
import { Transition } from './transition.entity.js';
import { transitionIsFinal, transitionNotFound } from './transitions.problems.js';

const TRANSITION_ROW = `
  t.id, t.model_id AS "modelId", m.name AS model, t.version, t.from_stage AS "fromStage", t.to_stage AS "toStage", t.kind,
  t.status, t.reason, t.alias, t.requested_by AS "requestedBy", t.requested_at AS "requestedAt",
  t.gate_report_id AS "gateReportId", t.pinned_incumbent AS "pinnedIncumbent", t.pinned_generation AS "pinnedGeneration",
  t.pinned_policy_digest AS "pinnedPolicyDigest", t.pinned_evidence_digest AS "pinnedEvidenceDigest",
  t.pinned_artifact_digest AS "pinnedArtifactDigest", t.displaced_version AS "displacedVersion",
  t.settled_at AS "settledAt", t.settled_by AS "settledBy", t.outcome_code AS "outcomeCode",
  t.outcome_detail AS "outcomeDetail",
  (SELECT r.digest FROM gate_reports r WHERE r.id = t.gate_report_id) AS "gateReportDigest",
  (SELECT coalesce(json_agg(json_build_object('decidedBy', a.decided_by, 'decision', a.decision, 'comment', a.comment,
      'roles', a.roles, 'gateReportDigest', a.gate_report_digest, 'decidedAt', a.decided_at) ORDER BY a.id), '[]')
     FROM transition_approvals a WHERE a.transition_id = t.id) AS approvals`;

/** One transition of a model that still exists, or 404. */
export async function loadTransition(manager: EntityManager, id: string): Promise<TransitionRow> {
  const [row]: TransitionRow[] = await manager.query(
    `SELECT ${TRANSITION_ROW} FROM transitions t JOIN models m ON m.id = t.model_id WHERE t.id = $1 AND m.deleted_at IS NULL`,
    [id],
  );
  if (!row) throw transitionNotFound(id);
  return row;
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

/** The model of a transition, or 404; it never changes, so it can be known before the lock. */
async function findModelOf(manager: EntityManager, id: string): Promise<string> {
  const [row]: { modelId: string }[] = await manager.query(
    `SELECT m.id AS "modelId" FROM transitions t JOIN models m ON m.id = t.model_id WHERE t.id = $1 AND m.deleted_at IS NULL`,
    [id],
  );
  if (!row) throw transitionNotFound(id);
  return row.modelId;
}

/** Loads the ground that a request stands on, under the model's lock. */
export async function loadStageChange(
  manager: EntityManager,
  model: LockedModel,
  request: StageRequest,
): Promise<StageChange> {
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

export interface TransitionFilter {
  modelId: string | null;
  status: string | null;
  kind: string | null;
  after: string | null;
}

/** Transitions, newest first. */
export function listTransitionRows(
  manager: EntityManager,
  filter: TransitionFilter,
  limit: number,
): Promise<TransitionRow[]> {
  const conditions = ['m.deleted_at IS NULL'];
  const parameters: unknown[] = [];
  const add = (condition: string, value: string | null): void => {
    if (value === null) return;
    parameters.push(value);
    conditions.push(`${condition} $${parameters.length}`);
  };
  add('t.model_id =', filter.modelId);
  add('t.status =', filter.status);
  add('t.kind =', filter.kind);
  add('t.id <', filter.after);
  return manager.query(
    `SELECT ${TRANSITION_ROW} FROM transitions t JOIN models m ON m.id = t.model_id
     WHERE ${conditions.join(' AND ')} ORDER BY t.id DESC LIMIT ${limit}`,
    parameters,
  );
}

/** Inserts a transition, and the gate report it was judged by, in one statement. */
export async function insertDecision(
  manager: EntityManager,
  transition: Transition,
  gateReport: GateReportRecord | null,
): Promise<void> {
  const insertTransition = 'INSERT INTO transitions SELECT * FROM json_populate_record(NULL::transitions, $1)';
  if (!gateReport) {
    await manager.query(insertTransition, [toColumns(manager, Transition, transition)]);
    return;
  }
  await manager.query(
    `WITH report AS (INSERT INTO gate_reports SELECT * FROM json_populate_record(NULL::gate_reports, $2)) ${insertTransition}`,
    [toColumns(manager, Transition, transition), toColumns(manager, GateReportRecord, gateReport)],
  );
}

/** Writes the outcome of a transition that was open. */
export async function writeOutcome(manager: EntityManager, settled: TransitionRow): Promise<void> {
  const { id, status, settledAt, settledBy, displacedVersion, outcomeCode, outcomeDetail } = settled;
  const outcome = { status, settledAt, settledBy, displacedVersion, outcomeCode, outcomeDetail };
  await manager.update(Transition, id, outcome);
}

/** A row as JSON by the names of its columns. */
function toColumns<Row extends object>(manager: EntityManager, entity: new () => Row, row: Row): string {
  const { columns } = manager.connection.getMetadata(entity);
  return JSON.stringify(Object.fromEntries(columns.map((column) => [column.databaseName, column.getEntityValue(row)])));
}

/**
 * Moves the version, and for a move to Production first displaces the incumbent: the partial unique index holds at
 * every moment. The triggers close and open the tenures.
 */
export async function applyMove(
  manager: EntityManager,
  { model, row, production, caller }: StageChange,
  { kind, toStage }: Transition,
): Promise<void> {
  if (toStage === 'Production' && production) {
    await manager.query(
      `UPDATE model_versions SET stage = 'Archived', stage_entered_at = $3, updated_at = $3,
         rolled_back_at = CASE WHEN $4 THEN $3 ELSE rolled_back_at END
       WHERE model_id = $1 AND version = $2`,
      [model.id, production.version, model.now, kind === 'rollback'],
    );
  }
  await manager.query(
    `UPDATE model_versions SET stage = $3, stage_entered_at = $4, updated_at = $4,
       promoted_at = CASE WHEN $3 = 'Production' THEN $4 ELSE promoted_at END,
       promoted_by = CASE WHEN $3 = 'Production' THEN $5 ELSE promoted_by END
     WHERE model_id = $1 AND version = $2`,
    [model.id, row.version, toStage, model.now, caller.subject],
  );
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

/** The version of the last good tenure before the incumbent's: not quarantined, and not itself rolled back since. */
export async function findRollbackTarget(
  manager: EntityManager,
  modelId: string,
  incumbent: number | null,
): Promise<number | undefined> {
  const rows: { version: number }[] = await manager.query(
    `SELECT v.version FROM production_tenures t JOIN model_versions v ON v.model_id = t.model_id AND v.version = t.version
     WHERE t.model_id = $1 AND v.version IS DISTINCT FROM $2 AND v.stage IN ('Archived', 'Staging') AND v.quarantined_at IS NULL
       AND (v.rolled_back_at IS NULL OR v.promoted_at > v.rolled_back_at)
     ORDER BY lower(t.held) DESC LIMIT 1`,
    [modelId, incumbent],
  );
  return rows[0]?.version;
}

/** Points a free alias at a version. */
export async function writeAlias(manager: EntityManager, alias: ModelAlias): Promise<void> {
  await manager.query(
    `INSERT INTO model_aliases (model_id, alias, version, updated_at, updated_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (model_id, alias) DO UPDATE SET version = excluded.version, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by`,
    [alias.modelId, alias.alias, alias.version, alias.updatedAt, alias.updatedBy],
  );
}
