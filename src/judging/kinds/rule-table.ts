import { type z } from 'zod';
import { type RuleDefaults } from './rule-defaults.js';
import { type RuleBase, type RuleKind, type WrittenRule } from './rule-kind.js';

/** The kinds of rules that a policy may be made of, and what follows from them. */
export interface RuleTable<Rule extends RuleBase = RuleBase> {
  /** Every kind, in the order in which people are told of them. */
  readonly kinds: readonly RuleKind[];
  /** A rule of any of them, or in short form, as a document states it. */
  readonly schema: z.ZodType<WrittenRule>;
  /** Every field that a rule may have. */
  readonly fields: readonly string[];
  /** The kind of this name, if there is one. */
  find(kind: string): RuleKind | undefined;
  /** The complete rules that one of a document means; it has passed the schema. */
  expand(document: WrittenRule, defaults: RuleDefaults): Rule[];
}

/** The kind that a complete rule is of. */
export function kindOf({ kind }: RuleBase, table: RuleTable): RuleKind {
  const found = table.find(kind);
  if (found === undefined) throw new TypeError(`unknown rule kind ${kind}`);
  return found;
}

/** The names of the kinds that judge quality, so that a policy may rest on one of them alone. */
export function qualityKinds({ kinds }: RuleTable): string[] {
  return kinds.filter(({ judgesQuality }) => judgesQuality).map(({ kind }) => kind);
}

/** Whether a rule judges quality, or holds one that does; a policy without one that did never passes. */
export function isQualityRule(rule: RuleBase, table: RuleTable): boolean {
  if (rule.rules !== undefined) return rule.rules.some((inner) => isQualityRule(inner, table));
  return table.find(rule.kind)?.judgesQuality === true;
}
