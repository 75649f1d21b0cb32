import {
  type GateMeasureResponse,
  type GateReportResponse,
  type GateRuleResponse,
  type MeasureStatus,
} from '@stagegate/client';
import { improvementBounds, limitOf, relativeRoom } from '../../../src/promotion/gates/measure-limit.js';
import { formatCount, formatDifference, formatNumber, formatValue } from './numbers.js';
import { formatSlice } from './identifiers.js';
import { formatMeasureName } from './measures.js';
import { TEXTS } from '../texts.js';

/** The worst first. */
const SEVERITY: readonly MeasureStatus[] = ['FAIL', 'ERROR', 'INCONCLUSIVE', 'SKIPPED', 'PASS'];

export function severityOf(status: MeasureStatus): number {
  return SEVERITY.indexOf(status);
}

/** Rules whose outcome matters first; the members of a group stand for themselves. */
export function rulesByUrgency(rules: readonly GateRuleResponse[]): GateRuleResponse[] {
  return rules.toSorted((one, other) => severityOf(one.status) - severityOf(other.status));
}

/** Every measure of a rule, those of its members among them, the most urgent first. */
export function measuresOf(rule: GateRuleResponse): GateMeasureResponse[] {
  const all = [...rule.measures, ...(rule.rules ?? []).flatMap(measuresOf)];
  return all.toSorted((one, other) => severityOf(one.status) - severityOf(other.status) || roomOf(one) - roomOf(other));
}

/** How far a measure is from its limit, as a share of that: 0 is at the limit, less than 0 beyond it. */
export function roomOf(measure: GateMeasureResponse): number {
  return relativeRoom(limitOf(measure));
}

/** A measure with the rule of the policy that it belongs to. */
export type RuledMeasure = GateMeasureResponse & { ruleId: string };

/** The measures that come closest to refusing a version, or that do refuse it. */
export function worstMeasures({ rules }: GateReportResponse, count: number): RuledMeasure[] {
  return rules
    .flatMap((rule) => measuresOf(rule).map((measure) => ({ ...measure, ruleId: rule.id })))
    .filter((measure) => measure.status !== 'SKIPPED' && (measure.status !== 'PASS' || limitOf(measure) !== null))
    .toSorted((one, other) => severityOf(one.status) - severityOf(other.status) || roomOf(one) - roomOf(other))
    .slice(0, count);
}

/** The verdict as a sentence, with what decided it. */
export function verdictSentence(report: GateReportResponse): string {
  const { report: texts } = TEXTS;
  if (report.verdict === 'PASS') return texts.pass(report.challenger);
  const worst = worstMeasures(report, 1)[0];
  const why = worst && worst.status !== 'PASS' ? ` ${reasonSentence(worst)}` : '';
  if (report.verdict === 'INCONCLUSIVE') return `${texts.undecided}${why}`;
  if (report.verdict === 'ERROR') return `${texts.error(report.challenger)}${why}`;
  return `${texts.fail(report.challenger)}${why}`;
}

/** How many rules of a report do not pass. */
export function tally({ rules }: GateReportResponse): string {
  return TEXTS.report.tally(rules.filter(({ status }) => status !== 'PASS').length, rules.length);
}

/** Why a measure does not pass, in the words of a person: its numbers against what is allowed. */
export function reasonSentence(measure: GateMeasureResponse): string {
  const { report: texts } = TEXTS;
  const { metric, slice, observed, required, neededN, status } = measure;
  const what = formatMeasureName(metric, slice);
  if (status === 'INCONCLUSIVE' && neededN !== undefined)
    return texts.neededFor(formatSlice(slice), neededN, observed.count ?? null);
  const { challenger, incumbent, improvement } = observed;
  if (challenger == null || status !== 'FAIL') return measure.message;
  const value = formatValue(challenger);
  if (required.margin !== undefined && incumbent != null && improvement !== undefined) {
    const size = isShare(measure) ? formatPoints : formatNumber;
    const both = `${what} is ${value} against ${formatValue(incumbent)}`;
    return texts.lost(both, size(-improvement), size(required.margin), isShare(measure));
  }
  if (required.min !== undefined) return texts.below(`${what} is ${value}`, formatValue(required.min));
  if (required.max !== undefined) return texts.above(`${what} is ${value}`, formatValue(required.max));
  return measure.message;
}

/** A share in points, without the unit. */
export function formatPoints(share: number): string {
  return (share * 100).toFixed(1);
}

/** Shares are compared in points, and the service says so in its own sentence. */
export function isShare({ message }: GateMeasureResponse): boolean {
  return / pt\b/.test(message);
}

export interface MeasureRow {
  name: string;
  challenger: string;
  incumbent: string;
  difference: string;
  interval: string;
  required: string;
  rows: string;
}

const NONE = '–';

/** A measure as the words of a row. */
export function toRow(measure: GateMeasureResponse): MeasureRow {
  const { metric, slice, observed } = measure;
  const points = isShare(measure);
  const { challenger, incumbent, improvement, count } = observed;
  const { lower, upper } = improvementBounds(measure.observed);
  const difference = (value: number | undefined) => (value === undefined ? NONE : formatDifference(value, points));
  return {
    name: `${metric} · ${formatSlice(slice)}`,
    challenger: challenger == null ? NONE : formatValue(challenger),
    incumbent: incumbent == null ? NONE : formatValue(incumbent),
    difference: difference(improvement ?? observed.delta),
    interval: intervalOf(
      { lower, upper },
      improvement === undefined ? formatValue : (end) => formatDifference(end, points),
    ),
    required: requirementOf(measure),
    rows: count == null ? NONE : formatCount(count),
  };
}

/** Between the bounds of a difference, or of a value where nothing was compared. */
function intervalOf({ lower, upper }: { lower?: number; upper?: number }, told: (value: number) => string): string {
  if (lower === undefined && upper === undefined) return NONE;
  const end = (value: number | undefined, open: string) =>
    value === undefined ? open : told(value).replace(' pt', '');
  return `${end(lower, '−∞')} to ${end(upper, '∞')}`;
}

function requirementOf(measure: GateMeasureResponse): string {
  const { required } = TEXTS.report;
  const { min, max, margin, gain } = measure.required;
  const points = isShare(measure);
  const size = (value: number) => formatDifference(value, points).replace('+', '');
  const parts = [
    ...(min === undefined ? [] : [required.min(formatValue(min))]),
    ...(max === undefined ? [] : [required.max(formatValue(max))]),
    ...(margin === undefined ? [] : [required.margin(size(margin))]),
    ...(gain === undefined ? [] : [required.gain(size(gain))]),
  ];
  return parts.length === 0 ? NONE : parts.join(', ');
}
