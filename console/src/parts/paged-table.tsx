import { type ReactNode } from 'react';
import { TEXTS } from '../texts.js';
import { Button } from './button.js';
import { Loaded } from './states.js';
import { VirtualRows } from './virtual-rows.js';

interface Pages<Row> {
  data: { pages: { items: Row[] }[] } | undefined;
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

interface PagedTableProps<Row> {
  query: Pages<Row>;
  columns: readonly string[];
  keyOf: (row: Row) => string | number;
  row: (row: Row) => ReactNode;
  /** What stands in place of a table without rows. */
  empty: ReactNode;
}

/** A list that is read page by page, as a table. */
export function PagedTable<Row>({ query, columns, keyOf, row, empty }: PagedTableProps<Row>) {
  return (
    <Loaded query={query} lines={8}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0) return empty;
        return (
          <>
            <VirtualRows rows={rows} columns={columns} keyOf={keyOf} row={row} />
            {query.hasNextPage && (
              <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
                {TEXTS.states.more}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
