import { type EntityManager } from 'typeorm';
import { type ModelRef } from '../../platform/access/grant.js';
import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type LockedModel, lockToDecide } from '../../registry/models/models.queries.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { type ApprovalEnd } from '../approvals/approvals.js';
import { holderOf } from '../approvals/right-holders.queries.js';
import { newlyEnded } from './decisions/counted-approvals.js';
import { TransitionApproval } from './decisions/transition-approval.entity.js';
import { type StageChange } from './stage-change.js';
import { type TransitionRow } from './transition-row.js';
import { Transition } from './transition.entity.js';
import { transitionIsFinal, transitionNotFound } from './transitions.problems.js';

/** A transition as it is selected from `transitions t` and `models m`. */
export const TRANSITION_ROW = `${columnsOf(Transition, 't')}, m.name AS model,
  (SELECT json_build_object('verdict', r.verdict, 'digest', r.digest, 'headline', r.headline,
      'report', CASE WHEN r.headline IS NULL THEN r.report END)
     FROM gate_reports r WHERE r.id = t.gate_report_id) AS "gateReport",
  (SELECT coalesce(json_agg(json_build_object('id', a.id, 'decidedBy', a.decided_by, 'decision', a.decision,
      'comment', a.comment, 'roles', a.roles, 'groups', a.groups, 'gateReportDigest', a.gate_report_digest,
      'decidedAt', a.decided_at, 'expiresAt', a.expires_at, 'endedAt', a.ended_at, 'endedAs', a.ended_as,
      'holder', CASE WHEN t.status = 'awaiting_approval' AND a.ended_at IS NULL THEN (${holderOf('transition:decide')}) END) ORDER BY a.id), '[]')
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

/** A transition under the lock of its model. */
export interface LockedTransition {
  model: LockedModel;
  transition: TransitionRow;
}

/** A transition that awaits approval, under the lock of its model; 409 when it has its outcome already. */
export async function lockOpenTransition(manager: EntityManager, id: string): Promise<LockedTransition> {
  const locked = await lockTransition(manager, id);
  if (locked.transition.status !== 'awaiting_approval') throw transitionIsFinal(id, locked.transition.status);
  return locked;
}

/** A transition of any status, under the lock of its model. */
export async function lockTransition(manager: EntityManager, id: string): Promise<LockedTransition> {
  const model = await lockToDecide(manager, await findModelOf(manager, id), 'id');
  return { model, transition: await loadTransition(manager, id) };
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

/** Who asked for a move of a version to a stage on this ground, whatever became of it. */
export async function findRequesters(
  manager: EntityManager,
  ground: Pick<Transition, 'modelId' | 'version'> & { toStage: string; policyDigest: string; evidenceDigest: string },
): Promise<string[]> {
  const { modelId, version, toStage, policyDigest, evidenceDigest } = ground;
  const rows: { requester: string }[] = await manager.query(
    `SELECT DISTINCT t.requested_by AS requester FROM transitions t WHERE t.model_id = $1 AND t.version = $2
       AND t.to_stage = $3 AND t.pinned_policy_digest = $4 AND t.pinned_evidence_digest = $5`,
    [modelId, version, toStage, policyDigest, evidenceDigest],
  );
  return rows.map(({ requester }) => requester);
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

/** Ends a decision, which it does once. */
export async function endApproval(
  manager: EntityManager,
  id: string,
  endedAs: ApprovalEnd,
  endedAt: Date,
): Promise<void> {
  await manager.update(TransitionApproval, id, { endedAt, endedAs });
}

/** Writes the outcome of a transition that was open, or that it is open again. */
export async function writeOutcome(manager: EntityManager, settled: TransitionRow): Promise<void> {
  const { id, status, settledAt, settledBy, displacedVersion, outcomeCode, outcomeDetail } = settled;
  const outcome = { status, settledAt, settledBy, displacedVersion, outcomeCode, outcomeDetail };
  await manager.update(Transition, id, outcome);
  for (const ended of newlyEnded(settled.approvals)) await endApproval(manager, ended.id, ended.endedAs, settledAt!);
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
  const ids = rows.map(({ id }) => id);
  await manager.query(
    `UPDATE transition_approvals SET ended_at = $2, ended_as = 'dismissed'
     WHERE transition_id = ANY($1::uuid[]) AND ended_at IS NULL`,
    [ids, model.now],
  );
  return ids;
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
