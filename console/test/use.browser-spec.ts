import { type Browser, type Page } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { until } from '../../test/support/limits.js';
import { isExpected401, Person, waitUntilLocked } from './browser.js';
import { type Role, Service } from './service.js';
import { faultsOf } from './soundness.js';

let service: Service;
let browser: Browser;
let admin: Person;

const MODEL = '/models/census-income';

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

async function signedIn(subject: string, role: Role, person?: Person): Promise<Person> {
  const { token } = await service.issue(subject, role);
  const somebody = person ?? (await Person.at(browser));
  await somebody.signIn(service.url, token);
  return somebody;
}

function go(person: Person, path: string): Promise<void> {
  return person.opens(`${service.url}/console${path}`);
}

/** What the focus is on, as it is called. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });
}

const STOPS = 60;

/** Goes on by the tab key until the focus is on what is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  await page
    .getByRole('link', { name, exact: true })
    .or(page.getByRole('button', { name, exact: true }))
    .waitFor();
  for (let stop = 0; stop < STOPS; stop++) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No tab stop is called ${name}.`);
}

it('first use is without a finding, and shows the three steps with their commands', async () => {
  expect(await faultsOf(admin, () => go(admin, '/'))).toEqual([]);
  const steps = admin.page.getByRole('region', { name: 'First use' }).getByRole('listitem');
  expect(await steps.count()).toBe(3);
  await steps.nth(2).getByText('stagegate promote my-model 1').waitFor();
  await service.ask('POST', '/examples/census-income');
});

it('a model that cannot go on is told of at home, in the words of the service, with the way to it', async () => {
  await service.ask('POST', '/models', { name: 'ungoverned' });
  await go(admin, '/');
  const trouble = admin.page.getByRole('region', { name: 'In trouble' });
  await trouble.getByText('No gate policy is set, so that no version gets to Production.').waitFor();
  await trouble.getByRole('link', { name: 'Open: ungoverned' }).click();
  await admin.page.getByRole('heading', { name: 'ungoverned' }).waitFor();
  expect(admin.faults.splice(0)).toEqual([]);
});

it('an approver is led by what they may do: to the request by its whole row, and not to a judgement that they may not ask for', async () => {
  const phone = await Person.at(browser, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const ines = await signedIn('ines', 'approver', phone);
  const { page } = ines;
  await go(ines, '/');
  // The way to open it lies over the row, and takes the tap.
  await page.getByText('census-income 4 → Production').tap({ force: true });
  await page.getByText('Still needed: 1 approval by approver. Yours is the last: it takes effect at once.').waitFor();
  expect(await page.getByText('Who can clear it').count()).toBe(0);
  await go(ines, `${MODEL}/versions/3`);
  await page.getByRole('button', { name: 'More', exact: true }).tap();
  const judge = page.getByRole('button', { name: /^Judge it for/ });
  await waitUntilLocked(judge, /A contributor or an administrator can\./);
  await go(ines, `${MODEL}/versions/3/check/Production`);
  await page.getByText('FORBIDDEN').waitFor();
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await page.goBack();
  await page.getByRole('heading').getByRole('link', { name: 'census-income' }).tap();
  await page.getByRole('region', { name: 'Challengers' }).waitFor();
  expect(ines.faults.filter((fault) => !/status of 40[13]/.test(fault))).toEqual([]);
  await ines.close();
});

it('an approver approves and rolls back without a mouse', async () => {
  const rita = await signedIn('rita', 'approver');
  const { page } = rita;
  await tabTo(page, 'Review: census-income 4 → Production');
  await page.keyboard.press('Enter');
  await page.getByText('Nothing has changed since it was asked.').waitFor();
  await tabTo(page, 'Approve …');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('Yours is the last').waitFor();
  await page.getByRole('button', { name: 'Approve 4', disabled: false }).waitFor();
  await rita.types('Read the report.');
  await tabTo(page, 'Approve 4');
  await page.keyboard.press('Enter');
  await page.getByText('Applied').first().waitFor();
  await rita.presses('g', 'm');
  await page.getByRole('heading', { name: 'Models' }).waitFor();
  await page.getByRole('link', { name: 'census-income' }).waitFor();
  await rita.presses('j');
  expect(await focused(page)).toBe('census-income');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Production' }).getByRole('link', { name: 'version 4' }).waitFor();
  await rita.presses('b');
  await page.getByRole('dialog').getByText('The gates on 2 against 4').waitFor();
  await rita.types('latency alarm');
  await page.getByRole('button', { name: 'Roll back to 2', disabled: false }).waitFor();
  await tabTo(page, 'Roll back to 2');
  await page.keyboard.press('Enter');
  await page.getByText('Version 2 is in Production.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const { version } = await service.ask<{ version: number }>('GET', `${MODEL}/stages/Production`);
  expect(version).toBe(2);
  expect(rita.faults).toEqual([]);
  await rita.close();
});

it('new rows wait until they are asked for, and what becomes of the others shows', async () => {
  const { page } = admin;
  await go(admin, MODEL);
  const versions = page.getByRole('region', { name: 'Versions' });
  await versions.getByRole('link', { name: 'version 4' }).waitFor();
  await service.ask('POST', `${MODEL}/versions`, { artifactUri: 's3://example-models/5', gitCommit: 'a'.repeat(40) });
  await service.ask('POST', `${MODEL}/versions/1/quarantine`, { reason: 'an experiment' });
  const newer = versions.getByRole('button', { name: '1 new' });
  await newer.waitFor();
  expect(await versions.getByRole('link', { name: 'version 5' }).count()).toBe(0);
  await newer.click();
  await versions.getByRole('link', { name: 'version 5' }).waitFor();
  await newer.waitFor({ state: 'detached' });
  expect(admin.faults.splice(0)).toEqual([]);
});

it('who may asks for a stage from the version, with what the gates say before', async () => {
  const cora = await signedIn('cora', 'contributor');
  const { page } = cora;
  await go(cora, `${MODEL}/versions/5`);
  await page.getByRole('link', { name: 'Judge it for Staging' }).click();
  await page.getByText('Judged just now; nothing of it is stored.').waitFor();
  await page.getByRole('button', { name: 'Ask for Staging …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask for Staging for census-income version 5?' });
  await dialog.getByText(/Version 5 is refused/).waitFor();
  await dialog.getByRole('button', { name: 'Ask for Staging' }).click();
  await dialog.getByRole('alert').getByText('GATES_REFUSED').waitFor();
  await dialog.getByRole('link', { name: 'Open the report' }).click();
  await page.getByText('Refused', { exact: true }).first().waitFor();
  await cora.close();
});

it('every state has an address that shows it again', async () => {
  await service.ask('POST', `${MODEL}/rollback`, { toVersion: 4, reason: 'it was the network' }).catch(() => undefined);
  const { items } = await service.ask<{ items: { gateReportId: string | null; status: string }[] }>(
    'GET',
    `${MODEL}/transitions?status=refused`,
  );
  const { page } = admin;
  const states: [string, string][] = [
    ['/models?condition=no_policy&sort=-createdAt', 'ungoverned'],
    [`${MODEL}/rollback`, 'Roll census-income back'],
    [`/reports/${items.at(-1)!.gateReportId}?rule=f1-by-sex`, 'f1 · sex Female'],
    [`${MODEL}/versions/3/check/Production`, 'Judged just now'],
    [`${MODEL}/compare?a=3&b=2&metric=f1&feature=sex&sort=rows`, 'sex'],
    [`${MODEL}/policy?revision=1`, 'From nothing to r1'],
    ['/record?action=model.created&last=7d', 'Model created'],
    ['/record/production', 'still there'],
    ['/admin/tokens?dialog=issue', 'Issue a token'],
    ['/admin/jobs?status=failed', 'No job is like that.'],
  ];
  for (const [path, shows] of states) {
    await page.goto(`${service.url}/console${path}`);
    await page.getByText(shows).filter({ visible: true }).first().waitFor();
  }
  expect(admin.faults.splice(0)).toEqual([]);
});

it('nothing moves for whoever asked for less motion', async () => {
  const { page } = admin;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of ['/', `${MODEL}/rollback`, `/admin/tokens?dialog=issue`]) {
    await go(admin, path);
    expect([path, await page.evaluate(() => document.getAnimations().length)]).toEqual([path, 0]);
  }
});

it('without a connection the page stays, and says how old it is', async () => {
  const { page } = admin;
  await go(admin, MODEL);
  await page.context().setOffline(true);
  await page.getByText(/No connection\. What you see is from \d\d:\d\d/).waitFor();
  await page.getByRole('heading', { name: 'census-income' }).waitFor();
  await page.context().setOffline(false);
  await page.getByText(/No connection/).waitFor({ state: 'detached' });
  admin.faults.splice(0);
});

it('a service on this machine is reached though the browser knows of no network', async () => {
  const { page } = admin;
  await go(admin, '/');
  const asked = page.waitForResponse((response) => response.url().endsWith('/api/v1/me') && response.ok());
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { get: () => false });
    window.dispatchEvent(new Event('offline'));
  });
  await asked;
  const listed = page.waitForResponse((response) => /\/api\/v1\/models\?/.test(response.url()) && response.ok());
  await page.getByRole('link', { name: 'Models' }).first().click();
  await listed;
  await page.getByRole('heading', { name: 'Models', exact: true }).waitFor();
  expect(await page.getByText(/No connection/).count()).toBe(0);
  expect(admin.faults.splice(0)).toEqual([]);
});

it('an approver decides by thumb: what is pressed is large, and within reach', async () => {
  const phone = await Person.at(browser, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const omar = await signedIn('omar', 'approver', phone);
  await go(omar, `${MODEL}/rollback`);
  for (const name of ['Cancel', /^Roll back/]) {
    const box = (await omar.page.getByRole('dialog').getByRole('button', { name }).boundingBox())!;
    expect(box.height).toBeGreaterThanOrEqual(44);
    expect(box.y).toBeGreaterThan(740 / 2);
  }
  // No field has the focus, so that no keyboard covers what is to be read.
  expect(await focused(omar.page)).toContain('Now in Production');
  // What is locked says why when it is pressed. A locked button counts as disabled, so that the tap is forced.
  await omar.page.getByRole('button', { name: /^Roll back to/ }).tap({ force: true });
  await until('the reason is there for the eye', async () => {
    const box = await omar.page.getByText('Give a reason.').boundingBox();
    return box !== null && box.width > 44;
  });
  expect(omar.faults.filter((fault) => !isExpected401(fault))).toEqual([]);
  await omar.close();
});
