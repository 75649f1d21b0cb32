import { type ForestGroup, opensAtFirst } from '../../forest/forest-order.js';
import { type ForestRow } from '../../forest/forest-rows.js';

/** A line of the table: the heading of a group, or one of its rows. */
export type ForestLine =
  { key: string; type: 'heading'; group: ForestGroup; isOpen: boolean } | { key: string; type: 'row'; row: ForestRow };

/** What somebody has opened or closed, by the name of the group. */
export type Opened = Readonly<Record<string, boolean>>;

/** The lines that are to be seen; the group of the row that the address asked for is among what is open at first. */
export function forestLines(groups: readonly ForestGroup[], opened: Opened, asked: string | undefined): ForestLine[] {
  const all = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return groups.flatMap((group): ForestLine[] => {
    const { name, rows } = group;
    const isOpen = opened[name] ?? (opensAtFirst(group, all) || rows.some(({ key }) => key === asked));
    const lines = rows.map((row): ForestLine => ({ key: row.key, type: 'row', row }));
    if (name === '') return lines;
    return [{ key: `heading ${name}`, type: 'heading', group, isOpen }, ...(isOpen ? lines : [])];
  });
}

/** The line the tab key stops at: the one that was current, otherwise the first row. */
export function tabStop(lines: readonly ForestLine[], current: string | undefined): number {
  const known = lines.findIndex(({ key }) => key === current);
  return known >= 0
    ? known
    : Math.max(
        0,
        lines.findIndex(({ type }) => type === 'row'),
      );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 10, PageUp: -10 };

/** Where a key leads from a line; null when it is none of the keys that move. */
export function movedBy(key: string, from: number, count: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? null : Math.max(0, Math.min(count - 1, from + step));
}
