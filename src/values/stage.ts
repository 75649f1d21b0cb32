/** Where a version stands; the order is the order of the lifecycle. */
export const STAGES = ['None', 'Staging', 'Production', 'Archived'] as const;

export type Stage = (typeof STAGES)[number];

/** Where a version may stand to be deleted. */
export const DELETABLE_STAGES: readonly Stage[] = ['None', 'Archived'];
