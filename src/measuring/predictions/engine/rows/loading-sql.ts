import { type LoadedColumn, type Refusal } from './loaded-columns.js';
import { type PredictionSpec } from '../../prediction-layout.js';
import { fromSource, type SourceFile, textOf } from './source-sql.js';
import { probabilityColumn } from '../sql-text.js';

/** Probabilities of one row may miss 1 by the rounding of what wrote them. */
const SUM_TOLERANCE = 1e-3;

/** Reads the file into `raw`, in the order of the file, at most one row more than allowed. */
export function loadRaw(source: SourceFile, loaded: readonly LoadedColumn[], maxRows: number): string {
  const list = loaded.map(({ value, as }) => `${value} AS ${as}`).join(', ');
  return `CREATE TABLE raw AS SELECT ${list} FROM ${fromSource(source, namesOf(loaded))} LIMIT ${maxRows + 1}`;
}

/** A refusal with the column it is about. */
export type ColumnRefusal = Refusal & Pick<LoadedColumn, 'from' | 'as'>;

/** Every reason to refuse a row, in the order of `findFaults`. */
export function refusalsOf(loaded: readonly LoadedColumn[]): ColumnRefusal[] {
  const single = loaded.flatMap(({ refusals, from, as }) => refusals.map((refusal) => ({ ...refusal, from, as })));
  const probabilities = loaded.filter(({ as }) => /^p\d+$/.test(as));
  if (probabilities.length === 0) return single;
  const { from, as } = probabilities[0]!;
  const sum = probabilities.map((_, index) => probabilityColumn(index)).join(' + ');
  const when = `abs(${sum} - 1) > ${SUM_TOLERANCE}`;
  return [
    ...single,
    { code: 'INVALID_PROBABILITY', when, says: 'and those of the other classes do not sum to 1', from, as },
  ];
}

/** Number of rows, and for each reason the first row that is refused. */
export function findFaults(refusals: readonly ColumnRefusal[]): string {
  const firsts = refusals.map(({ when }, index) => `min(rowid) FILTER (WHERE ${when}) AS f${index}`);
  return `SELECT count(*) AS n, ${firsts.join(', ')} FROM raw`;
}

/** What the file says in one column of one row, counted from 0. */
export function readValue(source: SourceFile, loaded: readonly LoadedColumn[], from: string, row: number): string {
  return `SELECT left(${textOf(source, from)}, 80) AS value FROM ${fromSource(source, namesOf(loaded))} LIMIT 1 OFFSET ${row}`;
}

/** The first two rows that share an id, by the place of the second. */
export const FIND_DUPLICATE_ID = `
  SELECT CAST(row_id AS VARCHAR) AS id, second FROM (
    SELECT row_id, min(rowid) FILTER (WHERE nth = 2) AS second FROM (
      SELECT row_id, rowid, row_number() OVER (PARTITION BY row_id ORDER BY rowid) AS nth FROM raw)
    GROUP BY row_id)
  WHERE second IS NOT NULL ORDER BY second LIMIT 1`;

/** Whether every id is the canonical text of a whole number, so that they can be kept and joined as numbers. */
export const ARE_IDS_WHOLE = `SELECT coalesce(bool_and(TRY_CAST(row_id AS BIGINT)::VARCHAR = row_id::VARCHAR), false) AS whole FROM raw`;

/** The loaded rows in order of their ids: the order of a file means nothing, and equal predictions get equal digests. */
export function sortRows(loaded: readonly LoadedColumn[], wholeNumberIds: boolean, spec: PredictionSpec): string {
  const list = loaded.map(({ as }) => {
    if (as === 'row_id') return wholeNumberIds ? 'CAST(row_id AS BIGINT) AS row_id' : 'row_id';
    return /^s\d+$/.test(as) ? `CAST(${as} AS slice_${as}) AS ${as}` : as;
  });
  const isDerived = spec.task === 'binary' && spec.columns.prediction === undefined;
  if (isDerived) list.push(`CAST(score >= ${spec.threshold} AS UTINYINT) AS prediction`);
  return `CREATE TABLE rows AS SELECT ${list.join(', ')} FROM raw ORDER BY row_id`;
}

function namesOf(loaded: readonly LoadedColumn[]): string[] {
  return [...new Set(loaded.map(({ from }) => from))];
}
