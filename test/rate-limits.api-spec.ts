import { TestApp } from './support/app/app.js';
import { type Answer } from './support/app/client.js';
import { Person } from './support/app/registry.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start({
    env: { RATE_LIMIT_READS: '4', RATE_LIMIT_WRITES: '6', RATE_LIMIT_ROLLBACKS: '2', RATE_LIMIT_FAILURES: '3' },
  });
});
afterAll(() => app?.stop());

async function times<Result>(count: number, act: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let done = 0; done < count; done += 1) results.push(await act());
  return results;
}

const statusesOf = (answers: Answer[]) => answers.map(({ status }) => status);

it('the answers count down what a principal has left, and the first too many says when to come back', async () => {
  const reader = await app.as('reader', 'viewer');
  const answers = await times(5, () => reader.send('GET', '/me'));
  expect(statusesOf(answers)).toEqual([200, 200, 200, 200, 429]);
  for (const { headers } of answers) expect(headers.get('ratelimit-policy')).toBe('"reads";q=4;w=60');
  const left = answers.map(({ headers }) => /^"reads";r=(\d+);t=\d+$/.exec(headers.get('ratelimit')!)?.[1]);
  expect(left).toEqual(['3', '2', '1', '0', '0']);
  const { body, headers } = answers.at(-1)!;
  expect(body).toMatchObject({ status: 429, code: 'RATE_LIMITED', detail: expect.stringContaining('4 reads') });
  const seconds = Number(headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
});

it('another principal is not held up, and another token of the same one is', async () => {
  const [busy, sameOne, another] = [
    await app.as('busy', 'viewer'),
    await app.as('busy', 'admin'),
    await app.as('calm', 'viewer'),
  ];
  await times(5, () => busy.send('GET', '/me'));
  expect((await sameOne.send('GET', '/me')).status).toBe(429);
  expect((await another.send('GET', '/me')).status).toBe(200);
});

it('whoever has no writes left can still roll back, and read', async () => {
  const owner = await Person.of(app, 'owner', 'admin');
  const onCall = await Person.of(app, 'on-call', 'admin');
  await owner.creates('urgent');
  await owner.setsPolicy('urgent', { preset: 'open' });
  for (const version of [1, 2]) {
    await owner.registers('urgent');
    await owner.promotes('urgent', version);
  }
  expect((await owner.send('POST', '/models', { name: 'one-too-many' })).body.code).toBe('RATE_LIMITED');
  await times(7, () => onCall.send('POST', '/models', {}));
  expect((await onCall.send('POST', '/models', {})).status).toBe(429);
  const answer = await onCall.send('POST', '/models/urgent/rollback', { reason: 'It misbehaves.' });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('ratelimit')).toMatch(/^"rollbacks";r=1;/);
  expect((await onCall.get('/models/urgent/stages/Production')).version).toBe(1);
});

it('a POST that only reads is counted as a read', async () => {
  const root = await app.as('asks-by-post', 'admin');
  const policy = { preset: 'open' };
  const asked = [
    '/gate-policy/checks',
    '/gate-policy/back-tests',
    '//api/2.0/mlflow/registered-models/get-latest-versions',
  ];
  for (const path of asked) {
    const { headers } = await root.send('POST', path, path.startsWith('//') ? { name: 'none' } : { policy });
    expect([path, headers.get('ratelimit-policy')]).toEqual([path, '"reads";q=4;w=60']);
  }
});

it('failed authentications are limited by address, and hold up nobody who has a token', async () => {
  const answers = await times(4, () => app.anonymous().send('GET', '/me'));
  expect(statusesOf(answers)).toEqual([401, 401, 401, 429]);
  expect((await (await app.as('honest', 'viewer')).send('GET', '/me')).status).toBe(200);
});

it('the address behind a trusted proxy is what is limited and logged, and nobody can choose another', async () => {
  const lines: string[] = [];
  const env = { RATE_LIMIT_FAILURES: '2', TRUSTED_PROXIES: '127.0.0.0/8, 10.0.0.0/8', LOG_LEVEL: 'info' };
  const proxied = await TestApp.start({ beside: app, env, onLog: (line) => lines.push(line) });
  const from = async (forwardedFor: string, name = 'x-forwarded-for') =>
    (await proxied.anonymous().send('GET', '/me', undefined, { headers: { [name]: forwardedFor } })).status;
  const sent = [
    await from('198.51.100.7'),
    await from('203.0.113.1, 198.51.100.7'),
    await from('203.0.113.2, 198.51.100.7, 10.0.0.9'),
    await from('198.51.100.8'),
    await from('for="[2001:db8:1:2::a]:443"', 'forwarded'),
    await from('2001:db8:1:2::b'),
    await from('2001:db8:1:2:ffff::c'),
    await from('2001:db8:1:3::c'),
  ];
  await proxied.stop();
  expect(sent).toEqual([401, 401, 429, 401, 401, 401, 429, 401]);
  const logged = lines.flatMap((line) => / clientAddress=(\S+)/.exec(line)?.[1] ?? []);
  expect(logged.slice(0, 5)).toEqual([...Array(3).fill('198.51.100.7'), '198.51.100.8', '2001:db8:1:2::a']);
});

it('tries to sign in and to exchange are counted by the address behind a trusted proxy, too', async () => {
  const env = { RATE_LIMIT_FAILURES: '2', TRUSTED_PROXIES: '127.0.0.0/8' };
  const proxied = await TestApp.start({ beside: app, env });
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const exchange = async (address: string) => {
    const headers = { ...form, 'x-forwarded-for': address };
    return (await proxied.anonymous().send('POST', '/token-exchange', undefined, { rawBody: 'x=y', headers })).status;
  };
  const sent = [
    await exchange('198.51.100.7'),
    await exchange('198.51.100.7'),
    await exchange('198.51.100.7'),
    await exchange('198.51.100.8'),
    await exchange('2001:db8:1:2::a'),
    await exchange('2001:db8:1:2::b'),
    await exchange('2001:db8:1:2:ffff::c'),
    await exchange('2001:db8:1:3::c'),
  ];
  const { token } = await app.as('signing-in', 'viewer');
  const headers = { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': '198.51.100.9' };
  const { status, body } = await proxied.anonymous().send('POST', '/sessions', { token }, { headers });
  await proxied.stop();
  expect(sent).toEqual([400, 400, 429, 400, 400, 400, 429, 400]);
  expect([status, body.address]).toEqual([201, '198.51.100.9']);
});

it('without trusted proxies the headers of proxies are ignored', async () => {
  const direct = await TestApp.start({ beside: app, env: { RATE_LIMIT_FAILURES: '1' } });
  const from = async (headers: Record<string, string>) =>
    (await direct.anonymous().send('GET', '/me', undefined, { headers })).status;
  const sent = [await from({ 'x-forwarded-for': '198.51.100.7' }), await from({ forwarded: 'for=198.51.100.8' })];
  await direct.stop();
  expect(sent).toEqual([401, 429]);
});

it('probes and documents are not counted', async () => {
  const answers = await times(6, () => fetch(`${app.url}/livez`));
  expect(answers.map(({ status, headers }) => [status, headers.get('ratelimit')])).toEqual(Array(6).fill([200, null]));
});

it('without a limit nothing is counted', async () => {
  const free = await TestApp.start({ beside: app, env: { RATE_LIMIT_READS: '0' } });
  const reader = await free.as('free', 'viewer');
  const answers = await times(6, () => reader.send('GET', '/me'));
  await free.stop();
  expect(answers.map(({ status, headers }) => [status, headers.get('ratelimit')])).toEqual(Array(6).fill([200, null]));
});
