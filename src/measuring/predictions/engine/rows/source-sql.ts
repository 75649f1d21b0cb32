import { type Format } from '../../prediction-layout.js';
import { identifier, literal, literals } from '../sql-text.js';

/** A prediction file as the engine opens it. */
export interface SourceFile {
  path: string;
  format: Format;
  /** Parquet has its own compression; a gzip file was unpacked before. */
  compression: 'none' | 'zstd';
  delimiter: string;
  /** Names of all columns in order, and of a Parquet file their types. */
  columns: readonly { name: string; type: string }[];
}

/** Longer lines are refused: one row of predictions is some hundred bytes. */
const LONGEST_LINE = 1_048_576;

/** FROM clause that reads the file; `used` are the columns that matter. Nothing about the file is guessed. */
export function fromSource(source: SourceFile, used: readonly string[]): string {
  const path = literal(source.path);
  if (source.format === 'parquet') return `read_parquet(${path})`;
  if (source.format === 'ndjson') {
    const columns = used.map((name) => `${literal(name)}: 'JSON'`).join(', ');
    const compression = source.compression === 'none' ? 'uncompressed' : source.compression;
    return `read_ndjson(${path}, auto_detect=false, maximum_object_size=${LONGEST_LINE}, compression='${compression}', columns={${columns}})`;
  }
  const columns = source.columns.map(({ name }) => `${literal(name)}: 'VARCHAR'`).join(', ');
  return (
    `read_csv(${path}, auto_detect=false, header=true, delim=${literal(source.delimiter)}, quote='"', escape='"', ` +
    `strict_mode=true, max_line_size=${LONGEST_LINE}, compression='${source.compression}', columns={${columns}})`
  );
}

/** The first line of a text file, as one column. */
export function fromFirstLine(path: string, compression: SourceFile['compression']): string {
  return (
    `read_csv(${literal(path)}, auto_detect=false, header=false, delim='\\0', quote='', escape='', strict_mode=false, ` +
    `max_line_size=${LONGEST_LINE}, compression=${literal(compression)}, columns={'line': 'VARCHAR'}) LIMIT 1`
  );
}

/** The text of a column as the file says it; null where there is nothing. */
export function textOf(source: SourceFile, name: string): string {
  const column = identifier(name);
  if (source.format === 'ndjson') return `nullif(${column} ->> '$', '')`;
  return source.format === 'csv' ? `nullif(${column}, '')` : `nullif(CAST(${column} AS VARCHAR), '')`;
}

/** The number in a column; null where there is none. */
export function numberOf(source: SourceFile, name: string): string {
  return source.format === 'parquet'
    ? `TRY_CAST(${identifier(name)} AS DOUBLE)`
    : `TRY_CAST(${textOf(source, name)} AS DOUBLE)`;
}

/** A class as text, so that 1, "1" and 1.0 are one class whatever wrote the file. */
export function classOf(source: SourceFile, name: string): string {
  return `regexp_replace(trim(${textOf(source, name)}), '^(-?[0-9]+)\\.0+$', '\\1')`;
}

/** 0 for the negative class, 1 for the positive, null for anything else. */
export function binaryClassOf(source: SourceFile, name: string, classes: readonly string[] | null): string {
  const [negative, positive] = classes
    ? classes.map((one) => [one])
    : [
        ['0', 'false'],
        ['1', 'true'],
      ];
  const text = classes ? classOf(source, name) : `lower(${classOf(source, name)})`;
  return `CASE WHEN ${text} IN (${literals(negative!)}) THEN 0 WHEN ${text} IN (${literals(positive!)}) THEN 1 END::UTINYINT`;
}

const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL)/;
const TEXT = /^(VARCHAR|ENUM|BOOLEAN|DATE|UUID)/;

/** Whether a Parquet column of this type can hold numbers, or text. */
export function servesAs(type: string, role: 'number' | 'text'): boolean {
  if (/[[\]]/.test(type) || /^(STRUCT|MAP)/.test(type)) return false;
  return NUMERIC.test(type) || type === 'VARCHAR' || (role === 'text' && TEXT.test(type));
}

/** Whether every value of a Parquet column fits a signed 64-bit integer. */
export function isWholeNumberType(type: string): boolean {
  return /^((TINY|SMALL|BIG)INT|INTEGER|UTINYINT|USMALLINT|UINTEGER)$/.test(type);
}
