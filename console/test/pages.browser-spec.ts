import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { Person } from './browser.js';
import { Service } from './service.js';
import { faultsOf } from './soundness.js';

let service: Service;
let browser: Browser;
let admin: Person;

interface List {
  items: { id: string; gateReportId: string | null }[];
}

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  await service.ask('POST', '/examples/census-income');
  const { items } = await service.ask<List>('GET', '/models/census-income/transitions?limit=1');
  PAGES['the promotion'] = `/console/transitions/${items[0]!.id}`;
  PAGES['the report'] = `/console/reports/${items[0]!.gateReportId}`;
  admin = await Person.at(browser);
  await admin.page.goto(service.link);
  await admin.page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** Every page by what it is called here. */
const PAGES: Record<string, string> = {
  home: '/console/',
  models: '/console/models',
  'no model found': '/console/models?text=nothing-like-it',
  'the model': '/console/models/census-income',
  'the version': '/console/models/census-income/versions/3',
  'the promotion': '',
  'approving it': '',
  'rejecting it': '',
  'what the gates say now': '/console/models/census-income/versions/3/check/Production',
  'the report': '',
  'rolling back': '/console/models/census-income/rollback',
  'what is not there': '/console/models/none',
};

function show(name: string): Promise<void> {
  const path = { 'approving it': '?dialog=approve', 'rejecting it': '?dialog=reject' }[name] ?? '';
  return admin.opens(`${service.url}${PAGES[path ? 'the promotion' : name]}${path}`);
}

it.each(Object.keys(PAGES))('%s is without a finding, on every screen and in both themes', async (name) => {
  const expected = name === 'what is not there' ? /status of 404/ : /^$/;
  const faults = await faultsOf(admin, () => show(name));
  expect(faults.filter((fault) => !expected.test(String(fault)))).toEqual([]);
});

it('the menu and the list of keys are without a finding, too', async () => {
  await admin.page.setViewportSize({ width: 1280, height: 800 });
  await show('home');
  await admin.page.getByRole('button', { name: /Signed in as/ }).click();
  await admin.page.getByRole('menu').waitFor();
  expect(await admin.findingsOfBothThemes()).toEqual([]);
  await admin.page.getByRole('menuitem', { name: 'Keys' }).click();
  await admin.page.getByRole('dialog', { name: 'Keys' }).waitFor();
  expect(await admin.findingsOfBothThemes()).toEqual([]);
  await admin.page.keyboard.press('Escape');
  expect(admin.faults.splice(0)).toEqual([]);
});

it('a theme that was chosen is there before the first paint', async () => {
  const { page } = admin;
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => localStorage.setItem('stagegate-theme', 'dark'));
  await page.goto(`${service.url}/console/`, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.body !== null);
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await page.evaluate(() => localStorage.removeItem('stagegate-theme'));
});

/** Kilobytes of 1,000 bytes, packed by brotli. */
const HARD_END_OF_FIRST_LOAD = 200;
const HARD_END_OF_A_PAGE = 30;
/** The editor of policies comes by itself, for whoever opens one. */
const HARD_END_OF_THE_EDITOR = 135;
const ASSETS = join(import.meta.dirname, '..', 'dist', 'assets');

it('what is loaded first, and for each page besides, stays within its budget', () => {
  const sizes = readdirSync(ASSETS)
    .filter((file) => file.endsWith('.br'))
    .map((file): [string, number] => [
      file.replace(/-[\w-]{8}\.(js|css|svg)\.br$/, '.$1'),
      statSync(join(ASSETS, file)).size / 1000,
    ]);
  const first = sizes.filter(([name]) => name.startsWith('index.') || name.startsWith('theme.'));
  const total = first.reduce((sum, [, size]) => sum + size, 0);
  const rest = sizes.filter((each) => !first.includes(each));
  process.stdout.write(
    `First load ${total.toFixed(1)} kB; ${rest.map(([name, size]) => `${name} ${size.toFixed(1)}`).join(', ')}\n`,
  );
  expect(total).toBeLessThan(HARD_END_OF_FIRST_LOAD);
  const endOf = (name: string) => (name === 'policy-editor.js' ? HARD_END_OF_THE_EDITOR : HARD_END_OF_A_PAGE);
  expect(rest.filter(([name, size]) => size > endOf(name))).toEqual([]);
});

it('a page asks for little before something of it is painted', async () => {
  const { page } = admin;
  await page.goto(`${service.url}/console/`);
  await page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const count = await page.evaluate(() => {
    const painted = performance.getEntriesByName('first-contentful-paint')[0]!.startTime;
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    // How many calls of the API fall before the paint too is up to the machine.
    const files = resources.filter(({ startTime, initiatorType }) => startTime < painted && initiatorType !== 'fetch');
    return files.length + 1;
  });
  process.stdout.write(`Files until the first paint: ${count}\n`);
  expect(count).toBeLessThanOrEqual(8);
});
