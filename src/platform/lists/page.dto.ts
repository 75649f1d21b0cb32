import { IsQueryCount, IsText, Optional } from '../http/fields.js';

const DEFAULT_LIMIT = 50;
export const LARGEST_LIMIT = 200;

/** What every list can be asked; its `ListSpec` says what it is filtered and sorted by. */
export class ListQuery {
  /** How many items to answer at most; 50 unless given. */
  @Optional()
  @IsQueryCount(1, LARGEST_LIMIT)
  limit?: number;

  /** The `nextCursor` of the page before, with the same filter and order. */
  @Optional()
  @IsText(1, 1_000)
  cursor?: string;

  /** Comparisons joined by `and`, as in `owner = 'risk' and tags.team in ('fraud', 'credit')`; the guide names the fields of each list. */
  @Optional()
  @IsText(1, 2_000)
  filter?: string;

  /** Fields to sort by, comma separated, with `-` before one for descending; the guide names them for each list. */
  @Optional()
  @IsText(1, 200)
  sort?: string;
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

export function limitOf(query: ListQuery): number {
  return query.limit ?? DEFAULT_LIMIT;
}

/** The same page with its items as they are answered. */
export function mapPage<Row, Item>(page: Page<Row>, toItem: (row: Row) => Item): Page<Item> {
  return { ...page, items: page.items.map(toItem) };
}
