import { type z } from 'zod';
import { type RuleContext } from '../context/rule-context.js';
import { type DatasetChoice } from '../evidence/gate-evidence.js';
import { type MetricDefinition } from '../evidence/metric-definition.js';
import { type SliceValue } from '../evidence/slice-key.js';
import { type Enforcement } from '../outcome/enforcement.js';
import { type RuleOutcome } from '../outcome/gate-outcome.js';
import { type RuleJudgement } from '../outcome/measure-outcome.js';
import { type Reasons } from '../verdict/reasons.js';
import { type RuleDefaults } from './rule-defaults.js';

/** What every complete rule says, whatever its kind. */
export interface RuleBase {
  id: string;
  kind: string;
  description?: string;
  enforcement: Enforcement;
  dataset?: DatasetChoice;
  /** The rules inside, where the kind holds others. */
  rules?: readonly RuleBase[];
}

/** What every rule of a document may say, whatever its kind; without a kind it is in short form. */
export type WrittenRule = {
  kind?: string;
  id?: string;
  description?: string;
  enforcement?: Enforcement;
  dataset?: string | DatasetChoice;
  slices?: Readonly<Record<string, SliceValue>>[];
  rules?: WrittenRule[];
};

/** The declared metrics of a policy by name. */
export type Metrics = Readonly<Record<string, MetricDefinition>>;

/** What is wrong with a rule; `at` is the field, empty for the rule as a whole. */
export interface RuleFault {
  at: string;
  code: string;
  detail: string;
}

/** Evidence beside evaluations that costs a query and is read only when a rule asks for it. */
export const EVIDENCE_NEEDS = ['inventories', 'holdoutUses', 'signatures'] as const;
/** One of them. */
export type EvidenceNeed = (typeof EVIDENCE_NEEDS)[number];

/** Whether a field that a narrower scope changed asks for at least as much as that of the wider one. */
export type IsTighter = (narrower: unknown, base: unknown) => boolean;
/** The fields of a rule that a narrower scope may change, each with what makes it tighter; no other may change. */
export type Tightening = Readonly<Record<string, IsTighter>>;

/** All that the gates know of one kind of rule: an object of this shape in a folder of its own, and a line in the table. */
export interface RuleKind<Schema extends z.ZodObject = z.ZodObject, Rule extends RuleBase = RuleBase> {
  /** Its name in policies, reports and the API. */
  readonly kind: Rule['kind'];
  /** The shape of a rule as a document states it: strict, and every field with a sentence. */
  readonly schema: Schema;
  /** Whether it judges the quality of a model, so that a policy may rest on it alone. */
  readonly judgesQuality: boolean;
  /** The reasons that it alone gives. */
  readonly reasons: Reasons;
  /** The complete rules that a document means, every choice resolved; an id that was not stated stays empty. */
  expand(document: z.infer<Schema>, defaults: RuleDefaults): Rule[];
  /** What is wrong with a complete rule, as far as the policy alone shows it. */
  faults(rule: Rule, metrics: Metrics): RuleFault[];
  /** What is wrong with it before this stage of all stages. */
  stageFaults?(rule: Rule, stage: string): RuleFault[];
  /** The parts of an id for a rule without one: what it asks for, and of which slices. */
  idParts(rule: Rule): string[];
  /** The evidence that has to be loaded for it besides evaluations. */
  needs?(rule: Rule): readonly EvidenceNeed[];
  /** How a rule of a narrower scope may differ from the one of the same id that it takes the place of. */
  tighter?(base: Rule, narrower: Rule): Tightening;
  /** Judges a rule, pure and total; `inner` holds the outcomes of the rules inside it, worst first. */
  evaluate(rule: Rule, context: RuleContext, inner: readonly RuleOutcome[]): RuleJudgement;
}

/** The rule that a kind judges. */
export type RuleOf<Kind> = Kind extends RuleKind<infer _Schema, infer Rule> ? Rule : never;

/** A rule and the rules inside it that hold no others: those that judge something themselves. */
export function singleRules(rules: readonly RuleBase[]): RuleBase[] {
  return rules.flatMap((rule) => (rule.rules === undefined ? [rule] : singleRules(rule.rules)));
}

/** Makes a fault of a rule. */
export function ruleFault(at: string, code: string, detail: string): RuleFault {
  return { at, code, detail };
}
