import { isObject, type Json, type Reading } from './reading.js';

const COLUMNS = ['precision', 'recall', 'f1-score', 'support'] as const;
const NAMES = { precision: 'precision', recall: 'recall', 'f1-score': 'f1' } as const;
const AVERAGE = /^(macro|weighted|micro|samples) avg$/;

/** A row of the report, of a class or an average. */
function isRow(value: unknown): value is Json {
  return isObject(value) && COLUMNS.every((column) => column in value);
}

export function isClassificationReport(document: Json): boolean {
  return Object.values(document).some(isRow);
}

/** The report whose columns are the fields of a document; undefined of any other. */
export function turnedReport(document: Json): Json | undefined {
  const [precision] = COLUMNS.map((column) => document[column]);
  if (!isObject(precision) || !COLUMNS.every((column) => isObject(document[column]))) return undefined;
  return Object.fromEntries(
    Object.keys(precision).map((row) => [
      row,
      Object.fromEntries(COLUMNS.map((column) => [column, (document[column] as Json)[row]])),
    ]),
  );
}

/**
 * scikit-learn's report: averages are metrics of the whole, and every class is a slice, whose numbers are those of the class
 * against all others and whose count is its support, the rows that have the class as label.
 */
export function readClassificationReport(reading: Reading, document: Json): void {
  const averages = Object.entries(document).filter(([name, row]) => AVERAGE.test(name) && isRow(row));
  const total = averages.map(([, row]) => (row as Json).support)[0];
  for (const [name, row] of Object.entries(document)) {
    const average = AVERAGE.exec(name)?.[1];
    if (name === 'accuracy') reading.take(name, isRow(row) ? row.precision : row, { count: total });
    else if (!isRow(row)) reading.take(name, row, { count: total });
    else {
      const slice: Record<string, string> = average === undefined ? { class: name } : {};
      for (const [column, metric] of Object.entries(NAMES))
        reading.take(average === undefined ? metric : `${metric}_${average}`, row[column], {
          slice,
          count: row.support,
        });
    }
  }
}
