import { type Browser, type Page } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { until } from '../../test/support/limits.js';
import { Person } from './browser.js';
import { seedCensus } from './census.js';
import { Service } from './service.js';

let service: Service;
let browser: Browser;
let phone: Person;

const SCREEN = { width: 360, height: 740 };
const MODEL = '/models/census-income';
/** What a finger meets. */
const LEAST_TARGET = 44;
/** Of the screen, for all that stays while a page is scrolled. */
const MOST_FIXED = 0.17;

/** Every page, by what it is called here. */
const PAGES: Record<string, string> = {
  home: '/',
  models: '/models',
  'the model': MODEL,
  'the version': `${MODEL}/versions/2`,
  'a version that may be asked for': `${MODEL}/versions/3`,
  'its card': `${MODEL}/versions/3/card`,
  'a comparison': `${MODEL}/compare?a=3&b=2&metric=f1`,
  'what the gates say now': `${MODEL}/versions/3/check/Production`,
  'the report': '',
  'a request that was refused': '',
  'a request that waits': '',
  'the policy of the model': `${MODEL}/policy`,
  'the default policy': '/policy',
  'the record': '/record',
  'who held Production': '/record/production',
  tokens: '/admin/tokens',
  sessions: '/admin/sessions',
  jobs: '/admin/jobs',
  reviews: '/admin/reviews',
  freezes: '/admin/freezes',
  roles: '/admin/roles',
  'trust rules': '/admin/trust-rules',
  webhooks: '/admin/webhooks',
};

interface List {
  items: { id: string; gateReportId: string | null }[];
}

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  const report = await seedCensus(service, 'census-income');
  PAGES['the report'] = `/reports/${report}`;
  const { items } = await service.ask<List>('GET', `${MODEL}/transitions?status=refused`);
  PAGES['a request that was refused'] = `/transitions/${items[0]!.id}`;
  await service.ask('POST', '/models', { name: 'waits' });
  await service.ask('POST', '/models/waits/versions', { artifactUri: 's3://models/waits' });
  await service.ask('POST', '/models/waits/versions/1/evaluations', {
    dataset: { name: 'held-out', version: '1' },
    metrics: [{ name: 'accuracy', value: 0.9, count: 1_000 }],
  });
  const rules = [{ metric: 'accuracy', min: 0.5 }];
  await service.ask('PUT', '/models/waits/gate-policy', { rules, allowSkipStaging: true });
  const { token } = await service.issue('ci', 'contributor');
  const asked = { toStage: 'Production', reason: 'The first.' };
  const { id } = await service.askAs<{ id: string }>(token, 'POST', '/models/waits/versions/1/transitions', asked);
  PAGES['a request that waits'] = `/transitions/${id}`;
  phone = await Person.at(browser, { viewport: SCREEN, hasTouch: true, isMobile: true });
  await phone.page.goto(service.link);
  await phone.page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

async function show(name: string): Promise<Page> {
  await phone.opens(`${service.url}/console${PAGES[name]}`);
  return phone.page;
}

/** Controls that a finger would miss: neither they nor what stands for them is as large as it has to be. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const controls = 'button, select, summary, textarea, input, [role="button"], nav a, [data-actions] a';
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.getBoundingClientRect().width > 1;
    return [...document.querySelectorAll(controls)].filter(isShown).flatMap((element) => {
      // A tick is pressed by its label, too.
      const pressed = element.closest('label') ?? element;
      const { width, height } = pressed.getBoundingClientRect();
      // What is drawn small may be pressed beside itself.
      const beyond = getComputedStyle(element, '::after');
      const isWidened = beyond.position === 'absolute' && beyond.content !== 'none';
      const tall = isWidened ? Number.parseFloat(beyond.height) : height;
      const wide = isWidened ? Number.parseFloat(beyond.width) : width;
      if (tall >= least - 0.5 && wide >= least - 0.5) return [];
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      return [`${element.tagName} ${name.slice(0, 40)} ${element.className} ${Math.round(wide)} × ${Math.round(tall)}`];
    });
  }, LEAST_TARGET);
}

/** The share of the screen that stays where it is while a page is scrolled, and what of that is more than a line. */
function fixedShare(page: Page): Promise<{ share: number; lines: number[] }> {
  return page.evaluate(() => {
    const bars = [...document.querySelectorAll('*')].filter((element) => {
      const { position } = getComputedStyle(element);
      return (position === 'fixed' || position === 'sticky') && element.checkVisibility();
    });
    const rows = new Set<number>();
    const lines = new Set<number>();
    for (const bar of bars) {
      const { top, bottom, width, height } = bar.getBoundingClientRect();
      if (width <= 1 || (top > 60 && bottom < innerHeight - 60)) continue;
      lines.add(Math.round(height));
      for (let at = Math.max(0, Math.floor(top)); at < Math.min(innerHeight, bottom); at++) rows.add(at);
    }
    return { share: rows.size / innerHeight, lines: [...lines] };
  });
}

it.each(Object.keys(PAGES))('%s has large targets, small bars, and nothing that scrolls sideways', async (name) => {
  const page = await show(name);
  expect(await phone.overflow()).toBe(0);
  expect(await smallTargets(page)).toEqual([]);
  const { share, lines } = await fixedShare(page);
  expect([share, lines]).toEqual([expect.any(Number), lines.filter((height) => height <= 60)]);
  expect(share).toBeLessThan(MOST_FIXED);
});

it('nothing in the bar of a page is cut off, and what has no place in it is behind a button', async () => {
  for (const name of ['a version that may be asked for', 'what the gates say now', 'the report', 'its card']) {
    const page = await show(name);
    const bar = page.locator('[data-actions]');
    const shown = bar.locator('button:visible, a:visible');
    for (const each of await shown.all())
      expect([name, await each.evaluate((node) => node.scrollWidth <= node.clientWidth)]).toEqual([name, true]);
    await bar.getByRole('button', { name: 'More' }).tap();
    const all = bar.locator('button, a');
    await until(`all in the bar of ${name} is shown`, async () => (await shown.count()) === (await all.count()));
    expect(await phone.findings('light')).toEqual([]);
    await bar.getByRole('button', { name: 'More' }).tap();
  }
});

it('the way to the other pages is one tap away beside the actions, and closes behind whoever goes it', async () => {
  const page = await show('the version');
  const menu = page.getByRole('navigation', { name: 'Main' });
  expect(await menu.getByRole('link', { name: 'Record' }).isVisible()).toBe(false);
  await menu.getByRole('button', { name: 'Menu' }).tap();
  await menu.getByRole('link', { name: 'Record' }).waitFor();
  expect(await phone.findings('dark')).toEqual([]);
  await menu.getByRole('link', { name: 'Models' }).tap();
  await page.getByRole('heading', { name: 'Models', exact: true }).waitFor();
  await menu.getByRole('link', { name: 'Record' }).waitFor();
  expect(phone.faults.splice(0)).toEqual([]);
});
