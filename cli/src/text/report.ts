import { type GateMeasureResponse, type GateReportResponse, type GateRuleResponse } from '@stagegate/client';
import { boundText, changeText, countText, measureName, valueText } from './numbers.js';
import { type Page } from './page.js';
import { BLANK, type Cell, type Column, table } from './table.js';

/** The verdict on every rule with its numbers; then in words what did not pass, and what would help. */
export function reportText(report: GateReportResponse, page: Page): string[] {
  const { incumbent, challenger, model, toStage, verdict } = report;
  const compared = incumbent === null ? 'nothing in Production' : `version ${incumbent}`;
  return [
    page.paint('bold', `${model} ${challenger} for ${toStage}, compared with ${compared}`),
    ...measuresTable(report, report.rules.flatMap(shownOf), page),
    ...report.rules.flatMap(ruleSentences),
    ...report.blockers.flatMap(({ message, remediation }) => [message, ...helpLines([remediation])]),
    ...report.warnings.map(({ message }) => `Warning: ${message}`),
    `Verdict: ${page.paint(verdict === 'PASS' ? 'green' : 'red', verdict)}`,
  ];
}

/** The measures that were worst for the challenger, as a table; nothing where nothing was measured. */
export function worstMeasuresText(report: GateReportResponse, most: number, page: Page): string[] {
  const measured = report.rules.flatMap((rule) => rule.measures.map((measure) => ({ rule, measure })));
  return measuresTable(report, measured.sort(byBadness).slice(0, most), page);
}

/** How many rows it rests on is the first to be left out. */
const COUNT: Column = { title: 'N', align: 'right', optional: 1 };

/** A measure as a row of a table: of which rule, and how many more of that rule it stands for. */
interface Shown {
  rule: GateRuleResponse;
  measure: GateMeasureResponse;
  others?: number;
}

function measuresTable({ challenger, incumbent }: GateReportResponse, shown: readonly Shown[], page: Page): string[] {
  if (shown.length === 0) return [];
  const right = (title: string): Column => ({ title, align: 'right' });
  const before = incumbent === null ? [] : [right(`V${incumbent}`), right('CHANGE')];
  const columns = ['VERDICT', 'RULE', 'MEASURE', right(`V${challenger}`), ...before, 'ALLOWED', COUNT];
  const rows = shown.map(({ rule, measure, others = 0 }, at): Cell[] => {
    const { metric, slice, observed, status } = measure;
    return [
      status,
      shown[at - 1]?.rule === rule ? BLANK : nameOf(rule),
      `${measureName(metric, slice)}${others > 0 ? ` and ${others} more` : ''}`,
      valueText(observed.challenger),
      ...(incumbent === null ? [] : [valueText(observed.incumbent), changeText(observed.delta)]),
      allowedText(measure),
      countText(observed.count),
    ];
  });
  return [table(columns, rows, page)];
}

const RANK: Readonly<Record<GateMeasureResponse['status'], number>> = {
  FAIL: 4,
  ERROR: 4,
  INCONCLUSIVE: 3,
  PASS: 1,
  SKIPPED: 0,
};

/** First by what came out, then by how much of what is allowed was used up. */
function badness({ status, observed, required }: GateMeasureResponse): number {
  return RANK[status] + Math.atan(Math.max(...harmsOf(observed, required), -Number.MAX_VALUE)) / Math.PI;
}

function harmsOf(
  { challenger, incumbent, improvement }: GateMeasureResponse['observed'],
  { min, max, margin, marginRelative }: GateMeasureResponse['required'],
): number[] {
  const allowed = margin ?? Math.abs((marginRelative ?? 0) * (incumbent ?? 0));
  const value = challenger ?? NaN;
  const harms = [
    ...(min === undefined ? [] : [(min - value) / (Math.abs(min) || 1)]),
    ...(max === undefined ? [] : [(value - max) / (Math.abs(max) || 1)]),
    ...(improvement === undefined ? [] : [-improvement / (allowed || 1)]),
  ];
  return harms.filter(Number.isFinite);
}

function byBadness(one: Shown, other: Shown): number {
  return badness(other.measure) - badness(one.measure);
}

/** Of a rule that passed its worst measure; of another every measure that did not pass. */
function shownOf(rule: GateRuleResponse): Shown[] {
  const wrong = wrongMeasures(rule);
  if (wrong.length > 0) return wrong.map((measure) => ({ rule, measure }));
  const [worst] = rule.measures.map((measure) => ({ rule, measure })).sort(byBadness);
  return worst === undefined ? [] : [{ ...worst, others: rule.measures.length - 1 }];
}

function wrongMeasures({ status, measures }: GateRuleResponse): GateMeasureResponse[] {
  return status === 'PASS' ? [] : measures.filter((one) => one.status !== 'PASS' && one.status !== 'SKIPPED');
}

function nameOf({ id, enforcement }: GateRuleResponse): string {
  return enforcement === 'block' ? id : `${id} (${enforcement})`;
}

/** What the rule asks for: a bound of the value, a gain, or how much worse it may be. */
function allowedText({ required }: GateMeasureResponse): string | null {
  const { min, max, margin, marginRelative, gain } = required;
  const bounds = [
    ...(min === undefined ? [] : [`≥ ${boundText(min)}`]),
    ...(max === undefined ? [] : [`≤ ${boundText(max)}`]),
    ...(gain === undefined ? [] : [`${boundText(gain)} better`]),
    ...(margin === undefined ? [] : [`${boundText(margin)} worse`]),
    ...(marginRelative === undefined || margin !== undefined ? [] : [`${boundText(marginRelative * 100)} % worse`]),
  ];
  return bounds.length === 0 ? null : bounds.join(', ');
}

/** What did not pass, and what was not judged by numbers, in words; what would help once where several say the same. */
function ruleSentences(rule: GateRuleResponse): string[] {
  const wrong = wrongMeasures(rule);
  const outcomes = wrong.length > 0 ? wrong : [rule];
  const isInTable = rule.measures.length > 0;
  if (isInTable && (rule.status === 'PASS' || rule.status === 'SKIPPED')) return [];
  const says = outcomes.map(({ message }) => `[${nameOf(rule)}] ${message}`);
  return [...says, ...(rule.status === 'PASS' ? [] : helpLines(outcomes.map(({ remediation }) => remediation)))];
}

function helpLines(remediations: readonly (string | undefined)[]): string[] {
  return [...new Set(remediations)].flatMap((sentence) => (sentence === undefined ? [] : [`  → ${sentence}`]));
}
