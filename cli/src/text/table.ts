import { harmless, styleOf } from './paint.js';
import { type Page } from './page.js';
import { pad, widestWord, widthOf, wrap } from './width.js';

export type Cell = string | number | null | undefined;

/** What is known of a column besides its title. */
export interface ColumnOptions {
  title: string;
  /** To the right stand numbers, and texts that are numbers. */
  align?: 'right';
  /** Left out where a page is too narrow, those of 1 before those of 2. */
  optional?: 1 | 2;
  /** Sentences, which go below their row where they find no room in it. */
  prose?: true;
}
export type Column = string | ColumnOptions;

/** Said in the row above: not absent, which would be a dash. */
export const BLANK = ' ';

const ABSENT = '–';
const GAP = '  ';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Of an id the end tells more than the start, which is the time. */
const SHOWN_OF_ID = 7;
/** Narrower than this a column of words is no pleasure to read. */
const NARROW = 10;
const NARROW_PROSE = 26;
const PROSE = 40;
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;
const BELOW = '    ';

interface LaidOut {
  columns: ColumnOptions[];
  cells: string[][];
  aligns: ('left' | 'right')[];
}

/**
 * Aligned columns below their titles, numbers to the right; an absent value is a dash. Where a page is too narrow, ids
 * are shortened and texts wrapped by words, then what is least needed is left out, then sentences go below their row; and
 * where nothing of it does, each row is written as a list of its fields.
 */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], page: Page): string {
  const whole = layOut(columns, rows);
  const natural = naturalWidths(whole);
  if (totalOf(natural) <= page.width) return aligned(whole, natural, page);
  const short = { ...whole, cells: whole.cells.map((row) => row.map(shortenedId)) };
  const fitting = waysToFit(short).find((shown) => fittingWidths(picked(short, shown), page.width) !== null);
  if (fitting === undefined) return asLists(whole, page);
  return [narrowed(short, fitting, page), ...noteOn(whole, short, fitting, page)].join('\n');
}

function layOut(columns: readonly Column[], rows: readonly (readonly Cell[])[]): LaidOut {
  const known = columns.map((column) => (typeof column === 'string' ? { title: column } : column));
  const isNumeric = known.map(
    ({ align }, at) =>
      align === 'right' || (rows.length > 0 && rows.every((row) => typeof (row[at] ?? 0) === 'number')),
  );
  return {
    columns: known,
    cells: rows.map((row) => columns.map((_, at) => plain(row[at]))),
    aligns: isNumeric.map((numeric) => (numeric ? 'right' : 'left')),
  };
}

/** The columns beside each other, in the order in which they are tried: all, without the optional ones, without prose. */
function waysToFit({ columns }: LaidOut): number[][] {
  const all = columns.map((_, at) => at);
  const needed = (least: number, from: readonly number[]) =>
    from.filter((at) => (columns[at]!.optional ?? Infinity) > least);
  const beside = all.filter((at) => !columns[at]!.prose);
  return [all, needed(1, all), needed(2, all), beside, needed(1, beside), needed(2, beside)];
}

function picked({ columns, cells, aligns }: LaidOut, shown: readonly number[]): LaidOut {
  return {
    columns: shown.map((at) => columns[at]!),
    cells: cells.map((row) => shown.map((at) => row[at]!)),
    aligns: shown.map((at) => aligns[at]!),
  };
}

/** A table of some columns, with the sentences that are none of them below each row. */
function narrowed(laidOut: LaidOut, shown: readonly number[], page: Page): string {
  const beside = picked(laidOut, shown);
  const [head, ...rows] = alignedRows(beside, fittingWidths(beside, page.width)!, page);
  const prose = laidOut.columns.findIndex((column, at) => column.prose && !shown.includes(at));
  const below = (row: readonly string[]) => {
    const text = prose === -1 ? ABSENT : row[prose]!;
    return isSaid(text) ? wrap(BELOW + text.replaceAll('\n', `\n${BELOW}`), page.width) : [];
  };
  return [head!, ...rows.flatMap((row, at) => [row, ...below(laidOut.cells[at]!)])].join('\n');
}

/** Says what a table had no room for. */
function noteOn(whole: LaidOut, short: LaidOut, shown: readonly number[], { paint, width }: Page): string[] {
  const isShortened = shown.some((at) => short.cells.some((row, down) => row[at] !== whole.cells[down]![at]));
  const leftOut = whole.columns.filter(({ prose }, at) => !prose && !shown.includes(at)).map(({ title }) => title);
  const shows = [...(isShortened ? ['ids whole'] : []), ...leftOut];
  return shows.length === 0 ? [] : wrap(`--wide shows ${shows.join(', ')}.`, width).map((line) => paint('dim', line));
}

function asLists({ columns, cells }: LaidOut, page: Page): string {
  return cells
    .map((row) => columns.map(({ title }, at): [string, Cell] => [title, row[at]]).filter(([, cell]) => isSaid(cell)))
    .map((pairs) => fields(pairs, page))
    .join('\n\n');
}

function isSaid(cell: Cell): boolean {
  return ![ABSENT, ''].includes(String(cell).trim());
}

function plain(cell: Cell): string {
  return cell === null || cell === undefined || cell === '' ? ABSENT : harmless(String(cell));
}

function shortenedId(cell: string): string {
  return UUID.test(cell) ? `…${cell.slice(-SHOWN_OF_ID)}` : cell;
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map(widthOf));
}

function naturalWidths({ columns, cells }: LaidOut): number[] {
  return columns.map(({ title }, at) => Math.max(widthOf(title), ...cells.map((row) => widest(row[at]!))));
}

/** As wide as the words of each column allow, the rest shared by what is lacking; null where that is too wide. */
function fittingWidths(laidOut: LaidOut, width: number): number[] | null {
  const natural = naturalWidths(laidOut);
  const least = natural.map((all, at) => leastWidth(laidOut, at, all));
  const spare = width - totalOf(least);
  if (spare < 0) return null;
  const lacking = natural.map((all, at) => all - least[at]!);
  const lackingInAll = lacking.reduce((sum, one) => sum + one, 0);
  const share = Math.min(1, spare / Math.max(1, lackingInAll));
  return least.map((one, at) => one + Math.floor(lacking[at]! * share));
}

function leastWidth({ columns, cells, aligns }: LaidOut, at: number, natural: number): number {
  if (aligns[at] === 'right' || cells.every((row) => TIME.test(row[at]!) || !isSaid(row[at]))) return natural;
  const words = Math.max(widthOf(columns[at]!.title), ...cells.map((row) => widestWord(row[at]!)));
  return Math.min(natural, Math.max(words, natural > PROSE ? NARROW_PROSE : NARROW));
}

function aligned(laidOut: LaidOut, widths: readonly number[], page: Page): string {
  return alignedRows(laidOut, widths, page).join('\n');
}

/** The titles, then each row with the lines that its cells take. */
function alignedRows({ columns, cells, aligns }: LaidOut, widths: readonly number[], { paint }: Page): string[] {
  const head = line(
    columns.map(({ title }, at) => pad(title, widths[at]!, aligns[at])),
    (text) => paint('dim', text),
  );
  const body = cells.map((row) => {
    const wrapped = row.map((cell, at) => wrap(cell, widths[at]!));
    const height = Math.max(...wrapped.map(({ length }) => length));
    const lines = Array.from({ length: height }, (_, down) =>
      line(
        wrapped.map((parts, at) => pad(parts[down] ?? '', widths[at]!, aligns[at])),
        (text, at) => paint(styleOf(row[at]!), text),
      ),
    );
    return lines.join('\n');
  });
  return [head, ...body];
}

/** Cells beside each other, coloured without the spaces that fill them up. */
function line(cells: readonly string[], painted: (text: string, at: number) => string): string {
  const end = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells
    .slice(0, end + 1)
    .map((cell, at) => {
      const text = at === end ? cell.trimEnd() : cell;
      const word = text.trim();
      return word === '' ? text : text.replace(word, () => painted(word, at));
    })
    .join(GAP);
}

/** Names and values below each other; a long value is wrapped beside its name, a long word stands below it. */
export function fields(pairs: readonly (readonly [string, Cell])[], page: Page): string {
  const width = Math.max(...pairs.map(([name]) => widthOf(name)));
  const room = page.width - width - GAP.length;
  return pairs.map(([name, value]) => field(name, plain(value), { width, room, page })).join('\n');
}

interface FieldPlace {
  /** Columns of the widest name. */
  width: number;
  /** Columns beside it. */
  room: number;
  page: Page;
}

function field(name: string, text: string, { width, room, page }: FieldPlace): string {
  const isBelow = widestWord(text) > room;
  const lines = isBelow ? wrap(GAP + text, page.width) : wrap(text, room);
  const painted = lines.map((one) => page.paint(styleOf(text), one));
  if (isBelow) return [page.paint('dim', name), ...painted].join('\n');
  return `${page.paint('dim', pad(name, width))}${GAP}${painted.join(`\n${' '.repeat(width + GAP.length)}`)}`;
}

/** A time to the minute, in UTC. */
export function minute(time: string | null): string | null {
  return time === null ? null : `${time.slice(0, 10)} ${time.slice(11, 16)}`;
}
