import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { CENSUS, DIAMONDS, ENGINE_ENV, fixture, metricsOf, SMALL, Submitter } from './support/app/predictions.js';

const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-curves-'));
let app: TestApp;
let ci: Submitter;
let census: Json;

beforeAll(async () => {
  app = await TestApp.start({ env: { ...ENGINE_ENV, STAGEGATE_DATA_DIR: dataDir } });
  ci = new Submitter(app, await app.as('ci', 'contributor'));
  await ci.model('census', 2);
  await ci.model('diamonds', 1);
  await ci.model('small', 1);
  const name = 'census-v2.parquet';
  census = (await ci.measured('census', 1, CENSUS, { name, content: fixture(name) })).evaluation;
  await ci.measured('diamonds', 1, DIAMONDS, { name: 'd.parquet', content: fixture('diamonds-v2.parquet') });
  const content = 'id,label,score\n1,0,0.1\n2,1,0.9\n3,1,0.4\n4,0,0.4\n5,1,0.6\n';
  await ci.measured('small', 1, SMALL, { name: 'a.csv', content });
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const path = (model: string, query: Record<string, string>, version = 1): string =>
  `/models/${model}/versions/${version}/curves?${new URLSearchParams(query).toString()}`;
const curve = (model: string, query: Record<string, string>): Promise<Json> => ci.client.get(path(model, query));
const problem = async (model: string, query: Record<string, string>, version = 1): Promise<unknown[]> => {
  const { status, body } = await ci.client.send('GET', path(model, query, version));
  return [status, body.code];
};
const area = (points: Json[]): number =>
  points.slice(1).reduce((sum, { x, y }, index) => {
    const before = points[index];
    return sum + ((x - before.x) * (y + before.y)) / 2;
  }, 0);

it('a ROC curve has a point for each score, and the area that was measured', async () => {
  const { points } = await curve('small', { kind: 'roc' });
  expect(points.map(({ x, y, count }: Json) => [x, y, count])).toEqual([
    [0, 0, 0],
    [0, expect.closeTo(1 / 3), 1],
    [0, expect.closeTo(2 / 3), 2],
    [0.5, 1, 4],
    [1, 1, 5],
  ]);
  const whole = await curve('census', { kind: 'roc' });
  expect(whole.points.length).toBeGreaterThan(100);
  expect(whole.points.length).toBeLessThanOrEqual(200);
  expect(whole.points.at(-1)).toMatchObject({ x: 1, y: 1, count: whole.rows });
  expect(whole).toMatchObject({ model: 'census', version: 1, evaluationId: census.id, slice: {} });
  expect(area(whole.points)).toBeCloseTo(metricsOf(census)('auc_roc').value, 3);
  const steps: Json[] = whole.points;
  for (const [index, { x, y }] of steps.entries()) {
    if (index === 0) continue;
    expect(x).toBeGreaterThanOrEqual(steps[index - 1].x);
    expect(y).toBeGreaterThanOrEqual(steps[index - 1].y);
  }
});

it('a calibration curve sets mean scores beside shares of positives, of a slice too', async () => {
  const whole = await curve('census', { kind: 'calibration', dataset: 'adult' });
  const rows = whole.points.reduce((sum: number, { count }: Json) => sum + count, 0);
  expect([rows, whole.points.length]).toEqual([whole.rows, 20]);
  const base = whole.points.reduce((sum: number, { y, count }: Json) => sum + y * count, 0) / rows;
  expect(base).toBeCloseTo(metricsOf(census)('base_rate')?.value ?? base, 6);
  const women = await curve('census', { kind: 'calibration', slice: '{"sex":"Female"}' });
  expect(women).toMatchObject({
    slice: { sex: 'Female' },
    rows: metricsOf(census)('accuracy', { sex: 'Female' }).count,
  });
  const nobody = await curve('census', { kind: 'calibration', slice: `{"sex":"' OR 1=1 --"}` });
  expect(nobody).toMatchObject({ rows: 0, points: [] });
});

it('residuals are those of regression, with what the tenths of them are', async () => {
  const { points, rows } = await curve('diamonds', { kind: 'residuals' });
  expect(points).toHaveLength(50);
  expect(points.reduce((sum: number, { count }: Json) => sum + count, 0)).toBe(rows);
  for (const { y, lower, upper } of points) expect(lower <= upper && Number.isFinite(y)).toBe(true);
});

it('what has no curve is said', async () => {
  expect(await problem('diamonds', { kind: 'roc' })).toEqual([400, 'CURVE_NOT_APPLICABLE']);
  expect(await problem('census', { kind: 'residuals' })).toEqual([400, 'CURVE_NOT_APPLICABLE']);
  expect(await problem('census', { kind: 'pie' })).toEqual([400, 'VALIDATION_FAILED']);
  expect(await problem('census', { kind: 'roc' }, 2)).toEqual([404, 'PREDICTIONS_NOT_KEPT']);
  expect(await problem('census', { kind: 'roc', dataset: 'other' })).toEqual([404, 'PREDICTIONS_NOT_KEPT']);
  expect(await problem('census', { kind: 'roc' }, 9)).toEqual([404, 'VERSION_NOT_FOUND']);
  for (const slice of ['{"planet":"Mars"}', '{"sex":1}', '[]', 'sex=Female'])
    expect(await problem('census', { kind: 'roc', slice })).toEqual([400, 'UNKNOWN_SLICE']);
});
