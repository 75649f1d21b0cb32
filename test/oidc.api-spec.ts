import { createHmac, randomUUID } from 'node:crypto';
import { CompactSign, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import { TestApp } from './support/app/app.js';
import { type Client } from './support/app/client.js';
import { runAhead } from './support/app/set-clock.js';
import { TestIssuer } from './support/app/test-issuer.js';

let company: TestIssuer;
let partner: TestIssuer;
let builds: TestIssuer;
let short: TestIssuer;
let app: TestApp;
let admin: Client;
const log: string[] = [];

beforeAll(async () => {
  [company, partner, builds, short] = await Promise.all([
    TestIssuer.start(),
    TestIssuer.start(),
    TestIssuer.start(),
    TestIssuer.start(),
  ]);
  const issuers = [
    {
      name: 'company',
      issuer: company.url,
      audience: ['stagegate', 'registry'],
      clockSkewSeconds: 10,
      claims: { subject: 'uid', groups: 'realm.groups', roles: 'app_roles' },
      groupRoles: { ml: ['contributor'], leads: ['approver', 'viewer'] },
      groupApprovalRoles: { leads: ['ml-lead'] },
    },
    { name: 'partner', issuer: partner.url, audience: 'stagegate', groupRoles: { ml: ['viewer'] } },
    { name: 'builds', issuer: builds.url, audience: 'stagegate', exchangeOnly: true, groupRoles: { ml: ['admin'] } },
  ];
  const env = {
    OIDC_ISSUERS: JSON.stringify(issuers),
    OIDC_ISSUER: short.url,
    OIDC_AUDIENCE: 'stagegate',
    OIDC_JWKS_URL: `${short.url}/keys`,
  };
  app = await TestApp.start({ env, onLog: (line) => log.push(line) });
  admin = await app.as('root', 'admin');
});
afterAll(async () => {
  await app?.stop();
  await Promise.all([company, partner, builds, short].map((issuer) => issuer?.stop()));
});

const ask = (token: string, on = app, path = '/me') =>
  on.anonymous().send('GET', path, undefined, { headers: { authorization: `Bearer ${token}` } });

const member = { uid: 'anna', realm: { groups: ['ml'] } };

it('an issuer says who somebody is, in its own namespace, and its groups give roles', async () => {
  const claims = { uid: 'anna', name: 'Anna Weber', realm: { groups: ['ml', 'leads', 'constructor', 7] } };
  const { status, body } = await ask(await company.sign(claims));
  expect(status).toBe(200);
  expect(body).toMatchObject({
    subject: 'company:anna',
    displayName: 'Anna Weber',
    groups: ['company:ml', 'company:leads', 'company:constructor'],
    roles: ['contributor', 'approver', 'viewer'],
    approvalRoles: ['ml-lead'],
    serviceAccount: false,
    tokenId: null,
    expiresAt: null,
  });
  const other = await ask(await partner.sign({ groups: 'ml' }));
  expect(other.body).toMatchObject({ subject: 'partner:anna', groups: ['partner:ml'], roles: ['viewer'] });
});

it("no issuer speaks for another's groups", async () => {
  const made: string[] = [];
  for (const group of ['ml', 'company:ml']) {
    made.push((await admin.post('/role-bindings', { group, role: 'approver' })).id);
  }
  const granted = async (token: string): Promise<number[]> => {
    const { grants } = (await ask(token, app, '/me/permissions')).body;
    return grants
      .map(({ bindingId }: { bindingId: string }) => made.indexOf(bindingId))
      .filter((at: number) => at >= 0);
  };
  const groups = ['ml', 'company:ml', 'COMPANY:ml'];
  expect(await granted(await short.sign({ groups }))).toEqual([0]);
  expect(await granted(await company.sign({ uid: 'anna', realm: { groups } }))).toEqual([1]);
  expect(await granted(await partner.sign({ groups }))).toEqual([]);
  for (const id of made) await admin.delete(`/role-bindings/${id}`);
});

it('a claim gives roles where one is configured to, and nowhere else', async () => {
  expect((await ask(await company.sign({ uid: 'ben', app_roles: ['viewer', 'owner'] }))).body.roles).toEqual([
    'viewer',
  ]);
  expect((await ask(await partner.sign({ roles: ['admin'], app_roles: ['admin'] }), app, '/models')).status).toBe(403);
});

it('whoever has no role is known and may do nothing', async () => {
  const { status, body } = await ask(await short.sign({ groups: ['ml'] }), app, '/models');
  expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
  expect(body.detail).toContain('no role');
});

it('what somebody does is recorded under the name of the issuer', async () => {
  const headers = { authorization: `Bearer ${await company.sign(member)}` };
  await app.anonymous().post('/models', { name: 'by-anna' }, 201, { headers });
  const { items } = await admin.get('/audit-events?actor=company:anna');
  expect(items).toMatchObject([{ action: 'model.created', model: 'by-anna' }]);
});

const now = () => Math.floor(Date.now() / 1000);
const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Signed by the public key of the issuer as if it were a shared secret. */
async function confused(): Promise<string> {
  const pem = await exportSPKI((await importJWK(company.newest.publicJwk, 'ES256')) as never);
  const text = `${encode({ alg: 'HS256', kid: company.newest.kid })}.${encode({ ...member, iss: company.url, aud: 'stagegate', sub: 'a', iat: now(), exp: now() + 300 })}`;
  return `${text}.${createHmac('sha256', pem).update(text).digest('base64url')}`;
}

/** A key that nobody published, under the name of one that somebody did. */
async function forged(header: object = {}): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const { exportJWK } = await import('jose');
  const claims = { ...member, iss: company.url, aud: 'stagegate', sub: 'a', iat: now(), exp: now() + 300 };
  const jwk = 'jwk' in header ? { jwk: await exportJWK(publicKey) } : {};
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: company.newest.kid, ...header, ...jwk })
    .sign(privateKey);
}

const swapped = (token: string, part: number, text: string) =>
  token
    .split('.')
    .map((each, at) => (at === part ? text : each))
    .join('.');

const claimsOf = (claims: object) => ({
  iss: company.url,
  aud: 'stagegate',
  sub: 'a',
  iat: now(),
  exp: now() + 300,
  ...claims,
});

/** A payload of any text, which the issuer signs. */
const signedText = (text: string): Promise<string> =>
  new CompactSign(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'ES256', kid: company.newest.kid, typ: 'JWT' })
    .sign(company.newest.privateKey);

/** Claims of which one is there twice; readers of JSON believe the last. */
const twice = (name: string, last: string): string =>
  `${JSON.stringify(claimsOf(member)).slice(0, -1)},"${name}":"${last}"}`;

/** A header that no honest library writes, over a payload and a signature that are right. */
async function withHeader(header: object): Promise<string> {
  return swapped(await company.sign(member), 0, encode(header));
}

const withCritical = () => withHeader({ alg: 'ES256', kid: company.newest.kid, crit: ['x'], x: 1 });

const ATTACKS: [string, () => Promise<string>][] = [
  ['another audience', () => company.sign({ ...member, aud: 'another-service' })],
  ['no audience', () => company.sign({ ...member, aud: undefined })],
  ['an audience that only begins alike', () => company.sign({ ...member, aud: 'stagegate-test' })],
  ['an audience in another case', () => company.sign({ ...member, aud: 'Stagegate' })],
  ['an issuer that is not known', () => company.sign({ ...member, iss: 'https://elsewhere.example' })],
  ['an issuer with a slash more', () => company.sign({ ...member, iss: `${company.url}/` })],
  ['one issuer, signed by another', () => partner.sign({ ...member, iss: company.url })],
  [
    'one issuer, signed by another under its key id',
    () => partner.sign({ ...member, iss: company.url }, { kid: company.newest.kid }),
  ],
  [
    'our own issuer',
    () => company.sign({ ...member, iss: 'stagegate', jti: randomUUID(), roles: ['admin'], nbf: now() }),
  ],
  ['an issuer that is a list', () => company.sign({ ...member, iss: [company.url] })],
  ['an expiry in the past', () => company.sign({ ...member, exp: now() - 60 })],
  ['no expiry', () => company.sign({ ...member, exp: undefined })],
  ['an expiry that is text', () => company.sign({ ...member, exp: '9999999999' })],
  ['no time of issue', () => company.sign({ ...member, iat: undefined })],
  ['a time of issue in the future', () => company.sign({ ...member, iat: now() + 600 })],
  ['a start in the future', () => company.sign({ ...member, nbf: now() + 600 })],
  ['no subject', () => company.sign({ ...member, sub: undefined })],
  ['no claim for the subject', () => company.sign({ realm: { groups: ['ml'] } })],
  ['a subject that is a list', () => company.sign({ ...member, uid: ['anna'] })],
  ['a subject that is a number', () => company.sign({ ...member, uid: 7 })],
  ['an empty subject', () => company.sign({ ...member, uid: '' })],
  ['a subject of unseen characters', () => company.sign({ ...member, uid: 'anna\u200b' })],
  ['a subject of letters that look alike', () => company.sign({ ...member, uid: 'аnna' })],
  ['a subject with a line break', () => company.sign({ ...member, uid: 'anna\nadmin' })],
  ['a subject that is very long', () => company.sign({ ...member, uid: 'a'.repeat(1_000) })],
  [
    'more groups than anybody has',
    () => company.sign({ ...member, realm: { groups: Array.from({ length: 600 }, (_, at) => `g${at}`) } }),
  ],
  ['the shared secret of a public key', confused],
  [
    'no algorithm',
    async () =>
      `${encode({ alg: 'none' })}.${encode({ ...member, iss: company.url, aud: 'stagegate', exp: now() + 60 })}.`,
  ],
  ['an algorithm that is not pinned', async () => company.sign(member, { alg: 'ES384' }).catch(() => 'a.b.c')],
  ['a key that nobody published', () => forged()],
  ['a key of its own in the header', () => forged({ jwk: true })],
  ['a place for keys in the header', () => forged({ jku: `${partner.url}/keys` })],
  ['a certificate in the header', () => forged({ x5u: `${partner.url}/keys`, x5c: ['AAAA'] })],
  ['a key id that is unknown', () => company.sign(member, { kid: 'unknown' })],
  ['a key id that is a path', () => company.sign(member, { kid: '../../etc/passwd' })],
  [
    'the type of a logout token',
    () =>
      company.sign(
        { ...member, events: { 'http://schemas.openid.net/event/backchannel-logout': {} } },
        { typ: 'logout+jwt' },
      ),
  ],
  ['a logout token without its type', () => company.sign({ ...member, events: {} })],
  ['the type of a proof of possession', () => company.sign(member, { typ: 'dpop+jwt' })],
  ['a security event', () => company.sign(member, { typ: 'secevent+jwt' })],
  ['an issuer whose tokens are for exchange alone', () => builds.sign({ groups: ['ml'] })],
  [
    'a payload changed after signing',
    async () => swapped(await company.sign(member), 1, encode({ ...member, uid: 'root' })),
  ],
  ['a signature of nothing', async () => swapped(await company.sign(member), 2, '')],
  ['two signatures', async () => `${await company.sign(member)}.AAAA`],
  ['a critical header that nobody here knows', () => company.sign(member, { crit: ['x'], x: 1 }).catch(withCritical)],
  ['an algorithm in another case', async () => withHeader({ alg: 'es256', kid: company.newest.kid })],
  ['no algorithm, in another case', async () => withHeader({ alg: 'nOnE' })],
  ['a list of algorithms', async () => withHeader({ alg: ['ES256'], kid: company.newest.kid })],
  ['a key id that is a list', async () => withHeader({ alg: 'ES256', kid: [company.newest.kid] })],
  ['a payload that is not encoded', async () => withHeader({ alg: 'ES256', b64: false, crit: ['b64'] })],
  ['a token in a token', async () => `${await company.sign({ ...member, token: await company.sign(member) })}.x`],
  ['a payload that is a token', async () => signedText(await company.sign(member))],
  ['a payload that is a list', () => signedText(`[${JSON.stringify(claimsOf(member))}]`)],
  ['a payload whose last subject is not the one it was made for', () => signedText(twice('uid', 'anna\\u200b'))],
  ['a payload whose last audience is another', () => signedText(twice('aud', 'another-service'))],
  ['audiences among which ours is not', () => company.sign({ ...member, aud: ['a', 'b', 'stagegate '] })],
  ['an audience that is an object', () => company.sign({ ...member, aud: { 0: 'stagegate' } })],
  ['a token that is larger than any', () => company.sign({ ...member, filler: 'x'.repeat(9_000) })],
  ['a start that is text', () => company.sign({ ...member, nbf: '0' })],
  [
    'an expiry beyond all numbers',
    () => signedText(JSON.stringify(claimsOf(member)).replace(/"exp":\d+/, '"exp":1e999')),
  ],
];

it('there are more than forty of them, each of a name of its own', () => {
  expect(new Set(ATTACKS.map(([name]) => name)).size).toBe(ATTACKS.length);
  expect(ATTACKS.length).toBeGreaterThan(40);
});

describe('a token is refused, and the answer does not say why', () => {
  it.each(ATTACKS)('of %s', async (_, forge) => {
    const { status, body } = await ask(await forge());
    expect([status, body.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(body.detail).toMatch(/^The token is not valid here/);
  });

  it('while the log says it, without the token', async () => {
    const token = await company.sign({ ...member, aud: 'another-service' });
    log.length = 0;
    await ask(token);
    expect(log.join('\n')).toMatch(/A token of an issuer was refused.*aud/);
    expect(log.join('\n')).not.toContain(token.split('.')[2]);
  });
});

it('a clock that is off by less than is allowed does no harm', async () => {
  expect((await ask(await company.sign({ ...member, exp: now() - 5 }))).status).toBe(200);
  expect((await ask(await company.sign({ ...member, iat: now() + 5, nbf: now() + 5 }))).status).toBe(200);
});

it('nobody gets a token of ours for whom an issuer speaks, however it is spelt', async () => {
  for (const subject of ['company:anna', 'Company:anna', 'company：anna', 'oidc:anna']) {
    const { errors } = await admin.post('/tokens', { subject, roles: ['viewer'] }, 400);
    expect(errors).toMatchObject([{ pointer: '/subject', code: 'IS_SUBJECT' }]);
  }
});

describe('keys', () => {
  it('are found when they change, are asked for once a minute at most, and end when they are taken back', async () => {
    const issuer = await TestIssuer.start();
    const env = {
      OIDC_ISSUERS: JSON.stringify([
        { name: 'keyed', issuer: issuer.url, audience: 'stagegate', groupRoles: { ml: ['viewer'] } },
      ]),
    };
    const own = await TestApp.start({ beside: app, env });
    try {
      const status = async (token: string) => (await ask(token, own)).status;
      const groups = ['ml'];
      expect(issuer.keyReads).toBe(0);
      const first = issuer.newest;
      expect(
        await Promise.all([1, 2, 3].map(async (at) => status(await issuer.sign({ groups, sub: `a${at}` })))),
      ).toEqual([200, 200, 200]);
      expect(issuer.keyReads).toBe(1);
      await issuer.rotate();
      runAhead(own, 61_000);
      expect(await status(await issuer.sign({ groups }))).toBe(200);
      expect(issuer.keyReads).toBe(2);
      for (const kid of ['x', 'y', 'z']) expect(await status(await issuer.sign({ groups }, { kid }))).toBe(401);
      expect(issuer.keyReads).toBe(2);
      runAhead(own, 61_000);
      expect(await status(await issuer.sign({ groups }, { kid: 'x' }))).toBe(401);
      expect(issuer.keyReads).toBe(3);
      issuer.forgetOlder();
      expect(await status(await issuer.sign({ groups, sub: 'late' }, {}, first))).toBe(200);
      runAhead(own, 11 * 60_000);
      const later = { groups, iat: now() + 700, exp: now() + 1_200 };
      expect(await status(await issuer.sign(later, {}, first))).toBe(401);
      expect(await status(await issuer.sign(later))).toBe(200);
      // Keys outlive an outage of their provider.
      issuer.isAway = true;
      runAhead(own, 11 * 60_000);
      expect(await status(await issuer.sign({ groups, sub: 'x', iat: now() + 1_300, exp: now() + 2_000 }))).toBe(200);
    } finally {
      await own.stop();
      await issuer.stop();
    }
  });

  it('of a provider that is away keep nobody else out, and are read when it is back', async () => {
    const issuer = await TestIssuer.start();
    issuer.isAway = true;
    const env = { OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: 'stagegate' };
    const own = await TestApp.start({ beside: app, env });
    try {
      const away = await ask(await issuer.sign(), own);
      expect([away.status, away.body.code, away.headers.get('retry-after')]).toEqual([
        503,
        'IDENTITY_PROVIDER_AWAY',
        '5',
      ]);
      expect((await ask(admin.token!, own)).status).toBe(200);
      issuer.isAway = false;
      runAhead(own, 6_000);
      expect((await ask(await issuer.sign(), own, '/models')).status).toBe(403);
      issuer.discovery = { issuer: 'https://elsewhere.example' };
    } finally {
      await own.stop();
      await issuer.stop();
    }
  });

  it('are not taken from discovery that names another issuer', async () => {
    const issuer = await TestIssuer.start();
    issuer.discovery = { issuer: partner.url };
    const own = await TestApp.start({ beside: app, env: { OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: 'stagegate' } });
    try {
      expect((await ask(await issuer.sign(), own)).status).toBe(503);
    } finally {
      await own.stop();
      await issuer.stop();
    }
  });
});
