import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import { TEST_SECRET, TestApp } from './support/app/app.js';
import { type Client } from './support/app/client.js';

let app: TestApp;
let admin: Client;

beforeAll(async () => {
  app = await TestApp.start();
  admin = await app.as('root', 'admin');
});
afterAll(() => app?.stop());

const now = () => Math.floor(Date.now() / 1000);

/** The claims of a token that stands, so that each attack below differs from it in one point. */
async function standingClaims(): Promise<jwt.JwtPayload> {
  const { token } = await admin.post('/tokens', { subject: 'mallory', roles: ['admin'] });
  return jwt.decode(token) as jwt.JwtPayload;
}

function sign(claims: object, options: jwt.SignOptions = {}, secret: jwt.Secret = TEST_SECRET): string {
  return jwt.sign(claims, secret, { algorithm: 'HS256', ...options });
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

const without = (claims: jwt.JwtPayload, name: string) =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

const ATTACKS: [string, (claims: jwt.JwtPayload) => string][] = [
  ['no algorithm', (claims) => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`],
  ['no algorithm, oddly spelt', (claims) => `${encode({ alg: 'nOnE', typ: 'JWT' })}.${encode(claims)}.`],
  ['another algorithm of the same secret', (claims) => sign(claims, { algorithm: 'HS512' })],
  ['another secret', (claims) => sign(claims, {}, 'a secret that somebody else knows, long enough')],
  ['the empty secret', (claims) => hmacToken(claims, '')],
  ['expiry in the past', (claims) => sign({ ...claims, exp: now() - 1 })],
  ['validity in the future', (claims) => sign({ ...claims, nbf: now() + 60 })],
  ['another issuer', (claims) => sign({ ...claims, iss: 'https://elsewhere.example' })],
  ['another audience', (claims) => sign({ ...claims, aud: 'elsewhere' })],
  ['no expiry', (claims) => sign(without(claims, 'exp'))],
  ['no start', (claims) => sign(without(claims, 'nbf'))],
  ['no issuer', (claims) => sign(without(claims, 'iss'))],
  ['no audience', (claims) => sign(without(claims, 'aud'))],
  ['an approval role of the service itself', (claims) => sign({ ...claims, approvalRoles: ['admin'] })],
  ['approval roles that are no list', (claims) => sign({ ...claims, approvalRoles: 'ml-lead' })],
  ['no id', (claims) => sign(without(claims, 'jti'))],
  ['no subject', (claims) => sign(without(claims, 'sub'))],
  ['no roles', (claims) => sign(without(claims, 'roles'))],
  ['a role that does not exist', (claims) => sign({ ...claims, roles: ['superadmin'] })],
  ['roles that are no list', (claims) => sign({ ...claims, roles: 'admin' })],
  ['an id that was never issued', (claims) => sign({ ...claims, jti: randomUUID() })],
  ['an id that is no UUID', (claims) => sign({ ...claims, jti: "' OR 1=1 --" })],
  ['an issued id on other claims', (claims) => sign({ ...claims, sub: 'root' })],
  ['a critical header', (claims) => sign(claims, { header: { alg: 'HS256', crit: ['exp'] } })],
  ['a payload that is text', () => jwt.sign('admin', TEST_SECRET)],
  ['a payload that is no JSON', () => hmacToken('not json', TEST_SECRET, (text) => text)],
  ['a changed payload', (claims) => tamper(sign(claims), 1, encode({ ...claims, sub: 'root' }))],
  ['a changed signature', (claims) => tamper(sign(claims), 2, 'AAAA')],
  ['no signature', (claims) => tamper(sign(claims), 2, '')],
  ['garbage', () => 'garbage'],
  ['three dots', () => '...'],
  ['a very long garbage', () => 'a.'.repeat(3_500)],
];

function hmacToken(payload: unknown, secret: string, write: (value: unknown) => unknown = JSON.stringify): string {
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${Buffer.from(String(write(payload))).toString('base64url')}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

function tamper(token: string, index: number, part: string): string {
  const parts = token.split('.');
  parts[index] = part;
  return parts.join('.');
}

async function expectUnauthenticated(authorization: string | undefined): Promise<void> {
  const headers = authorization === undefined ? undefined : { authorization };
  const answer = await app.anonymous().send('GET', '/me', undefined, { headers });
  expect(answer.status).toBe(401);
  expect(answer.body.code).toBe('UNAUTHENTICATED');
  expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="stagegate"/);
}

it.each(ATTACKS)('a token with %s is refused', async (_name, forge) => {
  await expectUnauthenticated(`Bearer ${forge(await standingClaims())}`);
});

it.each([
  ['no header', undefined],
  ['an empty header', ''],
  ['a scheme alone', 'Bearer'],
  ['a scheme and a space', 'Bearer '],
  ['another scheme', `Basic ${Buffer.from('admin:admin').toString('base64')}`],
  ['a token without its scheme', 'eyJhbGciOiJIUzI1NiJ9.e30.x'],
  ['two tokens', 'Bearer a.b.c d.e.f'],
  ['two schemes', 'Bearer Bearer a.b.c'],
  ['a token that is too long', `Bearer ${'a'.repeat(9_000)}`],
])('%s is refused', (_name, authorization) => expectUnauthenticated(authorization));

it('a header without the scheme is told what to send, a token that does not stand is not', async () => {
  const detailFor = async (authorization: string) =>
    (await app.anonymous().get('/me', 401, { headers: { authorization } })).detail as string;
  expect(await detailFor(admin.token!)).toContain('"Authorization: Bearer …"');
  expect(await detailFor('Bearer a.b.c')).toContain('not valid here');
});

it('the same claims, signed and issued, are welcome', async () => {
  const { subject, roles } = await admin.get('/me');
  expect({ subject, roles }).toEqual({ subject: 'root', roles: ['admin'] });
});

it('a token in the query or in a cookie is not looked at', async () => {
  const anonymous = app.anonymous();
  await anonymous.get(`/me?access_token=${admin.token}`, 401);
  await anonymous.get('/me', 401, { headers: { cookie: `token=${admin.token}` } });
});

it('a revoked token is refused by every replica at once', async () => {
  const other = await TestApp.start({ beside: app });
  try {
    const { id, token } = await admin.post('/tokens', { subject: 'anna', roles: ['viewer'] });
    const headers = { authorization: `Bearer ${token}` };
    await app.anonymous().get('/me', 200, { headers });
    await other.anonymous().get('/me', 200, { headers });
    await admin.delete(`/tokens/${id}`);
    await app.anonymous().get('/me', 401, { headers });
    await other.anonymous().get('/me', 401, { headers });
  } finally {
    await other.stop();
  }
});

it('no request that begins after a revocation gets through, however many are under way', async () => {
  const { id, token } = await admin.post('/tokens', { subject: 'anna', roles: ['viewer'] });
  const ask = () => app.anonymous().send('GET', '/me', undefined, { headers: { authorization: `Bearer ${token}` } });
  const before = Array.from({ length: 50 }, ask);
  await admin.delete(`/tokens/${id}`);
  const after = await Promise.all(Array.from({ length: 50 }, ask));
  expect(new Set(after.map((answer) => answer.status))).toEqual(new Set([401]));
  await Promise.all(before);
});

it('a viewer is told which roles may, and the attempt is on record', async () => {
  const anna = await app.as('anna', 'viewer');
  const { code, detail, permission, requestId } = await anna.post('/tokens', {}, 403);
  expect([code, permission]).toEqual(['FORBIDDEN', 'token:manage']);
  expect(detail).toMatch(/^Only admin may issue, list and revoke tokens/);
  const { items } = await admin.get(`/audit-events?requestId=${requestId}`);
  expect(items).toMatchObject([{ action: 'access.denied', actor: 'anna', details: { permission: 'token:manage' } }]);
});

it('refusals of one caller and route are one event at once and one with their number', async () => {
  const [anna, also] = [await app.as('anna.b', 'viewer'), await app.as('Anna.B', 'viewer')];
  const replica = await TestApp.start({ beside: app });
  const there = { url: replica.url, token: anna.token! };
  const send = (path: string, token = there.token) =>
    fetch(`${there.url}/api/v1${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  const denied = async () => {
    const { items } = await admin.get('/audit-events?action=access.denied&limit=200&sort=sequence');
    return items.filter(({ actor }: { actor: string }) => actor.toLowerCase() === 'anna.b');
  };
  for (let number = 0; number < 40; number += 1) {
    expect((await send(`/models/m${number}/versions`, number % 2 ? also.token! : undefined)).status).toBe(403);
  }
  for (let number = 0; number < 3; number += 1) await send('/models');
  expect(await denied()).toMatchObject([
    { details: { path: '/api/v1/models/m0/versions' } },
    { details: { path: '/api/v1/models' } },
  ]);
  await replica.stop();
  const counts = (await denied()).map(({ details }: { details: { count?: number } }) => details.count ?? 1);
  expect(counts.sort((a: number, b: number) => a - b)).toEqual([1, 1, 2, 39]);
});

it('a denied read leaves no trace in the audit record', async () => {
  const anna = await app.as('anna', 'viewer');
  const { requestId } = await anna.get('/tokens', 403);
  expect(await admin.get(`/audit-events?requestId=${requestId}`)).toEqual({ items: [], nextCursor: null });
});

describe('with a key pair', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const PAIRS = {
    ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  };

  it.each(['ES256', 'RS256'] as const)('%s tokens work, and the public key is no shared secret', async (algorithm) => {
    const { privateKey, publicKey } = PAIRS[algorithm];
    const file = join(folder, `${algorithm}.pem`);
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const env = { STAGEGATE_JWT_SECRET: '', STAGEGATE_JWT_PRIVATE_KEY_FILE: file };
    const keyed = await TestApp.start({ beside: app, env });
    try {
      const anna = await keyed.as('anna', 'viewer');
      expect(jwt.decode(anna.token!, { complete: true })!.header.alg).toBe(algorithm);
      await anna.get('/me');
      const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
      const forged = hmacToken(jwt.decode(anna.token!), pem);
      await keyed.anonymous().get('/me', 401, { headers: { authorization: `Bearer ${forged}` } });
      await keyed.anonymous().get('/me', 401, { headers: { authorization: `Bearer ${admin.token}` } });
    } finally {
      await keyed.stop();
    }
  });
});
