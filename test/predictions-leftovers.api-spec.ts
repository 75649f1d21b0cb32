import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { emptied, ENGINE_ENV, SMALL, Submitter } from './support/app/predictions.js';
import { until } from './support/limits.js';

/** Accepts uploads on few connections and measures none, so that every file that lies there is one that was left. */
let app: TestApp;
let ci: Submitter;
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-leftovers-'));
const INCOMING = join(dataDir, 'predictions', 'incoming');
const SUBMIT = '/models/m/versions/1/evaluations/from-predictions';
const FILE = { name: 'a.csv', content: 'id,label,score\n1,0,0.1\n2,1,0.9\n' };
const BOUNDARY = 'a-boundary';
const env = { ...ENGINE_ENV, STAGEGATE_DATA_DIR: dataDir, STAGEGATE_PREDICTIONS_MAX_BYTES: '1000000' };
const idle = { ...env, STAGEGATE_PREDICTIONS_CONCURRENCY: '0', DATABASE_POOL_SIZE: '3' };

beforeAll(async () => {
  app = await TestApp.start({ env: idle });
  ci = new Submitter(app, await app.as('ci', 'contributor', 'admin'));
  await ci.model('m', 1);
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const left = () => readdirSync(INCOMING);
const jobs = async (): Promise<Json[]> => (await ci.client.get('/prediction-jobs?limit=200')).items;
const openJobs = async () => (await jobs()).filter(({ status }) => status === 'queued');

type Part = [name: 'request' | 'file', content: string];
const requestPart = (more: object = {}): Part => ['request', JSON.stringify({ ...SMALL, ...more })];
const filePart = (content = FILE.content): Part => ['file', content];

/** A whole form, with the boundary that the headers below name. */
function formOf(...parts: Part[]): string {
  const texts = parts.map(([name, content]) => {
    const fileName = name === 'file' ? '; filename="a.csv"' : '';
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${fileName}\r\n\r\n${content}\r\n`;
  });
  return `${texts.join('')}--${BOUNDARY}--\r\n`;
}

const MULTIPART = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

/** A request whose body the test sends as it likes; undefined when no answer came. */
function begin(
  key?: string,
  at = { url: app.url, path: SUBMIT, token: ci.client.token },
): { sent: ClientRequest; answered: Promise<number | undefined> } {
  const headers: Record<string, string> = { ...MULTIPART, authorization: `Bearer ${at.token}` };
  if (key !== undefined) headers['idempotency-key'] = key;
  const sent = request(`${at.url}/api/v1${at.path}`, { method: 'POST', headers });
  const answered = new Promise<number | undefined>((resolve) => {
    sent.once('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('error', () => resolve(undefined));
  });
  return { sent, answered };
}

async function cancelAll(): Promise<void> {
  for (const { id } of await openJobs()) await ci.client.post(`/prediction-jobs/${id}/cancel`, undefined, 200);
  await emptied(INCOMING);
}

describe.each([
  ['', {}],
  [' under a key', { 'idempotency-key': 'refused' }],
])('a refused upload%s leaves nothing when its answer is there', (_name, key: Record<string, string>) => {
  let count = 0;
  const headers = (): Record<string, string> =>
    key['idempotency-key'] === undefined ? MULTIPART : { ...MULTIPART, 'idempotency-key': `refused-${(count += 1)}` };

  it.each([
    ['a request that says nothing after the file', formOf(filePart(), ['request', '{}']), 400],
    ['a request that is no JSON after the file', formOf(filePart(), ['request', '{']), 400],
    ['a file without a request', formOf(filePart()), 400],
    ['another digest', formOf(requestPart({ digest: `sha256:${'0'.repeat(64)}` }), filePart()), 400],
    ['a file and the name of another', formOf(filePart(), requestPart({ uri: 'file:///a.csv' })), 400],
    ['a second file', formOf(requestPart(), filePart(), filePart()), 400],
    ['an end amid the file', formOf(requestPart(), filePart()).slice(0, -40), 400],
    ['an end at the first byte of the file', formOf(requestPart(), filePart('\0')).slice(0, -20), 400],
    ['an empty file', formOf(filePart(''), requestPart()), 400],
    ['a file too large', formOf(requestPart(), filePart('0'.repeat(1_000_001))), 413],
  ])('%s', async (_what, body, status) => {
    const answer = await ci.send(SUBMIT, body, headers());
    expect([answer.status, left()]).toEqual([status, []]);
  });

  it('a version, or a path, that does not exist, and a caller who may not', async () => {
    const body = formOf(requestPart(), filePart());
    expect((await ci.send(SUBMIT.replace('versions/1', 'versions/9'), body, headers())).status).toBe(404);
    expect((await ci.send('/models', body, headers())).status).toBe(415);
    const viewer = new Submitter(app, await app.as('eve', 'viewer'));
    expect((await viewer.send(SUBMIT, body, headers())).status).toBe(403);
    expect((await new Submitter(app, app.anonymous()).send(SUBMIT, body, headers())).status).toBe(401);
    expect(left()).toEqual([]);
  });

  it('while as many jobs wait as may', async () => {
    const full = await TestApp.start({ beside: app, env: { ...idle, STAGEGATE_PREDICTIONS_MAX_QUEUED: '1' } });
    const late = new Submitter(full, ci.client);
    await ci.submit('m', 1, SMALL, FILE);
    const [waiting] = left();
    const answer = await late.send(SUBMIT, formOf(requestPart(), filePart()), headers());
    expect([answer.status, left()]).toEqual([429, [waiting]]);
    await full.stop();
    await cancelAll();
  });
});

it('a repeated upload leaves nothing beside the first, nor one that reuses its key', async () => {
  const send = (...parts: Part[]) => ci.send(SUBMIT, formOf(...parts), { ...MULTIPART, 'idempotency-key': 'first' });
  const first = await send(requestPart(), filePart());
  expect(left()).toEqual([first.body.id]);
  const again = await send(filePart(), requestPart());
  expect([again.status, again.body.id, left()]).toEqual([202, first.body.id, [first.body.id]]);
  const other = await send(requestPart(), filePart(`${FILE.content}3,1,0.5\n`));
  expect([other.status, left()]).toEqual([422, [first.body.id]]);
  await cancelAll();
});

it('a request that is taken back as a whole takes its file back', async () => {
  await app.dataSource.query(`ALTER TABLE idempotency_keys ADD CONSTRAINT no_room CHECK (key <> 'doomed')`);
  const answer = await ci.send(SUBMIT, formOf(requestPart(), filePart()), {
    ...MULTIPART,
    'idempotency-key': 'doomed',
  });
  await app.dataSource.query('ALTER TABLE idempotency_keys DROP CONSTRAINT no_room');
  expect([answer.status, left(), await openJobs()]).toEqual([500, [], []]);
});

describe('a caller who hangs up', () => {
  it.each([
    ['amid the file', undefined, formOf(requestPart(), filePart()).slice(0, -40)],
    ['amid a file that comes first', undefined, formOf(filePart()).slice(0, -40)],
    ['after a file that comes first', undefined, formOf(filePart(), requestPart()).slice(0, -60)],
    ['amid the file, under a key', 'gone', formOf(requestPart(), filePart()).slice(0, -40)],
    ['before the file', 'gone-too', formOf(requestPart()).slice(0, -20)],
  ])('%s leaves nothing', async (_when, key, body) => {
    for (const pause of [0, 1, 5, 20]) {
      const { sent, answered } = begin(key);
      sent.write(body);
      await sleep(pause);
      sent.destroy();
      await answered;
    }
    await sleep(50);
    await emptied(INCOMING);
    expect(await openJobs()).toEqual([]);
  });

  it.each([undefined, 'leaving'])('once all is sent has a job with its file, or neither (key: %s)', async (key) => {
    for (let pause = 0; pause < 40; pause += 2) {
      const { sent, answered } = begin(key && `${key}-${pause}`);
      sent.end(formOf(requestPart(), filePart()));
      await sleep(pause);
      sent.destroy();
      await answered;
    }
    // What a caller who is gone asked for is broken off, or done and answered to nobody; either takes its time.
    const filesAndJobs = async () => [left().sort(), (await openJobs()).map(({ id }) => id).sort()];
    let before: unknown;
    for (let now = await filesAndJobs(); JSON.stringify(now) !== JSON.stringify(before); now = await filesAndJobs()) {
      before = now;
      await sleep(1_000);
    }
    const [files, queued] = await filesAndJobs();
    expect(files).toEqual(queued);
    await cancelAll();
  });
});

it('uploads under keys are answered while others stall amid theirs, however few the connections', async () => {
  const stalled = [1, 2, 3, 4].map((number) => begin(`stalled-${number}`));
  const form = formOf(requestPart(), filePart());
  for (const { sent } of stalled) sent.write(form.slice(0, -40));
  while (left().length < stalled.length) await sleep(5);
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, number) =>
      ci.send(SUBMIT, form, { ...MULTIPART, 'idempotency-key': `swift-${number}` }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
  for (const { sent } of stalled) sent.end(form.slice(-40));
  for (const { answered } of stalled) expect(await answered).toBe(202);
  expect(left()).toHaveLength(16);
  await cancelAll();
});

it('what a job left that ended where the folder is not is removed by who looks after the folder', async () => {
  const [ended, open] = [await ci.submit('m', 1, SMALL, FILE), await ci.submit('m', 1, SMALL, FILE)];
  const bare = await TestApp.start({ beside: app });
  await (await bare.as('ci', 'contributor')).post(`/prediction-jobs/${ended.id}/cancel`, undefined, 200);
  await bare.stop();
  await app.dataSource.query(`UPDATE jobs SET finished_at = NULL WHERE kind = 'prediction-folder'`);
  const other = await TestApp.start({ beside: app, env: idle });
  while (left().length > 1) await sleep(10);
  expect(left()).toEqual([open.id]);
  await other.stop();
  await cancelAll();
});

describe('bounds hold before a byte of a file is read', () => {
  const head = formOf(requestPart(), filePart()).slice(0, -40);
  const rest = formOf(requestPart(), filePart()).slice(-40);

  /** Begins so many uploads at once, waits until those that are refused have their answers, then ends the others. */
  async function slowly(count: number, admitted: number, names: (number: number) => Parameters<typeof begin>) {
    const uploads = Array.from({ length: count }, (_, number) => begin(...names(number)));
    const early: (number | undefined)[] = [];
    for (const { sent, answered } of uploads) {
      sent.write(head);
      void answered.then((status) => early.push(status));
    }
    await until('the others are refused', () => early.length >= count - admitted && left().length === admitted);
    const refused = [...early];
    for (const { sent } of uploads) sent.end(rest);
    const statuses = await Promise.all(uploads.map(({ answered }) => answered));
    return { refused, accepted: statuses.filter((status) => status === 202).length };
  }

  const keyOf = (text: string) => text.replaceAll(' ', '-');
  const settings = (limits: Record<string, string>) => ({
    beside: app,
    env: { ...idle, ...Object.fromEntries(Object.entries(limits).map(([k, v]) => [`STAGEGATE_PREDICTIONS_${k}`, v])) },
  });

  it.each([
    ['the queue', false, { MAX_QUEUED: '2' }],
    ['the queue, under keys', true, { MAX_QUEUED: '2' }],
    ['the share of a subject', false, { MAX_QUEUED_PER_SUBJECT: '2' }],
    ['uploads at once', true, { MAX_UPLOADS: '2', MAX_UPLOADS_PER_SUBJECT: '9' }],
    ['uploads at once of a subject', false, { MAX_UPLOADS_PER_SUBJECT: '2' }],
    ['the place on the disk', false, { MAX_SPOOLED_BYTES: '2500000', MAX_SPOOLED_BYTES_PER_SUBJECT: '2500000' }],
    ['the place on the disk of a subject', true, { MAX_SPOOLED_BYTES_PER_SUBJECT: '2500000' }],
  ])('twelve slow uploads against %s for two', async (what, isKeyed, limits) => {
    const tight = await TestApp.start(settings(limits));
    const at = { url: tight.url, path: SUBMIT, token: ci.client.token };
    const { refused, accepted } = await slowly(12, 2, (number) => [
      isKeyed ? keyOf(`${what}-${number}`) : undefined,
      at,
    ]);
    expect(refused).toEqual(Array(10).fill(429));
    expect([accepted, left().length, (await openJobs()).length]).toEqual([2, 2, 2]);
    await cancelAll();
    expect(
      (await slowly(2, 2, (number) => [isKeyed ? keyOf(`${what}-again-${number}`) : undefined, at])).accepted,
    ).toBe(2);
    await cancelAll();
    await tight.stop();
  });

  it('two replicas share one queue, and what one took the other refuses at the end', async () => {
    const replicas = [
      await TestApp.start(settings({ MAX_QUEUED: '2' })),
      await TestApp.start(settings({ MAX_QUEUED: '2' })),
    ];
    const at = (number: number) => ({ url: replicas[number % 2]!.url, path: SUBMIT, token: ci.client.token });
    const { accepted } = await slowly(8, 4, (number) => [undefined, at(number)]);
    expect([accepted, left().length, (await openJobs()).length]).toEqual([2, 2, 2]);
    await cancelAll();
    for (const replica of replicas) await replica.stop();
  });

  it('what one subject may not any more another may', async () => {
    const tight = await TestApp.start(settings({ MAX_QUEUED_PER_SUBJECT: '1' }));
    const [own, other] = [
      new Submitter(tight, ci.client),
      new Submitter(tight, await tight.as('other', 'contributor')),
    ];
    await own.submit('m', 1, SMALL, FILE);
    expect(await own.upload(SUBMIT, SMALL, FILE)).toMatchObject({
      status: 429,
      body: { code: 'TOO_MANY_PREDICTION_JOBS' },
    });
    await other.submit('m', 1, SMALL, FILE);
    await cancelAll();
    await tight.stop();
  });

  it.each([
    ['a model that does not exist', '/models/none/versions/1/evaluations/from-predictions', 404],
    ['no name of a model', '/models/no%20name/versions/1/evaluations/from-predictions', 400],
    ['no number of a version', '/models/m/versions/zero/evaluations/from-predictions', 400],
  ])('an upload to %s is refused at once, under a key as well', async (_what, path, status) => {
    for (const key of [undefined, `target-${status}`]) {
      const { sent, answered } = begin(key, { url: app.url, path, token: ci.client.token });
      sent.write(head);
      expect([await answered, left()]).toEqual([status, []]);
      sent.destroy();
    }
  });
});
