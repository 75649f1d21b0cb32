import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { forbidden } from '../../access/tokens/auth.problems.js';
import { type Caller } from '../../platform/access/caller.js';
import { startOver } from '../../platform/database/start-over.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { Denials } from '../../record/audit/denials.service.js';
import { writeAlias } from '../../registry/versions/versions.queries.js';
import { type LockedModel } from '../../registry/models/models.queries.js';
import { type GateReportResponse } from '../gates/gates.dto.js';
import { GatesService, toGateReportRecord } from '../gates/gates.service.js';
import { type Decision, decideGatedMove, decideLegality, findStalePin } from './decide-transition.js';
import { mirroredMove, missingPermission, type Move } from './move.js';
import {
  type Decided,
  type DecidedMove,
  type JudgedMove,
  judgeMove,
  pinsOf,
  pinsOfRow,
  settle,
  type StageChange,
  type StageChangeResult,
  type StageRequest,
  toTransition,
} from './stage-change.js';
import { denialEvent, illegalDemandEvent, outcomeEvent } from './transition-events.js';
import { type TransitionRow } from './transition-row.js';
import { toTransitionResponse } from './transitions.dto.js';
import { transitionIsOpen, transitionRefused } from './transitions.problems.js';
import {
  applyMove,
  endOpenTransitions,
  findOpenTransition,
  insertDecision,
  loadStageChange,
  loadTransition,
  writeOutcome,
} from './transitions.queries.js';

/** The one way a version changes its stage, in the caller's transaction and under the model's lock. */
@Injectable()
export class StageChanges {
  constructor(
    private readonly gates: GatesService,
    private readonly audit: AuditService,
    private readonly denials: Denials,
  ) {}

  /** Load · decide · write · audit · return. A refusal takes the same way, so that it is recorded as well. */
  async perform(manager: EntityManager, model: LockedModel, request: StageRequest): Promise<StageChangeResult> {
    const change = await loadStageChange(manager, model, request);
    const decided = await this.decide(manager, change);
    if (decided.outcome !== 'decided') return this.endWithoutTransition(manager, change, decided);
    const gateReport = decided.judged && toGateReportRecord(change.row, decided.judged.judgement, change.begun);
    const transition = toTransition(change, decided, { id: uuidv7(), gateReport });
    if (transition.status === 'awaiting_approval') await this.endStaleRequest(manager, change, decided);
    await insertDecision(manager, transition, gateReport);
    if (transition.status === 'applied') await this.apply(manager, change, transition);
    await this.audit.record(manager, change.caller, outcomeEvent(transition, gateReport));
    return toResult(change.caller, decided.decision, transition, gateReport?.report ?? null);
  }

  /** Repeats a move that another registry made: no gate judges it and nobody approves it, and its outcome says so. */
  async mirror(manager: EntityManager, model: LockedModel, request: StageRequest): Promise<void> {
    const change = await loadStageChange(manager, model, request);
    const move = mirroredMove(change.row.stage, request.demand.toStage);
    const decided = { outcome: 'decided', move, decision: { outcome: 'applied' }, judged: null } as const;
    const outcome = {
      outcomeCode: 'IMPORTED',
      outcomeDetail: 'It was made in another registry; no gate judged it here.',
    };
    const transition = { ...toTransition(change, decided, { id: uuidv7(), gateReport: null }), ...outcome };
    await insertDecision(manager, transition, null);
    await this.apply(manager, change, transition);
    await this.audit.record(manager, change.caller, outcomeEvent(transition));
  }

  /** Judges a gated move on what the transaction sees now, with the approvals given so far. */
  private async judge(manager: EntityManager, change: StageChange, move: Move): Promise<JudgedMove> {
    const { model, row, production, effective } = change;
    const versions = { challenger: row, incumbent: production };
    const judgement = await this.gates.judge(manager, versions, move.to, model.now, effective);
    return judgeMove(change, move, judgement);
  }

  /** Moves the version, and its protected alias with it, and ends the requests that lose their ground by that. */
  private async apply(manager: EntityManager, change: StageChange, applied: TransitionRow): Promise<void> {
    const { caller, isAwaited } = change;
    const { modelId, version, alias } = applied;
    const written = { updatedAt: change.model.now, updatedBy: caller.subject };
    await applyMove(manager, change, applied);
    if (alias !== null) await writeAlias(manager, { modelId, version, alias, ...written });
    if (!isAwaited) return;
    for (const id of await endOpenTransitions(manager, change, applied))
      await this.audit.record(manager, caller, outcomeEvent(await loadTransition(manager, id)));
  }

  /** Applies a transition that was open, with the report it was asked for on as its evidence. */
  async applyOpen(manager: EntityManager, change: StageChange, applied: TransitionRow): Promise<void> {
    const { gateReportId } = applied;
    const gateReport = gateReportId === null ? null : await this.gates.loadRecord(gateReportId, manager);
    await writeOutcome(manager, applied);
    await this.apply(manager, change, applied);
    await this.audit.record(manager, change.caller, outcomeEvent(applied, gateReport));
  }

  /** Writes an outcome that moves nothing. */
  async end(manager: EntityManager, settled: TransitionRow, caller: Caller): Promise<void> {
    await writeOutcome(manager, settled);
    await this.audit.record(manager, caller, outcomeEvent(settled));
  }

  private async decide(manager: EntityManager, change: StageChange): Promise<Decided> {
    const legality = decideLegality(change.demand, change.facts);
    if (legality.outcome === 'illegal') return legality;
    const { move } = legality;
    if (legality.outcome !== 'legal') return { outcome: 'decided', move, decision: legality, judged: null };
    const permission = missingPermission(move, change.caller.permissions);
    if (permission) return { outcome: 'denied', move, permission };
    if (!move.gated) return { outcome: 'decided', move, decision: { outcome: 'applied' }, judged: null };
    const judged = await this.judge(manager, change, move);
    const decision = decideGatedMove(move, change.facts, judged.gates);
    const versions = { challenger: change.row, incumbent: change.production };
    const outstanding = mayTurn(change, move, decision)
      ? await this.gates.findOutstanding(manager, versions, judged.judgement)
      : null;
    if (outstanding !== null) return { outcome: 'evidence-outstanding', ...outstanding };
    return { outcome: 'decided', move, decision, judged };
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
        await this.audit.record(manager, caller, illegalDemandEvent(change, decided));
        return { outcome: 'refused', problem: transitionRefused(decided) };
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
    const stale = findStalePin(pinsOfRow(open), pinsOf(change, decided.judged?.judgement ?? null));
    if (!stale) throw transitionIsOpen(toTransitionResponse(open, change.caller));
    const { code, detail } = stale;
    const by = { at: change.model.now, caller: change.caller };
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

function toResult(
  caller: Caller,
  decision: Decision,
  recorded: TransitionRow,
  gateReport: GateReportResponse | null,
): StageChangeResult {
  const transition = toTransitionResponse(recorded, caller);
  switch (decision.outcome) {
    case 'applied':
      return { outcome: 'applied', transition, gateReport };
    case 'awaiting_approval':
      return { outcome: 'awaiting', transition, gateReport };
    case 'refused':
    case 'stale':
      return { outcome: 'refused', problem: transitionRefused(decision, transition, gateReport ?? undefined) };
  }
}
