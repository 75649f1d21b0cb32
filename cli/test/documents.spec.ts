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
  ])('%s in a slice', (written) => {
    const document = `metrics:\n  - {name: f1, slice: {zip: ${written}}, value: 0.5}\nrules: [{slices: [{zip: ${written}}]}]\n`;
    expect(yaml(document)).toEqual({
      metrics: [{ name: 'f1', slice: { zip: written }, value: 0.5 }],
      rules: [{ slices: [{ zip: written }] }],
    });
    expect(yaml(`%YAML 1.1\n---\nslice: {zip: ${written}}\n`)).toEqual({ slice: { zip: written } });
  });

  it('numbers and truth values of a slice stay what they are', () => {
    expect(yaml('slice: {age: 1, share: 0.25, member: true}')).toEqual({
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
  ])('%s', (text, expected) => expect(yaml(text)).toEqual(expected));

  it.each([
    ['value: 1e-3', { value: 0.001 }],
    ['min: .8', { min: 0.8 }],
    ['count: 16281', { count: 16_281 }],
    ['range: [-1, 1.0]', { range: [-1, 1] }],
    ['count: 0x10', { count: '0x10' }],
    ['value: .nan', { value: '.nan' }],
  ])('elsewhere %s is a number where it is one in plain digits', (text, expected) =>
    expect(yaml(text)).toEqual(expected),
  );
});

describe('what is called JSON is read as JSON', () => {
  const json = (text: string) => () => parseDocument('metrics.json', text);

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
  ])('%j is refused with the place of the fault', (text, message) => expect(json(text)).toThrow(message));

  it('a text that is JSON keeps the numbers of JSON under any name', () => {
    const text = '{"slice": {"share": 1.0, "zip": "01234"}}';
    for (const name of ['a.json', 'a.yaml', '-'])
      expect(parseDocument(name, text)).toEqual({ slice: { share: 1, zip: '01234' } });
  });

  it('a fault of YAML is named with its line', () => {
    expect(() => yaml('a: 1\nb: [1\n')).toThrow(/^document.yaml: .*line [23]/);
  });
});
