import { createReadStream, createWriteStream, openSync, closeSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Session } from '../duckdb.engine.js';
import { engineFault } from '../engine-fault.js';
import { type EngineLimits, type EngineSource } from '../engine-task.js';
import { numberIn } from '../groups.js';
import { fromFirstLine, type SourceFile } from './source-sql.js';
import { literal } from '../sql-text.js';
import { firstRecord, RecordLocator } from './text-lines.js';
import { summarizeZstd } from './zstd-frames.js';

type FileSource = Extract<EngineSource, { kind: 'file' }>;

/** A file ready to be read by the engine: unpacked where that is needed, and within its bounds. */
export interface UnpackedFile {
  path: string;
  compression: SourceFile['compression'];
}

/** Unpacks gzip, checks that zstd is whole and bounded, and passes on what is plain. */
export async function unpack(source: FileSource, workDir: string, limits: EngineLimits): Promise<UnpackedFile> {
  const { size } = statSync(source.path);
  if (size === 0) throw engineFault('EMPTY_FILE', 'The file is empty.');
  const magic = readStart(source.path, 4);
  if (source.format === 'parquet') {
    if (magic.toString('latin1') === 'PAR1') return { path: source.path, compression: 'none' };
    throw engineFault('MALFORMED_FILE', 'The file is not a Parquet file, which begins with PAR1.');
  }
  if (magic[0] === 0x1f && magic[1] === 0x8b) return gunzip(source.path, join(workDir, 'unpacked'), limits);
  if (magic.length === 4 && (magic.readUInt32LE() === 0xfd2fb528 || (magic.readUInt32LE() & ~15) === 0x184d2a50)) {
    checkZstd(source.path, size, limits);
    return { path: source.path, compression: 'zstd' };
  }
  return { path: source.path, compression: 'none' };
}

async function gunzip(path: string, target: string, limits: EngineLimits): Promise<UnpackedFile> {
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > limits.unpackedBytes ? tooLarge(limits) : null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(path), createGunzip(), count, createWriteStream(target, { mode: 0o600 }));
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('Z_')) throw engineFault('MALFORMED_FILE', 'The gzip file is truncated or damaged.');
    throw error;
  }
  if (bytes === 0) throw engineFault('EMPTY_FILE', 'The file is empty.');
  return { path: target, compression: 'none' };
}

function checkZstd(path: string, size: number, limits: EngineLimits): void {
  const file = openSync(path, 'r');
  try {
    const summary = summarizeZstd(size, (position, length) => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(file, buffer, 0, length, position));
    });
    if (summary === null) throw engineFault('MALFORMED_FILE', 'The zstd file is truncated or damaged.');
    if (summary.mostBytes > limits.unpackedBytes) throw tooLarge(limits);
  } finally {
    closeSync(file);
  }
}

function tooLarge({ unpackedBytes }: EngineLimits): Error {
  return engineFault('UNPACKED_TOO_LARGE', `Decompressed, the file is larger than ${unpackedBytes} bytes.`);
}

function readStart(path: string, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(file, buffer, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/** The columns of the file, and its rows where the file says how many they are. */
export async function inspect(
  session: Session,
  source: FileSource,
  file: UnpackedFile,
  limits: EngineLimits,
): Promise<{ file: SourceFile; rowsTotal: number | null }> {
  const { format, delimiter } = source;
  const rowsTotal = format === 'parquet' ? await parquetRows(session, file.path, limits) : null;
  const columns =
    format === 'parquet' ? await parquetColumns(session, file.path) : await textColumns(session, source, file);
  if (columns.length > limits.columns) {
    throw engineFault(
      'TOO_MANY_COLUMNS',
      `The file has ${columns.length} columns; at most ${limits.columns} are read.`,
    );
  }
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined)
    throw engineFault('DUPLICATE_COLUMN', `Two columns are named '${twice}'.`, { column: twice });
  return { file: { ...file, format, delimiter, columns }, rowsTotal };
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

async function parquetColumns(session: Session, path: string): Promise<SourceFile['columns']> {
  const rows = await session.rows(`DESCRIBE SELECT * FROM read_parquet(${literal(path)})`);
  return rows.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
}

async function textColumns(session: Session, source: FileSource, file: UnpackedFile): Promise<SourceFile['columns']> {
  const line = await firstLine(session, file);
  const names = source.format === 'csv' ? firstRecord(line, source.delimiter) : objectKeys(line);
  if (names === null) {
    const what = source.format === 'csv' ? 'a header that ends' : 'a JSON object';
    throw engineFault('MALFORMED_FILE', `Line 1: it is not ${what}.`, { line: 1 });
  }
  return names.map((name) => ({ name, type: 'VARCHAR' }));
}

const LONGEST_HEADER = 1_048_576;

async function firstLine(session: Session, { path, compression }: UnpackedFile): Promise<string> {
  if (compression === 'none') return readStart(path, LONGEST_HEADER).toString('utf8');
  return String((await session.find(`SELECT line FROM ${fromFirstLine(path, compression)}`))?.line ?? '');
}

function objectKeys(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text.trimStart().split('\n', 1)[0]!);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : null;
  } catch {
    return null;
  }
}

/** The line on which a row begins; a compressed text is counted in records, a Parquet file in rows. */
export async function lineOf(file: SourceFile, row: number): Promise<number> {
  if (file.format === 'parquet') return row + 1;
  const record = file.format === 'csv' ? row + 1 : row;
  if (file.compression !== 'none') return record + 1;
  const locator = new RecordLocator(record, file.format === 'csv');
  for await (const chunk of createReadStream(file.path)) {
    const line = locator.push(chunk as Buffer);
    if (line !== undefined) return line;
  }
  return record + 1;
}
