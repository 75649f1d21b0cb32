import { type ClusterDiff, type MeanDiff, type WeightedDiff } from '../../../../judging/statistics/means.js';
import { groupBy, type Groupings, numberIn, type SqlRow } from '../groups.js';

/** How rows count: all alike, by a weight, or together with the other rows of their unit. */
export type Weighting = 'none' | 'weight' | 'unit';

/** What holds the mean of a quantity and its standard error, by the way rows count. */
export type MeanSums = ({ by: 'none' } & MeanDiff) | ({ by: 'weight' } & WeightedDiff) | ({ by: 'unit' } & ClusterDiff);

/** Further columns about the n-th expression, given what says its value on a row or its mean on a unit. */
export type FurtherColumns = (value: string, index: number, weighting: Weighting) => readonly string[];

interface SumOptions {
  /** What each expression is measured from; 0 unless given. */
  origins?: readonly number[];
  further?: FurtherColumns;
}

/**
 * Sums of each expression over every group of a table, as distances from its origin where it has one, and further columns;
 * `readMeans` reads the sums. A spread is the difference of two of them, and of numbers far from their origin little is left of it.
 */
export function sumMeans(
  table: string,
  expressions: readonly string[],
  weighting: Weighting,
  groups: Groupings,
  { origins = [], further = () => [] }: SumOptions = {},
): string {
  const values = expressions.map(
    (expression, index) => `(${expression}) - (${origins[index] ?? 0})::DOUBLE AS x${index}`,
  );
  const keys = [...groups.columns.map((name) => `${name}`), ...(weighting === 'none' ? [] : [weighting])];
  const from = `(SELECT ${[...keys, ...values].join(', ')} FROM ${table})`;
  if (weighting === 'unit') return sumUnits(from, expressions.length, groups, further);
  const more = expressions.flatMap((_, index) => further(`x${index}`, index, weighting));
  const list = [...groups.columns, 'count(*) AS n', ...sumRows(expressions.length, weighting), ...more];
  return `SELECT ${list.join(', ')} FROM ${from} ${groupBy(groups)}`;
}

function sumRows(count: number, weighting: 'none' | 'weight'): string[] {
  const each = Array.from({ length: count }, (_, i) =>
    weighting === 'none'
      ? [`sum(x${i}) AS a${i}`, `sum(x${i} * x${i}) AS b${i}`, `count(x${i}) AS c${i}`]
      : [
          `sum(weight * x${i}) AS a${i}`,
          `sum(weight * weight * x${i}) AS b${i}`,
          `sum(weight * weight * x${i} * x${i}) AS d${i}`,
          `count(x${i}) AS c${i}`,
        ],
  ).flat();
  return weighting === 'none' ? each : ['sum(weight) AS w', 'sum(weight * weight) AS w2', ...each];
}

function sumUnits(from: string, count: number, groups: Groupings, further: FurtherColumns): string {
  const indexes = Array.from({ length: count }, (_, i) => i);
  const perUnit = indexes.flatMap((i) => [`sum(x${i}) AS t${i}`, `count(x${i}) AS k${i}`]);
  const inner = `SELECT ${[...groups.columns, 'unit', 'count(*) AS m', ...perUnit].join(', ')} FROM ${from} ${groupBy(groups, ['unit'])}`;
  const sums = indexes.flatMap((i) => [
    `sum(t${i}) AS a${i}`,
    `sum(t${i} * t${i}) AS b${i}`,
    `sum(m * t${i}) AS d${i}`,
    `CAST(sum(k${i}) AS BIGINT) AS c${i}`,
    ...further(`t${i} / m`, i, 'unit'),
  ]);
  const shared = ['CAST(sum(m) AS BIGINT) AS n', 'count(*) AS g', 'sum(CAST(m AS DOUBLE) * m) AS m2'];
  const keys = groups.columns.length === 0 ? '' : `GROUP BY ${groups.columns.join(', ')}`;
  return `SELECT ${[...groups.columns, ...shared, ...sums].join(', ')} FROM (${inner}) ${keys}`;
}

/** The mean of each expression over a whole table, as an origin near its values; 0 where it has none. */
export function findOrigins(table: string, expressions: readonly string[]): string {
  const means = expressions.map((expression, index) => `avg(${expression}) AS x${index}`);
  return `SELECT ${means.join(', ')} FROM ${table}`;
}

export function readOrigins(row: SqlRow, expressions: readonly string[]): number[] {
  const means = expressions.map((_, index) => numberIn(row, `x${index}`));
  return means.map((mean) => (Number.isFinite(mean) ? mean : 0));
}

/**
 * The sums of the n-th expression in a row of `sumMeans`; null where it is undefined on any row of the group, or so large
 * that its sums are no numbers.
 */
export function readMeans(row: SqlRow, index: number, weighting: Weighting): MeanSums | null {
  const sums = readSums(row, index, weighting);
  return sums !== null && Object.values(sums).every((sum) => typeof sum === 'string' || Number.isFinite(sum))
    ? sums
    : null;
}

function readSums(row: SqlRow, index: number, weighting: Weighting): MeanSums | null {
  const number = (name: string) => numberIn(row, name);
  const n = number('n');
  if (number(`c${index}`) !== n) return null;
  const [a, b] = [number(`a${index}`), number(`b${index}`)];
  if (weighting === 'none') return { by: 'none', n, sumD: a, sumD2: b };
  const d = number(`d${index}`);
  if (weighting === 'weight') {
    return { by: 'weight', n, sumW: number('w'), sumW2: number('w2'), sumWD: a, sumW2D: b, sumW2D2: d };
  }
  const clusters = { clusters: number('g'), sumD: a, sumClusterD2: b, sumClusterND: d, sumClusterN2: number('m2') };
  return { by: 'unit', n, ...clusters };
}
