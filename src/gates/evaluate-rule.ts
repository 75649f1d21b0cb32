import { evaluateRegression } from './evaluate-regression.js';
import { evaluateThreshold } from './evaluate-threshold.js';
import { type GateRule, type RuleKind, type RuleOfKind } from './gate-policy.js';
import { type MeasureOutcome, type RuleOutcome } from './gate-outcome.js';
import { type RuleContext } from './rule-context.js';
import { sliceKey } from './slice-key.js';
import { compareText, severity, worst } from './verdict.js';

export type EvaluateRule<K extends RuleKind> = (rule: RuleOfKind<K>, context: RuleContext) => MeasureOutcome[];

/** One entry per rule kind; a kind without one does not compile. */
const EVALUATE: { [K in RuleKind]: EvaluateRule<K> } = {
  threshold: evaluateThreshold,
  regression: evaluateRegression,
};

/** Judges one rule; whatever goes wrong inside becomes an ERROR of that rule. */
export function evaluateRule(rule: GateRule, context: RuleContext): RuleOutcome {
  try {
    return concludeRule(rule, measuresOf(rule, context));
  } catch (cause) {
    const message = `The rule could not be judged: ${cause instanceof Error ? cause.message : String(cause)}. ERROR`;
    return { ...headOf(rule), status: 'ERROR', reasonCode: 'JUDGEMENT_FAILED', message, measures: [] };
  }
}

function measuresOf<K extends RuleKind>(rule: RuleOfKind<K>, context: RuleContext): MeasureOutcome[] {
  const evaluate = Object.hasOwn(EVALUATE, rule.kind) ? (EVALUATE[rule.kind as K] as EvaluateRule<K>) : undefined;
  if (evaluate === undefined) throw new TypeError(`unknown rule kind ${String(rule.kind)}`);
  return evaluate(rule, context);
}

/** A rule is as good as its worst measure that counts; skipped and demoted ones do not. */
function concludeRule(rule: GateRule, judged: readonly MeasureOutcome[]): RuleOutcome {
  const measures = judged.toSorted(worstFirst);
  if (measures.length === 0) {
    const message = 'No slice of the evaluation matches this rule. FAIL';
    return { ...headOf(rule), status: 'FAIL', reasonCode: 'NO_MATCHING_SLICES', message, measures };
  }
  const counting = measures.filter(({ demoted }) => demoted !== true);
  const status = worst(counting.map((measure) => measure.status)) ?? 'SKIPPED';
  const decisive = counting.find((measure) => measure.status === status) ?? measures[0]!;
  return {
    ...headOf(rule),
    status,
    reasonCode: decisive.reasonCode,
    message: ruleMessage(decisive, measures),
    ...(decisive.remediation === undefined ? {} : { remediation: decisive.remediation }),
    measures,
  };
}

function headOf(rule: GateRule): Pick<RuleOutcome, 'id' | 'kind' | 'enforcement' | 'description'> {
  const { id, kind, enforcement, description } = rule;
  return { id, kind, enforcement, ...(description === undefined ? {} : { description }) };
}

/** The decisive measure speaks for the rule; what it rests on is said once. */
function ruleMessage(decisive: MeasureOutcome, measures: readonly MeasureOutcome[]): string {
  const alike = measures.filter(({ status }) => status === decisive.status).length;
  const share = measures.length === 1 ? '' : ` (${alike} of ${measures.length} measures ${decisive.status})`;
  return `${decisive.message}${share} — ${decisive.basis}`;
}

function worstFirst(a: MeasureOutcome, b: MeasureOutcome): number {
  return (
    severity(a.status) - severity(b.status) ||
    compareText(a.metric, b.metric) ||
    compareText(sliceKey(a.slice), sliceKey(b.slice))
  );
}
