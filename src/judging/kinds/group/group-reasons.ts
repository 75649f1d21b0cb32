import { codesOf, type Reasons } from '../../verdict/reasons.js';

/** Why a rule of this kind alone ends as it does. */
export const GROUP_REASONS = {
  ENOUGH_PASS: { ends: ['PASS'], meaning: 'enough rules of the group pass' },
  TOO_FEW_PASS: { ends: ['FAIL'], meaning: 'too few rules of the group can still pass', remedy: 'see its rules' },
  TOO_FEW_CONCLUDED: {
    ends: ['INCONCLUSIVE'],
    meaning: 'enough rules of the group could pass, but the data do not show it',
    remedy: 'see its rules',
  },
  TOO_FEW_JUDGED: {
    ends: ['ERROR'],
    meaning: 'too many rules of the group could not be judged',
    remedy: 'see its rules',
  },
} as const satisfies Reasons;

/** Their codes. */
export const GROUP_CODES = codesOf(GROUP_REASONS);
