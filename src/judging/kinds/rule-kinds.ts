import { z } from 'zod';
import { COMMON_REASONS, type Reasons } from '../verdict/reasons.js';
import { FRESHNESS } from './freshness/freshness-kind.js';
import { groupOf } from './group/group-kind.js';
import { type GroupRule } from './group/group-rule.js';
import { HOLDOUT_REUSE } from './holdout-reuse/holdout-reuse-kind.js';
import { METADATA } from './metadata/metadata-kind.js';
import { REGRESSION } from './regression/regression-kind.js';
import { type RuleBase, type RuleKind, type RuleOf, type WrittenRule } from './rule-kind.js';
import { type RuleTable } from './rule-table.js';
import { SHORT_FORM } from './short-form/short-form.js';
import { SLICE_GAP } from './slice-gap/slice-gap-kind.js';
import { SOAK } from './soak/soak-kind.js';
import { THRESHOLD } from './threshold/threshold-kind.js';

/** The kinds of rules that judge something themselves: one line each, and all else follows from it. */
export const SINGLE_KINDS = [THRESHOLD, REGRESSION, SLICE_GAP, METADATA, FRESHNESS, SOAK, HOLDOUT_REUSE] as const;

/** A complete rule that judges something itself; every choice is resolved, so that the digest of a policy covers it. */
export type SingleRule = RuleOf<(typeof SINGLE_KINDS)[number]>;
/** A complete rule of any kind. */
export type GateRule = SingleRule | GroupRule<SingleRule>;
/** A rule that judges something itself, as a document states it with its kind. */
export type SingleRuleDocument = z.infer<(typeof SINGLE_KINDS)[number]['schema']>;
/** The name of a kind of rule. */
export type RuleKindName = GateRule['kind'];

/** The kinds of rules that there are. */
export const RULE_TABLE: RuleTable<GateRule> = ruleTable(SINGLE_KINDS);

/** Their names. */
export const RULE_KIND_NAMES = RULE_TABLE.kinds.map(({ kind }) => kind) as RuleKindName[];

/** Every reason that a judgement gives: those of more than one kind, then those of each. */
export const REASON_CODES: Reasons = Object.assign(
  {},
  COMMON_REASONS,
  ...RULE_TABLE.kinds.map(({ reasons }) => reasons),
);

/** Makes the table of some kinds; groups of them come with it. */
export function ruleTable<const Kinds extends readonly RuleKind[]>(
  singles: Kinds,
): RuleTable<RuleOf<Kinds[number]> | GroupRule<RuleOf<Kinds[number]>>> {
  const simple = tableOf<RuleOf<Kinds[number]>>(singles, {
    id: 'SimpleGateRule',
    description: 'A gate rule that is no group.',
  });
  return tableOf([...singles, groupOf(simple)], { id: 'GateRule', description: 'A gate rule.' });
}

/** The table of exactly these kinds, and of the short form that two of them have. */
function tableOf<Rule extends RuleBase>(
  kinds: readonly RuleKind[],
  meta: { id: string; description: string },
): RuleTable<Rule> {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  const forms: readonly Pick<RuleKind, 'schema' | 'expand'>[] = [...kinds, SHORT_FORM];
  const schemas = forms.map(({ schema }) => schema) as [z.ZodObject, ...z.ZodObject[]];
  const formOf = ({ kind }: WrittenRule): Pick<RuleKind, 'expand'> =>
    kind === undefined ? SHORT_FORM : byName.get(kind)!;
  return {
    kinds,
    schema: z.discriminatedUnion('kind', schemas).meta(meta),
    fields: [...new Set(schemas.flatMap(({ shape }) => Object.keys(shape)))],
    find: (kind) => byName.get(kind),
    expand: (document, defaults) => formOf(document).expand(document, defaults) as Rule[],
  };
}
