import { type Browser } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { Person } from './browser.js';
import { Service } from './service.js';

let service: Service;
let browser: Browser;
let admin: Person;

const COMMIT = '5e1f0c9a7b3d2468ace013579bdf02468ace1357';

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  await service.ask('POST', '/examples/census-income');
  const version = { artifactUri: 's3://example-models/5', gitCommit: COMMIT };
  await service.ask('POST', '/models/census-income/versions', version);
  admin = await Person.at(browser);
  await admin.page.goto(service.link);
  await admin.page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

it('models and versions are found from anywhere by keys alone, and what was chosen comes first the next time', async () => {
  const { page } = admin;
  await admin.presses('/');
  // While it is typed, what is found by the beginning of it may show.
  const found = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === 'census');
  await admin.types('census');
  await found;
  await page.getByRole('option', { name: /census-income model/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'census-income' }).waitFor();
  await page.getByRole('combobox', { name: 'Search' }).fill(COMMIT.slice(0, 12));
  await page.getByRole('option', { name: /census-income 5/ }).click();
  await page.getByRole('heading', { name: 'census-income version 5' }).waitFor();
  await page.getByRole('combobox', { name: 'Search' }).blur();
  await admin.presses('/');
  await page.getByText('Lately looked for').waitFor();
  expect(await page.getByRole('option').first().textContent()).toContain('census-income 5');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('option').count()).toBe(0);
  expect(admin.faults.splice(0)).toEqual([]);
});

it('what is found by a part of a word stays until more is found, and so does what was marked of it', async () => {
  const { page } = admin;
  const field = page.getByRole('combobox', { name: 'Search' });
  await field.fill('census');
  await page.getByRole('option', { name: /census-income model/ }).waitFor();
  const held = page.waitForRequest((request) => new URL(request.url()).searchParams.get('q') === 'census-');
  let release = () => {};
  const released = new Promise<void>((resolve) => void (release = resolve));
  await page.route('**/search?q=census-', async (route) => {
    await released;
    await route.continue();
  });
  await field.press('End');
  await page.keyboard.type('-');
  await held;
  const marked = page.getByRole('option', { selected: true });
  expect(await page.getByRole('option', { name: /census-income model/ }).count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  const chosen = await marked.textContent();
  const found = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === 'census-');
  release();
  await found;
  await admin.rests();
  expect(await marked.textContent()).toBe(chosen);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'census-income', exact: true }).waitFor();
  await page.unroute('**/search?q=census-');
  expect(admin.faults.splice(0)).toEqual([]);
});

it('what is found is without a finding, on a desk and on a phone, in both themes', async () => {
  const { page } = admin;
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole('combobox', { name: 'Search' }).fill('cens');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowUp');
    expect([width, await admin.findingsOfBothThemes()]).toEqual([width, []]);
    expect([width, await admin.overflow()]).toEqual([width, 0]);
  }
  await page.getByRole('combobox', { name: 'Search' }).fill('nothing-like-it');
  await page.getByText('Nothing is found by that.').waitFor();
  expect(admin.faults.splice(0)).toEqual([]);
});
