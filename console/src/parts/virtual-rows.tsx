import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { ColumnHeads, pageStyles } from './page.js';
import styles from './virtual-rows.module.css';

interface VirtualRowsProps<Row> {
  rows: readonly Row[];
  columns: readonly string[];
  keyOf: (row: Row) => string | number;
  row: (row: Row) => ReactNode;
}

const ROW = 33;
const FEW = 100;

/** A table of any length: of many rows those in view are there, and the one that has the focus. */
export function VirtualRows<Row>(props: VirtualRowsProps<Row>) {
  return props.rows.length <= FEW ? <PlainRows {...props} /> : <WindowedRows {...props} />;
}

function PlainRows<Row>({ rows, columns, keyOf, row }: VirtualRowsProps<Row>) {
  return (
    <table className={pageStyles.table}>
      <ColumnHeads names={columns} />
      <tbody>
        {rows.map((each) => (
          <tr key={keyOf(each)} data-row="">
            {row(each)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WindowedRows<Row>({ rows, columns, keyOf, row }: VirtualRowsProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const [current, setCurrent] = useState<number | null>(null);
  // What stands above may still be on its way, so where the rows begin is looked at whenever they are drawn.
  useEffect(() => setTop(body.current?.offsetTop ?? 0));
  // A row that goes would take the focus with it.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      return current === null || seen.includes(current) ? seen : [...seen, current].sort((one, other) => one - other);
    },
    [current],
  );
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: 20,
    scrollMargin: top,
    rangeExtractor,
  });
  const items = virtual.getVirtualItems();
  return (
    <table className={`${pageStyles.table} ${styles.table}`} aria-rowcount={rows.length + 1}>
      <ColumnHeads names={columns} />
      <tbody ref={body} className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => (
          <tr
            key={keyOf(rows[index]!)}
            ref={virtual.measureElement}
            data-index={index}
            data-row=""
            aria-rowindex={index + 2}
            className={styles.row}
            style={{ transform: `translateY(${start - top}px)` }}
            onFocus={() => setCurrent(index)}
          >
            {row(rows[index]!)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
