/** What somebody should know of a model before anything else; later parts of the service add theirs. */
export const MODEL_CONDITIONS = ['awaiting', 'no_policy', 'on_hold', 'frozen', 'under_review'] as const;

export type ModelConditionCode = (typeof MODEL_CONDITIONS)[number];

export interface ModelCondition {
  code: ModelConditionCode;
  message: string;
}

/** What the conditions of a model follow from. */
export interface ModelFacts {
  /** How many of its transitions await approval. */
  awaiting: number;
  /** Whether any policy holds besides the built-in one. */
  isGoverned: boolean;
  /** Why it is on hold; null when it is not. */
  holdReason: string | null;
  /** How many of its emergencies have no closed review. */
  underReview: number;
  /** The name of a freeze that holds now; null when none does. */
  frozenBy: string | null;
}

const MESSAGES: Readonly<Record<ModelConditionCode, (facts: ModelFacts) => string | null>> = {
  awaiting: ({ awaiting }) =>
    awaiting === 0 ? null : `${awaiting} ${awaiting === 1 ? 'transition awaits' : 'transitions await'} approval.`,
  no_policy: ({ isGoverned }) => (isGoverned ? null : 'No gate policy is set, so that no version gets to Production.'),
  on_hold: ({ holdReason }) =>
    holdReason === null ? null : `Nothing is promoted until a person lifts the hold: ${holdReason}`,
  frozen: ({ frozenBy }) => (frozenBy === null ? null : `Frozen by "${frozenBy}".`),
  under_review: ({ underReview }) =>
    underReview === 0 ? null : `${underReview} ${underReview === 1 ? 'review is' : 'reviews are'} open.`,
};

/** Every condition that a model is in. */
export function conditionsOf(facts: ModelFacts): ModelCondition[] {
  return MODEL_CONDITIONS.flatMap((code) => {
    const message = MESSAGES[code](facts);
    return message === null ? [] : [{ code, message }];
  });
}
