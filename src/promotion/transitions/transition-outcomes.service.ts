import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { requestLifetimeMs } from '../../judging/policy/approval-terms.js';
import { type Caller } from '../../platform/access/caller.js';
import { insertionOf, insertRow, toColumns } from '../../platform/database/columns.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { type Denial } from '../../record/audit/denials.service.js';
import { type AuditEntry, type DetailsOf } from '../../record/events/catalogue.js';
import { enterStage, leaveProduction, writeAlias } from '../../registry/versions/versions.queries.js';
import { canonicalDigest } from '../../values/digest.js';
import { type ApprovalDemand } from '../approvals/approvals.js';
import { GateReportRecord } from '../gates/gate-report.entity.js';
import { GatesService, toGateReportRecord } from '../gates/gates.service.js';
import { waiversOf } from '../gates/report-waivers.js';
import { pinsOf } from './decisions/pins.js';
import { Aftermath } from './safeguards/aftermath.service.js';
import { storedOverride } from './safeguards/decide-override.js';
import {
  type DecidedMove,
  type Decision,
  displacedBy,
  MOVE_KINDS,
  type Refusal,
  type SettledStatus,
  type StageChange,
  TRANSITION_STATUSES,
  type TransitionStatus,
} from './stage-change.js';
import { besideTransition, type TransitionRow } from './transition-row.js';
import { Transition } from './transition.entity.js';
import { endOpenTransitions, loadTransition, writeOutcome } from './transitions.queries.js';
import { digestApproval, digestTransition } from './witnesses/stored-transition.js';

/** A transition as it was written, and the gate report it rests on. */
export interface WrittenTransition {
  transition: TransitionRow;
  gateReport: GateReportRecord | null;
}

/** Writes what becomes of transitions, in the caller's transaction: the row, the stages, the event; and counts it. */
@Injectable()
export class TransitionOutcomes {
  /** Counted when the event is written: one whose transaction fails after that was counted all the same. */
  readonly counter = new Counter({
    name: 'transitions_total',
    help: 'Transitions that this replica decided on, by kind of move and where they stood afterwards.',
    labelNames: ['kind', 'outcome'],
    registers: [],
  });

  constructor(
    private readonly audit: AuditService,
    private readonly gates: GatesService,
    private readonly aftermath: Aftermath,
  ) {
    // From 0 on, so that the first one is a change that an alarm sees.
    for (const kind of MOVE_KINDS) for (const outcome of TRANSITION_STATUSES) this.counter.inc({ kind, outcome }, 0);
  }

  /** Writes a decided change as a transition, refused ones too, and carries it out where it is applied. */
  async write(manager: EntityManager, change: StageChange, decided: DecidedMove): Promise<WrittenTransition> {
    const gateReport = decided.judged && toGateReportRecord(change.row, decided.judged.judgement, change.begun);
    const transition = toTransition(change, decided, gateReport);
    // Sent together, and carried out in this order; when one fails, those behind it do as well.
    const inserted = insertDecision(manager, transition, gateReport);
    await Promise.all([inserted, transition.status === 'applied' && this.apply(manager, change, transition)]);
    return { transition, gateReport };
  }

  /** Writes into the audit record where a transition stands. */
  async record(manager: EntityManager, caller: Caller, { transition, gateReport }: WrittenTransition): Promise<void> {
    await this.audit.record(manager, caller, outcomeEvent(transition, gateReport));
    this.counter.inc({ kind: transition.kind, outcome: transition.status });
  }

  /** A demand that the lifecycle has no move for makes no transition, and is in the record alone. */
  recordIllegal(manager: EntityManager, change: StageChange, lost: Refusal): Promise<void> {
    return this.audit.record(manager, change.caller, illegalDemandEvent(change, lost));
  }

  /** Applies a transition that was open; its evidence is the report it was requested with. */
  async applyOpen(manager: EntityManager, change: StageChange, applied: TransitionRow): Promise<void> {
    const { gateReportId } = applied;
    const gateReport = gateReportId === null ? null : await this.gates.loadRecord(gateReportId, manager);
    await writeOutcome(manager, applied);
    await this.apply(manager, change, applied);
    await this.record(manager, change.caller, { transition: applied, gateReport });
  }

  /** Writes an outcome that moves nothing. */
  async end(manager: EntityManager, settled: TransitionRow, caller: Caller): Promise<void> {
    await writeOutcome(manager, settled);
    await this.record(manager, caller, { transition: settled, gateReport: null });
  }

  /** Moves the version, and its protected alias with it, and ends the requests that lose their ground by that. */
  private async apply(manager: EntityManager, change: StageChange, applied: TransitionRow): Promise<void> {
    const { caller, isAwaited } = change;
    const { modelId, version, alias } = applied;
    await applyMove(manager, change, applied);
    if (applied.kind === 'rollback') await this.aftermath.holdBack(manager, change, applied);
    if (applied.override !== null) await this.aftermath.openReview(manager, change, applied);
    const written = { updatedAt: change.model.now, updatedBy: caller.subject };
    if (alias !== null) await writeAlias(manager, { modelId, version, alias, ...written });
    if (!isAwaited) return;
    for (const id of await endOpenTransitions(manager, change, applied))
      await this.record(manager, caller, { transition: await loadTransition(manager, id), gateReport: null });
  }
}

/** The transition that a decided move is recorded as. */
function toTransition(
  change: StageChange,
  { move, decision, judged, remark }: DecidedMove,
  gateReport: GateReportRecord | null,
): TransitionRow {
  const { model, row, demand, alias, requestedBy, caller } = change;
  const pins = pinsOf(change, judged?.judgement ?? null);
  const isSettled = decision.outcome !== 'awaiting_approval';
  return {
    id: uuidv7(),
    modelId: model.id,
    model: model.name,
    version: row.version,
    fromStage: move.from,
    toStage: move.to,
    kind: move.kind,
    status: decision.outcome,
    reason: demand.reason,
    alias,
    requestedBy,
    requestedAt: model.now,
    gateReportId: gateReport?.id ?? null,
    gateReport: gateReport && besideTransition(gateReport),
    pinnedIncumbent: pins.incumbent,
    pinnedGeneration: pins.generation,
    pinnedPolicyDigest: pins.policyDigest,
    pinnedEvidenceDigest: pins.evidenceDigest,
    pinnedArtifactDigest: pins.artifactDigest,
    override: move.kind === 'override' ? storedOverride(change, judged) : null,
    approvalDemand: isSettled ? null : kept(judged?.approvals ?? null, change.at),
    displacedVersion: decision.outcome === 'applied' ? displacedBy(change, move.to) : null,
    settledAt: isSettled ? model.now : null,
    settledBy: isSettled ? caller.subject : null,
    ...outcomeOfDecision(remark ?? decision),
    approvals: [],
  };
}

function outcomeOfDecision(
  decision: Decision | { code: string; detail: string },
): Pick<TransitionRow, 'outcomeCode' | 'outcomeDetail'> {
  const { code = null, detail = null } = 'detail' in decision ? decision : {};
  return { outcomeCode: code, outcomeDetail: detail };
}

/** The approvals that a request waits for, and until when. */
function kept(demand: ApprovalDemand | null, at: Date): ApprovalDemand | null {
  return demand && { ...demand, expiresAt: new Date(at.getTime() + requestLifetimeMs(demand)).toISOString() };
}

/** Inserts a transition, and the gate report it was judged by, in one statement. */
async function insertDecision(
  manager: EntityManager,
  transition: TransitionRow,
  gateReport: GateReportRecord | null,
): Promise<void> {
  if (!gateReport) return insertRow(manager, Transition, transition);
  await manager.query(`WITH report AS (${insertionOf(GateReportRecord, '$2')}) ${insertionOf(Transition, '$1')}`, [
    toColumns(Transition, transition),
    toColumns(GateReportRecord, gateReport),
  ]);
}

/**
 * Moves the version, and for a move to Production first displaces the incumbent: the partial unique index holds at
 * every moment. The triggers close and open the tenures.
 */
async function applyMove(
  manager: EntityManager,
  { model, row, production, caller }: StageChange,
  { kind, toStage, requestedBy, approvals }: TransitionRow,
): Promise<void> {
  const left =
    toStage === 'Production' && production
      ? leaveProduction(manager, production, model.now, kind === 'rollback')
      : undefined;
  const { modelId, version } = row;
  const approvedBy = approvals
    .filter(({ decision, endedAs }) => decision === 'approve' && endedAs === null)
    .map(({ decidedBy }) => decidedBy);
  const promoters = { by: caller.subject, requestedBy, approvedBy };
  await Promise.all([left, enterStage(manager, { modelId, version, stage: toStage, at: model.now, ...promoters })]);
}

type TransitionDetails = DetailsOf<'transition.applied'>;

/** What happens to a transition: it is asked for, decided on, and gets its outcome. */
type Step = 'requested' | DecisionStep | SettledStatus;

/** A step of a decision that leaves its transition open, or comes before its outcome. */
type DecisionStep = 'approved' | 'objected' | 'withdrawn';

/** The event of a transition that was recorded, or got its outcome, with the evidence it rests on. */
function outcomeEvent(transition: TransitionRow, gateReport: GateReportRecord | null = null): AuditEntry {
  return entryOf(stepOf(transition.status), transition, gateReport && { gateReport: describeReport(gateReport) });
}

/** The event of a decision, or of its withdrawal, which may open a rejected transition again. */
export function decisionEvent(decision: DecisionStep, transition: TransitionRow): AuditEntry {
  return entryOf(decision, transition, null);
}

/** The event of a demand that the lifecycle has no move for; there is no transition to record. */
function illegalDemandEvent(change: StageChange, { code, detail }: Refusal): AuditEntry {
  const { row, demand } = change;
  return {
    action: 'transition.refused',
    ...of(change),
    details: { fromStage: row.stage, toStage: demand.toStage, code, detail },
  };
}

/** The event of a caller who is known but may not make this kind of move, or not decide on it. */
export function denialEvent(change: StageChange, details: DetailsOf<'access.denied'>): Denial {
  return { action: 'access.denied', ...of(change), details };
}

function of({ model, row }: StageChange): { modelId: string; model: string; version: number } {
  return { modelId: model.id, model: model.name, version: row.version };
}

function stepOf(status: TransitionStatus): Step {
  return status === 'awaiting_approval' ? 'requested' : status;
}

function entryOf(
  step: Step,
  transition: TransitionRow,
  more: Pick<TransitionDetails, 'gateReport'> | null,
): AuditEntry {
  const { modelId, model, version } = transition;
  return { action: `transition.${step}`, modelId, model, version, details: { ...describe(transition), ...more } };
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
    approvals: transition.approvals.map((approval) => ({
      actor: approval.decidedBy,
      decision: approval.decision,
      comment: approval.comment,
      digest: digestApproval(transition.id, approval),
      ...(approval.endedAs !== null && { ended: approval.endedAs }),
    })),
    gateReportId: transition.gateReportId,
    stored: digestTransition(transition),
    ...(transition.override !== null && { override: transition.override }),
    ...(transition.alias !== null && { alias: transition.alias }),
    ...(transition.outcomeCode !== null && { code: transition.outcomeCode, detail: transition.outcomeDetail }),
  };
}

/** The evidence a decision rests on, in the audit record itself. */
function describeReport({ report, inputs }: GateReportRecord): TransitionDetails['gateReport'] {
  const { id, verdict, message, digest, policyRevision, policyDigest, evidenceUsed } = report;
  const inputsDigest = canonicalDigest(inputs);
  const waivers = waiversOf(report);
  const told = { id, verdict, message, digest, policyRevision, policyDigest, evidenceUsed, inputsDigest };
  return { ...told, ...(waivers.length > 0 && { waivers }) };
}
