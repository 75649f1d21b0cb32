import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { DRAWING_ENV, metricsOf, Submitter } from './support/app/predictions.js';

let app: TestApp;
let ci: Submitter;
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));

beforeAll(async () => {
  app = await TestApp.start({ env: { ...DRAWING_ENV, STAGEGATE_DATA_DIR: dataDir } });
  ci = new Submitter(app, await app.as('ci', 'admin'));
  await ci.model('numbers', 2);
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const columns = { rowId: 'id', label: 'y', prediction: 'p' };
const request = { task: 'regression', dataset: { name: 'far', version: '1' }, columns, slices: ['g'] };

/** Rows of a regression near 0, in eighths, so that they are exact wherever they are moved to. */
const NEAR = Array.from({ length: 120 }, (_, at) => {
  const label = ((at * 37) % 23) / 8 - 1;
  return { id: at, label, error: (((at * 11) % 9) - 4) / 8, weight: 1 + (at % 5), g: at % 3 === 0 ? 'a' : 'b' };
});

/** The rows as a file, moved by an origin; those of slice b ten times as far. */
function moved(origin: number, factor = 1) {
  const lines = NEAR.map(({ id, label, error, weight, g }) => {
    const y = label + (g === 'b' ? 10 : 1) * origin;
    return [id, y, y + factor * error, weight, g].join(',');
  });
  return { name: 'rows.csv', content: `${['id,y,p,w,g', ...lines].join('\n')}\n` };
}

/** R² and the standard error of the MSE of rows near 0, by their definitions. */
function exact(rows: typeof NEAR, isWeighted: boolean): number {
  const weights = rows.map(({ weight }) => (isWeighted ? weight : 1));
  const total = (of: (row: (typeof NEAR)[number]) => number) =>
    rows.reduce((sum, row, at) => sum + weights[at]! * of(row), 0);
  const mean = total(({ label }) => label) / total(() => 1);
  return 1 - total(({ error }) => error ** 2) / total(({ label }) => (label - mean) ** 2);
}

describe.each([
  ['alike', false],
  ['weighted', true],
])('rows that count %s and lie far from 0', (_name, isWeighted) => {
  const terms = isWeighted ? { ...request, columns: { ...columns, weight: 'w' } } : request;

  it.each([0, 1e8, -3e9])('R² about %d is that about 0, on every slice', async (origin) => {
    const { evaluation } = await ci.measured('numbers', 1, { ...terms, compareWith: [] }, moved(origin));
    const metric = metricsOf(evaluation);
    for (const g of ['a', 'b']) {
      const expected = exact(
        NEAR.filter((row) => row.g === g),
        isWeighted,
      );
      expect(metric('r2', { g }).value).toBeCloseTo(expected, 9);
    }
    if (origin === 0) expect(metric('r2').value).toBeCloseTo(exact(NEAR, isWeighted), 12);
  });

  it('replicates of R² about 1e8 are those about 0', async () => {
    const deltas: Json[] = [];
    for (const origin of [0, 1e8]) {
      await ci.measured('numbers', 1, { ...terms, compareWith: [] }, moved(origin));
      const { evaluation } = await ci.measured('numbers', 2, { ...terms, compareWith: [1] }, moved(origin, 2));
      const ofSlice = evaluation.paired.find(({ metric, slice }: Json) => metric === 'r2' && slice.g === 'b');
      deltas.push([ofSlice.observed, ...ofSlice.deltas].toSorted((a, b) => a - b));
    }
    const [near, far] = deltas;
    // Other rows are drawn, since the digest of the predictions is the seed; quantiles agree as far as 1,999 draws tell.
    for (const share of [0.1, 0.5, 0.9])
      expect(far[Math.floor(share * far.length)] / near[Math.floor(share * near.length)]).toBeCloseTo(1, 1);
  });
});

it.each([
  ['alike', undefined],
  ['weighted', 'w'],
])('R² of labels that are all equal is undefined: %s', async (_name, weight) => {
  const rows = Array.from({ length: 7 }, (_, at) => `${at},100000000.3,${at},0.${at + 1},${at % 2}`);
  const file = { name: 'rows.csv', content: `${['id,y,p,w,g', ...rows].join('\n')}\n` };
  const terms = { ...request, columns: { ...columns, weight }, compareWith: [] };
  const metric = metricsOf((await ci.measured('numbers', 1, terms, file)).evaluation);
  for (const slice of [{}, { g: '0' }, { g: '1' }]) expect(metric('r2', slice)).toMatchObject({ undefined: true });
});

it('errors far from 0 keep their spread: the standard error of a bias of a billion', async () => {
  const rows = NEAR.map(({ id, error, g }) => `${id},0,${1e9 + error},1,${g}`);
  const file = { name: 'rows.csv', content: `${['id,y,p,w,g', ...rows].join('\n')}\n` };
  const metric = metricsOf((await ci.measured('numbers', 1, { ...request, compareWith: [] }, file)).evaluation);
  const errors = NEAR.map(({ error }) => error);
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const variance = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (errors.length - 1);
  expect(metric('mean_error').value).toBe(1e9 + mean);
  expect(metric('mean_error').standardError).toBeCloseTo(Math.sqrt(variance / errors.length), 9);
});

it.each([
  ['a label', 'y', '3,1e300,1,1,a', columns],
  ['a prediction', 'p', '3,1,-1e300,1,a', columns],
  ['a weight', 'w', '3,1,1,1e200,a', { ...columns, weight: 'w' }],
])('%s beyond what can be squared is refused with its place', async (_name, column, row, used) => {
  const file = { name: 'rows.csv', content: `id,y,p,w,g\n1,1,2,1,a\n2,2,3,1,a\n${row}\n` };
  const error = await ci.refused('numbers', 1, { ...request, columns: used }, file);
  expect(error).toMatchObject({ code: 'VALUE_OUT_OF_RANGE', line: 4, column });
});

it('a share of a label next to 0 that no number holds is undefined, and compared with nothing', async () => {
  const file = { name: 'rows.csv', content: 'id,y,p,w,g\n1,1e-310,2,1,a\n2,2,3,1,a\n' };
  await ci.measured('numbers', 1, { ...request, compareWith: [] }, file);
  const { evaluation } = await ci.measured('numbers', 2, { ...request, compareWith: [1] }, file);
  expect(metricsOf(evaluation)('mape')).toMatchObject({ undefined: true });
  expect(evaluation.paired.filter(({ metric }: Json) => metric === 'mape')).toEqual([]);
});
