/** The fields of the first record of a CSV text; null when the text ends within a quoted field. */
export function firstRecord(text: string, delimiter: string): string[] | null {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at++) {
    const character = text[at]!;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') field += text[++at]!;
      else isQuoted = false;
    } else if (character === '"' && field === '') isQuoted = true;
    else if (character === '\n' || character === '\r') break;
    else if (character !== delimiter) field += character;
    else {
      fields.push(field);
      field = '';
    }
  }
  return isQuoted ? null : [...fields, field];
}

/** Where the header of a CSV text begins. */
export interface CsvHead {
  /** Lines before it. */
  linesBefore: number;
  /** As Excel states it in a line of its own, `sep=;`; null where there is none. */
  separator: string | null;
  /** The text from the header on. */
  rest: string;
}

/** Finds the header after blank lines and the line that states the separator; null in a text of nothing else. */
export function headOf(text: string): CsvHead | null {
  let rest = text.replace(/^\uFEFF/, '');
  let separator: string | null = null;
  for (let linesBefore = 0; rest !== ''; linesBefore += 1) {
    const [line] = /^[^\r\n]*/.exec(rest)!;
    const stated: string | undefined = separator === null ? /^"?sep=(.)"?$/i.exec(line)?.[1] : undefined;
    if (stated === undefined && line.trim() !== '') return { linesBefore, separator, rest };
    separator = stated ?? separator;
    rest = rest.slice(line.length).replace(/^(\r\n|\r|\n)/, '');
  }
  return null;
}

/** Counts lines while a text passes by, to tell on which one a record begins. Blank lines hold no record. */
export class RecordLocator {
  private line = 1;
  private record = -1;
  private isQuoted = false;
  private isBlank = true;
  private afterReturn = false;

  /** `wanted` counts from 0, a header included. Quotes matter in CSV alone. */
  constructor(
    private readonly wanted: number,
    private readonly hasQuotes: boolean,
  ) {}

  /** The line of the wanted record, once it has passed. */
  push(bytes: Uint8Array): number | undefined {
    for (const byte of bytes) {
      const endsReturn = byte === NEWLINE && this.afterReturn;
      this.afterReturn = byte === RETURN;
      if (endsReturn) continue;
      if (byte === NEWLINE || byte === RETURN) {
        this.line += 1;
        if (!this.isQuoted) this.isBlank = true;
        continue;
      }
      if (byte === QUOTE && this.hasQuotes) this.isQuoted = !this.isQuoted;
      if (!this.isBlank) continue;
      this.isBlank = false;
      this.record += 1;
      if (this.record === this.wanted) return this.line;
    }
    return undefined;
  }
}

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
