import { isPlainObject } from './values.js';

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
}

export type JsonReading = { value: unknown; fault?: undefined } | { value?: undefined; fault: JsonFault };

/** The code of what is no JSON, or poses as something else than it is. */
export const MALFORMED = 'MALFORMED_JSON';

/** Deeper than any body of ours, and shallow enough for code that recurses. */
const DEEPEST = 32;
/** Names that every object answers to: what copies a value by its keys would lose them. */
const INHERITED_KEYS = new Set(['constructor', 'prototype']);
const SURROGATE = /\p{Surrogate}/u;
/** Longer than any name of ours, and short enough to be named in a refusal. */
const LONGEST_KEY = 1_000;
const LINE_BREAK = 10;
const QUOTE = 34;
const COLON = 58;
const BACKSLASH = 92;

/**
 * Reads JSON in time that grows with its length alone, and refuses what a database cannot hold, what has two meanings and what
 * is larger than the bounds: 1e999, a NUL, half a surrogate pair, a key twice in one object (RFC 8259 leaves open which counts).
 */
export function readJson(text: string, bounds: JsonBounds): JsonReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: { path: [], code: MALFORMED, detail: reasonOf(error as Error, text) } };
  }
  const walk = new Walk(bounds);
  const fault = walk.faultOf(value, 0) ?? (countMembers(text) > walk.members ? findDuplicate(text) : undefined);
  return fault ? { fault } : { value };
}

/** What a parser says, with line and column where it knows the spot. */
function reasonOf({ message }: Error, text: string): string {
  const [reason = '', position] = message.split(/ in JSON at position (\d+)/);
  return position ? `${reason} ${placeOf(text, Number(position))}` : reason;
}

function placeOf(text: string, position: number): string {
  let line = 1;
  let start = 0;
  for (let index = 0; index < position; index += 1) {
    if (text.charCodeAt(index) !== LINE_BREAK) continue;
    line += 1;
    start = index + 1;
  }
  return `at line ${line}, column ${position - start + 1}`;
}

/** One look at a whole value, counting what it passes; a sound value costs no allocation. */
class Walk {
  /** Members of objects so far. */
  members = 0;
  private values = 0;

  constructor(private readonly bounds: JsonBounds) {}

  faultOf(value: unknown, depth: number): JsonFault | undefined {
    this.values += 1;
    if (this.values > this.bounds.values) {
      return fault('TOO_MANY_VALUES', `the body holds more than ${this.bounds.values} values`);
    }
    if (typeof value === 'string') return textFault(value);
    if (typeof value === 'number') {
      return Number.isFinite(value) ? undefined : fault('FINITE_NUMBER', 'the number is too large to be finite');
    }
    if (typeof value !== 'object' || value === null) return undefined;
    if (depth === DEEPEST) return fault('TOO_DEEP', `the body is nested deeper than ${DEEPEST} levels`);
    return Array.isArray(value) ? this.listFault(value, depth) : this.objectFault(value, depth);
  }

  private listFault(list: readonly unknown[], depth: number): JsonFault | undefined {
    for (let index = 0; index < list.length; index += 1) {
      const found = this.faultOf(list[index], depth + 1);
      if (found) return at(index, found);
    }
    return undefined;
  }

  private objectFault(object: object, depth: number): JsonFault | undefined {
    const keys = Object.keys(object);
    this.members += keys.length;
    if (keys.length > this.bounds.keys) {
      return fault('TOO_MANY_KEYS', `an object may have at most ${this.bounds.keys} keys, this one has ${keys.length}`);
    }
    for (const key of keys) {
      if (key.length > LONGEST_KEY) return fault('KEY_TOO_LONG', `a key may have at most ${LONGEST_KEY} characters`);
      const inside = (object as Record<string, unknown>)[key];
      const found = keyFault(key, inside) ?? this.faultOf(inside, depth + 1);
      if (found) return at(key, found);
    }
    return undefined;
  }
}

/** Keys that change what an object is make the body malformed; those that would merely get lost are refused by name. */
function keyFault(key: string, inside: unknown): JsonFault | undefined {
  if (key === '__proto__' || (key === 'constructor' && isPlainObject(inside) && Object.hasOwn(inside, 'prototype'))) {
    return fault(MALFORMED, `the body holds the forbidden key ${key}`);
  }
  if (!INHERITED_KEYS.has(key)) return textFault(key);
  return fault('FORBIDDEN_KEY', `no object in a body may have the key ${key}; give it another name`);
}

function textFault(text: string): JsonFault | undefined {
  if (text.includes('\0')) return fault('NUL_CHARACTER', 'text must not hold the character U+0000');
  return SURROGATE.test(text) ? fault('MALFORMED_TEXT', 'text must be well-formed Unicode') : undefined;
}

function fault(code: string, detail: string): JsonFault {
  return { path: [], code, detail };
}

function at(step: string | number, { path, code, detail }: JsonFault): JsonFault {
  return { path: [step, ...path], code, detail };
}

/** Members as the text spells them; a value has fewer where a key came twice, for the last one won. */
function countMembers(text: string): number {
  let members = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === QUOTE) index = endOfText(text, index);
    else if (character === COLON) members += 1;
  }
  return members;
}

/** The closing quote of the text that opens at `start`. */
function endOfText(text: string, start: number): number {
  let end = start;
  do end = text.indexOf('"', end + 1);
  while (isEscaped(text, end));
  return end;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(index - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}

/** The first key that an object of a valid text has twice, and where. */
function findDuplicate(text: string): JsonFault | undefined {
  const open: { keys: Set<string> | null; step: string | number }[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    const inner = open.at(-1);
    if (character === '{' || character === '[') {
      open.push(character === '{' ? { keys: new Set(), step: '' } : { keys: null, step: 0 });
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === ',' && typeof inner?.step === 'number') {
      inner.step += 1;
    } else if (character === '"') {
      const end = endOfText(text, index);
      const isKey = inner?.keys && /^\s*:/.test(text.slice(end + 1, end + 64));
      if (isKey) {
        inner.step = JSON.parse(text.slice(index, end + 1)) as string;
        if (inner.keys!.has(inner.step)) {
          const detail = `an object may have the key ${JSON.stringify(inner.step)} only once`;
          return { path: open.map(({ step }) => step), code: 'DUPLICATE_KEY', detail };
        }
        inner.keys!.add(inner.step);
      }
      index = end;
    }
  }
  return undefined;
}
