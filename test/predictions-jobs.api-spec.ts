import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { CENSUS, emptied, ENGINE_ENV, fixture, metricsOf, SMALL, Submitter } from './support/app/predictions.js';
import { unlikeTheCatalogue } from './support/app/audit-events.js';

let app: TestApp;
let ci: Submitter;
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));
const env = { ...ENGINE_ENV, STAGEGATE_DATA_DIR: dataDir };
const SUBMIT = '/models/jobs/versions/1/evaluations/from-predictions';

beforeAll(async () => {
  app = await TestApp.start({ env: { ...env, STAGEGATE_PREDICTIONS_MAX_QUEUED: '3' } });
  ci = new Submitter(app, await app.as('ci', 'contributor'));
  await ci.model('jobs', 4);
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const file = { name: 'a.csv', content: 'id,label,score\n1,0,0.1\n2,1,0.9\n3,1,0.4\n' };
const actionsOn = async (job: Json): Promise<string[]> => {
  const { items } = await ci.client.get('/audit-events?model=jobs&limit=200');
  return items.filter(({ details }: Json) => details.jobId === job.id).map(({ action }: Json) => action);
};

it('a job is accepted at once, then measured; submission, success and evaluation are audited', async () => {
  const accepted = await ci.submit('jobs', 1, SMALL, file);
  expect(accepted).toMatchObject({
    model: 'jobs',
    version: 1,
    status: 'queued',
    task: 'binary',
    evaluationId: null,
    source: { kind: 'upload', name: 'a.csv', format: 'csv', bytes: file.content.length },
    createdBy: 'ci',
  });
  const job = await ci.ended(accepted.id);
  expect(job).toMatchObject({ status: 'succeeded', rowsRead: 3, rowsTotal: 3, attempts: 1, step: null });
  expect(await actionsOn(job)).toEqual(['predictions.succeeded', 'predictions.submitted']);
  const { items } = await ci.client.get('/audit-events?action=evaluation.submitted&model=jobs');
  expect(items[0]).toMatchObject({ actor: 'ci', details: { evaluationId: job.evaluationId } });
  expect(await ci.client.get(`/evaluations/${job.evaluationId}`)).toMatchObject({ createdBy: 'ci', version: 1 });
  for (const folder of ['incoming', 'work']) await emptied(join(dataDir, 'predictions', folder));
  expect(existsSync(join(dataDir, 'predictions', 'stored', `${job.id}.parquet`))).toBe(true);
});

it('a failed job is audited with its reason and leaves no file', async () => {
  const job = await ci.ended((await ci.submit('jobs', 1, SMALL, { ...file, content: 'id,label\n1,0\n' })).id);
  expect(job).toMatchObject({ status: 'failed', evaluationId: null, error: { code: 'UNKNOWN_COLUMN' } });
  expect(await actionsOn(job)).toEqual(['predictions.failed', 'predictions.submitted']);
  expect(existsSync(join(dataDir, 'predictions', 'stored', `${job.id}.parquet`))).toBe(false);
  await emptied(join(dataDir, 'predictions', 'incoming'));
});

it('a running job can be cancelled: nothing comes of it, and it stays cancelled', async () => {
  const { id } = await ci.submit('jobs', 1, CENSUS, { name: 'v2.parquet', content: fixture('census-v2.parquet') });
  while ((await ci.client.get(`/prediction-jobs/${id}`)).status === 'queued');
  const before = (await ci.client.get('/models/jobs/versions/1/evaluations')).items.length;
  const job = await ci.client.post(`/prediction-jobs/${id}/cancel`, undefined, 200);
  expect(job).toMatchObject({ status: 'cancelled', evaluationId: null, error: null });
  expect(await actionsOn(job)).toEqual(['predictions.cancelled', 'predictions.submitted']);
  expect((await ci.client.post(`/prediction-jobs/${id}/cancel`, undefined, 409)).code).toBe('PREDICTION_JOB_FINISHED');
  // The next job of this process begins when the engine of the cancelled one is gone.
  await ci.measured('jobs', 2, SMALL, file);
  expect((await ci.client.get(`/prediction-jobs/${id}`)).status).toBe('cancelled');
  expect((await ci.client.get('/models/jobs/versions/1/evaluations')).items.length).toBe(before);
  await emptied(join(dataDir, 'predictions', 'incoming'));
});

it('jobs are listed newest first, by model, version and status, page by page', async () => {
  const all = (await ci.client.get('/prediction-jobs?model=jobs')).items;
  expect(all.length).toBeGreaterThanOrEqual(4);
  expect(all.map(({ id }: Json) => id)).toEqual(
    all
      .map(({ id }: Json) => id)
      .toSorted()
      .reverse(),
  );
  const first = await ci.client.get('/prediction-jobs?model=jobs&limit=2');
  const second = await ci.client.get(`/prediction-jobs?model=jobs&limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items]).toEqual(all.slice(0, 4));
  const failed = await ci.client.get('/prediction-jobs?status=failed&version=1');
  expect(failed.items.every(({ status }: Json) => status === 'failed')).toBe(true);
  expect((await ci.client.get('/prediction-jobs?model=none')).items).toEqual([]);
  await ci.client.get('/prediction-jobs?status=lost', 400);
});

it('who may not submit may read, and neither submit nor cancel', async () => {
  const { items } = await ci.client.get('/prediction-jobs?limit=1');
  const viewer = new Submitter(app, await app.as('eve', 'viewer', 'approver'));
  await viewer.client.get(`/prediction-jobs/${items[0].id}`);
  expect((await viewer.upload(SUBMIT, SMALL, file)).status).toBe(403);
  await viewer.client.post(`/prediction-jobs/${items[0].id}/cancel`, undefined, 403);
  const stored = SUBMIT.replace('from-predictions', 'from-stored-predictions');
  await viewer.client.post(stored, { dataset: SMALL.dataset }, 403);
  await app.anonymous().get('/prediction-jobs', 401);
  await app.anonymous().post(SUBMIT, SMALL, 401);
});

it('what does not exist is 404', async () => {
  const none = '01936b2e-0000-7000-8000-000000000000';
  expect((await ci.client.get(`/prediction-jobs/${none}`, 404)).code).toBe('PREDICTION_JOB_NOT_FOUND');
  expect((await ci.client.post(`/prediction-jobs/${none}/cancel`, undefined, 404)).code).toBe(
    'PREDICTION_JOB_NOT_FOUND',
  );
  await ci.client.get('/prediction-jobs/nonsense', 400);
});

it('no more jobs wait than may, and the answer says when to come again', async () => {
  const busy = await TestApp.start({
    beside: app,
    env: { ...env, STAGEGATE_PREDICTIONS_CONCURRENCY: '0', STAGEGATE_PREDICTIONS_MAX_QUEUED: '1' },
  });
  const crowd = new Submitter(busy, await busy.as('ci', 'contributor'));
  await app.dataSource.query(`UPDATE prediction_stores SET seen_at = now()`);
  const jobs: Json[] = [];
  let answer;
  do {
    answer = await crowd.upload(SUBMIT, SMALL, file);
    if (answer.status === 202) jobs.push(answer.body);
  } while (answer.status === 202 && jobs.length < 50);
  expect(answer).toMatchObject({ status: 429, body: { code: 'TOO_MANY_PREDICTION_JOBS' } });
  for (const { id } of jobs) expect((await ci.ended(id)).status).toBe('succeeded');
  await busy.stop();
});

describe('comparisons', () => {
  const on = (dataset: object) => ({ ...SMALL, dataset });
  const dataset = { name: 'pairs', version: '1', digest: `sha256:${'b'.repeat(64)}` };

  it('the version in Production is compared with unless others are named', async () => {
    await ci.measured('jobs', 1, on(dataset), file);
    const admin = await app.as('root', 'admin');
    await admin.put('/models/jobs/gate-policy', { preset: 'open' });
    await admin.post('/models/jobs/versions/1/transitions', { toStage: 'Production' });
    const { evaluation } = await ci.measured('jobs', 2, on(dataset), file);
    expect(evaluation.paired.map(({ kind, metric }: Json) => metric ?? kind).sort()).toEqual([
      'binary8',
      'brier',
      'log_loss',
    ]);
    expect(evaluation.paired.every(({ incumbentVersion }: Json) => incumbentVersion === 1)).toBe(true);
    const alone = await ci.measured('jobs', 2, { ...on(dataset), compareWith: [] }, file);
    expect(alone.evaluation.paired).toEqual([]);
  });

  it('a version without kept predictions on the dataset is said to be missing, and another dataset does not serve', async () => {
    const other = { ...dataset, digest: `sha256:${'c'.repeat(64)}` };
    const { job, evaluation } = await ci.measured('jobs', 2, on(other), file);
    expect(evaluation.paired).toEqual([]);
    expect(job.warnings).toEqual(['Version 1 was not compared with: no predictions are kept of it on this dataset.']);
  });

  it.each([
    ['a row less', 'id,label,score\n1,0,0.1\n2,1,0.9\n', 'ROW_SET_MISMATCH', /version 1 .*row '3'/],
    ['another row', 'id,label,score\n1,0,0.1\n2,1,0.9\n4,1,0.4\n', 'ROW_SET_MISMATCH', /row '4'/],
    ['another label', 'id,label,score\n1,0,0.1\n2,1,0.9\n3,0,0.4\n', 'LABEL_MISMATCH', /Row '3'/],
  ])('%s on the same dataset is refused, with the row', async (_name, content, code, detail) => {
    const error = await ci.refused('jobs', 2, on(dataset), { ...file, content });
    expect(error).toMatchObject({ code, detail: expect.stringMatching(detail) });
  });

  it('kept predictions that changed on disk are not used', async () => {
    const first = await ci.measured('jobs', 3, on({ name: 'tampered', version: '1' }), file);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(dataDir, 'predictions', 'stored', `${first.job.id}.parquet`), 'changed');
    const second = await ci.measured('jobs', 4, { ...on({ name: 'tampered', version: '1' }), compareWith: [3] }, file);
    expect(second.job.warnings).toEqual(['Version 3 was not compared with: were changed on disk.']);
  });
});

describe('kept predictions are measured again', () => {
  const first = { name: 'ledger', version: '1' };
  const second = { name: 'ledger', version: '2' };
  const again = (version: number, body: object, status = 202) =>
    ci.client.post(`/models/jobs/versions/${version}/evaluations/from-stored-predictions`, body, status);

  it('an incumbent without evidence on a new version of a dataset gets it from its kept rows', async () => {
    await ci.measured('jobs', 1, { ...SMALL, dataset: first }, file);
    const corrected = 'id,label,score,g\n3,0,0.2,a\n1,0,0.3,b\n';
    await ci.measured(
      'jobs',
      2,
      { ...SMALL, dataset: second, slices: ['g'], compareWith: [] },
      { ...file, content: corrected },
    );
    const incumbent = await ci.ended((await again(1, { dataset: second })).id);
    expect(incumbent).toMatchObject({ status: 'succeeded', source: { kind: 'stored' }, dataset: second, rowsRead: 2 });
    const evaluation = await ci.client.get(`/evaluations/${incumbent.evaluationId}`);
    const metric = metricsOf(evaluation);
    expect(metric('accuracy')).toMatchObject({ value: 1, count: 2 });
    expect(metric('brier', { g: 'a' }).value).toBeCloseTo(0.16, 12);
    const challenger = await ci.ended((await again(2, { dataset: second, compareWith: [1] })).id);
    const { paired } = await ci.client.get(`/evaluations/${challenger.evaluationId}`);
    expect(paired.find(({ metric: name, slice }: Json) => name === 'brier' && slice.g === 'a')).toMatchObject({
      n: 1,
      incumbentVersion: 1,
    });
    expect(challenger.warnings).toEqual([]);
  });

  it('rows that were never predicted are named', async () => {
    const third = { name: 'ledger', version: '3' };
    await ci.measured(
      'jobs',
      2,
      { ...SMALL, dataset: third, compareWith: [] },
      { ...file, content: 'id,label,score\n1,0,0.3\n99,1,0.7\n' },
    );
    const job = await ci.ended((await again(1, { dataset: third })).id);
    expect(job.error).toMatchObject({ code: 'ROW_SET_MISMATCH', detail: expect.stringContaining("'99'") });
  });

  it('nothing kept is 404', async () => {
    expect((await again(3, { dataset: first }, 404)).code).toBe('PREDICTIONS_NOT_STORED');
    expect((await again(1, { dataset: { name: 'ledger', version: '9' } }, 404)).code).toBe('PREDICTIONS_NOT_STORED');
  });
});

it('without a data folder the service says so', async () => {
  const bare = await TestApp.start({ beside: app });
  const client = new Submitter(bare, await bare.as('ci', 'contributor'));
  expect(await client.upload(SUBMIT, SMALL, file)).toMatchObject({
    status: 503,
    body: { code: 'PREDICTIONS_UNAVAILABLE' },
  });
  await bare.stop();
});

it('kept predictions cannot be changed in the database', async () => {
  await expect(app.dataSource.query('DELETE FROM stored_predictions')).rejects.toThrow('immutable');
  await expect(app.dataSource.query(`UPDATE stored_predictions SET rows = 1`)).rejects.toThrow('immutable');
});

it('every event says what the catalogue says it does', async () => {
  expect(await unlikeTheCatalogue(app.dataSource)).toEqual([]);
});
