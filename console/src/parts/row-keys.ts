import { useKeys } from '../shell/keys.js';

/** `j` and `k` go through the rows of a list: to what each names as its `data-row`. */
export function useRowKeys(): void {
  useKeys({ j: () => goBy(1), k: () => goBy(-1) });
}

function goBy(step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const current = rows.findIndex((row) => row === document.activeElement);
  const next = current === -1 ? 0 : current + step;
  rows[next]?.focus();
}
