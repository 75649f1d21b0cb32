import { endOfText } from './json-outline.js';

/** A key or a number of a JSON text as it is spelt, and where it stands. */
export interface Spelt {
  kind: 'key' | 'number';
  /** The key itself, or the digits of the number. */
  text: string;
  /** Whether the same object had this key before. */
  isRepeated: boolean;
  /** From the whole value to the value of the key, or to the number. */
  path(): (string | number)[];
}

/** An object or a list that is not closed yet: the keys it had, and the key or the index that comes. */
interface Open {
  keys: Set<string> | null;
  step: string | number;
}

/** The keys and numbers of a valid JSON text in their order: what a parser does not tell, it is asked of the text itself. */
export function* keysAndNumbersOf(text: string): Generator<Spelt> {
  const open: Open[] = [];
  const path = (): (string | number)[] => open.map(({ step }) => step);
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!;
    if (character === '"') {
      const inner = open.at(-1);
      const end = endOfText(text, index);
      const key = inner?.keys && isKeyUntil(text, end) ? (JSON.parse(text.slice(index, end + 1)) as string) : null;
      if (key !== null) {
        inner!.step = key;
        yield { kind: 'key', text: key, isRepeated: inner!.keys!.has(key), path };
        inner!.keys!.add(key);
      }
      index = end;
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      const number = numberAt(text, index);
      yield { kind: 'number', text: number, isRepeated: false, path };
      index += number.length - 1;
    } else goOn(open, character);
  }
}

/** What a character of punctuation does to what is open; others are blanks and letters of true, false and null. */
function goOn(open: Open[], character: string): void {
  const inner = open.at(-1);
  if (character === '{') open.push({ keys: new Set(), step: '' });
  else if (character === '[') open.push({ keys: null, step: 0 });
  else if (character === '}' || character === ']') open.pop();
  else if (character === ',' && typeof inner?.step === 'number') inner.step += 1;
}

function isKeyUntil(text: string, end: number): boolean {
  return /^\s*:/.test(text.slice(end + 1, end + 64));
}

function numberAt(text: string, start: number): string {
  let end = start + 1;
  while (end < text.length && '0123456789+-.eE'.includes(text[end]!)) end += 1;
  return text.slice(start, end);
}

/** What a number has to look like to be read as another one; most texts hold none. */
const LONG_OR_TINY = /(?:^|[\s:,[])-?\d{16}|[eE]-\d{3}|0\.0{300}/;

/** Whether a text may hold a number that is read as another one, so that it is worth a second look. */
export function mayChangeNumbers(text: string): boolean {
  return LONG_OR_TINY.test(text);
}

/**
 * Whether a number is read as another one than it says: a whole number of more digits than a double keeps, or one that is not 0
 * and becomes it. A fraction stands for the double that is nearest, as RFC 8259 §6 has it, and so does what has an exponent.
 */
export function isReadAsAnother(number: string): boolean {
  const read = Number(number);
  if (/[.eE]/.test(number)) return read === 0 && /[1-9]/.test(number.split(/[eE]/, 1)[0]!);
  const digits = number.replace('-', '');
  const [kept = '', exponent = ''] = Math.abs(read).toExponential().replace('.', '').split('e');
  return kept.replace(/0+$/, '') !== digits.replace(/0+$/, '') || Number(exponent) !== digits.length - 1;
}
