import { evaluateFreshness } from './freshness/evaluate-freshness.js';
import { evaluateHoldoutReuse } from './holdout-reuse/evaluate-holdout-reuse.js';
import { evaluateSoak } from './soak/evaluate-soak.js';
import { concludeGroup } from './group/evaluate-group.js';
import { evaluateMetadata } from './metadata/evaluate-metadata.js';
import { evaluateRegression } from './regression/evaluate-regression.js';
import { evaluateSliceGap } from './slice-gap/evaluate-slice-gap.js';
import { evaluateThreshold } from './threshold/evaluate-threshold.js';
import { type GateRule, type RuleOfKind, type SingleRule } from '../policy/gate-policy.js';
import { type MeasureOutcome, type RuleOutcome } from '../outcome/gate-outcome.js';
import { type RuleContext } from '../context/rule-context.js';
import { type RuleJudgement } from '../outcome/measure-outcome.js';
import { sliceKey } from '../evidence/slice-key.js';
import { compareText } from '../../values/compare-text.js';
import { severity, STATUSES, worst } from '../outcome/verdict.js';

type SingleKind = SingleRule['kind'];
export type EvaluateRule<K extends SingleKind> = (rule: RuleOfKind<K>, context: RuleContext) => RuleJudgement;

/** One entry per rule kind; a kind without one does not compile. */
const EVALUATE: { [K in SingleKind]: EvaluateRule<K> } = {
  threshold: evaluateThreshold,
  regression: evaluateRegression,
  slice_gap: evaluateSliceGap,
  metadata: evaluateMetadata,
  freshness: evaluateFreshness,
  soak: evaluateSoak,
  holdout_reuse: evaluateHoldoutReuse,
};

/** Reasons that mean "too little data", which a policy may turn into warnings; missing or contradictory evidence never is. */
const DEMOTABLE: ReadonlySet<string> = new Set([
  'NOT_SHOWN',
  'UNDERPOWERED',
  'SLICE_TOO_SMALL',
  'UNTESTED_SHARE',
  'DEGENERATE_VARIANCE',
]);

/** Judges one rule; whatever goes wrong inside becomes an ERROR of that rule. */
export function evaluateRule(rule: GateRule, context: RuleContext): RuleOutcome {
  try {
    if (rule.kind !== 'group') return concludeRule(rule, evaluateSingle(rule, context));
    const rules = rule.rules.map((inner) => evaluateRule(inner, context)).sort(worstRuleFirst);
    return { ...headOf(rule), ...concludeGroup(rule, rules), measures: [], rules };
  } catch (cause) {
    const message = `The rule could not be judged: ${cause instanceof Error ? cause.message : String(cause)}. ERROR`;
    return { ...headOf(rule), status: 'ERROR', reasonCode: 'JUDGEMENT_FAILED', message, measures: [] };
  }
}

/** Worst first, then by id. */
export function worstRuleFirst(a: RuleOutcome, b: RuleOutcome): number {
  return severity(a.status) - severity(b.status) || compareText(a.id, b.id);
}

function evaluateSingle(rule: SingleRule, context: RuleContext): RuleJudgement {
  if (!Object.hasOwn(EVALUATE, rule.kind)) throw new TypeError(`unknown rule kind ${String(rule.kind)}`);
  const evaluate = EVALUATE[rule.kind] as (rule: SingleRule, context: RuleContext) => RuleJudgement;
  return evaluate(rule, context);
}

/** A rule is as good as its worst measure that counts; skipped and demoted ones do not. */
function concludeRule(rule: SingleRule, { measures: judged, warnings = [] }: RuleJudgement): RuleOutcome {
  const measures = sortMeasures(judged.map((measure) => demote(rule, measure)));
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
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

/** Turns a measure with too little data into a warning where the policy says so; never the whole, never a critical slice. */
function demote(rule: SingleRule, measure: MeasureOutcome): MeasureOutcome {
  if (!('onInconclusive' in rule) || rule.onInconclusive !== 'warn' || rule.critical) return measure;
  const demotable =
    measure.status === 'INCONCLUSIVE' && DEMOTABLE.has(measure.reasonCode) && Object.keys(measure.slice).length > 0;
  return demotable ? { ...measure, demoted: true } : measure;
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

/** Worst first, then by metric and slice; measures mostly come in that order already, since slices are found by key. */
function sortMeasures(measures: readonly MeasureOutcome[]): MeasureOutcome[] {
  const byStatus = new Map(STATUSES.map((status) => [status, [] as MeasureOutcome[]] as const));
  for (const measure of measures) byStatus.get(measure.status)!.push(measure);
  return [...byStatus.values()].flatMap((alike) => {
    const isSorted = alike.every((measure, at) => at === 0 || byMetricAndSlice(alike[at - 1]!, measure) <= 0);
    return isSorted ? alike : alike.sort(byMetricAndSlice);
  });
}

function byMetricAndSlice(a: MeasureOutcome, b: MeasureOutcome): number {
  return (
    (a.metric === b.metric ? 0 : compareText(a.metric, b.metric)) || compareText(sliceKey(a.slice), sliceKey(b.slice))
  );
}
