import { isClassificationReport, readClassificationReport, turnedReport } from './classification-report.js';
import { cellValue, readCsv } from './csv.js';
import { type MetricsFormat } from './formats.js';
import { isHuggingFace, readHuggingFace } from './hugging-face.js';
import { isHarness, readHarness } from './lm-evaluation-harness.js';
import { readObject } from './objects.js';
import { isNumber, isObject, type Json, type LeftOut, type MetricValue, Reading } from './reading.js';
import { isLong, readLong, readWide, type Table } from './tables.js';

export interface MetricsFile {
  format: MetricsFormat;
  metrics: MetricValue[];
  leftOut: LeftOut[];
}

export interface MetricsFileOptions {
  /** The format, where it is not to be recognised. */
  from?: MetricsFormat;
  /** Columns of a table that tell its groups apart. */
  groups?: readonly string[];
  /** Number of examples of what the file states none of. */
  count?: number;
}

/** Reads metrics that another tool wrote: a value of JSON, or the text of a CSV file. Errors say what is missing. */
export function readMetricsFile(content: unknown, options: MetricsFileOptions = {}): MetricsFile {
  const found = tidied(typeof content === 'string' ? tableOf(content) : content);
  const format = options.from ?? recognise(found);
  const reading = new Reading();
  READERS[format](reading, found, options.groups);
  const metrics = reading.metrics.map((one) =>
    one.count === undefined && options.count !== undefined ? { ...one, count: options.count } : one,
  );
  if (metrics.length === 0) throw new Error(`it holds no metric, read as ${format}${historyHint(found)}`);
  refuseTwice(metrics);
  return { format, metrics, leftOut: reading.leftOut };
}

/** What is said of values that are lists; a table has none. */
function historyHint(found: Json | Table): string {
  const values = isTable(found)
    ? []
    : Object.values(found).flatMap((one) => (isObject(one) ? Object.values(one) : one));
  const isHistory =
    values.length > 0 && values.every((one) => isNumber(one) || (Array.isArray(one) && one.every(isNumber)));
  return isHistory ? ': its values are lists, as of a history; write one number of each, those of the model' : '';
}

function recognise(content: Json | Table): MetricsFormat {
  if (isTable(content)) return isLong(content) ? 'table' : 'groups';
  if (isHarness(content)) return 'lm-eval';
  if (isClassificationReport(content)) return 'classification-report';
  return isHuggingFace(content) ? 'hugging-face' : 'json';
}

type Reader = (reading: Reading, content: Json | Table, groups?: readonly string[]) => void;

const READERS: Record<MetricsFormat, Reader> = {
  json: ofObject('json', readObject),
  'classification-report': ofObject('classification-report', readClassificationReport),
  'hugging-face': ofObject('hugging-face', readHuggingFace),
  'lm-eval': ofObject('lm-eval', readHarness),
  table: ofTable('table', readLong),
  groups: ofTable('groups', readWide),
};

function ofObject(format: MetricsFormat, read: (reading: Reading, document: Json) => void): Reader {
  return (reading, content) => {
    if (isTable(content)) throw new Error(`it is a table, and ${format} is an object of names and values`);
    read(reading, content);
  };
}

function ofTable(
  format: MetricsFormat,
  read: (reading: Reading, table: Table, groups?: readonly string[]) => void,
): Reader {
  return (reading, content, groups) => {
    if (!isTable(content)) throw new Error(`it is an object of names and values, and ${format} is a table`);
    const missing = groups?.find((column) => !content.columns.includes(column));
    if (missing !== undefined) throw new Error(`it has no column ${missing}; it has ${content.columns.join(', ')}`);
    read(reading, content, groups);
  };
}

function isTable(content: Json | Table): content is Table {
  return typeof content.valueOf === 'function' && Object.hasOwn(content, 'valueOf');
}

/** What lies around metrics is taken off: the run that MLflow answers, the report that a data frame made a table. */
function tidied(content: unknown): Json | Table {
  if (Array.isArray(content)) return tableOfRecords(content);
  if (!isObject(content)) throw new Error('it holds neither names with values nor a table');
  if (isTable(content)) return reportOf(content) ?? content;
  if (Array.isArray(content.log_history)) return lastEvaluation(content.log_history);
  const run = isObject(content.run) ? content.run : content;
  const metrics = isObject(run.data) ? run.data.metrics : undefined;
  if (Array.isArray(metrics)) return tableOfRecords(metrics);
  return isObject(metrics) ? metrics : (reportIn(content) ?? content);
}

/** The classification report that is all that a document holds, or whose columns it holds. */
function reportIn(content: Json): Json | undefined {
  const [only, ...others] = Object.values(content);
  if (others.length === 0) return isObject(only) && isClassificationReport(only) ? only : undefined;
  return turnedReport(content);
}

/** What the state of a Hugging Face trainer remembers of its last evaluation. */
function lastEvaluation(history: readonly unknown[]): Json {
  const isEvaluation = (one: unknown): one is Json =>
    isObject(one) && Object.keys(one).some((name) => name.startsWith('eval_'));
  const last = history.filter(isEvaluation).at(-1);
  if (last === undefined) throw new Error('its log_history holds no evaluation');
  return last;
}

function tableOfRecords(records: readonly unknown[]): Table {
  if (records.length === 0 || !records.every(isObject)) throw new Error('it is a list of something else than objects');
  return { columns: [...new Set(records.flatMap(Object.keys))], rows: records, valueOf: (cell) => cell };
}

function tableOf(text: string): Table {
  const [first = [], ...rest] = readCsv(text);
  const isHeadless =
    first.length === 2 &&
    !isNumber(cellValue(first[0]!)) &&
    isNumber(cellValue(first[1]!)) &&
    (first[0] !== '' || rest.length === 0);
  const isSeries = first.length === 2 && first[0] === '' && /^\d*$/.test(first[1]!);
  const header = isHeadless || isSeries ? ['metric', 'value'] : first;
  const lines = isHeadless ? [first, ...rest] : rest;
  if (lines.length === 0) throw new Error('it has no row below its header');
  const twice = header.find((name, at) => header.indexOf(name) < at);
  if (twice !== undefined) throw new Error(`it has two columns ${JSON.stringify(twice)}`);
  const uneven = lines.findIndex((line) => line.length !== header.length);
  if (uneven !== -1)
    throw new Error(`its row ${uneven + 1} has ${lines[uneven]!.length} columns, its header ${header.length}`);
  const rows = lines.map((line) => Object.fromEntries(header.map((name, at) => [name, line[at]!])));
  return { columns: header, rows, valueOf: (cell) => (typeof cell === 'string' ? cellValue(cell) : cell) };
}

/** The classification report that a table is, whichever way round it was written. */
function reportOf({ columns, rows, valueOf }: Table): Json | undefined {
  const [key, ...others] = columns;
  const valuesOf = (row: Json) => Object.fromEntries(others.map((column) => [column, valueOf(row[column])]));
  const byRow = Object.fromEntries(rows.map((row) => [String(row[key!]), valuesOf(row)]));
  if (isClassificationReport(byRow)) return byRow;
  const byColumn = Object.fromEntries(
    others.map((column) => [column, Object.fromEntries(rows.map((row) => [String(row[key!]), valueOf(row[column])]))]),
  );
  return isClassificationReport(byColumn) ? byColumn : undefined;
}

function refuseTwice(metrics: readonly MetricValue[]): void {
  const seen = new Set<string>();
  for (const { name, slice } of metrics) {
    const key = JSON.stringify([name, slice]);
    const part = Object.entries(slice).map(([feature, value]) => `${feature}=${value}`);
    if (seen.has(key))
      throw new Error(
        `it holds ${name} of ${part.join(', ') || 'the whole'} twice; an evaluation has one value of each`,
      );
    seen.add(key);
  }
}
