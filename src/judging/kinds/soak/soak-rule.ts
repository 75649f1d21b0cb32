import { z } from 'zod';
import { ruleFields } from '../rule-fields.js';
import { type RuleBase, type RuleFault, ruleFault } from '../rule-kind.js';
import { DURATION } from './duration.js';

/** A soak rule as a document states it. */
export const soakRuleSchema = z
  .strictObject({
    kind: z.literal('soak').describe('Demands time spent in Staging.'),
    stage: z.literal('Staging').optional().describe('Where the version must have stood: Staging.'),
    minDuration: z
      .string()
      .max(40)
      .regex(DURATION)
      .describe('Shortest stay as an ISO 8601 duration of days to seconds, such as P2D or PT12H.'),
    ...ruleFields,
  })
  .meta({ id: 'SoakRule', description: 'The version must have stood in Staging for a while.' });

/** A while that the version must have stood in Staging. */
export interface SoakRule extends RuleBase {
  kind: 'soak';
  stage: 'Staging';
  minDuration: string;
}

/** A version cannot have stood in Staging before it gets there. */
export function soakStageFaults({ enforcement }: SoakRule, stage: string): RuleFault[] {
  if (stage !== 'Staging' || enforcement !== 'block') return [];
  const detail =
    'No version has stood in Staging before it gets there, so nothing would ever pass; ask for it in Production.';
  return [ruleFault('', 'RULE_NOT_APPLICABLE', detail)];
}
