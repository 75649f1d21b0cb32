import { isDeepStrictEqual, styleText } from 'node:util';
import { type Cell, type Column, layOut, type Paint, wrap } from './table.js';

const INDENT = '  ';
/** Where the output is no terminal, lines are as long as they are. */
const UNLIMITED = Number.MAX_SAFE_INTEGER;

/** Colours only where they can be seen: Node heeds NO_COLOR, FORCE_COLOR and what the stream is. */
const paint: Paint = (style, text) => styleText(style, text, { stream: process.stdout });

/** Prints the story and keeps count of what did not hold. */
export class Screen {
  private steps = 0;
  private held = 0;
  private broken = 0;

  step(title: string): void {
    this.steps += 1;
    this.print('', ...wrap(`${this.steps}. ${title}`, this.width).map((line) => paint('bold', line)));
  }

  say(text: string): void {
    this.print(...wrap(text, this.width - INDENT.length).map((line) => INDENT + line));
  }

  table(columns: readonly Column[], rows: readonly Cell[][]): void {
    this.print('', ...layOut(columns, rows, this.width - INDENT.length, paint).map((line) => INDENT + line), '');
  }

  /** One thing the story claims, compared with what the service did. */
  expect(claim: string, actual: unknown, expected: unknown): void {
    const holds = isDeepStrictEqual(actual, expected);
    if (holds) this.held += 1;
    else this.broken += 1;
    const [sign, style] = holds ? (['✓', 'green'] as const) : (['✗', 'red'] as const);
    const found = holds ? '' : ` (expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)})`;
    const [first = '', ...rest] = wrap(claim + found, this.width - 2 * INDENT.length);
    this.print(`${INDENT}${paint(style, sign)} ${first}`, ...rest.map((line) => INDENT + INDENT + line));
  }

  /** Says how it ended; true when every claim held. */
  conclude(): boolean {
    const claims = `${this.held} of ${this.held + this.broken} claims hold.`;
    const holds = this.broken === 0;
    this.print(
      '',
      paint(holds ? 'green' : 'red', `${holds ? 'The story holds' : 'The story does not hold'}: ${claims}`),
    );
    return holds;
  }

  print(...lines: string[]): void {
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  }

  private get width(): number {
    return process.stdout.isTTY ? Math.max(process.stdout.columns || 80, 24) : UNLIMITED;
  }
}
