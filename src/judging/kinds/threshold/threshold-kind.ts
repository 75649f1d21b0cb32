import { type RuleKind } from '../rule-kind.js';
import { slicedNeeds } from '../sliced-rule.js';
import { evaluateThreshold } from './evaluate-threshold.js';
import {
  expandThreshold,
  thresholdFaults,
  thresholdIdParts,
  type ThresholdRule,
  thresholdRuleSchema,
  thresholdTightening,
} from './threshold-rule.js';

/** Whether the challenger's own value keeps a limit. */
export const THRESHOLD: RuleKind<typeof thresholdRuleSchema, ThresholdRule> = {
  kind: 'threshold',
  schema: thresholdRuleSchema,
  judgesQuality: true,
  reasons: {},
  expand: (document, defaults) => [expandThreshold(document, defaults)],
  faults: thresholdFaults,
  idParts: thresholdIdParts,
  needs: slicedNeeds,
  tighter: thresholdTightening,
  evaluate: evaluateThreshold,
};
