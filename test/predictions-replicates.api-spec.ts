import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import {
  CENSUS,
  DIAMONDS,
  DRAWING_ENV,
  fixture,
  isClose,
  metricsOf,
  readJson,
  Submitter,
} from './support/app/predictions.js';

/** Real census models, the classes of v5 re-weighted, so that it ranks as well as v2 and is far less calibrated. */
const parquet = (name: string) => ({ name: `${name}.parquet`, content: fixture(`${name}.parquet`) });
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));
const SLICES = ['sex', 'race'];
const REQUEST = { ...CENSUS, slices: SLICES, crosses: [SLICES], compareWith: [2] };

let app: TestApp;
let ci: Submitter;

beforeAll(async () => {
  app = await TestApp.start({
    env: { ...DRAWING_ENV, STAGEGATE_DATA_DIR: dataDir, STAGEGATE_PREDICTIONS_MAX_DRAWS: '200000000' },
  });
  ci = new Submitter(app, await app.as('ci', 'admin'));
  await ci.model('census', 5);
  await ci.measured('census', 2, { ...CENSUS, slices: SLICES }, parquet('census-v2'));
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Each version is measured once beside version 2, since that takes the most of the time. */
const beside2 = new Map<number, Promise<{ job: Json; evaluation: Json }>>();
function measured(version: number): Promise<{ job: Json; evaluation: Json }> {
  const known = beside2.get(version) ?? ci.measured('census', version, REQUEST, parquet(`census-v${version}`));
  beside2.set(version, known);
  return known;
}

const listsOf = (evaluation: Json): Json[] => evaluation.paired.filter(({ kind }: Json) => kind === 'replicates');
const listOf = (evaluation: Json, metric: string, slice: object = {}): Json =>
  listsOf(evaluation).find((list) => list.metric === metric && JSON.stringify(list.slice) === JSON.stringify(slice));

function spreadOf(deltas: number[]): { sd: number; lower: number; upper: number } {
  const mean = deltas.reduce((sum, delta) => sum + delta, 0) / deltas.length;
  const squares = deltas.reduce((sum, delta) => sum + (delta - mean) ** 2, 0);
  const sorted = deltas.toSorted((a, b) => a - b);
  return { sd: Math.sqrt(squares / (deltas.length - 1)), lower: sorted[49]!, upper: sorted[deltas.length - 50]! };
}

it.each([3, 5])(
  'replicates of average precision and calibration error of v%i have the intervals that scikit-learn and scipy give',
  async (version) => {
    const { job, evaluation } = await measured(version);
    const before = metricsOf((await ci.client.get('/models/census/versions/2/evaluations')).items[0]);
    for (const { pair, slice, n, resamples, metrics } of readJson('resampling-references.json').census) {
      if (pair !== `v2..v${version}`) continue;
      for (const [metric, reference] of Object.entries<Json>(metrics)) {
        const { observed, deltas, n: rows } = listOf(evaluation, metric, slice);
        expect([rows, deltas.length]).toEqual([n, 1_999]);
        expect(isClose(observed, reference.diff)).toBe(true);
        const reported = metricsOf(evaluation)(metric, slice).value - before(metric, slice).value;
        expect(isClose(observed, reported)).toBe(true);
        const { sd, lower, upper } = spreadOf(deltas);
        // Two Monte-Carlo runs, of 4,000 and 1,999 resamples; 4 errors of both together.
        const within = (error: number) => 4 * Math.sqrt(1 + resamples / 1_999) * error;
        expect(Math.abs(sd / reference.se - 1)).toBeLessThan(within(1 / Math.sqrt(2 * resamples)));
        expect(Math.abs(lower - reference.ci95[0])).toBeLessThan(within(reference.mc_se_ci95[0]));
        expect(Math.abs(upper - reference.ci95[1])).toBeLessThan(within(reference.mc_se_ci95[1]));
      }
    }
    expect(job.warnings).toEqual([expect.stringContaining('against version 2 were computed on sex × race:')]);
  },
);

it('the same predictions give the same replicates to the byte, and slices of few rows none', async () => {
  const [first, second] = [await measured(3), await ci.measured('census', 3, REQUEST, parquet('census-v3'))].map(
    ({ evaluation }) => listsOf(evaluation),
  );
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  const slices = new Set(first!.map(({ slice }) => JSON.stringify(slice)));
  expect(slices.size).toBe(1 + 2 + 5);
  const { deltas } = listOf({ paired: first }, 'ece_10');
  expect(deltas).not.toEqual(listOf({ paired: first }, 'ece_10', { sex: 'Male' }).deltas);
});

it('a rule on calibration refuses the re-weighted model by its interval, and lets the better one through', async () => {
  const { client } = ci;
  await client.put('/models/census/gate-policy', { preset: 'open' });
  const promote = (version: number) =>
    client.post(`/models/census/versions/${version}/transitions`, { toStage: 'Production' });
  await promote(2);
  await client.put('/models/census/gate-policy', {
    rules: [
      {
        id: 'calibration',
        kind: 'regression',
        metric: 'ece_10',
        mode: 'non_inferiority',
        margin: { abs: 0.01 },
        minEvidence: 'paired',
        slices: [{ sex: 'Female' }, { sex: 'Male' }],
        includeOverall: true,
      },
    ],
    approvals: { slots: [] },
    allowSkipStaging: true,
  });
  const check = async (version: number) => {
    const report = await client.post(`/models/census/versions/${version}/gate-checks`, { toStage: 'Production' }, 200);
    return { report, measures: report.rules[0].measures as Json[] };
  };
  for (const version of [5, 3]) await measured(version);
  const worse = await check(5);
  expect(worse.report.verdict).toBe('FAIL');
  expect(worse.measures).toHaveLength(3);
  for (const measure of worse.measures) {
    expect(measure).toMatchObject({ status: 'FAIL', reasonCode: 'REGRESSION', evidenceLevel: 'paired' });
    expect(measure.basis).toContain('paired bootstrap');
    const { delta, lower, upper } = measure.observed;
    expect(0.01 < lower && lower < delta && delta < upper).toBe(true);
  }
  const better = await check(3);
  expect(better.report.rules[0]).toMatchObject({ status: 'PASS' });
  expect(better.measures.map(({ status }) => status)).toEqual(['PASS', 'PASS', 'PASS']);
});

it('rows of one unit are drawn together: to know each row twice is to know no more', async () => {
  await ci.model('units', 2);
  const columns = { rowId: 'id', label: 'label', score: 'score' };
  const spreadsOf = async (name: string, copies: number) => {
    const csv = (power: number) => {
      const rows = Array.from({ length: 300 * copies }, (_, id) => {
        const example = Math.floor(id / copies);
        const score = ((example * 97) % 301) / 301;
        return [id, (example * 31) % 7 < 7 * score ? 1 : 0, score ** power, `u${example}`].join(',');
      });
      return { name: 'rows.csv', content: ['id,label,score,user', ...rows].join('\n') };
    };
    const unit = copies > 1 ? { unit: 'user' } : {};
    const request = { task: 'binary', dataset: { name, version: '1' }, columns: { ...columns, ...unit } };
    await ci.measured('units', 1, request, csv(1));
    const { evaluation } = await ci.measured('units', 2, { ...request, compareWith: [1] }, csv(2));
    expect(listOf(evaluation, 'ece_10').n).toBe(300 * copies);
    return { ece: spreadOf(listOf(evaluation, 'ece_10').deltas).sd, metrics: listsOf(evaluation).map((l) => l.metric) };
  };
  const [once, twice] = [await spreadsOf('once', 1), await spreadsOf('twice', 2)];
  expect(once.metrics).toEqual(['average_precision', 'ece_10']);
  expect(twice.metrics).toEqual(expect.arrayContaining([...once.metrics, 'auc_roc', 'f1', 'recall']));
  expect(Math.abs(twice.ece / once.ece - 1)).toBeLessThan((4 * Math.SQRT2) / Math.sqrt(2 * 1_999));
});

it('differences of R² and of the median error are resampled for a regression', async () => {
  await ci.model('diamonds', 3);
  await ci.measured('diamonds', 2, DIAMONDS, parquet('diamonds-v2'));
  const { evaluation } = await ci.measured('diamonds', 3, { ...DIAMONDS, compareWith: [2] }, parquet('diamonds-v3'));
  const before = metricsOf((await ci.client.get('/models/diamonds/versions/2/evaluations')).items[0]);
  for (const metric of ['r2', 'median_ae']) {
    const { observed, deltas } = listOf(evaluation, metric, { cut: 'Ideal' });
    const reported = metricsOf(evaluation)(metric, { cut: 'Ideal' }).value - before(metric, { cut: 'Ideal' }).value;
    expect(isClose(observed, reported)).toBe(true);
    expect(deltas).toHaveLength(1_999);
  }
});
