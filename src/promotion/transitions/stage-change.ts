import { stagePolicy } from '../../judging/policy/gate-policy.js';
import { type OverridePolicy } from '../../judging/policy/override-policy.js';
import { type Caller } from '../../platform/access/caller.js';
import { type Permission } from '../../platform/access/permission.js';
import { type LockedModel } from '../../registry/models/models.queries.js';
import { type Stage } from '../../values/stage.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import {
  type Approval,
  type ApprovalDemand,
  approvalsNeeded,
  demandApprovals,
  judgeApprovals,
} from '../approvals/approvals.js';
import { type JudgedSubject, type Judgement } from '../gates/gates.service.js';
import { type EffectivePolicy } from '../policies/gate-policies.queries.js';
import { type BegunEvaluation, type OutstandingEvidence } from '../re-evaluations/re-evaluations.service.js';
import { type BypassedBlocker, confirmationNeeded, overrideFacts } from './safeguards/override.js';
import { type Standstill, STANDSTILL_CODES, type StandstillCode } from './safeguards/standstill.js';

/** Kinds of moves; each asks for rights and conditions of its own. */
export const MOVE_KINDS = ['promote', 'demote', 'archive', 'restore', 'rollback', 'override'] as const;

export type MoveKind = (typeof MOVE_KINDS)[number];

/** A change of stage that the lifecycle knows. */
export interface Move {
  readonly kind: MoveKind;
  readonly from: Stage;
  readonly to: Stage;
  /** Whether the policy of the target stage judges the move. */
  readonly gated: boolean;
  readonly reasonRequired: boolean;
  /** What must hold besides gates and reason. */
  readonly condition?: 'skip-staging-allowed' | 'held-production';
}

/** Where a transition stands. */
export const TRANSITION_STATUSES = [
  'applied',
  'refused',
  'awaiting_approval',
  'rejected',
  'cancelled',
  'stale',
] as const;

export type TransitionStatus = (typeof TRANSITION_STATUSES)[number];

/** The status of a transition that has its outcome. */
export type SettledStatus = Exclude<TransitionStatus, 'awaiting_approval'>;

/** What a caller asks for. */
export interface TransitionDemand {
  toStage: Stage;
  isRollback: boolean;
  reason: string | null;
  /** The incumbent the caller believes in; undefined when it does not say, null for none. */
  expectedIncumbent?: number | null;
  allowEmptyProduction: boolean;
  /** Passes the gates in an emergency; absent for every other demand. */
  override?: { ticket: string | null };
}

/** What is true of the version and its model when the demand is judged. */
export interface TransitionFacts {
  model: string;
  version: number;
  fromStage: Stage;
  incumbent: number | null;
  quarantineReason: string | null;
  hasHeldProduction: boolean;
  /** When a rollback last displaced the version. */
  rolledBackAt: Date | null;
  skipStagingAllowed: boolean;
  /** What keeps the model as it is now, for a move of this kind. */
  standstill: readonly Standstill[];
  /** What the policy says of emergencies. */
  override: OverridePolicy;
}

/** What the gates said, for moves that they judge. */
export interface GateFacts {
  verdict: string;
  message: string;
  /** Whether every rule that is inconclusive is waived, and nothing else stands in the way. */
  isWaived: boolean;
  /** False for a rollback whose policy does not ask for gates. */
  blocking: boolean;
  challengerEvaluatedAt: Date | null;
  approvalsComplete: boolean;
  approvalsMessage: string;
  /** Of an emergency: what nobody gets past, and approvals that it does without. */
  unpassable?: readonly BypassedBlocker[];
  spared?: readonly BypassedBlocker[];
}

/** Every code that a demand can end with instead of being applied. */
export const REFUSAL_CODES = [
  'ILLEGAL_TRANSITION',
  'NEVER_IN_PRODUCTION',
  'REASON_REQUIRED',
  'PRODUCTION_WOULD_BE_EMPTY',
  'VERSION_QUARANTINED',
  'NEW_EVALUATION_REQUIRED',
  'GATES_REFUSED',
  'STALE_INCUMBENT',
  'STALE_STAGE',
  'STALE_POLICY',
  'STALE_EVIDENCE',
  'ARTIFACT_DIGEST_MISMATCH',
  ...STANDSTILL_CODES,
  'REASON_TOO_SHORT',
  'TICKET_REQUIRED',
  'OVERRIDE_DISABLED',
  'OVERRIDE_NOT_NEEDED',
  'NOT_OVERRIDABLE',
  'REQUEST_EXPIRED',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A demand that is turned down, for a reason. */
export interface Refusal<Outcome extends 'illegal' | 'refused' | 'stale' = 'illegal' | 'refused' | 'stale'> {
  outcome: Outcome;
  code: RefusalCode;
  detail: string;
  /** What keeps the model as it is, where that is the reason. */
  standstill?: Standstill;
}

/** What becomes of a move; each outcome is the status of its transition. */
export type Decision =
  | { outcome: 'applied' }
  /** With a code, an approval that would be enough is not taken now. */
  | { outcome: 'awaiting_approval'; code?: StandstillCode; detail: string }
  | Refusal<'refused' | 'stale'>;

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
  /** Evidence that was begun for this request; while absent, a refusal that evidence may turn is not recorded. */
  begun?: readonly BegunEvaluation[];
}

/** A request under the lock of its model. */
export interface LockedRequest extends StageRequest {
  model: LockedModel;
  /** The time that decides what has expired. */
  at: Date;
}

/** A change of stage with the ground it stands on, as the model's lock found it: all that is decided on. */
export interface StageChange extends LockedRequest {
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
  /** What its transition says of a move that was made in another registry. */
  remark?: { code: 'IMPORTED'; detail: string };
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
    ...(isOverride && overrideFacts(judgement.content, usual, change.facts.override)),
  };
  return { move, judgement, approvals, gates };
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

/** The Production version that a move to this stage sends to Archived. */
export function displacedBy({ production }: StageChange, toStage: Stage): number | null {
  return toStage === 'Production' ? (production?.version ?? null) : null;
}
