import { jsonNumber, jsonText } from './filter-conditions.js';
import {
  type Bind,
  fieldOf,
  type FieldType,
  fits,
  type ListField,
  type ListUnderWay,
  sqlTypeOf,
} from './list-field.js';
import { ListFault } from './list-fault.js';
import { type FieldName, TokenReader } from './tokens.js';

/** A key of an order, as SQL; the rows of one that is null come last, whatever the direction. */
export interface SortKey {
  column: string;
  type: FieldType | 'numeric';
  descending: boolean;
  isNullable: boolean;
}

/** The values of a row's sort keys, each as text, which tell its place; null where the row has none. */
export type Place = readonly (string | null)[];

/** How many keys an order may have. */
const MOST_SORT_KEYS = 4;
/** So many characters of a parameter's text order rows, and stand in a cursor. */
const LEADING_CHARACTERS = 100;

interface SortTerm {
  field: FieldName;
  descending: boolean;
}

/** Reads `field`, `-field` or `field desc`, up to four of them after one another with commas between. */
function parseSort(sort: string): SortTerm[] {
  const tokens = new TokenReader(sort, 'sort');
  const terms = [sortTerm(tokens)];
  while (tokens.takesSymbol(',')) terms.push(sortTerm(tokens));
  if (!tokens.isAtEnd) tokens.take(() => false, `',' or the end`);
  if (terms.length <= MOST_SORT_KEYS) return terms;
  throw new ListFault(`A list is sorted by at most ${MOST_SORT_KEYS} fields.`, terms[MOST_SORT_KEYS]!.field.at);
}

function sortTerm(tokens: TokenReader): SortTerm {
  const isReversed = tokens.takesSymbol('-');
  const isSigned = isReversed || tokens.takesSymbol('+');
  const field = tokens.fieldName();
  const { position } = tokens;
  const descending = tokens.takesWord('desc');
  const hasDirection = descending || tokens.takesWord('asc');
  if (isSigned && hasDirection)
    throw new ListFault('A direction is a sign before a field or a word behind it.', position);
  return { field, descending: isReversed || descending };
}

/** The keys of an order, which the tie breaker of the list makes total. */
export function sortKeys(list: ListUnderWay, sort: string): SortKey[] {
  const keys = parseSort(sort).flatMap((term) => keysOf(list, term));
  const { column, type } = list.spec.fields[list.spec.tieBreaker]!;
  if (!keys.some((key) => key.column === column)) {
    keys.push({ column, type, descending: keys.at(-1)!.descending, isNullable: false });
  }
  return keys;
}

function keysOf(list: ListUnderWay, { field: name, descending }: SortTerm): SortKey[] {
  const { fields } = list.spec;
  if (!Object.hasOwn(fields, name.name) || !fields[name.name]!.sortable) {
    const known = Object.keys(fields).filter((key) => fields[key]!.sortable);
    const detail = `Cannot sort by '${name.name}'; known are ${known.join(', ')}, each with - before it for descending.`;
    throw new ListFault(detail, name.at);
  }
  const field = fieldOf(list.spec, name);
  if (field.type === 'metrics') {
    return [{ column: list.metricOf(field, name), type: 'metrics', descending, isNullable: true }];
  }
  if (field.type === 'params') return paramKeys(field, list.bind(name.key), descending);
  const { column, type } = field.ordered === undefined ? field : fields[field.ordered]!;
  return [{ column, type, descending, isNullable: false }];
}

/** Numbers come before texts, each in their own order, in either direction. */
function paramKeys({ column }: ListField, key: string, descending: boolean): SortKey[] {
  const number = jsonNumber(column, key);
  const text = `left(CASE WHEN ${number} IS NULL THEN ${jsonText(column, key)} END, ${LEADING_CHARACTERS})`;
  return [
    { column: number, type: 'numeric', descending, isNullable: true },
    { column: text, type: 'text', descending, isNullable: true },
  ];
}

/** Whether a place is one in an order by these keys. */
export function isPlaceOf(keys: readonly SortKey[], place: Place): boolean {
  const isValue = (key: SortKey, value: string | null): boolean =>
    value === null ? key.isNullable : fits(key.type, value);
  return place.length === keys.length && keys.every((key, index) => isValue(key, place[index]!));
}

/**
 * Rows behind a place. An order of one direction is one comparison of rows, where an index over its columns begins to
 * read; one of mixed directions, or of keys that may be null, has no such comparison, so it is: later in the first key, or
 * equal there and later in the next. The bound of a first key that is never null is said besides, for an index to begin at.
 */
export function afterPlace(keys: readonly SortKey[], place: Place, bind: Bind): string {
  const bound = keys.map(({ type }, index) =>
    place[index] === null ? null : `${bind(place[index])}::${sqlTypeOf(type)}`,
  );
  if (keys.every((key) => !key.isNullable && key.descending === keys[0]!.descending)) {
    return `(${keys.map(({ column }) => column).join(', ')}) ${behind(keys[0]!)} (${bound.join(', ')})`;
  }
  const alternatives = keys.flatMap((key, index) => {
    const value = bound[index]!;
    if (value === null) return [];
    const equal = keys.slice(0, index).map((earlier, at) => equalTo(earlier, bound[at]!));
    return [`(${[...equal, laterThan(key, value)].join(' AND ')})`];
  });
  const anywhere = `(${alternatives.join(' OR ')})`;
  const [{ column, isNullable, descending }] = keys as [SortKey];
  return isNullable ? anywhere : `(${column} ${descending ? '<=' : '>='} ${bound[0]} AND ${anywhere})`;
}

function behind({ descending }: SortKey): string {
  return descending ? '<' : '>';
}

function laterThan(key: SortKey, value: string): string {
  const later = `${key.column} ${behind(key)} ${value}`;
  return key.isNullable ? `(${later} OR ${key.column} IS NULL)` : later;
}

function equalTo({ column }: SortKey, value: string | null): string {
  return value === null ? `${column} IS NULL` : `${column} = ${value}`;
}
