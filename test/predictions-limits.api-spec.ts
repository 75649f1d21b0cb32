import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ENGINE_ENV, SMALL, Submitter } from './support/app/predictions.js';

/** What ends a job although its file is in order: bounds that are small, an engine that is not there, a folder that went. */
const parent = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));
const dataDir = join(parent, 'data');
const env = { ...ENGINE_ENV, STAGEGATE_DATA_DIR: dataDir };
const small = { name: 'a.csv', content: 'id,label,score\n1,0,0.1\n2,1,0.9\n' };
const ROWS = 1_500_000;
/** Classes with long names need less time to become too many. */
const CLASSES = 200_000;

/** Accepts jobs and measures none. */
let app: TestApp;
let ci: Submitter;

beforeAll(async () => {
  app = await TestApp.start({ env: { ...env, STAGEGATE_PREDICTIONS_CONCURRENCY: '0' } });
  ci = new Submitter(app, await app.as('ci', 'contributor'));
  await ci.model('m', 1);
});
afterAll(async () => {
  await app?.stop();
  rmSync(parent, { recursive: true, force: true });
});

/** What becomes of a job when a replica of these settings takes it. */
async function takenBy(id: string, settings: Record<string, string>): Promise<Json> {
  const replica = await TestApp.start({ beside: app, env: { ...env, ...settings } });
  try {
    const job = await ci.ended(id);
    const { items } = await ci.client.get('/audit-events?action=predictions.failed&model=m&limit=200');
    const event = items.find(({ details }: Json) => details.jobId === id);
    expect(event).toMatchObject({ actor: 'ci', details: { error: job.error } });
    expect((await ci.client.get('/models/m/versions/1/evaluations')).items).toEqual([]);
    expect(readdirSync(join(dataDir, 'predictions', 'stored'))).toEqual([]);
    return job;
  } finally {
    await replica.stop();
    expect(readdirSync(join(dataDir, 'predictions', 'work'))).toEqual([]);
  }
}

it('a file that needs more memory than a job may use: as many classes as rows', async () => {
  const long = 'a rather long name of a class '.repeat(6);
  const lines = Array.from({ length: CLASSES }, (_, i) => `${i},${long}${i},another ${long}${i}`);
  const columns = { rowId: 'id', label: 'label', prediction: 'prediction' };
  const file = { name: 'a.csv', content: `id,label,prediction\n${lines.join('\n')}` };
  const { id } = await ci.submit('m', 1, { ...SMALL, task: 'multiclass', columns }, file);
  const job = await takenBy(id, { STAGEGATE_PREDICTIONS_MEMORY_MB: '256' });
  expect(job).toMatchObject({ status: 'failed', attempts: 1, error: { code: 'OUT_OF_MEMORY' } });
});

it('a file that takes longer than a job may', async () => {
  const lines = Array.from({ length: ROWS }, (_, i) => `${(i * 7919) % ROWS},${i % 2},0.5`);
  const { id } = await ci.submit('m', 1, SMALL, { name: 'a.csv', content: `id,label,score\n${lines.join('\n')}` });
  const job = await takenBy(id, { STAGEGATE_PREDICTIONS_JOB_SECONDS: '1' });
  const error = { code: 'TIME_LIMIT', detail: 'The job took longer than 1 seconds.' };
  expect(job).toMatchObject({ status: 'failed', attempts: 1, error });
});

it.each([
  ['that none is made for', 'riscv64'],
  ['whose one is not installed', process.arch === 'arm64' ? 'x64' : 'arm64'],
])('an engine on a machine %s is said to be missing, at the first attempt', async (_name, arch) => {
  const preload = join(parent, `${arch}.mjs`);
  writeFileSync(preload, `Object.defineProperty(process, 'arch', { value: '${arch}' });`);
  const { id } = await ci.submit('m', 1, SMALL, small);
  const settings = { NODE_OPTIONS: `--import ${pathToFileURL(preload).href}` };
  const job = await takenBy(id, settings);
  expect(job).toMatchObject({ status: 'failed', attempts: 1, error: { code: 'ENGINE_UNAVAILABLE' } });
});

it('an uploaded file that is no longer there fails its job', async () => {
  const { id } = await ci.submit('m', 1, SMALL, small);
  rmSync(join(dataDir, 'predictions', 'incoming', id));
  const job = await takenBy(id, {});
  expect(job).toMatchObject({ status: 'failed', error: { code: 'SPOOL_UNREACHABLE' } });
});

it('a job whose folder no replica looks after any more is failed by one that has another', async () => {
  const { id } = await ci.submit('m', 1, SMALL, small);
  await app.dataSource.query(`UPDATE prediction_stores SET seen_at = seen_at - interval '20 minutes'`);
  const job = await takenBy(id, { STAGEGATE_DATA_DIR: join(parent, 'other') });
  expect(job).toMatchObject({ status: 'failed', attempts: 0, error: { code: 'SPOOL_UNREACHABLE' } });
});
