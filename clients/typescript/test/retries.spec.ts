import {
  checkGatesMarkdown,
  connect,
  ConnectionError,
  createModel,
  deleteModel,
  each,
  exportAuditEvents,
  getMetrics,
  listAuditEvents,
  listModels,
  ServiceError,
  setGatePolicy,
  UnexpectedAnswerError,
} from '../src/index.js';
import { Between, type Fault, TOKEN } from './between.js';

let between: Between;
beforeAll(async () => void (between = await Between.start()));
beforeEach(() => void between.seen.splice(0));
afterAll(() => between.stop());

const client = () => connect({ baseUrl: between.url, token: TOKEN, retry: { firstWaitMs: 5 } });
const UNAVAILABLE = {
  status: 503,
  headers: { 'content-type': 'application/problem+json', 'retry-after': '0' },
  body: JSON.stringify({ code: 'DATABASE_UNAVAILABLE', status: 503, detail: 'The database does not answer.' }),
};
let names = 0;
const uniqueName = () => `retried-${process.pid}-${Date.now()}-${(names += 1)}`;

async function creations(model: string): Promise<number> {
  let count = 0;
  for await (const { action } of each(listAuditEvents, { client: client(), query: { model } }))
    if (action === 'model.created') count += 1;
  return count;
}

it('a POST whose answer was lost is repeated with the same key, and has one effect', async () => {
  const name = uniqueName();
  between.faults = ['lose answer', 'lose request', UNAVAILABLE];
  expect(await createModel({ client: client(), body: { name } })).toMatchObject({ name });
  const keys = between.seen.map(({ headers }) => headers['idempotency-key']);
  expect(keys).toHaveLength(4);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(await creations(name)).toBe(1);
});

it("the caller's own key is kept, and two calls have two keys", async () => {
  await createModel({ client: client(), body: { name: uniqueName() }, headers: { 'Idempotency-Key': uniqueName() } });
  await createModel({ client: client(), body: { name: uniqueName() } });
  await createModel({ client: client(), body: { name: uniqueName() } });
  const [own, first, second] = between.seen.map(({ headers }) => headers['idempotency-key']);
  expect(own).toMatch(/^retried-/);
  expect(first).not.toBe(second);
});

it('reading is repeated, up to the number of retries', async () => {
  between.faults = ['lose request', { status: 502 }, { status: 504, body: 'Gateway' }];
  expect((await listModels({ client: client() })).items).toBeInstanceOf(Array);
  between.faults = [UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, UNAVAILABLE];
  await expect(listModels({ client: client() })).rejects.toBeInstanceOf(ServiceError);
  expect(between.faults).toEqual([]);
});

it('an answer that breaks off is asked for again, and is a failed connection in the end', async () => {
  const name = uniqueName();
  between.faults = ['break answer', 'break answer'];
  expect(await createModel({ client: client(), body: { name } })).toMatchObject({ name });
  expect(await creations(name)).toBe(1);
  between.faults = ['break answer', 'break answer'];
  expect((await listModels({ client: client() })).items).toBeInstanceOf(Array);
  between.faults = Array(4).fill('break answer');
  await expect(listModels({ client: client() })).rejects.toBeInstanceOf(ConnectionError);
  expect(between.faults).toEqual([]);
  between.faults = ['break answer'];
  const set = setGatePolicy({ client: client(), path: { model: name }, body: { preset: 'open' } });
  await expect(set).rejects.toBeInstanceOf(ConnectionError);
});

it('an answer that is no JSON, though it says so, is none of the service', async () => {
  between.faults = [{ status: 200, headers: { 'content-type': 'application/json' }, body: '<html>' }];
  await expect(listModels({ client: client() })).rejects.toBeInstanceOf(UnexpectedAnswerError);
});

it.each<Fault>([
  { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Sign in</h1>' },
  { status: 200, body: 'Sign in' },
  { status: 200, headers: { 'content-type': 'application/json', 'content-length': '0' } },
  { status: 200, headers: { 'content-type': 'application/json' }, body: ' ' },
  { status: 204 },
])('a success that is none of the service is an error: %j', async (fault) => {
  between.faults = [fault, fault];
  await expect(listModels({ client: client() })).rejects.toBeInstanceOf(UnexpectedAnswerError);
  await expect(createModel({ client: client(), body: { name: uniqueName() } })).rejects.toBeInstanceOf(UnexpectedAnswerError);
  expect(between.seen).toHaveLength(2);
});

it('a page in place of a report as Markdown is an error, too', async () => {
  between.faults = [{ status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Sign in</h1>' }];
  const path = { model: 'm', version: 1 };
  const report = checkGatesMarkdown({ client: client(), path, body: { toStage: 'Production' } });
  await expect(report).rejects.toMatchObject({ name: 'UnexpectedAnswerError', status: 200, body: '<h1>Sign in</h1>' });
});

it('metrics and an export are answered as they are', async () => {
  expect(await getMetrics({ client: client() })).toContain('# HELP');
  expect(await ((await exportAuditEvents({ client: client() })) as unknown as Blob).text()).toContain('"sequence":');
});

it.each([301, 302, 303, 307, 308])('a read follows the redirect %d, and no change does', async (status) => {
  const elsewhere = { status, headers: { location: '/api/v1/models' } };
  between.faults = [elsewhere];
  expect((await listModels({ client: client() })).items).toBeInstanceOf(Array);
  between.faults = [elsewhere, elsewhere];
  const creation = createModel({ client: client(), body: { name: uniqueName() } });
  await expect(creation).rejects.toMatchObject({ name: 'UnexpectedAnswerError', status });
  await expect(deleteModel({ client: client(), path: { model: 'm' } })).rejects.toMatchObject({ status });
  expect(between.seen).toHaveLength(4);
});

it('a PUT or DELETE whose fate is unknown is not repeated', async () => {
  const name = uniqueName();
  await createModel({ client: client(), body: { name } });
  between.faults = ['lose answer'];
  const set = setGatePolicy({ client: client(), path: { model: name }, body: { preset: 'open' } });
  await expect(set).rejects.toBeInstanceOf(ConnectionError);
  between.faults = ['lose request'];
  await expect(deleteModel({ client: client(), path: { model: name } })).rejects.toBeInstanceOf(ConnectionError);
  expect(between.seen.map(({ method }) => method)).toEqual(['POST', 'PUT', 'DELETE']);
});

it('a longer wait than is allowed is not waited for', async () => {
  between.faults = [{ status: 429, headers: { 'retry-after': '3600' }, body: 'Later.' }];
  const failed = listModels({ client: client() });
  await expect(failed).rejects.toMatchObject({ status: 429, retryAfterMs: 3_600_000, body: 'Later.' });
  await expect(failed).rejects.toBeInstanceOf(UnexpectedAnswerError);
  expect(between.seen).toHaveLength(1);
});

it('what the caller aborts ends with the reason of the caller, also between two attempts', async () => {
  const reason = new Error('Enough.');
  const abort = new AbortController();
  between.faults = [{ status: 429, headers: { 'retry-after': '20' } }];
  const waiting = listModels({ client: client(), signal: abort.signal });
  while (between.faults.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  abort.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(listModels({ client: client(), signal: abort.signal })).rejects.toBe(reason);
});
