import { deriveIds } from '../kinds/derive-rule-id.js';
import { type RuleDefaults } from '../kinds/rule-defaults.js';
import { type RuleBase, type WrittenRule } from '../kinds/rule-kind.js';
import { kindOf, type RuleTable } from '../kinds/rule-table.js';

/** A rule with its place in the document, for pointers. */
export interface PlacedRule<Rule extends RuleBase = RuleBase> {
  rule: Rule;
  index: number;
}

/** Completes the rules of a stage: short forms to rules, silent fields to defaults, missing ids derived. */
export function expandRules<Rule extends RuleBase>(
  documents: readonly WrittenRule[],
  defaults: RuleDefaults,
  table: RuleTable<Rule>,
): PlacedRule<Rule>[] {
  const placed = documents.flatMap((document, index) =>
    table.expand(document, defaults).map((rule) => ({ rule, index })),
  );
  const rules = deriveIds(
    placed.map(({ rule }) => rule),
    (rule) => kindOf(rule, table).idParts(rule),
  );
  return placed.map(({ index }, at) => ({ index, rule: rules[at]! }));
}
