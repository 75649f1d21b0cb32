import { type Browser } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { isExpected401, Person, waitUntilLocked } from './browser.js';
import { type Role, Service } from './service.js';
import { faultsOf } from './soundness.js';

let service: Service;
let browser: Browser;
let admin: Person;

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  await service.ask('POST', '/examples/census-income');
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

it('a token is issued, shown once, works, and is revoked', async () => {
  const { page } = admin;
  await go('/admin');
  await page.getByRole('button', { name: 'Issue a token …' }).click();
  const dialog = page.getByRole('dialog');
  const issue = dialog.getByRole('button', { name: 'Issue', exact: true });
  await waitUntilLocked(issue, 'Say who it is for, and what it may do.');
  await dialog.getByLabel('Subject').fill('robot');
  await dialog.getByLabel('viewer').check();
  await dialog.getByLabel('Used for').fill('a test');
  await dialog.getByLabel('Ends after').selectOption('30 days');
  await issue.click();
  await dialog.getByText('It is shown this once').waitFor();
  const token = (await dialog.getByRole('group', { name: 'Token' }).textContent())!;
  const me = await service.askAs<{ subject: string }>(token, 'GET', '/me');
  expect(me.subject).toBe('robot');
  await dialog.getByRole('button', { name: 'Done' }).click();
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(token);
  await page.getByLabel('Subject').fill('robot');
  await page.waitForURL(/subject=robot/);
  await page.getByRole('button', { name: 'Revoke the token of robot, a test' }).click();
  await dialog.getByRole('button', { name: 'Revoke the token' }).click();
  await page.getByRole('row').filter({ hasText: 'a test' }).getByText('revoked').waitFor();
  await expect(service.askAs(token, 'GET', '/me')).rejects.toThrow('401');
  expect(admin.faults.splice(0)).toEqual([]);
});

it('what the service refuses is said in its words, and what was filled in stays', async () => {
  const { page } = admin;
  await go('/admin/tokens?dialog=issue');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Subject').fill('robot');
  await dialog.getByLabel('viewer').check();
  await dialog.getByLabel('Approval roles').fill('Admin');
  await dialog.getByRole('button', { name: 'Issue', exact: true }).click();
  await dialog.getByRole('alert').getByText('VALIDATION_FAILED').waitFor();
  expect(await dialog.getByLabel('Subject').inputValue()).toBe('robot');
  admin.faults.splice(0);
});

it('a session that is ended elsewhere is over at the next request', async () => {
  const omar = await signedIn('omar', 'viewer');
  const { page } = admin;
  await go('/admin/sessions');
  await page.getByRole('row').filter({ hasText: 'this browser' }).first().waitFor();
  await page.getByRole('button', { name: /^End the session of omar/ }).click();
  await page.getByRole('row').filter({ hasText: 'omar' }).waitFor({ state: 'detached' });
  await omar.page.getByRole('dialog', { name: 'You are signed out' }).waitFor();
  expect(omar.faults.filter((fault) => !isExpected401(fault))).toEqual([]);
  await omar.close();
  expect(admin.faults.splice(0)).toEqual([]);
});

it('who may not manage tokens sees why, and their own session', async () => {
  const vera = await signedIn('vera', 'viewer');
  await go('/admin', vera);
  const issue = vera.page.getByRole('button', { name: 'Issue a token …' });
  await waitUntilLocked(issue, 'Your roles do not let you manage tokens. An administrator can.');
  await vera.page.getByText('Only administrators see the tokens.').waitFor();
  await vera.page.getByRole('link', { name: 'Sessions' }).click();
  await vera.page.getByText('this browser').waitFor();
  expect(await vera.page.getByRole('row').count()).toBe(2);
  expect(vera.faults).toEqual([]);
  await vera.close();
});

/** A file that holds no such column ends its job with what is wrong. */
async function sendFaultyPredictions(): Promise<void> {
  const { token } = await service.issue('ci', 'contributor');
  const request = {
    task: 'binary',
    dataset: { name: 'adult-test', version: '1' },
    columns: { label: 'label', score: 'score' },
  };
  const body = new FormData();
  body.append('request', new Blob([JSON.stringify(request)], { type: 'application/json' }), 'request.json');
  body.append('file', new Blob(['id,label\n1,1\n']), 'predictions.csv');
  const path = '/api/v1/models/census-income/versions/2/evaluations/from-predictions';
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${service.url}${path}`, { method: 'POST', headers, body });
  expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([202, '']);
}

it('jobs are told with what became of them', async () => {
  const { page } = admin;
  await go('/admin/jobs');
  await page.getByText('No predictions were sent yet.').waitFor();
  await sendFaultyPredictions();
  const row = page.getByRole('row').filter({ hasText: 'census-income 2' });
  await row.getByText(/failed.*score/).waitFor();
  await page.getByLabel('Standing').selectOption('done');
  await page.getByText('No job is like that.').waitFor();
  expect(page.url()).toContain('status=succeeded');
  expect(admin.faults.splice(0)).toEqual([]);
});

it.each([
  '/admin/tokens',
  '/admin/tokens?dialog=issue',
  '/admin/tokens?subject=nobody',
  '/admin/sessions',
  '/admin/jobs',
])('%s is without a finding, on every screen and in both themes', async (path) => {
  expect(await faultsOf(admin, () => go(path))).toEqual([]);
});
