/** What a rule that does not pass does: refuse, warn, or be kept in the report alone; the strictest first. */
export const ENFORCEMENTS = ['block', 'warn', 'observe'] as const;
/** One of them. */
export type Enforcement = (typeof ENFORCEMENTS)[number];
