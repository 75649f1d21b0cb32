import { type Problem, type ProblemFactory, problemKind } from '../../platform/http/problem.js';
import { type ApprovalRefusalCode, type LostCode } from './approvals.js';

const noDecision = problemKind(404, 'DECISION_NOT_FOUND', 'The caller has no decision on the transition');

/** Why what awaited approval can no longer be applied, where that is the same for all that is approved. */
export const LOST_GROUND: Record<LostCode, ProblemFactory> = {
  STALE_POLICY: problemKind(409, 'STALE_POLICY', 'The gate policy changed'),
  REQUEST_EXPIRED: problemKind(409, 'REQUEST_EXPIRED', 'The request waited too long'),
};

const DECISION_REFUSALS: Record<ApprovalRefusalCode, ProblemFactory> = {
  SELF_APPROVAL: problemKind(403, 'SELF_APPROVAL', 'Separation of duty forbids the approval'),
  SERVICE_ACCOUNT: problemKind(403, 'SERVICE_ACCOUNT', 'Service accounts decide nothing'),
  ROLE_REQUIRED: problemKind(403, 'ROLE_REQUIRED', 'The approval needs another role'),
  ALREADY_DECIDED: problemKind(409, 'ALREADY_DECIDED', 'The caller has decided already'),
  NO_APPROVAL_NEEDED: problemKind(409, 'NO_APPROVAL_NEEDED', 'The transition needs no approval'),
};

export function decisionRefused(code: ApprovalRefusalCode, detail: string): Problem {
  return DECISION_REFUSALS[code](detail);
}

/** `of` is what was decided on, in words. */
export function decisionNotFound(of: string, subject: string): Problem {
  return noDecision(`${subject} has no decision on ${of} that counts.`);
}
