import { isDeepStrictEqual, styleText } from 'node:util';
import { type Page, pageOf } from '../cli/src/text/page.js';
import { type Paint } from '../cli/src/text/paint.js';
import { type Cell, type Column, table } from '../cli/src/text/table.js';
import { wrap } from '../cli/src/text/width.js';

const INDENT = '  ';

/** Colours only where they can be seen: Node heeds NO_COLOR, FORCE_COLOR and what the stream is. */
const paint: Paint = (style, text) => (style === undefined ? text : styleText(style, text, { stream: process.stdout }));

/** Prints the story and keeps count of what did not hold. */
export class Screen {
  private steps = 0;
  private held = 0;
  private broken = 0;

  /** A wide screen has no edge. */
  constructor(private readonly isWide = false) {}

  step(title: string): void {
    this.steps += 1;
    this.print('', ...wrap(`${this.steps}. ${title}`, this.width).map((line) => paint('bold', line)));
  }

  say(text: string): void {
    this.print(...wrap(text, this.width - INDENT.length).map((line) => INDENT + line));
  }

  table(columns: readonly Column[], rows: readonly Cell[][]): void {
    this.show((page) => [table(columns, rows, page)]);
  }

  /** What is laid out on a page, between empty lines. */
  show(layOut: (page: Page) => readonly string[]): void {
    const text = layOut({ paint, width: this.width - INDENT.length }).join('\n');
    this.print('', ...text.split('\n').map((line) => (line === '' ? '' : INDENT + line)), '');
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
    return pageOf(process.stdout, this.isWide).width;
  }
}
