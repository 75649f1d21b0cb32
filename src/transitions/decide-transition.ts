export const TRANSITION_STATUSES = [
  'applied',
  'refused',
  'awaiting_approval',
  'rejected',
  'cancelled',
  'stale',
] as const;

export type TransitionStatus = (typeof TRANSITION_STATUSES)[number];
