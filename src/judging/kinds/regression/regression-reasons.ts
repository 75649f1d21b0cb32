import { codesOf, type Reasons } from '../../verdict/reasons.js';

/** Why a rule of this kind alone ends as it does. */
export const REGRESSION_REASONS = {
  WITHIN_MARGIN: { ends: ['PASS'], meaning: 'no worse than the margin, by the values alone' },
  NON_INFERIOR: { ends: ['PASS'], meaning: 'shown to be no worse than the margin' },
  SUPERIOR: { ends: ['PASS'], meaning: 'shown to be better' },
  WORSE_WITHIN_MARGIN: {
    ends: ['PASS'],
    meaning: 'shown to be worse, by less than the margin',
    remedy: 'look whether small losses add up over releases',
  },
  NO_REGRESSION_DETECTED: { ends: ['PASS'], meaning: 'no harm found, with enough data to see it' },
  IDENTICAL_PREDICTIONS: { ends: ['PASS'], meaning: 'both versions predict the same, by digest' },
  REGRESSION: {
    ends: ['FAIL'],
    meaning: 'worse than allowed, in statistical modes significantly',
    remedy: 'improve the model on the slice named',
  },
  NOT_SUPERIOR: {
    ends: ['FAIL'],
    meaning: 'shown not to reach the gain',
    remedy: 'the change is not worth it by this policy',
  },
  SUSPICIOUS_IMPROVEMENT: {
    ends: ['INCONCLUSIVE'],
    meaning: 'better by more than `suspiciousGain`',
    remedy: 'look for labels that leaked into the features',
  },
  LEFT_TO_THRESHOLD: { ends: ['SKIPPED'], meaning: 'a slice only the challenger has, judged by a threshold rule' },
  NOT_REPORTED: {
    ends: ['SKIPPED'],
    meaning: 'a rule with `whereReported`, of a metric that a version does not report',
  },
  SIMPSON_REVERSAL: {
    ends: ['warning'],
    meaning: 'the whole and its slices point in opposite directions',
    remedy: 'judge the slices',
  },
} as const satisfies Reasons;

/** Their codes. */
export const REGRESSION_CODES = codesOf(REGRESSION_REASONS);
