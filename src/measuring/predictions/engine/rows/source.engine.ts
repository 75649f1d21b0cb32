import { createReadStream } from 'node:fs';
import { type Session } from '../duckdb.engine.js';
import { engineFault } from '../engine-fault.js';
import { type EngineLimits } from '../engine-task.js';
import { numberIn } from '../groups.js';
import { COMMA } from '../../prediction-layout.js';
import { literal } from '../sql-text.js';
import { parquetType } from './column-types.js';
import { PLAIN_MARKS } from './number-marks.js';
import { readingFile } from './reading-faults.js';
import { findKeys, firstKeys, readFirstLines, type SourceColumn, type SourceFile } from './source-sql.js';
import { firstRecord, headOf, RecordLocator } from './text-lines.js';
import {
  copyLines,
  type FileSource,
  readStart,
  tooLarge,
  type UnpackedFile,
  type Workshop,
} from './unpacking.engine.js';

/** The columns of the file, and its rows where the file says how many they are. */
export async function inspect(
  session: Session,
  source: FileSource,
  unpacked: UnpackedFile,
  workshop: Workshop,
): Promise<{ file: SourceFile; rowsTotal: number | null }> {
  const {
    form: { format, marks = PLAIN_MARKS },
  } = source;
  const { columns, rowsTotal, ...layout } = await readingFile(format, () =>
    layoutOf(session, source, unpacked, workshop),
  );
  const { limits } = workshop;
  if (columns.length > limits.columns) {
    throw engineFault(
      'TOO_MANY_COLUMNS',
      `The file has ${columns.length} columns; at most ${limits.columns} are read.`,
    );
  }
  const names = columns.map(({ name }) => name).filter((name) => name !== '' || format === 'ndjson');
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined)
    throw engineFault('DUPLICATE_COLUMN', `Two columns are named '${twice}'.`, { column: twice });
  return { file: { ...unpacked, format, ...layout, marks, columns }, rowsTotal };
}

/** What the start of a file says about the rest. */
interface Layout extends Pick<SourceFile, 'columns' | 'delimiter' | 'linesBefore'> {
  rowsTotal: number | null;
  /** Of a copy that begins with the header, where one was needed. */
  path?: string;
}

function layoutOf(session: Session, source: FileSource, file: UnpackedFile, workshop: Workshop): Promise<Layout> {
  if (source.form.format === 'parquet') return parquetLayout(session, file.path, workshop.limits);
  return source.form.format === 'csv' ? csvLayout(session, source, file, workshop) : ndjsonLayout(session, file);
}

async function parquetLayout(session: Session, path: string, limits: EngineLimits): Promise<Layout> {
  const rowsTotal = await parquetRows(session, path, limits);
  return {
    columns: await parquetColumns(session, path),
    delimiter: COMMA,
    linesBefore: 0,
    rowsTotal,
  };
}

async function parquetRows(session: Session, path: string, limits: EngineLimits): Promise<number> {
  const file = await session.row(`SELECT sum(num_rows) AS n FROM parquet_file_metadata(${literal(path)})`);
  const size = await session.row(`SELECT sum(total_uncompressed_size) AS n FROM parquet_metadata(${literal(path)})`);
  if (numberIn(size, 'n') > limits.unpackedBytes) throw tooLarge(limits);
  const rows = numberIn(file, 'n');
  if (rows > limits.rows) {
    throw engineFault('TOO_MANY_ROWS', `The file has ${rows} rows; at most ${limits.rows} are read.`);
  }
  return rows;
}

/** The columns by their names in the file: the engine's own are made up where two differ in case only, or one has none. */
async function parquetColumns(session: Session, path: string): Promise<SourceColumn[]> {
  const described = await session.rows(
    `DESCRIBE SELECT * FROM read_parquet(${literal(path)}, hive_partitioning=false)`,
  );
  const schema = await session.rows(`SELECT name, num_children, logical_type FROM parquet_schema(${literal(path)})`);
  const columns: SourceColumn[] = [];
  for (let at = 1; at < schema.length && columns.length < described.length; at = afterSubtree(schema, at)) {
    const { column_name, column_type } = described[columns.length]!;
    const { name, logical_type } = schema[at]!;
    const type = parquetType(String(column_type), logical_type as string | null);
    columns.push({ name: String(name), type, place: columns.length, inFile: String(column_name) });
  }
  return columns;
}

/** A schema lists every node before its children; where the next node beside this one stands. */
function afterSubtree(schema: readonly Record<string, unknown>[], at: number): number {
  let next = at + 1;
  for (let children = Number(schema[at]!.num_children ?? 0); children > 0; children--)
    next = afterSubtree(schema, next);
  return next;
}

async function csvLayout(
  session: Session,
  source: FileSource,
  file: UnpackedFile,
  workshop: Workshop,
): Promise<Layout> {
  const text = await firstLines(session, file);
  const head = headOf(text);
  if (head === null) throw engineFault('EMPTY_FILE', 'The file has no header.');
  const { linesBefore, separator, rest } = head;
  const delimiter = separatorOf(source, separator);
  const names = firstRecord(rest, delimiter);
  const place = { line: linesBefore + 1 };
  if (names === null) throw engineFault('MALFORMED_FILE', `Line ${place.line}: it is not a header that ends.`, place);
  if (names.some((name) => name.includes('\uFFFD')))
    throw engineFault('MALFORMED_FILE', `Line ${place.line}: it is not UTF-8 text; save the file as UTF-8.`, place);
  const layout = { columns: textColumns(names), delimiter, linesBefore, rowsTotal: null };
  if (linesBefore === 0) return layout;
  if (file.compression !== 'none')
    throw engineFault('MALFORMED_FILE', 'Line 1: a compressed text has to begin with its header.', { line: 1 });
  // Lines that the engine is told to skip can take all others with them, where they end otherwise.
  const { path } = await copyLines(file.path, Buffer.byteLength(text) - Buffer.byteLength(rest), workshop);
  return { ...layout, path };
}

function separatorOf({ form: { delimiter } }: FileSource, stated: string | null): string {
  if (stated === null || stated === delimiter) return delimiter;
  if (delimiter === COMMA) return stated;
  const detail = `Line 1: the file states the separator '${stated}', the request the delimiter '${delimiter}'.`;
  throw engineFault('MALFORMED_FILE', detail, { line: 1 });
}

/** The keys of the first object; `withLaterKeys` finds those that it lacks. */
async function ndjsonLayout(session: Session, file: UnpackedFile): Promise<Layout> {
  const first = await session.find(firstKeys(file));
  if (first === undefined) throw engineFault('EMPTY_FILE', 'The file has no rows.');
  if (first.kind !== 'OBJECT')
    throw engineFault('MALFORMED_FILE', `Line 1: it is not a JSON object${listHint(first.kind)}.`, { line: 1 });
  return {
    columns: textColumns(first.names as string[]),
    delimiter: COMMA,
    linesBefore: 0,
    rowsTotal: null,
  };
}

function listHint(kind: unknown): string {
  return kind === 'ARRAY' ? ' but a list; write each of its objects on a line of its own' : '';
}

function textColumns(names: readonly string[]): SourceColumn[] {
  return names.map((name, place) => ({ name, type: 'VARCHAR', place }));
}

const LONGEST_HEADER = 1_048_576;

/** The start of a text: its header, and what stands before it. */
async function firstLines(session: Session, { path, compression }: UnpackedFile): Promise<string> {
  if (compression === 'none') return readStart(path, LONGEST_HEADER).toString('utf8');
  return String((await session.row(readFirstLines(path, compression))).lines ?? '');
}

/** The file with those columns of NDJSON that its first row lacks: writers leave out what is null. */
export async function withLaterKeys(
  session: Session,
  source: SourceFile,
  asked: readonly string[],
): Promise<SourceFile> {
  const missing = asked.filter((name) => !source.columns.some((column) => column.name === name));
  if (source.format !== 'ndjson' || missing.length === 0) return source;
  const found = await readingFile('ndjson', () => session.row(findKeys(source, missing)));
  const later = missing.filter((_, index) => found[`k${index}`] === true);
  return { ...source, columns: textColumns([...source.columns.map(({ name }) => name), ...later]) };
}

/** The line on which a row begins; a compressed text is counted in records, a Parquet file in rows. */
export async function lineOf(file: SourceFile, row: number): Promise<number> {
  if (file.format === 'parquet') return row + 1;
  const record = file.format === 'csv' ? row + 1 : row;
  if (file.compression !== 'none') return record + 1;
  const locator = new RecordLocator(record, file.format === 'csv');
  for await (const chunk of createReadStream(file.path)) {
    const line = locator.push(chunk as Buffer);
    if (line !== undefined) return line + file.linesBefore;
  }
  return record + 1;
}
