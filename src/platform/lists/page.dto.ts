import { createHash } from 'node:crypto';
import { IsQueryCount, IsText, Optional } from '../http/fields.js';
import { type CompiledList, compileList, type ListSpec } from './list-query.js';
import { problemKind } from '../http/problem.js';
import { canonicalJson } from '../../values/canonical-json.js';
import { isCount, LARGEST_INTEGER, UUID } from '../../values/values.js';

const DEFAULT_LIMIT = 50;
const LARGEST_LIMIT = 200;

const INVALID_CURSOR = problemKind(400, 'INVALID_CURSOR', 'The cursor does not fit this list');

/** What every list can be asked. */
export class PageQuery {
  /** How many items to answer at most; 50 unless given. */
  @Optional()
  @IsQueryCount(1, LARGEST_LIMIT)
  limit?: number;

  /** The `nextCursor` of the page before, with the same filter and order. */
  @Optional()
  @IsText(1, 1_000)
  cursor?: string;
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** The place in a list after which the next page begins: the sort key of the last item. */
export type CursorKey = readonly (string | number | null)[];

/** The cursor of a list in the order of its ids. */
export function isIdKey(key: CursorKey): key is [string] {
  return key.length === 1 && typeof key[0] === 'string' && UUID.test(key[0]);
}

/** The cursor of a list in the order of a count, such as revisions. */
export function isCountKey(key: CursorKey): key is [number] {
  return key.length === 1 && isCount(key[0], 0, LARGEST_INTEGER);
}

export function limitOf(query: PageQuery): number {
  return query.limit ?? DEFAULT_LIMIT;
}

/**
 * The key inside a cursor, or null on the first page. `list` names the list with its filter and order: a cursor of
 * another list is refused, and so is one whose key `isKey` does not know.
 */
export function readCursor<Key extends CursorKey>(
  query: PageQuery,
  list: object,
  isKey: (key: CursorKey) => key is Key,
): Key | null {
  if (query.cursor === undefined) return null;
  const [fingerprint, key] = parseCursor(query.cursor);
  if (fingerprint !== fingerprintOf(list) || !isKey(key)) {
    throw INVALID_CURSOR('The cursor belongs to another filter or order. Start again without a cursor.', {
      errors: [{ in: 'query', pointer: '/cursor', code: 'INVALID_CURSOR', detail: 'cursor does not fit this list' }],
    });
  }
  return key;
}

/** Makes a page of rows that were read with one more than the limit, which tells whether another page follows. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  query: PageQuery,
  list: object,
  toItem: (row: Row) => Item,
  keyOf: (row: Row) => CursorKey,
): Page<Item> {
  const shown = rows.slice(0, limitOf(query));
  const last = shown.at(-1);
  const hasMore = rows.length > shown.length && last !== undefined;
  return { items: shown.map(toItem), nextCursor: hasMore ? writeCursor(list, keyOf(last)) : null };
}

function writeCursor(list: object, key: CursorKey): string {
  return Buffer.from(JSON.stringify([fingerprintOf(list), ...key])).toString('base64url');
}

function parseCursor(cursor: string): [unknown, CursorKey] {
  try {
    const [fingerprint, ...key] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [
      unknown,
      ...CursorKey,
    ];
    return [fingerprint, key];
  } catch {
    return [null, []];
  }
}

function fingerprintOf(list: object): string {
  return createHash('sha256').update(canonicalJson(list)).digest('base64url').slice(0, 16);
}

const isTexts = (key: CursorKey): key is string[] => key.every((value) => typeof value === 'string');

const INVALID_LIST_QUERY = problemKind(
  400,
  'INVALID_LIST_QUERY',
  'The filter or the order of the list is not understood',
);

/** A list that can be filtered and sorted by the fields of its `ListSpec`. */
export class ListQuery extends PageQuery {
  /** Comparisons joined by `and`, as in `owner = 'risk' and tags.team in ('fraud', 'credit')`. */
  @Optional()
  @IsText(1, 2_000)
  filter?: string;

  /** Fields to sort by, comma separated, with `-` before one for descending. */
  @Optional()
  @IsText(1, 200)
  sort?: string;
}

/** A row of a filtered list: `position` is what `CompiledList.position` selected. */
export interface PositionedRow {
  position: string[];
}

/** Compiles the query of a list, or throws 400; `name` and `bound` tie the cursor to this list. */
export function compileListQuery(spec: ListSpec, query: ListQuery, bound: object, parameters: unknown[]): CompiledList {
  const after = readCursor(query, listIdentity(query, bound), isTexts);
  const compiled = compileList(
    spec,
    { filter: query.filter, sort: query.sort, after: after ? [...after] : undefined },
    parameters,
  );
  if (!compiled.ok) throw INVALID_LIST_QUERY(compiled.error.detail, { errors: [compiled.error] });
  return compiled.list;
}

/** Makes the page of a compiled list. */
export function toListPage<Row extends PositionedRow, Item>(
  rows: readonly Row[],
  query: ListQuery,
  bound: object,
  toItem: (row: Row) => Item,
): Page<Item> {
  return toPage(rows, query, listIdentity(query, bound), toItem, (row) => row.position);
}

function listIdentity(query: ListQuery, bound: object): object {
  return { ...bound, filter: query.filter ?? null, sort: query.sort ?? null };
}
