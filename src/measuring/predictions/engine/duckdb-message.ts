import { type EngineFault, engineFault } from './engine-fault.js';
import { type Format } from '../prediction-layout.js';

export function messageOf(error: unknown): string {
  return (error as { message?: string } | null)?.message ?? String(error);
}

/** What an error of the engine means whatever it did: undefined unless the rows are too many or their numbers too large. */
export function faultOfAmount(message: string): EngineFault | undefined {
  if (/Out of Memory Error|could not allocate|max_temp_directory_size|temp directory size/i.test(message))
    return engineFault('OUT_OF_MEMORY', 'The rows need more memory than a job may use; send fewer columns or rows.');
  if (/Out of Range Error: \w+ is out of range/.test(message))
    return engineFault('VALUE_OUT_OF_RANGE', 'Numbers of the file are so large that their squares cannot be summed.');
  return undefined;
}

/**
 * What an error of a statement that read a file of that format means for the person who sent it; undefined where the
 * service itself is at fault. Only what readers say of a file is known here, so that no other fault is blamed on it.
 */
export function faultOfMessage(message: string, format: Format): EngineFault | undefined {
  const csv = /CSV Error on Line: (\d+)/.exec(message);
  if (csv) return malformed(Number(csv[1]), csvReason(message));
  const json = /Malformed JSON in file .*?in line (\d+): ([^\n]*)/.exec(message);
  // The engine counts the line it has just read before it looks into it.
  if (json) return malformed(Number(json[1]) - 1, /utf-8/i.test(json[2]!) ? NOT_UTF8 : 'it is not valid JSON');
  if (/JSON object|maximum_object_size/i.test(message))
    return malformed(undefined, 'a line is longer than a row may be');
  if (format === 'parquet' && /Invalid string encoding/.test(message))
    return engineFault('MALFORMED_FILE', 'The file holds text that is not UTF-8.');
  const detail = {
    parquet: 'The file is not a whole Parquet file.',
    csv: 'The file is not CSV with one header line and one kind of line end, quoted as RFC 4180 says.',
    ndjson: 'The file is not one JSON object per line.',
  }[format];
  const isOurs =
    /^(Parser|Binder|Catalog|Conversion|Out of Range|INTERNAL|Permission) Error|No space left|Could not write/;
  return !isOurs.test(message) &&
    /Invalid Input Error|IO Error|TProtocolException|Invalid Error|Invalid unicode/.test(message)
    ? engineFault('MALFORMED_FILE', detail)
    : undefined;
}

const NOT_UTF8 = 'it is not UTF-8 text; save the file as UTF-8';

function malformed(line: number | undefined, reason: string): EngineFault {
  const where = line === undefined ? 'The file is malformed' : `Line ${line}`;
  return engineFault('MALFORMED_FILE', `${where}: ${reason}.`, line === undefined ? {} : { line });
}

function csvReason(message: string): string {
  const columns = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (columns) {
    const hint = Number(columns[2]) === Number(columns[1]) + 1 ? '; a column of row names needs a name, too' : '';
    return `it has ${columns[2]} columns, the header ${columns[1]}${hint}`;
  }
  if (/unterminated quote/i.test(message)) return 'a quoted value does not end';
  if (/utf-8|unicode/i.test(message)) return NOT_UTF8;
  return /maximum line size/i.test(message) ? 'it is longer than a row may be' : 'it is not valid CSV';
}
