import { type Browser } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { Person } from './browser.js';
import { Service } from './service.js';
import { faultsOf } from './soundness.js';

let service: Service;
let browser: Browser;
let admin: Person;

const HOSTILE = '<img src=x onerror=alert(1)>\u202Egnp.exe javascript:alert(1)';

/** Events on more than one page of the list. */
const MORE_THAN_A_PAGE = 110;

interface Events {
  items: { sequence: number; action: string; hash: string }[];
}

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  await service.ask('POST', '/examples/census-income');
  await service.ask('POST', '/models', { name: 'hostile', description: HOSTILE, tags: { x: HOSTILE } });
  admin = await Person.at(browser);
  await admin.page.goto(service.link);
  await admin.page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

function go(path: string): Promise<void> {
  return admin.opens(`${service.url}/console${path}`);
}

const newest = (query = '') => service.ask<Events>('GET', `/audit-events?limit=1${query}`);

it('events are found by filters, which stand in the address', async () => {
  const { page } = admin;
  await go('/');
  await admin.presses('g', 'r');
  await page.getByRole('heading', { name: 'Record', exact: true }).waitFor();
  await page.getByLabel('What').selectOption('transition.refused');
  await page.getByLabel('Model', { exact: true }).fill('census-income');
  await page.waitForURL(/model=census-income/);
  await page.getByText('Change of stage refused').last().waitFor();
  const row = page.getByRole('listitem').filter({ hasText: 'Change of stage refused' }).first();
  await row.getByRole('link', { name: 'census-income 3' }).waitFor();
  await page.reload();
  expect(await page.getByLabel('What').inputValue()).toBe('transition.refused');
  await row.getByRole('link', { name: 'report' }).click();
  await page.getByText('Version 3 is refused.').first().waitFor();
  await page.goBack();
  await page.getByLabel('Who').fill('nobody');
  await page.getByText('No event matches these filters: actor nobody').waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Model created' }).first().waitFor();
});

it('a moment is typed part by part, and the fields stay while it is none', async () => {
  const { page } = admin;
  await go('/record?last=7d');
  await page.getByLabel('When').selectOption('From … to …');
  await page.waitForURL(/from=/);
  const from = page.getByLabel('From', { exact: true });
  const asked = new URL(page.url()).searchParams.get('from');
  await from.focus();
  // The day is gone, and with it the moment; what was asked for is not.
  await page.keyboard.press('Backspace');
  expect(await from.inputValue()).toBe('');
  await admin.rests();
  expect(new URL(page.url()).searchParams.get('from')).toBe(asked);
  await page.getByLabel('To', { exact: true }).focus();
  expect(await from.inputValue()).not.toBe('');
  await from.fill('');
  await page.waitForURL((url) => !url.searchParams.has('from'));
  await from.fill('2020-01-01T00:00');
  await page.waitForURL(/from=2020|from=2019/);
  await page.getByLabel('When').selectOption('');
  await from.waitFor({ state: 'detached' });
  expect(admin.faults.splice(0)).toEqual([]);
});

it('what is typed while an address is on its way stays', async () => {
  const { page } = admin;
  await go('/record');
  const who = page.getByLabel('Who');
  // One more letter as soon as the address is written, which is before the page is drawn for it.
  await page.evaluate(() => {
    const write = history.replaceState.bind(history);
    history.replaceState = (...parts) => {
      write(...parts);
      const field = document.activeElement;
      if (!(field instanceof HTMLInputElement) || field.value !== 'no') return;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, 'nob');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
  });
  await who.focus();
  await who.fill('no');
  await page.waitForURL(/actor=nob$/);
  expect(await who.inputValue()).toBe('nob');
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.waitForURL((url) => !url.searchParams.has('actor'));
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('main input[type=search]')?.value === '');
  expect(admin.faults.splice(0)).toEqual([]);
});

it('a row opens to what is kept of it, as facts and as it was written, by keys', async () => {
  const { items } = await newest('&action=gate_policy.set');
  const { page } = admin;
  await go('/record?action=gate_policy.set');
  await page
    .getByRole('button', { name: /^Details of event/ })
    .first()
    .waitFor();
  await admin.presses('j');
  await page.keyboard.press('Enter');
  await page.getByTitle(`sha256:${items[0]!.hash}`).waitFor();
  await page.getByRole('button', { name: 'Raw JSON', exact: true }).click();
  const shown = await page.getByRole('region', { name: 'Raw JSON' }).textContent();
  expect(JSON.parse(shown!)).toMatchObject(items[0]!);
  expect(page.url()).toContain(`open=${items[0]!.sequence}`);
});

it('stored text is shown as what it is', async () => {
  const { items } = await newest('&model=hostile');
  await go(`/record?model=hostile&open=${items[0]!.sequence}`);
  await admin.page.getByText('‹U+202E›').first().waitFor();
  expect(await admin.page.locator('main img').count()).toBe(0);
  expect(admin.faults.splice(0)).toEqual([]);
});

it('what happens meanwhile waits for a word', async () => {
  const { page } = admin;
  await go('/record?action=model.created');
  await service.ask('POST', '/models', { name: 'meanwhile' });
  const newer = page.getByRole('button', { name: '1 new' });
  await newer.waitFor();
  expect(await page.getByRole('link', { name: 'meanwhile' }).count()).toBe(0);
  await newer.click();
  await page.getByRole('link', { name: 'meanwhile' }).waitFor();
  await newer.waitFor({ state: 'detached' });
});

it('a list of the last while goes on from page to page, and says when it cannot', async () => {
  const names = Array.from({ length: MORE_THAN_A_PAGE }, (_, index) => `paged-${index}`);
  for (const name of names) await service.ask('POST', '/models', { name });
  const { page } = admin;
  await go('/record?action=model.created&last=24h');
  const rows = page.getByRole('button', { name: /^Details of event/ });
  const more = page.getByRole('button', { name: 'Show more' });
  await more.waitFor();
  expect(await rows.count()).toBe(100);
  await page.route('**/audit-events?*cursor=*', (route) => route.abort());
  await more.click();
  await page.getByRole('alert').waitFor();
  expect(await rows.count()).toBe(100);
  await page.unroute('**/audit-events?*cursor=*');
  await admin.asksAgain(page.getByRole('button', { name: 'Try again' }));
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await more.click();
  await more.waitFor({ state: 'detached' });
  expect(await rows.count()).toBeGreaterThan(MORE_THAN_A_PAGE);
  admin.faults.splice(0);
});

it('the record is verified, with a checkpoint to keep, and the answer can be sent on', async () => {
  const { page } = admin;
  await go('/record');
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByText(/events verified, and .* objects are as they tell/).waitFor();
  await page.waitForURL(/verification=/);
  await page.reload();
  await page.getByText('Checkpoint', { exact: true }).first().click();
  await page.getByText('Through event').waitFor();
  await page.getByRole('button', { name: 'Verify again' }).waitFor();
});

it('an export holds the events of the filters, a line each', async () => {
  const { page } = admin;
  await go('/record?action=model.created');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('audit-events.ndjson');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString().trim().split('\n');
  const actions = lines.map((line) => (JSON.parse(line) as { action: string }).action);
  expect(new Set(actions)).toEqual(new Set(['model.created']));
});

it('says what was in Production, now and before anything was', async () => {
  const { page } = admin;
  await go('/record');
  await page.getByRole('link', { name: 'In Production at …' }).click();
  const row = page.getByRole('row').filter({ hasText: 'census-income' });
  await row.getByRole('link', { name: '2', exact: true }).waitFor();
  await row.getByText('still there').waitFor();
  await page.getByRole('button', { name: '30 d ago' }).click();
  await page.getByText('No model had a version in Production then.').waitFor();
  expect(page.url()).toContain('at=');
});

it.each(['/record', '/record?model=hostile&open=', '/record?actor=nobody', '/record/production'])(
  '%s is without a finding, on every screen and in both themes',
  async (path) => {
    const { items } = await newest('&model=hostile');
    const whole = path.endsWith('open=') ? `${path}${items[0]!.sequence}` : path;
    expect(await faultsOf(admin, () => go(whole))).toEqual([]);
  },
);

it('a filter that cannot be is answered with what is wrong with it', async () => {
  await go('/record?model=%20%2F');
  await admin.page.getByRole('alert').getByText('VALIDATION_FAILED').waitFor();
  admin.faults.splice(0);
});
