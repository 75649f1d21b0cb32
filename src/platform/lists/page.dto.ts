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
  @IsText(1, 4_000)
  cursor?: string;

  /** Comparisons under `and`, `or`, `not` and parentheses, as in `owner = 'risk' and (tags.team in ('fraud', 'credit') or updatedAt < '2026-01-01')`; of versions also `metrics.auc@adult-test > 0.8` and `params.lr < 0.1`. They are `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] like`, `[not] ilike`, `[not] in (…)`, `[not] between … and …`, `is [not] null`. A missing value fulfils none but `is null`, and a negation holds of everything else. Grammar, bounds and the fields of each list: the page Searching, docs/searching.md. */
  @Optional()
  @IsText(1, 2_000)
  filter?: string;

  /** Up to four fields to sort by, comma separated, with `-` before one or `desc` behind it for descending, as in `metrics.auc desc, version`; missing values come last. The page Searching, docs/searching.md, names them for each list. */
  @Optional()
  @IsText(1, 1_000)
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
