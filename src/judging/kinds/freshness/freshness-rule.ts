import { z } from 'zod';
import { ruleFields } from '../rule-fields.js';
import { type RuleBase } from '../rule-kind.js';

/** A freshness rule as a document states it. */
export const freshnessRuleSchema = z
  .strictObject({
    kind: z.literal('freshness').describe('Limits the age of the evaluation.'),
    maxAgeDays: z.number().gt(0).max(36_500).describe('Largest age of the evaluation in days.'),
    ...ruleFields,
  })
  .meta({ id: 'FreshnessRule', description: 'The evaluation must be recent.' });

/** A limit on the age of the evaluation. */
export interface FreshnessRule extends RuleBase {
  kind: 'freshness';
  maxAgeDays: number;
}
