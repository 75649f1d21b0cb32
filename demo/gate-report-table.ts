import {
  formatAllowance,
  formatCount,
  formatDelta,
  formatMeasure,
  formatValue,
  groupThousands,
} from '../src/judging/outcome/gate-message.js';
import { type GateMeasureResponse, type GateRuleResponse } from '../src/promotion/gates/gate-outcomes.dto.js';
import { type GateReportResponse } from '../src/promotion/gates/gates.dto.js';
import { type MetricDefinition, WELL_KNOWN_METRICS } from '../src/judging/evidence/metric-definition.js';
import { type Cell, type Column, type Style } from './table.js';

const STYLES: Readonly<Record<string, Style>> = {
  PASS: 'green',
  FAIL: 'red',
  ERROR: 'magenta',
  INCONCLUSIVE: 'yellow',
  SKIPPED: 'dim',
};

export function verdictCell(verdict: string): Cell {
  return { text: verdict, style: STYLES[verdict] };
}

/** Every measure of every rule, as columns and rows. */
export function gateReportTable(report: GateReportResponse): { columns: Column[]; rows: Cell[][] } {
  const columns: Column[] = [
    { title: 'Rule' },
    { title: 'Measure' },
    { title: `v${report.challenger}`, align: 'right' },
    { title: report.incumbent === null ? '–' : `v${report.incumbent}`, align: 'right' },
    { title: 'Change', align: 'right' },
    { title: 'Allowed' },
    { title: 'n', align: 'right', optional: true },
    { title: 'Verdict' },
  ];
  return { columns, rows: report.rules.flatMap((rule) => rule.measures.map((measure) => rowOf(rule, measure))) };
}

function rowOf(rule: GateRuleResponse, { metric, slice, observed, required, status }: GateMeasureResponse): Cell[] {
  const definition = WELL_KNOWN_METRICS.get(metric) ?? { direction: 'none', kind: 'mean' };
  const { challenger, incumbent, delta, count } = observed as Record<string, number | null | undefined>;
  const text = [
    rule.id,
    formatMeasure(metric, slice),
    valueText(challenger, definition),
    valueText(incumbent, definition),
    delta == null ? '' : formatDelta(delta, definition),
    allowedText(required as Record<string, number | undefined>, definition),
    count == null ? formatCount(count) : groupThousands(count),
  ];
  return [...text.map((cell): Cell => ({ text: cell })), verdictCell(status)];
}

function valueText(value: number | null | undefined, definition: MetricDefinition): string {
  return value == null ? '' : formatValue(value, { ...definition, unit: undefined });
}

function allowedText(
  { min, max, margin, marginRelative }: Record<string, number | undefined>,
  definition: MetricDefinition,
) {
  if (min !== undefined) return `≥ ${formatValue(min, definition)}`;
  if (max !== undefined) return `≤ ${formatValue(max, definition)}`;
  const worsening = definition.direction === 'lower' ? 'rise' : 'drop';
  if (margin !== undefined) return `${worsening} ${formatAllowance(margin, definition)}`;
  return marginRelative === undefined ? '' : `${worsening} ${marginRelative * 100} %`;
}
