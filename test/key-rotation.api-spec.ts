import { createHmac, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import { TEST_SECRET, TestApp } from './support/app/app.js';
import { type Client } from './support/app/client.js';

const NEW_SECRET = 'the secret after the one that the tests know';
const folder = mkdtempSync(join(tmpdir(), 'stagegate-rotation-'));
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const fileOf = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const privateFile = fileOf('key.pem', pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
const publicPem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const publicFile = fileOf('public.pem', publicPem);

let app: TestApp;
let old: Client;

beforeAll(async () => {
  app = await TestApp.start();
  old = await app.as('root', 'admin');
});
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true });
});

async function beside<Result>(
  env: Record<string, string>,
  work: (replica: TestApp) => Promise<Result>,
): Promise<Result> {
  const replica = await TestApp.start({ beside: app, env: { STAGEGATE_JWT_SECRET: '', ...env } });
  try {
    return await work(replica);
  } finally {
    await replica.stop();
  }
}

const statusOn = async (on: TestApp, token: string): Promise<number> =>
  (await on.anonymous().send('GET', '/me', undefined, { headers: { authorization: `Bearer ${token}` } })).status;
const headerOf = (token: string) => jwt.decode(token, { complete: true })!.header;
const hmac = (header: object, payload: object, secret: string): string => {
  const text = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};

it('a token names the key that signed it, and of that only what tells it from others', () => {
  const { kid } = headerOf(old.token!);
  expect(kid).toMatch(/^[\w-]{16}$/);
  expect(createHmac('sha256', '').update(TEST_SECRET).digest('base64url')).not.toContain(kid);
});

it.each([
  [
    'a secret to another',
    { STAGEGATE_JWT_SECRET: NEW_SECRET, STAGEGATE_JWT_PREVIOUS_SECRETS: `x${NEW_SECRET}\n${TEST_SECRET}\n` },
  ],
  [
    'secrets of files',
    {
      STAGEGATE_JWT_SECRET_FILE: fileOf('new', `${NEW_SECRET}\n`),
      STAGEGATE_JWT_PREVIOUS_SECRETS_FILE: fileOf('old', `${TEST_SECRET}\n`),
    },
  ],
  ['a secret to a key', { STAGEGATE_JWT_PRIVATE_KEY_FILE: privateFile, STAGEGATE_JWT_PREVIOUS_SECRETS: TEST_SECRET }],
])('from %s nobody is logged out, and new tokens are signed by the new one', async (_, env) => {
  await beside(env, async (replica) => {
    expect(await statusOn(replica, old.token!)).toBe(200);
    const fresh = (await replica.as('anna', 'viewer')).token!;
    expect(headerOf(fresh).kid).not.toBe(headerOf(old.token!).kid);
    expect([await statusOn(replica, fresh), await statusOn(app, fresh)]).toEqual([200, 401]);
  });
});

it('from a key to a secret nobody is logged out, and the public key is no secret', async () => {
  const before = await beside({ STAGEGATE_JWT_PRIVATE_KEY_FILE: privateFile }, (replica) =>
    replica.as('anna', 'admin'),
  );
  for (const file of [privateFile, publicFile]) {
    const env = { STAGEGATE_JWT_SECRET: NEW_SECRET, STAGEGATE_JWT_PREVIOUS_KEY_FILES: ` ${file} ,` };
    await beside(env, async (replica) => {
      expect(await statusOn(replica, before.token!)).toBe(200);
      expect(await statusOn(replica, old.token!)).toBe(401);
      const { header, payload } = jwt.decode(before.token!, { complete: true })!;
      for (const kid of [header.kid, undefined])
        expect(await statusOn(replica, hmac({ alg: 'HS256', kid }, payload as object, publicPem))).toBe(401);
    });
  }
});

it('a token without the name of its key, as earlier releases made them, is taken by whichever signed it', async () => {
  const issued = await old.post('/tokens', { subject: 'ben', roles: ['viewer'] });
  const unnamed = hmac({ alg: 'HS256', typ: 'JWT' }, jwt.decode(issued.token) as object, TEST_SECRET);
  const digest = (await import('node:crypto')).hash('sha256', unnamed, 'hex');
  await app.dataSource.query('UPDATE tokens SET digest = $2 WHERE id = $1', [issued.id, digest]);
  expect(await statusOn(app, unnamed)).toBe(200);
  const env = { STAGEGATE_JWT_SECRET: NEW_SECRET, STAGEGATE_JWT_PREVIOUS_SECRETS: TEST_SECRET };
  expect(await beside(env, (replica) => statusOn(replica, unnamed))).toBe(200);
});

it('a token that names another key than the one that signed it is none', async () => {
  const payload = jwt.decode(old.token!) as object;
  for (const kid of ['unknown', '', 7, null, ['x'], '__proto__'])
    expect(await statusOn(app, hmac({ alg: 'HS256', kid }, payload, TEST_SECRET))).toBe(401);
});

it('an answer that is repeated across a rotation is the first one', async () => {
  const headers = { 'idempotency-key': 'rotated' };
  const first = await old.post('/models', { name: 'rotated' }, 201, { headers });
  const env = { STAGEGATE_JWT_SECRET: NEW_SECRET, STAGEGATE_JWT_PREVIOUS_SECRETS: TEST_SECRET };
  const again = await beside(env, (replica) => {
    const authorization = `Bearer ${old.token}`;
    return replica.anonymous().post('/models', { name: 'rotated' }, 201, { headers: { ...headers, authorization } });
  });
  expect(again).toEqual(first);
});
