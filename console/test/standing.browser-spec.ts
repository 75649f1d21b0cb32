import { type Browser } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { Person } from './browser.js';
import { type Role, Service } from './service.js';

let service: Service;
let browser: Browser;
let admin: Person;

const CENSUS = '/models/census-income';
const CALM = '/models/calm';
const HOUR_MS = 3_600_000;

interface Transition {
  id: string;
  gateReportId: string | null;
}

/** A model whose third version has too few rows to be judged, with two approvals to give. */
async function seedCalm(): Promise<void> {
  await service.ask('POST', '/models', { name: 'calm' });
  const rules = [{ id: 'floor', metric: 'accuracy', min: 0.8, bound: 'lower_confidence' }];
  const approvals = { slots: [{ role: 'approver', count: 2 }] };
  await service.ask('PUT', `${CALM}/gate-policy`, { rules, approvals, allowSkipStaging: true });
  for (const [index, count] of [1_000, 1_000, 50].entries()) {
    await service.ask('POST', `${CALM}/versions`, { artifactUri: `s3://models/calm/${index}` });
    await service.ask('POST', `${CALM}/versions/${index + 1}/evaluations`, {
      dataset: { name: 'held-out', version: '1' },
      metrics: [{ name: 'accuracy', value: index === 2 ? 0.82 : 0.9, count }],
    });
  }
}

async function asksFor(version: number): Promise<string> {
  const { token } = await service.issue('ci', 'contributor');
  const asked = { toStage: 'Production', reason: 'On schedule.' };
  return (await service.askAs<Transition>(token, 'POST', `${CALM}/versions/${version}/transitions`, asked)).id;
}

async function approves(id: string, ...subjects: string[]): Promise<void> {
  for (const subject of subjects) {
    const { token } = await service.issue(subject, 'approver');
    await service.askAs(token, 'POST', `/transitions/${id}/approvals`, { decision: 'approve' });
  }
}

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  await service.ask('POST', '/examples/census-income');
  await seedCalm();
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

/** The newest request of a status, as a page is opened by it. */
async function newest(status: string): Promise<Transition> {
  const { items } = await service.ask<{ items: Transition[] }>('GET', `${CENSUS}/transitions?status=${status}`);
  return items[0]!;
}

it('every page about a model says in its heading and in its tab which one', async () => {
  const [refused, waiting] = [await newest('refused'), await newest('awaiting_approval')];
  const pages: Record<string, string> = {
    [CENSUS]: 'census-income',
    [`${CENSUS}/versions/3`]: 'census-income version 3',
    [`${CENSUS}/versions/3/card`]: 'census-income version 3',
    [`${CENSUS}/versions/3/check/Production`]: 'census-income 3 → Production',
    [`${CENSUS}/compare?a=3&b=2`]: 'census-income version 3 against 2',
    [`${CENSUS}/policy`]: 'census-income policy',
    [`/reports/${refused.gateReportId}`]: 'census-income 3 → Production',
    [`/transitions/${refused.id}`]: 'census-income 3 → Production',
    [`/transitions/${waiting.id}`]: 'census-income 4 → Production',
  };
  const { page } = admin;
  for (const [path, heading] of Object.entries(pages)) {
    await go(path);
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    expect([path, await page.title()]).toEqual([path, expect.stringContaining('census-income')]);
  }
  await go(`${CENSUS}/rollback`);
  expect(await page.title()).toContain('Roll census-income back');
  await go(`/transitions/${waiting.id}?dialog=reject`);
  await page.getByRole('dialog', { name: 'Reject census-income version 4 for Production?' }).waitFor();
  expect(admin.faults.splice(0)).toEqual([]);
});

it('what comes closest to its limit is said with the limit, the room that is left, and the rule', async () => {
  const told = /Closest to its limit: \S+.* at least .+ to spare, rule /;
  const anna = await signedIn('anna', 'approver');
  const { page } = anna;
  await go('/', anna);
  await page.getByRole('region', { name: 'Awaits you' }).getByText(told).waitFor();
  await go(CENSUS, anna);
  const challengers = page.getByRole('region', { name: 'Challengers' });
  await challengers.getByText(/at least .+ to spare, rule /).waitFor();
  await challengers.getByText(/at least .+ beyond, rule /).waitFor();
  const { id, gateReportId } = await newest('awaiting_approval');
  await go(`/reports/${gateReportId}`, anna);
  await page.getByText(told).waitFor();
  await go(`/transitions/${id}?dialog=approve`, anna);
  const closest = page.getByRole('dialog').getByRole('listitem');
  await closest.first().waitFor();
  for (const text of await closest.allTextContents()) expect(text).toMatch(/at (least|most) .+ to spare, rule /);
  expect(anna.faults).toEqual([]);
  await anna.close();
});

it('what came of a decision is read out: whom it waits for still, that the version is in Production, that another one is by now', async () => {
  const id = await asksFor(1);
  const rita = await signedIn('rita', 'approver');
  const { page } = rita;
  const outcome = page.getByRole('main').getByRole('status');
  await go(`/transitions/${id}`, rita);
  await outcome.getByText('You may decide.').waitFor();
  await page.getByRole('button', { name: 'Approve …' }).click();
  await page.getByRole('button', { name: 'Approve 1' }).click();
  await outcome.getByText('Your approval counts. Still waits for 1 approval by approver.').waitFor();
  await approves(id, 'sven');
  await outcome.getByText('calm version 1 is in Production now.').waitFor();
  await outcome.getByRole('link', { name: 'calm version 1' }).waitFor();
  await approves(await asksFor(2), 'rita', 'sven');
  await outcome.getByText(/calm version 1 went to Production .*, and is in Archived by now\./).waitFor();
  await outcome.getByText('calm version 2 is in Production now.').waitFor();
  const refused = await newest('refused');
  await go(`/transitions/${refused.id}`, rita);
  await outcome.getByText('Refused. f1 on sex Female: 6.2 points worse, 2.0 are allowed.').waitFor();
  expect(rita.faults).toEqual([]);
  await rita.close();
});

it('a rejection is told with who and why', async () => {
  const { id } = await newest('awaiting_approval');
  const sven = await signedIn('sven', 'approver');
  const { page } = sven;
  await go(`/transitions/${id}?dialog=reject`, sven);
  await page.getByLabel('Comment').fill('After the holidays.');
  await page.getByRole('button', { name: 'Reject 4' }).click();
  await page.getByRole('main').getByRole('status').getByText('Rejected by you: After the holidays.').waitFor();
  expect(sven.faults).toEqual([]);
  await sven.close();
});

it('that a verdict stands by a waiver is said wherever its version is told of, and how long it does', async () => {
  await expect(asksFor(3)).rejects.toThrow('GATES_REFUSED');
  const { token } = await service.issue('anna', 'approver');
  const expiresAt = new Date(Date.now() + 5.5 * HOUR_MS).toISOString();
  const waiver = { toStage: 'Production', ruleId: 'floor', reason: 'The rest comes on Monday.', expiresAt };
  await service.askAs(token, 'POST', `${CALM}/versions/3/waivers`, waiver);
  const id = await asksFor(3);
  await approves(id, 'rita', 'sven');
  const told = /stands by a waiver of floor, by anna, lapses in 5 h/;
  const { page } = admin;
  const { gateReportId } = await service.ask<Transition>('GET', `/transitions/${id}`);
  for (const path of [
    '/',
    '/models',
    CALM,
    `${CALM}/versions/3`,
    `${CALM}/compare?a=3&b=2`,
    '/record/production',
    `/transitions/${id}`,
    `/reports/${gateReportId}`,
  ]) {
    await go(path);
    await page.getByText(told).first().waitFor();
  }
  const row = page.getByRole('row').filter({ hasText: 'census-income' });
  await go('/models');
  await row.waitFor();
  expect(await row.getByText('stands by').count()).toBe(0);
  expect(admin.faults.splice(0)).toEqual([]);
});
