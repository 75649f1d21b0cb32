import { type Caller } from '../../platform/access/caller.js';
import { mayAnywhere } from '../../platform/access/rights.js';
import { type ApprovalRefusalCode, BREAK_GLASS_ROLE, type Decider } from './approvals.js';

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

/** A caller as somebody who decides. */
export function deciderOf(caller: Caller, isEmergency = false): Decider {
  const { subject, groups, isService } = caller;
  return { subject, roles: rolesOf(caller, isEmergency), groups, isService };
}

/** Every role that a caller may fill a slot with for some model; which of them count is decided for each model. */
export function rolesAnywhere(caller: Caller): string[] {
  const granted = caller.grants?.map(({ role }) => role) ?? caller.roles;
  const mayBreakGlass = mayAnywhere(caller, 'transition:override');
  return [...new Set([...granted, ...caller.approvalRoles, ...(mayBreakGlass ? [BREAK_GLASS_ROLE] : [])])];
}

/** Every role that a caller may fill a slot with; in an emergency the right to pass the gates is one. */
export function rolesOf({ roles, approvalRoles, permissions }: Caller, isEmergency = false): string[] {
  const mayBreakGlass = isEmergency && permissions.has('transition:override');
  return [...roles, ...approvalRoles, ...(mayBreakGlass ? [BREAK_GLASS_ROLE] : [])];
}
