import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, type Client } from './support/app/client.js';
import { TestApp } from './support/app/app.js';
import { SMALL, Submitter } from './support/app/predictions.js';

let app: TestApp;
let replica: TestApp;
let admin: Client;
let count = 0;

beforeAll(async () => {
  app = await TestApp.start();
  replica = await TestApp.start({ beside: app });
  admin = await app.as('admin', 'admin');
});

afterAll(async () => {
  await replica?.stop();
  await app?.stop();
});

const withKey = (key: string) => ({ headers: { 'idempotency-key': key } });

async function newModel(): Promise<string> {
  const name = `repeated-${(count += 1)}`;
  await admin.post('/models', { name });
  return name;
}

async function versionsOf(model: string): Promise<number> {
  return (await admin.get(`/models/${model}/versions`)).items.length;
}

/** What is read from where it is stored has its metrics in the order of GET. */
const inOrder = ({ status, body }: Answer) => ({
  status,
  body: { ...body, metrics: body.metrics?.map((metric: object) => JSON.stringify(metric)).sort() },
});

const gist = ({ status, body }: Answer) => ({ status, body });

it('fifty equal requests at once, over two replicas, have one effect and fifty equal answers', async () => {
  const model = await newModel();
  const elsewhere = await replica.as('admin', 'admin');
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      (index % 2 === 0 ? admin : elsewhere).send(
        'POST',
        `/models/${model}/versions`,
        { artifactUri: 's3://1' },
        withKey('once'),
      ),
    ),
  );
  for (const answer of answers) expect(gist(answer)).toEqual(gist(answers[0]!));
  expect(answers[0]!.status).toBe(201);
  expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(49);
  expect(await versionsOf(model)).toBe(1);
});

it('another body or another path under the same key is refused with 422 and has no effect', async () => {
  const model = await newModel();
  const other = await newModel();
  await admin.post(`/models/${model}/versions`, { artifactUri: 's3://1' }, 201, withKey('mine'));
  const body = await admin.send('POST', `/models/${model}/versions`, { artifactUri: 's3://2' }, withKey('mine'));
  const path = await admin.send('POST', `/models/${other}/versions`, { artifactUri: 's3://1' }, withKey('mine'));
  expect([body.status, body.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  expect([path.status, path.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  expect([await versionsOf(model), await versionsOf(other)]).toEqual([1, 0]);
});

it('a key belongs to its caller: the same key of another subject is another request', async () => {
  const model = await newModel();
  const ci = await app.as('ci', 'contributor');
  const first = await admin.post(`/models/${model}/versions`, { artifactUri: 's3://1' }, 201, withKey('shared'));
  const second = await ci.post(`/models/${model}/versions`, { artifactUri: 's3://1' }, 201, withKey('shared'));
  expect([first.version, second.version]).toEqual([1, 2]);
});

it('a refused promotion is recorded once, and its repetition answers the same report', async () => {
  const model = await newModel();
  await admin.put(`/models/${model}/gate-policy`, {
    rules: [{ metric: 'accuracy', min: 0.9 }],
    allowSkipStaging: true,
  });
  await admin.post(`/models/${model}/versions`, { artifactUri: 's3://1' });
  const ask = () =>
    admin.send('POST', `/models/${model}/versions/1/transitions`, { toStage: 'Production' }, withKey('ask'));
  const [first, second] = [await ask(), await ask()];
  expect(first.status).toBe(422);
  expect(gist(second)).toEqual(gist(first));
  expect((await admin.get(`/models/${model}/transitions`)).items).toHaveLength(1);
});

it('a no that had no effect leaves its key to the same request and to the mended one', async () => {
  const missing = `missing-${(count += 1)}`;
  const version = { artifactUri: 's3://1' };
  const register = (body: object) => admin.send('POST', `/models/${missing}/versions`, body, withKey('later'));
  expect((await register(version)).body.code).toBe('MODEL_NOT_FOUND');
  const create = () => admin.send('POST', '/models', { name: missing }, withKey('anew'));
  await admin.post('/models', { name: missing });
  expect((await create()).body.code).toBe('MODEL_EXISTS');
  expect((await register({ artifactUri: '' })).body.code).toBe('VALIDATION_FAILED');
  const answers = [await register(version), await register(version)];
  expect(answers.map(({ status, body }) => [status, body.version])).toEqual([
    [201, 1],
    [201, 1],
  ]);
  const empty = () => admin.send('POST', `/models/${missing}/rollback`, { reason: 'bad' }, withKey('back'));
  expect([(await empty()).status, (await empty()).headers.get('idempotent-replayed')]).toEqual([409, null]);
  await admin.send('DELETE', `/models/${missing}`);
  expect((await create()).status).toBe(201);
});

it('an issued token is answered again, yet lies encrypted in the database', async () => {
  const issue = () => admin.post('/tokens', { subject: 'robot', roles: ['viewer'] }, 201, withKey('token'));
  const [first, second] = [await issue(), await issue()];
  expect(second).toEqual(first);
  const rows = await app.dataSource.query(`SELECT sealed_body FROM idempotency_keys WHERE key = 'token'`);
  expect(Buffer.from(rows[0].sealed_body, 'base64').toString('latin1')).not.toContain(first.token);
});

it('the answer and the effect are one transaction: when the answer cannot be kept, nothing happened', async () => {
  const model = await newModel();
  await app.dataSource.query(`ALTER TABLE idempotency_keys ADD CONSTRAINT no_room CHECK (key <> 'doomed')`);
  const answer = await admin.send('POST', `/models/${model}/versions`, { artifactUri: 's3://1' }, withKey('doomed'));
  await app.dataSource.query(`ALTER TABLE idempotency_keys DROP CONSTRAINT no_room`);
  expect(answer.status).toBe(500);
  expect(await versionsOf(model)).toBe(0);
  const again = await admin.post(`/models/${model}/versions`, { artifactUri: 's3://1' }, 201, withKey('doomed'));
  expect(again.version).toBe(1);
});

it('a key lives for 24 hours', async () => {
  const model = await newModel();
  await admin.post(`/models/${model}/versions`, { artifactUri: 's3://1' }, 201, withKey('old'));
  await app.dataSource.query(`UPDATE idempotency_keys SET created_at = now() - interval '25 hours' WHERE key = 'old'`);
  const again = await admin.post(`/models/${model}/versions`, { artifactUri: 's3://1' }, 201, withKey('old'));
  expect(again.version).toBe(2);
});

it.each(['', 'two words', 'x'.repeat(256)])('the key "%s" is refused', async (key) => {
  const answer = await admin.send('POST', '/models', { name: `never-${(count += 1)}` }, withKey(key));
  expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_IDEMPOTENCY_KEY']);
});

it('an answer that says to try again later is not the one that is repeated', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-idempotency-'));
  const full = await TestApp.start({
    beside: app,
    env: { STAGEGATE_DATA_DIR: dataDir, STAGEGATE_PREDICTIONS_MAX_QUEUED: '1', STAGEGATE_PREDICTIONS_CONCURRENCY: '0' },
  });
  const ci = new Submitter(full, await full.as('ci', 'contributor'));
  const model = await newModel();
  await admin.post(`/models/${model}/versions`, { artifactUri: 's3://1' });
  const file = { name: 'small.csv', content: 'id,label,score\n1,1,0.9\n2,0,0.1\n' };
  const first = await ci.submit(model, 1, SMALL, file);
  const submit = () =>
    ci.upload(`/models/${model}/versions/1/evaluations/from-predictions`, SMALL, file, 'file', {
      'idempotency-key': 'patient',
    });
  expect(await submit()).toMatchObject({ status: 429, body: { code: 'TOO_MANY_PREDICTION_JOBS' } });
  await ci.client.post(`/prediction-jobs/${first.id}/cancel`, undefined, 200);
  expect((await submit()).status).toBe(202);
  await full.stop();
  rmSync(dataDir, { recursive: true });
});

it('a large answer keeps no second copy of what is stored elsewhere, and is given again whole', async () => {
  const model = await newModel();
  await admin.post(`/models/${model}/versions`, { artifactUri: 's3://1' });
  const features = Array.from({ length: 900 }, (_, index) => ({ region: `region-${index}` }));
  const metrics = [{}, ...features].map((slice) => ({
    name: 'accuracy',
    slice,
    value: 0.5,
    count: 1_000,
    definition: 'sklearn.accuracy_score@1.5 with weights',
  }));
  const evaluate = () =>
    admin.send(
      'POST',
      `/models/${model}/versions/1/evaluations`,
      { dataset: { name: 'd', version: '1' }, metrics },
      withKey('large-1'),
    );
  await admin.put(`/models/${model}/gate-policy`, {
    rules: [{ metric: 'accuracy', min: 0.9, slicesOf: ['region'] }],
    allowSkipStaging: true,
  });
  const promote = () =>
    admin.send('POST', `/models/${model}/versions/1/transitions`, { toStage: 'Production' }, withKey('large-2'));
  for (const [key, status, send] of [
    ['large-1', 201, evaluate],
    ['large-2', 422, promote],
  ] as const) {
    const [first, second] = [await send(), await send()];
    expect(first.status).toBe(status);
    expect(JSON.stringify(first.body).length).toBeGreaterThan(100_000);
    expect(inOrder(second)).toEqual(inOrder(first));
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    const [{ bytes }] = await app.dataSource.query(
      'SELECT octet_length(sealed_body) AS bytes FROM idempotency_keys WHERE key = $1',
      [key],
    );
    expect(bytes).toBeLessThan(10_000);
  }
});

it('one person in another spelling repeats a request', async () => {
  const model = await newModel();
  const send = async (client: Client) =>
    client.send('POST', `/models/${model}/versions`, { artifactUri: 's3://1' }, withKey('spelled'));
  const [first, second] = [await send(await app.as('Anna', 'admin')), await send(await app.as('anna', 'admin'))];
  expect(gist(second)).toEqual(gist(first));
  expect(await versionsOf(model)).toBe(1);
});

it('an answer sealed under an earlier secret of the service is not given, and the request has no second effect', async () => {
  const model = await newModel();
  const send = (client: Client) =>
    client.send('POST', `/models/${model}/versions`, { artifactUri: 's3://1' }, withKey('rotated'));
  expect((await send(admin)).status).toBe(201);
  const env = { STAGEGATE_JWT_SECRET: 'the secret after the one that the tests know' };
  const rotated = await TestApp.start({ beside: app, env });
  try {
    const { status, body } = await send(await rotated.as('admin', 'admin'));
    expect([status, body.code]).toEqual([409, 'IDEMPOTENCY_ANSWER_SEALED']);
  } finally {
    await rotated.stop();
  }
  expect(await versionsOf(model)).toBe(1);
});
