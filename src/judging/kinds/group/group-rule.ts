import { z } from 'zod';
import { compareText } from '../../../values/compare-text.js';
import { deriveIds } from '../derive-rule-id.js';
import { baseOf } from '../rule-base.js';
import { type RuleDefaults } from '../rule-defaults.js';
import { ruleFields } from '../rule-fields.js';
import { type Metrics, type RuleBase, type RuleFault, ruleFault, type WrittenRule } from '../rule-kind.js';
import { kindOf, type RuleTable } from '../rule-table.js';

/** At least so many of its rules must pass. */
export interface GroupRule<Inner extends RuleBase = RuleBase> extends RuleBase {
  kind: 'group';
  atLeast: number;
  rules: Inner[];
}

/** A group as a document states it. */
export function groupRuleSchema(innerSchema: z.ZodType<WrittenRule>) {
  return z
    .strictObject({
      kind: z.literal('group').describe('Is met when enough of its rules are.'),
      atLeast: z.int().min(1).max(100).describe('How many of the rules must pass.'),
      rules: z.array(innerSchema).min(1).max(100).describe('The rules of the group.'),
      ...ruleFields,
    })
    .meta({ id: 'GroupRule', description: 'At least k of n rules must pass.' });
}

/** Completes a group; its rules block or warn as the group does. */
export function expandGroup<Inner extends RuleBase>(
  document: z.infer<ReturnType<typeof groupRuleSchema>>,
  defaults: RuleDefaults,
  table: RuleTable<Inner>,
): GroupRule<Inner> {
  const base = baseOf(document, defaults);
  const inner = document.rules.flatMap((rule) => table.expand(rule, defaults));
  const enforced = inner.map((rule) => ({ ...rule, enforcement: base.enforcement }));
  const rules = deriveIds(enforced, (rule) => kindOf(rule, table).idParts(rule)).sort((a, b) =>
    compareText(a.id, b.id),
  );
  return { ...base, kind: 'group', atLeast: document.atLeast, rules };
}

/** What is wrong inside a group, names used twice, and more that must pass than there are. */
export function groupFaults<Inner extends RuleBase>(
  { rules, atLeast }: GroupRule<Inner>,
  metrics: Metrics,
  table: RuleTable<Inner>,
): RuleFault[] {
  const faults = rules.flatMap((inner) =>
    kindOf(inner, table)
      .faults(inner, metrics)
      .map(({ code, detail }) => ruleFault('rules', code, `In ${inner.id}: ${detail}`)),
  );
  const ids = rules.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined)
    faults.push(ruleFault('rules', 'DUPLICATE_RULE_ID', `Two rules of the group have the id "${twice}".`));
  if (atLeast > rules.length) {
    faults.push(ruleFault('atLeast', 'GROUP_TOO_SMALL', `The group has only ${rules.length} rules.`));
  }
  return faults;
}
