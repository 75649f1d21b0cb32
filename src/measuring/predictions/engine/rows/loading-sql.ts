import { isKept, type LoadedColumn, type Refusal } from './loaded-columns.js';
import { type PredictionSpec } from '../../prediction-layout.js';
import {
  fromSource,
  KEY_TWICE_FAULT,
  NESTED_FAULT,
  NO_OBJECT_FAULT,
  type SourceColumn,
  type SourceFile,
  writtenIn,
} from './source-sql.js';
import { literal, probabilityColumn } from '../sql-text.js';

/** Probabilities of one row may miss 1 by the rounding of what wrote them. */
const SUM_TOLERANCE = 1e-3;

/** Reads the file into `raw`, in the order of the file, at most one row more than allowed. */
export function loadRaw(source: SourceFile, loaded: readonly LoadedColumn[], maxRows: number): string {
  const list = loaded.map(({ value, as }) => `${value} AS ${as}`);
  if (source.format === 'ndjson') list.push('fault');
  if (source.format === 'csv') list.push(`${repeatsHeader(usedBy(loaded))} AS repeats_header`);
  return `CREATE TABLE raw AS SELECT ${list.join(', ')} FROM ${fromSource(source, usedBy(loaded))} LIMIT ${maxRows + 1}`;
}

/** Whether each column of a row says its own name, as a second header does among the rows of joined files. */
function repeatsHeader(used: readonly SourceColumn[]): string {
  return used.map((column) => `coalesce(${writtenIn(column)}, '') = ${literal(column.name)}`).join(' AND ');
}

const SECOND_HEADER: RowRefusal = {
  code: 'MALFORMED_FILE',
  when: 'repeats_header',
  says: 'it repeats the header, as in files that were joined; leave it out',
  from: null,
};

/** A refusal with the column of the file it is about; null for the row as a whole. */
export type RowRefusal = Refusal & { from: SourceColumn | null };

/** Every reason to refuse a row, in the order of `findFaults`; of two on one row the first is told. */
export function refusalsOf(source: SourceFile, loaded: readonly LoadedColumn[]): RowRefusal[] {
  const single = loaded.flatMap(({ refusals, from }) => refusals.map((refusal) => ({ ...refusal, from })));
  const ofLines = { ndjson: lineRefusals(usedBy(loaded)), csv: [SECOND_HEADER], parquet: [] }[source.format];
  const probabilities = loaded.filter(({ as }) => /^p\d+$/.test(as));
  if (probabilities.length === 0) return [...ofLines, ...single];
  const sum = probabilities.map((_, index) => probabilityColumn(index)).join(' + ');
  const when = `abs(${sum} - 1) > ${SUM_TOLERANCE}`;
  const says = 'and those of the other classes do not sum to 1';
  return [...ofLines, ...single, { code: 'INVALID_PROBABILITY', when, says, from: probabilities[0]!.from }];
}

/** Reasons to refuse a line of NDJSON before its values. */
function lineRefusals(used: readonly SourceColumn[]): RowRefusal[] {
  const when = (fault: number) => `fault = ${fault}`;
  return [
    { code: 'MALFORMED_FILE', when: when(NO_OBJECT_FAULT), says: 'it is not a JSON object', from: null },
    { code: 'DUPLICATE_COLUMN', when: when(KEY_TWICE_FAULT), says: 'it names one key twice', from: null },
    ...used.map((from, index): RowRefusal => {
      const says = 'is a list or an object, which cannot serve as a value';
      return { code: 'WRONG_COLUMN_TYPE', when: when(NESTED_FAULT + index), says, from };
    }),
  ];
}

/** Number of rows, and for each reason the first row that is refused. */
export function findFaults(refusals: readonly RowRefusal[]): string {
  const firsts = refusals.map(({ when }, index) => `min(rowid) FILTER (WHERE ${when}) AS f${index}`);
  return `SELECT count(*) AS n, ${firsts.join(', ')} FROM raw`;
}

/** What the file says in one column of one row, counted from 0. */
export function readValue(source: SourceFile, from: SourceColumn, row: number): string {
  return `SELECT left(${writtenIn(from)}, 80) AS value FROM ${fromSource(source, [from])} LIMIT 1 OFFSET ${row}`;
}

/** The first two rows that share an id, by the place of the second. */
export const FIND_DUPLICATE_ID = `
  SELECT CAST(row_id AS VARCHAR) AS id, second FROM (
    SELECT row_id, min(rowid) FILTER (WHERE nth = 2) AS second FROM (
      SELECT row_id, rowid, row_number() OVER (PARTITION BY row_id ORDER BY rowid) AS nth FROM raw)
    GROUP BY row_id)
  WHERE second IS NOT NULL ORDER BY second LIMIT 1`;

/**
 * Whether every id is the canonical text of a whole number of 64 bits, so that they can be kept and joined as numbers. Any
 * other id makes all of them text.
 */
export const ARE_IDS_WHOLE = `
  SELECT coalesce(bool_and(coalesce(TRY_CAST(row_id AS BIGINT)::VARCHAR = row_id::VARCHAR, false)), false) AS whole FROM raw`;

/** How rows are known: by ids that are whole numbers, by other text, or by their place in the file alone. */
export type IdKind = 'whole' | 'text' | 'place';

/** The loaded rows in order of their ids: the order of a file means nothing, and equal predictions get equal digests. */
export function sortRows(loaded: readonly LoadedColumn[], ids: IdKind, spec: PredictionSpec): string {
  const list = loaded.filter(isKept).map(({ as }) => {
    if (as === 'row_id') return ids === 'whole' ? 'CAST(row_id AS BIGINT) AS row_id' : 'row_id';
    return /^s\d+$/.test(as) ? `CAST(${as} AS slice_${as}) AS ${as}` : as;
  });
  if (ids === 'place') list.unshift('CAST(rowid AS BIGINT) AS row_id');
  const isDerived = spec.task === 'binary' && spec.columns.prediction === undefined;
  if (isDerived) list.push(`CAST(score >= ${spec.threshold} AS UTINYINT) AS prediction`);
  return `CREATE TABLE rows AS SELECT ${list.join(', ')} FROM raw ORDER BY row_id`;
}

/** The columns of the file that are read, each once. */
function usedBy(loaded: readonly LoadedColumn[]): SourceColumn[] {
  return [...new Set(loaded.map(({ from }) => from))];
}
