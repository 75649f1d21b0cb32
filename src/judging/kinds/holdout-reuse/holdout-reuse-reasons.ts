import { codesOf, type Reasons } from '../../verdict/reasons.js';

/** Why a rule of this kind alone ends as it does. */
export const HOLDOUT_REUSE_REASONS = {
  HOLDOUT_WORN_OUT: {
    ends: ['FAIL'],
    meaning: 'too many versions were chosen on these data',
    remedy: 'evaluate on a fresh dataset version',
  },
  HOLDOUT_USE_UNKNOWN: {
    ends: ['INCONCLUSIVE'],
    meaning: 'nothing says how often the data were used',
    remedy: 'name the dataset version in the evaluation',
  },
  HOLDOUT_WEARS_OUT: {
    ends: ['warning'],
    meaning: 'more than `warnAfter` versions were measured on these data',
    remedy: 'prepare a fresh dataset version',
  },
} as const satisfies Reasons;

/** Their codes. */
export const HOLDOUT_REUSE_CODES = codesOf(HOLDOUT_REUSE_REASONS);
