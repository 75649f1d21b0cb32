import { type FilterClause, parseFilter } from './filter.js';
import { type ProblemError } from '../http/problem.js';
import { isTimestamp } from '../../values/values.js';

/** A column that a list can be filtered by, and sorted by when it is never null. */
export interface ListField {
  /** SQL expression of the column. */
  column: string;
  type: 'text' | 'integer' | 'timestamptz' | 'tags';
  sortable?: boolean;
}

export interface ListSpec {
  fields: Record<string, ListField>;
  /** As in `?sort=`; used when the caller names none. */
  defaultSort: string;
  /** Unique column that makes every order total. */
  tieBreaker: string;
}

export interface ListSelection {
  filter?: string;
  sort?: string;
  /** Sort values of the last row of the page before. */
  after?: string[];
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
    const fault = addClause(field, clause, list);
    if (fault) return fault;
  }
  return null;
}

function addClause(field: ListField, clause: FilterClause, list: CompiledList): string | null {
  if ((field.type === 'tags') !== (clause.key !== null)) {
    return field.type === 'tags' ? `Name a tag as ${clause.field}.key.` : `${clause.field} has no keys.`;
  }
  const unfit = clause.values.find((value) => !fits(field.type, value));
  if (unfit !== undefined) return `'${unfit}' is no ${field.type} for ${clause.field}.`;
  if (field.type !== 'text' && field.type !== 'tags' && clause.operator.endsWith('like')) {
    return `${clause.operator} applies to text, ${clause.field} is ${field.type}.`;
  }
  // PostgreSQL refuses a pattern whose last character escapes nothing.
  if (clause.operator.endsWith('like') && /(?<!\\)(\\\\)*\\$/.test(clause.values[0]!)) {
    return `The pattern of ${clause.operator} ends with a single \\, which escapes nothing; write \\\\ to mean it.`;
  }
  if (field.type === 'tags' && clause.operator === '=') {
    list.conditions.push(
      `${field.column} @> ${bind(list, JSON.stringify({ [clause.key!]: clause.values[0] }))}::jsonb`,
    );
    return null;
  }
  const column = field.type === 'tags' ? `(${field.column} ->> ${bind(list, clause.key)})` : field.column;
  const type = field.type === 'tags' ? 'text' : field.type;
  const values = clause.values.map((value) => `${bind(list, value)}::${type}`);
  list.conditions.push(condition(column, clause.operator, values));
  return null;
}

function condition(column: string, operator: FilterClause['operator'], values: string[]): string {
  if (operator === 'in') return `${column} IN (${values.join(', ')})`;
  if (operator === '!=') return `${column} IS DISTINCT FROM ${values[0]}`;
  return `${column} ${operator.toUpperCase()} ${values[0]}`;
}

function fits(type: ListField['type'], value: string): boolean {
  if (type === 'integer') return /^[-+]?\d{1,9}$/.test(value);
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
    keys.push({ column: field.column, type: field.type, descending: part.trim().startsWith('-') });
  }
  const tieBreaker = spec.fields[spec.tieBreaker]!;
  if (!keys.some((key) => key.column === tieBreaker.column)) {
    keys.push({ column: tieBreaker.column, type: tieBreaker.type, descending: keys.at(-1)!.descending });
  }
  return keys;
}

/** Rows behind a position in an order of mixed directions: later in the first key, or equal there and later in the next. */
function afterPosition(keys: SortKey[], values: string[], list: CompiledList): string {
  const bound = keys.map((key, index) => `${bind(list, values[index])}::${key.type}`);
  const alternatives = keys.map((key, index) => {
    const equal = keys.slice(0, index).map((earlier, at) => `${earlier.column} = ${bound[at]}`);
    return `(${[...equal, `${key.column} ${key.descending ? '<' : '>'} ${bound[index]}`].join(' AND ')})`;
  });
  return `(${alternatives.join(' OR ')})`;
}

function bind(list: CompiledList, value: unknown): string {
  list.parameters.push(value);
  return `$${list.parameters.length}`;
}
