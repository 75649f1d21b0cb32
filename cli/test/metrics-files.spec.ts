import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { metricsToSend } from '../src/commands/metrics-of-file.js';
import { type MetricsFile } from '../src/metrics-files/metrics-file.js';

const FOLDER = join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'metrics-files');
const read = <Value>(name: string): Value => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Value;
const EXPECTED = read<Record<string, MetricsFile>>('expected.json');
const FAULTS = read<{ file: string; text: string; fault: string }[]>('faults.json');

const dataset = { name: 'adult', version: '1' };
const folder = mkdtempSync(join(tmpdir(), 'stagegate-metrics-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The path of a file of this content. */
function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

it('every file of other tools has its expectation', () => {
  const files = readdirSync(FOLDER).filter((name) => !['expected.json', 'faults.json', 'README.md'].includes(name));
  expect(Object.keys(EXPECTED).sort()).toEqual(files.sort());
});

it.each(Object.entries(EXPECTED))('%s is recognised, read and sent', async (name, { format, metrics, leftOut }) => {
  const expected = { format, evaluation: { dataset, metrics }, leftOut };
  expect(await metricsToSend(join(FOLDER, name), { dataset })).toEqual(expected);
  expect(await metricsToSend(join(FOLDER, name), { dataset, from: format })).toEqual(expected);
});

it.each(FAULTS)('$file is refused: $fault', async ({ file, text, fault }) => {
  await expect(metricsToSend(write(file, text), { dataset })).rejects.toThrow(fault);
});

it.each(['classification-report.json', 'groups.csv'])('%s is not read as what it is not', async (name) => {
  const from = name.endsWith('.csv') ? 'lm-eval' : 'groups';
  await expect(metricsToSend(join(FOLDER, name), { dataset, from })).rejects.toThrow(`and ${from} is`);
});

it('a count that the file does not state is given, and one that it states stays', async () => {
  const counts = async (name: string) =>
    (await metricsToSend(join(FOLDER, name), { dataset, count: 7 })).evaluation.metrics.map(({ count }) => count);
  expect(await counts('flat.json')).toEqual([7, 7, 7]);
  expect(await counts('one-row.csv')).toEqual([1000, 1000]);
});

it('columns of groups may be named', async () => {
  const file = write('bands.csv', 'sex,band,accuracy\nFemale,1,0.9\nMale,1,0.8\n');
  const slices = (await metricsToSend(file, { dataset, groups: ['sex', 'band'] })).evaluation.metrics.map(
    ({ slice }) => slice,
  );
  expect(slices).toEqual([
    { sex: 'Female', band: '1' },
    { sex: 'Male', band: '1' },
  ]);
  await expect(metricsToSend(file, { dataset, groups: ['race'] })).rejects.toThrow(
    'it has no column race; it has sex, band',
  );
});

it.each([
  ['metrics.yaml', '# measured by hand, on a Tuesday\ntest: {accuracy: 0.9}\n', 'test.accuracy'],
  ['metrics', '# measured by hand, on a Tuesday\naccuracy: 9.0e-1\n', 'accuracy'],
  ['metrics.txt', 'metric;value\naccuracy;0.9\n', 'accuracy'],
  ['metrics.tsv', 'metric\tvalue\naccuracy\t0.9\n', 'accuracy'],
])('%s is read as what it holds', async (name, text, metric) => {
  const { metrics } = (await metricsToSend(write(name, text), { dataset })).evaluation;
  expect(metrics).toEqual([{ name: metric, slice: {}, value: 0.9 }]);
});

it.each([
  ['utf16le', '\uFEFF'],
  ['utf8', '\uFEFF'],
  ['utf8', ''],
] as const)('text in %s is read, and its mark left out', async (encoding, mark) => {
  const file = join(folder, 'encoded.csv');
  writeFileSync(file, Buffer.from(`${mark}größe,f1\nklein,0.9\ngroß,0.8\n`, encoding));
  const { metrics } = (await metricsToSend(file, { dataset })).evaluation;
  expect(metrics.map(({ slice }) => slice)).toEqual([{ größe: 'klein' }, { größe: 'groß' }]);
});

it('text in another encoding is refused instead of damaged', async () => {
  const file = join(folder, 'latin1.csv');
  writeFileSync(file, Buffer.from('stadt,f1\nKöln,0.9\n', 'latin1'));
  await expect(metricsToSend(file, { dataset })).rejects.toThrow('is not UTF-8 text; save it as UTF-8');
});

it('a number that cannot be sent is refused in a document that is sent as it is', async () => {
  const file = write('own.json', '{"metrics": [{"name": "tokens", "value": 12345678901234567890}]}');
  await expect(metricsToSend(file, { dataset })).rejects.toThrow('a whole number beyond 2^53');
});

it('metrics of another tool need their dataset', async () => {
  await expect(metricsToSend(join(FOLDER, 'flat.json'), {})).rejects.toThrow('say --dataset name@version');
});

describe('a document of the API', () => {
  const document = { dataset: { name: 'adult', version: '1', split: 'test' }, metrics: [{ name: 'f1', value: 0.5 }] };
  const file = write('evaluation.yaml', JSON.stringify(document));

  it('is sent as it is, and keeps what it says of the dataset', async () => {
    expect(await metricsToSend(file, {})).toMatchObject({ format: 'stagegate', evaluation: document });
    expect((await metricsToSend(file, { dataset })).evaluation).toEqual(document);
  });

  it('without a dataset takes that of the option, and contradicts no other', async () => {
    const half = write('half.json', JSON.stringify({ metrics: document.metrics }));
    expect((await metricsToSend(half, { dataset })).evaluation).toEqual({ dataset, metrics: document.metrics });
    await expect(metricsToSend(file, { dataset: { name: 'adult', version: '2' } })).rejects.toThrow('not on adult@2');
  });
});
