import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import {
  CENSUS,
  DIAMONDS,
  ENGINE_ENV,
  fixture,
  isClose,
  metricsOf,
  readJson,
  Submitter,
} from './support/app/predictions.js';

let app: TestApp;
let ci: Submitter;
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));

beforeAll(async () => {
  app = await TestApp.start({ env: { ...ENGINE_ENV, STAGEGATE_DATA_DIR: dataDir } });
  ci = new Submitter(app, await app.as('ci', 'admin'));
  await ci.model('census', 4);
  await ci.model('diamonds', 3);
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const parquet = (name: string) => ({ name, content: fixture(name) });

/** Every reference value that differs, as readable lines. */
function differences(evaluation: Json, references: Json, version: string): string[] {
  const metric = metricsOf(evaluation);
  const names: string[] = references.metrics;
  return references.versions[version].flatMap(([slice, ...values]: [object, ...(number | null)[]]) =>
    values.flatMap((expected, index) => {
      const name = names[index]!;
      const found = metric(name === 'n' ? names[1]! : name, slice);
      const actual = name === 'n' ? found?.count : found?.undefined ? null : found?.value;
      const same = expected === null || actual == null ? actual === expected : isClose(actual, expected);
      return same ? [] : [`${name} ${JSON.stringify(slice)}: ${actual} instead of ${expected}`];
    }),
  );
}

it.each(['v2', 'v3', 'v4'])(
  'metrics of census %s equal those of scikit-learn, overall and on every slice',
  async (v) => {
    const request = { ...CENSUS, crosses: [['sex', 'race']], compareWith: [] };
    const { job, evaluation } = await ci.measured('census', Number(v[1]), request, parquet(`census-${v}.parquet`));
    expect(job).toMatchObject({ rowsRead: 16_281, rowsTotal: 16_281, attempts: 1, warnings: [], error: null });
    const references = readJson('census-metrics.json');
    expect(references.versions[v].length).toBeGreaterThan(45);
    expect(differences(evaluation, references, v)).toEqual([]);
  },
);

it.each(['v2', 'v3'])('metrics of diamonds %s equal those of scikit-learn, overall and on every slice', async (v) => {
  const { evaluation } = await ci.measured('diamonds', Number(v[1]), DIAMONDS, parquet(`diamonds-${v}.parquet`));
  expect(differences(evaluation, readJson('diamonds-metrics.json'), v)).toEqual([]);
});

it('a CSV file and a Parquet file of the same rows give the same numbers and the same digest of predictions', async () => {
  const csv = await ci.measured('census', 2, CENSUS, parquet('census-v2.csv.gz'));
  const binary = await ci.measured('census', 2, CENSUS, parquet('census-v2.parquet'));
  expect(csv.evaluation.predictionDigest).toBe(binary.evaluation.predictionDigest);
  const metric = metricsOf(binary.evaluation);
  const off = csv.evaluation.metrics.filter(({ name, slice, value, count }: Json) => {
    const same = metric(name, slice);
    return count !== same.count || (value === undefined ? !same.undefined : !isClose(value, same.value));
  });
  expect(off).toEqual([]);
  expect(csv.evaluation.metrics.length).toBe(binary.evaluation.metrics.length);
});

it('values carry counts, and standard errors where a closed form exists', async () => {
  const { evaluation } = await ci.measured('census', 2, CENSUS, parquet('census-v2.parquet'));
  const metric = metricsOf(evaluation);
  expect(metric('accuracy').standardError).toBeCloseTo(Math.sqrt((0.87169 * 0.12831) / 16_281), 6);
  expect(metric('auc_roc').standardError).toBeCloseTo(Math.sqrt(4.785880524747883e-6), 12);
  expect(metric('average_precision')).not.toHaveProperty('standardError');
  expect(metric('latency_ms_p95')).toMatchObject({ unit: 'ms', ciLevel: 0.95, count: 16_281 });
  expect(evaluation.evaluator).toMatch(/^duckdb-\d/);
});

it('paired evidence on census rows equals the references: cells, differences, DeLong', async () => {
  await ci.measured('census', 2, CENSUS, parquet('census-v2.parquet'));
  const references = readJson('census-pairs.json');
  for (const v of ['v3', 'v4']) {
    const request = { ...CENSUS, crosses: [['sex', 'race']], compareWith: [2] };
    const { evaluation } = await ci.measured('census', Number(v[1]), request, parquet(`census-${v}.parquet`));
    const find = pairFinder(evaluation);
    const off = references.versions[`v2..${v}`].filter(([slice, n, aOnly, bOnly, delong]: Json) => {
      const { counts } = find('binary8', undefined, slice);
      const total = Object.values<number>(counts).reduce((sum, rows) => sum + rows, 0);
      const auc = find('aucPair', 'auc_roc', slice);
      const hasAuc =
        delong === null
          ? auc === undefined
          : isClose(auc.aucI, delong.auc_a) && isClose(auc.aucC, delong.auc_b) && areShares(auc, delong);
      return (
        total !== n || counts['101'] + counts['010'] !== aOnly || counts['110'] + counts['001'] !== bOnly || !hasAuc
      );
    });
    expect(off).toEqual([]);
    const before = metricsOf((await latestOf(2)).evaluation);
    for (const name of ['log_loss', 'brier']) {
      const { sumD, n } = find('meanDiff', name, { sex: 'Female' });
      const delta = metricsOf(evaluation)(name, { sex: 'Female' }).value - before(name, { sex: 'Female' }).value;
      expect(sumD / n).toBeCloseTo(delta, 10);
    }
  }
});

it('paired evidence on diamonds rows equals the references, and that of RMSE its bootstrap', async () => {
  await ci.measured('diamonds', 2, DIAMONDS, parquet('diamonds-v2.parquet'));
  const request = { ...DIAMONDS, compareWith: [2] };
  const { evaluation } = await ci.measured('diamonds', 3, request, parquet('diamonds-v3.parquet'));
  const find = pairFinder(evaluation);
  for (const [slice, n, squared, absolute, difference, error] of readJson('diamonds-pairs.json').versions['v2..v3']) {
    for (const [name, [mean, sd]] of [
      ['mse', squared],
      ['mae', absolute],
    ] as const) {
      const sums = find('meanDiff', name, slice);
      expect(sums.n).toBe(n);
      expect(sums.sumD / n / mean).toBeCloseTo(1, 9);
      expect(Math.sqrt((sums.sumD2 - sums.sumD ** 2 / n) / (n - 1)) / sd).toBeCloseTo(1, 9);
    }
    const root = find('meanDiff', 'rmse', slice);
    expect(root.sumD / n / difference).toBeCloseTo(1, 9);
    const standardError = Math.sqrt((root.sumD2 - root.sumD ** 2 / n) / (n - 1) / n);
    if (n > 1_000) expect(Math.abs(standardError / error - 1)).toBeLessThan(0.1);
  }
});

/** DeLong's variances and covariance agree relative to their size, which is some millionths. */
function areShares(auc: Json, delong: Json): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(b), 1e-9);
  return near(auc.varI, delong.var_a) && near(auc.varC, delong.var_b) && near(auc.cov, delong.cov);
}

function pairFinder(evaluation: Json) {
  const key = (kind: string, metric: string | undefined, slice: object) =>
    JSON.stringify([kind, metric ?? null, Object.entries(slice).sort()]);
  const known = new Map<string, Json>(evaluation.paired.map((p: Json) => [key(p.kind, p.metric, p.slice), p]));
  return (kind: string, metric: string | undefined, slice: object): Json => known.get(key(kind, metric, slice));
}

async function latestOf(version: number): Promise<{ evaluation: Json }> {
  const { items } = await ci.client.get(`/models/census/versions/${version}/evaluations?limit=1`);
  return { evaluation: items[0] };
}
