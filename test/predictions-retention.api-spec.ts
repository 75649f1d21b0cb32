import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ENGINE_ENV, SMALL, Submitter } from './support/app/predictions.js';
import { until } from './support/limits.js';
import { unlikeTheCatalogue } from './support/app/audit-events.js';

const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));
const env = { ...ENGINE_ENV, STAGEGATE_DATA_DIR: dataDir };
const idle = { ...env, STAGEGATE_PREDICTIONS_CONCURRENCY: '0' };
const looking = { ...idle, STAGEGATE_PREDICTIONS_SWEEP_SECONDS: '1' };
const file = { name: 'a.csv', content: 'id,label,score\n1,0,0.1\n2,1,0.9\n3,1,0.4\n' };
const kept = (id: string) => join(dataDir, 'predictions', 'stored', `${id}.parquet`);
const gone = (id: string) => until(`the predictions ${id} are gone`, () => !existsSync(kept(id)));

/** Accepts jobs, and looked for what may go when there was nothing yet. */
let app: TestApp;
let measuring: TestApp;
let admin: Submitter;

beforeAll(async () => {
  app = await TestApp.start({ env: idle });
  measuring = await TestApp.start({ beside: app, env });
  admin = new Submitter(app, await app.as('root', 'admin'));
  await admin.model('m', 5);
  await admin.client.put('/models/m/gate-policy', { preset: 'open' });
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const on = (name: string) => ({ ...SMALL, dataset: { name, version: '1' }, compareWith: [] });
const measured = async (version: number, dataset: string) =>
  (await admin.measured('m', version, on(dataset), file)).job;
const again = (version: number, dataset: string, status: number) =>
  admin.client.post(
    `/models/m/versions/${version}/evaluations/from-stored-predictions`,
    { dataset: on(dataset).dataset },
    status,
  );
const sweptEvents = async (): Promise<Json[]> =>
  (await admin.client.get('/audit-events?action=predictions.swept&limit=200')).items;

/** The same predictions as if they had been kept so many days ago, on another dataset. */
async function keptAgo(id: string, days: number, dataset: string): Promise<string> {
  const old = randomUUID();
  copyFileSync(kept(id), kept(old));
  await app.dataSource.query(
    `INSERT INTO stored_predictions SELECT (jsonb_populate_record(p, jsonb_build_object('id', $2::text, 'dataset_name', $4::text,
       'created_at', p.created_at - make_interval(days => $3)))).* FROM stored_predictions p WHERE p.id = $1`,
    [id, old, days, dataset],
  );
  return old;
}

it('what is superseded, deleted or expired goes, once, with its audit event; what serves stays, and so do evaluations', async () => {
  const first = await measured(1, 'twice');
  const second = await measured(1, 'twice');
  const deleted = await measured(2, 'deleted');
  await admin.client.delete('/models/m/versions/2');
  const recent = await measured(3, 'recent');
  const expired = await keptAgo(recent.id, 366, 'expired');
  const younger = await keptAgo(recent.id, 364, 'younger');
  const serving = await measured(4, 'serving');
  await admin.client.post('/models/m/versions/4/transitions', { toStage: 'Production' });
  const inProduction = await keptAgo(serving.id, 4_000, 'in-production');
  const [stray, fresh] = [randomUUID(), randomUUID()];
  for (const id of [stray, fresh]) writeFileSync(kept(id), 'left by a process that was killed');
  utimesSync(kept(stray), new Date(0), new Date(0));

  const replicas = [
    await TestApp.start({ beside: app, env: looking }),
    await TestApp.start({ beside: app, env: looking }),
  ];
  for (const id of [first.id, deleted.id, expired, stray]) await gone(id);
  for (const replica of replicas) await replica.stop();

  const left = [second.id, recent.id, younger, serving.id, inProduction, fresh];
  expect(left.filter((id) => !existsSync(kept(id)))).toEqual([]);
  const events = await sweptEvents();
  expect(events.map(({ details }) => [details.predictionsId, details.reason]).sort()).toEqual(
    [
      [first.id, 'superseded'],
      [deleted.id, 'deleted'],
      [expired, 'expired'],
    ].sort(),
  );
  expect(events.every(({ actor, model }) => actor === 'stagegate' && model === 'm')).toBe(true);
  expect(await admin.client.get(`/evaluations/${first.evaluationId}`)).toMatchObject({ version: 1 });
  expect((await again(3, 'expired', 404)).code).toBe('PREDICTIONS_NOT_STORED');
  expect((await admin.ended((await again(1, 'twice', 202)).id)).status).toBe('succeeded');
  expect((await admin.client.get('/audit-events/verification')).valid).toBe(true);
});

it('a file that a job may use stays until the job has ended', async () => {
  const { id } = await measured(5, 'used');
  const old = await keptAgo(id, 400, 'in-use');
  await admin.model('unused', 1);
  const { job: ofAnother } = await admin.measured('unused', 1, on('unused'), file);
  await measuring.stop();
  const { id: job } = await again(5, 'in-use', 202);
  const sweeping = await TestApp.start({ beside: app, env: looking });
  const isSwept = async () => (await sweptEvents()).some(({ details }) => details.predictionsId === old);
  await until('the file is swept', isSwept);
  // A file of another model that is found later is gone only after looks that might have taken this one.
  await gone(await keptAgo(ofAnother.id, 400, 'found-later'));
  expect(existsSync(kept(old))).toBe(true);
  await admin.client.post(`/prediction-jobs/${job}/cancel`, undefined, 200);
  await gone(old);
  await sweeping.stop();
});

it('that predictions were let go cannot be undone in the database', async () => {
  await expect(app.dataSource.query('DELETE FROM swept_predictions')).rejects.toThrow('stays recorded');
});

it('every event says what the catalogue says it does', async () => {
  expect(await unlikeTheCatalogue(app.dataSource)).toEqual([]);
});
