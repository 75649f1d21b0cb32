import { GateReportResponse } from '../gates/gates.dto.js';
import { ReportSummaryResponse } from '../gates/report-summary.dto.js';
import {
  Clearable,
  IsCount,
  IsDigest,
  IsId,
  IsModelName,
  IsMoment,
  IsOneOf,
  IsQueryCount,
  IsText,
  IsTruth,
  Optional,
} from '../../platform/http/fields.js';
import { IsStatement } from '../../platform/http/statement.field.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { ProblemResponse } from '../../platform/http/problem.dto.js';
import { STAGES, type Stage } from '../../values/stage.js';
import {
  ApprovalDemandResponse,
  MayDecideResponse,
  toDemandResponse,
  toMayDecideResponse,
} from '../approvals/approval-demand.dto.js';
import { ApprovalResponse, toApprovalResponse } from './decisions/approval.dto.js';
import { APPROVAL_DECISIONS, type ApprovalDecision, judgeApprovals } from '../approvals/approvals.js';
import { TransitionBlockerResponse } from './standing/blocker.dto.js';
import { approvalsOf } from './decisions/counted-approvals.js';
import { MOVE_KINDS, type MoveKind, TRANSITION_STATUSES, type TransitionStatus } from './stage-change.js';
import { OverrideResponse } from './safeguards/override.dto.js';
import { rightToDecide } from './decisions/right-to-decide.js';
import { type Viewer } from '../approvals/decider.js';
import { summaryOf, type TransitionRow } from './transition-row.js';

export class RequestTransitionRequest {
  /** The stage the version shall move to. */
  @IsOneOf(STAGES)
  toStage: Stage;

  /** Why; required to demote and to archive. */
  @Optional()
  @IsStatement(2_000)
  reason?: string;

  /** The version the caller believes to be in Production, null for none; another one there is answered with 409. */
  @Clearable()
  @IsCount(1)
  expectedIncumbent?: number | null;

  /** Allows a move that leaves Production empty. */
  @Optional()
  @IsTruth()
  allowEmptyProduction?: boolean;
}

export class RollbackRequest {
  /** Why the version in Production has to go. */
  @IsStatement(2_000)
  reason: string;

  /** The version to put back; without it, the last good one before the version in Production. */
  @Optional()
  @IsCount(1)
  toVersion?: number;

  /** The version the caller believes to be in Production, null for none; another one there is answered with 409. */
  @Clearable()
  @IsCount(1)
  expectedIncumbent?: number | null;
}

export class DecideTransitionRequest {
  /** `approve` or `reject`; one rejection ends the transition unless the policy says otherwise. */
  @IsOneOf(APPROVAL_DECISIONS)
  decision: ApprovalDecision;

  /** What the decision rests on. */
  @Optional()
  @IsStatement(2_000)
  comment?: string;

  /** Digest of the gate report that was looked at; of a transition that rests on another one nothing is decided, and the answer is 409. */
  @Optional()
  @IsDigest()
  expectedReportDigest?: string;
}

/** Whose decision is awaited. */
const AWAITED = ['me'] as const;

export class ListTransitionsQuery extends ListQuery {
  /** Only transitions of this status. */
  @Optional()
  @IsOneOf(TRANSITION_STATUSES)
  status?: TransitionStatus;

  /** Only transitions of this kind. */
  @Optional()
  @IsOneOf(MOVE_KINDS)
  kind?: MoveKind;

  /** Only transitions of versions with this number. */
  @Optional()
  @IsQueryCount(1)
  version?: number;

  /** `me`: only transitions that await approval and whose `mayDecide` allows the caller to decide. */
  @Optional()
  @IsOneOf(AWAITED)
  awaiting?: (typeof AWAITED)[number];

  /** Only what this subject asked for. */
  @Optional()
  @IsText(1, 200)
  requestedBy?: string;

  /** Only what was asked for at or after this time. */
  @Optional()
  @IsMoment()
  from?: string;

  /** Only what was asked for before this time. */
  @Optional()
  @IsMoment()
  to?: string;
}

export class ListAllTransitionsQuery extends ListTransitionsQuery {
  /** Only transitions of this model. */
  @Optional()
  @IsModelName()
  model?: string;
}

export class TransitionResponse {
  /** Identifier of the transition. */
  @IsId()
  id: string;

  /** Name of the model. */
  model: string;

  /** The version that moves. */
  @IsCount(1)
  version: number;

  /** The stage it moves from. */
  fromStage: Stage;

  /** The stage it moves to. */
  toStage: Stage;

  /** Kind of the move. */
  kind: MoveKind;

  /** Where the transition stands. */
  status: TransitionStatus;

  /** Who asked for it. */
  requestedBy: string;

  /** When it was asked for. */
  requestedAt: Date;

  /** Why, in the words of who asked. */
  reason: string | null;

  /** The stored gate report; null for a move that no gate judges. */
  @IsId()
  gateReportId: string | null;

  /** What the gates said, in short; null for a move that no gate judges. */
  summary: ReportSummaryResponse | null;

  /** The approvals that the transition waits for, or waited for; null when it asked for none. */
  demand: ApprovalDemandResponse | null;

  /** When it ends unless it is decided before; null for one that awaits no approval, and for one of an earlier release. */
  expiresAt: Date | null;

  /** Whether the decision of the caller would be taken, were the ground of the transition as it was. */
  mayDecide: MayDecideResponse;

  /** How the gates are passed in an emergency; null for a transition of another kind. */
  override: OverrideResponse | null;

  /** The Production version that went to Archived in the same transaction. */
  @IsCount(1)
  displacedVersion: number | null;

  /** The decisions taken so far. */
  approvals: ApprovalResponse[];

  /** When the stage changed; null unless the transition was applied. */
  appliedAt: Date | null;

  /** When the transition got its outcome; null while it awaits approval. */
  settledAt: Date | null;

  /** Whose call gave it its outcome. */
  settledBy: string | null;

  /** Stable reason of an outcome other than applied. */
  code: string | null;

  /** The same for people, or what approval is missing. */
  detail: string | null;
}

export class RequestedTransitionResponse extends TransitionResponse {
  /** The gate report the transition was judged by; null for a move that no gate judges. */
  gateReport: GateReportResponse | null;
}

/** A demand that was not applied, with what was recorded of it. */
export class TransitionProblemResponse extends ProblemResponse {
  /** The recorded transition, or the open one in the way; absent when the lifecycle has no such move. */
  transition?: TransitionResponse;

  /** The gate report the demand was judged by; absent when it was turned down before. */
  gateReport?: GateReportResponse;

  /** Everything that stands in the way, with who can clear it; the code of the answer is that of the first. */
  blockers?: TransitionBlockerResponse[];

  /** Of what keeps the model as it is, such as FROZEN: when it ends by itself; null where it does not, or no end is in sight. */
  until?: Date | null;
}

/** How much waits for the caller. */
export class AwaitingCountResponse {
  /** Transitions that the caller may decide on now. */
  @IsCount()
  transitions: number;
}

export class TransitionPage {
  /** The transitions of this page, newest first. */
  items: TransitionResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

/** A transition as a caller sees it at a time. */
export function toTransitionResponse(row: TransitionRow, viewer: Viewer): TransitionResponse {
  const { approvalDemand: demand } = row;
  return {
    id: row.id,
    model: row.model,
    version: row.version,
    fromStage: row.fromStage,
    toStage: row.toStage,
    kind: row.kind,
    status: row.status,
    requestedBy: row.requestedBy,
    requestedAt: row.requestedAt,
    reason: row.reason,
    gateReportId: row.gateReportId,
    summary: summaryOf(row),
    demand: demand && toDemandResponse(demand, approvalsOf(row, viewer.at)),
    override: row.override,
    expiresAt: demand?.expiresAt === undefined ? null : new Date(demand.expiresAt),
    mayDecide: toMayDecideResponse(rightToDecide(row, demand, viewer)),
    displacedVersion: row.displacedVersion,
    approvals: row.approvals.map((approval) => toApprovalResponse(approval, viewer.at)),
    appliedAt: row.status === 'applied' ? row.settledAt : null,
    settledAt: row.settledAt,
    settledBy: row.settledBy,
    code: row.outcomeCode,
    detail: detailOf(row, viewer.at),
  };
}

/** Which approvals are missing depends on the decisions that count now. */
function detailOf(row: TransitionRow, at: Date): string | null {
  const { status, approvalDemand: demand, outcomeCode, outcomeDetail } = row;
  if (status !== 'awaiting_approval' || demand === null || outcomeCode !== null) return outcomeDetail;
  return judgeApprovals(demand, approvalsOf(row, at)).message;
}
