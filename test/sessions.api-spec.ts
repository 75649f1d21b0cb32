import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthService } from '../src/access/tokens/auth.service.js';
import { SignInLinks } from '../src/access/sessions/sign-in-links.service.js';
import { type Role } from '../src/platform/access/permission.js';
import { TestApp } from './support/app/app.js';
import { type Answer, type Client } from './support/app/client.js';

let app: TestApp;
let replica: TestApp;
let anyone: Client;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-sessions-'));
  // As the embedded default has it, but for the database.
  const env = { DATABASE_URL: '', STAGEGATE_DATA_DIR: folder, STAGEGATE_PUBLIC_URL: 'https://registry.example' };
  app = await TestApp.start({ env });
  replica = await TestApp.start({ beside: app, env });
  anyone = app.anonymous();
});
afterAll(async () => {
  await replica?.stop();
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };

async function tokenOf(subject: string, ...roles: Role[]): Promise<{ id: string; token: string }> {
  return app.nest.get(AuthService).issueToken({ subject, roles }, { subject: 'test', requestId: 'test' });
}

const signIn = (body: object, headers: Record<string, string> = OWN_PAGE): Promise<Answer> =>
  anyone.send('POST', '/sessions', body, { headers });

/** What a browser would send back. */
function cookieOf(answer: Answer): string {
  return answer.headers.get('set-cookie')!.split(';', 1)[0]!;
}

/** Somebody at a browser of their own. */
async function signedIn(subject: string, ...roles: Role[]): Promise<{ cookie: string; id: string; tokenId: string }> {
  const { id: tokenId, token } = await tokenOf(subject, ...roles);
  const answer = await signIn({ token });
  expect(answer.status).toBe(201);
  return { cookie: cookieOf(answer), id: answer.body.id, tokenId };
}

/** The code of a link for a token of this person. */
async function codeFor(subject: string): Promise<string> {
  return app.nest.get(SignInLinks).issueCode((await tokenOf(subject, 'admin')).id);
}

const ask = (cookie: string, path = '/me', headers: Record<string, string> = {}, on: Client = anyone) =>
  on.send('GET', path, undefined, { headers: { cookie, ...headers } });

const change = (cookie: string, headers: Record<string, string>) =>
  anyone.send(
    'POST',
    '/models',
    { name: `m-${Math.random().toString(36).slice(2)}` },
    { headers: { cookie, ...headers } },
  );

const outcome = ({ status, body }: Answer): unknown[] => (body.code === undefined ? [status] : [status, body.code]);

describe('a session', () => {
  it('begins with a token, says who is signed in and until when, and ends by signing out', async () => {
    const { id: tokenId, token } = await tokenOf('anna', 'approver');
    const started = await signIn({ token }, { ...OWN_PAGE, 'user-agent': 'Browser 1' });
    expect(started.body).toMatchObject({ subject: 'anna', tokenId, userAgent: 'Browser 1', isCurrent: true });
    const attributes = started.headers.get('set-cookie')!.split('; ');
    expect(attributes[0]).toMatch(/^stagegate=[\w-]{43}$/);
    expect(attributes.slice(1)).toEqual(['Path=/', 'HttpOnly', 'SameSite=Lax', 'Max-Age=86400']);
    const me = await ask(cookieOf(started));
    expect(me.body).toMatchObject({ subject: 'anna', roles: ['approver'], session: { id: started.body.id } });
    expect(me.headers.get('cache-control')).toBe('private, no-cache');
    expect(me.headers.get('vary')).toBe('Authorization, Cookie');
    const headers = { cookie: cookieOf(started), ...OWN_PAGE };
    const out = await anyone.send('DELETE', '/sessions/current', undefined, { headers });
    expect(out.status).toBe(204);
    expect(out.headers.get('clear-site-data')).toBe('"cache"');
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(outcome(await ask(cookieOf(started)))).toEqual([401, 'SESSION_ENDED']);
    const { items } = await (await app.as('root', 'admin')).get('/audit-events?actor=anna&sort=sequence');
    expect(items.map(({ action }: { action: string }) => action)).toEqual(['session.started', 'session.ended']);
  });

  it('is listed and ended by its owner and by an administrator, and by nobody else', async () => {
    const [lea, tom] = [await signedIn('lea', 'viewer'), await signedIn('tom', 'viewer')];
    const admin = await app.as('root', 'admin');
    const own = await ask(lea.cookie, '/sessions');
    expect(own.body.items.map(({ id, isCurrent }: { id: string; isCurrent: boolean }) => [id, isCurrent])).toEqual([
      [lea.id, true],
    ]);
    expect((await ask(lea.cookie, '/sessions?subject=tom')).body.items).toEqual([]);
    expect((await admin.get('/sessions?subject=tom')).items).toHaveLength(1);
    const others = { headers: { cookie: lea.cookie, ...OWN_PAGE } };
    expect(outcome(await anyone.send('DELETE', `/sessions/${tom.id}`, undefined, others))).toEqual([
      404,
      'SESSION_NOT_FOUND',
    ]);
    await admin.delete(`/sessions/${tom.id}`);
    expect(outcome(await ask(tom.cookie))).toEqual([401, 'SESSION_ENDED']);
    expect(outcome(await admin.send('DELETE', '/sessions/current'))).toEqual([404, 'SESSION_NOT_FOUND']);
    expect(outcome(await anyone.send('GET', '/sessions'))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it.each([
    ['neither a code nor a token', {}, 400],
    ['both', { code: 'x', token: 'y' }, 400],
    ['a token that is none', { token: 'eyJ.x.y' }, 401],
    ['a token with a header in it', { token: 'a\r\nx: y' }, 401],
  ])('does not begin with %s', async (_name, body, status) => {
    expect((await signIn(body)).status).toBe(status);
  });
});

describe('an attack on sessions fails:', () => {
  it.each([
    ['a form on another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a page on another port or subdomain', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:9' }],
    ['an address that somebody was made to type', { 'sec-fetch-site': 'none' }],
    ['a browser that says only an Origin', { origin: 'https://evil.example' }],
    ['the Origin of a sandboxed frame', { origin: 'null' }],
    ['a request that says nothing of its origin', {}],
    [
      'an own origin with a foreign Sec-Fetch-Site',
      { 'sec-fetch-site': 'cross-site', origin: 'https://registry.example' },
    ],
  ])('1 changing something by %s', async (_name, headers) => {
    const { cookie } = await signedIn('mallory', 'contributor');
    expect(outcome(await change(cookie, headers))).toEqual([403, 'CROSS_SITE_REQUEST']);
  });

  it('1 while a page of the service itself, told by either header, may', async () => {
    const { cookie } = await signedIn('carl', 'contributor');
    for (const headers of [OWN_PAGE, { origin: app.url }, { origin: 'https://registry.example' }])
      expect((await change(cookie, headers as Record<string, string>)).status).toBe(201);
  });

  it('2 signing a victim in as the attacker (login CSRF)', async () => {
    const { token } = await tokenOf('mallory', 'viewer');
    for (const headers of [{}, { 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      const answer = await signIn({ token }, headers as Record<string, string>);
      expect(outcome(answer)).toEqual([403, 'CROSS_SITE_REQUEST']);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  it('3 fixing the session: a cookie that was planted is not taken over, and the one before ends', async () => {
    const planted = `stagegate=${'A'.repeat(43)}`;
    const { token } = await tokenOf('vera', 'viewer');
    const first = await signIn({ token }, { ...OWN_PAGE, cookie: planted });
    expect(cookieOf(first)).not.toBe(planted);
    expect(outcome(await ask(planted))).toEqual([401, 'SESSION_ENDED']);
    const second = await signIn({ token }, { ...OWN_PAGE, cookie: cookieOf(first) });
    expect(outcome(await ask(cookieOf(first)))).toEqual([401, 'SESSION_ENDED']);
    expect((await ask(cookieOf(second))).status).toBe(200);
  });

  it('4 tossing a second cookie of the name: neither is believed', async () => {
    const { cookie } = await signedIn('vera', 'viewer');
    expect(outcome(await ask(`stagegate=planted; ${cookie}`))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('5 stealing the database: it holds digests alone', async () => {
    const { cookie, id } = await signedIn('vera', 'viewer');
    const code = await codeFor('root');
    const [row] = await app.dataSource.query('SELECT * FROM sessions WHERE id = $1', [id]);
    const codes = await app.dataSource.query('SELECT * FROM sign_in_codes');
    expect(JSON.stringify([row, codes])).not.toContain(cookie.split('=')[1]);
    expect(JSON.stringify([row, codes])).not.toContain(code);
    expect(outcome(await ask(`stagegate=${row.digest}`))).toEqual([401, 'SESSION_ENDED']);
  });

  it('6 using a session after its token was revoked, on any replica, or after its roles went', async () => {
    const { cookie, tokenId } = await signedIn('vera', 'admin');
    const other = replica.anonymous();
    expect((await ask(cookie, '/tokens', {}, other)).status).toBe(200);
    await app.dataSource.query(`UPDATE tokens SET roles = ARRAY['viewer'] WHERE id = $1`, [tokenId]);
    expect(outcome(await ask(cookie, '/tokens', {}, other))).toEqual([403, 'FORBIDDEN']);
    await (await app.as('root', 'admin')).delete(`/tokens/${tokenId}`);
    expect(outcome(await ask(cookie, '/me', {}, other))).toEqual([401, 'SESSION_ENDED']);
    expect(outcome(await ask(cookie))).toEqual([401, 'SESSION_ENDED']);
  });

  it.each(['idle_until', 'ends_at'])('7 using a session after its time is over, by %s', async (column) => {
    const { cookie, id } = await signedIn('vera', 'viewer');
    await app.dataSource.query(`UPDATE sessions SET ${column} = now() WHERE id = $1`, [id]);
    expect(outcome(await ask(cookie))).toEqual([401, 'SESSION_ENDED']);
  });

  it('7 keeping a session beyond its end by using it: use prolongs the idle end alone, and never past the other', async () => {
    const { cookie, id } = await signedIn('vera', 'viewer');
    await app.dataSource.query(
      `UPDATE sessions SET last_seen_at = now() - interval '2 minutes', ends_at = now() + interval '1 hour' WHERE id = $1`,
      [id],
    );
    await ask(cookie);
    const [row] = await app.dataSource.query(
      `SELECT idle_until = ends_at AS "isBounded", last_seen_at > now() - interval '1 minute' AS "isSeen" FROM sessions WHERE id = $1`,
      [id],
    );
    expect(row).toEqual({ isBounded: true, isSeen: true });
  });

  it('8 mixing a stolen cookie with a token: what carries a token is judged by it alone', async () => {
    const { cookie } = await signedIn('vera', 'admin');
    const viewer = await tokenOf('mallory', 'viewer');
    const mixed = await ask(cookie, '/me', { authorization: `Bearer ${viewer.token}` });
    expect(mixed.body).toMatchObject({ subject: 'mallory', session: null });
    expect(outcome(await ask(cookie, '/me', { authorization: 'Bearer nonsense' }))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it.each(['evil.example', 'registry.example.evil.example', 'user@registry.example'])(
    '9 leading the name %s here (rebinding)',
    async (host) => {
      const { cookie } = await signedIn('vera', 'viewer');
      const { token } = await tokenOf('vera', 'viewer');
      // Of https the service has no cookie but that of its own name, so a foreign one is met at the sign-in first.
      expect(await rawStatus(app, 'POST', '/api/v1/sessions', { host, ...OWN_PAGE }, JSON.stringify({ token }))).toBe(
        421,
      );
      expect(await rawStatus(app, 'GET', '/api/v1/me', { host, cookie })).toBe(421);
    },
  );

  it('10 passing a plain cookie off as that of https', async () => {
    const { cookie } = await signedIn('vera', 'viewer');
    const { token } = await tokenOf('vera', 'viewer');
    const host = 'registry.example';
    expect(await rawStatus(app, 'GET', '/api/v1/me', { host, cookie })).toBe(401);
    const set = await rawHeader(app, { host, ...OWN_PAGE }, JSON.stringify({ token }), 'set-cookie');
    expect(set).toMatch(/^__Host-stagegate=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/);
    expect(await rawStatus(app, 'GET', '/api/v1/me', { host, cookie: set.split(';', 1)[0]! })).toBe(200);
  });

  it('11 using a sign-in link twice, late, or from elsewhere', async () => {
    const code = await codeFor('root');
    const first = await signIn({ code });
    expect(first.body).toMatchObject({ subject: 'root' });
    expect(outcome(await signIn({ code }))).toEqual([401, 'SIGN_IN_REFUSED']);
    const late = await codeFor('root');
    await app.dataSource.query('UPDATE sign_in_codes SET ends_at = now()');
    expect(outcome(await signIn({ code: late }))).toEqual([401, 'SIGN_IN_REFUSED']);
    const far = await codeFor('root');
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect(outcome(await signIn({ code: far }, { ...OWN_PAGE, [header]: '203.0.113.9' }))).toEqual([
        401,
        'SIGN_IN_REFUSED',
      ]);
    expect((await signIn({ code: far })).status).toBe(201);
  });

  it('11 and of two who use it at once, one is signed in', async () => {
    const code = await codeFor('root');
    const answers = await Promise.all([signIn({ code }), signIn({ code }), signIn({ code })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
  });

  it('12 guessing: ten wrong codes end the right one, and tries take from the budget of their address', async () => {
    const code = await codeFor('root');
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn({ code: `wrong-${attempt}` });
    expect(outcome(await signIn({ code }))).toEqual([401, 'SIGN_IN_REFUSED']);
    expect((await signIn({ code })).headers.get('ratelimit-policy')).toMatch(/^"failures"/);
  });
});

/** fetch lets nobody choose the Host. */
async function raw(
  { nest }: TestApp,
  method: 'GET' | 'POST',
  url: string,
  headers: Record<string, string>,
  payload?: string,
): Promise<{ statusCode: number; headers: Record<string, unknown> }> {
  const type = payload === undefined ? {} : { 'content-type': 'application/json' };
  return nest
    .getHttpAdapter()
    .getInstance()
    .inject({ method, url, headers: { ...headers, ...type }, payload });
}

const rawStatus = async (...request: Parameters<typeof raw>): Promise<number> => (await raw(...request)).statusCode;

async function rawHeader(on: TestApp, headers: Record<string, string>, body: string, name: string): Promise<string> {
  return String((await raw(on, 'POST', '/api/v1/sessions', headers, body)).headers[name]);
}
