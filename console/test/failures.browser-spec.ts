import { type Browser } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { until } from '../../test/support/limits.js';
import { Between } from './between.js';
import { Person } from './browser.js';
import { Service } from './service.js';

let service: Service;
let browser: Browser;
let between: Between;
let anna: Person;

const FAILED = 'This could not be loaded.';
/** More than a page of the list of models, and than Home reads of a condition. */
const MODELS = 110;

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  between = await Between.at(service.url);
  for (let each = 1; each <= MODELS; each++) await service.ask('POST', '/models', { name: `model-${each}` });
  await service.ask('PUT', '/models/model-1/gate-policy', { rules: [{ id: 'floor', metric: 'accuracy', min: 0.8 }] });
  anna = await Person.at(browser);
  await anna.signIn(between.url, (await service.issue('anna', 'admin')).token);
});
afterAll(async () => {
  await browser?.close();
  between?.stop();
  await service?.stop();
});
afterEach(() => {
  between.mend();
  anna.faults.length = 0;
});

function go(path: string, person = anna): Promise<void> {
  return person.opens(`${between.url}/console${path}`);
}

function section(name: string) {
  return anna.page.getByRole('region', { name, exact: true });
}

it('Home says of each part that it could not be read, and shows the others', async () => {
  between.fail(/awaiting=me|policy-changes|reviews|requestedBy=/);
  await go('/');
  for (const name of ['Awaits you', 'Asked for by you', 'Changes of policies that await approval', 'Reviews due'])
    await section(name).getByText(FAILED).waitFor();
  await section('In trouble').getByRole('link', { name: 'Open: model-10', exact: true }).waitFor();
  between.fail(/condition=/);
  await go('/');
  await section('In trouble').getByText(FAILED).waitFor();
  await section('Awaits you').getByText('Nothing waits for you.').waitFor();
  between.mend();
  await anna.asksAgain(section('In trouble').getByRole('button', { name: 'Try again' }));
  await section('In trouble').getByText(FAILED).waitFor({ state: 'detached' });
});

it('Home tells that more models are in trouble than it shows, and leads to all of them', async () => {
  await go('/');
  await section('In trouble').getByText('20+').waitFor();
  await section('In trouble').getByRole('link', { name: 'no policy' }).click();
  await anna.page.waitForURL(/models\?condition=no_policy/);
});

it('what could not be read again stays, and says from when it is until it can', async () => {
  await go('/models/model-1');
  await section('Versions').getByText('No versions yet.').waitFor();
  between.fail(/models\/model-1\/versions/);
  const said = section('Versions').getByText(/^What you see here is from \d\d:\d\d:\d\d, and could not be read again/);
  await said.waitFor();
  await section('Versions').getByText('No versions yet.').waitFor();
  between.mend();
  await anna.asksAgain(said.getByRole('button', { name: 'Try again' }));
  await said.waitFor({ state: 'detached' });
});

it.each([
  ['/models/model-1', 'Versions', /model-1\/versions\?limit=200/],
  ['/', 'Reviews due', /\/reviews/],
])(
  'what could not be read of %s is said all the while, though it is asked for again: %s',
  async (path, name, asked) => {
    const { page } = anna;
    between.fail(asked);
    await go(path);
    const said = section(name).getByRole('alert').getByText(FAILED);
    await said.waitFor();
    // What is asked for from here on gets no answer, be it on its way already.
    const before = between.silenced;
    between.fail(asked, 'silent');
    await until('it is asked for again', () => between.silenced > before);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect(await said.isVisible()).toBe(true);
    await section(name).getByRole('button', { name: 'Try again' }).waitFor();
  },
);

/** Shows a list whose next page does not come. */
async function failsNextPage(): Promise<void> {
  const { page } = anna;
  between.fail(/\/models\?.*cursor=/);
  await go('/models');
  await page.getByRole('link', { name: 'model-1', exact: true }).waitFor();
  await until('the next page has failed', async () => {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    return page.getByRole('alert').getByText(FAILED).isVisible();
  });
}

it('a next page that does not come is said beside the button that brings it', async () => {
  const { page } = anna;
  await failsNextPage();
  expect(await page.getByText(/could not be read again/).count()).toBe(0);
  between.mend();
  await anna.asksAgain(page.getByRole('button', { name: 'Show more' }));
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Show more' }).waitFor({ state: 'detached' });
});

it('a list is not said to be outdated for its next page, be it while it is read anew', async () => {
  const { page } = anna;
  await failsNextPage();
  const before = between.silenced;
  between.fail(/\/models\?/, 'silent');
  await service.ask('PATCH', '/models/model-1', { description: 'Told to all who look.' });
  await until('the list is read anew', () => between.silenced > before);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  expect(await page.getByText(/could not be read again/).count()).toBe(0);
});

it('who cannot be told apart yet sees why, and tries again', async () => {
  between.fail(/GET \/api\/v1\/me$/);
  await anna.page.goto(`${between.url}/console/models`);
  await anna.page.getByRole('alert').getByText(FAILED).waitFor();
  between.mend();
  await anna.asksAgain(anna.page.getByRole('button', { name: 'Try again' }));
  await anna.page.getByRole('heading', { name: 'Models', exact: true }).waitFor();
});

it('an action is done when it is done, though a list never comes back', async () => {
  const { page } = anna;
  await go('/models/model-1/policy');
  await page.getByRole('listitem').filter({ hasText: 'floor' }).getByLabel('Limit').fill('0.85');
  await page.getByText('The draft can be set.').waitFor();
  await page.getByRole('button', { name: 'Save as r2 …' }).click();
  between.fail(/gate-policy\/revisions/, 'silent');
  await page.getByRole('button', { name: 'Set r2' }).click();
  await page.getByText('r2 is in force.').waitFor();
});

it('a change that is about to be saved stays what it was, though others set the policy meanwhile', async () => {
  const { page } = anna;
  await go('/models/model-1/policy');
  await page.getByRole('listitem').filter({ hasText: 'floor' }).getByLabel('Limit').fill('0.7');
  await page.getByText('The draft can be set.').waitFor();
  await page.getByRole('button', { name: 'Save as r3 …' }).click();
  const dialog = page.getByRole('dialog');
  const change = await dialog.getByRole('listitem').first().textContent();
  await service.ask('PUT', '/models/model-1/gate-policy', { rules: [{ id: 'floor', metric: 'accuracy', min: 0.6 }] });
  // Behind the dialog the page has seen the other revision.
  await page.getByText('Someone changed the policy meanwhile').waitFor();
  await anna.rests();
  expect(await dialog.getByRole('listitem').first().textContent()).toBe(change);
  await dialog.getByRole('button', { name: 'Set r3' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('button', { name: 'Look again' }).click();
});

it('a sign-out that fails is said and tried again, and who is signed out already leaves', async () => {
  const { page } = anna;
  await go('/');
  const signOut = async () => {
    await page.getByRole('button', { name: 'Signed in as anna' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
  };
  between.fail(/DELETE \/api\/v1\/sessions/);
  await signOut();
  const dialog = page.getByRole('dialog', { name: 'You are still signed in' });
  await dialog.getByText(FAILED).waitFor();
  between.mend();
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await page.waitForURL(/sign-in/);
  const { id, token } = await service.issue('anna', 'admin');
  await anna.signIn(between.url, token);
  await page.getByRole('button', { name: 'Signed in as anna' }).click();
  // Nothing else tells the page of it before it signs out, nor takes the few connections that a browser has to one host.
  between.fail(/GET \/api\//);
  await anna.rests();
  await service.ask('DELETE', `/tokens/${id}`);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);
});
