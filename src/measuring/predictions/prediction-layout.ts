/** What kind of question the predictions answer; it decides which metrics are computed. */
export const TASKS = ['binary', 'multiclass', 'regression', 'ranking'] as const;
export type Task = (typeof TASKS)[number];

export const FORMATS = ['parquet', 'csv', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

/** Columns of the file by what they hold; a column named for nothing is not read. */
export interface ColumnNames {
  rowId: string;
  label: string;
  prediction?: string;
  score?: string;
  weight?: string;
  unit?: string;
  latencyMs?: string;
  /** Multiclass: class → column that holds its probability. */
  probabilities?: Record<string, string>;
}

/** How a prediction file is to be read and measured. */
export interface PredictionSpec {
  task: Task;
  columns: ColumnNames;
  /** Columns whose every value makes a slice. */
  slices: string[];
  /** Sets of slice columns whose every combination makes a slice. */
  crosses: string[][];
  /** Binary: a score at or above it predicts the positive class; null when the file says what was predicted. */
  threshold: number | null;
  /** Binary: negative class, then positive. Multiclass: every class; null takes those of the file. */
  classes: string[] | null;
  /** Ranking: how many of the best ranked rows of a unit count. */
  cutoffs: number[];
}

export const DEFAULT_THRESHOLD = 0.5;
export const DEFAULT_CUTOFFS: readonly number[] = [5, 10];

/** Value that stands for a missing one in a slice column, since rows without a value are a slice too. */
export const NULL_SLICE = '__null__';

/** Every set of columns that rows are grouped by: the whole, each slice column, each cross. */
export function groupingsOf({ slices, crosses }: Pick<PredictionSpec, 'slices' | 'crosses'>): string[][] {
  return [[], ...slices.map((column) => [column]), ...crosses];
}

/** Text that is added to a metric's meaning when it is not measured the usual way; null when it is. */
export function definitionOf(spec: PredictionSpec, dependsOnThreshold: boolean): string | null {
  const parts: string[] = [];
  if (dependsOnThreshold && spec.threshold !== null && spec.threshold !== DEFAULT_THRESHOLD) {
    parts.push(`score >= ${spec.threshold}`);
  }
  if (spec.columns.weight !== undefined) parts.push(`weighted by ${spec.columns.weight}`);
  return parts.length === 0 ? null : parts.join(', ');
}

/** Labels, weights, units and slices of one file, predictions of another: what is measured when rows are known already. */
export function mergeSpecs(predictions: PredictionSpec, rows: PredictionSpec): PredictionSpec {
  const { prediction, score, latencyMs, probabilities } = predictions.columns;
  const { rowId, label, weight, unit } = rows.columns;
  return {
    ...predictions,
    columns: { rowId, label, prediction, score, latencyMs, probabilities, weight, unit },
    slices: rows.slices,
    crosses: rows.crosses,
    cutoffs: rows.cutoffs,
  };
}
