import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style | undefined, text: string) => string;

/** Colours on a terminal unless NO_COLOR asks for none; never in a pipe or a file. */
export function painter(stream: { isTTY?: boolean }): Paint {
  const hasColour = stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return (style, text) => (hasColour && style !== undefined ? styleText(style, text) : text);
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
