import { type ApprovalsPolicy, stagePolicy } from '../../judging/policy/gate-policy.js';
import { type OverridePolicy } from '../../judging/policy/override-policy.js';
import { type Caller } from '../../platform/access/caller.js';
import { type Permission } from '../../platform/access/permission.js';
import { type Problem } from '../../platform/http/problem.js';
import { type LockedModel } from '../../registry/models/models.queries.js';
import { type Stage } from '../../registry/models/stage.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { type GateReportRecord } from '../gates/gate-report.entity.js';
import { type GateReportResponse } from '../gates/gates.dto.js';
import { type JudgedSubject, type Judgement } from '../gates/gates.service.js';
import { type EffectivePolicy } from '../policies/gate-policies.queries.js';
import { type BegunEvaluation, type OutstandingEvidence } from '../re-evaluations/re-evaluations.service.js';
import { requestLifetimeMs } from '../../judging/policy/approval-terms.js';
import {
  type Approval,
  type ApprovalDemand,
  approvalsNeeded,
  BREAK_GLASS_ROLE,
  demandApprovals,
  judgeApprovals,
} from '../approvals/approvals.js';
import { bypassedBy, decideOverride } from './safeguards/decide-override.js';
import {
  type Decision,
  decideGatedMove,
  findRefusals,
  type GateFacts,
  type Pins,
  type Refusal,
  type RefusalCode,
  type SettledStatus,
  type TransitionDemand,
  type TransitionFacts,
} from './decide-transition.js';
import { type Move } from './move.js';
import { findUnpassable, type StoredOverride } from './safeguards/override.js';
import { type Blocker } from './standing/blocker.js';
import { type Viewer } from '../approvals/decider.js';
import { endDecisions } from './decisions/counted-approvals.js';
import { besideTransition, type TransitionRow } from './transition-row.js';
import { type TransitionResponse } from './transitions.dto.js';

/** What is asked for, by whom. */
export interface StageRequest {
  version: number;
  demand: TransitionDemand;
  /** A protected alias whose writing asked for the move; it is written when the move is applied. */
  alias: string | null;
  /** Who asked; another than the caller when the caller decides on somebody's request. */
  requestedBy: string;
  /** The decisions taken so far, the caller's included. */
  approvals: readonly Approval[];
  caller: Caller;
  /** Evidence that was begun for this request. Until it was looked for, a refusal that it may turn is not recorded. */
  begun?: readonly BegunEvaluation[];
}

/** A change of stage with the ground it stands on, as the model's lock found it: all that is decided on. */
export interface StageChange extends StageRequest {
  model: LockedModel;
  /** The time by which it is told what has expired. */
  at: Date;
  row: VersionRow;
  production: VersionRow | null;
  /** Whether any request of the model awaits approval, which an applied move takes the ground from. */
  isAwaited: boolean;
  effective: EffectivePolicy;
  facts: TransitionFacts;
}

/** A move as the gates judged it, with the approvals that its policy asks for. */
export interface JudgedMove {
  move: Move;
  judgement: Judgement;
  /** Null for a move that asks for no approval. */
  approvals: ApprovalDemand | null;
  gates: GateFacts;
}

/** A move with what becomes of it; it is recorded as a transition, refused ones too. */
export interface DecidedMove {
  outcome: 'decided';
  move: Move;
  decision: Decision;
  /** Null for a move that no gate judged. */
  judged: JudgedMove | null;
  /** All that stands in the way. */
  blockers: readonly Blocker[];
}

/** A caller who is known but may not make this kind of move. */
export interface DeniedMove {
  outcome: 'denied';
  move: Move;
  permission: Permission;
}

/** Evidence that may turn the refusal: it is measured without the lock, and the request is judged again. */
export interface EvidenceOutstanding extends OutstandingEvidence {
  outcome: 'evidence-outstanding';
}

export type Decided = DecidedMove | Refusal<'illegal'> | DeniedMove | EvidenceOutstanding;

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

/** How an open transition ends. */
export type Outcome =
  | { status: 'applied'; displacedVersion: number | null }
  | {
      status: Exclude<SettledStatus, 'applied'>;
      code: RefusalCode | 'REJECTED' | 'CANCELLED';
      detail: string;
    };

/** What the gates are asked about a change. */
export function judgedSubject({ model, row, production, demand, effective, requestedBy }: StageChange): JudgedSubject {
  const versions = { challenger: row, incumbent: production };
  return { ...versions, toStage: demand.toStage, effective, now: model.now, requestedBy };
}

/** What the gates and the policy say of a move, with the approvals given so far. */
export function judgeMove(change: StageChange, move: Move, judgement: Judgement): JudgedMove {
  const { verdict, message, firstPromotion } = judgement.content;
  const stage = stagePolicy(change.effective.policy, move.to);
  const usual = stage && move.kind !== 'rollback' ? approvalsNeeded(stage, firstPromotion) : null;
  const isOverride = move.kind === 'override';
  const needed = isOverride ? confirmationNeeded(usual, change.facts.override) : usual;
  const { row, requestedBy: requester } = change;
  const { evidenceAuthors: evaluator, policyAuthors: policyAuthor } = judgement;
  const actors = { registrant: row.createdBy, requester, evaluator, policyAuthor };
  const approvals = needed && demandApprovals(needed, actors);
  const gates = {
    verdict,
    message,
    isWaived: judgement.isWaived,
    blocking: move.kind !== 'rollback' || (stage?.rollback.requireGates ?? false),
    challengerEvaluatedAt: judgement.challengerEvaluatedAt,
    ...approvalFacts(approvals, change.approvals),
    ...(isOverride && overrideFacts(judgement, usual, change.facts.override)),
  };
  return { move, judgement, approvals, gates };
}

/** Who has to confirm that the gates are passed: another person with the right to it; null when nobody has to. */
function confirmationNeeded(
  usual: ApprovalsPolicy | null,
  { secondPerson, role }: OverridePolicy,
): ApprovalsPolicy | null {
  if (!secondPerson) return null;
  const slots = [{ role: role ?? BREAK_GLASS_ROLE, count: 1 }];
  return { ...usual, slots, distinctPersons: true, excludeActors: ['requester'], rejectionIsVeto: true };
}

/** What an emergency does not get past, and which approvals it does without. */
function overrideFacts(
  { content }: Judgement,
  usual: ApprovalsPolicy | null,
  policy: OverridePolicy,
): Pick<GateFacts, 'unpassable' | 'spared'> {
  const count = (usual?.slots ?? []).reduce((sum, slot) => sum + slot.count, 0);
  const detail = `${count} ${count === 1 ? 'approval is' : 'approvals are'} missing.`;
  const spared = count === 0 ? [] : [{ code: 'APPROVALS_LACKING', detail }];
  return { unpassable: findUnpassable(content, policy), spared };
}

/** What becomes of a judged move that is asked for now. */
export function decideJudged({ facts }: StageChange, { move, gates }: JudgedMove): Decision {
  return move.kind === 'override' ? decideOverride(move, facts, gates, null) : decideGatedMove(move, facts, gates);
}

/** Whether the approvals given are all that a move asks for. */
export function approvalFacts(
  demand: ApprovalDemand | null,
  given: readonly Approval[],
): Pick<GateFacts, 'approvalsComplete' | 'approvalsMessage'> {
  const state = demand && judgeApprovals(demand, given);
  return {
    approvalsComplete: state?.complete ?? true,
    approvalsMessage: state?.message ?? 'No approval is needed.',
  };
}

/** What the caller's transaction sees now, to be compared with what a request was pinned to. */
export function pinsOf({ model, row, production }: StageChange, judgement: Judgement | null): Pins {
  return {
    fromStage: row.stage,
    incumbent: production?.version ?? null,
    generation: model.generation,
    policyDigest: judgement?.policyDigest ?? null,
    evidenceDigest: judgement?.evidenceDigest ?? null,
    artifactDigest: row.artifactDigest,
  };
}

/** What a request was pinned to when it was made. */
export function pinsOfRow(row: TransitionRow): Pins {
  return {
    fromStage: row.fromStage,
    incumbent: row.pinnedIncumbent,
    generation: row.pinnedGeneration,
    policyDigest: row.pinnedPolicyDigest,
    evidenceDigest: row.pinnedEvidenceDigest,
    artifactDigest: row.pinnedArtifactDigest,
  };
}

/** The Production version that a move to this stage sends to Archived. */
export function displacedBy({ production }: StageChange, toStage: Stage): number | null {
  return toStage === 'Production' ? (production?.version ?? null) : null;
}

/** The transition that a decided move is recorded as. */
export function toTransition(
  change: StageChange,
  { move, decision, judged }: DecidedMove,
  { id, gateReport }: { id: string; gateReport: GateReportRecord | null },
): TransitionRow {
  const { model, row, demand, alias, requestedBy, caller } = change;
  const pins = pinsOf(change, judged?.judgement ?? null);
  const isSettled = decision.outcome !== 'awaiting_approval';
  return {
    id,
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
    ...outcomeOfDecision(decision),
    approvals: [],
  };
}

function outcomeOfDecision(decision: Decision): Pick<TransitionRow, 'outcomeCode' | 'outcomeDetail'> {
  const { code = null, detail = null } = 'detail' in decision ? decision : {};
  return { outcomeCode: code, outcomeDetail: detail };
}

function storedOverride({ demand, facts }: StageChange, judged: JudgedMove | null): StoredOverride {
  const refusals = judged ? findRefusals(judged.move, facts, judged.gates) : [];
  const bypassed = judged ? bypassedBy(refusals, judged.gates) : [];
  return { ticket: demand.override?.ticket ?? null, bypassed, reviewDueDays: facts.override.reviewDueDays };
}

/** The approvals that a request waits for, and until when. */
function kept(demand: ApprovalDemand | null, at: Date): ApprovalDemand | null {
  return demand && { ...demand, expiresAt: new Date(at.getTime() + requestLifetimeMs(demand)).toISOString() };
}

/** An open transition with its outcome, and the caller that gave it one. */
export function settle(
  transition: TransitionRow,
  outcome: Outcome,
  { settledAt, caller, at }: Viewer & { settledAt: Date },
): TransitionRow {
  const isApplied = outcome.status === 'applied';
  return {
    ...transition,
    approvals: endDecisions(transition.approvals, outcome.status, { settledAt, at }),
    status: outcome.status,
    settledAt,
    settledBy: caller.subject,
    displacedVersion: isApplied ? outcome.displacedVersion : null,
    outcomeCode: isApplied ? null : outcome.code,
    outcomeDetail: isApplied ? null : outcome.detail,
  };
}
