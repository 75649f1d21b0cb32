import { type Denial } from '../../record/audit/denials.service.js';
import { type AuditEntry, type DetailsOf } from '../../record/events/catalogue.js';
import { canonicalDigest } from '../../values/digest.js';
import { type GateReportRecord } from '../gates/gate-report.entity.js';
import { waiversOf } from '../gates/report-waivers.js';
import { type Refusal, type SettledStatus, type TransitionStatus } from './decide-transition.js';
import { type StageChange } from './stage-change.js';
import { digestApproval, digestTransition } from './witnesses/stored-transition.js';
import { type TransitionRow } from './transition-row.js';

type TransitionDetails = DetailsOf<'transition.applied'>;

/** What happens to a transition: it is asked for, decided on, and gets its outcome. */
type Step = 'requested' | DecisionStep | SettledStatus;

/** A step of a decision that leaves its transition open, or comes before its outcome. */
type DecisionStep = 'approved' | 'objected' | 'withdrawn';

/** The event of a transition that was recorded, or got its outcome, with the evidence it rests on. */
export function outcomeEvent(transition: TransitionRow, gateReport: GateReportRecord | null = null): AuditEntry {
  return entryOf(stepOf(transition.status), transition, gateReport && { gateReport: describeReport(gateReport) });
}

/** The event of a decision, or of its withdrawal, which may open a rejected transition again. */
export function decisionEvent(decision: DecisionStep, transition: TransitionRow): AuditEntry {
  return entryOf(decision, transition, null);
}

/** The event of a demand that the lifecycle has no move for; there is no transition to record. */
export function illegalDemandEvent(change: StageChange, { code, detail }: Refusal): AuditEntry {
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
