import { type EngineFault, engineFault } from './engine-fault.js';
import { type Format } from '../prediction-layout.js';

/**
 * What the engine's errors mean for the person who sent the file of that format; without one the file was read already.
 * Undefined where the service itself is at fault.
 */
export function faultOfMessage(message: string, format: Format | null): EngineFault | undefined {
  if (/Out of Memory Error|could not allocate|max_temp_directory_size|temp directory size/i.test(message)) {
    return engineFault('OUT_OF_MEMORY', 'The rows need more memory than a job may use; send fewer columns or rows.');
  }
  if (/Out of Range Error: \w+ is out of range/.test(message)) {
    return engineFault('VALUE_OUT_OF_RANGE', 'Numbers of the file are so large that their squares cannot be summed.');
  }
  if (format === null) return undefined;
  const csv = /CSV Error on Line: (\d+)/.exec(message);
  if (csv) return malformed(Number(csv[1]), csvReason(message));
  const json = /(Malformed JSON|JSON transform error) in file .*?in line (\d+): ([^\n]*)/.exec(message);
  // The engine counts the line it has just read before it looks into it, and transforms later.
  if (json) return malformed(Number(json[2]) - (json[1] === 'Malformed JSON' ? 1 : 0), jsonReason(json[3]!));
  if (/JSON object|maximum_object_size/i.test(message))
    return malformed(undefined, 'a line is longer than a row may be');
  if (/Parser Error|Binder Error|Catalog Error|INTERNAL Error|Permission Error/.test(message)) return undefined;
  const detail = {
    parquet: 'The file is not a whole Parquet file.',
    csv: 'The file is not CSV with one header line, quoted as RFC 4180 says.',
    ndjson: 'The file is not one JSON object per line.',
  }[format];
  return /Invalid Input Error|IO Error|Conversion Error|TProtocolException|Invalid Error|Invalid unicode/.test(message)
    ? engineFault('MALFORMED_FILE', detail)
    : undefined;
}

function malformed(line: number | undefined, reason: string): EngineFault {
  const where = line === undefined ? 'The file is malformed' : `Line ${line}`;
  return engineFault('MALFORMED_FILE', `${where}: ${reason}.`, line === undefined ? {} : { line });
}

function csvReason(message: string): string {
  const columns = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (columns) return `it has ${columns[2]} columns, the header ${columns[1]}`;
  if (/unterminated quote/i.test(message)) return 'a quoted value does not end';
  if (/utf-8|unicode/i.test(message)) return 'it is not UTF-8 text';
  return /maximum line size/i.test(message) ? 'it is longer than a row may be' : 'it is not valid CSV';
}

function jsonReason(reason: string): string {
  if (/duplicate key/.test(reason)) return 'it names one key twice';
  return /Expected OBJECT/.test(reason) ? 'it is not a JSON object' : 'it is not valid JSON';
}
