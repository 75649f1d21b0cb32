import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { measureStored, pairFiles, readFile, type SentFile } from './support/app/engine.js';

const lines = (...all: string[]) => `${all.join('\n')}\n`;
const WORDS = lines('id,y,p', '1,yes,yes', '2,no,no', '3,yes,no', '4,no,no');
const words = (...classes: string[]): SentFile => ({ name: 'a.csv', content: WORDS, spec: { classes } });
const numbers: SentFile = { name: 'a.csv', content: WORDS.replaceAll('yes', '1').replaceAll('no', '0') };

/** A Parquet file of one query. */
async function parquet(query: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-parquet-'));
  try {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    await connection.run(`COPY (${query}) TO '${join(folder, 'rows')}' (FORMAT parquet)`);
    connection.closeSync();
    return readFileSync(join(folder, 'rows'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('two files that name their classes', () => {
  it.each([
    ['the other way round', words('yes', 'no')],
    ['so that one class changes its side', { ...words('no', 'maybe'), content: WORDS.replaceAll('yes', 'maybe') }],
  ])('%s are neither measured nor paired with each other', async (_how, other) => {
    const own = other.spec!.classes![1] === 'maybe' ? words('yes', 'no') : words('no', 'yes');
    const refusal = { code: 'LABEL_MISMATCH', detail: expect.stringMatching(/'no' as the (negative|positive)/) };
    expect(await measureStored(other, own)).toMatchObject(refusal);
    expect(await pairFiles(own, other)).toMatchObject(refusal);
  });

  it('by number and by truth value the same way go together', async () => {
    const truths = { ...numbers, content: WORDS.replaceAll('yes', 'True').replaceAll('no', 'False') };
    const named = { ...truths, spec: { classes: ['FALSE', 'TRUE'] } };
    const fractions = { ...numbers, spec: { classes: ['0.0', '1'] } };
    for (const [own, other] of [
      [numbers, truths],
      [named, numbers],
      [fractions, named],
    ] as const) {
      expect(await measureStored(own, other)).toMatchObject({ rows: 4 });
      expect(await pairFiles(own, other)).toMatchObject({ rows: 4 });
    }
  });

  it('by number and by word pair where their labels agree, and are measured apart', async () => {
    expect(await pairFiles(numbers, words('no', 'yes'))).toMatchObject({ rows: 4 });
    expect(await measureStored(numbers, words('no', 'yes'))).toMatchObject({ code: 'LABEL_MISMATCH' });
  });

  it('say which one is positive wherever a metric depends on it', async () => {
    const content = lines('id,y,s', '1,yes,0.9', '2,no,0.2', '3,yes,0.4', '4,no,0.5');
    const columns = { rowId: 'id', label: 'y', score: 's' };
    const found = await readFile('a.csv', content, { columns, threshold: 0.5, classes: ['no', 'yes'] });
    if (!('metrics' in found)) throw new Error(found.detail);
    const told = found.metrics.filter(({ definition }) => definition === 'positive class yes').map(({ name }) => name);
    expect(told.sort()).toEqual(
      'average_precision calibration_intercept f0_5 f1 f2 fpr precision recall selection_rate specificity'.split(' '),
    );
    const usual = await readFile('a.csv', numbers.content, { classes: ['0.0', '1'] });
    if (!('metrics' in usual)) throw new Error(usual.detail);
    expect(usual.metrics.every(({ definition }) => definition === undefined)).toBe(true);
  });
});

describe('numbers in single precision', () => {
  const REGRESSION = { task: 'regression' } as const;
  const csv = { name: 'a.csv', content: lines('id,y,p', '1,0.1,0.2', '2,0.7,0.7'), spec: REGRESSION };
  const select = (type: string, from: string) =>
    `SELECT id, y::${from}::${type} AS y, p::${from}::${type} AS p FROM (VALUES (1, 0.1, 0.2), (2, 0.7, 0.7)) t(id, y, p)`;

  it.each([
    ['as they are', 'FLOAT', 'FLOAT'],
    ['widened by who wrote the file', 'DOUBLE', 'FLOAT'],
    ['or double', 'DOUBLE', 'DOUBLE'],
  ])('%s pair with a CSV file', async (_how, type, from) => {
    const file = { name: 'a.parquet', content: await parquet(select(type, from)), spec: REGRESSION };
    expect(await pairFiles(file, csv)).toMatchObject({ rows: 2 });
    expect(await pairFiles(csv, file)).toMatchObject({ rows: 2 });
  });

  it('reach the threshold that they are written as', async () => {
    const content = await parquet('SELECT 1 AS id, 1 AS y, 0.7::FLOAT AS s');
    const columns = { rowId: 'id', label: 'y', score: 's' };
    const found = await readFile('a.parquet', content, { columns, threshold: 0.7 });
    expect(found).toMatchObject({
      metrics: expect.arrayContaining([expect.objectContaining({ name: 'accuracy', value: 1 })]),
    });
  });

  it('that are others are refused, and both are told', async () => {
    const other = { ...csv, content: csv.content.replace('0.1', '0.10001') };
    expect(await pairFiles(csv, other)).toMatchObject({
      code: 'LABEL_MISMATCH',
      detail: "Row '1' has the label 0.1 here and 0.10001 in the predictions of version 1, on the same dataset.",
    });
  });
});

describe('what two files have to say alike of a row', () => {
  it('is the query of a ranking', async () => {
    const spec = {
      task: 'ranking',
      columns: { rowId: 'id', label: 'y', score: 's', unit: 'q' },
      cutoffs: [1],
    } as const;
    const file = { name: 'a.csv', content: lines('id,q,y,s', '1,a,1,1', '2,b,0,2'), spec: { ...spec, cutoffs: [1] } };
    const renamed = { ...file, content: file.content.replace('1,a', '1,c') };
    expect(await pairFiles(file, file)).toMatchObject({ rows: 2 });
    expect(await pairFiles(file, renamed)).toMatchObject({
      code: 'ROW_SET_MISMATCH',
      detail: expect.stringMatching(/^Row '1' is of the unit 'a' here and of 'c'/),
    });
  });

  it('is a weight of one name', async () => {
    const file = (weight: string, name: string): SentFile => ({
      name: 'a.csv',
      content: lines(`id,y,p,${name}`, `1,1,1,${weight}`, '2,0,1,1'),
      spec: { columns: { rowId: 'id', label: 'y', prediction: 'p', weight: name } },
    });
    expect(await pairFiles(file('2', 'w'), file('2.0', 'w'))).toMatchObject({ rows: 2 });
    expect(await pairFiles(file('2', 'w'), file('3', 'v'))).toMatchObject({ rows: 2 });
    expect(await pairFiles(file('2', 'w'), file('3', 'w'))).toMatchObject({
      code: 'ROW_SET_MISMATCH',
      detail: expect.stringMatching(/^Row '1' has the weight 2.0 here and 3.0/),
    });
  });
});

describe('a class or unit that is not a number', () => {
  const columns = { rowId: 'id', label: 'y', prediction: 'p' };
  const MULTICLASS = { task: 'multiclass', columns } as const;

  it.each(['nan', 'NaN'])('%s is refused as a label and as a prediction', async (text) => {
    const file = (y: string, p: string) => readFile('a.csv', lines('id,y,p', '1,a,a', `2,${y},${p}`), MULTICLASS);
    expect(await file(text, 'a')).toMatchObject({ code: 'INVALID_LABEL', line: 3 });
    expect(await file('a', text)).toMatchObject({ code: 'INVALID_PREDICTION', line: 3 });
  });

  it('is refused of a Parquet file, too', async () => {
    const content = await parquet("SELECT 1 AS id, 'NaN'::DOUBLE AS y, 'NaN'::DOUBLE AS p");
    expect(await readFile('a.parquet', content, MULTICLASS)).toMatchObject({ code: 'INVALID_LABEL', line: 1 });
  });

  it('is one where classes say so', async () => {
    const content = lines('id,y,p', '1,nan,nan', '2,a,a');
    expect(await readFile('a.csv', content, { ...MULTICLASS, classes: ['NaN', 'a'] })).toMatchObject({ rows: 2 });
  });

  it('is no unit, and no value of a slice of numbers', async () => {
    const content = await parquet("SELECT i AS id, 1 AS y, 1 AS p, 'NaN'::DOUBLE AS u FROM range(2) t(i)");
    const refused = await readFile('a.parquet', content, { columns: { ...columns, unit: 'u' } });
    expect(refused).toMatchObject({ code: 'MISSING_UNIT' });
    const sliced = await readFile('a.parquet', content, { slices: ['u'] });
    expect(sliced).toMatchObject({
      metrics: expect.arrayContaining([expect.objectContaining({ slice: { u: '__null__' } })]),
    });
  });
});
