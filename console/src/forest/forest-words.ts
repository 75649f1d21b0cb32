import { formatCount, formatNumber, formatValue } from '../format/numbers.js';
import { formatSlice, visibleText } from '../format/identifiers.js';
import { TEXTS } from '../texts.js';
import { countForest, type ForestCounts, isUncovered } from './forest-order.js';
import { type Forest, type ForestMetric, type ForestRow, type Interval, isNeutral } from './forest-rows.js';

const texts = TEXTS.compare;
const NONE = '–';

/** A difference with sign and unit. */
export function sayDifference(value: number, metric: ForestMetric): string {
  const unit = unitOf(metric);
  return unit === null ? bareDifference(value, metric) : `${bareDifference(value, metric)} ${unit}`;
}

/** The same without a unit, for columns whose heading names it. */
export function bareDifference(value: number, { isShare, decimals }: ForestMetric): string {
  const digits = Math.abs(isShare ? value * 100 : value).toFixed(decimals);
  const sign = Number(digits) === 0 ? '' : value < 0 ? '−' : '+';
  return `${sign}${digits}`;
}

function unitOf({ isShare, unit }: ForestMetric): string | null {
  return isShare ? texts.points : unit;
}

/** What is allowed, as exactly as it was stated. */
function sayMargin(margin: number, metric: ForestMetric): string {
  const size = formatNumber(Number((metric.isShare ? margin * 100 : margin).toPrecision(6)));
  return [size, unitOf(metric)].filter(Boolean).join(' ');
}

/** A place on the axis, as short as it can be said. */
export function sayTick(value: number, { isShare }: ForestMetric): string {
  const shown = Number((isShare ? value * 100 : value).toPrecision(3));
  return shown > 0 ? `+${formatNumber(shown)}` : formatNumber(shown);
}

/** What the numbers of a column are, and in what. */
export function differenceHeading(metric: ForestMetric): string {
  const unit = unitOf(metric);
  const name = isNeutral(metric) ? texts.columns.delta : texts.columns.difference;
  return unit === null ? name : `${name}, ${unit}`;
}

function sayInterval({ lower, upper }: Interval, metric: ForestMetric): string {
  const end = (value: number | null, open: string) => (value === null ? open : bareDifference(value, metric));
  return texts.interval(end(lower, '−∞'), end(upper, '∞'));
}

/** The bounds that decided where there are some, otherwise the two-sided interval. */
export function intervalCell({ decision, interval }: ForestRow, metric: ForestMetric): { text: string; hint: string } {
  if (decision) return { text: sayInterval(decision, metric), hint: texts.decided(sayConfidence(decision.confidence)) };
  if (interval) return { text: sayInterval(interval, metric), hint: texts.twoSided };
  return { text: NONE, hint: texts.pointComparison };
}

export function differenceCell({ improvement }: ForestRow, metric: ForestMetric): string {
  return improvement === null ? NONE : bareDifference(improvement, metric);
}

export function countCell({ count }: ForestRow): string {
  return count === null ? NONE : formatCount(count);
}

function sayConfidence(confidence: number | null): string {
  return confidence === null ? '' : ` ${formatNumber(confidence * 100)} %`;
}

/** Which rows it is about, members and pools among them. */
function nameOf(row: ForestRow): string {
  if (row.kind === 'pool') return `${visibleText(row.group)}: ${row.label}`;
  return formatSlice(row.slice);
}

/** A row in one sentence: values, difference, bounds, rows, verdict, and what would decide. */
export function rowSentence(row: ForestRow, metric: ForestMetric): string {
  const { challenger, incumbent, improvement, count } = row;
  const value = (of: number | null) => (of === null ? texts.notMeasured : formatValue(of));
  const parts = [
    `${texts.against(nameOf(row), value(challenger), value(incumbent))}`,
    ...(improvement === null ? [] : [`${sayDifference(improvement, metric)}${boundsOf(row, metric)}`]),
    ...(count === null ? [] : [texts.rowCount(formatCount(count))]),
  ];
  return `${parts.join(', ')}; ${judgementOf(row, metric)}.`;
}

function boundsOf({ decision, interval }: ForestRow, metric: ForestMetric): string {
  const said = [
    ...(decision ? [texts.decides(sayInterval(decision, metric))] : []),
    ...(interval ? [texts.ninetyFive(sayInterval(interval, metric))] : []),
  ];
  return said.length === 0 ? ` (${texts.pointComparison})` : ` (${said.join(', ')})`;
}

function judgementOf(row: ForestRow, metric: ForestMetric): string {
  const { status, margin, neededN, decision, kind } = row;
  if (kind === 'member') return texts.inPool;
  if (isUncovered(row, metric)) return texts.uncovered;
  if (status === null) return isNeutral(metric) ? texts.neutral : texts.noRule;
  return [
    TEXTS.report.statuses[status],
    ...(margin === null ? [] : [texts.allowed(sayMargin(margin, metric))]),
    ...(decision?.adjusted ? [texts.adjusted] : []),
    ...(neededN === null ? [] : [texts.needed(neededN)]),
  ].join(', ');
}

/** What the whole plot says: how many slices came to what. */
export function summarySentence(forest: Forest): string {
  const { rows } = forest;
  const counts = countForest(forest);
  const pools = rows.filter(({ kind }) => kind === 'pool');
  const parts = [
    ...COUNTED.flatMap(([name, word]) => (counts[name] === 0 ? [] : [`${formatCount(counts[name])} ${word}`])),
    ...(counts.members === 0
      ? []
      : [
          texts.pooledTogether(
            counts.members,
            pools.map(({ status }) => statusWord(status)),
          ),
        ]),
  ];
  const uncovered = counts.uncovered === 0 ? '' : ` ${texts.uncoveredCount(counts.uncovered)}`;
  return `${texts.slices(counts.slices)}: ${parts.join(', ')}.${uncovered}`;
}

const COUNTED: readonly (readonly [keyof ForestCounts, string])[] = [
  ['refused', TEXTS.report.statuses.FAIL],
  ['errors', TEXTS.report.statuses.ERROR],
  ['undecided', TEXTS.report.statuses.INCONCLUSIVE],
  ['passed', TEXTS.report.statuses.PASS],
  ['open', TEXTS.compare.withoutVerdict],
];

function statusWord(status: ForestRow['status']): string {
  return status === null ? texts.withoutVerdict : TEXTS.report.statuses[status];
}
