import { kindId } from '../rule-base.js';
import { type RuleBase, type RuleKind } from '../rule-kind.js';
import { type RuleTable } from '../rule-table.js';
import { atLeast } from '../tightening.js';
import { concludeGroup } from './conclude-group.js';
import { GROUP_REASONS } from './group-reasons.js';
import { expandGroup, groupFaults, type GroupRule, groupRuleSchema } from './group-rule.js';

/** Whether enough of some rules pass, rules of the kinds of this table: a kind like any other. */
export function groupOf<Inner extends RuleBase>(
  table: RuleTable<Inner>,
): RuleKind<ReturnType<typeof groupRuleSchema>, GroupRule<Inner>> {
  return {
    kind: 'group',
    schema: groupRuleSchema(table.schema),
    judgesQuality: false,
    reasons: GROUP_REASONS,
    expand: (document, defaults) => [expandGroup(document, defaults, table)],
    faults: (rule, metrics) => groupFaults(rule, metrics, table),
    idParts: kindId,
    tighter: () => ({ atLeast }),
    evaluate: (rule, _context, inner) => ({ measures: [], conclusion: concludeGroup(rule, inner) }),
  };
}
