import { type RuleKind } from '../rule-kind.js';
import { slicedNeeds } from '../sliced-rule.js';
import { evaluateRegression } from './evaluate-regression.js';
import { regressionFaults } from './regression-faults.js';
import { REGRESSION_REASONS } from './regression-reasons.js';
import { expandRegression, regressionIdParts, type RegressionRule, regressionTightening } from './regression-rule.js';
import { regressionRuleSchema } from './regression-schema.js';

/** Whether the challenger is worse than the incumbent. */
export const REGRESSION: RuleKind<typeof regressionRuleSchema, RegressionRule> = {
  kind: 'regression',
  schema: regressionRuleSchema,
  judgesQuality: true,
  reasons: REGRESSION_REASONS,
  expand: (document, defaults) => expandRegression(document, document.margin, defaults),
  faults: regressionFaults,
  idParts: regressionIdParts,
  needs: slicedNeeds,
  tighter: regressionTightening,
  evaluate: evaluateRegression,
};
