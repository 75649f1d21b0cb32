import { type Client } from './support/app/client.js';
import { TestApp } from './support/app/app.js';
import { DOCUMENT } from './support/app/contract.js';

let app: TestApp;
let admin: Client;

beforeAll(async () => {
  app = await TestApp.start();
  admin = await app.as('admin', 'admin');
  await admin.post('/models', { name: 'tagged', tags: { writes: '0' } });
  await admin.post('/models/tagged/versions', { artifactUri: 's3://1' });
});

afterAll(() => app?.stop());

const ifMatch = (etag: string) => ({ headers: { 'if-match': etag } });

async function etagOf(path: string): Promise<string> {
  return (await admin.send('GET', path)).headers.get('etag') ?? '';
}

it.each(['/models/tagged', '/models/tagged/versions/1', '/models/tagged/gate-policy'])(
  '%s carries a strong ETag, and the caller who has it is answered 304 without a body',
  async (path) => {
    const etag = await etagOf(path);
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await admin.send('GET', path, undefined, { headers: { 'if-none-match': `"other", ${etag}` } });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', etag]);
    const other = await admin.send('GET', path, undefined, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  },
);

it('a change moves the ETag, and a change meant for the old one is refused and changes nothing', async () => {
  const before = await etagOf('/models/tagged/versions/1');
  const first = await admin.send('PATCH', '/models/tagged/versions/1', { description: 'first' }, ifMatch(before));
  expect(first.status).toBe(200);
  expect(await etagOf('/models/tagged/versions/1')).not.toBe(before);
  const second = await admin.send('PATCH', '/models/tagged/versions/1', { description: 'second' }, ifMatch(before));
  expect([second.status, second.body.code]).toEqual([412, 'PRECONDITION_FAILED']);
  expect((await admin.get('/models/tagged/versions/1')).description).toBe('first');
});

it.each([
  ['PUT', '/models/tagged/gate-policy', { preset: 'open' }],
  ['PUT', '/models/tagged/aliases/blue', { version: 1 }],
  ['DELETE', '/models/tagged/versions/1', undefined],
  ['DELETE', '/models/tagged', undefined],
])('%s %s meant for another representation is refused', async (method, path, body) => {
  const answer = await admin.send(method, path, body, ifMatch('"other"'));
  expect([answer.status, answer.body.code]).toEqual([412, 'PRECONDITION_FAILED']);
});

it.each(['/models/tagged', '/models/tagged/versions/1'])(
  'PATCH %s answers the ETag for the next change',
  async (path) => {
    const first = await admin.send('PATCH', path, { description: 'once' });
    expect(first.headers.get('etag')).toBe(await etagOf(path));
    const second = await admin.send('PATCH', path, { description: 'twice' }, ifMatch(first.headers.get('etag') ?? ''));
    const same = await admin.send(
      'PATCH',
      path,
      {},
      { headers: { 'if-none-match': second.headers.get('etag') ?? '' } },
    );
    // RFC 9110 §13.1.2: what a change must not find is there, and 304 is for reads alone.
    expect([second.status, same.status]).toEqual([200, 412]);
  },
);

it('a weak tag is no ground for a change, only for a cached answer', async () => {
  const weak = `W/${await etagOf('/models/tagged')}`;
  const read = await admin.send('GET', '/models/tagged', undefined, { headers: { 'if-none-match': weak } });
  const change = await admin.send('PATCH', '/models/tagged', { owner: 'weak' }, ifMatch(weak));
  expect([read.status, change.status]).toEqual([304, 412]);
});

it('If-Match: * asks for an alias that is there', async () => {
  const absent = await admin.send('PUT', '/models/tagged/aliases/green', { version: 1 }, ifMatch('*'));
  await admin.send('PUT', '/models/tagged/aliases/green', { version: 1 });
  const present = await admin.send('PUT', '/models/tagged/aliases/green', { version: 1 }, ifMatch('*'));
  expect([absent.status, present.status]).toEqual([412, 200]);
});

it('HEAD tells what GET would: the ETag, the next page, and that nothing changed', async () => {
  const etag = await etagOf('/models/tagged');
  const head = await admin.send('HEAD', '/models/tagged');
  expect([head.status, head.headers.get('etag')]).toEqual([200, etag]);
  const again = await admin.send('HEAD', '/models/tagged', undefined, { headers: { 'if-none-match': etag } });
  expect([again.status, again.headers.get('etag')]).toEqual([304, etag]);
  await admin.post('/models/tagged/versions', { artifactUri: 's3://2' });
  const list = await admin.send('HEAD', '/models/tagged/versions?limit=1');
  expect(list.headers.get('link')).toContain('rel="next"');
});

it('fifty writers that count up with If-Match lose no update', async () => {
  const countUp = async (): Promise<void> => {
    for (;;) {
      const read = await admin.send('GET', '/models/tagged');
      const tags = { writes: String(Number(read.body.tags.writes) + 1) };
      const etag = read.headers.get('etag') ?? '';
      const answer = await admin.send('PATCH', '/models/tagged', { tags }, ifMatch(etag));
      if (answer.status === 200) return;
      expect(answer.status).toBe(412);
    }
  };
  await Promise.all(Array.from({ length: 50 }, countUp));
  expect((await admin.get('/models/tagged')).tags.writes).toBe('50');
});

it('a list links its next page, and following the links meets every item once', async () => {
  const names = ['page-a', 'page-b', 'page-c'];
  for (const name of names) await admin.post('/models', { name });
  const seen: string[] = [];
  let path: string | undefined = "/models?limit=1&filter=name like 'page-%25'";
  while (path) {
    const { body, headers } = await admin.send('GET', path);
    seen.push(...body.items.map((item: { name: string }) => item.name));
    path = /^<(.*)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]?.replace('/api/v1', '');
  }
  expect(seen).toEqual(names);
});

it.each(['/models/tagged', '/models/tagged/versions/1'])(
  'PATCH %s that names no field leaves no trace',
  async (path) => {
    const before = [await etagOf(path), (await admin.get('/audit-events?model=tagged')).items.length];
    expect((await admin.send('PATCH', path, {})).status).toBe(200);
    expect([await etagOf(path), (await admin.get('/audit-events?model=tagged')).items.length]).toEqual(before);
  },
);

const ifNoneMatch = (etag: string) => ({ headers: { 'if-none-match': etag } });
const NO_ID = '01936b2e-0000-7000-8000-000000000000';

const OPERATIONS = Object.entries(DOCUMENT.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, { operationId, parameters = [] }]): [string, string, string, string[]] => [
    operationId,
    method.toUpperCase(),
    path,
    parameters.map(({ name }) => name),
  ]),
);

it('whatever can be read by itself is changed and deleted under a precondition', () => {
  const careless = OPERATIONS.filter(
    ([, method, path, parameters]) =>
      ['PUT', 'PATCH', 'DELETE'].includes(method) &&
      'get' in DOCUMENT.paths[path]! &&
      !(parameters.includes('If-Match') && parameters.includes('If-None-Match')),
  );
  expect(careless).toEqual([]);
});

it('a hold, a freeze and a trust rule are ended by whoever knows them as they are', async () => {
  const trust = { issuer: 'https://ci.example', audience: 'stagegate', claims: { repository_id: '1' }, roles: [] };
  const freeze = { name: 'X', reason: 'A feast.', start: '2120-01-01T00:00:00Z', end: '2120-01-02T00:00:00Z' };
  await admin.post('/models', { name: 'held' });
  await admin.put('/models/held/hold', { reason: 'wait' });
  const ends = [
    '/models/held/hold?reason=over',
    `/freezes/${(await admin.post('/freezes', freeze)).id}`,
    `/trust-rules/${(await admin.post('/trust-rules', trust)).id}`,
  ];
  for (const path of ends) {
    const etag = await etagOf(path.split('?', 1)[0]!);
    const stale = await admin.send('DELETE', path, undefined, ifMatch('"other"'));
    const known = await admin.send('DELETE', path, undefined, ifMatch(etag));
    expect([path, stale.status, known.status < 300]).toEqual([path, 412, true]);
  }
  const first = { headers: { 'if-none-match': '*' } };
  const sets = () => admin.send('PUT', '/models/held/hold', { reason: 'again' }, first);
  expect([(await sets()).status, (await sets()).status]).toEqual([200, 412]);
});

it.each(OPERATIONS)(
  '%s (%s %s) heeds preconditions, or refuses them by name',
  async (_id, method, path, parameters) => {
    const values: Record<string, string> = {
      model: 'tagged',
      version: '1',
      alias: 'heeded',
      stage: 'None',
      revision: '1',
    };
    const target = `/${path}`
      .replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? NO_ID)
      .replace('//api/v1', '');
    await admin.send('PUT', '/models/tagged/aliases/heeded', { version: 1 });
    const sent = method !== 'PUT' ? undefined : path.endsWith('gate-policy') ? { preset: 'open' } : { version: 1 };
    const known = method !== 'GET' && 'get' in DOCUMENT.paths[path]! ? await etagOf(target) : '*';
    for (const [name, header] of [
      ['If-Match', '"other"'],
      ['If-None-Match', known || '*'],
    ] as const) {
      const { status, body, headers } = await admin.send(method, target, sent, {
        // Signing in is taken from pages of the service alone.
        headers: { [name]: header, 'sec-fetch-site': 'same-origin' },
      });
      const { code } = body;
      if (!parameters.includes(name)) {
        expect({ status, code, at: body.errors[0].pointer }).toEqual({
          status: 400,
          code: 'PRECONDITION_NOT_TAKEN',
          at: `/${name}`,
        });
      } else if (status === 304) expect([method, name, headers.has('etag')]).toEqual(['GET', 'If-None-Match', true]);
      // What is not there, or not asked for rightly, has no state to compare.
      else expect(status === 412 || status === 404 || code === 'VALIDATION_FAILED').toBe(true);
    }
  },
);

it.each([
  ['an alias', '/models/tagged/aliases/first', { version: 1 }],
  ["a model's policy", '/models/first/gate-policy', { preset: 'open' }],
  ["the registry's policy", '/gate-policy', { preset: 'open' }],
])('of twenty callers who set %s only if there is none, one does', async (_what, path, body) => {
  if (path.includes('/first/')) await admin.post('/models', { name: 'first' });
  const tries = Array.from({ length: 20 }, () => admin.send('PUT', path, body, ifNoneMatch('*')));
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
});

it('champion is set only if nothing is in Production, when that is asked', async () => {
  await admin.post('/models', { name: 'crowned' });
  await admin.put('/models/crowned/gate-policy', { preset: 'open' });
  for (const uri of ['s3://1', 's3://2']) await admin.post('/models/crowned/versions', { artifactUri: uri });
  const set = (version: number) => admin.send('PUT', '/models/crowned/aliases/champion', { version }, ifNoneMatch('*'));
  expect((await set(1)).status).toBe(201);
  expect((await set(2)).status).toBe(412);
  expect((await admin.get('/models/crowned')).productionVersion).toBe(1);
});

it('a read for a state that is gone is 412, and for the one there is 200 or 304', async () => {
  const etag = await etagOf('/models/tagged');
  const read = async (headers: Record<string, string>) =>
    (await admin.send('GET', '/models/tagged', undefined, { headers })).status;
  expect(await read({ 'if-match': '"other"' })).toBe(412);
  expect(await read({ 'if-match': `"other", ${etag}` })).toBe(200);
  expect(await read({ 'if-match': '*' })).toBe(200);
  expect(await read({ 'if-match': etag, 'if-none-match': etag })).toBe(304);
});
