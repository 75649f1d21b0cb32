import { IsOneOf } from '../../../platform/http/fields.js';
import { APPROVAL_DECISIONS, type ApprovalDecision } from '../../approvals/approvals.js';
import { DECISION_STATES, type DecisionState, stateOf } from './counted-approvals.js';
import { type ApprovalRow } from '../transition-row.js';

/** One person's decision on a transition. */
export class ApprovalResponse {
  /** Who decided. */
  actor: string;

  /** `approve` or `reject`. */
  @IsOneOf(APPROVAL_DECISIONS)
  decision: ApprovalDecision;

  /** What the decision rests on. */
  comment: string | null;

  /** Roles the actor held then. */
  roles: string[];

  /** Groups the actor was in then. */
  groups: string[];

  /** Digest of the gate report that was decided on. */
  gateReportDigest: string;

  /** When it was decided. */
  decidedAt: Date;

  /** When an approval stops counting; null for a rejection, which stands until it is withdrawn. */
  expiresAt: Date | null;

  /** `counts`, or how it ended: withdrawn by its person, expired, dismissed since the ground changed, revoked with all tokens of its person. */
  @IsOneOf(DECISION_STATES)
  state: DecisionState;

  /** When it was withdrawn, dismissed or found to count no more; null before. */
  endedAt: Date | null;
}

/** A decision as it stands at a time. */
export function toApprovalResponse(row: ApprovalRow, at: Date): ApprovalResponse {
  const { decidedBy, decision, comment, roles, groups, gateReportDigest, decidedAt, expiresAt, endedAt } = row;
  return {
    actor: decidedBy,
    decision,
    comment,
    roles,
    groups,
    gateReportDigest,
    decidedAt: new Date(decidedAt),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    state: stateOf(row, at),
    endedAt: endedAt === null ? null : new Date(endedAt),
  };
}
