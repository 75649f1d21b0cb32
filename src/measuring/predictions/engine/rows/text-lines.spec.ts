import { firstRecord, RecordLocator } from './text-lines.js';

it.each([
  ['plain', 'a,b\n1,2', ['a', 'b']],
  ['a mark of byte order', '\uFEFFa,b\r\n1,2', ['a', 'b']],
  ['quotes', '"a,1","b ""x"""\n', ['a,1', 'b "x"']],
  ['a line break in quotes', '"a\nb",c\n', ['a\nb', 'c']],
  ['an empty name', 'a,,b', ['a', '', 'b']],
  ['one column', 'a', ['a']],
])('the first record: %s', (_name, text, fields) => {
  expect(firstRecord(text, ',')).toEqual(fields);
});

it('a quote that does not end has no first record', () => {
  expect(firstRecord('"a,b\n1,2', ',')).toBeNull();
});

function lineOf(text: string, record: number, hasQuotes = true): number | undefined {
  const locator = new RecordLocator(record, hasQuotes);
  const bytes = Buffer.from(text);
  // In pieces of one byte, so that every state survives the end of a piece.
  for (const byte of bytes) {
    const line = locator.push(Uint8Array.of(byte));
    if (line !== undefined) return line;
  }
  return undefined;
}

it.each([
  ['the header', 'h\n1\n2\n', 0, 1],
  ['a row', 'h\n1\n2\n', 2, 3],
  ['after blank lines', 'h\r\n\r\n1\r\n\r\n2', 2, 5],
  ['after a quoted line break', 'h\n"1\n\n1"\n2\n', 2, 5],
  ['after doubled quotes', 'h\n"1""\n"\n2\n', 2, 4],
  ['a row after lone returns', 'h\r1\r\r2\r', 2, 4],
  ['a row that is not there', 'h\n1\n', 2, undefined],
])('the line of %s', (_name, text, record, line) => {
  expect(lineOf(text, record)).toBe(line);
});

it('quotes mean nothing to lines of JSON', () => {
  expect(lineOf('{"a":"\\""}\n{}\n', 1, false)).toBe(2);
});
