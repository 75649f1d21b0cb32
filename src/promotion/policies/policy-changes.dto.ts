import { IsCount, IsDigest, IsId, IsModelName, IsOneOf, Optional, Shows } from '../../platform/http/fields.js';
import { IsStatement } from '../../platform/http/statement.field.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { type Caller } from '../../platform/access/caller.js';
import { rolesWith } from '../../platform/access/permission.js';
import {
  ApprovalDemandResponse,
  MayDecideResponse,
  toDemandResponse,
  toMayDecideResponse,
} from '../approvals/approval-demand.dto.js';
import { APPROVAL_DECISIONS, type ApprovalDecision, mayApprove } from '../approvals/approvals.js';
import { deciderOf, type DecisionRight, type Viewer } from '../approvals/decider.js';
import { countedDecisions } from './changes-of-policy.js';
import { POLICY_CHANGE_STATUSES, type PolicyChangeStatus } from './policy-change-status.js';
import { type PolicyChangeRow } from './policy-changes.queries.js';

/** Whose policy may be changed by approval. */
export const CHANGED_SCOPES = ['model', 'registry'] as const;

export class DecidePolicyChangeRequest {
  /** `approve` or `reject`; one rejection ends the change unless the policy says otherwise. */
  @IsOneOf(APPROVAL_DECISIONS)
  decision: ApprovalDecision;

  /** What the decision rests on. */
  @Optional()
  @IsStatement(2_000)
  comment?: string;
}

export class ListPolicyChangesQuery extends ListQuery {
  /** Only changes of this status. */
  @Optional()
  @IsOneOf(POLICY_CHANGE_STATUSES)
  status?: PolicyChangeStatus;

  /** Only changes of this model's own policy. */
  @Optional()
  @IsModelName()
  model?: string;
}

/** One person's decision on a change of a policy. */
export class PolicyChangeApprovalResponse {
  /** Who decided. */
  actor: string;

  /** `approve` or `reject`. */
  @IsOneOf(APPROVAL_DECISIONS)
  decision: ApprovalDecision;

  /** What the decision rests on; null when nothing was said. */
  comment: string | null;

  /** Roles the actor held then. */
  roles: string[];

  /** When it was decided. */
  decidedAt: Date;

  /** When an approval stops counting; null for a rejection. */
  expiresAt: Date | null;

  /** When the actor took it back; null while it stands. */
  withdrawnAt: Date | null;
}

export class PolicyChangeResponse {
  /** Identifier of the change. */
  @IsId()
  id: string;

  /** `model`, or `registry` for the default. */
  @IsOneOf(CHANGED_SCOPES)
  scope: (typeof CHANGED_SCOPES)[number];

  /** Name of the model; null for the registry's default. */
  model: string | null;

  /** Where the change stands. */
  @IsOneOf(POLICY_CHANGE_STATUSES)
  status: PolicyChangeStatus;

  /** The policy as it was sent. */
  @Shows({ allOf: [{ $ref: '#/components/schemas/GatePolicyDocument' }] })
  document: Record<string, unknown>;

  /** Digest of its canonical form. */
  @IsDigest()
  digest: string;

  /** Who asked for it. */
  requestedBy: string;

  /** When. */
  requestedAt: Date;

  /** Why, in the words of whoever asked; null when nothing was said. */
  comment: string | null;

  /** When it ends unless it is decided before. */
  expiresAt: Date | null;

  /** The approvals it waits for, or waited for, under the policy that it changes. */
  demand: ApprovalDemandResponse;

  /** Whether the decision of the caller would be taken. */
  mayDecide: MayDecideResponse;

  /** The decisions so far. */
  approvals: PolicyChangeApprovalResponse[];

  /** The revision it became; null unless it was applied. */
  @IsCount(1)
  revision: number | null;

  /** When it got its outcome; null while it awaits approval. */
  settledAt: Date | null;

  /** Whose call gave it its outcome; null likewise. */
  settledBy: string | null;

  /** Stable reason of an outcome other than applied. */
  code: string | null;

  /** The same for people. */
  detail: string | null;
}

export class PolicyChangePage {
  /** The changes of this page, newest first. */
  items: PolicyChangeResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

/** A change as a caller sees it at a time. */
export function toPolicyChangeResponse(row: PolicyChangeRow, viewer: Viewer): PolicyChangeResponse {
  const { id, modelId, model, status, source, digest, requestedBy, requestedAt, comment, approvalDemand } = row;
  return {
    id,
    scope: modelId === null ? 'registry' : 'model',
    model,
    status,
    document: source as Record<string, unknown>,
    digest,
    requestedBy,
    requestedAt,
    comment,
    expiresAt: approvalDemand.expiresAt === undefined ? null : new Date(approvalDemand.expiresAt),
    demand: toDemandResponse(approvalDemand, countedDecisions(row.approvals, viewer.at)),
    mayDecide: toMayDecideResponse(rightToDecideChange(row, viewer)),
    approvals: row.approvals.map(
      ({ decidedBy, decision, comment: said, roles, decidedAt, expiresAt, withdrawnAt }) => ({
        actor: decidedBy,
        decision,
        comment: said,
        roles,
        decidedAt: new Date(decidedAt),
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
        withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt),
      }),
    ),
    revision: row.revision,
    settledAt: row.settledAt,
    settledBy: row.settledBy,
    code: row.outcomeCode,
    detail: row.outcomeDetail,
  };
}

/** Whether a decision on a change would be taken: decisions and what people are told about them both ask here. */
export function rightToDecideChange(row: PolicyChangeRow, { caller, at }: Viewer): DecisionRight {
  if (row.status !== 'awaiting_approval')
    return { allowed: false, code: 'TRANSITION_FINAL', detail: `The change is ${row.status}.` };
  if (!mayDecideChanges(caller)) {
    const detail = `To decide needs one of the roles ${rolesWith('policy-change:decide').join(', ')}.`;
    return { allowed: false, code: 'FORBIDDEN', detail };
  }
  return mayApprove(row.approvalDemand, deciderOf(caller), countedDecisions(row.approvals, at));
}

function mayDecideChanges({ permissions }: Caller): boolean {
  return permissions.has('policy-change:decide');
}
