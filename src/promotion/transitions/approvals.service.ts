import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Approval, excludedActors, mayApprove } from './approvals.js';
import { loadEffectivePolicy } from '../policies/gate-policies.queries.js';
import { GatesService } from '../gates/gates.service.js';
import { type Caller } from '../../platform/access/caller.js';
import { type LockedModel, lockModel } from '../../registry/models/models.queries.js';
import { decideGatedMove, decideLegality, findStalePin, type Refusal } from './decide-transition.js';
import { type Move } from './move.js';
import { TransitionApproval } from './transition-approval.entity.js';
import {
  gatherFacts,
  type JudgedMove,
  type PerformedTransition,
  pinsOfRow,
  TransitionPerformer,
} from './transition-performer.service.js';
import { pinsOf, TransitionRecorder, type TransitionRequest } from './transition-recorder.service.js';
import { type DecideTransitionRequest, toTransitionResponse, type TransitionResponse } from './transitions.dto.js';
import { decisionRefused, transitionIsFinal, transitionRefused } from './transitions.problems.js';
import { type TransitionRow } from './transition-row.js';
import { loadTransition, loadWithProduction } from './transitions.queries.js';

/** An open transition with the ground it stands on now. */
interface OpenTransition {
  transition: TransitionRow;
  move: Move;
  request: TransitionRequest;
  judged: JudgedMove;
}

@Injectable()
export class ApprovalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly performer: TransitionPerformer,
    private readonly recorder: TransitionRecorder,
    private readonly gates: GatesService,
  ) {}

  /** Takes one person's decision; the last approval needed applies the transition, if its ground still holds. */
  async decideTransition(id: string, decision: DecideTransitionRequest, caller: Caller): Promise<TransitionResponse> {
    const performed = await this.dataSource.transaction(async (manager) => {
      const { modelId } = await loadTransition(manager, id);
      const model = await lockModel(manager, modelId, 'id');
      const transition = await loadTransition(manager, id);
      if (transition.status !== 'awaiting_approval') throw transitionIsFinal(id, transition.status);
      return this.decide(manager, model, transition, decision, caller);
    });
    if (performed.problem) throw performed.problem;
    return performed.transition!;
  }

  private async decide(
    manager: EntityManager,
    model: LockedModel,
    transition: TransitionRow,
    decision: DecideTransitionRequest,
    caller: Caller,
  ): Promise<PerformedTransition> {
    const approvals = [...toApprovals(transition), toApproval(caller, decision)];
    const open = await this.standAgain(manager, model, transition, approvals, caller);
    if ('outcome' in open) return this.end(manager, model, transition, 'stale', open, caller);
    const denial = await this.checkDecider(manager, open, caller);
    if (denial) return denial;
    await this.insertApproval(manager, open, decision, caller);
    if (decision.decision === 'approve') return this.approve(manager, open, caller);
    return open.judged.approvalsPolicy?.rejectionIsVeto === false
      ? this.object(manager, open, caller)
      : this.reject(manager, open, caller);
  }

  /** Judges the request again on the ground as it is now; a pin that no longer holds is answered instead. */
  private async standAgain(
    manager: EntityManager,
    model: LockedModel,
    transition: TransitionRow,
    approvals: readonly Approval[],
    caller: Caller,
  ): Promise<OpenTransition | Refusal> {
    const ground = await loadWithProduction(manager, model, transition.version);
    const demand = {
      toStage: transition.toStage,
      isRollback: false,
      reason: transition.reason,
      allowEmptyProduction: false,
    };
    const request: TransitionRequest = { model, ...ground, demand, alias: transition.alias, caller };
    const effective = await loadEffectivePolicy(manager, model.id);
    const legality = decideLegality(demand, await gatherFacts(manager, request, effective));
    if (legality.outcome !== 'legal') return legality;
    const { move } = legality;
    const judged = await this.performer.judge(manager, request, move, effective, approvals, transition.requestedBy);
    return (
      findStalePin(pinsOfRow(transition), pinsOf(request, judged.judgement)) ?? { transition, move, request, judged }
    );
  }

  /** Separation of duty: who registered the version or asked for the transition does not decide on it. */
  private async checkDecider(
    manager: EntityManager,
    { transition, request, judged }: OpenTransition,
    caller: Caller,
  ): Promise<PerformedTransition | null> {
    const policy = judged.approvalsPolicy;
    if (!policy) return null;
    const excluded = excludedActors(policy, { registrant: request.row.createdBy, requester: transition.requestedBy });
    const actor = { subject: caller.subject, roles: rolesOf(caller) };
    const verdict = mayApprove(policy, actor, excluded, toApprovals(transition));
    if (verdict.allowed) return null;
    if (verdict.code === 'SELF_APPROVAL' || verdict.code === 'ROLE_REQUIRED') {
      await this.recorder.recordDenial(manager, request, { transitionId: transition.id, code: verdict.code });
    }
    return { gateReport: null, problem: decisionRefused(verdict.code, verdict.detail) };
  }

  private async approve(manager: EntityManager, open: OpenTransition, caller: Caller): Promise<PerformedTransition> {
    const { transition, move, request, judged } = open;
    const facts = await gatherFacts(manager, request, await loadEffectivePolicy(manager, request.model.id));
    const decision = decideGatedMove(move, facts, judged.gates);
    await this.recorder.recordEvent(
      manager,
      caller,
      await loadTransition(manager, transition.id),
      'transition.approved',
    );
    if (decision.outcome === 'awaiting_approval') {
      return { gateReport: null, transition: toTransitionResponse(await loadTransition(manager, transition.id)) };
    }
    if (decision.outcome !== 'applied')
      return this.end(manager, request.model, transition, 'refused', decision, caller);
    const gateReport = await this.gates.getGateReport(transition.gateReportId!, manager);
    const applied = { ...request, move, gateReport };
    const settled = await this.recorder.settle(
      manager,
      transition,
      { status: 'applied' },
      request.model.now,
      caller,
      applied,
    );
    return { gateReport, transition: toTransitionResponse(settled) };
  }

  private async reject(
    manager: EntityManager,
    { transition, request }: OpenTransition,
    caller: Caller,
  ): Promise<PerformedTransition> {
    const outcome = { status: 'rejected' as const, code: 'REJECTED', detail: `Rejected by ${caller.subject}.` };
    const settled = await this.recorder.settle(manager, transition, outcome, request.model.now, caller);
    return { gateReport: null, transition: toTransitionResponse(settled) };
  }

  /** Notes a rejection that is no veto: others may still approve. */
  private async object(
    manager: EntityManager,
    { transition }: OpenTransition,
    caller: Caller,
  ): Promise<PerformedTransition> {
    const objected = await loadTransition(manager, transition.id);
    await this.recorder.recordEvent(manager, caller, objected, 'transition.objected');
    return { gateReport: null, transition: toTransitionResponse(objected) };
  }

  /** Ends a transition that cannot be applied any more; that is committed, then answered as a problem. */
  private async end(
    manager: EntityManager,
    model: LockedModel,
    transition: TransitionRow,
    status: 'stale' | 'refused',
    { code, detail }: Refusal,
    caller: Caller,
  ): Promise<PerformedTransition> {
    const settled = await this.recorder.settle(manager, transition, { status, code, detail }, model.now, caller);
    const response = toTransitionResponse(settled);
    return {
      gateReport: null,
      transition: response,
      problem: transitionRefused({ outcome: status, code, detail }, response),
    };
  }

  private async insertApproval(
    manager: EntityManager,
    { transition, request }: OpenTransition,
    { decision, comment }: DecideTransitionRequest,
    caller: Caller,
  ): Promise<void> {
    await manager.insert(TransitionApproval, {
      id: uuidv7(),
      transitionId: transition.id,
      gateReportDigest: transition.gateReportDigest ?? '',
      decision,
      decidedBy: caller.subject,
      roles: rolesOf(caller),
      comment: comment ?? null,
      decidedAt: request.model.now,
    });
  }
}

function rolesOf({ roles, approvalRoles }: Caller): string[] {
  return [...roles, ...approvalRoles];
}

function toApprovals(transition: TransitionRow): Approval[] {
  return transition.approvals.map(({ decidedBy, roles, decision }) => ({ actor: decidedBy, roles, decision }));
}

function toApproval(caller: Caller, { decision }: DecideTransitionRequest): Approval {
  return { actor: caller.subject, roles: rolesOf(caller), decision };
}
