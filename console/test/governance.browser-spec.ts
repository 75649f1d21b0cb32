import { type Browser } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { Person, waitUntilLocked } from './browser.js';
import { type Role, Service } from './service.js';
import { faultsOf } from './soundness.js';

let service: Service;
let browser: Browser;
let admin: Person;

const MODEL = 'calm';
const AT = `/models/${MODEL}`;

/** A model that needs no approval, with versions that pass, are undecided, and fail. */
async function seed(): Promise<void> {
  await service.ask('POST', '/models', { name: MODEL });
  const rules = [{ id: 'floor', metric: 'accuracy', min: 0.8, bound: 'lower_confidence' }];
  await service.ask('PUT', `${AT}/gate-policy`, { rules, approvals: { slots: [] }, allowSkipStaging: true });
  const measured = [
    { value: 0.9, count: 1000 },
    { value: 0.91, count: 1000 },
    { value: 0.82, count: 50 },
    { value: 0.7, count: 1000 },
  ];
  for (const [index, { value, count }] of measured.entries()) await addVersion(value, count, index);
  await promote(1);
}

/** A further version, with a digest unless its number is 0. */
async function addVersion(value: number, count: number, digest: number): Promise<number> {
  const { version } = await service.ask<{ version: number }>('POST', `${AT}/versions`, {
    artifactUri: 's3://models/calm',
    ...(digest > 0 && { artifactDigest: `sha256:${String(digest).repeat(64)}` }),
  });
  const metrics = [{ name: 'accuracy', value, count }];
  const dataset = { name: 'held-out', version: '1' };
  await service.ask('POST', `${AT}/versions/${version}/evaluations`, { dataset, metrics });
  return version;
}

function promote(version: number): Promise<{ id: string }> {
  return service.ask('POST', `${AT}/versions/${version}/transitions`, { toStage: 'Production' });
}

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  await seed();
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

/** The faults of somebody but for the lines that Chromium writes of answers that refuse. */
function faultsBesideRefusals({ faults }: Person): string[] {
  return faults.splice(0).filter((fault) => !/status of 4\d\d/.test(fault));
}

it('a freeze is made, shown in the calendar and on the model, and ended', async () => {
  const { page } = admin;
  await go('/admin/freezes');
  await page.getByRole('button', { name: 'Freeze …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Quarter end');
  await dialog.getByLabel('Reason').fill('Nobody may be paged.');
  await dialog.getByLabel('From', { exact: true }).fill('2020-01-01T00:00');
  await dialog.getByLabel('To', { exact: true }).fill('2120-01-01T00:00');
  await dialog.getByLabel('Models').fill(MODEL);
  await dialog.getByRole('button', { name: 'Freeze', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const row = page.getByRole('row').filter({ hasText: 'Nobody may be paged.' });
  await row.getByText('holds now').waitFor();
  await page.getByRole('region', { name: 'Calendar' }).getByText('Quarter end').nth(14).waitFor();
  await go(AT);
  await page
    .getByRole('region', { name: /Freezes in the next/ })
    .getByText('Quarter end')
    .waitFor();
  await page.getByRole('link', { name: 'See the freezes' }).click();
  await page.getByRole('button', { name: 'End the freeze Quarter end' }).click();
  await dialog.getByRole('button', { name: 'End the freeze' }).click();
  // Beneath a dialog no row is told of, ended or not.
  await dialog.waitFor({ state: 'detached' });
  await row.waitFor({ state: 'detached' });
  expect(admin.faults.splice(0)).toEqual([]);
});

it('a freeze that makes no sense is refused in the words of the service, and what was filled in stays', async () => {
  const { page } = admin;
  await go('/admin/freezes?dialog=create');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Never');
  await dialog.getByLabel('Reason').fill('A test.');
  await dialog.getByLabel('Comes').selectOption('again and again');
  await dialog.getByLabel('Begins').fill('every day');
  await dialog.getByLabel('Lasts').fill('PT1H');
  await dialog.getByRole('button', { name: 'Freeze', exact: true }).click();
  await dialog.getByRole('alert').getByText('VALIDATION_FAILED').waitFor();
  expect(await dialog.getByLabel('Begins').inputValue()).toBe('every day');
  expect(faultsBesideRefusals(admin)).toEqual([]);
});

it('a hold after a rollback is told with who may lift it, and lifted with a reason', async () => {
  await promote(2);
  await service.ask('POST', `${AT}/rollback`, { reason: 'slow' });
  const vera = await signedIn('vera', 'viewer');
  await go(AT, vera);
  const locked = vera.page.getByRole('button', { name: 'Lift the hold …' });
  await waitUntilLocked(locked, /An approver or an administrator can\./);
  await go(AT);
  await admin.page.getByRole('button', { name: 'Lift the hold …' }).click();
  const dialog = admin.page.getByRole('dialog');
  await dialog.getByText('Rolled back to version 1: slow').waitFor();
  await dialog.getByLabel('Reason').fill('The index was missing.');
  await dialog.getByRole('button', { name: 'Lift the hold' }).click();
  // The other person hears of it by the stream.
  await locked.waitFor({ state: 'detached' });
  expect([...vera.faults, ...admin.faults.splice(0)]).toEqual([]);
  await vera.close();
});

it('a rule that is undecided is waived by another person, and the waiver revoked', async () => {
  const check = `${AT}/versions/3/check/Production`;
  await go(check);
  const waive = (person: Person) => person.page.getByRole('button', { name: 'Waive … floor' });
  const open = (person: Person) => person.page.locator('summary').filter({ hasText: 'floor' }).click();
  await open(admin);
  await waive(admin).click();
  const own = admin.page.getByRole('dialog');
  await own.getByLabel('Reason').fill('It is mine.');
  await own.getByRole('button', { name: 'Waive the rule' }).click();
  await own.getByRole('alert').getByText('SELF_WAIVER').waitFor();
  const anna = await signedIn('anna', 'approver');
  // Whoever may not judge a version reads what was said when it was refused.
  await expect(promote(3)).rejects.toThrow('GATES_REFUSED');
  const refused = await service.ask<{ items: { gateReportId: string }[] }>('GET', `${AT}/transitions?limit=1`);
  await go(`/reports/${refused.items[0]!.gateReportId}`, anna);
  await open(anna);
  await waive(anna).click();
  const dialog = anna.page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('The rest comes on Monday.');
  await dialog.getByRole('button', { name: 'Waive the rule' }).click();
  await dialog.waitFor({ state: 'detached' });
  await go(`${AT}/versions/3`, anna);
  await anna.page.getByRole('button', { name: 'Revoke the waiver of floor by anna' }).click();
  await anna.page.getByRole('row').filter({ hasText: 'The rest comes' }).getByText('revoked').waitFor();
  await go(`${AT}/versions/3/card`, anna);
  const waivers = anna.page.getByRole('region', { name: 'Waivers' });
  await waivers.getByText('floor → Production').waitFor();
  expect(await waivers.textContent()).toMatch(/revoked by anna.*waived by anna.*The rest comes on Monday\./);
  expect(anna.faults).toEqual([]);
  expect(faultsBesideRefusals(admin)).toEqual([]);
  await anna.close();
});

it('glass is broken with a ticket, confirmed by a second person, and its review closed', async () => {
  const { page } = admin;
  await go(`${AT}/versions/4/check/Production`);
  await page.getByRole('button', { name: 'Break glass …' }).click();
  const dialog = page.getByRole('dialog');
  const ask = dialog.getByRole('button', { name: 'Ask a second person' });
  await dialog.getByLabel('Reason').fill('Version 1 reads a table that is gone.');
  await waitUntilLocked(ask, 'Give a reason and a ticket.');
  await dialog.getByLabel('Ticket').fill('INC-7');
  await ask.click();
  await page.getByText('An emergency: whoever confirms it').waitFor();
  await page.getByText('Ticket INC-7.').waitFor();
  await waitUntilLocked(page.getByRole('button', { name: 'Approve …' }), /someone else must/);
  const path = new URL(page.url()).pathname.replace('/console', '');
  const ben = await signedIn('ben', 'admin');
  await go(path, ben);
  await ben.page.getByRole('button', { name: 'Approve …' }).click();
  await ben.page.getByRole('dialog').getByRole('button', { name: 'Approve 4' }).click();
  // It is told to both.
  for (const each of [ben.page, page]) await each.getByRole('button', { name: 'Attestation' }).waitFor();
  await go('/');
  const mine = page.getByRole('button', { name: `Close the review of ${MODEL} 4` });
  await waitUntilLocked(mine, 'You asked for this emergency, so someone else must close its review.');
  await go('/admin/reviews?status=open', ben);
  await ben.page.getByRole('button', { name: `Close the review of ${MODEL} 4` }).click();
  await ben.page.getByLabel('Outcome').fill('justified');
  await ben.page.getByRole('button', { name: 'Close the review', exact: true }).click();
  await ben.page.getByText('No review is like that.').waitFor();
  await mine.waitFor({ state: 'detached' });
  expect([...ben.faults, ...admin.faults.splice(0)]).toEqual([]);
  await ben.close();
});

it('an attestation is a file, and the record is signed by a note to copy', async () => {
  const { page } = admin;
  const { id } = await promote(await addVersion(0.92, 1000, 9));
  await go(`/transitions/${id}`);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Attestation' }).click();
  expect((await saved).suggestedFilename()).toBe(`attestation-${id}.json`);
  const first = `${AT}/transitions?status=applied&version=1&limit=1`;
  const [undigested] = (await service.ask<{ items: { id: string }[] }>('GET', first)).items;
  await go(`/transitions/${undigested!.id}`);
  await page.getByRole('button', { name: 'Attestation' }).click();
  await page.getByRole('alert').getByText('ARTIFACT_DIGEST_MISSING').waitFor();
  expect(faultsBesideRefusals(admin)).toEqual([]);
  await go('/record');
  await page.getByRole('button', { name: 'Sign a checkpoint' }).click();
  await page.getByRole('region', { name: 'Note' }).waitFor();
  await page.getByRole('button', { name: 'Copy the note' }).waitFor();
  expect(admin.faults.splice(0)).toEqual([]);
});

it('a rejection is withdrawn by whoever gave it, and the request is open again', async () => {
  await service.ask('PUT', `${AT}/gate-policy`, { preset: 'open', approvals: { slots: [{ role: 'approver' }] } });
  const { id } = await promote(3);
  const anna = await signedIn('anna', 'approver');
  await go(`/transitions/${id}?dialog=reject`, anna);
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Reject 3' }).click();
  await anna.page.getByRole('button', { name: 'Withdraw my decision' }).click();
  await anna.page.getByRole('button', { name: 'Approve …' }).waitFor();
  await anna.page.getByText('withdrawn').waitFor();
  expect(anna.faults).toEqual([]);
  await anna.close();
});

it('a change of the policy that needs approval says so, and is decided by another person', async () => {
  await service.ask('POST', '/models', { name: 'guarded' });
  const policy = (min: number) =>
    service.ask<{ id: string }>('PUT', '/models/guarded/gate-policy', {
      rules: [{ metric: 'accuracy', min }],
      policyChanges: { approvals: { slots: [{ role: 'approver' }] } },
    });
  await policy(0.8);
  const { id } = await policy(0.7);
  await go('/models/guarded/policy');
  await admin.page.getByRole('link', { name: 'Review: Policy of guarded' }).click();
  const approve = (person: Person) => person.page.getByRole('button', { name: 'Approve …' });
  await waitUntilLocked(approve(admin), /^Who is excluded by the policy does not decide/);
  const anna = await signedIn('anna', 'approver');
  await go('/', anna);
  await anna.page.getByRole('link', { name: 'Review: Policy of guarded' }).click();
  await approve(anna).click();
  await anna.page.getByRole('button', { name: 'Approve the change' }).click();
  for (const { page } of [anna, admin]) await page.getByText('In force', { exact: true }).waitFor();
  expect(await faultsOf(admin, () => go(`/policy-changes/${id}`))).toEqual([]);
  expect(anna.faults).toEqual([]);
  await anna.close();
});

it.each([
  AT,
  `${AT}/versions/3`,
  `${AT}/versions/3/check/Production`,
  '/record',
  '/admin/reviews',
  '/admin/freezes',
  '/admin/freezes?dialog=create',
])('%s is without a finding, on every screen and in both themes', async (path) => {
  expect(await faultsOf(admin, () => go(path))).toEqual([]);
});
