import { type Forest, type ForestRow } from './forest-rows.js';

const COLUMNS = [
  'metric',
  'slice',
  'challenger',
  'incumbent',
  'improvement',
  'lower95',
  'upper95',
  'decisionLower',
  'decisionUpper',
  'decisionConfidence',
  'margin',
  'rows',
  'status',
  'ruleIds',
  'pooledIn',
] as const;

/** The rows as CSV (RFC 4180), in units of the metric and improvements as in the picture; what there is none of is empty. */
export function forestCsv({ metric, rows }: Forest): string {
  return [COLUMNS, ...rows.map((row) => cellsOf(metric.name, row))]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
}

type Cell = string | number | null | undefined;

function cellsOf(metric: string, row: ForestRow): Cell[] {
  const { interval, decision } = row;
  return [
    metric,
    row.kind === 'pool' ? row.label : JSON.stringify(row.slice),
    row.challenger,
    row.incumbent,
    row.improvement,
    interval?.lower,
    interval?.upper,
    decision?.lower,
    decision?.upper,
    decision?.confidence,
    row.margin,
    row.count,
    row.status,
    row.ruleIds.join(' '),
    row.pool,
  ];
}

/** Characters that make a spreadsheet read a text as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function quoted(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
