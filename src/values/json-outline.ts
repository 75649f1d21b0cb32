/** Where a text is not the JSON that can be taken, and why; the path leads from the whole value to the spot. */
export interface JsonFault {
  path: (string | number)[];
  code: string;
  detail: string;
}

/** How large a value may be, before anything copies it. */
export interface JsonBounds {
  /** Objects, lists, texts, numbers and so on, in all. */
  values: number;
  /** Keys of one object. */
  keys: number;
  /** Keys that differ, in all objects: a parser keeps what objects of each shape look like, and millions of shapes cost seconds. */
  names: number;
}

/** Deeper than any body of ours, and shallow enough for code that recurses. */
const DEEPEST = 32;
/** Longer than any name of ours, and short enough to be named in a refusal. */
export const LONGEST_KEY = 1_000;
/** A key, its quotes, a colon. */
const SHORTEST_MEMBER = 4;
/** Nobody outside can tell which texts have one digest. */
const SEED = Math.trunc(Math.random() * 2 ** 31);
const { imul } = Math;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** A text of the JSON with its quotes. */
interface Span {
  start: number;
  end: number;
}

/** Counts texts that differ, by their digests in a table that is at most a third full. */
class Names {
  private found = 0;
  private readonly table: Int32Array;

  constructor(
    private readonly text: string,
    private readonly most: number,
  ) {
    this.table = new Int32Array(2 ** Math.ceil(Math.log2(3 * (most + 1))));
  }

  isTooMany({ start, end }: Span): boolean {
    let digest = SEED;
    for (let index = start + 1; index < end; index += 1) {
      digest = imul(digest ^ this.text.charCodeAt(index), 0x01000193);
      digest ^= digest >>> 15;
    }
    digest ||= 1;
    const last = this.table.length - 1;
    let slot = digest & last;
    while (this.table[slot] !== 0 && this.table[slot] !== digest) slot = (slot + 1) & last;
    if (this.table[slot] === 0) {
      this.table[slot] = digest;
      this.found += 1;
    }
    return this.found > this.most;
  }
}

/**
 * How large a text is as JSON, from its punctuation alone: a parser makes objects of millions of braces before anybody can
 * count them. What is no JSON at all is left for the parser to refuse.
 */
export class Outline {
  /** Members of objects as the text spells them; a value has fewer where a key came twice, for the last one won. */
  members = 0;
  private values = 1;
  private depth = 0;
  private readonly names: Names | null;
  /** Whether nothing has come yet since an object or a list was opened. */
  private isFresh = false;
  /** Of what is open, by depth: whether it is a list, which item or member it has come to, and where its last key stands. */
  private readonly isList = [true];
  private readonly place = [0];
  private readonly key: Span[] = [];

  constructor(
    private readonly text: string,
    private readonly bounds: JsonBounds,
  ) {
    this.names = text.length > bounds.names * SHORTEST_MEMBER ? new Names(text, bounds.names) : null;
  }

  /** The first spot at which the text is too large; reads no further. */
  tooLarge(): JsonFault | undefined {
    let quote = { start: 0, end: 0 };
    for (let index = 0; index < this.text.length; index += 1) {
      const character = this.text.charCodeAt(index);
      if (character <= SPACE) continue;
      if (character === CLOSE_OBJECT || character === CLOSE_LIST) {
        this.isFresh = false;
        this.depth -= 1;
        if (this.depth < 0) return undefined;
        continue;
      }
      const found = this.countAt(character, quote);
      if (found) return found;
      if (character !== QUOTE) continue;
      quote = { start: index, end: endOfText(this.text, index) };
      if (quote.end < 0) return undefined;
      index = quote.end;
    }
    return undefined;
  }

  private countAt(character: number, quote: Span): JsonFault | undefined {
    if (this.isFresh || character === COMMA) this.values += 1;
    this.isFresh = character === OPEN_OBJECT || character === OPEN_LIST;
    if (character === COMMA) this.place[this.depth]! += 1;
    else if (character === COLON) {
      this.members += 1;
      this.key[this.depth] = quote;
      if (this.names?.isTooMany(quote)) {
        return this.at(
          faultOf('TOO_MANY_KEYS', `keys of the body may have at most ${this.bounds.names} names`),
          this.depth - 1,
        );
      }
    }
    if (this.values > this.bounds.values) {
      return this.at(faultOf('TOO_MANY_VALUES', `the body holds more than ${this.bounds.values} values`));
    }
    if (character === COMMA && !this.isList[this.depth] && this.place[this.depth]! >= this.bounds.keys) {
      return this.at(faultOf('TOO_MANY_KEYS', `an object may have at most ${this.bounds.keys} keys`), this.depth - 1);
    }
    return this.isFresh ? this.open(character === OPEN_LIST) : undefined;
  }

  private open(isList: boolean): JsonFault | undefined {
    if (this.depth === DEEPEST) return this.at(faultOf('TOO_DEEP', `the body is nested deeper than ${DEEPEST} levels`));
    this.depth += 1;
    this.isList[this.depth] = isList;
    this.place[this.depth] = 0;
    return undefined;
  }

  private at({ code, detail }: JsonFault, depth = this.depth): JsonFault {
    const open = Array.from({ length: Math.max(depth, 0) }, (_, index) => index + 1);
    return { path: open.map((level) => (this.isList[level] ? this.place[level]! : this.keyAt(level))), code, detail };
  }

  private keyAt(level: number): string {
    const { start, end } = this.key[level] ?? { start: 0, end: -1 };
    try {
      return JSON.parse(this.text.slice(start, end + 1)) as string;
    } catch {
      // Of what is no JSON, the text itself is the best name there is.
      return this.text.slice(start, Math.min(end + 1, start + LONGEST_KEY));
    }
  }
}

/** The closing quote of the text that opens at `start`; below 0 if it has none. */
export function endOfText(text: string, start: number): number {
  let end = start;
  do end = text.indexOf('"', end + 1);
  while (end > 0 && isEscaped(text, end));
  return end;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(index - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}

export function faultOf(code: string, detail: string): JsonFault {
  return { path: [], code, detail };
}
