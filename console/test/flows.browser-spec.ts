import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { isExpected401, Person, waitUntilLocked } from './browser.js';
import { type Role, Service } from './service.js';

let service: Service;
let browser: Browser;
let admin: Person;

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  admin = await Person.at(browser);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const MODEL = '/console/models/census-income';

/** Somebody with a token of their own, signed in. */
async function signedIn(subject: string, ...roles: Role[]): Promise<Person> {
  const { token } = await service.issue(subject, ...roles);
  const person = await Person.at(browser);
  await person.signIn(service.url, token);
  return person;
}

interface Waiting {
  items: { id: string; version: number }[];
}

async function waitingId(): Promise<string> {
  const { items } = await service.ask<Waiting>('GET', '/transitions?status=awaiting_approval');
  return items[0]!.id;
}

const CENSUS = join(import.meta.dirname, '..', '..', 'examples', 'census-income');

/** Version 4 waits for Production again, with 2 there; what was rolled back is measured anew before. */
async function ask4Again(): Promise<string> {
  const holder = await service.ask<{ version: number }>('GET', '/models/census-income/stages/Production');
  if (holder.version === 4)
    await service.ask('POST', '/models/census-income/rollback', { reason: 'once more', toVersion: 2 });
  const { conditions } = await service.ask<{ conditions: { code: string }[] }>('GET', '/models/census-income');
  if (conditions.some(({ code }) => code === 'on_hold'))
    await service.ask('DELETE', '/models/census-income/hold', { reason: 'Looked into.' });
  const evaluation = JSON.parse(readFileSync(join(CENSUS, 'evaluations', 'v4.json'), 'utf8')) as object;
  const path = '/models/census-income/versions/4';
  await service.ask('POST', `${path}/evaluations`, { ...evaluation, evaluatedAt: new Date().toISOString() });
  const { stage } = await service.ask<{ stage: string }>('GET', path);
  if (stage !== 'Staging')
    await service.ask('POST', `${path}/transitions`, { toStage: 'Staging', reason: 'once more' });
  const { token } = await service.issue('ci', 'contributor');
  const asked = await service.askAs<{ id: string }>(token, 'POST', `${path}/transitions`, { toStage: 'Production' });
  return asked.id;
}

it('the link of the start signs the administrator in once, and leaves no trace in the address', async () => {
  const { page, faults } = admin;
  await page.goto(service.link);
  await page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
  expect(page.url()).not.toContain('code');
  await page.getByRole('button', { name: 'Signed in as admin' }).click();
  await page.getByText('Signed in until').waitFor();
  await page.keyboard.press('Escape');
  expect(faults).toEqual([]);
  const other = await Person.at(browser);
  await other.page.goto(service.link);
  await other.page.getByText('The link was used already').waitFor();
  expect(other.faults.filter((fault) => !isExpected401(fault))).toEqual([]);
  await other.close();
});

it('whoever is not signed in is led to the sign-in and from there to where they were going', async () => {
  const { token } = await service.issue('vera', 'viewer');
  const vera = await Person.at(browser);
  await vera.page.goto(`${service.url}/console/models?sort=-createdAt`);
  await vera.page.getByLabel('Token', { exact: true }).fill('nonsense');
  await vera.page.getByRole('button', { name: 'Sign in' }).click();
  await vera.page.getByText('The token is not valid here').waitFor();
  await vera.page.getByLabel('Token', { exact: true }).fill(token);
  await vera.page.getByRole('button', { name: 'Sign in' }).click();
  await vera.page.getByRole('heading', { name: 'Models' }).waitFor();
  expect(vera.page.url()).toContain('sort=-createdAt');
  expect(vera.faults.filter((fault) => !isExpected401(fault))).toEqual([]);
  await vera.close();
});

it('first use offers the example, and it is there at once', async () => {
  const { page, faults } = admin;
  await page.getByRole('button', { name: 'Load the census example' }).click();
  await page.getByRole('heading', { name: 'census-income' }).waitFor();
  await page.getByRole('region', { name: 'Production' }).getByRole('link', { name: 'version 2' }).waitFor();
  await page.getByRole('region', { name: 'Challengers' }).getByText('awaits approval').waitFor();
  expect(faults).toEqual([]);
});

it('models are searched from anywhere, and an empty list names the filter that hides all', async () => {
  const { page } = admin;
  await admin.presses('/');
  await admin.types('nothing-like-it');
  await page.keyboard.press('Enter');
  await page.getByText('No model matches “nothing-like-it”.').waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('link', { name: 'census-income' }).click();
  await page.getByRole('heading', { name: 'census-income' }).waitFor();
});

it('a refusal says why in the words of the approver, from the version to the rule', async () => {
  const { page } = admin;
  await page.getByRole('table').getByRole('link', { name: 'version 3' }).click();
  await page.getByRole('link', { name: '3 → Production' }).click();
  const why = 'Version 3 is refused. f1 on sex Female is 0.604 against 0.666: 6.2 points worse, 2.0 are allowed.';
  await page.getByText(why).waitFor();
  await page.getByRole('link', { name: 'Open the report' }).click();
  await page.getByRole('button', { name: 'Replay' }).click();
  await page.getByText('the same verdict').waitFor();
});

it('who asked, and who may not, sees the actions locked with the reason', async () => {
  const viewer = await signedIn('viewer', 'viewer');
  await viewer.page.goto(`${service.url}/console/transitions/${await waitingId()}`);
  const approve = viewer.page.getByRole('button', { name: 'Approve …' });
  await waitUntilLocked(approve, 'Your roles do not let you decide. An approver can.');
  await approve.click({ force: true });
  await viewer.presses('a');
  expect(await viewer.page.getByRole('dialog').count()).toBe(0);
  await viewer.page.goto(`${service.url}${MODEL}`);
  await waitUntilLocked(viewer.page.getByRole('button', { name: 'Roll back …' }), /^Your roles do not let you/);
  await viewer.close();
});

it('an approver finds what waits, and approves by keys alone; the other sees it without asking', async () => {
  const rita = await signedIn('rita', 'approver');
  const { page } = rita;
  const id = await waitingId();
  await admin.page.goto(`${service.url}/console/transitions/${id}`);
  await admin.page.getByText('You may decide.').waitFor();
  await page.getByRole('link', { name: 'Review: census-income 4 → Production' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '4 → Production' }).waitFor();
  await rita.presses('a');
  const dialog = page.getByRole('dialog', { name: 'Approve census-income version 4 for Production?' });
  await dialog.getByText('Replaces version 2.').waitFor();
  await rita.types('Read the report.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Applied').first().waitFor();
  await admin.page.getByText('Applied').first().waitFor();
  await admin.page.getByRole('button', { name: 'Approve …' }).waitFor({ state: 'detached' });
  expect(rita.faults).toEqual([]);
  await rita.close();
});

it('on-call rolls back in two clicks and a reason, by thumb', async () => {
  const { token } = await service.issue('omar', 'approver');
  const omar = await Person.at(browser, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await omar.signIn(service.url, token);
  await omar.page.goto(`${service.url}${MODEL}`);
  await omar.page.getByRole('button', { name: 'Roll back …' }).tap();
  await omar.page.getByText('Version 4 goes to Archived. Consumers read 2 from their next request').waitFor();
  const roll = omar.page.getByRole('button', { name: 'Roll back to 2' });
  await waitUntilLocked(roll, 'Give a reason.');
  await omar.page.getByLabel('Reason', { exact: true }).fill('latency alarm');
  expect((await roll.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await roll.tap();
  await omar.page.getByText('Version 2 is in Production.').waitFor();
  const { version } = await service.ask<{ version: number }>('GET', '/models/census-income/stages/Production');
  expect(version).toBe(2);
  expect(omar.faults).toEqual([]);
  await omar.close();
});

it('of two people who decide the same request, the second is told who was first', async () => {
  const id = await ask4Again();
  const [rita, sven] = [await signedIn('rita', 'approver'), await signedIn('sven', 'approver')];
  for (const { page } of [rita, sven]) {
    await page.goto(`${service.url}/console/transitions/${id}?dialog=approve`);
    await page.getByRole('dialog').waitFor();
  }
  // Nobody looks at the second screen while the first decides.
  await sven.page.route('**/api/v1/transitions/*', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.continue(),
  );
  await sven.rests();
  await rita.page.getByRole('button', { name: 'Approve 4' }).click();
  await rita.page.getByText('Applied').first().waitFor();
  await sven.page.getByRole('button', { name: 'Approve 4' }).click();
  const problem = sven.page.getByRole('dialog').getByRole('alert');
  await problem.waitFor();
  expect(await problem.textContent()).toMatch(/applied|outcome|rita/i);
  await sven.page.unroute('**/api/v1/transitions/*');
  await sven.page.getByRole('button', { name: 'Look again' }).click();
  await sven.page.getByText('Applied').first().waitFor();
  await Promise.all([rita.close(), sven.close()]);
});

async function changePolicy(description: string): Promise<void> {
  const { document } = await service.ask<{ document: object }>('GET', '/models/census-income/gate-policy');
  await service.ask('PUT', '/models/census-income/gate-policy', { ...document, description });
}

/** Somebody who may asks anew in place of a request that has lost its ground. */
async function asksAgain(id: string): Promise<void> {
  const cora = await signedIn('cora', 'contributor');
  const { page } = cora;
  await page.goto(`${service.url}/console/transitions/${id}`);
  await page.getByRole('button', { name: 'Ask again …' }).click();
  const ask = page.getByRole('dialog', { name: 'Ask for Production for census-income version 4?' });
  await ask.getByText('Version 4 passes its gates.').waitFor();
  await ask.getByLabel('Reason').fill('The policy was changed.');
  await ask.getByRole('button', { name: 'Ask for Production' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(id));
  await page.getByText('Awaits approval').first().waitFor();
  expect(cora.faults).toEqual([]);
  await cora.close();
}

it('that the ground has changed is said before anybody decides, and whoever may asks again in one click', async () => {
  const id = await ask4Again();
  const rita = await signedIn('rita', 'approver');
  const { page } = rita;
  await page.goto(`${service.url}/console/transitions/${id}?dialog=approve`);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Nothing has changed since it was asked.').waitFor();
  await dialog.getByText('Yours is the last: it takes effect at once.').waitFor();
  await changePolicy('Changed meanwhile.');
  await dialog.getByText('The policy is another now.').waitFor();
  const approve = dialog.getByRole('button', { name: 'Approve 4' });
  await waitUntilLocked(approve, /an approval would only end this request/);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  const mayNot = 'Your roles do not let you ask for a stage. A contributor or an administrator can.';
  await waitUntilLocked(page.getByRole('button', { name: 'Ask again …' }), mayNot);
  await asksAgain(id);
  await page.getByText('Stale', { exact: true }).first().waitFor();
  const { status } = await service.ask<{ status: string }>('GET', `/transitions/${id}`);
  expect(status).toBe('stale');
  expect(rita.faults.splice(0)).toEqual([]);
  await rita.close();
});

it('an approval on ground that was lost this very moment is refused with what changed', async () => {
  const id = await waitingId();
  const sven = await signedIn('sven', 'approver');
  const { page } = sven;
  await page.goto(`${service.url}/console/transitions/${id}?dialog=approve`);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Nothing has changed since it was asked.').waitFor();
  await page.route('**/standing', (route) => route.abort());
  await sven.rests();
  await changePolicy('Changed once more.');
  await dialog.getByRole('button', { name: 'Approve 4' }).click();
  await dialog
    .getByRole('alert')
    .getByText(/policy/)
    .waitFor();
  await page.unroute('**/standing');
  await dialog.getByRole('button', { name: 'Look again' }).click();
  await page.getByText('Stale', { exact: true }).first().waitFor();
  await sven.close();
});

it('a session that ends while somebody types takes nothing with it', async () => {
  await service.ask('POST', '/models/census-income/versions', { artifactUri: 's3://example-models/6' });
  const { id, token } = await service.issue('nina', 'approver');
  const nina = await Person.at(browser);
  await nina.signIn(service.url, token);
  await nina.page.goto(`${service.url}${MODEL}/rollback`);
  const reason = nina.page.getByLabel('Reason', { exact: true });
  await reason.fill('half a sentence');
  // What is answered late would have the page ask for what follows from it.
  await nina.rests();
  // One view is told last that nobody is signed in.
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  const versions = '**/models/census-income/versions?limit=200*';
  await nina.page.route(versions, async (route) => {
    await held;
    await route.continue();
  });
  const asksLast = nina.page.waitForRequest(/versions\?limit=200/);
  await service.ask('PATCH', '/models/census-income', { description: 'Told to all who look.' });
  await asksLast;
  await service.ask('DELETE', `/tokens/${id}`);
  const lost = nina.page.getByRole('dialog', { name: 'You are signed out' });
  await lost.waitFor();
  // What is refused counts against whoever signs in from here, so nothing goes on asking.
  const asked: string[] = [];
  nina.page.on('request', (request) => asked.push(request.url()));
  const refused = nina.page.waitForResponse((response) => response.url().includes('/versions?limit=200'));
  answer();
  await refused;
  await nina.page.waitForTimeout(5_000);
  expect(asked).toEqual([]);
  const { token: fresh } = await service.issue('nina', 'approver');
  await lost.getByLabel('Token', { exact: true }).fill(fresh);
  await lost.getByRole('button', { name: 'Sign in' }).click();
  await lost.waitFor({ state: 'detached' });
  expect(await reason.inputValue()).toBe('half a sentence');
  await nina.close();
});

it('signing out ends the session in every tab', async () => {
  const { page } = admin;
  const other = await page.context().newPage();
  await other.goto(`${service.url}${MODEL}`);
  await other.getByRole('heading', { name: 'census-income' }).waitFor();
  await page.goto(`${service.url}/console/`);
  await page.getByRole('button', { name: 'Signed in as admin' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await other.getByRole('button', { name: 'Sign in' }).waitFor();
  await page.goto(`${service.url}${MODEL}`);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
});
