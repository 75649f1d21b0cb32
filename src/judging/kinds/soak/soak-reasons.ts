import { codesOf, type Reasons } from '../../verdict/reasons.js';

/** Why a rule of this kind alone ends as it does. */
export const SOAK_REASONS = {
  SOAKED: { ends: ['PASS'], meaning: 'the version stood in Staging long enough' },
  SOAK_TOO_SHORT: { ends: ['FAIL'], meaning: 'not long enough in Staging', remedy: 'ask again at the time named' },
} as const satisfies Reasons;

/** Their codes. */
export const SOAK_CODES = codesOf(SOAK_REASONS);
