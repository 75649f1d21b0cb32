import { type Caller } from '../../platform/access/caller.js';
import { rolesWith } from '../../platform/access/permission.js';
import { type Approval, type ApprovalDemand, type ApprovalRefusalCode, mayApprove } from './approvals.js';
import { type TransitionRow } from './transition-row.js';

/** Why somebody may not decide on a transition now. */
export const DECISION_BARS = [
  'SELF_APPROVAL',
  'ROLE_REQUIRED',
  'ALREADY_DECIDED',
  'NO_APPROVAL_NEEDED',
  'FORBIDDEN',
  'TRANSITION_FINAL',
] as const satisfies readonly (ApprovalRefusalCode | 'FORBIDDEN' | 'TRANSITION_FINAL')[];

export type DecisionBar = (typeof DECISION_BARS)[number];

/** Whether somebody's decision on a transition would be taken, were its ground as it was. */
export type DecisionRight = { allowed: true } | { allowed: false; code: DecisionBar; detail: string };

/** Whoever decides on a transition, and whoever is told whether he may, is judged by this. */
export function rightToDecide(
  { status, approvals }: Pick<TransitionRow, 'status' | 'approvals'>,
  demand: ApprovalDemand | null,
  caller: Caller,
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
  return mayApprove(demand, { subject: caller.subject, roles: rolesOf(caller) }, approvalsOf({ approvals }));
}

export function approvalsOf({ approvals }: Pick<TransitionRow, 'approvals'>): Approval[] {
  return approvals.map(({ decidedBy, roles, decision }) => ({ actor: decidedBy, roles, decision }));
}

/** Every role that a caller may fill a slot with for some model; which of them count is decided for each model. */
export function rolesAnywhere({ grants, ...caller }: Caller): string[] {
  const granted = grants?.map(({ role }) => role) ?? caller.roles;
  return [...new Set([...granted, ...caller.approvalRoles])];
}

/** Every role that a caller may fill a slot of a policy with. */
export function rolesOf({ roles, approvalRoles }: Caller): string[] {
  return [...roles, ...approvalRoles];
}
