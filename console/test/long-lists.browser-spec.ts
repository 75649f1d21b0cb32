import { type Browser } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { Person } from './browser.js';
import { countElements, openSlices, openVersions, scrollThrough, seedLongLists } from './long-lists.js';
import { Service } from './service.js';

/** A page draws what is in sight, however long the list: `npm run bench:console` tells what that makes of its speed. */
const MOST_ELEMENTS = 1_500;
const VERSIONS = 10_000;
const SLICES = 1_000;

let service: Service;
let browser: Browser;
let admin: Person;

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  await seedLongLists(service, { many: VERSIONS });
  admin = await Person.at(browser);
  await admin.page.goto(service.link);
  await admin.page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function staysSmall(): Promise<void> {
  expect((await scrollThrough(admin.page)).length).toBeGreaterThan(30);
  expect(await countElements(admin.page)).toBeLessThanOrEqual(MOST_ELEMENTS);
  expect(admin.faults.splice(0)).toEqual([]);
}

it('draws what is in sight of ten thousand versions, and tells of Production, far down as it is', async () => {
  const { page } = admin;
  await openVersions(page, service.url, 'many', VERSIONS);
  await page
    .getByRole('region', { name: 'Production' })
    .getByRole('link', { name: `version ${VERSIONS / 2}` })
    .waitFor();
  const table = page.getByRole('region', { name: 'Versions' }).getByRole('table');
  expect(await table.getAttribute('aria-rowcount')).toBe(String(VERSIONS + 1));
  await staysSmall();
});

it('compares versions that are too old for the list, by their numbers', async () => {
  const { page } = admin;
  await admin.opens(`${service.url}/console/models/many/compare`);
  await page.getByLabel('or its number', { exact: true }).fill('17');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `version 17 against ${VERSIONS / 2}` }).waitFor();
  await page.getByLabel('or the number of that', { exact: true }).fill('18');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'version 17 against 18' }).waitFor();
  expect(await page.getByLabel('Version', { exact: true }).inputValue()).toBe('17');
  expect(admin.faults.splice(0)).toEqual([]);
});

it('draws what is in sight of a thousand slices', async () => {
  await openSlices(admin.page, service, 'shops', SLICES);
  await staysSmall();
});
