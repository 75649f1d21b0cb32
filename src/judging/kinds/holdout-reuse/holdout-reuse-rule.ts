import { z } from 'zod';
import { ruleFields } from '../rule-fields.js';
import { type RuleBase, type RuleFault, ruleFault } from '../rule-kind.js';

/** A holdout_reuse rule as a document states it. */
export const holdoutReuseRuleSchema = z
  .strictObject({
    kind: z.literal('holdout_reuse').describe('Counts the challengers judged on one dataset version.'),
    warnAfter: z.int().min(1).max(1e6).optional().describe('Challengers after which a warning is given.'),
    failAfter: z.int().min(1).max(1e6).describe('Challengers after which the data are spent.'),
    ...ruleFields,
  })
  .meta({ id: 'HoldoutReuseRule', description: 'Evaluation data wear out by use.' });

/** A limit on how many versions were measured on the same data. */
export interface HoldoutReuseRule extends RuleBase {
  kind: 'holdout_reuse';
  warnAfter?: number;
  failAfter: number;
}

/** A warning that would come after the refusal. */
export function holdoutReuseFaults({ warnAfter, failAfter }: HoldoutReuseRule): RuleFault[] {
  if (warnAfter === undefined || warnAfter <= failAfter) return [];
  const detail = `warnAfter ${warnAfter} is larger than failAfter ${failAfter}.`;
  return [ruleFault('warnAfter', 'LIMITS_NOT_ORDERED', detail)];
}
