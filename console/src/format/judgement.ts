import {
  type GateMeasureResponse,
  type GateReportResponse,
  type GateRuleResponse,
  type MeasureStatus,
} from '@stagegate/client';
import { formatCount, formatDifference, formatNumber, formatValue } from './numbers.js';
import { formatSlice } from './identifiers.js';
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

/**
 * How far a measure is from its limit, as a share of the margin or of the limit, so that metrics of different units compare:
 * 0 is at the limit, less than 0 beyond it. Measures without numbers have all the room there is.
 */
export function roomOf(measure: GateMeasureResponse): number {
  const { improvement, challenger } = measure.observed;
  const { margin, min, max } = measure.required;
  const edge = improvementBounds(measure).lower ?? improvement;
  if (margin !== undefined && edge !== undefined) return relative(edge + margin, margin);
  if (min !== undefined && challenger != null) return relative(challenger - min, min);
  if (max !== undefined && challenger != null) return relative(max - challenger, max);
  return Number.POSITIVE_INFINITY;
}

/** The bounds of a difference with better as positive; those of a metric where less is better are turned. */
export function improvementBounds({ observed }: GateMeasureResponse): { lower?: number; upper?: number } {
  const { lower, upper, delta, improvement } = observed;
  const isTurned = delta !== undefined && delta !== 0 && improvement === -delta;
  if (!isTurned) return { lower, upper };
  return { lower: upper === undefined ? upper : -upper, upper: lower === undefined ? lower : -lower };
}

function relative(room: number, limit: number): number {
  return limit === 0 ? room : room / Math.abs(limit);
}

/** The measures that come closest to refusing a version, or that do refuse it. */
export function worstMeasures(report: GateReportResponse, count: number): GateMeasureResponse[] {
  return report.rules
    .flatMap(measuresOf)
    .filter(({ status, observed }) => status !== 'SKIPPED' && (status !== 'PASS' || observed.improvement !== undefined))
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

/** What was measured where: `f1 on sex Female`, or `f1` for the whole. */
export function formatMeasureName(metric: string, slice: Readonly<Record<string, unknown>>): string {
  return Object.keys(slice).length === 0 ? metric : `${metric} on ${formatSlice(slice)}`;
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
  const { lower, upper } = improvementBounds(measure);
  const difference = (value: number | undefined) => (value === undefined ? NONE : formatDifference(value, points));
  return {
    name: `${metric} · ${formatSlice(slice)}`,
    challenger: challenger == null ? NONE : formatValue(challenger),
    incumbent: incumbent == null ? NONE : formatValue(incumbent),
    difference: difference(improvement ?? observed.delta),
    interval: intervalOf(lower, upper, points),
    required: requirementOf(measure),
    rows: count == null ? NONE : formatCount(count),
  };
}

function intervalOf(lower: number | undefined, upper: number | undefined, points: boolean): string {
  if (lower === undefined && upper === undefined) return NONE;
  const end = (value: number | undefined, open: string) =>
    value === undefined ? open : formatDifference(value, points).replace(' pt', '');
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
