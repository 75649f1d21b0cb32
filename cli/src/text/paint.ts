import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style | undefined, text: string) => string;

interface Stream {
  isTTY?: boolean;
}

/** Colours on a terminal unless NO_COLOR asks for none; never in a pipe or a file. */
export function painter(stream: Stream): Paint {
  const isPainted = hasColours(stream);
  return (style, text) => (isPainted && style !== undefined ? styleText(style, text) : text);
}

function hasColours(stream: Stream): boolean {
  return stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

/** What a terminal obeys instead of showing it: control characters, and marks that turn the direction of writing. */
const OBEYED = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu;
const OBEYED_BUT_COLOURS = new RegExp(`(?!\\u001b\\[(?:1|2|22|3[1-9])m)${OBEYED.source}`, 'gu');

/** Text of others with what a terminal would obey spelled out, so that no description can hide a verdict. */
export function harmless(text: string): string {
  return text.replace(OBEYED, spelledOut);
}

/** The same for text that is painted already. */
export function printable(stream: Stream, text: string): string {
  return hasColours(stream) ? text.replace(OBEYED_BUT_COLOURS, spelledOut) : harmless(text);
}

function spelledOut(character: string): string {
  return `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;
}

const STYLES: Readonly<Record<string, Style>> = {
  PASS: 'green',
  FAIL: 'red',
  ERROR: 'magenta',
  INCONCLUSIVE: 'yellow',
  SKIPPED: 'dim',
  applied: 'green',
  refused: 'red',
  rejected: 'red',
  awaiting_approval: 'yellow',
  stale: 'yellow',
  Production: 'green',
  Staging: 'cyan',
};

/** The colour of a verdict, a status or a stage; none for other words. */
export function styleOf(word: string): Style | undefined {
  return STYLES[word];
}
