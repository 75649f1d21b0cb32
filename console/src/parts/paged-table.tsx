import { type ReactNode, useEffect, useRef } from 'react';
import { useHeldRows } from './held-rows.js';
import { Newer } from './newer.js';
import { NextPage, type NextPageOf } from './next-page.js';
import { type Asked, Loaded } from './states.js';
import { VirtualRows } from './virtual-rows.js';

type Pages<Row> = NextPageOf & Asked<{ pages: { items: Row[] }[] }>;

interface PagedTableProps<Row> {
  query: Pages<Row>;
  columns: readonly string[];
  keyOf: (row: Row) => string | number;
  row: (row: Row) => ReactNode;
  /** What stands in place of a table without rows. */
  empty: ReactNode;
}

/** A list that is read page by page, as a table; the next page comes when the last row comes near. Its key names what is asked for. */
export function PagedTable<Row>({ query, ...rest }: PagedTableProps<Row>) {
  return (
    <Loaded query={query} lines={8}>
      {({ pages }) => <Table {...rest} query={query} rows={pages.flatMap(({ items }) => items)} />}
    </Loaded>
  );
}

function Table<Row>({ query, rows, columns, keyOf, row, empty }: PagedTableProps<Row> & { rows: Row[] }) {
  const { shown, newer, show } = useHeldRows(rows, keyOf);
  if (rows.length === 0) return empty;
  return (
    <>
      <Newer count={newer} onShow={show} />
      <VirtualRows rows={shown} columns={columns} keyOf={keyOf} row={row} />
      {query.hasNextPage && <More query={query} />}
    </>
  );
}

const AHEAD = '1600px';

function More({ query }: { query: NextPageOf }) {
  const { fetchNextPage, isFetchNextPageError: hasFailed } = query;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After a failure the next page waits for the button, or until the list could be read anew.
    if (hasFailed) return;
    const end = place.current!;
    let isOver = false;
    const near = new IntersectionObserver((seen) => void (seen.at(-1)?.isIntersecting && next()), {
      rootMargin: AHEAD,
    });
    // Where the end is after a page is looked at anew, since it may be in view still.
    const next = async () => {
      near.unobserve(end);
      const { isFetchNextPageError } = await fetchNextPage({ cancelRefetch: false });
      if (!isFetchNextPageError && !isOver) near.observe(end);
    };
    near.observe(end);
    return () => {
      isOver = true;
      near.disconnect();
    };
  }, [fetchNextPage, hasFailed]);
  return (
    <div ref={place}>
      <NextPage query={query} />
    </div>
  );
}
