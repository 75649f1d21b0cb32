import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Caller } from '../../platform/access/caller.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { Denials } from '../../record/audit/denials.service.js';
import { GatesService } from '../gates/gates.service.js';
import { type Approval, excludedPersons, mayApprove } from './approvals.js';
import { decideGatedMove, decideLegality, findStalePin, type Refusal } from './decide-transition.js';
import {
  actorsOf,
  displacedBy,
  type JudgedMove,
  type Outcome,
  pinsOf,
  pinsOfRow,
  settle,
  type StageChange,
  type StageRequest,
  type TurnedDown,
} from './stage-change.js';
import { StageChanges } from './stage-changes.service.js';
import { TransitionApproval } from './transition-approval.entity.js';
import { decisionEvent, denialEvent, outcomeEvent } from './transition-events.js';
import { type ApprovalRow, type TransitionRow } from './transition-row.js';
import { type DecideTransitionRequest, toTransitionResponse, type TransitionResponse } from './transitions.dto.js';
import { decisionRefused, transitionRefused } from './transitions.problems.js';
import { loadStageChange, lockOpenTransition, writeOutcome } from './transitions.queries.js';

/** A transition that awaits approval, and the ground it stands on now. */
interface OpenTransition {
  transition: TransitionRow;
  change: StageChange;
}

/** What became of a person's decision. */
type DecisionResult = { outcome: 'taken'; transition: TransitionRow } | TurnedDown;

@Injectable()
export class ApprovalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: StageChanges,
    private readonly gates: GatesService,
    private readonly audit: AuditService,
    private readonly denials: Denials,
  ) {}

  /** Takes one person's decision; the last approval needed applies the transition, if its ground still holds. */
  async decideTransition(id: string, request: DecideTransitionRequest, caller: Caller): Promise<TransitionResponse> {
    const result = await this.dataSource.transaction(async (manager) => {
      const { model, transition } = await lockOpenTransition(manager, id);
      const change = await loadStageChange(manager, model, requestOf(transition, request, caller));
      return this.decide(manager, { transition, change }, request);
    });
    if (result.outcome === 'refused') throw result.problem;
    return toTransitionResponse(result.transition);
  }

  private async decide(
    manager: EntityManager,
    open: OpenTransition,
    request: DecideTransitionRequest,
  ): Promise<DecisionResult> {
    const judged = await this.judgeAgain(manager, open);
    if ('code' in judged) return this.endUnapplied(manager, open, { ...judged, outcome: 'stale' });
    const denied = await this.denyDecider(manager, open, judged);
    if (denied) return denied;
    const decided = { ...open, transition: await insertApproval(manager, open, request) };
    if (request.decision === 'approve') return this.approve(manager, decided, judged);
    return judged.approvalsPolicy?.rejectionIsVeto === false
      ? this.recordObjection(manager, decided)
      : this.reject(manager, decided);
  }

  /** Judges the request again on the ground as it is now; what no longer holds is answered instead. */
  private async judgeAgain(
    manager: EntityManager,
    { transition, change }: OpenTransition,
  ): Promise<JudgedMove | Refusal> {
    const legality = decideLegality(change.demand, change.facts);
    if (legality.outcome !== 'legal') return legality;
    const judged = await this.changes.judge(manager, change, legality.move);
    return findStalePin(pinsOfRow(transition), pinsOf(change, judged.judgement)) ?? judged;
  }

  /** Separation of duty: who registered the version or asked for the transition does not decide on it. */
  private async denyDecider(
    manager: EntityManager,
    { transition, change }: OpenTransition,
    { approvalsPolicy, judgement }: JudgedMove,
  ): Promise<TurnedDown | null> {
    if (!approvalsPolicy) return null;
    const { caller } = change;
    const excluded = excludedPersons(approvalsPolicy, actorsOf(change, judgement));
    const actor = { subject: caller.subject, roles: rolesOf(caller) };
    const verdict = mayApprove(approvalsPolicy, actor, excluded, approvalsOf(transition));
    if (verdict.allowed) return null;
    const { code, detail } = verdict;
    if (code === 'SELF_APPROVAL' || code === 'ROLE_REQUIRED')
      await this.denials.record(
        caller,
        `${transition.id} ${code}`,
        denialEvent(change, { transitionId: transition.id, code }),
        manager,
      );
    return { outcome: 'refused', problem: decisionRefused(code, detail) };
  }

  private async approve(manager: EntityManager, open: OpenTransition, judged: JudgedMove): Promise<DecisionResult> {
    const { transition, change } = open;
    const decision = decideGatedMove(judged.move, change.facts, judged.gates);
    await this.audit.record(manager, change.caller, decisionEvent('approved', transition));
    switch (decision.outcome) {
      case 'awaiting_approval':
        return { outcome: 'taken', transition };
      case 'applied':
        return this.applyApproved(manager, open);
      case 'refused':
      case 'stale':
        return this.endUnapplied(manager, open, decision);
    }
  }

  private async applyApproved(manager: EntityManager, open: OpenTransition): Promise<DecisionResult> {
    const { transition, change } = open;
    const { gateReportId } = transition;
    const gateReport = gateReportId === null ? null : await this.gates.loadRecord(gateReportId, manager);
    const displacedVersion = displacedBy(change, transition.toStage);
    const applied = settleNow(open, { status: 'applied', displacedVersion });
    await writeOutcome(manager, applied);
    await this.changes.apply(manager, change, applied);
    await this.audit.record(manager, change.caller, outcomeEvent(applied, gateReport));
    return { outcome: 'taken', transition: applied };
  }

  private async reject(manager: EntityManager, open: OpenTransition): Promise<DecisionResult> {
    const { caller } = open.change;
    const outcome = { status: 'rejected', code: 'REJECTED', detail: `Rejected by ${caller.subject}.` } as const;
    const rejected = settleNow(open, outcome);
    await this.changes.end(manager, rejected, caller);
    return { outcome: 'taken', transition: rejected };
  }

  /** A rejection that is no veto ends nothing: others may still approve. */
  private async recordObjection(
    manager: EntityManager,
    { transition, change }: OpenTransition,
  ): Promise<DecisionResult> {
    await this.audit.record(manager, change.caller, decisionEvent('objected', transition));
    return { outcome: 'taken', transition };
  }

  /** Ends a transition that cannot be applied any more. */
  private async endUnapplied(
    manager: EntityManager,
    open: OpenTransition,
    { outcome: status, code, detail }: Refusal<'refused' | 'stale'>,
  ): Promise<TurnedDown> {
    const ended = settleNow(open, { status, code, detail });
    await this.changes.end(manager, ended, open.change.caller);
    const problem = transitionRefused({ code, detail }, toTransitionResponse(ended));
    return { outcome: 'refused', problem };
  }
}

function settleNow({ transition, change }: OpenTransition, outcome: Outcome): TransitionRow {
  return settle(transition, outcome, { at: change.model.now, caller: change.caller });
}

/** Writes the caller's decision, bound to the report that it was taken on; answers the transition with it. */
async function insertApproval(
  manager: EntityManager,
  { transition, change: { model, caller } }: OpenTransition,
  { decision, comment }: DecideTransitionRequest,
): Promise<TransitionRow> {
  const approval: Omit<ApprovalRow, 'decidedAt'> = {
    gateReportDigest: transition.gateReportDigest ?? '',
    decision,
    decidedBy: caller.subject,
    roles: rolesOf(caller),
    comment: comment ?? null,
  };
  const { id: transitionId } = transition;
  await manager.insert(TransitionApproval, { id: uuidv7(), transitionId, ...approval, decidedAt: model.now });
  return { ...transition, approvals: [...transition.approvals, { ...approval, decidedAt: model.now.toISOString() }] };
}

/** The same request once more, with the decisions taken on it, the caller's as the last. */
function requestOf(transition: TransitionRow, { decision }: DecideTransitionRequest, caller: Caller): StageRequest {
  const { version, toStage, reason, alias, requestedBy } = transition;
  const demand = { toStage, isRollback: false, reason, allowEmptyProduction: false };
  const own = { actor: caller.subject, roles: rolesOf(caller), decision };
  return { version, demand, alias, requestedBy, approvals: [...approvalsOf(transition), own], caller };
}

function approvalsOf({ approvals }: TransitionRow): Approval[] {
  return approvals.map(({ decidedBy, roles, decision }) => ({ actor: decidedBy, roles, decision }));
}

function rolesOf({ roles, approvalRoles }: Caller): string[] {
  return [...roles, ...approvalRoles];
}
