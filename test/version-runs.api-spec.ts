import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { type Fields, type Team, teamOf } from './support/app/registry.js';
import { TrackingStandIn } from './support/app/tracking-server.js';
import { found, until } from './support/limits.js';

let tracking: TrackingStandIn;
let folder: string;
let app: TestApp;
let team: Team;

beforeAll(async () => {
  tracking = await TrackingStandIn.start();
  folder = await mkdtemp(join(tmpdir(), 'stagegate-runs-'));
  await writeFile(join(folder, 'token'), 'first\n');
  const env = { MLFLOW_TRACKING_URI: `${tracking.url}/`, MLFLOW_TRACKING_TOKEN_FILE: join(folder, 'token') };
  app = await TestApp.start({ env });
  team = await teamOf(app);
});
afterEach(() => {
  tracking.instead = null;
});
afterAll(async () => {
  await app?.stop();
  await tracking?.goAway();
  await rm(folder, { recursive: true, force: true });
});

const METRICS = [
  { key: 'example_count', value: 40, timestamp: 1795922435016, step: 0 },
  { key: 'accuracy_score', value: 0.5, timestamp: 1795922435016, step: 0 },
];
const RUN_DATASETS = [
  {
    tags: [{ key: 'mlflow.data.context', value: 'training' }],
    dataset: { name: 'train-set', digest: 'aa04bdec', source_type: 'code' },
  },
  { dataset: { name: 'eval-set', digest: 'bb04bdec', source_type: 'code' } },
];
const MODEL_FILE = `signature:\n  inputs: '[{"type": "double", "name": "a"}]'\n  outputs: null\n`;

function tracks(runId: string, more: { datasets?: Json[]; metrics?: Json[] } = {}): string {
  tracking.runs[runId] = {
    info: { run_id: runId, run_uuid: runId, run_name: 'gnat', user_id: 'ann', status: 'FINISHED', start_time: 1000 },
    data: {
      metrics: more.metrics ?? METRICS,
      params: [{ key: 'C', value: '1.0' }],
      tags: [{ key: 'mlflow.source.git.commit', value: '0123456789abcdef' }],
    },
    inputs: { dataset_inputs: more.datasets ?? RUN_DATASETS },
  };
  return runId;
}

async function registered(fields: Fields): Promise<string> {
  const model = await team.root.creates();
  await team.ci.registers(model, fields);
  return `/models/${model}/versions/1`;
}

const readOf = (path: string, status: string): Promise<Json> =>
  found(`the run of ${path} is ${status}`, async () => {
    const version = await team.viewer.get(path);
    return version.run?.status === status ? version : undefined;
  });

describe('the run of a version', () => {
  it('is read after its registration and shown with it, and stays out of lists', async () => {
    const path = await registered({ runId: tracks('r-read') });
    const { run } = await readOf(path, 'read');
    expect(run).toEqual({
      status: 'read',
      server: tracking.url,
      runId: 'r-read',
      readAt: expect.any(String),
      reason: null,
      name: 'gnat',
      state: 'FINISHED',
      user: 'ann',
      startedAt: '1970-01-01T00:00:01.000Z',
      endedAt: null,
      params: { C: '1.0' },
      metrics: { accuracy_score: 0.5, example_count: 40 },
      datasets: [
        { name: 'train-set', digest: 'aa04bdec', context: 'training' },
        { name: 'eval-set', digest: 'bb04bdec', context: null },
      ],
      gitCommit: '0123456789abcdef',
      signature: null,
      leftOut: 0,
    });
    const { items } = await team.viewer.get(path.replace(/\/1$/, ''));
    expect('run' in items[0]).toBe(false);
    const { items: events } = await team.viewer.get(`/audit-events?action=run.read&model=${path.split('/')[2]}`);
    expect(events).toMatchObject([{ actor: team.ci.subject, version: 1, details: { runId: 'r-read' } }]);
  });

  it('is read by way of the logged model where MLflow names that alone, with its signature', async () => {
    tracks('r-logged');
    tracking.models['m-logged'] = { info: { model_id: 'm-logged', source_run_id: 'r-logged' } };
    tracking.modelFiles['m-logged'] = MODEL_FILE;
    const name = await team.root.creates();
    const body = { name, source: 'models:/m-logged', model_id: 'm-logged' };
    expect((await team.ci.send('POST', '//api/2.0/mlflow/model-versions/create', body)).status).toBe(200);
    const { run, runId } = await readOf(`/models/${name}/versions/1`, 'read');
    expect([runId, run.runId, run.signature]).toEqual([
      null,
      'r-logged',
      { inputs: [{ type: 'double', name: 'a' }], outputs: null },
    ]);
  });

  it('is waited for while the server is away, and the registration stands', async () => {
    await tracking.goAway();
    const path = await registered({ runId: tracks('r-late') });
    expect((await team.viewer.get(path)).run).toMatchObject({ status: 'pending', runId: 'r-late', readAt: null });
    const tried = () => app.dataSource.query(`SELECT FROM jobs WHERE kind = 'run-reading' AND due_at IS NOT NULL`);
    await until('an attempt failed', async () => (await tried()).length > 0);
    await tracking.comeBack();
    await readOf(path, 'read');
  });

  it('is waited for while it goes on, so that what it logs after its model is read as well', async () => {
    const runId = tracks('r-going', { metrics: [] });
    const { info, data } = tracking.runs[runId] as Json;
    info.status = 'RUNNING';
    const path = await registered({ runId });
    const asked = () => tracking.asked.some((one) => one.path.includes(runId));
    await until('the run was asked for', asked);
    expect((await team.viewer.get(path)).run).toMatchObject({ status: 'pending', reason: null });
    data.metrics = METRICS;
    info.status = 'FINISHED';
    const { run } = await readOf(path, 'read');
    expect([run.state, run.metrics]).toEqual(['FINISHED', { accuracy_score: 0.5, example_count: 40 }]);
  });

  it('that the server does not have is told with the reason, and nothing else fails', async () => {
    const path = await registered({ runId: 'r-nowhere' });
    const { run } = await readOf(path, 'unreadable');
    expect(run.reason).toContain('Run with that id not found');
    expect((await team.ci.evaluates(path.split('/')[2]!, 1, { accuracy: 0.9 })).version).toBe(1);
  });

  it('is told apart by the ETag, which a change may name', async () => {
    const path = await registered({ runId: tracks('r-etag') });
    await readOf(path, 'read');
    const { headers } = await team.viewer.send('GET', path);
    const change = { description: 'new' };
    const ifMatch = { headers: { 'if-match': headers.get('etag')! } };
    expect((await team.ci.send('PATCH', path, change, ifMatch)).status).toBe(200);
    expect((await team.ci.send('PATCH', path, change, ifMatch)).status).toBe(412);
  });

  it('is immutable once it was read, and a record that was changed all the same is found', async () => {
    const path = await registered({ runId: tracks('r-kept') });
    await readOf(path, 'read');
    const change = `UPDATE version_runs SET record = record || '{"gitCommit": "x"}' WHERE run_id = 'r-kept'`;
    await expect(app.dataSource.query(change)).rejects.toThrow('immutable');
    await expect(app.dataSource.query(`DELETE FROM version_runs`)).rejects.toThrow('immutable');
    await app.dataSource.query('ALTER TABLE version_runs DISABLE TRIGGER USER');
    await app.dataSource.query(change);
    const { differences } = await team.root.get('/audit-events/verification');
    expect(differences).toMatchObject([{ kind: 'run', field: 'record' }]);
    await app.dataSource.query(`UPDATE version_runs SET record = record || '{"gitCommit": "0123456789abcdef"}'`);
    await app.dataSource.query('ALTER TABLE version_runs ENABLE TRIGGER USER');
  });

  it('is asked of the configured server alone, with the token that its file holds by then', async () => {
    const elsewhere = await TrackingStandIn.start();
    await writeFile(join(folder, 'token'), 'second');
    tracking.instead = (response) =>
      response.writeHead(302, { location: `${elsewhere.url}/api/2.0/mlflow/runs/get?run_id=x` }).end();
    const path = await registered({ runId: 'r-led-away' });
    expect((await team.ci.problem('POST', `${path}/evaluations/from-run`, {})).code).toBe('TRACKING_UNAVAILABLE');
    await elsewhere.goAway();
    expect([elsewhere.asked, tracking.asked.at(-1)?.authorization]).toEqual([[], 'Bearer second']);
  });
});

describe('an evaluation of a run', () => {
  it('has its metrics by the names that gates know, on its dataset, and is judged like any other', async () => {
    const path = await registered({ runId: tracks('r-judged') });
    const made = await team.ci.post(`${path}/evaluations/from-run`, { split: 'test', labelDefinition: 'y-1' });
    expect(made).toMatchObject({
      dataset: { name: 'eval-set', version: 'bb04bdec', split: 'test' },
      evaluatedAt: '2026-11-29T03:20:35.016Z',
      evaluator: 'mlflow run r-judged',
      labelDefinition: 'y-1',
      metrics: [{ name: 'accuracy', value: 0.5, count: 40 }],
      createdBy: team.ci.subject,
    });
    expect((await team.viewer.get(`/evaluations/${made.id}`)).digest).toBe(made.digest);
  });

  it('takes another run, another dataset and some metrics where that is asked for', async () => {
    tracks('r-other', { metrics: [{ key: 'test_recall_score', value: 0.25, timestamp: 1 }, ...METRICS] });
    const path = await registered({});
    const dataset = { name: 'holdout', version: '2026-11' };
    const body = { runId: 'r-other', dataset, prefix: 'test_' };
    expect(await team.ci.post(`${path}/evaluations/from-run`, body)).toMatchObject({
      dataset,
      metrics: [{ name: 'recall', value: 0.25 }],
    });
  });

  it.each<[string, number, Fields, Fields]>([
    ['RUN_NOT_NAMED', 409, {}, {}],
    ['RUN_NOT_FOUND', 404, {}, { runId: 'r-nowhere' }],
    ['RUN_DATASET_UNCLEAR', 409, { runId: 'r-plain' }, {}],
    ['RUN_DATASET_UNCLEAR', 409, { runId: 'r-plain' }, { runDataset: 'nope' }],
    ['RUN_WITHOUT_METRICS', 409, { runId: 'r-plain' }, { dataset: { name: 'd', version: '1' }, metrics: ['x'] }],
    ['VALIDATION_FAILED', 400, { runId: 'r-plain' }, { metrics: [] }],
    ['VALIDATION_FAILED', 400, { runId: 'r-plain' }, { slices: {} }],
  ])('is refused with %s (%i) for a version of %j asked by %j', async (code, status, fields, body) => {
    tracks('r-plain', { datasets: [] });
    const path = await registered(fields);
    expect(await team.ci.problem('POST', `${path}/evaluations/from-run`, body)).toMatchObject({ code, status });
    expect((await team.viewer.get(`${path}/evaluations`)).items).toEqual([]);
  });

  it.each([
    ['is no JSON', '<html>'],
    ['is none of MLflow', '{"run": {"info": 5}}'],
  ])('is refused where the answer %s', async (_, text) => {
    const path = await registered({});
    tracking.instead = (response) => response.end(text);
    const { code } = await team.ci.problem('POST', `${path}/evaluations/from-run`, { runId: 'r' });
    expect(code).toBe('RUN_NOT_FOUND');
  });

  it('needs the right to submit, a version that is there, and a server', async () => {
    const path = await registered({});
    expect((await team.viewer.send('POST', `${path}/evaluations/from-run`, {})).status).toBe(403);
    expect((await app.anonymous().send('POST', `${path}/evaluations/from-run`, {})).status).toBe(401);
    const missing = `${path.replace(/1$/, '2')}/evaluations/from-run`;
    expect((await team.ci.problem('POST', missing, {})).code).toBe('VERSION_NOT_FOUND');
    const without = await TestApp.start({ beside: app });
    try {
      const person = team.ci.at(without.url);
      expect((await person.problem('POST', `${path}/evaluations/from-run`, {})).code).toBe('TRACKING_NOT_CONFIGURED');
      const model = await team.root.creates();
      expect('run' in (await person.registers(model, { runId: 'r-read' }))).toBe(false);
    } finally {
      await without.stop();
    }
  });
});
