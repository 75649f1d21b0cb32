import { type Status } from './verdict.js';

/** How something ends for a reason: by a status, or by nothing but a warning. */
export type Ending = Status | 'warning';

/** Why a measure, a rule or a judgement ended as it did. The page of gates is written from this. */
export interface Reason {
  /** Every way in which it may end something, the usual one first. */
  ends: readonly [Ending, ...Ending[]];
  /** What it means, as part of a sentence. */
  meaning: string;
  /** What to do about it; whatever stands in the way of a version has one. */
  remedy?: string;
}

/** Reasons by their stable codes. */
export type Reasons = Readonly<Record<string, Reason>>;

/** Reasons that more than one kind of rule may give, or the judgement as a whole; a kind declares those of its own. */
export const COMMON_REASONS = {
  WITHIN_LIMITS: { ends: ['PASS'], meaning: 'the limit is kept' },
  BELOW_MINIMUM: {
    ends: ['FAIL'],
    meaning: 'the value, or all of its interval, lies below `min`',
    remedy: 'improve the model',
  },
  ABOVE_MAXIMUM: {
    ends: ['FAIL'],
    meaning: 'the value, or all of its interval, lies above `max`',
    remedy: 'improve the model',
  },
  MISSING_CHALLENGER_METRIC: {
    ends: ['FAIL'],
    meaning: 'the evaluation lacks the metric, or there is none',
    remedy: 'submit an evaluation with it, or name the `dataset` in the rule',
  },
  MISSING_CHALLENGER_SLICE: {
    ends: ['FAIL', 'INCONCLUSIVE'],
    meaning: 'the slice is missing for the challenger; INCONCLUSIVE if it is a small one',
    remedy: 'submit an evaluation with it',
  },
  NON_FINITE_METRIC: { ends: ['FAIL'], meaning: 'the value is no finite number', remedy: 'submit a finite number' },
  CHALLENGER_UNDEFINED: {
    ends: ['FAIL'],
    meaning: 'undefined (0/0) for the challenger alone',
    remedy: 'see whether the model never predicts a class',
  },
  NO_MATCHING_SLICES: {
    ends: ['FAIL'],
    meaning: 'the rule found no slice to judge',
    remedy: 'correct the features of the rule, or submit the slices',
  },
  FIRST_PROMOTION_NOT_ALLOWED: {
    ends: ['FAIL'],
    meaning: 'there is no incumbent, and the policy allows no first promotion',
    remedy: 'set `firstPromotion.allowed`',
  },
  NOT_SHOWN: {
    ends: ['INCONCLUSIVE', 'SKIPPED'],
    meaning: 'the bounds hold both answers',
    remedy: 'measure on `neededN` rows, or submit paired evidence',
  },
  UNDERPOWERED: {
    ends: ['INCONCLUSIVE', 'SKIPPED'],
    meaning: 'harm of twice the margin could go unseen',
    remedy: 'measure on `neededN` rows, or submit paired evidence',
  },
  SLICE_TOO_SMALL: {
    ends: ['INCONCLUSIVE', 'SKIPPED'],
    meaning: 'fewer rows, positives or negatives than the rule asks for',
    remedy: 'measure on more rows, or lower the minimum',
  },
  COUNT_UNKNOWN: {
    ends: ['INCONCLUSIVE'],
    meaning: 'nothing says how many rows the slice, the whole or a class has',
    remedy: 'submit `count`',
  },
  UNTESTED_SHARE: {
    ends: ['INCONCLUSIVE', 'SKIPPED'],
    meaning: 'too many rows lie in slices too small to judge',
    remedy: 'measure on more rows, join rare values, or pool them',
  },
  EVIDENCE_TOO_WEAK: {
    ends: ['INCONCLUSIVE'],
    meaning: 'the evidence is below `minEvidence`, or of other slices',
    remedy: 'submit intervals, or better paired evidence',
  },
  NO_VARIATION: {
    ends: ['INCONCLUSIVE', 'SKIPPED'],
    meaning: 'too few rows tell the versions apart, so the uncertainty of their difference is unknown',
    remedy: 'measure on more rows, or submit `predictionDigest` of both versions',
  },
  DEGENERATE_VARIANCE: {
    ends: ['INCONCLUSIVE', 'SKIPPED'],
    meaning: 'a difference without variation, so its uncertainty is unknown',
    remedy: 'see how the standard error was computed',
  },
  INCUMBENT_METRIC_MISSING: {
    ends: ['INCONCLUSIVE'],
    meaning: 'the incumbent was not measured here',
    remedy: 're-evaluate the incumbent on the data named',
  },
  NO_EFFECTIVE_RULES: {
    ends: ['INCONCLUSIVE'],
    meaning: 'no blocking rule could be applied',
    remedy: 'add a threshold rule, or choose the preset `open`',
  },
  NO_QUALITY_RULE: {
    ends: ['INCONCLUSIVE'],
    meaning: 'no blocking rule judged quality',
    remedy: 'add a threshold or regression rule',
  },
  INCOMPARABLE_DATASETS: {
    ends: ['ERROR'],
    meaning: 'other version, digest or split of the dataset',
    remedy: "re-evaluate the incumbent on the challenger's data",
  },
  INCOMPARABLE_METRIC: {
    ends: ['ERROR'],
    meaning: 'other definition or unit, or a value outside its range',
    remedy: 'measure both with one definition and one unit',
  },
  INCOMPARABLE_SLICE: {
    ends: ['ERROR'],
    meaning: 'the slices follow other definitions',
    remedy: 'measure both on slices of one definition',
  },
  INCOMPARABLE_ENVIRONMENT: {
    ends: ['ERROR'],
    meaning: 'an operational metric of another machine, or of none stated',
    remedy: 'measure both on one class of machine and state it',
  },
  SAMPLE_COUNT_MISMATCH: {
    ends: ['ERROR'],
    meaning: 'different numbers of rows of the same data',
    remedy: 'find the dropped rows',
  },
  SLICE_PARTITION_MISMATCH: {
    ends: ['ERROR'],
    meaning: 'the slices of a feature do not make up the whole',
    remedy: 'report every value, rows without one as `__null__`',
  },
  TOO_MANY_SLICES: { ends: ['ERROR'], meaning: 'more than `maxSlices`', remedy: 'group rare values, or raise it' },
  AMBIGUOUS_EVIDENCE: {
    ends: ['ERROR'],
    meaning: 'one measure stated twice with different values',
    remedy: 'state every metric and slice once',
  },
  EVIDENCE_INCONSISTENT: {
    ends: ['ERROR'],
    meaning: 'paired evidence or digests contradict the reported values',
    remedy: 'compute both from the same rows',
  },
  EVALUATION_NOT_COMPLETE: {
    ends: ['ERROR'],
    meaning: 'the evaluation is still running, or failed',
    remedy: 'wait for it, or submit another',
  },
  CLOCK_SKEW: {
    ends: ['ERROR'],
    meaning: 'the evaluation is dated more than five minutes ahead',
    remedy: 'set the clock of the evaluator',
  },
  TRAIN_EVAL_OVERLAP: {
    ends: ['ERROR'],
    meaning: 'one of the models was trained on the data of the evaluation',
    remedy: 'evaluate on data neither has seen',
  },
  SELF_COMPARISON: {
    ends: ['ERROR'],
    meaning: 'challenger and incumbent are one artifact',
    remedy: 'register the new artifact',
  },
  POLICY_INVALID: {
    ends: ['ERROR'],
    meaning: 'the policies contradict each other, or name what is unknown',
    remedy: 'mend the policy',
  },
  JUDGEMENT_FAILED: {
    ends: ['ERROR'],
    meaning: 'the rule broke down inside the service',
    remedy: 'tell whoever runs it: the log says why',
  },
  NO_INCUMBENT: { ends: ['SKIPPED'], meaning: 'nothing to compare with' },
  UNDEFINED_ON_DATA: {
    ends: ['SKIPPED', 'INCONCLUSIVE'],
    meaning: 'undefined (0/0) for both versions; INCONCLUSIVE in a critical rule',
    remedy: 'measure on data that hold every class',
  },
  POOLED: { ends: ['SKIPPED'], meaning: 'too small alone, judged with the other small slices of the feature' },
  UNTESTED: { ends: ['SKIPPED'], meaning: 'too small to judge, within `maxUntestedShare`' },
  OPEN_POLICY: { ends: ['warning'], meaning: 'the policy demands nothing', remedy: 'set rules before quality matters' },
  STAGE_NOT_GATED: { ends: ['warning'], meaning: 'the policy has no gates for this stage' },
  FIRST_PROMOTION_NOT_JUDGED: {
    ends: ['warning'],
    meaning: 'there is no incumbent, and no threshold rule was asked for',
    remedy: 'add one',
  },
  EVALUATORS_DIFFER: {
    ends: ['warning'],
    meaning: 'the two evaluations were made by different evaluators',
    remedy: 'measure both with one',
  },
} as const satisfies Reasons;

declare const OWN: unique symbol;
/** The code of a reason that one kind of rule declares; {@link codesOf} alone makes one. */
export type OwnReasonCode = string & { readonly [OWN]: true };
/** The code of a declared reason, never any other text. */
export type ReasonCode = keyof typeof COMMON_REASONS | OwnReasonCode;

/** The codes of the reasons of one kind, each under its own name, to conclude by. */
export function codesOf<const Own extends Reasons>(reasons: Own): { readonly [Code in keyof Own]: OwnReasonCode } {
  const codes = Object.keys(reasons).map((code) => [code, code]);
  return Object.fromEntries(codes) as { readonly [Code in keyof Own]: OwnReasonCode };
}
