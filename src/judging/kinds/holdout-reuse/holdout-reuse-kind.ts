import { baseOf, defined, kindId } from '../rule-base.js';
import { type RuleKind } from '../rule-kind.js';
import { atMost } from '../tightening.js';
import { evaluateHoldoutReuse } from './evaluate-holdout-reuse.js';
import { HOLDOUT_REUSE_REASONS } from './holdout-reuse-reasons.js';
import { holdoutReuseFaults, type HoldoutReuseRule, holdoutReuseRuleSchema } from './holdout-reuse-rule.js';

/** Whether the evaluation data are still worth something. */
export const HOLDOUT_REUSE: RuleKind<typeof holdoutReuseRuleSchema, HoldoutReuseRule> = {
  kind: 'holdout_reuse',
  schema: holdoutReuseRuleSchema,
  judgesQuality: false,
  reasons: HOLDOUT_REUSE_REASONS,
  expand: (document, defaults) => {
    const { failAfter, warnAfter } = document;
    return [{ ...baseOf(document, defaults), kind: 'holdout_reuse', failAfter, ...defined({ warnAfter }) }];
  },
  faults: holdoutReuseFaults,
  idParts: kindId,
  needs: () => ['holdoutUses'],
  tighter: () => ({ warnAfter: atMost, failAfter: atMost }),
  evaluate: evaluateHoldoutReuse,
};
