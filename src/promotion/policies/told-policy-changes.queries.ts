import { BY_ID, type ToldRows } from '../../record/audit/told-rows.queries.js';
import { PolicyChange } from './policy-change.entity.js';
import { PolicyChangeApproval } from './policy-change-approval.entity.js';

/** What the record tells of changes of policies, with the decisions on them. */
export const TOLD_POLICY_CHANGES: ToldRows = {
  kind: 'policy_change',
  entity: PolicyChange,
  key: BY_ID,
  states: [
    'policy_change.requested',
    'policy_change.approved',
    'policy_change.objected',
    'policy_change.withdrawn',
    'policy_change.applied',
    'policy_change.rejected',
    'policy_change.cancelled',
    'policy_change.stale',
  ],
  told: ['digest', 'requestedBy', 'revision'],
  parts: { approvals: { entity: PolicyChangeApproval, where: 'p.policy_change_id = o.id', order: 'id' } },
};
