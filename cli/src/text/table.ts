import Table from 'cli-table3';
import { harmless, type Paint, styleOf } from './paint.js';

export type Cell = string | number | null | undefined;

const NO_FRAME = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right', 'left', 'left-mid']
    .concat(['mid', 'mid-mid', 'right', 'right-mid'])
    .map((part) => [part, '']),
);

/** Aligned columns below their titles; numbers stand to the right, an absent value is a dash. */
export function table(titles: readonly string[], rows: readonly (readonly Cell[])[], paint: Paint): string {
  const isNumeric = titles.map((_, at) => rows.length > 0 && rows.every((row) => typeof (row[at] ?? 0) === 'number'));
  const laidOut = new Table({
    chars: { ...NO_FRAME, middle: '  ' },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colAligns: isNumeric.map((numeric) => (numeric ? 'right' : 'left')),
  });
  laidOut.push(titles.map((title) => paint('dim', title)));
  for (const row of rows) laidOut.push(row.map((cell) => text(cell, paint)));
  return laidOut.toString().replace(/ +$/gm, '');
}

function text(cell: Cell, paint: Paint): string {
  const plain = cell === null || cell === undefined || cell === '' ? '–' : harmless(String(cell));
  return paint(styleOf(plain), plain);
}

/** Names and values below each other. */
export function fields(pairs: readonly (readonly [string, Cell])[], paint: Paint): string {
  const width = Math.max(...pairs.map(([name]) => name.length));
  const indented = (value: Cell) => text(value, paint).replaceAll('\n', `\n${' '.repeat(width + 2)}`);
  return pairs.map(([name, value]) => `${paint('dim', name.padEnd(width))}  ${indented(value)}`).join('\n');
}

/** A time to the minute, in UTC. */
export function minute(time: string | null): string | null {
  return time === null ? null : `${time.slice(0, 10)} ${time.slice(11, 16)}`;
}
