import { type Format, type NumberMarks } from '../../prediction-layout.js';
import { engineFault } from '../engine-fault.js';
import { identifier, literal, literals, plainClass } from '../sql-text.js';
import { isPlainType } from './column-types.js';
import { POINT, withoutMarks } from './number-marks.js';

/** A column of a prediction file. Inside the engine it goes by its place, since names may differ in case only, or be none. */
export interface SourceColumn {
  name: string;
  /** Of a Parquet column; any other is text. */
  type: string;
  /** Counted from 0. */
  place: number;
  /** What the engine calls the column of a Parquet file, where it makes up names for some. */
  inFile?: string;
}

/** A prediction file as the engine opens it. */
export interface SourceFile {
  path: string;
  format: Format;
  /** Parquet has its own compression; a gzip file was unpacked before. */
  compression: 'none' | 'zstd';
  delimiter: string;
  /** Lines that a CSV file had before its header, which is the first here. */
  linesBefore: number;
  marks: NumberMarks;
  columns: readonly SourceColumn[];
}

/** Longer lines are refused: one row of predictions is some hundred bytes. */
const LONGEST_LINE = 1_048_576;

/**
 * The rows of a file as a subquery with the text `t0`, `t1`, … of the columns that matter, of a Parquet file with their
 * values `v0`, `v1`, … too, and of NDJSON with `fault`, one of the numbers below. Nothing about the file is guessed.
 */
export function fromSource(source: SourceFile, used: readonly SourceColumn[]): string {
  if (source.format === 'ndjson') return fromObjects(source, used);
  return source.format === 'csv' ? fromCsv(source) : fromParquet(source, used);
}

function fromParquet({ path }: SourceFile, used: readonly SourceColumn[]): string {
  const list = used.flatMap(({ inFile, name, place }) => {
    const column = identifier(inFile ?? name);
    return [`${column} AS v${place}`, `CAST(${column} AS VARCHAR) AS t${place}`];
  });
  return `(SELECT ${list.join(', ')} FROM read_parquet(${literal(path)}, hive_partitioning=false))`;
}

function fromCsv({ path, delimiter, compression, columns }: SourceFile): string {
  const types = columns.map(({ place }) => `t${place}: 'VARCHAR'`).join(', ');
  return (
    `read_csv(${literal(path)}, auto_detect=false, header=true, delim=${literal(delimiter)}, quote='"', escape='"', ` +
    `strict_mode=true, max_line_size=${LONGEST_LINE}, compression='${compression}', columns={${types}})`
  );
}

function fromObjects(source: SourceFile, used: readonly SourceColumn[]): string {
  const pointers = used.map(({ name }) => literal(pointerTo(name)));
  const texts = used.map(({ place }, index) => `texts[${index + 1}] AS t${place}`);
  // Rows mostly have the keys of the first, which are known to differ; a text may begin as a list does, and is looked at again.
  const nested = pointers.map((pointer, index) => {
    const text = `texts[${index + 1}]`;
    const isLikely = `(starts_with(${text}, '{') OR starts_with(${text}, '['))`;
    return `WHEN ${isLikely} AND json_type(json, ${pointer}) IN ('OBJECT', 'ARRAY') THEN ${NESTED_FAULT + index}`;
  });
  const known = `[${literals(source.columns.map(({ name }) => name))}]::VARCHAR[]`;
  const fault = `CASE
    WHEN NOT starts_with(json, '{') THEN ${NO_OBJECT_FAULT}
    WHEN names <> ${known} AND len(names) <> list_unique(names) THEN ${KEY_TWICE_FAULT} ${nested.join(' ')} END`;
  return `(SELECT ${[...texts, `${fault} AS fault`].join(', ')} FROM (
    SELECT CAST(json AS VARCHAR) AS json, json_keys(json) AS names,
      json_extract_string(json, [${pointers.join(', ')}]) AS texts
    FROM ${readObjects(source)}))`;
}

function readObjects({ path, compression }: Pick<SourceFile, 'path' | 'compression'>): string {
  const packed = compression === 'none' ? 'uncompressed' : compression;
  return `read_ndjson_objects(${literal(path)}, maximum_object_size=${LONGEST_LINE}, compression='${packed}')`;
}

/** What the first line of an NDJSON file holds, and the keys of it. */
export function firstKeys(file: Pick<SourceFile, 'path' | 'compression'>): string {
  return `SELECT json_type(json) AS kind, json_keys(json) AS names FROM ${readObjects(file)} LIMIT 1`;
}

/** Which of some keys any object of an NDJSON file has, as `k0`, `k1`, … */
export function findKeys(source: SourceFile, names: readonly string[]): string {
  const list = names.map(
    (name, index) => `bool_or(json_type(json, ${literal(pointerTo(name))}) IS NOT NULL) AS k${index}`,
  );
  return `SELECT ${list.join(', ')} FROM ${readObjects(source)}`;
}

function pointerTo(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Numbers that a line of NDJSON has in `fault`: what is wrong with it whatever its values are. */
export const NO_OBJECT_FAULT = 1;
export const KEY_TWICE_FAULT = 2;
/** And those above it, for a list or an object in the n-th column that matters. */
export const NESTED_FAULT = 3;

/** The first lines of a compressed text. */
export function readFirstLines(path: string, compression: SourceFile['compression']): string {
  return (
    `SELECT string_agg(coalesce(line, ''), chr(10)) AS lines FROM (SELECT line FROM read_csv(${literal(path)}, ` +
    `auto_detect=false, header=false, delim='\\0', quote='', escape='', strict_mode=false, ` +
    `max_line_size=${LONGEST_LINE}, compression=${literal(compression)}, columns={'line': 'VARCHAR'}) LIMIT 20)`
  );
}

/**
 * The column of this name, else by its place: '#1' is the first column, which may have no name. Names are those of the
 * file, never those that a reader makes up for a second of one name.
 */
export function columnOf(source: SourceFile, name: string): SourceColumn {
  const place = /^#([1-9]\d{0,3})$/.exec(name);
  const found =
    source.columns.find((column) => column.name === name) ?? (place ? source.columns[Number(place[1]) - 1] : undefined);
  if (found !== undefined) return found;
  const shown = source.columns.slice(0, 20).map(shownName).join(', ');
  const more = source.columns.length > 20 ? ', …' : '';
  const detail = `The file has no column '${name}'; it has ${shown}${more}.${separatorHint(source)}`;
  throw engineFault('UNKNOWN_COLUMN', detail, { column: name });
}

/** A file of which no separator was told, or another one, is a file of one column. */
function separatorHint({ format, columns, delimiter }: SourceFile): string {
  const other = [';', '\t', '|', ','].find((one) => one !== delimiter && columns[0]?.name.includes(one));
  if (format !== 'csv' || columns.length > 1 || other === undefined) return '';
  return ` If ${JSON.stringify(other)} separates its columns, state it as delimiter.`;
}

/** How messages name a column: quoted, or by its place when it has no name. */
export function shownName({ name, place }: SourceColumn): string {
  return name === '' ? `#${place + 1} without a name` : `'${name}'`;
}

/** The text of a column as the file says it. */
export function writtenIn({ place }: SourceColumn): string {
  return `t${place}`;
}

/** The text of a column in its normal form; null where there is nothing. */
export function textOf(source: SourceFile, column: SourceColumn): string {
  const text = withoutMarks(source.marks, writtenIn(column));
  return source.format === 'parquet' && isPlainType(column.type) ? text : `nullif(plain_text(${text}), '')`;
}

/** The number in a column; null where there is none. */
export function numberOf(source: SourceFile, column: SourceColumn): string {
  if (source.format === 'parquet') {
    // The text of a single is the number that was meant: 0.1, not 0.10000000149011612.
    return `TRY_CAST(${column.type === 'FLOAT' ? writtenIn(column) : `v${column.place}`} AS DOUBLE)`;
  }
  const text = withoutMarks(source.marks, writtenIn(column));
  // A point that the marks leave parts no fraction here: thousands, or another file's numbers.
  const isForeign =
    source.marks.decimal === POINT ? 'false' : `contains(${text}, '.') AND ${text} = ${writtenIn(column)}`;
  return `CASE WHEN ${isForeign} THEN NULL ELSE TRY_CAST(nullif(${text}, '') AS DOUBLE) END`;
}

/** A class in its normal form, so that 1, "1", 1.0 and +1 are one class whatever wrote the file. */
export function classOf(source: SourceFile, column: SourceColumn): string {
  return `nullif(plain_class(${withoutMarks(source.marks, writtenIn(column))}), '')`;
}

/** 0 for the negative class, 1 for the positive, null for anything else. */
export function binaryClassOf(source: SourceFile, column: SourceColumn, classes: readonly string[] | null): string {
  const [negative, positive] = classes
    ? classes.map((one) => plainClass(one))
    : [literals(['0', 'false']), literals(['1', 'true'])];
  const text = classes ? classOf(source, column) : `lower(${classOf(source, column)})`;
  return `CASE WHEN ${text} IN (${negative}) THEN 0 WHEN ${text} IN (${positive}) THEN 1 END::UTINYINT`;
}
