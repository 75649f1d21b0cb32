import { baseOf, kindId } from '../rule-base.js';
import { type RuleKind } from '../rule-kind.js';
import { durationMs } from './duration.js';
import { evaluateSoak } from './evaluate-soak.js';
import { SOAK_REASONS } from './soak-reasons.js';
import { type SoakRule, soakRuleSchema, soakStageFaults } from './soak-rule.js';

/** Whether the version has stood in Staging long enough. */
export const SOAK: RuleKind<typeof soakRuleSchema, SoakRule> = {
  kind: 'soak',
  schema: soakRuleSchema,
  judgesQuality: false,
  reasons: SOAK_REASONS,
  expand: (document, defaults) => [
    { ...baseOf(document, defaults), kind: 'soak', stage: 'Staging', minDuration: document.minDuration },
  ],
  faults: () => [],
  stageFaults: soakStageFaults,
  idParts: kindId,
  tighter: () => ({ minDuration: (narrower, base) => durationMs(String(narrower)) >= durationMs(String(base)) }),
  evaluate: evaluateSoak,
};
