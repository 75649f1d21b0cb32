import { type styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

export interface Cell {
  text: string;
  style?: Style;
}

export interface Column {
  title: string;
  align?: 'right';
  /** Left out first where the table is too wide. */
  optional?: boolean;
}

export type Paint = (style: Style, text: string) => string;

const GAP = '  ';

/** Aligned columns when they fit the width, if need be without the optional ones; else some lines per row. */
export function layOut(columns: readonly Column[], rows: readonly Cell[][], width: number, paint: Paint): string[] {
  const all = columns.map((_, at) => at);
  const needed = all.filter((at) => !columns[at]!.optional);
  for (const kept of [all, needed]) {
    const shown = kept.map((at) => columns[at]!);
    const cells = rows.map((row) => kept.map((at) => row[at]!));
    const widths = shown.map(({ title }, at) => Math.max(title.length, ...cells.map((row) => row[at]!.text.length)));
    const total = widths.reduce((sum, size) => sum + size, 0) + GAP.length * (shown.length - 1);
    if (total <= width) return aligned(shown, cells, widths, paint);
  }
  return stacked(columns, rows, width, paint);
}

function aligned(
  columns: readonly Column[],
  rows: readonly Cell[][],
  widths: readonly number[],
  paint: Paint,
): string[] {
  const titles = columns.map(({ title }): Cell => ({ text: title, style: 'dim' }));
  return [titles, ...rows].map((row) => {
    const cells = row.map(({ text, style }, at) => {
      const padded = columns[at]!.align === 'right' ? text.padStart(widths[at]!) : padUnlessLast(text, at, widths);
      return style ? paint(style, padded) : padded;
    });
    return cells.join(GAP);
  });
}

function padUnlessLast(text: string, at: number, widths: readonly number[]): string {
  return at === widths.length - 1 ? text : text.padEnd(widths[at]!);
}

/** The first and the last cell head the row, the others follow with their titles. */
function stacked(columns: readonly Column[], rows: readonly Cell[][], width: number, paint: Paint): string[] {
  return rows.flatMap((row) => {
    const head = [row[0]!, row.at(-1)!].filter(({ text }) => text !== '');
    const rest = row.slice(1, -1).flatMap(({ text }, at) => (text === '' ? [] : [`${columns[at + 1]!.title} ${text}`]));
    const lines = rest.length === 0 ? [] : wrap(rest.join(', '), width - GAP.length);
    return [
      head.map(({ text, style }) => (style ? paint(style, text) : text)).join(GAP),
      ...lines.map((line) => GAP + line),
    ];
  });
}

/** Breaks text at spaces; a word longer than the width stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
