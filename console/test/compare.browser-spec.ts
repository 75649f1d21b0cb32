import { readFileSync } from 'node:fs';
import { type Browser, type Download, type Locator } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { Person } from './browser.js';
import { seedCensus, seedManySlices } from './census.js';
import { Service } from './service.js';
import { faultsOf } from './soundness.js';

let service: Service;
let browser: Browser;
let admin: Person;
let report: string;

const MODEL = 'census-income';
const MANY = 1000;

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  report = await seedCensus(service, MODEL);
  await seedManySlices(service, 'shops', MANY);
  admin = await Person.at(browser);
  await admin.page.goto(service.link);
  await admin.page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const COMPARE = `/console/models/${MODEL}/compare?a=3&b=2`;
const CARD = `/console/models/${MODEL}/versions/3/card`;

function show(path: string): Promise<void> {
  return admin.opens(`${service.url}${path}`);
}

function plot(): Locator {
  return admin.page.getByRole('grid', { name: 'Slices' });
}

function focusedRow(): Promise<string | null> {
  return admin.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

const PAGES: Record<string, string> = {
  'the comparison': COMPARE,
  'a metric where less is better': `${COMPARE}&metric=log_loss&fit=true`,
  'a metric without direction': `${COMPARE}&metric=selection_rate`,
  'its calibration': `${COMPARE}&curve=calibration`,
  'nothing shown': `${COMPARE}&metric=log_loss&show=refused`,
  'a thousand slices': '/console/models/shops/compare',
  'the model card': CARD,
};

it.each(Object.keys(PAGES))('%s is without a finding, on every screen and in both themes', async (name) => {
  expect(await faultsOf(admin, () => show(PAGES[name]!))).toEqual([]);
});

it('shows what was judged, worst first, with small slices in their pool and the verdict in a sentence', async () => {
  await admin.page.setViewportSize({ width: 1280, height: 900 });
  await show(COMPARE);
  await admin.page
    .getByText('14 slices: 1 refused, 3 undecided, 8 passed, 2 small ones pooled and refused together.')
    .waitFor();
  const names = await plot()
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));
  const beginnings = names.filter((name) => name !== null).map((name) => name.replace(/:.*|, \d.*/, ''));
  expect(beginnings.slice(0, 9)).toEqual([
    'all rows',
    'race',
    'race',
    'race Amer-Indian-Eskimo',
    'race Other',
    'race Asian-Pac-Islander',
    'race Black',
    'race White',
    'sex',
  ]);
  expect(await admin.page.locator('main').innerText()).not.toContain('__small__');
});

it('is read by keys alone: from the first row to the last and back, and on to the rule', async () => {
  const { page } = admin;
  await show(COMPARE);
  await plot()
    .getByRole('row', { name: /^all rows/ })
    .focus();
  await page.keyboard.press('End');
  await expect(focusedRow()).resolves.toMatch(/^age_band/);
  await page.keyboard.press('Home');
  await expect(focusedRow()).resolves.toMatch(/^all rows/);
  for (let step = 0; step < 9; step++) await page.keyboard.press('ArrowDown');
  const female =
    /^sex Female: 0\.604 against 0\.666, −6\.16 pt \(−8\.48 to −3\.84 decides, 95 % −8\.92 to −3\.40\), 5\s421 rows; refused/;
  await expect(focusedRow()).resolves.toMatch(female);
  await page.getByRole('status').getByText(female).waitFor();
  await page.waitForURL(/row=/);
  await admin.presses('f');
  await page.waitForURL(/feature=sex/);
  await plot().getByRole('row', { name: /^race/ }).first().waitFor({ state: 'detached' });
  await admin.presses('f');
  await plot()
    .getByRole('row', { name: /^race Black/ })
    .waitFor();
  await plot().getByRole('row', { name: female }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${service.url}/console/reports/${report}?rule=f1-by-sex`);
  await page.getByRole('link', { name: 'Compare' }).click();
  await page.getByRole('heading', { name: `${MODEL} version 3 against 2` }).waitFor();
});

it('the keys go on from a row that was pressed, be it to the one that they came to last', async () => {
  const { page } = admin;
  await show(COMPARE);
  const at = (row: string) =>
    page.waitForFunction((index) => document.activeElement?.getAttribute('aria-rowindex') === index, row);
  await plot()
    .getByRole('row', { name: /^all rows/ })
    .press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await at('4');
  await plot()
    .getByRole('row', { name: /^race Amer-Indian/ })
    .click();
  await at('5');
  // Whatever the press led to is drawn.
  await page.waitForURL(/row=.*Amer-Indian/);
  await admin.rests();
  await page.keyboard.press('ArrowUp');
  await at('4');
});

it('comes back as it was sent: metric, filter, order and row stand in the address', async () => {
  const row = encodeURIComponent(JSON.stringify('{"race":"Black"}'));
  await show(`${COMPARE}&metric=f1&feature=race&sort=rows&row=${row}`);
  const { page } = admin;
  await page
    .getByRole('status')
    .getByText(/^race Black/)
    .waitFor();
  expect(await page.getByLabel('Order').inputValue()).toBe('rows');
  await page.getByLabel('Metric').selectOption('log_loss');
  await page.waitForURL(/metric=log_loss/);
  await page.getByText('lower is better; the picture shows improvement').waitFor();
  await page.getByLabel('Version', { exact: true }).selectOption('1');
  await page.getByRole('heading', { name: `${MODEL} version 1 against 2` }).waitFor();
});

async function textOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

it('is taken along as SVG, PNG and CSV', async () => {
  await show(COMPARE);
  const { page } = admin;
  const take = async (form: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: form }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${MODEL}-3-2-f1.${form.toLowerCase()}`);
    return textOf(download);
  };
  const svg = (await take('SVG')).toString();
  expect(svg).toContain(`<title>${MODEL} version 3 against 2: f1</title>`);
  expect(svg).toMatch(/adult-test 1 \(test\) · policy r2 · report sha256:.*UTC/);
  const png = await take('PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1920);
  const csv = (await take('CSV')).toString();
  expect(csv.trim().split('\r\n')).toHaveLength(16);
  expect(admin.faults.splice(0)).toEqual([]);
});

it('of a thousand slices those in view are there, and every one is reached by keys', async () => {
  await admin.page.setViewportSize({ width: 1280, height: 800 });
  await show('/console/models/shops/compare');
  const { page } = admin;
  const heading = plot().getByRole('row', { name: /^shop, 1000 rows, closed/ });
  await heading.focus();
  await page.keyboard.press('Enter');
  await plot()
    .getByRole('row', { name: /^shop, 1000 rows, open/ })
    .waitFor();
  expect(await plot().getAttribute('aria-rowcount')).toBe(String(MANY + 3));
  await page.keyboard.press('End');
  await page.waitForFunction(
    (last) => document.activeElement?.getAttribute('aria-rowindex') === last,
    String(MANY + 3),
  );
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThanOrEqual(1500);
  await page.keyboard.press('Home');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-rowindex') === '2');
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-rowindex') === '3');
  expect(admin.faults.splice(0)).toEqual([]);
});

it('the row that an address names is open and in view, though its group is closed at first', async () => {
  const { page } = admin;
  const row = JSON.stringify({ shop: 'shop 500 at the far end of a long street' });
  await show(`/console/models/shops/compare?row=${encodeURIComponent(row)}`);
  const chosen = plot().getByRole('row', { name: /^shop shop 500 / });
  await chosen.waitFor();
  await page.waitForFunction(() => {
    const box = document.querySelector('[aria-selected=true]')?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.bottom <= window.innerHeight;
  });
  expect(await chosen.getAttribute('aria-selected')).toBe('true');
  expect(admin.faults.splice(0)).toEqual([]);
});

it('curves are drawn of both versions, and what cannot be drawn is said', async () => {
  await show(COMPARE);
  const { page } = admin;
  await page.getByRole('button', { name: 'ROC' }).click();
  await page.getByRole('img', { name: 'ROC of version 3, solid, and version 2, dashed' }).waitFor();
  await page.waitForURL(/curve=roc/);
  await page.getByRole('button', { name: 'Residuals' }).click();
  await page.getByText('Curves are drawn from predictions').waitFor();
  admin.faults.splice(0);
});

it('params that differ are shown first, and the rest when asked for', async () => {
  await show(COMPARE);
  const params = admin.page.getByRole('region', { name: 'Params' });
  await params.getByRole('row', { name: /trainingRows changed/ }).waitFor();
  expect(await params.getByRole('row', { name: / same / }).count()).toBe(0);
  await params.getByLabel('Differences only').uncheck();
  await params
    .getByRole('row', { name: / same / })
    .first()
    .waitFor();
});

it('a card is copied on a page that has no clipboard, as those without https', async () => {
  const other = await Person.at(browser);
  await other.page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }));
  const { token } = await service.issue('cara', 'viewer');
  await other.signIn(service.url, token);
  await other.opens(`${service.url}${CARD}`);
  await other.page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await other.page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(other.faults).toEqual([]);
  await other.close();
});

it('the card of a version is reached from it, tells of its refusal, and goes to paper alone', async () => {
  const { page } = admin;
  await show(`/console/models/${MODEL}/versions/3`);
  await page.getByRole('link', { name: 'Model card' }).click();
  await page.getByText('Widest gaps between groups').waitFor();
  await page.getByRole('link', { name: 'promote → Production' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Print …' }).isVisible()).toBe(false);
  expect(await page.getByRole('heading', { name: 'Purpose and limits' }).isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
});
