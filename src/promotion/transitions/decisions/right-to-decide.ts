import { type Caller } from '../../../platform/access/caller.js';
import { rolesWith } from '../../../platform/access/permission.js';
import { mayAnywhere } from '../../../platform/access/rights.js';
import {
  type ApprovalDemand,
  type ApprovalRefusalCode,
  BREAK_GLASS_ROLE,
  type Decider,
  mayApprove,
} from '../../approvals/approvals.js';
import { approvalsOf } from './counted-approvals.js';
import { type MoveKind } from '../move.js';
import { type TransitionRow } from '../transition-row.js';

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
  { status, kind, approvals }: Pick<TransitionRow, 'status' | 'kind' | 'approvals'>,
  demand: ApprovalDemand | null,
  { caller, at }: Viewer,
): DecisionRight {
  if (status !== 'awaiting_approval')
    return { allowed: false, code: 'TRANSITION_FINAL', detail: `The transition is ${status}.` };
  const permission = kind === 'override' ? 'transition:override' : 'transition:decide';
  if (!caller.permissions.has(permission)) {
    const detail = `To decide needs one of the roles ${rolesWith(permission).join(', ')}.`;
    return { allowed: false, code: 'FORBIDDEN', detail };
  }
  if (kind === 'override' && caller.isService)
    return { allowed: false, code: 'FORBIDDEN', detail: 'That the gates are passed is confirmed by a person.' };
  if (demand === null)
    return {
      allowed: false,
      code: 'NO_APPROVAL_NEEDED',
      detail: 'The policy asks for no approval of this transition.',
    };
  return mayApprove(demand, deciderOf(caller, kind), approvalsOf({ approvals }, at));
}

/** A caller as somebody who decides. */
export function deciderOf(caller: Caller, kind?: MoveKind): Decider {
  const { subject, groups, isService } = caller;
  return { subject, roles: rolesOf(caller, kind), groups, isService };
}

/** Every role that a caller may fill a slot with for some model; which of them count is decided for each model. */
export function rolesAnywhere(caller: Caller): string[] {
  const granted = caller.grants?.map(({ role }) => role) ?? caller.roles;
  const mayBreakGlass = mayAnywhere(caller, 'transition:override');
  return [...new Set([...granted, ...caller.approvalRoles, ...(mayBreakGlass ? [BREAK_GLASS_ROLE] : [])])];
}

/** Every role that a caller may fill a slot with; in an emergency the right to pass the gates is one. */
export function rolesOf({ roles, approvalRoles, permissions }: Caller, kind?: MoveKind): string[] {
  const mayBreakGlass = kind === 'override' && permissions.has('transition:override');
  return [...roles, ...approvalRoles, ...(mayBreakGlass ? [BREAK_GLASS_ROLE] : [])];
}
