import { type StoredRef } from '../engine-task.js';
import { groupBy, type Groupings, numberIn, type SqlRow } from '../groups.js';
import { type PredictionSpec } from '../../prediction-layout.js';
import { quantitiesOf } from '../metrics/quantities.js';
import { rankQueries } from '../metrics/ranking-sql.js';
import { sharedFacts } from './other-rows.js';
import { sumVariation } from './variation.js';

/** What is compared row by row: quantities that both versions' predictions allow. */
export function sharedQuantities(own: PredictionSpec, other: PredictionSpec): string[] {
  const theirs = new Set(quantitiesOf(other).map(({ metric }) => metric));
  return quantitiesOf(own)
    .map(({ metric }) => metric)
    .filter((metric) => theirs.has(metric));
}

/** Reads another version's kept rows into `other`, with its quantities `y0`, `y1`, … */
export function loadOther(other: StoredRef, file: string, metrics: readonly string[]): string[] {
  if (other.spec.task !== 'ranking') {
    const list = [...sharedColumns(other.spec), 'prediction', ...(other.spec.columns.score ? ['score'] : [])];
    return [`CREATE TABLE other AS SELECT ${[...list, ...valuesOf(other.spec, metrics, 'y')].join(', ')} FROM ${file}`];
  }
  return [
    `CREATE TABLE other AS SELECT ${sharedColumns(other.spec).join(', ')} FROM ${file}`,
    rankQueries({ ...other.spec, slices: [] }, file, 'other_ranked'),
    `CREATE TABLE other_queries AS SELECT ${['unit', ...valuesOf(other.spec, metrics, 'y')].join(', ')} FROM other_ranked`,
  ];
}

/** What is read of the other version's rows to see that they are the same. */
function sharedColumns({ task, columns }: PredictionSpec): string[] {
  return ['row_id', 'label', ...(task === 'ranking' ? ['unit'] : []), ...(columns.weight ? ['weight'] : [])];
}

function valuesOf(spec: PredictionSpec, metrics: readonly string[], prefix: string): string[] {
  const quantities = quantitiesOf(spec);
  return metrics.map((metric, index) => {
    const { expression } = quantities.find((quantity) => quantity.metric === metric)!;
    return `${expression} AS ${prefix}${index}`;
  });
}

/** Rows of both versions side by side, in order of the ids, with the differences `d0`, `d1`, … */
export function joinRows(
  spec: PredictionSpec,
  other: PredictionSpec,
  metrics: readonly string[],
  groups: Groupings,
  sameIdType: boolean,
): string {
  const isRanking = spec.task === 'ranking';
  const kept = [...groups.columns, ...(spec.columns.weight ? ['weight'] : []), ...(spec.columns.unit ? ['unit'] : [])];
  const values = isRanking ? [] : valuesOf(spec, metrics, 'x');
  const list = [
    ...[...kept, 'row_id', 'label', ...(isRanking ? [] : ['prediction'])].map((name) => `c.${name}`),
    ...sharedFacts(spec, other).map(({ column }) => `i.${column} AS other_${column}`),
    ...(isRanking ? [] : ['i.prediction AS other_prediction']),
    ...(spec.task === 'binary' && spec.columns.score && other.columns.score ? ['i.score AS other_score'] : []),
    ...(isRanking ? [] : differencesOf(metrics)),
  ];
  const own = `SELECT *, ${['rowid AS at', ...values].join(', ')} FROM rows`;
  const isSame = sameIdType ? 'c.row_id = i.row_id' : 'CAST(c.row_id AS VARCHAR) = CAST(i.row_id AS VARCHAR)';
  return `CREATE TABLE pairs AS SELECT ${list.join(', ')} FROM (${own}) c JOIN other i ON ${isSame} ORDER BY c.at`;
}

/** Queries of both versions' rankings side by side. */
export function joinQueries(spec: PredictionSpec, metrics: readonly string[], groups: Groupings): string {
  const own = `SELECT *, ${valuesOf(spec, metrics, 'x').join(', ')} FROM queries`;
  const list = [...groups.columns.map((name) => `c.${name}`), ...differencesOf(metrics)];
  return `CREATE TABLE query_pairs AS SELECT ${list.join(', ')} FROM (${own}) c JOIN other_queries i USING (unit)`;
}

function differencesOf(metrics: readonly string[]): string[] {
  return metrics.map((_, index) => `c.x${index} - i.y${index} AS d${index}`);
}

/** Ids were kept as numbers where all of a file were, so two files may differ. */
export const HAVE_SAME_ID_TYPE = `
  SELECT (SELECT typeof(row_id) FROM rows LIMIT 1) = (SELECT typeof(row_id) FROM other LIMIT 1) AS same`;

export const COUNT_ROWS = `
  SELECT (SELECT count(*) FROM rows) AS own, (SELECT count(*) FROM other) AS theirs, (SELECT count(*) FROM pairs) AS shared`;

/** A row that one of two tables lacks. */
export function findUnpaired(inTable: string, lackingIn: string): string {
  return `SELECT CAST(row_id AS VARCHAR) AS id FROM ${inTable} WHERE CAST(row_id AS VARCHAR) NOT IN (SELECT CAST(row_id AS VARCHAR) FROM ${lackingIn}) LIMIT 1`;
}

/** Cells of the label × challenger × incumbent table. */
export function sumCells(groups: Groupings): string {
  const cells = CELLS.map((cell) => {
    const [label, own, other] = [...cell];
    return `count(*) FILTER (WHERE label = ${label} AND prediction = ${own} AND other_prediction = ${other}) AS c${cell}`;
  });
  return `SELECT ${[...groups.columns, ...cells].join(', ')} FROM pairs ${groupBy(groups)}`;
}

const CELLS = ['000', '001', '010', '011', '100', '101', '110', '111'] as const;

export function readCells(row: SqlRow): Record<string, number> {
  return Object.fromEntries(CELLS.map((cell) => [cell, numberIn(row, `c${cell}`)]));
}

/** Means and (co)variances of both versions' squared errors, which the engine takes by Welford's method, for the difference of their roots. */
export function sumSquares(groups: Groupings): string {
  const own = '(prediction - label) * (prediction - label)';
  const other = '(other_prediction - label) * (other_prediction - label)';
  const sums = [
    'count(*) AS n',
    'avg(c) AS c',
    'avg(i) AS i',
    'var_pop(c) AS cc',
    'var_pop(i) AS ii',
    'covar_pop(c, i) AS ci',
    ...sumVariation('c - i', 0, 'none'),
  ];
  const from = `(SELECT *, ${own} AS c, ${other} AS i FROM pairs)`;
  return `SELECT ${[...groups.columns, ...sums].join(', ')} FROM ${from} ${groupBy(groups)}`;
}
