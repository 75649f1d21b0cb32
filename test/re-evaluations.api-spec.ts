import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import {
  CENSUS as ALL_SLICES,
  ENGINE_ENV,
  fixture,
  metricsOf,
  readJson,
  Submitter,
} from './support/app/predictions.js';

/** Census-income for real: v2, v3 and v4 of the fixtures; `census-pairs.json` knows what lies between v2 and v3. */
const CENSUS = { ...ALL_SLICES, slices: ['sex'] };
const file = (name: string) => ({ name: `${name}.parquet`, content: fixture(`census-${name}.parquet`) });
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));
const env = {
  ...ENGINE_ENV,
  STAGEGATE_DATA_DIR: dataDir,
  STAGEGATE_PREDICTIONS_GATE_WAIT_SECONDS: '120',
};
const OPEN = { preset: 'open' };
const PAIRED = {
  rules: [
    { metric: 'accuracy', min: 0.8 },
    {
      id: 'no-worse',
      kind: 'regression',
      metric: 'accuracy',
      mode: 'non_inferiority',
      margin: { abs: 0.01 },
      minEvidence: 'paired',
    },
  ],
  approvals: { slots: [] },
  allowSkipStaging: true,
};

let app: TestApp;
let ci: Submitter;
let admin: Submitter;

beforeAll(async () => {
  app = await TestApp.start({ env });
  ci = new Submitter(app, await app.as('ci', 'contributor'));
  admin = new Submitter(app, await app.as('root', 'admin'));
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const post = async (who: Submitter, path: string, status: number, headers = {}): Promise<Json> => {
  const answer = await who.client.send('POST', path, { toStage: 'Production' }, { headers });
  expect(answer.status).toBe(status);
  return { ...answer.body, retryAfter: answer.headers.get('retry-after') };
};
const check = (model: string, version: number, who = ci) =>
  post(who, `/models/${model}/versions/${version}/gate-checks`, 200);
const promote = (model: string, version: number, who = ci, status = 201, headers = {}) =>
  post(who, `/models/${model}/versions/${version}/transitions`, status, headers);
const setPolicy = (model: string, policy: object, who = admin) =>
  who.client.put(`/models/${model}/gate-policy`, policy);
const jobsOf = async (model: string, who = ci): Promise<Json[]> =>
  (await who.client.get(`/prediction-jobs?model=${model}&limit=200`)).items.filter(
    ({ source }: Json) => source.kind === 'stored',
  );
const measureOf = (report: Json, rule: string): Json =>
  report.rules.find(({ id }: Json) => id === rule).measures.find(({ slice }: Json) => Object.keys(slice).length === 0);

/** Version 1 was in Production when 2 and 3 were measured, and 2 has taken its place. */
async function displaced(model: string, who = admin): Promise<void> {
  await who.model(model, 3);
  await setPolicy(model, OPEN, who);
  await who.measured(model, 1, CENSUS, file('v4'));
  await promote(model, 1, who);
  await who.measured(model, 2, CENSUS, file('v2'));
  await who.measured(model, 3, CENSUS, file('v3'));
  await promote(model, 2, who);
  await setPolicy(model, PAIRED, who);
}

/** Whole lines of a CSV file of predictions: `keep` chooses, `change` corrects. */
function census(keep: (index: number) => boolean, change = (line: string) => line) {
  const [header, ...rows] = gunzipSync(fixture('census-v2.csv.gz')).toString().trim().split('\n');
  return { name: 'v2.csv', content: [header, ...rows.filter((_, index) => keep(index)).map(change)].join('\n') };
}
const NEWER = { ...CENSUS, dataset: { ...CENSUS.dataset, version: '2', digest: `sha256:${'b'.repeat(64)}` } };
const half = (index: number) => index % 2 === 0;

/** Version 1 is in Production and was measured on the first version of the data alone. */
async function unmeasured(model: string): Promise<void> {
  await admin.model(model, 2);
  await setPolicy(model, OPEN);
  await ci.measured(model, 1, CENSUS, file('v3'));
  await promote(model, 1);
  await setPolicy(model, PAIRED);
}

it('a challenger that was measured beside an earlier incumbent is compared with the new one on the spot, once', async () => {
  await displaced('displaced');
  const reports = await Promise.all([1, 2, 3, 4].map(() => check('displaced', 3)));
  for (const report of reports) {
    expect(report).toMatchObject({ verdict: 'PASS', incumbent: 2, id: null });
    expect(measureOf(report, 'no-worse')).toMatchObject({ evidenceLevel: 'paired', reasonCode: 'NON_INFERIOR' });
  }
  const [job, ...others] = await jobsOf('displaced');
  expect(others).toEqual([]);
  const begun = reports.flatMap(({ reEvaluations }) => reEvaluations ?? []);
  expect(begun[0]).toMatchObject({
    version: 3,
    comparedWith: 2,
    status: 'succeeded',
    jobId: job.id,
    evaluationId: job.evaluationId,
  });
  const { paired, evaluatedAt } = await ci.client.get(`/evaluations/${job.evaluationId}`);
  const { counts } = paired.find(({ kind, slice }: Json) => kind === 'binary8' && Object.keys(slice).length === 0);
  const [, n, onlyFirst, onlySecond] = readJson('census-pairs.json').versions['v2..v3'][0];
  expect(counts['110'] + counts['001']).toBe(onlySecond);
  expect(counts['101'] + counts['010']).toBe(onlyFirst);
  expect(Object.values<number>(counts).reduce((sum, count) => sum + count)).toBe(n);
  const { items } = await ci.client.get('/models/displaced/versions/3/evaluations');
  expect(items.map((evaluation: Json) => evaluation.evaluatedAt)).toEqual([evaluatedAt, evaluatedAt]);
  expect(await promote('displaced', 3)).toMatchObject({ status: 'applied', displacedVersion: 2 });
});

it('an incumbent is measured on a new version of the data from what it predicted of the old one, and both are compared', async () => {
  await unmeasured('newer');
  const definitions = { labelDefinition: 'income-2', sliceDefinition: 'bands-2' };
  await ci.measured('newer', 2, { ...NEWER, ...definitions }, census(half));
  const transition = await promote('newer', 2, ci, 201, { 'idempotency-key': 'newer-2' });
  expect(transition).toMatchObject({ status: 'applied', displacedVersion: 1, gateReport: { verdict: 'PASS' } });
  expect(transition.gateReport.reEvaluations).toMatchObject([
    { version: 1, comparedWith: null, status: 'succeeded', dataset: NEWER.dataset },
    { version: 2, comparedWith: 1, status: 'succeeded', dataset: NEWER.dataset },
  ]);
  const [first, second] = transition.gateReport.reEvaluations;
  const evaluation = await ci.client.get(`/evaluations/${first.evaluationId}`);
  expect(evaluation).toMatchObject({ version: 1, dataset: NEWER.dataset, ...definitions, createdBy: 'ci' });
  expect(metricsOf(evaluation)('accuracy')).toMatchObject({ count: 8_141 });
  expect(measureOf(transition.gateReport, 'no-worse').evaluations).toEqual({
    challenger: second.evaluationId,
    incumbent: first.evaluationId,
  });
  const { items } = await ci.client.get('/audit-events?action=predictions.submitted&model=newer');
  const asked = items.filter(({ details }: Json) => details.askedBy === 'gates');
  expect(asked.map(({ actor, details }: Json) => [actor, details.jobId])).toEqual([
    ['ci', second.jobId],
    ['ci', first.jobId],
  ]);
  expect(await promote('newer', 2, ci, 201, { 'idempotency-key': 'newer-2' })).toEqual(transition);
  expect(await ci.client.get(`/gate-reports/${transition.gateReportId}`)).toEqual(transition.gateReport);
});

it('ids that were counted anew give no evidence, and nothing passes', async () => {
  await unmeasured('renumbered');
  const next = (line: string) => line.replace(/^\d+/, (id) => String(Number(id) + 1));
  const renumbered = census((index) => half(index) && index < 16_000, next);
  await ci.measured('renumbered', 2, NEWER, renumbered);
  const report = await check('renumbered', 2);
  expect(report).toMatchObject({
    verdict: 'ERROR',
    reEvaluations: [
      { version: 1, status: 'failed', error: { code: 'EXAMPLES_DIFFER' } },
      { version: 2, status: 'failed', error: { code: 'COMPARISON_IMPOSSIBLE' } },
    ],
  });
  const jobs = await jobsOf('renumbered');
  expect(jobs).toHaveLength(2);
  await promote('renumbered', 2, ci, 422);
  expect(await jobsOf('renumbered')).toEqual(jobs);
});

it('evidence that was submitted later is not replaced by a repetition', async () => {
  await displaced('later');
  const metrics = [{ name: 'accuracy', value: 0.81, count: 16_281 }];
  await ci.client.post('/models/later/versions/3/evaluations', { dataset: CENSUS.dataset, metrics });
  const report = await check('later', 3);
  expect(report).toMatchObject({ verdict: 'INCONCLUSIVE' });
  expect(report.reEvaluations).toBeUndefined();
  expect(await jobsOf('later')).toEqual([]);
});

it('a version that was rolled back is not evaluated anew by a judgement', async () => {
  await displaced('returned');
  await setPolicy('returned', OPEN);
  await promote('returned', 3);
  await admin.client.post('/models/returned/rollback', { reason: 'complaints', toVersion: 2 });
  await admin.client.delete('/models/returned/hold?reason=known', 200);
  await setPolicy('returned', PAIRED);
  await admin.client.post('/models/returned/versions/3/transitions', { toStage: 'None' });
  expect((await promote('returned', 3, ci, 409)).code).toBe('NEW_EVALUATION_REQUIRED');
  expect((await check('returned', 3)).reEvaluations).toBeUndefined();
  expect(await jobsOf('returned')).toEqual([]);
});

it('evidence that takes longer is under way: the answer says so, nothing passes on what is not there, and later it does', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));
  const its = { ...ENGINE_ENV, STAGEGATE_DATA_DIR: folder, STAGEGATE_PREDICTIONS_GATE_WAIT_SECONDS: '0' };
  const idle = await TestApp.start({ env: { ...its, STAGEGATE_PREDICTIONS_CONCURRENCY: '0' } });
  const root = new Submitter(idle, await idle.as('root', 'admin'));
  const measuring = await TestApp.start({ beside: idle, env: its });
  await displaced('slow', root);
  await measuring.stop();
  const report = await check('slow', 3, root);
  expect(report).toMatchObject({ verdict: 'INCONCLUSIVE', retryAfter: '10' });
  const [job, ...others] = await jobsOf('slow', root);
  expect(others).toEqual([]);
  const underWay = [{ version: 3, comparedWith: 2, status: 'queued', jobId: job.id, evaluationId: null, error: null }];
  expect(report.reEvaluations).toMatchObject(underWay);
  const refused = await promote('slow', 3, root, 422);
  expect(refused).toMatchObject({ code: 'GATES_REFUSED', retryAfter: '10', gateReport: { reEvaluations: underWay } });
  const markdown = await root.client.send(
    'POST',
    '/models/slow/versions/3/gate-checks',
    { toStage: 'Production' },
    { headers: { accept: 'text/markdown' } },
  );
  expect(markdown.body).toContain(job.id);
  const again = await TestApp.start({ beside: idle, env: its });
  expect(await root.ended(job.id)).toMatchObject({ status: 'succeeded' });
  expect(await promote('slow', 3, root)).toMatchObject({ status: 'applied', gateReport: { verdict: 'PASS' } });
  const { items } = await root.client.get('/models/slow/transitions?limit=2');
  expect(items.map(({ status }: Json) => status)).toEqual(['applied', 'refused']);
  await again.stop();
  await idle.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('a promotion waits for predictions that are still being measured, and is judged by them', async () => {
  await admin.model('awaited', 1);
  await setPolicy('awaited', {
    rules: [{ metric: 'accuracy', min: 0.8 }],
    approvals: { slots: [] },
    allowSkipStaging: true,
  });
  await admin.measured('awaited', 1, CENSUS, file('v2'));
  const wrong = (line: string) => line.replace(/^([^,]*),([01]),/, (_, id, label) => `${id},${1 - label},`);
  const { id } = await admin.submit(
    'awaited',
    1,
    CENSUS,
    census(() => true, wrong),
  );
  const refused = await promote('awaited', 1, admin, 422);
  expect(refused.gateReport.rules[0]).toMatchObject({ status: 'FAIL', reasonCode: 'BELOW_MINIMUM' });
  expect(refused.gateReport.reEvaluations).toMatchObject([{ version: 1, status: 'succeeded', jobId: id }]);
});
