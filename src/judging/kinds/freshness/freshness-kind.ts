import { baseOf, kindId } from '../rule-base.js';
import { type RuleKind } from '../rule-kind.js';
import { atMost } from '../tightening.js';
import { evaluateFreshness } from './evaluate-freshness.js';
import { FRESHNESS_REASONS } from './freshness-reasons.js';
import { type FreshnessRule, freshnessRuleSchema } from './freshness-rule.js';

/** Whether the evaluation is recent. */
export const FRESHNESS: RuleKind<typeof freshnessRuleSchema, FreshnessRule> = {
  kind: 'freshness',
  schema: freshnessRuleSchema,
  judgesQuality: false,
  reasons: FRESHNESS_REASONS,
  expand: (document, defaults) => [
    { ...baseOf(document, defaults), kind: 'freshness', maxAgeDays: document.maxAgeDays },
  ],
  faults: () => [],
  idParts: kindId,
  tighter: () => ({ maxAgeDays: atMost }),
  evaluate: evaluateFreshness,
};
