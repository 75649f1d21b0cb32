import { useKeys } from '../shell/keys.js';

const FOCUSABLE = 'a, button, summary, input';

/** `j` and `k` go through the rows of a page: to each that is a `data-row`, or to the first thing in it that takes the focus. */
export function useRowKeys(): void {
  useKeys({ j: () => goBy(1), k: () => goBy(-1) });
}

function goBy(step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[current === -1 ? 0 : current + step];
  (next?.matches(FOCUSABLE) ? next : next?.querySelector<HTMLElement>(FOCUSABLE))?.focus();
}
