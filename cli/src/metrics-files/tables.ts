import { featuresOf } from './groups.js';
import { isCountName, isErrorName, isRunNumber, metricOfError } from './names.js';
import { plainText } from './plain-text.js';
import { isCount, isEmpty, type Json, type Reading } from './reading.js';

/** Rows of one table by the names of its columns. */
export interface Table {
  columns: readonly string[];
  rows: readonly Json[];
  /** What a cell is worth; the text of one is a number where it reads as one. */
  valueOf: (cell: unknown) => unknown;
}

const METRICS = /^(?:metrics?|measures?|metric[_ ]names?)$/i;
const NAMES = /^(?:names?|keys?)$/i;
const VALUES = /^(?:values?|scores?|results?|metric[_ ]values?)$/i;
/** Rows of a table of groups that are all of them. */
const WHOLE = /^(?:overall|total|all)$/i;

/** Whether each row of a table names a metric. */
export function isLong({ columns }: Table): boolean {
  return columns.some(
    (column) => METRICS.test(column) || (NAMES.test(column) && columns.some((one) => VALUES.test(one))),
  );
}

/** The column of names and that of values, which is the only one left where none is called so. */
function longColumns({ columns }: Table): { names: string; values: string } {
  const names = columns.find((column) => METRICS.test(column)) ?? columns.find((column) => NAMES.test(column));
  const rest = columns.filter((one) => one !== names && !isCountName(one) && !isErrorName(one) && !isRunNumber(one));
  const values = columns.find((column) => VALUES.test(column)) ?? (rest.length === 1 ? rest[0] : undefined);
  if (names === undefined || values === undefined)
    throw new Error(`it has no column of metrics and one of their values; it has ${columns.join(', ')}`);
  return { names, values };
}

/** A metric on each row; columns of the run are left out, further ones are features, and an empty cell says nothing of its feature. */
export function readLong(reading: Reading, table: Table): void {
  const { columns, rows, valueOf } = table;
  const { names, values } = longColumns(table);
  const counts = columns.find(isCountName);
  const errors = columns.find(isErrorName);
  const others = columns.filter((column) => ![names, values, counts, errors].includes(column));
  others.filter(isRunNumber).forEach((column) => reading.leave(column, 'a number of the run'));
  const features = others.filter((column) => !isRunNumber(column));
  const sliceOf = (row: Json) =>
    Object.fromEntries(
      features.filter((column) => !isEmpty(row[column])).map((column) => [column, plainText(String(row[column]))]),
    );
  const countsBySlice = new Map<string, unknown>();
  const isCounting = (row: Json) => isCountName(String(row[names])) && isCount(valueOf(row[values]));
  for (const row of rows.filter(isCounting)) countsBySlice.set(JSON.stringify(sliceOf(row)), valueOf(row[values]));
  for (const row of rows.filter((one) => !isCounting(one))) {
    const slice = sliceOf(row);
    const count = counts === undefined ? countsBySlice.get(JSON.stringify(slice)) : valueOf(row[counts]);
    const standardError = errors && valueOf(row[errors]);
    reading.take(String(row[names]), valueOf(row[values]), { slice, count, standardError });
  }
}

/** A group on each row, or one row of the whole; `named` says which columns tell the groups apart. */
export function readWide(reading: Reading, table: Table, named?: readonly string[]): void {
  const { columns, rows, valueOf } = withoutIndex(table);
  const features = named ?? featuresOf({ columns, rows, valueOf });
  const counts = columns.find((column) => !features.includes(column) && isCountName(column));
  const errors = new Map(
    columns.flatMap((column) => {
      const metric = metricOfError(column);
      return metric !== undefined && columns.includes(metric) ? [[metric, column] as const] : [];
    }),
  );
  const besides = new Set([...features, counts, ...errors.values()]);
  for (const row of rows) {
    const isWhole = features.every((feature) => WHOLE.test(String(row[feature])));
    const slice = isWhole
      ? {}
      : Object.fromEntries(features.map((feature) => [feature || 'group', partOf(row[feature])]));
    for (const column of columns.filter((one) => !besides.has(one))) {
      const standardError = errors.has(column) ? valueOf(row[errors.get(column)!]) : undefined;
      const count = counts && valueOf(row[counts]);
      reading.take(column, valueOf(row[column]), { slice, count, standardError });
    }
  }
}

/** Without the column of row numbers that data frames write in front. */
function withoutIndex(table: Table): Table {
  const { columns, rows, valueOf } = table;
  const isIndex = columns[0] === '' && rows.every((row, at) => valueOf(row['']) === at);
  return isIndex && columns.length > 1 ? { ...table, columns: columns.slice(1) } : table;
}

/** Rows without a value are a part of their own, named as in evaluations of prediction files. */
function partOf(value: unknown): string {
  return isEmpty(value) ? '__null__' : plainText(String(value));
}
