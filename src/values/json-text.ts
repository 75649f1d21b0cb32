import { faultOf, type JsonBounds, type JsonFault, LONGEST_KEY, Outline } from './json-outline.js';
import { isReadAsAnother, keysAndNumbersOf, mayChangeNumbers } from './json-scan.js';
import { isPlainObject } from './values.js';

export type JsonReading = { value: unknown; fault?: undefined } | { value?: undefined; fault: JsonFault };

/** The code of what is no JSON, or poses as something else than it is. */
export const MALFORMED = 'MALFORMED_JSON';

/** Names that every object answers to: what copies a value by its keys would lose them. */
const INHERITED_KEYS = new Set(['constructor', 'prototype']);
const SURROGATE = /\p{Surrogate}/u;
const LINE_BREAK = 10;
/** Digits of a number that a refusal repeats. */
const LONGEST_SHOWN = 40;

/**
 * Reads JSON in time that grows with its length alone, and refuses what a database cannot hold, what has two meanings, what
 * would be another value from here on and what is larger than the bounds: 1e999, a NUL, half a surrogate pair, a key twice in
 * one object (RFC 8259 leaves open which counts), 9007199254740993.
 */
export function readJson(text: string, bounds: JsonBounds): JsonReading {
  const outline = new Outline(text, bounds);
  const tooLarge = outline.tooLarge();
  if (tooLarge) return { fault: tooLarge };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: { path: [], code: MALFORMED, detail: reasonOf(error as Error, text) } };
  }
  const walk = new Walk();
  const fault =
    walk.faultOf(value) ??
    (outline.members > walk.members ? findDuplicate(text) : undefined) ??
    (mayChangeNumbers(text) ? findChangedNumber(text) : undefined);
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

  faultOf(value: unknown): JsonFault | undefined {
    if (typeof value === 'string') return textFault(value);
    if (typeof value === 'number') {
      return Number.isFinite(value) ? undefined : faultOf('FINITE_NUMBER', 'the number is too large to be finite');
    }
    if (typeof value !== 'object' || value === null) return undefined;
    return Array.isArray(value) ? this.listFault(value) : this.objectFault(value);
  }

  private listFault(list: readonly unknown[]): JsonFault | undefined {
    for (let index = 0; index < list.length; index += 1) {
      const found = this.faultOf(list[index]);
      if (found) return at(index, found);
    }
    return undefined;
  }

  private objectFault(object: object): JsonFault | undefined {
    const keys = Object.keys(object);
    this.members += keys.length;
    for (const key of keys) {
      if (key.length > LONGEST_KEY) return faultOf('KEY_TOO_LONG', `a key may have at most ${LONGEST_KEY} characters`);
      const inside = (object as Record<string, unknown>)[key];
      const found = keyFault(key, inside) ?? this.faultOf(inside);
      if (found) return at(key, found);
    }
    return undefined;
  }
}

/** Keys that change what an object is make the body malformed; those that would merely get lost are refused by name. */
function keyFault(key: string, inside: unknown): JsonFault | undefined {
  if (key === '__proto__' || (key === 'constructor' && isPlainObject(inside) && Object.hasOwn(inside, 'prototype'))) {
    return faultOf(MALFORMED, `the body holds the forbidden key ${key}`);
  }
  if (!INHERITED_KEYS.has(key)) return textFault(key);
  return faultOf('FORBIDDEN_KEY', `no object in a body may have the key ${key}; give it another name`);
}

function textFault(text: string): JsonFault | undefined {
  if (text.includes('\0')) return faultOf('NUL_CHARACTER', 'text must not hold the character U+0000');
  return SURROGATE.test(text) ? faultOf('MALFORMED_TEXT', 'text must be well-formed Unicode') : undefined;
}

function at(step: string | number, { path, code, detail }: JsonFault): JsonFault {
  return { path: [step, ...path], code, detail };
}

/** The first key that an object of a valid text has twice, and where. */
function findDuplicate(text: string): JsonFault | undefined {
  for (const { text: key, isRepeated, path } of keysAndNumbersOf(text)) {
    const detail = `an object may have the key ${JSON.stringify(key)} only once`;
    if (isRepeated) return { path: path(), code: 'DUPLICATE_KEY', detail };
  }
  return undefined;
}

/** The first number of a valid text that would be another one from here on, and where. */
function findChangedNumber(text: string): JsonFault | undefined {
  for (const { kind, text: number, path } of keysAndNumbersOf(text)) {
    if (kind !== 'number' || !isReadAsAnother(number)) continue;
    const shown = number.length > LONGEST_SHOWN ? `${number.slice(0, LONGEST_SHOWN)}…` : number;
    const detail = `the number ${shown} cannot be kept as it is; send it as text`;
    return { path: path(), code: 'INEXACT_NUMBER', detail };
  }
  return undefined;
}
