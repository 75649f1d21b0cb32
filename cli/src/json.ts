import { visit } from 'jsonc-parser';
import { faultOfNumber } from './sent-numbers.js';

/** Where something stands: its offset, line and character, each counted from 0. */
type Place = [offset: number, line: number, character: number];

/**
 * The first fault of a text as JSON, with its place. A name that an object holds twice is one, since one value would be
 * lost, and so is a number that would come out as another one.
 */
export function faultOfJson(text: string): string | undefined {
  const faults: { offset: number; says: string }[] = [];
  const open: Set<string>[] = [];
  const add = (place: Place, what: string, why = '') => {
    const [offset, line, character] = place;
    faults.push({ offset, says: `${what} at line ${line + 1}, column ${character + 1}${why && `, ${why}`}` });
  };
  visit(
    text,
    {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (name, offset, _length, line, character) => {
        const names = open.at(-1)!;
        if (names.has(name)) add([offset, line, character], `is no JSON: ${JSON.stringify(name)} is there twice`);
        names.add(name);
      },
      onLiteralValue: (value: unknown, offset, length, line, character) => {
        if (typeof value !== 'number') return;
        const source = text.slice(offset, offset + length);
        const why = faultOfNumber(source);
        if (why !== undefined) add([offset, line, character], `holds ${source}`, why);
      },
      onError: (_error, offset, length, line, character) => {
        const found = text.slice(offset, offset + Math.min(length, 20));
        const what = found === '' ? 'the text ends too early' : `${JSON.stringify(found)} does not belong`;
        add([offset, line, character], `is no JSON: ${what}`);
      },
    },
    { disallowComments: true },
  );
  return faults.sort((a, b) => a.offset - b.offset)[0]?.says;
}
