import { type Browser, type Page } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { Person, waitUntilLocked } from './browser.js';
import { type Role, Service } from './service.js';

let service: Service;
let browser: Browser;
let admin: Person;

const ALONE = { approvals: { slots: [] }, allowSkipStaging: true };
const FLOOR = { id: 'floor', metric: 'accuracy', min: 0.8 };

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  admin = await Person.at(browser);
  await admin.page.goto(service.link);
  await admin.page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

function go(path: string, person = admin): Promise<void> {
  return person.opens(`${service.url}/console${path}`);
}

async function signedIn(subject: string, ...roles: Role[]): Promise<Person> {
  const { token } = await service.issue(subject, ...roles);
  const person = await Person.at(browser);
  await person.signIn(service.url, token);
  return person;
}

/** A model with a policy and with versions of such accuracies; one without is not measured. */
async function seed(model: string, policy: object, ...accuracies: (number | null)[]): Promise<void> {
  await service.ask('POST', '/models', { name: model });
  await service.ask('PUT', `/models/${model}/gate-policy`, policy);
  for (const [index, accuracy] of accuracies.entries()) {
    await service.ask('POST', `/models/${model}/versions`, { artifactUri: `s3://models/${model}/${index}` });
    if (accuracy !== null) await measure(model, index + 1, accuracy);
  }
}

function measure(model: string, version: number, value: number): Promise<unknown> {
  const dataset = { name: 'held-out', version: '1' };
  const metrics = [{ name: 'accuracy', value, count: 1_000 }];
  return service.ask('POST', `/models/${model}/versions/${version}/evaluations`, { dataset, metrics });
}

function move(model: string, version: number, toStage: string, more: object = {}): Promise<{ id: string }> {
  return service.ask('POST', `/models/${model}/versions/${version}/transitions`, { toStage, ...more });
}

/** Waits until the focus is on something that is called so, or is the page itself. */
async function focusIsOn(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (expected) => (document.activeElement?.id === 'main' ? 'main' : document.activeElement?.textContent) === expected,
    name,
  );
}

it('what was refused is asked again as something else, once what was missing is there', async () => {
  await seed('late', { rules: [FLOOR], ...ALONE }, null);
  await move('late', 1, 'Staging');
  const { page } = admin;
  await go('/models/late/versions/1');
  await page.getByRole('button', { name: 'Ask for Production …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Production is empty; this would be the first.').waitFor();
  await dialog.getByRole('button', { name: 'Ask for Production' }).click();
  await dialog.getByRole('alert').getByText('GATES_REFUSED').waitFor();
  await measure('late', 1, 0.9);
  await dialog.getByLabel('Reason').fill('It is measured now.');
  await dialog.getByRole('button', { name: 'Ask for Production' }).click();
  await page.getByText('late version 1 is in Production now.').waitFor();
  admin.faults.splice(0);
});

it('what would be replaced is what is in Production when the dialog opens, not when the page was read', async () => {
  await seed('swift', { rules: [FLOOR], ...ALONE }, 0.9, 0.9, 0.9);
  await move('swift', 1, 'Production');
  await move('swift', 2, 'Staging');
  const { page } = admin;
  await go('/models/swift');
  await page.getByRole('table').getByRole('link', { name: 'version 2' }).click();
  const ask = page.getByRole('button', { name: 'Ask for Production …' });
  await ask.waitFor();
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/v1/models/swift', async (route) => {
    await held;
    await route.continue();
  });
  // What the page reads at this event waits, too.
  await move('swift', 3, 'Production');
  await ask.click();
  const dialog = page.getByRole('dialog');
  const act = dialog.getByRole('button', { name: 'Ask for Production' });
  await dialog.getByText('Version 2 passes its gates.').waitFor();
  expect(await dialog.textContent()).not.toMatch(/Replaces version|Production is empty/);
  await waitUntilLocked(act, 'What is in Production has not been read yet.');
  answer();
  await dialog.getByText('Replaces version 3.').waitFor();
  await act.click();
  await page.getByText('swift version 2 is in Production now.').waitFor();
  await page.unroute('**/api/v1/models/swift');
  expect(admin.faults.splice(0)).toEqual([]);
});

it('nobody decides on what could not be read, and the buttons say so', async () => {
  await seed('careful', { rules: [FLOOR], allowSkipStaging: true }, 0.9);
  const { id } = await move('careful', 1, 'Production');
  const rita = await signedIn('rita', 'approver');
  const { page } = rita;
  const unread = ['**/api/v1/gate-reports/*', '**/standing', '**/api/v1/models/careful'];
  for (const each of unread) await page.route(each, (route) => route.abort());
  await go(`/transitions/${id}`, rita);
  await page.getByRole('button', { name: 'Approve …' }).click();
  const dialog = page.getByRole('dialog');
  const approve = dialog.getByRole('button', { name: 'Approve 1' });
  await waitUntilLocked(approve, 'The report that this is decided on has not been read yet.');
  await dialog.getByRole('alert').nth(2).waitFor();
  expect(await dialog.textContent()).not.toContain('Production is empty');
  await page.unroute(unread[0]!);
  await dialog.getByRole('button', { name: 'Try again' }).nth(1).click();
  await dialog.getByText('Version 1 passes its gates.').waitFor();
  await waitUntilLocked(approve, 'What has changed since this was asked has not been read yet.');
  for (const each of unread.slice(1)) await page.unroute(each);
  await dialog.getByText('Nothing has changed since it was asked.').waitFor();
  await dialog.getByText('Production is empty; this would be the first.').waitFor();
  await approve.click();
  await page.getByText('careful version 1 is in Production now.').waitFor();
  // What opened the dialog is gone with the decision.
  await focusIsOn(page, 'main');
  await rita.close();
});

it('a model whose only version left Production is rolled back to it, and nobody goes back into the dialog', async () => {
  await seed('lone', { rules: [FLOOR], ...ALONE }, 0.9);
  await move('lone', 1, 'Production');
  const { page } = admin;
  const roll = page.getByRole('button', { name: 'Roll back …' });
  await go('/models/lone');
  await waitUntilLocked(roll, /No earlier version held Production/);
  await move('lone', 1, 'Archived', { reason: 'It is broken.', allowEmptyProduction: true });
  await page.locator('#roll-back:not([aria-disabled])').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Production is empty now. Consumers read 1 from their next request').waitFor();
  expect(await page.title()).toContain('Roll lone back');
  await dialog.getByLabel('Reason').fill('Better than nothing.');
  await dialog.getByRole('button', { name: 'Roll back to 1' }).click();
  const done = dialog.getByText('Version 1 is in Production.');
  await done.waitFor();
  expect(await done.textContent()).toBe('Version 1 is in Production.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
  await focusIsOn(page, 'Roll back …');
  await page.goBack();
  await page.waitForURL(/\/models\/lone$/);
  await admin.rests();
  expect(await dialog.count()).toBe(0);
  expect(admin.faults.splice(0)).toEqual([]);
});

it('the focus goes to the page that is shown, and stays where somebody types', async () => {
  await seed('plain', { rules: [FLOOR], ...ALONE }, 0.9);
  const { page } = admin;
  await go('/');
  await page.keyboard.press('Tab');
  await focusIsOn(page, 'Skip to the page');
  await page.keyboard.press('Enter');
  await focusIsOn(page, 'main');
  expect(page.url()).not.toContain('#');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Models' }).click();
  await page.getByRole('heading', { name: 'Models', exact: true }).waitFor();
  await focusIsOn(page, 'main');
  await page.getByRole('link', { name: 'plain' }).press('Enter');
  await page.getByRole('region', { name: 'Versions' }).waitFor();
  await focusIsOn(page, 'main');
  await admin.presses('/');
  await admin.types('nothing-like-it');
  await page.keyboard.press('Enter');
  await page.getByText('No model matches “nothing-like-it”.').waitFor();
  await admin.rests();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
  expect(admin.faults.splice(0)).toEqual([]);
});

it('glass is broken with what the policy asks for: no ticket, and alone', async () => {
  const override = { ticketRequired: false, secondPerson: false };
  await seed('urgent', { rules: [FLOOR], ...ALONE, override }, 0.7);
  const { page } = admin;
  await go('/models/urgent/versions/1/check/Production');
  await page.getByRole('button', { name: 'Break glass …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('The policy does not ask for it.').waitFor();
  await dialog.getByText('Nobody has to confirm: it takes effect at once.').waitFor();
  const act = dialog.getByRole('button', { name: 'Break glass' });
  await waitUntilLocked(act, 'Give a reason.');
  await dialog.getByLabel('Reason').fill('The table is gone.');
  await act.click();
  await page.getByText('urgent version 1 is in Production now.').waitFor();
  expect(admin.faults.splice(0)).toEqual([]);
});

it('a change of a policy is held against nothing but the policy in force', async () => {
  const policy = (min: number) =>
    service.ask<{ id: string }>('PUT', '/models/guarded/gate-policy', {
      rules: [{ ...FLOOR, min }],
      policyChanges: { approvals: { slots: [{ role: 'approver' }] } },
    });
  await service.ask('POST', '/models', { name: 'guarded' });
  await policy(0.8);
  const { id } = await policy(0.7);
  const { page } = admin;
  await page.route('**/models/guarded/gate-policy', (route) => route.abort());
  await go(`/policy-changes/${id}`);
  const changes = page.getByRole('region', { name: 'What it changes' });
  await changes.getByRole('alert').waitFor();
  expect(await changes.getByRole('listitem').count()).toBe(0);
  await page.unroute('**/models/guarded/gate-policy');
  await admin.asksAgain(changes.getByRole('button', { name: 'Try again' }));
  await changes.getByRole('listitem').first().waitFor();
  expect(await changes.getByRole('listitem').allTextContents()).toEqual([
    expect.stringMatching(/Changed floor Production.*0\.8 → 0\.7/),
  ]);
  admin.faults.splice(0);
});
