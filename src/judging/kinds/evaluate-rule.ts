import { type RuleContext } from '../context/rule-context.js';
import { sliceKey } from '../evidence/slice-key.js';
import { type MeasureOutcome, type RuleOutcome } from '../outcome/gate-outcome.js';
import { type Conclusion, type RuleJudgement } from '../outcome/measure-outcome.js';
import { severity, STATUSES, worst } from '../verdict/verdict.js';
import { compareText } from '../../values/compare-text.js';
import { isOnlyWarned } from './little-data.js';
import { type RuleBase } from './rule-kind.js';
import { kindOf, type RuleTable } from './rule-table.js';

/** A rule that threw while it was judged: a fault of ours, of which the report says no more than that. */
export interface BrokenRule {
  ruleId: string;
  kind: string;
  cause: unknown;
}

/** Judges one rule by its kind; whatever goes wrong inside becomes an ERROR of that rule, and its cause is kept in `broken`. */
export function evaluateRule<Rule extends RuleBase>(
  rule: Rule,
  context: RuleContext,
  table: RuleTable,
  broken: BrokenRule[] = [],
): RuleOutcome<Rule['kind']> {
  const head = headOf(rule);
  try {
    const rules = rule.rules?.map((inner) => evaluateRule(inner, context, table, broken)).sort(worstRuleFirst);
    const judgement = kindOf(rule, table).evaluate(rule, context, rules ?? []);
    return { ...head, ...concludeRule(rule, judgement), ...(rules === undefined ? {} : { rules }) };
  } catch (cause) {
    broken.push({ ruleId: rule.id, kind: rule.kind, cause });
    return { ...head, status: 'ERROR', reasonCode: 'JUDGEMENT_FAILED', message: INTERNAL, measures: [] };
  }
}

const INTERNAL = 'The rule could not be judged, for an internal reason that is in the log of the service. ERROR';

/** Worst first, then by id. */
export function worstRuleFirst(a: RuleOutcome, b: RuleOutcome): number {
  return severity(a.status) - severity(b.status) || compareText(a.id, b.id);
}

/** A rule ends as it concludes by itself, else as its worst measure that counts; skipped and demoted ones do not. */
function concludeRule(
  rule: RuleBase,
  { measures: judged, warnings = [], conclusion }: RuleJudgement,
): Omit<RuleOutcome, 'id' | 'kind' | 'enforcement'> {
  const measures = sortMeasures(
    judged.map((measure) => (isOnlyWarned(rule, measure) ? { ...measure, demoted: true } : measure)),
  );
  return {
    ...(conclusion ?? concludeMeasures(measures)),
    measures,
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

function concludeMeasures(measures: readonly MeasureOutcome[]): Conclusion & Pick<RuleOutcome, 'remediation'> {
  if (measures.length === 0) {
    const message = 'No slice of the evaluation matches this rule. FAIL';
    return { status: 'FAIL', reasonCode: 'NO_MATCHING_SLICES', message };
  }
  const counting = measures.filter(({ demoted }) => demoted !== true);
  const status = worst(counting.map((measure) => measure.status)) ?? 'SKIPPED';
  const decisive = counting.find((measure) => measure.status === status) ?? measures[0]!;
  return {
    status,
    reasonCode: decisive.reasonCode,
    message: ruleMessage(decisive, measures),
    ...(decisive.remediation === undefined ? {} : { remediation: decisive.remediation }),
  };
}

function headOf<Rule extends RuleBase>(
  rule: Rule,
): Pick<RuleOutcome<Rule['kind']>, 'id' | 'kind' | 'enforcement' | 'description'> {
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
