import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { TestApp } from '../support/app/app.js';
import { type Json } from '../support/app/client.js';
import { TestBrowser } from '../support/app/test-browser.js';
import { freePort } from '../support/processes/free-port.js';
import { ROOT } from '../support/processes/tell.js';
import { Keycloak } from './keycloak.js';

/** The provider of compose.oidc.yaml, in its version and with its realm, and the service with the issuers named there. */
const { services } = parse(readFileSync(join(ROOT, 'compose.oidc.yaml'), 'utf8')) as {
  services: Record<'stagegate' | 'keycloak', { image?: string; environment: Record<string, string> }>;
};
const SECRETS: Record<string, string> = Object.fromEntries(
  ['OIDC_CLIENT_SECRET', 'OIDC_USER_PASSWORD', 'KEYCLOAK_ADMIN_PASSWORD'].map((name) => [
    name,
    randomBytes(16).toString('hex'),
  ]),
);

let app: TestApp;
let keycloak: Keycloak;
let provider: string;

beforeAll(async () => {
  const port = await freePort();
  provider = `http://localhost:${port}`;
  app = await TestApp.start({ env: { OIDC_ISSUERS: filled(services.stagegate.environment.OIDC_ISSUERS!) } });
  const env = Object.entries(services.keycloak.environment).map(([name, value]) => [name, filled(value)]);
  const [, version] = /^quay\.io\/keycloak\/keycloak:(.+)$/.exec(services.keycloak.image!)!;
  const realm = readFileSync(join(ROOT, 'deploy', 'keycloak', 'realm.json'), 'utf8');
  keycloak = await Keycloak.start(version!, realm, port, Object.fromEntries(env));
});
afterAll(async () => {
  await keycloak?.stop();
  await app?.stop();
});

/** A value as compose makes it of .env, with the addresses of this test. */
function filled(value: string): string {
  return value
    .replace(/\$\{(\w+):\?[^}]+\}/g, (_, name: string) => SECRETS[name]!)
    .replaceAll('http://localhost:8080', provider)
    .replaceAll('http://localhost:3000', app?.url ?? '');
}

/** What the provider answers to a name and a password on its page. */
async function tries(browser: TestBrowser, name: string, password: string): Promise<Response> {
  const isAtProvider = (url: string): boolean => url.startsWith(`${provider}/`);
  const asked = await browser.follow(`${app.url}/api/v1/sessions/oidc/keycloak/start`, isAtProvider);
  const page = await (await browser.open(asked)).text();
  const action = /<form[^>]+action="([^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&');
  return browser.open(action, {}, new URLSearchParams({ username: name, password }));
}

it.each([
  ['contributor', 'Sample Contributor', ['contributor'], ['ml-team']],
  ['reviewer', 'Sample Reviewer', ['approver'], ['ml-leads']],
  ['administrator', 'Sample Administrator', ['admin'], ['registry-admins']],
])(
  '%s signs in to the console by the provider, and may do what the group of theirs may',
  async (name, displayName, roles, groups) => {
    const browser = new TestBrowser();
    const answer = await tries(browser, name, SECRETS.OIDC_USER_PASSWORD!);
    const landed = await browser.follow(answer.headers.get('location')!, (url) =>
      url.startsWith(`${app.url}/console/`),
    );
    expect(landed).toBe(`${app.url}/console/`);
    const cookie = `stagegate=${browser.cookieOf(app.url, 'stagegate')}`;
    const me: Json = (await app.anonymous().send('GET', '/me', undefined, { headers: { cookie } })).body;
    expect(me).toMatchObject({
      subject: expect.stringMatching(/^keycloak:[0-9a-f-]{36}$/),
      displayName,
      roles,
      groups,
    });
  },
);

it('nobody signs in by another password', async () => {
  const answer = await tries(new TestBrowser(), 'contributor', 'guessed');
  expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
});
