import { type Browser, type BrowserContextOptions } from 'playwright-core';
import { CLIENT, TestProvider } from '../../test/support/app/provider.js';
import { launch } from '../../test/support/processes/chromium.js';
import { isExpected401, Person } from './browser.js';
import { Service } from './service.js';

let provider: TestProvider;
let service: Service;
let browser: Browser;

beforeAll(async () => {
  // Another site than the service, as a provider is.
  provider = await TestProvider.listen('localhost');
  const client = { ...CLIENT, label: 'Company account', scope: 'openid profile groups' };
  const issuers = [
    { name: 'company', issuer: provider.url, audience: 'registry', groupRoles: { ml: ['viewer'] }, client },
  ];
  [service, browser] = await Promise.all([Service.start({ OIDC_ISSUERS: JSON.stringify(issuers) }), launch()]);
  await provider.serve(service.url, 'company');
  await service.ask('POST', '/models', { name: 'credit' });
  await service.ask('PUT', '/models/credit/gate-policy', {
    preset: 'open',
    approvals: { slots: [{ role: 'approver', count: 1 }] },
    allowSkipStaging: true,
  });
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
  await provider?.stop();
});
beforeEach(() => {
  provider.account = 'anna';
  provider.isAway = false;
  provider.people = {
    anna: { name: 'Anna Weber', groups: ['ml', 'leads'] },
    ben: { name: 'Ben Ode', groups: ['ml'] },
    eve: { name: 'Eve Roth', groups: ['guests'] },
  };
});

const DEVICES: [string, BrowserContextOptions][] = [
  ['a desk', {}],
  ['a phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
];

/** A version that waits for an approval. */
async function awaiting(): Promise<string> {
  const { version } = await service.ask<{ version: number }>('POST', '/models/credit/versions', {
    artifactUri: 's3://credit',
  });
  const path = `/models/credit/versions/${version}/transitions`;
  return (await service.ask<{ id: string }>('POST', path, { toStage: 'Production' })).id;
}

describe.each(DEVICES)('at %s', (_, options) => {
  let person: Person;

  beforeEach(async () => {
    person = await Person.at(browser, options);
  });
  afterEach(() => person.close());

  const withProvider = () => person.page.getByRole('link', { name: 'Sign in with Company account' });
  const heading = (name: string) => person.page.getByRole('heading', { name, exact: true });

  async function signIn(): Promise<void> {
    await person.page.goto(`${service.url}/console/sign-in`);
    await withProvider().click();
    await person.page.waitForURL(`${service.url}/console/`);
  }

  async function menuOf(subject: string) {
    await person.page.getByRole('button', { name: new RegExp(subject) }).click();
    return person.page.getByRole('menu');
  }

  /** Beside what the service refused, which Chromium writes down, and what the provider's own pages look for in the world. */
  const faults = () =>
    person.faults.filter(
      (fault) => !isExpected401(fault) && !/status of 40[34]|ERR_FAILED|ERR_NAME_NOT_RESOLVED/.test(fault),
    );

  it('somebody signs in by the provider, is led to the page that was asked for, and has the roles of the groups', async () => {
    await person.page.goto(`${service.url}/console/models/credit`);
    await withProvider().waitFor();
    expect(await person.findings('light')).toEqual([]);
    expect(await person.overflow()).toBe(0);
    await withProvider().click();
    await person.page.waitForURL(`${service.url}/console/models/credit`);
    await heading('credit').waitFor();
    expect(await (await menuOf('company:anna')).innerText()).toContain('viewer');
    expect(person.page.url()).not.toMatch(/code|state/);
    expect(faults()).toEqual([]);
  });

  it('a role that is taken away is gone for the next action', async () => {
    const binding = await service.ask<{ id: string }>('POST', '/role-bindings', { group: 'leads', role: 'approver' });
    const first = await awaiting();
    await signIn();
    const { page } = person;
    const approve = async (id: string) => {
      await page.goto(`${service.url}/console/transitions/${id}?dialog=approve`);
      const dialog = page.getByRole('dialog');
      // What it is decided on has been read.
      await dialog.getByRole('button', { name: /^Approve \d/, disabled: false }).waitFor();
      return dialog;
    };
    await (await approve(first)).getByRole('button', { name: /^Approve \d/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const second = await awaiting();
    const dialog = await approve(second);
    // The screen is as it was when the role is taken away.
    await page.route('**/api/v1/**', (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    );
    await person.rests();
    await service.ask('DELETE', `/role-bindings/${binding.id}`);
    await dialog.getByRole('button', { name: /^Approve \d/ }).click();
    await dialog.getByRole('alert').getByText('Only approver, admin may').waitFor();
    expect((await service.ask<{ status: string }>('GET', `/transitions/${first}`)).status).toBe('applied');
    expect((await service.ask<{ status: string }>('GET', `/transitions/${second}`)).status).toBe('awaiting_approval');
    await service.ask('POST', `/transitions/${second}/cancel`, {});
    expect(faults()).toEqual([]);
  });

  it('somebody signs out here and at the provider, who then lets somebody else in', async () => {
    await signIn();
    await heading('Home').waitFor();
    const cookies = await person.page.context().cookies(`${service.url}/api/v1/sessions/oidc/company/sign-out`);
    expect(cookies.find(({ name }) => name === 'stagegate-id-token')).toMatchObject({
      path: '/api/v1/sessions/oidc/company/sign-out',
      httpOnly: true,
      sameSite: 'Strict',
    });
    const asked = person.page.waitForRequest((request) => request.url().startsWith(`${provider.url}/session/end?`));
    await (await menuOf('company:anna')).getByRole('menuitem', { name: 'Sign out' }).click();
    const { searchParams } = new URL((await asked).url());
    expect(searchParams.get('id_token_hint')?.split('.')).toHaveLength(3);
    await person.page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await person.page.waitForURL(`${service.url}/console/sign-in`);
    const left = await person.page.context().cookies();
    expect(left.filter(({ name }) => name.startsWith('stagegate'))).toEqual([]);
    provider.account = 'ben';
    await withProvider().click();
    await person.page.getByRole('button', { name: /company:ben/ }).waitFor();
    expect(faults()).toEqual([]);
  });

  it('the address that somebody came back by signs nobody in once more', async () => {
    const back = person.page.waitForRequest((request) => request.url().includes('/oidc/company/callback?'));
    await signIn();
    const url = (await back).url();
    await person.page.context().clearCookies();
    await person.page.goto(url);
    await expect(person.page.getByRole('alert').innerText()).resolves.toBe(
      'The provider signed nobody in. Begin again.',
    );
    expect(person.page.url()).not.toContain('state=');
    await person.page.goto(`${service.url}/console/`);
    await withProvider().waitFor();
    expect(faults()).toEqual([]);
  });

  it('a provider that is down is told on the sign-in page, at the way in and at the way out', async () => {
    await signIn();
    await heading('Home').waitFor();
    provider.isAway = true;
    await (await menuOf('company:anna')).getByRole('menuitem', { name: 'Sign out' }).click();
    const { page } = person;
    await page.getByText('You are signed out here. The provider did not answer').waitFor();
    await withProvider().click();
    await page.getByText('The provider does not answer now. Try again, or sign in by a token.').waitFor();
    expect(await person.overflow()).toBe(0);
    provider.isAway = false;
    await withProvider().click();
    await heading('Home').waitFor();
    expect(faults()).toEqual([]);
  });

  it('somebody without any right is told whom to ask for what, and let in once that is done', async () => {
    provider.account = 'eve';
    await signIn();
    await heading('You are signed in, but may see nothing yet').waitFor();
    const said = await person.page.getByRole('main').innerText();
    expect(said).toContain('company:eve');
    expect(said).toContain('guests');
    expect(await person.findingsOfBothThemes()).toEqual([]);
    expect(await person.overflow()).toBe(0);
    const { id } = await service.ask<{ id: string }>('POST', '/role-bindings', { group: 'guests', role: 'viewer' });
    await person.asksAgain(person.page.getByRole('button', { name: 'Look again' }));
    await heading('Home').waitFor();
    await service.ask('DELETE', `/role-bindings/${id}`);
    expect(faults()).toEqual([]);
  });
});
