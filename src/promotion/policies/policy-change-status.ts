/** Where a change of a policy stands. */
export const POLICY_CHANGE_STATUSES = ['awaiting_approval', 'applied', 'rejected', 'cancelled', 'stale'] as const;

export type PolicyChangeStatus = (typeof POLICY_CHANGE_STATUSES)[number];
