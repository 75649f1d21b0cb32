import { type PredictionSpec } from '../src/measuring/predictions/prediction-layout.js';
import { readFile } from './support/app/engine.js';

const lines = (...all: string[]) => `${all.join('\n')}\n`;
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const ROWS = lines('id,y,p', '1,1,1', '2,0,0', '3,1,0', '4,0,0');
const HEADER = 'id,y,p';
const SCORED: Partial<PredictionSpec> = { columns: { rowId: 'id', label: 'y', score: 's' }, threshold: 0.5 };
const REGRESSION: Partial<PredictionSpec> = { task: 'regression' };
const AT_PLACE: Partial<PredictionSpec> = { columns: { rowId: '#1', label: 'y', prediction: 'p' } };

/** Values by metric, and for a slice by metric|feature=value. */
async function valuesOf(...file: Parameters<typeof readFile>): Promise<Record<string, number>> {
  const result = await readFile(...file);
  if (!('metrics' in result)) throw new Error(`Refused: ${JSON.stringify(result)}`);
  const key = (slice: object = {}) => Object.entries(slice).map(([feature, value]) => `|${feature}=${String(value)}`);
  return Object.fromEntries(result.metrics.map(({ name, slice, value }) => [name + key(slice).join(''), value!]));
}

/** Values of a slice column, as they come out of a CSV file that has them one a row. */
async function slicesOf(...values: string[]): Promise<string[]> {
  const content = lines('id,y,p,s', ...values.map((value, index) => `${index},1,1,"${value}"`));
  const found = await valuesOf('a.csv', content, { slices: ['s'] });
  return Object.keys(found)
    .filter((key) => key.startsWith('accuracy|s='))
    .map((key) => key.slice('accuracy|s='.length));
}

describe('text that is taken', () => {
  it.each([
    ['with mixed line ends', 'a.csv', ROWS.replace('1\n', '1\r\n')],
    ['with a lone return among them', 'a.csv', ROWS.replace('1\n2', '1\r2')],
    ['with returns alone', 'a.csv', ROWS.replaceAll('\n', '\r')],
    ['with blank lines around', 'a.csv', `\n\r\n${ROWS}\n\n`],
    ['with a mark of byte order', 'a.csv', `\uFEFF${ROWS}`],
    ['in UTF-16 with its mark', 'a.csv', utf16(`\uFEFF${ROWS}`)],
    ['in UTF-16 without it', 'a.csv', utf16(ROWS)],
    ['in big-endian UTF-16', 'a.csv', utf16(`\uFEFF${ROWS}`).swap16()],
    ['in big-endian UTF-16 without its mark', 'a.csv', utf16(ROWS).swap16()],
    ["with Excel's separator", 'a.csv', `sep=;\r\n${ROWS.replaceAll(',', ';')}`],
    ["with Excel's separator, quoted", 'a.csv', `\uFEFF"sep=\t"\n${ROWS.replaceAll(',', '\t')}`],
    ["with Excel's separator, in UTF-16", 'a.csv', utf16(`\uFEFFsep=;\n${ROWS.replaceAll(',', ';')}`)],
    ['that is parted by tabs', 'a.tsv', ROWS.replaceAll(',', '\t')],
    ['with a separator at every end', 'a.csv', ROWS.replaceAll('\n', ',\n')],
    ['with columns without a name', 'a.csv', ROWS.replaceAll('\n', ',,\n')],
    ['with U+0000 where nobody looks', 'a.csv', ROWS.replaceAll('\n', ',\0\n')],
    ['with labels as %e writes them', 'a.csv', lines(HEADER, '1,+1,1.', '2,0.0e+00,-0.0', '3,1E0,0', '4,0,0')],
    ['with ids as %e writes them', 'a.csv', lines(HEADER, '+1.0e+00,1,1', '2.0e+00,0,0', '3,1,0', '4,0,0')],
    ['NDJSON with a mark of byte order', 'a.ndjson', `\uFEFF${ndjson(ROWS)}`],
    ['NDJSON in UTF-16', 'a.jsonl', utf16(ndjson(ROWS))],
    ['NDJSON with NaN where nobody looks', 'a.ndjson', ndjson(ROWS).replaceAll('}', ',"loss":NaN}')],
    ['NDJSON with objects where nobody looks', 'a.ndjson', ndjson(ROWS).replaceAll('}', ',"more":{"a":[1]}}')],
    ['NDJSON with keys that differ in case', 'a.ndjson', ndjson(ROWS).replaceAll('}', ',"ID":1,"":2}')],
  ])('%s', async (_name, name, content) => {
    expect(await valuesOf(name, content)).toMatchObject({ accuracy: 0.75 });
  });

  /** The rows of a CSV text as objects. */
  function ndjson(csv: string): string {
    const [, ...rows] = csv.trim().split('\n');
    return lines(...rows.map((row) => `{"id":${row.replace(/,(\d),(\d)$/, ',"y":$1,"p":$2')}}`));
  }

  it('a line is told as the file counts them, after what stands before the header', async () => {
    const refused = await readFile('a.csv', 'sep=;\r\n\r\nid;y;p\r\n"1\r\n";1;1\n2;x;1\r\n');
    expect(refused).toMatchObject({ code: 'INVALID_LABEL', line: 6, column: 'y' });
  });

  it('line ends in quotes stay what they are', async () => {
    const content = 'id,y,p,s\r\n1,1,1,"a\r\nb"\n2,1,1,"a\nb"\n';
    const found = await valuesOf('a.csv', content, { slices: ['s'] });
    expect(found).toMatchObject({ 'accuracy|s=a\r\nb': 1, 'accuracy|s=a\nb': 1 });
  });
});

describe('text that is refused by its right name', () => {
  it.each([
    ['an Excel workbook', 'a.csv', 'PK\x03\x04…', 'MALFORMED_FILE', /Excel workbook.*not CSV/],
    ['a Parquet file named CSV', 'a.csv', 'PAR1\x15\x04…', 'MALFORMED_FILE', /Parquet/],
    ['a workbook named Parquet', 'a.parquet', 'PK\x03\x04…', 'MALFORMED_FILE', /Excel workbook/],
    ['cp1252 in the header', 'a.csv', latin1('id,y,p,größe\n1,1,1,1\n'), 'MALFORMED_FILE', /^Line 1: .*UTF-8/],
    ['cp1252 in NDJSON', 'a.ndjson', latin1('{"id":"ü","y":1,"p":1}'), 'MALFORMED_FILE', /^Line 1: .*UTF-8/],
    ['half a character of UTF-16', 'a.csv', utf16(`\uFEFF${ROWS}`).subarray(0, -1), 'MALFORMED_FILE', /UTF-16/],
    ['nothing but a mark', 'a.csv', '\uFEFF', 'EMPTY_FILE', /header/],
    ['a quote within a value', 'a.csv', lines(HEADER, '1,1,1', '"a"b,1,1'), 'MALFORMED_FILE', /./],
    ['another separator', 'a.csv', ROWS.replaceAll(',', ';'), 'UNKNOWN_COLUMN', /'id;y;p'.*delimiter/],
    ['names with blanks, quoted', 'a.csv', ROWS.replaceAll(',', ', '), 'UNKNOWN_COLUMN', /'id', ' y', ' p'/],
    ['no id, by place', 'a.csv', ROWS.replace('id', ''), 'UNKNOWN_COLUMN', /#1 without a name, 'y', 'p'/],
    ['U+0000 in an id', 'a.csv', lines(HEADER, 'a\0,1,1'), 'INVALID_ROW_ID', /U\+0000/],
    ['an id too long', 'a.csv', lines(HEADER, `${'a'.repeat(257)},1,1`), 'INVALID_ROW_ID', /256/],
    ['a row of totals', 'a.csv', lines(HEADER, '1,1,1', 'TOTAL,,'), 'INVALID_LABEL', /^Line 3: the empty value/],
    ['one id written twice', 'a.csv', lines(HEADER, '1,1,1', '1.0,0,0'), 'DUPLICATE_ROW_ID', /^Line 3: the id '1'/],
    ['one name twice', 'a.csv', 'id,y,p,z,z\n1,1,1,1,1\n', 'DUPLICATE_COLUMN', /'z'/],
    [
      'one key twice',
      'a.ndjson',
      '{"id":1,"y":1,"p":1}\n{"id":2,"y":1,"p":1,"z":1,"z":1}',
      'DUPLICATE_COLUMN',
      /^Line 2/,
    ],
    ['one key twice at once', 'a.ndjson', '{"id":1,"y":1,"p":1,"y":0}', 'DUPLICATE_COLUMN', /'y'/],
    ['an object as an id', 'a.ndjson', '{"id":{"a":1},"y":1,"p":1}', 'WRONG_COLUMN_TYPE', /^Line 1: '{"a":1}'/],
    ['a list as a label', 'a.ndjson', '{"id":1,"y":[1],"p":1}', 'WRONG_COLUMN_TYPE', /^Line 1: '\[1\]' in column 'y'/],
    [
      'a list of objects',
      'a.ndjson',
      '[{"id":1,"y":1,"p":1}]',
      'MALFORMED_FILE',
      /^Line 1: it is not a JSON object but a list/,
    ],
    [
      'row names without a name',
      'a.csv',
      lines(HEADER, 'r1,1,1,1'),
      'MALFORMED_FILE',
      /4 columns, the header 3; a column/,
    ],
    [
      'a line of text',
      'a.ndjson',
      '{"id":1,"y":1,"p":1}\n\n"text"',
      'MALFORMED_FILE',
      /^Line 3: it is not a JSON object/,
    ],
    ['a key that no row has', 'a.ndjson', '{"id":1,"y":1}', 'UNKNOWN_COLUMN', /'p'; it has 'id', 'y'/],
    [
      'a key that the first row has not',
      'a.ndjson',
      '{"y":1,"p":1}\n{"id":1,"y":1,"p":1}',
      'MISSING_ROW_ID',
      /^Line 1/,
    ],
  ])('%s', async (_name, name, content, code, detail) => {
    expect(await readFile(name, content)).toMatchObject({ code, detail: expect.stringMatching(detail) });
  });

  function latin1(text: string): Buffer {
    return Buffer.from(text, 'latin1');
  }

  it.each(['NaN', 'Infinity', '-Infinity'])('the score %s of NDJSON', async (token) => {
    const content = lines('{"id":1,"y":1,"s":0.5}', `{"id":2,"y":1,"s":${token}}`);
    expect(await readFile('a.ndjson', content, SCORED)).toMatchObject({ code: 'INVALID_SCORE', line: 2 });
  });

  it('separators that file and request state differently', async () => {
    const refused = await readFile('a.csv', 'sep=;\nid;y;p\n1;1;1\n', {}, { delimiter: '|' });
    expect(refused).toMatchObject({ code: 'MALFORMED_FILE', line: 1 });
  });
});

describe('a line that is no row', () => {
  const MULTICLASS = { task: 'multiclass' } as const;

  it('is a header among the rows of joined files', async () => {
    const joined = lines(HEADER, '1,a,a', '2,b,b', HEADER, '3,a,a');
    const refusal = { code: 'MALFORMED_FILE', line: 4, detail: expect.stringMatching(/repeats the header/) };
    expect(await readFile('a.csv', joined, MULTICLASS)).toMatchObject(refusal);
    expect(await readFile('a.csv', joined.replaceAll('a', '1').replaceAll('b', '0'))).toMatchObject(refusal);
    const names = lines(HEADER, '1,y,p', 'id,p,y');
    expect(await valuesOf('a.csv', names, MULTICLASS)).toMatchObject({ accuracy: 0 });
  });

  it('is a header that was never written, and its numbers are not lost', async () => {
    const columns = { rowId: '#1', label: '#2', prediction: '#3' };
    for (const content of ['7,1,0\n8,1,1\n', '7,0.5,0.25\n8,1,1\n'])
      expect(await readFile('a.csv', content, { ...REGRESSION, columns })).toMatchObject({
        code: 'MALFORMED_FILE',
        line: 1,
        detail: expect.stringMatching(/looks like data.*needs a header/),
      });
    const named = { rowId: '0', label: '1', prediction: '2' };
    for (const asked of [named, columns])
      expect(await valuesOf('a.csv', '0,1,2\n7,1,0\n8,1,1\n', { columns: asked })).toMatchObject({ accuracy: 0.5 });
    const classes = { rowId: '#1', label: '#2', prediction: 'p', probabilities: { 0: '#4', 1: '#5' } };
    const content = 'id,y,p,0,1\n7,1,0,0.6,0.4\n8,1,1,0.1,0.9\n';
    expect(await valuesOf('a.csv', content, { ...MULTICLASS, columns: classes })).toMatchObject({ accuracy: 0.5 });
  });
});

describe('words for a missing value', () => {
  it.each(['NA', 'None', '<NA>', 'NULL', 'nan'])('%s stays a slice, with a warning', async (word) => {
    const content = lines('id,y,p,s', `1,1,1,${word}`, '2,1,1,EU');
    const warnings = [expect.stringMatching(/^Values of 's' are '/)];
    expect(await readFile('a.csv', content, { slices: ['s'] })).toMatchObject({ rows: 2, warnings });
    expect(await readFile('a.csv', content.replace(word, ''), { slices: ['s'] })).toMatchObject({ warnings: [] });
  });
});

describe('columns', () => {
  it.each([
    ['without a name go by their place', '"","y","p"\n"a",1,1\n"b",0,0\n', AT_PLACE],
    ['that differ in case are two', 'id,ID,y,p\n1,1,1,1\n2,1,0,0\n', { slices: ['ID', 'id'] }],
    ['may be named as nobody would', 'id,y,p,"a""\'b, c","d\ne"\n1,1,1,x,y\n', { slices: [`a"'b, c`, 'd\ne'] }],
    ['are never named by the engine', 'id,c0,t0,y,p\n1,1,1,1,1\n', { slices: ['t0', 'c0'] }],
  ])('%s', async (_name, content, spec) => {
    expect(await valuesOf('a.csv', content, spec)).toMatchObject({ accuracy: 1 });
  });
});

describe('the normal form of a slice value', () => {
  it.each([
    ['truth values', ['true'], ['True', 'TRUE', 'true']],
    ['whole numbers', ['1'], ['1', '1.0', '1.', '1.000e+00', '+1.0e+00']],
    ['zero', ['0'], ['0', '0.0', '-0.0', '0.0e+00']],
    ['small numbers', ['1e-05'], ['1e-05', '1E-5', '1.0E-5', '0.00001']],
    ['large numbers', ['1e+16'], ['1e+16', '1.0E16', '10000000000000000.0']],
    [
      'days',
      ['2024-01-01'],
      ['2024-01-01', '2024-01-01 00:00:00', '2024-01-01T00:00:00.000Z', '2024-01-01T01:00+01:00'],
    ],
    ['times', ['2024-01-01 12:30:00.5'], ['2024-01-01T12:30:00.500', '2024-01-01 12:30:00.500000+00:00']],
    ['not a number', ['NaN'], ['NaN', 'nan']],
    ['what is text', ['+1', '007', '1.10', '12E-3', '1e5', '10:30'], ['+1', '007', '1.10', '12E-3', '1e5', '10:30']],
    ['a day that is none', ['2024-13-01 00:00:00+01:00'], ['2024-13-01 00:00:00+01:00']],
  ])('%s', async (_name, expected, written) => {
    expect((await slicesOf(...written)).sort()).toEqual(expected.toSorted());
  });

  it('has itself as its normal form', async () => {
    const values = ['true', '1', '1e-05', '1e+16', '2024-01-01', '2024-01-01 12:30:00.5', 'NaN', 'text', '1.10'];
    expect((await slicesOf(...values)).sort()).toEqual(values.toSorted());
  });
});

describe('numbers with marks', () => {
  const semicolons = (...rows: string[]) => lines('id;y;p', ...rows.map((row, index) => `${index};${row}`));
  const marks = (decimal: string, thousands: string | null) => ({ delimiter: ';', marks: { decimal, thousands } });

  it.each([
    ['a decimal comma that can be nothing else', semicolons('1,5;2,5', '2,0;1'), { delimiter: ';' }, 1],
    ['German thousands', semicolons('1.234,5;1.235,5', '1.000;999'), marks(',', '.'), 1],
    ['French thousands', semicolons('1\u202F234,5;1\u00A0235,5', '1 000;999'), marks(',', ' '), 1],
    ['Swiss thousands', semicolons(`1'234.5;1'235.5`), marks('.', "'"), 1],
    ['English thousands', semicolons('1,234.5;1,235.5'), marks('.', ','), 1],
    ['a comma of an exponent', semicolons('1,5e+03;1,501e+03'), marks(',', null), 1],
  ])('%s', async (_name, content, form, mae) => {
    expect((await valuesOf('a.csv', content, REGRESSION, form)).mae).toBeCloseTo(mae, 9);
  });

  it.each([
    ['commas that could part thousands', semicolons('1,500;1,500'), { delimiter: ';' }],
    ['points beside commas', semicolons('1,5;1.5'), { delimiter: ';' }],
    ['a point where commas part fractions', semicolons('1.5;1,5'), marks(',', null)],
    ['a fraction where points part thousands', semicolons('0.125;0.125'), marks(',', '.')],
    ['thousands of two digits', semicolons('12,5;1'), marks('.', ',')],
    ['a comma in quotes', 'id,y,p\n1,"1,5",1\n', {}],
  ])('%s are told how to state them', async (_name, content, form) => {
    const refused = await readFile('a.csv', content, REGRESSION, form);
    expect(refused).toMatchObject({ code: 'INVALID_LABEL', detail: expect.stringMatching(/state decimal/) });
  });

  it('ids, slices and classes follow the marks of their file', async () => {
    const content = 'id;y;p;s\n1,0;1,0;1,0;2,0\n2,0;0,0;0,0;a,b\n';
    const found = await valuesOf('a.csv', content, { slices: ['s'] }, marks(',', null));
    expect(found).toMatchObject({ accuracy: 1, 'accuracy|s=2': 1, 'accuracy|s=a,b': 1 });
  });
});

describe('a rounding beside 0 or 1', () => {
  it.each(['1.0000000000000002', '1.0000001', '-1e-17', '-0.0000001'])('%s is taken', async (score) => {
    const content = lines('id,y,s', `1,${Number(score) > 0.5 ? 1 : 0},${score}`);
    expect(await valuesOf('a.csv', content, SCORED)).toMatchObject({ accuracy: 1 });
  });

  it.each(['1.00001', '-0.00001'])('%s is none', async (score) => {
    const content = lines('id,y,s', `1,1,${score}`);
    expect(await readFile('a.csv', content, SCORED)).toMatchObject({ code: 'SCORE_OUT_OF_RANGE' });
  });

  it('does not hide a label that no probability is of', async () => {
    const columns = { rowId: 'id', label: 'y', prediction: 'p', probabilities: { cat: 'a', dog: 'b' } };
    const content = lines('id,y,p,a,b', '1,cat,cat,1,0', '2,Cat,cat,1,0');
    const refused = await readFile('a.csv', content, { task: 'multiclass', columns });
    expect(refused).toMatchObject({ code: 'INVALID_LABEL', line: 3, detail: expect.stringMatching(/'cat', 'dog'/) });
  });

  it('is taken in probabilities of classes, whose names are folded as labels are', async () => {
    const columns = { rowId: 'id', label: 'y', prediction: 'p', probabilities: { True: 'a', False: 'b' } };
    const content = 'id,y,p,a,b\n1,True,TRUE,1.0000001,-1e-8\n2,False,false,0,1\n';
    const spec = { task: 'multiclass', classes: ['True', 'False'], columns } as const;
    const found = await valuesOf('a.csv', content, { ...spec, classes: [...spec.classes] });
    expect(found).toMatchObject({ accuracy: 1 });
    expect(found.log_loss).toBeCloseTo(0, 9);
  });
});
