/** What kind of question the predictions answer; it decides which metrics are computed. */
export const TASKS = ['binary', 'multiclass', 'regression', 'ranking'] as const;
export type Task = (typeof TASKS)[number];

export const FORMATS = ['parquet', 'csv', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

export const COMMA = ',';

/** What parts the digits of a number in a CSV file. */
export const DECIMAL_MARKS = ['.', ','] as const;
export const THOUSANDS_MARKS = [',', '.', ' ', "'"] as const;

export interface NumberMarks {
  /** Before the fraction. */
  decimal: string;
  /** Between thousands; a blank is any other that keeps a line together, too. */
  thousands: string | null;
}

/** How a file is written, as far as that was stated. */
export interface FileForm {
  format: Format;
  /** What parts the columns of CSV; a comma gives way to another that the file itself states. */
  delimiter: string;
  /** Absent where nothing was stated of the numbers of CSV. */
  marks?: NumberMarks;
}

/** Columns of the file by what they hold; a column named for nothing is not read. */
export interface ColumnNames {
  /** What tells a row from all others, alone or together; absent where nothing does, so that nothing can be paired. */
  rowId?: string | string[];
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

/** Every set of columns that rows are grouped by: the whole, each slice column, each cross. */
export function groupingsOf({ slices, crosses }: Pick<PredictionSpec, 'slices' | 'crosses'>): string[][] {
  return [[], ...slices.map((column) => [column]), ...crosses];
}

/** The columns that together are the id of a row; none where rows have no id. */
export function idColumns({ columns: { rowId } }: Pick<PredictionSpec, 'columns'>): string[] {
  if (rowId === undefined) return [];
  return typeof rowId === 'string' ? [rowId] : rowId;
}

/** Every column that a specification names, each once. */
export function namedColumns(spec: PredictionSpec): string[] {
  const { rowId: _rowId, probabilities, ...single } = spec.columns;
  const named = [...idColumns(spec), ...Object.values(single), ...Object.values(probabilities ?? {}), ...spec.slices];
  return [...new Set(named.filter((name) => name !== undefined))];
}

/** What the value of a metric depends on besides the rows. */
export interface Dependence {
  threshold?: boolean;
  /** Which of two classes is the positive one. */
  positive?: boolean;
}

/** Text that is added to a metric's meaning when it is not measured the usual way; null when it is. */
export function definitionOf(spec: PredictionSpec, dependsOn: Dependence = {}): string | null {
  const parts: string[] = [];
  const [, positive] = binaryClasses(spec);
  if (dependsOn.positive && positive !== '1') parts.push(`positive class ${positive}`);
  if (dependsOn.threshold && spec.threshold !== null && spec.threshold !== DEFAULT_THRESHOLD) {
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

/** What stands for the two classes where a request names none. */
const TRUTH_VALUES: Readonly<Record<string, string>> = { false: '0', true: '1' };
const NUMERAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The normal form of a class that a request names, as `plain_class` of the engine makes it of truth values and numerals. */
export function plainClassName(name: string): string {
  const text = name.trim();
  if (['True', 'TRUE', 'False', 'FALSE'].includes(text)) return text.toLowerCase();
  if (/^nan$/i.test(text)) return /^(?:nan|NAN)$/.test(text) ? 'NaN' : text;
  if (!NUMERAL.test(text) || /^-?\d+$/.test(text)) return text;
  const number = Number(text);
  return Number.isSafeInteger(number) || /e/i.test(text) ? String(number) : text;
}

/** The class counted as 0 and that counted as 1, in their normal form. */
export function binaryClasses({ classes }: Pick<PredictionSpec, 'classes'>): [negative: string, positive: string] {
  const [negative, positive] = (classes ?? ['0', '1']).map(plainClassName).map((name) => TRUTH_VALUES[name] ?? name);
  return [negative!, positive!];
}

type Labelled = Pick<PredictionSpec, 'task' | 'classes'>;

/** Whether one class is the positive of one file and the negative of another, whose numbers would then mean the opposite. */
export function areReversed(one: Labelled, other: Labelled): boolean {
  if (one.task !== 'binary' || other.task !== 'binary') return false;
  const [ours, theirs] = [binaryClasses(one), binaryClasses(other)];
  return ours[0] === theirs[1] || ours[1] === theirs[0];
}

/** Whether 0 and 1 mean the same in two files: labels of one can then be measured with predictions of the other. */
export function haveSameClasses(one: Labelled, other: Labelled): boolean {
  if (one.task !== 'binary' || other.task !== 'binary') return true;
  return binaryClasses(one).join('\0') === binaryClasses(other).join('\0');
}

/** How messages name two classes, in the order that tells which one is positive. */
export function shownClasses(spec: Labelled): string {
  const [negative, positive] = binaryClasses(spec);
  return `'${negative}' as the negative and '${positive}' as the positive class`;
}
