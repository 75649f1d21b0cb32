import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../record/audit/audit.service.js';
import { type DetailsOf } from '../../record/events/catalogue.js';
import { type GateReportRecord } from '../gates/gate-report.entity.js';
import { type GateReportResponse } from '../gates/gates.dto.js';
import { type Judgement } from '../gates/gates.service.js';
import { type Caller } from '../../platform/access/caller.js';
import { type LockedModel } from '../../registry/models/models.queries.js';
import { type BegunEvaluation } from '../re-evaluations/re-evaluations.service.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { type Pins, type Refusal, type TransitionDemand, type TransitionStatus } from './decide-transition.js';
import { type Move } from './move.js';
import { Transition } from './transition.entity.js';
import { type TransitionRow } from './transition-row.js';
import { applyMove, endOpenTransitions, insertDecision, loadTransition, writeAlias } from './transitions.queries.js';

/** A demand with the ground it stands on, as the model's lock found it. */
export interface TransitionRequest {
  model: LockedModel;
  row: VersionRow;
  production: VersionRow | null;
  /** Whether any request of the model awaits approval, which an applied move takes the ground from. */
  isAwaited: boolean;
  demand: TransitionDemand;
  /** A protected alias whose writing asked for the move. */
  alias: string | null;
  caller: Caller;
  /** Evidence begun for this demand; until it was looked for, a refusal that it may turn is not recorded. */
  begun?: readonly BegunEvaluation[];
}

type TransitionDetails = DetailsOf<'transition.applied'>;
type TransitionAction =
  `transition.${'requested' | 'approved' | 'objected' | Exclude<TransitionStatus, 'awaiting_approval'>}`;

type StoredReport = GateReportRecord & { report: GateReportResponse };

/** A move to carry out, on the ground as the lock found it. */
type AppliedMove = Pick<TransitionRequest, 'row' | 'production' | 'isAwaited'> & { move: Move };

export interface Outcome {
  status: TransitionStatus;
  code?: string;
  detail?: string;
}

/** Writes what was decided: the transition, the stages, and the audit record, all in the caller's transaction. */
@Injectable()
export class TransitionRecorder {
  constructor(private readonly audit: AuditService) {}

  /** Records a demand with its outcome, and moves the version when it is applied. */
  async record(
    manager: EntityManager,
    request: TransitionRequest,
    move: Move,
    judgement: Judgement | null,
    gateReport: StoredReport | null,
    outcome: Outcome,
  ): Promise<TransitionRow> {
    const { model, row, production, caller } = request;
    const isFinal = outcome.status !== 'awaiting_approval';
    const displaces = outcome.status === 'applied' && move.to === 'Production' ? (production?.version ?? null) : null;
    const transition = manager.create(Transition, {
      id: uuidv7(),
      modelId: model.id,
      version: row.version,
      fromStage: row.stage,
      toStage: move.to,
      kind: move.kind,
      status: outcome.status,
      reason: request.demand.reason,
      alias: request.alias,
      requestedBy: caller.subject,
      requestedAt: model.now,
      gateReportId: gateReport?.id ?? null,
      ...toPinColumns(pinsOf(request, judgement)),
      displacedVersion: displaces,
      settledAt: isFinal ? model.now : null,
      settledBy: isFinal ? caller.subject : null,
      outcomeCode: outcome.code ?? null,
      outcomeDetail: outcome.detail ?? null,
    });
    await insertDecision(manager, transition, gateReport);
    const recorded: TransitionRow = {
      ...transition,
      model: model.name,
      approvals: [],
      gateReportDigest: gateReport?.digest ?? null,
    };
    if (outcome.status === 'applied') await this.apply(manager, recorded, { ...request, move }, model.now, caller);
    await this.recordEvent(manager, caller, recorded, eventOf(outcome.status), gateReport?.report);
    return recorded;
  }

  /** Gives an open transition its outcome, and moves the version when it is applied. */
  async settle(
    manager: EntityManager,
    transition: TransitionRow,
    outcome: Outcome,
    now: Date,
    caller: Caller,
    applied?: AppliedMove & { gateReport: GateReportResponse },
  ): Promise<TransitionRow> {
    await manager.update(Transition, transition.id, {
      status: outcome.status,
      settledAt: now,
      settledBy: caller.subject,
      displacedVersion: applied?.move.to === 'Production' ? (applied.production?.version ?? null) : null,
      outcomeCode: outcome.code ?? null,
      outcomeDetail: outcome.detail ?? null,
    });
    if (applied) await this.apply(manager, transition, applied, now, caller);
    const settled = await loadTransition(manager, transition.id);
    await this.recordEvent(manager, caller, settled, eventOf(outcome.status), applied?.gateReport ?? null);
    return settled;
  }

  /** Notes a demand that the lifecycle has no move for; there is no transition to record. */
  async recordIllegal(manager: EntityManager, request: TransitionRequest, refusal: Refusal): Promise<void> {
    const { demand, row, model, caller } = request;
    const details = { fromStage: row.stage, toStage: demand.toStage, code: refusal.code, detail: refusal.detail };
    const entry = {
      action: 'transition.refused' as const,
      modelId: model.id,
      model: model.name,
      version: row.version,
      details,
    };
    await this.audit.record(manager, caller, entry);
  }

  /** Notes a caller who is known but may not do this kind of move, or not decide on it. */
  async recordDenial(
    manager: EntityManager,
    { model, row, caller }: Pick<TransitionRequest, 'model' | 'row' | 'caller'>,
    details: DetailsOf<'access.denied'>,
  ): Promise<void> {
    const entry = {
      action: 'access.denied' as const,
      modelId: model.id,
      model: model.name,
      version: row.version,
      details,
    };
    await this.audit.record(manager, caller, entry);
  }

  async recordEvent(
    manager: EntityManager,
    caller: Caller,
    transition: TransitionRow,
    action: TransitionAction,
    gateReport: GateReportResponse | null = null,
  ): Promise<void> {
    const { modelId, model, version } = transition;
    const details = { ...describe(transition), ...(gateReport && { gateReport: describeReport(gateReport) }) };
    await this.audit.record(manager, caller, { action, modelId, model, version, details });
  }

  private async apply(
    manager: EntityManager,
    transition: TransitionRow,
    { move, row, production, isAwaited }: AppliedMove,
    now: Date,
    caller: Caller,
  ): Promise<void> {
    await applyMove(manager, move, row, production, now, caller.subject);
    if (transition.alias !== null) await writeAlias(manager, row, transition.alias, now, caller.subject);
    if (!isAwaited) return;
    const changesProduction = move.to === 'Production' || move.from === 'Production';
    const moved = { id: transition.id, modelId: row.modelId, version: row.version, changesProduction };
    for (const ended of await endOpenTransitions(manager, moved, now, caller.subject)) {
      await this.recordEvent(manager, caller, await loadTransition(manager, ended.id), 'transition.stale');
    }
  }
}

/** What a request is pinned to. */
export function pinsOf(
  { model, row, production }: Pick<TransitionRequest, 'model' | 'row' | 'production'>,
  judgement: Judgement | null,
): Pins {
  return {
    fromStage: row.stage,
    incumbent: production?.version ?? null,
    generation: model.generation,
    policyDigest: judgement?.policyDigest ?? null,
    evidenceDigest: judgement?.evidenceDigest ?? null,
    artifactDigest: row.artifactDigest,
  };
}

function toPinColumns(pins: Pins) {
  return {
    pinnedIncumbent: pins.incumbent,
    pinnedGeneration: pins.generation,
    pinnedPolicyDigest: pins.policyDigest,
    pinnedEvidenceDigest: pins.evidenceDigest,
    pinnedArtifactDigest: pins.artifactDigest,
  };
}

function eventOf(status: TransitionStatus): TransitionAction {
  return status === 'awaiting_approval' ? 'transition.requested' : `transition.${status}`;
}

function describe(transition: TransitionRow): TransitionDetails {
  return {
    transitionId: transition.id,
    kind: transition.kind,
    fromStage: transition.fromStage,
    toStage: transition.toStage,
    status: transition.status,
    requestedBy: transition.requestedBy,
    reason: transition.reason,
    incumbent: transition.pinnedIncumbent,
    displacedVersion: transition.displacedVersion,
    approvals: transition.approvals.map(({ decidedBy, decision, comment }) => ({
      actor: decidedBy,
      decision,
      comment,
    })),
    gateReportId: transition.gateReportId,
    ...(transition.alias !== null && { alias: transition.alias }),
    ...(transition.outcomeCode !== null && { code: transition.outcomeCode, detail: transition.outcomeDetail }),
  };
}

/** The evidence a decision rests on, in the audit record itself. */
function describeReport(report: GateReportResponse): TransitionDetails['gateReport'] {
  const { id, verdict, message, digest, policyRevision, policyDigest, evidenceUsed } = report;
  return { id, verdict, message, digest, policyRevision, policyDigest, evidenceUsed };
}
