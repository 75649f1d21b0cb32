import { type Approval, type ApprovalEnd } from '../../approvals/approvals.js';
import { type TransitionStatus } from '../stage-change.js';
import { rightsLeft } from '../../approvals/right-holder.js';
import { type ApprovalRow, type TransitionRow } from '../transition-row.js';

/** Where a decision stands: it counts, or how it ended. */
export const DECISION_STATES = ['counts', 'withdrawn', 'expired', 'dismissed', 'revoked'] as const satisfies readonly (
  ApprovalEnd | 'counts'
)[];

export type DecisionState = (typeof DECISION_STATES)[number];

/** Where a decision stands at a time; an approval counts up to its end, and a rejection until it is withdrawn. */
export function stateOf({ endedAs, expiresAt, holder }: ApprovalRow, at: Date): DecisionState {
  if (endedAs !== null) return endedAs;
  if (holder?.isOut) return 'revoked';
  // Of a transition with its outcome nothing expires any more; what counted then is what it rests on.
  return holder !== null && expiresAt !== null && Date.parse(expiresAt) <= at.getTime() ? 'expired' : 'counts';
}

/** The decisions on a transition that count at a time, each with the roles and groups that its person has still. */
export function approvalsOf({ approvals }: Pick<TransitionRow, 'approvals'>, at: Date): Approval[] {
  return approvals
    .filter((row) => stateOf(row, at) === 'counts')
    .map((row) => ({ actor: row.decidedBy, ...rightsLeft(row), decision: row.decision }));
}

/** The decisions after an outcome: a ground that is gone dismisses them, and what was applied rests on those that counted. */
export function endDecisions(
  approvals: readonly ApprovalRow[],
  status: TransitionStatus,
  { settledAt, at }: { settledAt: Date; at: Date },
): ApprovalRow[] {
  return approvals.map((row) => {
    const state = stateOf(row, at);
    const end = status === 'stale' ? 'dismissed' : state;
    if (row.endedAs !== null || end === 'counts' || !['stale', 'applied'].includes(status)) return row;
    return { ...row, endedAs: end, endedAt: settledAt.toISOString() };
  });
}

/** Decisions that ended since they were read, with how they did. */
export function newlyEnded(approvals: readonly ApprovalRow[]): { id: string; endedAs: ApprovalEnd }[] {
  return approvals.flatMap(({ id, endedAs, holder }) => (endedAs !== null && holder !== null ? [{ id, endedAs }] : []));
}
