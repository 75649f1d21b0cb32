import { codesOf, type Reasons } from '../../verdict/reasons.js';

/** Why a rule of this kind alone ends as it does. */
export const FRESHNESS_REASONS = {
  FRESH: { ends: ['PASS'], meaning: 'the evaluation is recent' },
  EVALUATION_TOO_OLD: { ends: ['FAIL'], meaning: 'older than `maxAgeDays`', remedy: 'evaluate again' },
} as const satisfies Reasons;

/** Their codes. */
export const FRESHNESS_CODES = codesOf(FRESHNESS_REASONS);
