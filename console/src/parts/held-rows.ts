import { useState } from 'react';

export interface HeldRows<Row> {
  shown: Row[];
  /** How many rows came between those that are shown. */
  newer: number;
  show: () => void;
}

/**
 * Rows that come while somebody reads wait for a word, so that none moves under the reader; those after the last row are the next
 * page. What becomes of rows that are there shows at once.
 */
export function useHeldRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string | number): HeldRows<Row> {
  const [seen, setSeen] = useState(() => keysOf(rows, keyOf));
  const last = rows.findLastIndex((row) => seen.has(keyOf(row)));
  const shown = rows.filter((row, index) => index > last || seen.has(keyOf(row)));
  if (last < rows.length - 1) setSeen(keysOf(shown, keyOf));
  return { shown, newer: rows.length - shown.length, show: () => setSeen(keysOf(rows, keyOf)) };
}

function keysOf<Row>(rows: readonly Row[], keyOf: (row: Row) => string | number): Set<string | number> {
  return new Set(rows.map(keyOf));
}
