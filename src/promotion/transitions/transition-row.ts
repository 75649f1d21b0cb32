import { type TransitionApproval } from './transition-approval.entity.js';
import { type Transition } from './transition.entity.js';

/** One decision as the database builds it into the JSON of its transition, where a time is text. */
export type ApprovalRow = Omit<TransitionApproval, 'id' | 'transitionId' | 'decidedAt'> & { decidedAt: string };

/** A transition with its model's name, its decisions and the digest of its gate report. */
export type TransitionRow = Transition & { model: string; approvals: ApprovalRow[]; gateReportDigest: string | null };
