import { type DataSource, type EntityManager } from 'typeorm';
import { CommandDataSource } from '../database/command-data-source.js';
import { problemKind } from '../http/problem.js';
import { readCursor, writeCursor } from './cursor.js';
import { type ListSpec } from './list-field.js';
import { type Place } from './list-order.js';
import { type CompiledList, compileList } from './list-query.js';
import { limitOf, type ListQuery, type Page } from './page.dto.js';

const INVALID_CURSOR = problemKind(400, 'INVALID_CURSOR', 'The cursor does not fit this list');
const INVALID_LIST_QUERY = problemKind(
  400,
  'INVALID_LIST_QUERY',
  'The filter or the order of the list is not understood',
);
const LIST_QUERY_TOO_COSTLY = problemKind(400, 'LIST_QUERY_TOO_COSTLY', 'The list takes too long to find');

/** After so long a search is given up: no index serves every filter, and who waits for one holds a connection. */
const LONGEST_SEARCH_SECONDS = 10;
/** PostgreSQL's code for a statement that was ended, by the limit of its time as well. */
const QUERY_CANCELED = '57014';

/** A list: what it reads, and what a caller may filter and sort it by. */
export interface ListSource extends ListSpec {
  /** Tells its cursors from those of other lists. */
  name: string;
  select: string;
  /** Tables and joins. */
  from: string;
  /** Holds of every row. */
  where?: string;
}

/**
 * Conditions besides the filter: SQL with `?` for its value, or with one `?` for each of a list of values, which says what the
 * caller may see and not what is asked; one whose value is undefined is not asked for.
 */
export type Conditions = Record<string, string | number | readonly unknown[] | undefined>;

/** A list as one caller asks for it. */
export interface AskedList extends CompiledList {
  /** What its cursors are bound to. */
  identity: readonly unknown[];
}

/** A row of a list: `listPosition` is what `CompiledList.position` selected. */
export interface PositionedRow {
  listPosition: Place;
}

/** Compiles what is asked of a list, or throws 400. */
export function askList(source: ListSource, query: ListQuery, conditions: Conditions = {}): AskedList {
  const { filter = null, sort = source.defaultSort, cursor } = query;
  const identity = [source.name, ...askedValues(conditions), filter, sort];
  const after = cursor === undefined ? undefined : readCursor(identity, cursor);
  if (after === null) throw foreignCursor();
  const given = bindConditions(conditions);
  const compiled = compileList(source, { filter: query.filter, sort, after }, given.values);
  if (!compiled.ok) {
    if (compiled.error.pointer === '/cursor') throw foreignCursor();
    throw INVALID_LIST_QUERY(compiled.detail, { errors: [compiled.error] });
  }
  return { ...compiled.list, identity, conditions: [...given.texts, ...compiled.list.conditions] };
}

function askedValues(conditions: Conditions): unknown[] {
  return Object.values(conditions)
    .filter((value) => !Array.isArray(value))
    .map((value) => value ?? null);
}

/** The conditions that are asked for, with their values as the first parameters of a statement. */
export function bindConditions(conditions: Conditions): { texts: string[]; values: unknown[] } {
  const values: unknown[] = [];
  const texts: string[] = [];
  for (const [condition, value] of Object.entries(conditions)) {
    if (value === undefined) continue;
    const given: readonly unknown[] = Array.isArray(value) ? value : [value];
    const first = values.length + 1;
    let place = 0;
    texts.push(condition.replaceAll('?', () => `$${first + (given.length > 1 ? place++ : 0)}`));
    values.push(...given);
  }
  return { texts, values };
}

/** The statement that reads a page, and one row more, which tells whether another page follows. */
export function listStatement({ select, from, where }: ListSource, asked: AskedList, limit: number): string {
  const conditions = [...(where ? [where] : []), ...asked.conditions];
  const restriction = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return `SELECT ${select}, ${asked.position} AS "listPosition" FROM ${from} ${asked.joins} ${restriction}
    ORDER BY ${asked.orderBy} LIMIT ${limit + 1}`;
}

/** Reads the page of a list that a caller asks for. */
export async function readPage<Row>(
  manager: EntityManager,
  source: ListSource,
  query: ListQuery,
  conditions: Conditions = {},
): Promise<Page<Row>> {
  const asked = askList(source, query, conditions);
  const limit = limitOf(query);
  const text = listStatement(source, asked, limit);
  const rows = await readSearched<Row & PositionedRow>(manager, query, text, asked.parameters);
  return toPage(rows, asked, limit);
}

/** Reads the rows of a list; where a caller chose filter or order, only for as long as a search may take. */
export async function readSearched<Row>(
  manager: EntityManager,
  { filter, sort }: ListQuery,
  text: string,
  parameters: unknown[],
): Promise<Row[]> {
  if (filter === undefined && sort === undefined) return manager.query(text, parameters);
  const seconds = searchSeconds(manager.dataSource);
  try {
    return await manager.dataSource.transaction(async (bounded) => {
      const limit = bounded.query(`SET LOCAL statement_timeout = '${seconds}s'`);
      const [, rows] = await Promise.all([limit, bounded.query<Row[]>(text, parameters)]);
      return rows;
    });
  } catch (error) {
    if ((error as { code?: unknown }).code !== QUERY_CANCELED) throw error;
    const detail = `This filter and order take more than ${seconds} seconds. Narrow the filter, by time or by fewer alternatives, or leave the order out.`;
    throw LIST_QUERY_TOO_COSTLY(detail, {}, error);
  }
}

/** Where statements have a shorter limit, a search has that one. */
function searchSeconds(dataSource: DataSource): number {
  const limits = dataSource instanceof CommandDataSource ? dataSource.session.limits : undefined;
  return Math.min(LONGEST_SEARCH_SECONDS, limits?.statementSeconds ?? LONGEST_SEARCH_SECONDS);
}

/** Makes a page of rows of which at most `limit` are shown. */
export function toPage<Row extends PositionedRow>(rows: readonly Row[], asked: AskedList, limit: number): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > items.length && last !== undefined;
  return { items, nextCursor: hasMore ? writeCursor(asked.identity, last.listPosition) : null };
}

/** The problem of a cursor that another list, filter or order gave out. */
export function foreignCursor(): Error {
  return INVALID_CURSOR('The cursor belongs to another filter or order. Start again without a cursor.', {
    errors: [{ in: 'query', pointer: '/cursor', code: 'INVALID_CURSOR', detail: 'cursor does not fit this list' }],
  });
}
