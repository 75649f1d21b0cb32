import { type TransitionApproval } from './transition-approval.entity.js';
import { type Transition } from './transition.entity.js';

type ApprovalRow = Omit<TransitionApproval, 'id' | 'transitionId'>;

/** A transition with its model's name, its decisions and the digest of its gate report. */
export type TransitionRow = Transition & { model: string; approvals: ApprovalRow[]; gateReportDigest: string | null };
