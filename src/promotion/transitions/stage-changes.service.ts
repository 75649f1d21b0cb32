import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { forbidden } from '../../access/tokens/auth.problems.js';
import { type Caller, callerNow } from '../../platform/access/caller.js';
import { startOver } from '../../platform/database/start-over.js';
import { Denials } from '../../record/audit/denials.service.js';
import { writeAlias } from '../../registry/versions/versions.queries.js';
import { inSpan, modelAttributes } from '../../platform/telemetry/spans.js';
import { type LockedModel } from '../../registry/models/models.queries.js';
import { type GateReportResponse } from '../gates/gates.dto.js';
import { GatesService, toGateReportRecord } from '../gates/gates.service.js';
import { Aftermath } from './safeguards/aftermath.service.js';
import { refusalBlocker } from './standing/blocker.js';
import { decideLegality, findLegalityFaults } from './decide-legality.js';
import { type Decision, findStalePin, type Refusal } from './decide-transition.js';
import { findExpiry } from '../approvals/approvals.js';
import { Ground } from './ground.service.js';
import { mirroredMove, missingPermission, type Move } from './move.js';
import {
  type Decided,
  type DecidedMove,
  decideJudged,
  type JudgedMove,
  judgedSubject,
  judgeMove,
  pinsOf,
  pinsOfRow,
  settle,
  type StageChange,
  type StageChangeResult,
  type StageRequest,
  toTransition,
} from './stage-change.js';
import { blockersOf, type Standing } from './standing/standing.js';
import { denialEvent } from './transition-events.js';
import { TransitionOutcomes } from './transition-outcomes.service.js';
import { type TransitionRow } from './transition-row.js';
import { toTransitionResponse } from './transitions.dto.js';
import { type Viewer } from '../approvals/decider.js';
import { transitionIsOpen, transitionRefused } from './transitions.problems.js';
import {
  applyMove,
  endOpenTransitions,
  findOpenTransition,
  insertDecision,
  loadTransition,
  writeOutcome,
} from './transitions.queries.js';

/** The one way a version changes its stage, in the caller's transaction and under the model's lock. */
@Injectable()
export class StageChanges {
  constructor(
    private readonly gates: GatesService,
    private readonly outcomes: TransitionOutcomes,
    private readonly denials: Denials,
    private readonly ground: Ground,
    private readonly aftermath: Aftermath,
  ) {}

  /** Load · decide · write · audit · return. A refusal takes the same way, so that it is recorded as well. */
  perform(manager: EntityManager, model: LockedModel, request: StageRequest): Promise<StageChangeResult> {
    const { version, demand } = request;
    const attributes = { ...modelAttributes(model.name, version), 'stagegate.to_stage': demand.toStage };
    return inSpan('decide', { attributes }, async (span) => {
      const result = await this.performed(manager, model, request);
      span?.setAttribute('stagegate.outcome', result.outcome);
      return result;
    });
  }

  private async performed(
    manager: EntityManager,
    model: LockedModel,
    request: StageRequest,
  ): Promise<StageChangeResult> {
    // Rights are common ground as well: those count that the caller has now that it stays as it is.
    const [ground, caller] = await Promise.all([
      this.ground.load(manager, model, request),
      callerNow(request.caller, model),
    ]);
    const change = { ...ground, caller };
    const decided = await this.decide(manager, change);
    if (decided.outcome !== 'decided') return this.endWithoutTransition(manager, change, decided);
    const gateReport = decided.judged && toGateReportRecord(change.row, decided.judged.judgement, change.begun);
    const transition = toTransition(change, decided, { id: uuidv7(), gateReport });
    if (transition.status === 'awaiting_approval') await this.endStaleRequest(manager, change, decided);
    await inSpan('write', { attributes: { 'stagegate.outcome': transition.status } }, async () => {
      // Sent together, and carried out in this order; when one fails, those behind it do as well.
      const isApplied = transition.status === 'applied';
      const inserted = insertDecision(manager, transition, gateReport);
      await Promise.all([inserted, isApplied && this.apply(manager, change, transition)]);
    });
    await this.outcomes.record(manager, change.caller, transition, gateReport);
    return toResult(change, decided, transition, gateReport?.report ?? null);
  }

  /** Repeats a move that another registry made: no gate judges it and nobody approves it, and its outcome says so. */
  async mirror(manager: EntityManager, model: LockedModel, request: StageRequest): Promise<void> {
    const change = await this.ground.load(manager, model, request);
    const move = mirroredMove(change.row.stage, request.demand.toStage);
    const decided = { outcome: 'decided', move, decision: { outcome: 'applied' }, judged: null, blockers: [] } as const;
    const outcome = {
      outcomeCode: 'IMPORTED',
      outcomeDetail: 'It was made in another registry; no gate judged it here.',
    };
    const transition = { ...toTransition(change, decided, { id: uuidv7(), gateReport: null }), ...outcome };
    await insertDecision(manager, transition, null);
    await this.apply(manager, change, transition);
    await this.outcomes.record(manager, change.caller, transition);
  }

  /** Judges a gated move on what the transaction sees now, with the approvals given so far. */
  private async judge(manager: EntityManager, change: StageChange, move: Move): Promise<JudgedMove> {
    const judgement = await this.gates.judge(manager, judgedSubject(change));
    this.gates.countVerdicts(judgement);
    return judgeMove(change, move, judgement);
  }

  /** Moves the version, and its protected alias with it, and ends the requests that lose their ground by that. */
  private async apply(manager: EntityManager, change: StageChange, applied: TransitionRow): Promise<void> {
    const { caller, isAwaited } = change;
    const { modelId, version, alias } = applied;
    const written = { updatedAt: change.model.now, updatedBy: caller.subject };
    await applyMove(manager, change, applied);
    await this.aftermath.follow(manager, change, applied);
    if (alias !== null) await writeAlias(manager, { modelId, version, alias, ...written });
    if (!isAwaited) return;
    for (const id of await endOpenTransitions(manager, change, applied))
      await this.outcomes.record(manager, caller, await loadTransition(manager, id));
  }

  /** Applies a transition that was open, with the report it was asked for on as its evidence. */
  async applyOpen(manager: EntityManager, change: StageChange, applied: TransitionRow): Promise<void> {
    const { gateReportId } = applied;
    const gateReport = gateReportId === null ? null : await this.gates.loadRecord(gateReportId, manager);
    await writeOutcome(manager, applied);
    await this.apply(manager, change, applied);
    await this.outcomes.record(manager, change.caller, applied, gateReport);
  }

  /** Writes an outcome that moves nothing. */
  async end(manager: EntityManager, settled: TransitionRow, caller: Caller): Promise<void> {
    await writeOutcome(manager, settled);
    await this.outcomes.record(manager, caller, settled);
  }

  private async decide(manager: EntityManager, change: StageChange): Promise<Decided> {
    const legality = decideLegality(change.demand, change.facts);
    if (legality.outcome === 'illegal') return legality;
    const { move } = legality;
    if (legality.outcome !== 'legal') {
      const barred = move.gated ? await this.judge(manager, change, move) : null;
      const lost = findLegalityFaults(change.demand, change.facts);
      const blockers = blockersOf({ change, judged: barred, lost, bypassed: null });
      return { outcome: 'decided', move, decision: legality, judged: null, blockers };
    }
    const permission = missingPermission(move, change.caller.permissions);
    if (permission) return { outcome: 'denied', move, permission };
    if (!move.gated) return { outcome: 'decided', move, decision: { outcome: 'applied' }, judged: null, blockers: [] };
    const judged = await this.judge(manager, change, move);
    const decision = decideJudged(change, judged);
    const blockers = isPointless(decision)
      ? [refusalBlocker(decision)]
      : blockersOf({ change, judged, lost: [], bypassed: null });
    const outstanding = mayTurn(change, move, decision)
      ? await this.gates.findOutstanding(manager, judgedSubject(change), judged.judgement)
      : null;
    if (outstanding !== null) return { outcome: 'evidence-outstanding', ...outstanding };
    return { outcome: 'decided', move, decision, judged, blockers };
  }

  /** Records an attempt that makes no transition; one whose evidence is outstanding is not recorded yet. */
  private async endWithoutTransition(
    manager: EntityManager,
    change: StageChange,
    decided: Exclude<Decided, DecidedMove>,
  ): Promise<StageChangeResult> {
    const { caller } = change;
    switch (decided.outcome) {
      case 'evidence-outstanding':
        // The jobs that compute it take the model's lock, so it is let go before the request waits for them.
        await startOver(manager);
        return decided;
      case 'illegal':
        await this.outcomes.recordIllegal(manager, change, decided);
        return {
          outcome: 'refused',
          problem: transitionRefused(decided, { blockers: blockersOf(illegal(change)) }),
        };
      case 'denied': {
        const { permission, move } = decided;
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
    await this.end(manager, settle(open, { status: 'stale', code, detail }, by), change.caller);
  }
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

/** Whether an emergency was told that it has nothing to get past; that alone is what stands in its way. */
function isPointless(decision: Decision): decision is Refusal<'refused'> {
  return decision.outcome === 'refused' && decision.code === 'OVERRIDE_NOT_NEEDED';
}

/** Where a demand stands that the lifecycle has no move for. */
function illegal(change: StageChange): Standing {
  return { change, judged: null, lost: findLegalityFaults(change.demand, change.facts), bypassed: null };
}

function toResult(
  viewer: Viewer,
  { decision, blockers }: DecidedMove,
  recorded: TransitionRow,
  gateReport: GateReportResponse | null,
): StageChangeResult {
  const transition = toTransitionResponse(recorded, viewer);
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
