import { rolesWith } from '../../../platform/access/permission.js';
import { type ApprovalDemand, mayApprove } from '../../approvals/approvals.js';
import { deciderOf, type DecisionRight, type Viewer } from '../../approvals/decider.js';
import { type TransitionRow } from '../transition-row.js';
import { approvalsOf } from './counted-approvals.js';

/** Whether a decision on a transition would be taken: decisions and what people are told about them both ask here. */
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
  return mayApprove(demand, deciderOf(caller, kind === 'override'), approvalsOf({ approvals }, at));
}
