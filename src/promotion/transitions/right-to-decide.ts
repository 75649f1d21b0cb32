import { type Caller } from '../../platform/access/caller.js';
import { rolesWith } from '../../platform/access/permission.js';
import { type ApprovalDemand, type ApprovalRefusalCode, type Decider, mayApprove } from './approvals.js';
import { approvalsOf } from './counted-approvals.js';
import { type TransitionRow } from './transition-row.js';

/** Why somebody may not decide on a transition now. */
export const DECISION_BARS = [
  'SELF_APPROVAL',
  'SERVICE_ACCOUNT',
  'ROLE_REQUIRED',
  'ALREADY_DECIDED',
  'NO_APPROVAL_NEEDED',
  'FORBIDDEN',
  'TRANSITION_FINAL',
] as const satisfies readonly (ApprovalRefusalCode | 'FORBIDDEN' | 'TRANSITION_FINAL')[];

export type DecisionBar = (typeof DECISION_BARS)[number];

/** Whether somebody's decision on a transition would be taken, were its ground as it was. */
export type DecisionRight = { allowed: true } | { allowed: false; code: DecisionBar; detail: string };

/** Who looks at a transition, and when. */
export interface Viewer {
  caller: Caller;
  at: Date;
}

/** Whoever decides on a transition, and whoever is told whether he may, is judged by this. */
export function rightToDecide(
  { status, approvals }: Pick<TransitionRow, 'status' | 'approvals'>,
  demand: ApprovalDemand | null,
  { caller, at }: Viewer,
): DecisionRight {
  if (status !== 'awaiting_approval')
    return { allowed: false, code: 'TRANSITION_FINAL', detail: `The transition is ${status}.` };
  if (!caller.permissions.has('transition:decide')) {
    const detail = `To decide needs one of the roles ${rolesWith('transition:decide').join(', ')}.`;
    return { allowed: false, code: 'FORBIDDEN', detail };
  }
  if (demand === null)
    return {
      allowed: false,
      code: 'NO_APPROVAL_NEEDED',
      detail: 'The policy asks for no approval of this transition.',
    };
  return mayApprove(demand, deciderOf(caller), approvalsOf({ approvals }, at));
}

/** A caller as somebody who decides. */
export function deciderOf(caller: Caller): Decider {
  const { subject, groups, isService } = caller;
  return { subject, roles: rolesOf(caller), groups, isService };
}

/** Every role that a caller may fill a slot of a policy with. */
export function rolesOf({ roles, approvalRoles }: Caller): string[] {
  return [...roles, ...approvalRoles];
}
