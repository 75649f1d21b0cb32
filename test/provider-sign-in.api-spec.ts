import { TestApp } from './support/app/app.js';
import { type Client } from './support/app/client.js';
import { CLIENT, TestProvider } from './support/app/provider.js';
import { runAhead, runOnTime } from './support/app/set-clock.js';
import { TestBrowser } from './support/app/test-browser.js';
import { TestIssuer } from './support/app/test-issuer.js';

let provider: TestProvider;
let rogue: TestIssuer;
let app: TestApp;
let admin: Client;

beforeAll(async () => {
  [provider, rogue] = await Promise.all([TestProvider.listen(), TestIssuer.start()]);
  rogue.discovery = {
    authorization_endpoint: `${rogue.url}/authorize`,
    token_endpoint: `${rogue.url}/token`,
    id_token_signing_alg_values_supported: ['ES256'],
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
  };
  const client = { ...CLIENT, label: 'Company account', scope: 'openid profile groups' };
  const groupRoles = { ml: ['contributor'], leads: ['approver'] };
  const issuers = [
    { name: 'company', issuer: provider.url, audience: 'registry', groupRoles, client },
    { name: 'rogue', issuer: rogue.url, audience: 'registry', groupRoles, client: { id: CLIENT.id } },
  ];
  app = await TestApp.start({ env: { OIDC_ISSUERS: JSON.stringify(issuers) } });
  await provider.serve(app.url, 'company');
  admin = await app.as('root', 'admin');
});
afterAll(async () => {
  await app?.stop();
  await Promise.all([provider?.stop(), rogue?.stop()]);
});
beforeEach(() => {
  runOnTime(app);
  provider.account = 'anna';
  provider.people = { anna: { name: 'Anna Weber', groups: ['ml'] }, eve: { name: 'Eve', groups: [] } };
});

const startUrl = (next = '', issuer = 'company') => `${app.url}/api/v1/sessions/oidc/${issuer}/start${next}`;
const isCallback = (url: string) => url.startsWith(`${app.url}/api/v1/sessions/oidc/`) && url.includes('/callback?');
const isConsole = (url: string) => url.startsWith(`${app.url}/console/`);

/** Goes to the provider and stops before coming back. */
const returning = (browser: TestBrowser) => browser.follow(startUrl(), isCallback);

async function signedIn(browser = new TestBrowser()): Promise<TestBrowser> {
  await browser.follow(startUrl(), isConsole);
  return browser;
}

const me = async (browser: TestBrowser) => {
  const cookie = `stagegate=${browser.cookieOf(app.url, 'stagegate')}`;
  return (await app.anonymous().send('GET', '/me', undefined, { headers: { cookie } })).body;
};

it('the console tells of the providers there are', async () => {
  const settings = await app.anonymous().get('/console-settings');
  expect(settings.signIn).toEqual(['provider', 'token']);
  expect(settings.providers[0]).toEqual({
    name: 'company',
    label: 'Company account',
    startUrl: '/api/v1/sessions/oidc/company/start',
  });
});

it('somebody signs in by the provider, with the roles of the groups of the day, and signs out there, too', async () => {
  const browser = new TestBrowser();
  const landed = await browser.follow(startUrl('?next=/console/models/census%3Ftab%3Dgates'), isConsole);
  expect(landed).toBe(`${app.url}/console/models/census?tab=gates`);
  expect(browser.cookieOf(app.url, 'stagegate-sign-in')).toBeUndefined();
  const known = await me(browser);
  expect(known).toMatchObject({
    subject: 'company:anna',
    displayName: 'Anna Weber',
    groups: ['ml'],
    roles: ['contributor'],
    session: { signOutUrl: '/api/v1/sessions/oidc/company/sign-out' },
  });
  provider.people['anna']!.groups = ['leads'];
  const first = browser.cookieOf(app.url, 'stagegate');
  await signedIn(browser);
  expect(browser.cookieOf(app.url, 'stagegate')).not.toBe(first);
  expect(await me(browser)).toMatchObject({ roles: ['approver'], groups: ['leads'] });
  const { items } = await admin.get('/audit-events?actor=company:anna&sort=sequence');
  const actions = items.map(({ action }: { action: string }) => action);
  expect(actions).toEqual(['token.issued', 'session.started', 'token.issued', 'session.ended', 'session.started']);
  const cookie = `stagegate=${browser.cookieOf(app.url, 'stagegate')}`;
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  expect((await app.anonymous().send('DELETE', '/sessions/current', undefined, { headers })).status).toBe(204);
  const out = await browser.open(`${app.url}${known.session.signOutUrl}`);
  const target = new URL(out.headers.get('location')!);
  expect(`${target.origin}${target.pathname}`).toBe(`${provider.url}/session/end`);
  expect(target.searchParams.get('client_id')).toBe(CLIENT.id);
  expect(target.searchParams.get('post_logout_redirect_uri')).toBe(`${app.url}/console/sign-in`);
  expect((await browser.open(target.href)).status).toBe(200);
});

it('the provider changes its key, and people still sign in', async () => {
  await signedIn();
  await provider.serve(app.url, 'company');
  runAhead(app, 61_000);
  expect(await me(await signedIn())).toMatchObject({ subject: 'company:anna' });
});

it.each(['https://evil.example/', '//evil.example/', '/console\\evil', '/api/v1/me', '/console/\u0007'])(
  'nobody is led to %j after signing in',
  async (next) => {
    const landed = await new TestBrowser().follow(startUrl(`?next=${encodeURIComponent(next)}`), isConsole);
    expect(landed).toBe(`${app.url}/console/`);
  },
);

/** What somebody comes back with; the browser keeps the cookie of its own sign-in. */
type Attack = (browser: TestBrowser, returned: URL) => Promise<URL | [TestBrowser, URL]>;

const changed = (url: URL, name: string, value: string | null): URL => {
  const other = new URL(url);
  if (value === null) other.searchParams.delete(name);
  else other.searchParams.set(name, value);
  return other;
};

const ATTACKS: [string, Attack][] = [
  ['a return that was used already', async (browser, url) => (await browser.open(url.href), url)],
  ['a return in another browser', async (_, url) => [new TestBrowser(), url]],
  [
    'a return in a browser that is signing in, too',
    async (_, url) => {
      const other = new TestBrowser();
      await returning(other);
      return [other, url];
    },
  ],
  [
    'a cookie that was guessed',
    async (_, url) => {
      const other = new TestBrowser();
      other.setCookie(app.url, 'stagegate-sign-in', 'guessed');
      return [other, url];
    },
  ],
  ['no state', async (_, url) => changed(url, 'state', null)],
  ['another state', async (_, url) => changed(url, 'state', 'x'.repeat(43))],
  [
    'a state that was used by somebody else',
    async (_, url) => {
      const other = new URL(await returning(new TestBrowser()));
      return changed(url, 'state', other.searchParams.get('state'));
    },
  ],
  [
    'the code of somebody else',
    async (_, url) => {
      provider.account = 'eve';
      const other = new URL(await returning(new TestBrowser()));
      return changed(url, 'code', other.searchParams.get('code'));
    },
  ],
  ['a code that was guessed', async (_, url) => changed(url, 'code', 'guessed')],
  ['no code', async (_, url) => changed(url, 'code', null)],
  ['another issuer in the answer', async (_, url) => changed(url, 'iss', rogue.url)],
  ['no issuer in the answer of one that names itself', async (_, url) => changed(url, 'iss', null)],
  ['the way back of another issuer', async (_, url) => new URL(url.href.replace('/company/', '/rogue/'))],
  ['a no of the provider', async (_, url) => changed(changed(url, 'code', null), 'error', 'access_denied')],
  ['a return after more than ten minutes', async (_, url) => (runAhead(app, 601_000), url)],
];

it.each(ATTACKS)('nobody is signed in by %s', async (_, attack) => {
  const browser = new TestBrowser();
  const outcome = await attack(browser, new URL(await returning(browser)));
  const [who, url] = outcome instanceof URL ? [browser, outcome] : outcome;
  const before = who.cookieOf(app.url, 'stagegate');
  const answer = await who.open(url.href);
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'SIGN_IN_REFUSED']);
  expect(who.cookieOf(app.url, 'stagegate')).toBe(before);
});

it('a person is shown on the page for it that nobody was signed in', async () => {
  const browser = new TestBrowser();
  const url = changed(new URL(await returning(browser)), 'code', null);
  const answer = await browser.open(url.href, { accept: 'text/html,*/*' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/console/sign-in#failed=SIGN_IN_REFUSED']);
});

const now = () => Math.floor(Date.now() / 1000);

describe('a provider that hands out a token', () => {
  const back = async (idToken: (nonce: string) => Promise<string>) => {
    const browser = new TestBrowser();
    const to = new URL((await browser.open(startUrl('', 'rogue'))).headers.get('location')!);
    expect(to.searchParams.get('code_challenge_method')).toBe('S256');
    const token = await idToken(to.searchParams.get('nonce')!);
    rogue.answerToken = () => ({ access_token: 'x', token_type: 'Bearer', id_token: token });
    const state = to.searchParams.get('state')!;
    return browser.open(`${app.url}/api/v1/sessions/oidc/rogue/callback?code=c&state=${state}`);
  };
  const sign = (claims: Record<string, unknown>, header: Record<string, unknown> = {}) =>
    rogue.sign({ aud: CLIENT.id, ...claims }, header);

  it('that is right signs in', async () => {
    const answer = await back((nonce) => sign({ nonce }));
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/console/']);
  });

  it.each<[string, (nonce: string) => Promise<string>]>([
    ['of another sign-in', () => sign({ nonce: 'another' })],
    ['without the nonce', () => sign({})],
    ['for another client', (nonce) => sign({ nonce, aud: 'another' })],
    ['for two clients, given to the other', (nonce) => sign({ nonce, aud: [CLIENT.id, 'other'], azp: 'other' })],
    ['of another issuer', (nonce) => sign({ nonce, iss: provider.url })],
    ['that is over', (nonce) => sign({ nonce, exp: now() - 120 })],
    [
      'that an unknown key signed',
      async (nonce) => {
        const stranger = await TestIssuer.start();
        await stranger.stop();
        return stranger.sign({ iss: rogue.url, aud: CLIENT.id, nonce });
      },
    ],
    ['that nobody signed', async (nonce) => `${(await sign({ nonce })).split('.').slice(0, 2).join('.')}.`],
    ['of nobody', (nonce) => sign({ nonce, sub: undefined })],
    ['that is none', async () => 'x'],
  ])('%s signs nobody in', async (_, idToken) => {
    const answer = await back(idToken);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'SIGN_IN_REFUSED']);
  });
});

it('an issuer without a client signs nobody in, and one that is away says so', async () => {
  expect((await new TestBrowser().open(startUrl('', 'nowhere'))).status).toBe(404);
  rogue.isAway = true;
  runAhead(app, 3_700_000);
  const away = await TestApp.start({
    beside: app,
    env: { OIDC_ISSUERS: JSON.stringify([{ name: 'away', issuer: rogue.url, audience: 'a', client: { id: 'x' } }]) },
  });
  try {
    expect((await fetch(`${away.url}/api/v1/sessions/oidc/away/start`, { redirect: 'manual' })).status).toBe(503);
  } finally {
    await away.stop();
  }
});
