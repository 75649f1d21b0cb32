import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { forbidden } from '../../access/tokens/auth.problems.js';
import { type Approval, approvalsNeeded, type ApprovalState, excludedActors, judgeApprovals } from './approvals.js';
import { type ApprovalsPolicy, stagePolicy } from '../../judging/policy/gate-policy.js';
import { type GateReportResponse } from '../gates/gates.dto.js';
import { type EffectivePolicy, loadEffectivePolicy } from '../policies/gate-policies.queries.js';
import { GatesService, type Judgement, toGateReportRecord } from '../gates/gates.service.js';
import { type Problem } from '../../platform/http/problem.js';
import { type PlannedEvaluation } from '../re-evaluations/re-evaluation.js';
import { hasHeldProduction } from '../../registry/versions/versions.queries.js';
import {
  type Decision,
  decideGatedMove,
  decideLegality,
  findStalePin,
  type GateFacts,
  type Refusal,
  type TransitionFacts,
} from './decide-transition.js';
import { findMove, type Move, permissionsFor } from './move.js';
import { type Outcome, pinsOf, TransitionRecorder, type TransitionRequest } from './transition-recorder.service.js';
import { toTransitionResponse, type TransitionResponse } from './transitions.dto.js';
import { transitionIsOpen, transitionRefused } from './transitions.problems.js';
import { type TransitionRow } from './transition-row.js';
import { findOpenTransition } from './transitions.queries.js';

/** What became of a demand. It is committed in every case, a refusal too; the problem is thrown after that. */
export interface PerformedTransition {
  transition?: TransitionResponse;
  gateReport: GateReportResponse | null;
  problem?: Problem;
}

/** A judgement with the approvals its policy asks for. */
export interface JudgedMove {
  judgement: Judgement;
  approvalsPolicy: ApprovalsPolicy | null;
  gates: GateFacts;
}

/** Ends the transaction of a demand, and so the lock, until evidence that it lacks was sought. */
export class EvidenceOutstanding extends Error {
  constructor(
    readonly modelId: string,
    readonly plans: readonly PlannedEvaluation[],
  ) {
    super('Evidence is outstanding.');
  }
}

/** The one way a version changes its stage: judge, decide and record under the model's lock. */
@Injectable()
export class TransitionPerformer {
  constructor(
    private readonly gates: GatesService,
    private readonly recorder: TransitionRecorder,
  ) {}

  async perform(manager: EntityManager, request: TransitionRequest): Promise<PerformedTransition> {
    const effective = await loadEffectivePolicy(manager, request.model.id);
    const facts = await gatherFacts(manager, request, effective);
    const legality = decideLegality(request.demand, facts);
    if (legality.outcome !== 'legal') return this.refuse(manager, request, legality);
    const { move } = legality;
    const permissions = permissionsFor(move);
    if (!permissions.some((permission) => request.caller.permissions.has(permission))) {
      const [permission] = permissions;
      await this.recorder.recordDenial(manager, request, {
        permission,
        kind: move.kind,
        fromStage: move.from,
        toStage: move.to,
      });
      return { gateReport: null, problem: forbidden(permission, request.caller.roles) };
    }
    return move.gated
      ? this.performGated(manager, request, move, facts, effective)
      : this.performFreely(manager, request, move);
  }

  /** Judges a gated move on what the transaction sees now, with the approvals given so far. */
  async judge(
    manager: EntityManager,
    request: Pick<TransitionRequest, 'model' | 'row' | 'production'>,
    move: Move,
    effective: EffectivePolicy,
    approvals: readonly Approval[],
    requester: string,
  ): Promise<JudgedMove> {
    const { model, row, production } = request;
    const judgement = await this.gates.judge(
      manager,
      { challenger: row, incumbent: production },
      move.to,
      model.now,
      effective,
    );
    const stage = stagePolicy(effective.policy, move.to);
    const needed = stage && move.kind !== 'rollback' ? approvalsNeeded(stage, judgement.content.firstPromotion) : null;
    const actors = { registrant: row.createdBy, requester };
    const state: ApprovalState | null = needed && judgeApprovals(needed, approvals, excludedActors(needed, actors));
    const gates: GateFacts = {
      verdict: judgement.content.verdict,
      message: judgement.content.message,
      blocking: move.kind !== 'rollback' || (stage?.rollback.requireGates ?? false),
      challengerEvaluatedAt: judgement.challengerEvaluatedAt,
      approvalsComplete: state?.complete ?? true,
      approvalsMessage: state?.message ?? 'No approval is needed.',
    };
    return { judgement, approvalsPolicy: needed, gates };
  }

  private async performGated(
    manager: EntityManager,
    request: TransitionRequest,
    move: Move,
    facts: TransitionFacts,
    effective: EffectivePolicy,
  ): Promise<PerformedTransition> {
    const { judgement, gates } = await this.judge(manager, request, move, effective, [], request.caller.subject);
    const decision = decideGatedMove(move, facts, gates);
    if (decision.outcome === 'refused' && decision.code === 'GATES_REFUSED')
      await this.seekEvidence(manager, request, move, judgement);
    if (decision.outcome === 'awaiting_approval') await this.clearTheWay(manager, request, move, judgement);
    const stored = toGateReportRecord(request.row, judgement, request.begun);
    const gateReport = stored.report;
    const refusal = decision.outcome === 'applied' || decision.outcome === 'awaiting_approval' ? null : decision;
    const outcome = toOutcome(decision);
    const recorded = await this.recorder.record(manager, request, move, judgement, stored, outcome);
    const transition = toTransitionResponse(recorded);
    return {
      transition,
      gateReport,
      problem: refusal ? transitionRefused(refusal, transition, gateReport) : undefined,
    };
  }

  /** Leaves a refusal unrecorded that kept predictions may turn; a rollback waits for nothing. */
  private async seekEvidence(
    manager: EntityManager,
    { row, production, begun }: TransitionRequest,
    move: Move,
    judgement: Judgement,
  ): Promise<void> {
    if (begun !== undefined || move.kind === 'rollback') return;
    const plans = await this.gates.planEvidence(manager, { challenger: row, incumbent: production }, judgement);
    if (plans.length > 0) throw new EvidenceOutstanding(row.modelId, plans);
  }

  private async performFreely(
    manager: EntityManager,
    request: TransitionRequest,
    move: Move,
  ): Promise<PerformedTransition> {
    const recorded = await this.recorder.record(manager, request, move, null, null, { status: 'applied' });
    return { transition: toTransitionResponse(recorded), gateReport: null };
  }

  /** An open request on the same ground is answered with 409; one whose ground is gone is ended as stale. */
  private async clearTheWay(
    manager: EntityManager,
    request: TransitionRequest,
    move: Move,
    judgement: Judgement,
  ): Promise<void> {
    const open = await findOpenTransition(manager, request.row, move.to);
    if (!open) return;
    const stale = findStalePin(pinsOfRow(open), pinsOf(request, judgement));
    if (!stale) throw transitionIsOpen(toTransitionResponse(open));
    const { code, detail } = stale;
    await this.recorder.settle(manager, open, { status: 'stale', code, detail }, request.model.now, request.caller);
  }

  /** A move that the lifecycle has is recorded with its refusal; one it has not, only in the audit record. */
  private async refuse(
    manager: EntityManager,
    request: TransitionRequest,
    refusal: Refusal,
  ): Promise<PerformedTransition> {
    const { demand, row } = request;
    const move = findMove(row.stage, demand.toStage, demand.isRollback);
    if (!move || refusal.outcome === 'illegal') {
      await this.recorder.recordIllegal(manager, request, refusal);
      return { gateReport: null, problem: transitionRefused(refusal) };
    }
    const { outcome: status, code, detail } = refusal;
    const recorded = await this.recorder.record(manager, request, move, null, null, { status, code, detail });
    const transition = toTransitionResponse(recorded);
    return { transition, gateReport: null, problem: transitionRefused(refusal, transition) };
  }
}

function toOutcome(decision: Decision): Outcome {
  if (decision.outcome === 'applied') return { status: 'applied' };
  if (decision.outcome === 'awaiting_approval') return { status: 'awaiting_approval', detail: decision.detail };
  return { status: 'refused', code: decision.code, detail: decision.detail };
}

export function pinsOfRow(row: TransitionRow) {
  return {
    fromStage: row.fromStage,
    incumbent: row.pinnedIncumbent,
    generation: row.pinnedGeneration,
    policyDigest: row.pinnedPolicyDigest,
    evidenceDigest: row.pinnedEvidenceDigest,
    artifactDigest: row.pinnedArtifactDigest,
  };
}

export async function gatherFacts(
  manager: EntityManager,
  { model, row, production, demand }: Pick<TransitionRequest, 'model' | 'row' | 'production' | 'demand'>,
  effective: EffectivePolicy,
): Promise<TransitionFacts> {
  return {
    model: model.name,
    version: row.version,
    fromStage: row.stage,
    incumbent: production?.version ?? null,
    quarantineReason: row.quarantineReason,
    hasHeldProduction: demand.isRollback && (await hasHeldProduction(manager, model.id, row.version)),
    rolledBackAt: row.rolledBackAt,
    skipStagingAllowed: stagePolicy(effective.policy, 'Production')?.allowSkipStaging ?? false,
  };
}
