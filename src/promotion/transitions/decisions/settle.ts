import { type Viewer } from '../../approvals/decider.js';
import { type RefusalCode, type SettledStatus } from '../stage-change.js';
import { type TransitionRow } from '../transition-row.js';
import { endDecisions } from './counted-approvals.js';

/** How an open transition ends. */
export type Outcome =
  | { status: 'applied'; displacedVersion: number | null }
  | {
      status: Exclude<SettledStatus, 'applied'>;
      code: RefusalCode | 'REJECTED' | 'CANCELLED';
      detail: string;
    };

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
