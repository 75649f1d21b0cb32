import stringWidth from 'fast-string-width';

/** Between these a line may be broken, too: writing that puts no spaces between words. */
const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hangul}\p{sc=Thai}\u3000-\u303f\uff00-\uff60]`;
const PIECES = new RegExp(String.raw`[ \t]*(?:${UNSPACED}|(?:(?!${UNSPACED})[^ \t])+)|[ \t]+$`, 'gu');

/** How many columns of a terminal a text takes: two for a wide letter, none for a colour or a combining mark. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** Fills a text up to a width, with the spaces after it or before it. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const spaces = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + spaces : spaces + text;
}

/**
 * Breaks a text between words, so that no line is wider than asked for. A word that is wider by itself stays whole, so
 * that it can be copied. Lines that follow are indented as the first is.
 */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => (widthOf(line) <= width ? [line] : wrapLine(line, width)));
}

function wrapLine(line: string, width: number): string[] {
  const indent = /^ */.exec(line)![0];
  const lines: string[] = [];
  let now = '';
  for (const piece of line.slice(indent.length).match(PIECES) ?? []) {
    if (now !== '' && widthOf(indent + now + piece.trimEnd()) > width) {
      lines.push(indent + now);
      now = piece.trimStart();
    } else now += piece;
  }
  return [...lines, indent + now].map((one) => one.trimEnd());
}

/** The width of the widest part of a text that is never broken. */
export function widestWord(text: string): number {
  return Math.max(0, ...(text.match(PIECES) ?? []).map((piece) => widthOf(piece.trim())));
}
