import { sliceKey } from '../../../judging/evidence/slice-key.js';
import { groupingsOf, type PredictionSpec } from '../prediction-layout.js';
import { sliceColumn } from './sql-text.js';

export type SqlRow = Record<string, unknown>;

/** What rows are grouped by, all groupings in one statement. */
export interface Groupings {
  /** The slice columns inside the engine. */
  columns: string[];
  /** The same columns under the names of the file. */
  names: string[];
  /** Each grouping as positions in `columns`; the empty one is the whole. */
  sets: number[][];
}

export function toGroupings(spec: PredictionSpec): Groupings {
  return {
    columns: spec.slices.map((_, index) => sliceColumn(index)),
    names: [...spec.slices],
    sets: groupingsOf(spec).map((columns) => columns.map((name) => spec.slices.indexOf(name))),
  };
}

/** `GROUP BY GROUPING SETS` over every grouping at once, each refined by further columns. */
export function groupBy({ columns, sets }: Groupings, further: readonly string[] = []): string {
  const all = sets.map((set) => `(${[...further, ...set.map((index) => columns[index]!)].join(', ')})`);
  return `GROUP BY GROUPING SETS (${all.join(', ')})`;
}

/** The slice of a result row; a column that the row is not grouped by is null, and no slice value ever is. */
export function sliceKeyOf(row: SqlRow, { columns, names }: Groupings): string {
  const pairs = columns.flatMap((column, index) => {
    const value = row[column];
    return value === null || value === undefined ? [] : [[names[index]!, String(value)] as const];
  });
  return sliceKey(Object.fromEntries(pairs));
}

/** A number of a result row, whatever the engine's width of it; null counts as 0, as in the sum of no rows. */
export function numberIn(row: SqlRow, name: string): number {
  return Number(row[name] ?? 0);
}
