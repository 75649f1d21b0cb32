import { isTimestamp, UUID } from '../../values/values.js';
import { type ProblemError } from '../http/problem.js';
import { type FilterClause, type FilterOperator, parseFilter } from './filter.js';

/** A column that a list can be filtered by, and sorted by when it is never null. */
export interface ListField {
  /** SQL expression of the column. */
  column: string;
  type: 'text' | 'integer' | 'bigint' | 'uuid' | 'timestamptz' | 'tags';
  sortable?: boolean;
  /** The field whose order is the same, and which an index serves in its place. */
  ordered?: string;
  /** The values that the column can hold; another one in a filter is a mistake, not a list without items. */
  values?: readonly string[];
  /** The comparisons offered; every one unless said otherwise. */
  operators?: readonly FilterOperator[];
}

/** Comparisons that an index over a column serves in the order of the list. */
export const EXACT: readonly FilterOperator[] = ['=', 'in'];
/** Comparisons that an index over a column serves as a range of it. */
export const RANGE: readonly FilterOperator[] = ['=', '>=', '<=', '>', '<'];

export interface ListSpec {
  fields: Record<string, ListField>;
  /** As in `?sort=`; used when the caller names none. */
  defaultSort: string;
  /** Unique column that makes every order total. */
  tieBreaker: string;
}

/** The same fields for a list that is bounded before it is filtered. */
export function withEveryOperator(fields: ListSpec['fields']): ListSpec['fields'] {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, operators: undefined }]));
}

export interface ListSelection {
  filter?: string;
  sort?: string;
  /** Sort values of the last row of the page before. */
  after?: readonly string[];
}

/** Parts of a SELECT; the parameters continue those given. */
export interface CompiledList {
  conditions: string[];
  parameters: unknown[];
  orderBy: string;
  /** SQL text[] of the row's sort values, to be bound into the next cursor. */
  position: string;
}

export type CompileResult = { ok: true; list: CompiledList } | { ok: false; error: ProblemError };

interface SortKey {
  column: string;
  type: ListField['type'];
  descending: boolean;
}

/** Turns filter, sort and position of a list into SQL with parameters; nothing of the caller's text becomes SQL. */
export function compileList(spec: ListSpec, query: ListSelection, parameters: readonly unknown[]): CompileResult {
  const list: CompiledList = { conditions: [], parameters: [...parameters], orderBy: '', position: '' };
  const filterFault = query.filter === undefined ? null : addFilter(spec, query.filter, list);
  if (filterFault) return { ok: false, error: { pointer: '/filter', in: 'query', detail: filterFault } };
  const keys = sortKeys(spec, query.sort ?? spec.defaultSort);
  if (typeof keys === 'string') return { ok: false, error: { pointer: '/sort', in: 'query', detail: keys } };
  list.orderBy = keys.map((key) => `${key.column} ${key.descending ? 'DESC' : 'ASC'}`).join(', ');
  list.position = `ARRAY[${keys.map((key) => `${key.column}::text`).join(', ')}]`;
  if (query.after) {
    const { after } = query;
    const isPosition = after.length === keys.length && keys.every((key, index) => fits(key.type, after[index]!));
    const detail = 'The cursor belongs to another order.';
    if (!isPosition) return { ok: false, error: { pointer: '/cursor', in: 'query', detail } };
    list.conditions.push(afterPosition(keys, after, list));
  }
  return { ok: true, list };
}

function addFilter(spec: ListSpec, filter: string, list: CompiledList): string | null {
  const parsed = parseFilter(filter);
  if (!parsed.ok) return parsed.detail;
  for (const clause of parsed.clauses) {
    const field = Object.hasOwn(spec.fields, clause.field) ? spec.fields[clause.field] : undefined;
    if (!field) return `Unknown field '${clause.field}'; known are ${Object.keys(spec.fields).join(', ')}.`;
    const fault = clauseFault(field, clause);
    if (fault) return fault;
    list.conditions.push(condition(field, clause, list));
  }
  return null;
}

/** What is wrong with a clause on a field, or null. */
function clauseFault(field: ListField, clause: FilterClause): string | null {
  const { operator, values } = clause;
  if ((field.type === 'tags') !== (clause.key !== null)) {
    return field.type === 'tags' ? `Name a tag as ${clause.field}.key.` : `${clause.field} has no keys.`;
  }
  const unfit = values.find((value) => !fits(field.type, value));
  if (unfit !== undefined) return `'${unfit}' is no ${field.type} for ${clause.field}.`;
  if (field.operators && !field.operators.includes(operator)) {
    return `${clause.field} is compared by ${field.operators.join(' ')} alone, not by ${operator}.`;
  }
  if (operator.endsWith('like')) return patternFault(field, clause);
  const unknown = field.values && values.find((value) => !field.values!.includes(value));
  return unknown === undefined ? null : `${clause.field} is never '${unknown}'; known are ${field.values!.join(', ')}.`;
}

function patternFault(field: ListField, { operator, values: [pattern], field: name }: FilterClause): string | null {
  if (field.type !== 'text' && field.type !== 'tags') {
    return `${operator} applies to text, ${name} is ${field.type}.`;
  }
  // PostgreSQL refuses a pattern whose last character escapes nothing.
  return /(?<!\\)(\\\\)*\\$/.test(pattern!)
    ? `The pattern of ${operator} ends with a single \\, which escapes nothing; write \\\\ to mean it.`
    : null;
}

function condition(field: ListField, { key, operator, values }: FilterClause, list: CompiledList): string {
  if (field.type === 'tags' && operator === '=') {
    return `${field.column} @> ${bind(list, JSON.stringify({ [key!]: values[0] }))}::jsonb`;
  }
  const column = field.type === 'tags' ? `(${field.column} ->> ${bind(list, key)})` : field.column;
  const type = field.type === 'tags' ? 'text' : field.type;
  const bound = values.map((value) => `${bind(list, value)}::${type}`);
  if (operator === 'in') return `${column} IN (${bound.join(', ')})`;
  return `${column} ${operator === '!=' ? 'IS DISTINCT FROM' : operator.toUpperCase()} ${bound[0]}`;
}

function fits(type: ListField['type'], value: string): boolean {
  if (type === 'integer') return /^[-+]?\d{1,9}$/.test(value);
  if (type === 'bigint') return /^[-+]?\d{1,18}$/.test(value);
  if (type === 'uuid') return UUID.test(value);
  if (type === 'timestamptz') return isMoment(value);
  return !value.includes('\0');
}

/** A day, a time as RFC 3339 writes it, or as PostgreSQL does in a position: with a space, and whole hours of offset. */
function isMoment(value: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00Z` : value.replace(' ', 'T');
  return isTimestamp(time.replace(/([+-]\d\d)$/, '$1:00'));
}

function sortKeys(spec: ListSpec, sort: string): SortKey[] | string {
  const keys: SortKey[] = [];
  for (const part of sort.split(',')) {
    const name = part.trim().replace(/^[-+]/, '');
    const field = Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined;
    if (!field?.sortable) {
      const known = Object.keys(spec.fields).filter((key) => spec.fields[key]!.sortable);
      return `Cannot sort by '${name}'; known are ${known.join(', ')}, each with - before it for descending.`;
    }
    const { column, type } = field.ordered === undefined ? field : spec.fields[field.ordered]!;
    keys.push({ column, type, descending: part.trim().startsWith('-') });
  }
  const tieBreaker = spec.fields[spec.tieBreaker]!;
  if (!keys.some((key) => key.column === tieBreaker.column)) {
    keys.push({ column: tieBreaker.column, type: tieBreaker.type, descending: keys.at(-1)!.descending });
  }
  return keys;
}

/**
 * Rows behind a position. An order of one direction is one comparison of rows, where an index over its columns begins to
 * read; one of mixed directions has no such comparison, so it is: later in the first key, or equal there and later in the next.
 */
function afterPosition(keys: readonly SortKey[], values: readonly string[], list: CompiledList): string {
  const bound = keys.map((key, index) => `${bind(list, values[index])}::${key.type}`);
  const behind = (key: SortKey): string => (key.descending ? '<' : '>');
  if (keys.every((key) => key.descending === keys[0]!.descending)) {
    return `(${keys.map(({ column }) => column).join(', ')}) ${behind(keys[0]!)} (${bound.join(', ')})`;
  }
  const alternatives = keys.map((key, index) => {
    const equal = keys.slice(0, index).map((earlier, at) => `${earlier.column} = ${bound[at]}`);
    return `(${[...equal, `${key.column} ${behind(key)} ${bound[index]}`].join(' AND ')})`;
  });
  return `(${alternatives.join(' OR ')})`;
}

function bind(list: CompiledList, value: unknown): string {
  list.parameters.push(value);
  return `$${list.parameters.length}`;
}
