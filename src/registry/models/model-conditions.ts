/** What somebody should know of a model before anything else; later parts of the service add theirs. */
export const MODEL_CONDITIONS = ['awaiting', 'no_policy'] as const;

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
}

const MESSAGES: Readonly<Record<ModelConditionCode, (facts: ModelFacts) => string | null>> = {
  awaiting: ({ awaiting }) =>
    awaiting === 0 ? null : `${awaiting} ${awaiting === 1 ? 'transition awaits' : 'transitions await'} approval.`,
  no_policy: ({ isGoverned }) => (isGoverned ? null : 'No gate policy is set, so that no version gets to Production.'),
};

/** Every condition that a model is in. */
export function conditionsOf(facts: ModelFacts): ModelCondition[] {
  return MODEL_CONDITIONS.flatMap((code) => {
    const message = MESSAGES[code](facts);
    return message === null ? [] : [{ code, message }];
  });
}
