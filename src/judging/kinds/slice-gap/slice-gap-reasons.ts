import { codesOf, type Reasons } from '../../verdict/reasons.js';

/** Why a rule of this kind alone ends as it does. */
export const SLICE_GAP_REASONS = {
  GAP_TOO_LARGE: {
    ends: ['FAIL'],
    meaning: 'slices lie further apart than allowed',
    remedy: 'improve the worst slice',
  },
  GAP_WORSE_THAN_INCUMBENT: {
    ends: ['FAIL'],
    meaning: "slices lie further apart than the incumbent's by too much",
    remedy: 'improve the worst slice',
  },
  TOO_FEW_SLICES: {
    ends: ['INCONCLUSIVE'],
    meaning: 'a gap needs two slices with values',
    remedy: 'submit the slices',
  },
} as const satisfies Reasons;

/** Their codes. */
export const SLICE_GAP_CODES = codesOf(SLICE_GAP_REASONS);
