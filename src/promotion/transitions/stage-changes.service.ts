import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { forbidden } from '../../access/tokens/auth.problems.js';
import { overrideOf, stagePolicy } from '../../judging/policy/gate-policy.js';
import { callerNow } from '../../platform/access/caller.js';
import { Clock } from '../../platform/clock.js';
import { startOver } from '../../platform/database/start-over.js';
import { type Problem } from '../../platform/http/problem.js';
import { inSpan, modelAttributes } from '../../platform/telemetry/spans.js';
import { Denials } from '../../record/audit/denials.service.js';
import { type LockedModel } from '../../registry/models/models.queries.js';
import { hasHeldProduction, loadBesideProduction } from '../../registry/versions/versions.queries.js';
import { findExpiry } from '../approvals/approvals.js';
import { type GateReportResponse } from '../gates/gates.dto.js';
import { GatesService } from '../gates/gates.service.js';
import { loadEffectivePolicy } from '../policies/gate-policies.queries.js';
import { findStalePin, pinsOf, pinsOfRow } from './decisions/pins.js';
import { settle } from './decisions/settle.js';
import { decideGatedMove, decideLegality, mirroredMove, missingPermission } from './lifecycle.js';
import { decideOverride } from './safeguards/decide-override.js';
import { findStandstills, policyStandstills } from './safeguards/standstills.queries.js';
import {
  type DecidedMove,
  type Decision,
  type DeniedMove,
  type EvidenceOutstanding,
  type JudgedMove,
  judgedSubject,
  judgeMove,
  type LockedRequest,
  type Move,
  type Refusal,
  type StageChange,
  type StageRequest,
} from './stage-change.js';
import { type Blocker } from './standing/blocker.js';
import { barredStanding, blockersOf, blockersOfDecision } from './standing/standing.js';
import { denialEvent, TransitionOutcomes, type WrittenTransition } from './transition-outcomes.service.js';
import { toTransitionResponse, type TransitionResponse } from './transitions.dto.js';
import { transitionIsOpen, transitionRefused } from './transitions.problems.js';
import { findOpenTransition } from './transitions.queries.js';

/** Turned down. What was recorded of it is committed; the problem is thrown after that. */
export interface TurnedDown {
  outcome: 'refused';
  problem: Problem;
}

/** What became of a request for a change of stage. */
export type StageChangeResult =
  | { outcome: 'applied' | 'awaiting'; transition: TransitionResponse; gateReport: GateReportResponse | null }
  | TurnedDown
  | EvidenceOutstanding;

/** A decided move, and all that stands in its way where it is turned down. */
type AnsweredMove = DecidedMove & { blockers: readonly Blocker[] };

type Undecided = Refusal<'illegal'> | DeniedMove | EvidenceOutstanding;

/** The one way a version changes its stage, in the caller's transaction and under the model's lock. */
@Injectable()
export class StageChanges {
  constructor(
    private readonly gates: GatesService,
    private readonly outcomes: TransitionOutcomes,
    private readonly denials: Denials,
    private readonly clock: Clock,
  ) {}

  perform(manager: EntityManager, model: LockedModel, request: StageRequest): Promise<StageChangeResult> {
    const { version, demand } = request;
    const attributes = { ...modelAttributes(model.name, version), 'stagegate.to_stage': demand.toStage };
    return inSpan('decide', { attributes }, async (span) => {
      const result = await this.performed(manager, { ...request, model, at: this.clock.now() });
      span?.setAttribute('stagegate.outcome', result.outcome);
      return result;
    });
  }

  /** Load · decide · write · audit · return. A refusal goes the same way, so it is recorded, too. */
  private async performed(manager: EntityManager, request: LockedRequest): Promise<StageChangeResult> {
    // Rights are common ground, too: those count that the caller has under the lock.
    const [ground, caller] = await Promise.all([
      loadStageChange(manager, request),
      callerNow(request.caller, request.model),
    ]);
    const change = { ...ground, caller };

    const decided = await this.decide(manager, change);
    if (decided.outcome !== 'decided') return this.endWithoutTransition(manager, change, decided);
    const status = decided.decision.outcome;
    if (status === 'awaiting_approval') await this.endStaleRequest(manager, change, decided);

    const attributes = { 'stagegate.outcome': status };
    const written = await inSpan('write', { attributes }, () => this.outcomes.write(manager, change, decided));
    await this.outcomes.record(manager, caller, written);
    return toResult(change, decided, written);
  }

  /** Repeats a move that another registry made: no gate judges it and nobody approves it, and its outcome says so. */
  async mirror(manager: EntityManager, model: LockedModel, request: StageRequest): Promise<void> {
    const change = await loadStageChange(manager, { ...request, model, at: this.clock.now() });
    const detail = 'It was made in another registry; no gate judged it here.';
    const move = mirroredMove(change.row.stage, request.demand.toStage);
    const decided = { outcome: 'decided', move, decision: { outcome: 'applied' }, judged: null } as const;
    const remark = { code: 'IMPORTED', detail } as const;
    const written = await this.outcomes.write(manager, change, { ...decided, remark });
    await this.outcomes.record(manager, change.caller, written);
  }

  private async decide(manager: EntityManager, change: StageChange): Promise<AnsweredMove | Undecided> {
    const legality = decideLegality(change.demand, change.facts);
    if (legality.outcome === 'illegal') return legality;
    const { move } = legality;
    if (legality.outcome !== 'legal') {
      const barred = move.gated ? await this.judge(manager, change, move) : null;
      const blockers = blockersOf(barredStanding(change, barred));
      return { outcome: 'decided', move, decision: legality, judged: null, blockers };
    }
    const permission = missingPermission(move, change.caller.permissions);
    if (permission) return { outcome: 'denied', move, permission };
    if (!move.gated) return { outcome: 'decided', move, decision: { outcome: 'applied' }, judged: null, blockers: [] };
    const judged = await this.judge(manager, change, move);
    const decision = decideJudged(change, judged);
    const outstanding = mayTurn(change, move, decision)
      ? await this.gates.findOutstanding(manager, judgedSubject(change), judged.judgement)
      : null;
    if (outstanding !== null) return { outcome: 'evidence-outstanding', ...outstanding };
    return { outcome: 'decided', move, decision, judged, blockers: blockersOfDecision(change, judged, decision) };
  }

  /** Judges a gated move on what the transaction sees now, with the approvals given so far. */
  private async judge(manager: EntityManager, change: StageChange, move: Move): Promise<JudgedMove> {
    const judgement = await this.gates.judge(manager, judgedSubject(change));
    this.gates.countVerdicts(judgement);
    return judgeMove(change, move, judgement);
  }

  /** Records an attempt that makes no transition; one whose evidence is outstanding is not recorded yet. */
  private async endWithoutTransition(
    manager: EntityManager,
    change: StageChange,
    undecided: Undecided,
  ): Promise<StageChangeResult> {
    const { caller } = change;
    switch (undecided.outcome) {
      case 'evidence-outstanding':
        // The jobs that compute it take the model's lock, so it is let go before the request waits for them.
        await startOver(manager);
        return undecided;
      case 'illegal': {
        await this.outcomes.recordIllegal(manager, change, undecided);
        const blockers = blockersOf(barredStanding(change, null));
        return { outcome: 'refused', problem: transitionRefused(undecided, { blockers }) };
      }
      case 'denied': {
        const { permission, move } = undecided;
        const attempt = { permission, kind: move.kind, fromStage: move.from, toStage: move.to };
        const what = `${move.kind} ${change.model.id} ${change.row.version}`;
        await this.denials.record(caller, what, denialEvent(change, attempt), manager);
        return { outcome: 'refused', problem: forbidden(permission, caller.roles) };
      }
    }
  }

  /** An open request on the same ground is answered with 409; one whose ground is gone ends and makes room. */
  private async endStaleRequest(manager: EntityManager, change: StageChange, decided: DecidedMove): Promise<void> {
    const open = await findOpenTransition(manager, change.row, decided.move.to);
    if (!open) return;
    const stale =
      findStalePin(pinsOfRow(open), pinsOf(change, decided.judged?.judgement ?? null)) ??
      findExpiry(open.approvalDemand?.expiresAt, change.at);
    if (!stale) throw transitionIsOpen(toTransitionResponse(open, change));
    const { code, detail } = stale;
    const by = { settledAt: change.model.now, caller: change.caller, at: change.at };
    await this.outcomes.end(manager, settle(open, { status: 'stale', code, detail }, by), change.caller);
  }
}

const IS_AWAITED = `, EXISTS (
  SELECT FROM transitions t WHERE t.model_id = v.model_id AND t.status = 'awaiting_approval') AS "isAwaited"`;

/** Loads all that a change of stage is decided on, as the transaction sees it. */
export async function loadStageChange(manager: EntityManager, request: LockedRequest): Promise<StageChange> {
  const { model, version, demand } = request;
  const [{ row, production }, effective, hasHeld, standstills] = await Promise.all([
    loadBesideProduction<{ isAwaited: boolean }>(manager, model, version, IS_AWAITED),
    loadEffectivePolicy(manager, model.id),
    demand.isRollback && hasHeldProduction(manager, model.id, version),
    findStandstills(manager, request),
  ]);
  const { policy } = effective;
  const facts = {
    model: model.name,
    version: row.version,
    fromStage: row.stage,
    incumbent: production?.version ?? null,
    quarantineReason: row.quarantineReason,
    hasHeldProduction: hasHeld,
    rolledBackAt: row.rolledBackAt,
    skipStagingAllowed: stagePolicy(policy, 'Production')?.allowSkipStaging ?? false,
    standstill: [...standstills, ...policyStandstills(policy, request)],
    override: overrideOf(stagePolicy(policy, demand.toStage)),
  };
  return { ...request, row, production, isAwaited: row.isAwaited, effective, facts };
}

/** What becomes of a judged move that is asked for now. */
function decideJudged({ facts }: StageChange, judged: JudgedMove): Decision {
  const { move, gates } = judged;
  return move.kind === 'override' ? decideOverride(judged, facts, null) : decideGatedMove(move, facts, gates);
}

/** Whether evidence is waited for before a refusal is recorded: once per request, and never for a rollback. */
function mayTurn({ begun }: StageChange, move: Move, decision: Decision): boolean {
  return (
    begun === undefined &&
    move.kind !== 'rollback' &&
    decision.outcome === 'refused' &&
    decision.code === 'GATES_REFUSED'
  );
}

function toResult(
  change: StageChange,
  { decision, blockers }: AnsweredMove,
  written: WrittenTransition,
): StageChangeResult {
  const transition = toTransitionResponse(written.transition, change);
  const gateReport = written.gateReport?.report ?? null;
  switch (decision.outcome) {
    case 'applied':
      return { outcome: 'applied', transition, gateReport };
    case 'awaiting_approval':
      return { outcome: 'awaiting', transition, gateReport };
    case 'refused':
    case 'stale':
      return { outcome: 'refused', problem: transitionRefused(decision, { transition, gateReport, blockers }) };
  }
}
