import { isMoment, isTimestamp, toMoment, UUID } from '../../values/values.js';
import { type Comparison, type FilterOperator, type Literal } from './filter.js';
import { ListFault } from './list-fault.js';
import { type FieldName } from './tokens.js';

/** Adds a value to the parameters of a statement and answers its place, such as `$3`. */
export type Bind = (value: unknown) => string;

/**
 * What a field holds. `tags` are texts by key, `params` JSON values by key, `metrics` numbers by name; the others are one
 * column.
 */
export type FieldType =
  'text' | 'integer' | 'bigint' | 'uuid' | 'timestamptz' | 'boolean' | 'tags' | 'params' | 'metrics';

/** A column that a list can be filtered by, and sorted by when it is never null. */
export interface ListField {
  /** SQL expression of the column; of metrics unused. */
  column: string;
  type: FieldType;
  sortable?: boolean;
  /** The field whose order is the same, and which an index serves in its place. */
  ordered?: string;
  /** The values that the column can hold; another one in a filter is a mistake, not a list without items. */
  values?: readonly string[];
  /** The comparisons offered; every one unless said otherwise. */
  operators?: readonly FilterOperator[];
  /** Of metrics: the SELECT that finds one of a row, as `value`, or no row. */
  lookUp?: (metric: { name: string; on: readonly string[] }, bind: Bind) => string;
}

/** Comparisons that an index over a column serves in the order of the list. */
export const EXACT: readonly FilterOperator[] = ['=', 'in'];
/** Comparisons that an index over a column serves as a range of it. */
export const RANGE: readonly FilterOperator[] = ['=', '>=', '<=', '>', '<', 'between'];

export interface ListSpec {
  fields: Record<string, ListField>;
  /** As in `?sort=`; used when the caller names none. */
  defaultSort: string;
  /** Unique column that makes every order total. */
  tieBreaker: string;
}

/** A list on its way to SQL, as filter and order see it. */
export interface ListUnderWay {
  spec: ListSpec;
  bind: Bind;
  /** SQL of the value of a metric in a row; null where there is none. */
  metricOf: (field: ListField, name: FieldName) => string;
}

/** The same fields for a list that is bounded before it is filtered. */
export function withEveryOperator(fields: ListSpec['fields']): ListSpec['fields'] {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, operators: undefined }]));
}

/** Types that hold many values, each under a key of its own. */
const KEYED: readonly FieldType[] = ['tags', 'params', 'metrics'];

/** The field that a name of the caller's means; a name that no field has, or a key too few or too many, is a fault. */
export function fieldOf({ fields }: ListSpec, { name, key, on, at }: FieldName): ListField {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) throw new ListFault(`Unknown field '${name}'; known are ${Object.keys(fields).join(', ')}.`, at);
  const isKeyed = KEYED.includes(field.type);
  if (!isKeyed && key !== null) throw new ListFault(`${name} has no keys.`, at);
  if (isKeyed && key === null) throw new ListFault(missingKey(name, field.type), at);
  if (key?.includes('\0') || on.some((part) => part.includes('\0'))) throw new ListFault('No name holds NUL.', at);
  if (on.length > (field.type === 'metrics' ? 2 : 0)) {
    const detail = field.type === 'metrics' ? 'a dataset and its version' : 'no dataset';
    throw new ListFault(`${name} is asked of ${detail}; a name with an @ stands in quotes.`, at);
  }
  return field;
}

function missingKey(name: string, type: FieldType): string {
  if (type === 'tags') return `Name a tag as ${name}.key.`;
  return `Name a ${type === 'params' ? 'parameter' : 'metric'} as ${name}.name.`;
}

const PATTERNED: readonly FieldType[] = ['text', 'tags', 'params'];
const ORDERED: readonly FilterOperator[] = ['>=', '<=', '>', '<', 'between', 'not between'];
const IN_WORDS: Partial<Record<FieldType, string>> = { boolean: 'true or false', metrics: 'number', params: 'value' };

/** Throws what is wrong with a comparison of a field. */
export function checkComparison(field: ListField, { field: { name, at }, operator, values }: Comparison): void {
  const type = IN_WORDS[field.type] ?? field.type;
  const unfit = values.find((value) => !isFit(field.type, value));
  if (unfit) throw new ListFault(`'${unfit.text}' is no ${type} for ${name}.`, unfit.at);
  if (field.operators && !field.operators.includes(operator)) {
    throw new ListFault(`${name} is compared by ${field.operators.join(' ')} alone, not by ${operator}.`, at);
  }
  const isPattern = operator.endsWith('like');
  if (isPattern && !PATTERNED.includes(field.type)) {
    throw new ListFault(`${operator} applies to text, ${name} is ${type}.`, at);
  }
  if (field.type === 'boolean' && ORDERED.includes(operator)) {
    throw new ListFault(`${name} is true or false, which have no order.`, at);
  }
  if (field.type === 'params' && operator.endsWith('between') && values[0]!.isNumber !== values[1]!.isNumber) {
    throw new ListFault(`${name} lies between two numbers or between two texts.`, at);
  }
  if (isPattern) checkPattern(operator, values[0]!);
  else checkKnown(field, name, values);
}

function checkPattern(operator: FilterOperator, { text: pattern, at }: Literal): void {
  // PostgreSQL refuses a pattern whose last character escapes nothing.
  if (!/(?<!\\)(\\\\)*\\$/.test(pattern)) return;
  const detail = `The pattern of ${operator} ends with a single \\, which escapes nothing; write \\\\ to mean it.`;
  throw new ListFault(detail, at);
}

function checkKnown({ values: known }: ListField, name: string, values: readonly Literal[]): void {
  const unknown = known && values.find(({ text }) => !known.includes(text));
  if (unknown) throw new ListFault(`${name} is never '${unknown.text}'; known are ${known.join(', ')}.`, unknown.at);
}

function isFit(type: FieldType, { text, isNumber }: Literal): boolean {
  return type === 'params' && isNumber ? fits('numeric', text) : fits(type, text);
}

const NUMBER = /^[-+]?\d{1,400}(\.\d{1,400})?([eE][-+]?\d{1,3})?$/;

/** Whether a text is a value of a type: of metrics a finite number, of parameters any. */
export function fits(type: FieldType | 'numeric', value: string): boolean {
  if (type === 'integer') return /^[-+]?\d{1,9}$/.test(value);
  if (type === 'bigint') return /^[-+]?\d{1,18}$/.test(value);
  if (type === 'uuid') return UUID.test(value);
  if (type === 'timestamptz') return isMoment(value) || isTimestampOfDatabase(value);
  if (type === 'boolean') return /^(true|false)$/i.test(value);
  if (type === 'metrics' || type === 'numeric') return NUMBER.test(value) && Number.isFinite(Number(value));
  return !value.includes('\0');
}

/** A time as PostgreSQL writes it into a position: with a space, and whole hours of offset. */
function isTimestampOfDatabase(value: string): boolean {
  return isTimestamp(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}

/** A value as the database reads it, whatever its time zone is and however small a number. */
export function toBound(type: FieldType, value: string): string {
  if (type === 'timestamptz') return toMoment(value);
  return type === 'metrics' ? String(Number(value)) : value;
}

/** The database's type of a single value. */
export function sqlTypeOf(type: FieldType | 'numeric'): string {
  if (type === 'metrics') return 'float8';
  return type === 'tags' || type === 'params' ? 'text' : type;
}
