import { parseDocument } from '../src/documents.js';

const yaml = (text: string) => parseDocument('document.yaml', text);

describe('YAML keeps texts as they are written', () => {
  it.each([
    '01234',
    '0123.5',
    '0x10',
    '0o17',
    '0b11',
    '1e3',
    '1.10',
    '1.0',
    '+5',
    '-0',
    '.5',
    '1_000',
    '12:30:45',
    '2026-11-20',
    '2026-11-20T10:00:00Z',
    'yes',
    'No',
    'on',
    'OFF',
    '.inf',
    '.nan',
    '12345678901234567890',
  ])('%s in a slice', async (written) => {
    const document = `metrics:\n  - {name: f1, slice: {zip: ${written}}, value: 0.5}\nrules: [{slices: [{zip: ${written}}]}]\n`;
    expect(await yaml(document)).toEqual({
      metrics: [{ name: 'f1', slice: { zip: written }, value: 0.5 }],
      rules: [{ slices: [{ zip: written }] }],
    });
    expect(await yaml(`%YAML 1.1\n---\nslice: {zip: ${written}}\n`)).toEqual({ slice: { zip: written } });
  });

  it('numbers and truth values of a slice stay what they are', async () => {
    expect(await yaml('slice: {age: 1, share: 0.25, member: true}')).toEqual({
      slice: { age: 1, share: 0.25, member: true },
    });
  });

  it.each([
    ['dataset: {name: adult, version: 1.10}', { dataset: { name: 'adult', version: '1.10' } }],
    ['dataset: {name: 2026, version: 2026-01-01}', { dataset: { name: '2026', version: '2026-01-01' } }],
    ['tags: {build: 007, nightly: yes}', { tags: { build: '007', nightly: 'yes' } }],
    ['classes: [0, 1]', { classes: ['0', '1'] }],
    ['classes: [false, true]', { classes: ['false', 'true'] }],
    ['columns: {probabilities: {01: 7}}', { columns: { probabilities: { '01': '7' } } }],
    ['params: {lr: 1e-3, depth: 6}', { params: { lr: '1e-3', depth: 6 } }],
  ])('%s', async (text, expected) => expect(await yaml(text)).toEqual(expected));

  it.each([
    ['value: 1e-3', { value: 0.001 }],
    ['min: .8', { min: 0.8 }],
    ['count: 16281', { count: 16_281 }],
    ['range: [-1, 1.0]', { range: [-1, 1] }],
    ['count: 0x10', { count: '0x10' }],
  ])('elsewhere %s is a number where it is one in plain digits', async (text, expected) =>
    expect(await yaml(text)).toEqual(expected),
  );

  it.each([
    ['params: {a: .inf}', 'document.yaml holds .inf at line 1, column 13, which is no finite number.'],
    ['params:\n  a: [1, -.Inf]', 'document.yaml holds -.Inf at line 2, column 10, which is no finite number.'],
    ['value: .nan', 'document.yaml holds .nan at line 1, column 8, which is no finite number.'],
    ['rules: [{min: .NaN}]', 'document.yaml holds .NaN at line 1, column 15, which is no finite number.'],
    [
      'params: {a: 1e999}',
      'document.yaml holds 1e999 at line 1, column 13, which is beyond the numbers that can be sent.',
    ],
    [
      'params: {seed: 12345678901234567890}',
      'document.yaml holds 12345678901234567890 at line 1, column 16, a whole number beyond 2^53, which would be rounded; in quotes it is kept to the digit.',
    ],
    [
      'params: {trial: 9007199254740993}',
      'document.yaml holds 9007199254740993 at line 1, column 17, a whole number beyond 2^53, which would be rounded; in quotes it is kept to the digit.',
    ],
  ])('%s is refused by name, since another value would be sent', async (text, message) => {
    await expect(yaml(text)).rejects.toThrow(message);
    await expect(yaml(text)).rejects.toMatchObject({ code: 'INVALID_DOCUMENT' });
  });

  it.each([
    ['params: {a: ".inf", b: "12345678901234567890"}', { params: { a: '.inf', b: '12345678901234567890' } }],
    ['params: {a: 9007199254740991, b: 1e300}', { params: { a: 9_007_199_254_740_991, b: '1e300' } }],
    ['tags: {a: .nan}', { tags: { a: '.nan' } }],
  ])('%s is sent as it stands', async (text, expected) => expect(await yaml(text)).toEqual(expected));
});

describe('what is called JSON is read as JSON', () => {
  const json = (text: string) => parseDocument('metrics.json', text);

  it.each([
    ['{"a": 1,\n "b": 2,\n}', 'metrics.json is no JSON: "}" does not belong at line 3, column 1.'],
    ['accuracy: 0.9\n', 'metrics.json is no JSON: "accuracy" does not belong at line 1, column 1.'],
    ['{"a": NaN}', 'metrics.json is no JSON: "NaN" does not belong at line 1, column 7.'],
    ["{'a': 1}", 'metrics.json is no JSON: "\'a\'" does not belong at line 1, column 2.'],
    ['{"a": 1 // why\n}', 'metrics.json is no JSON: "// why" does not belong at line 1, column 9.'],
    ['{"a": [1, 2', 'metrics.json is no JSON: the text ends too early at line 1, column 12.'],
    ['{"a": 1} {"a": 2}', 'metrics.json is no JSON: "{" does not belong at line 1, column 10.'],
    ['', 'metrics.json is no JSON: the text ends too early at line 1, column 1.'],
    ['{"a": 1,\n "b": {"c": 1, "c": 2}}', 'metrics.json is no JSON: "c" is there twice at line 2, column 16.'],
    ['{"a": 1e999}', 'metrics.json holds 1e999 at line 1, column 7, which is beyond the numbers that can be sent.'],
    [
      '{"params": {"seed": 12345678901234567890}}',
      'metrics.json holds 12345678901234567890 at line 1, column 21, a whole number beyond 2^53, which would be rounded; in quotes it is kept to the digit.',
    ],
  ])('%j is refused with the place of the fault', async (text, message) => expect(json(text)).rejects.toThrow(message));

  it('a text that is JSON keeps the numbers of JSON under any name', async () => {
    const text = '{"slice": {"share": 1.0, "zip": "01234"}}';
    for (const name of ['a.json', 'a.yaml', '-'])
      expect(await parseDocument(name, text)).toEqual({ slice: { share: 1, zip: '01234' } });
  });

  it('a fault of YAML is named with its line', async () => {
    await expect(yaml('a: 1\nb: [1\n')).rejects.toThrow(/^document.yaml: .*line [23]/);
  });
});
