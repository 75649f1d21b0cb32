import { type Browser, type Page, type Request } from 'playwright-core';
import { until } from '../../test/support/limits.js';
import { Between } from './between.js';
import { launch } from '../../test/support/chromium.js';
import { Person } from './browser.js';
import { Service } from './service.js';

let service: Service;
let browser: Browser;
let between: Between;
let vera: Person;
let asks: Asks;

const AT = '/models/watched';
/** Of the page's time: less than it waits between two looks while the service tells of events, more than without. */
const SHORT_MS = 10_000;
/** A step in which nothing but what is due at once happens. */
const STEP_MS = 5;

/** What a page asks of the API besides its stream. */
class Asks {
  readonly lists: string[] = [];
  private readonly open = new Set<Request>();

  constructor(page: Page) {
    page.on('request', (asked) => {
      const { pathname } = new URL(asked.url());
      if (!pathname.startsWith('/api/v1/') || pathname.endsWith('/stream')) return;
      this.open.add(asked);
      if (/\/(versions|transitions|history)$/.test(pathname)) this.lists.push(pathname);
    });
    page.on('requestfinished', (asked) => void this.open.delete(asked));
    page.on('requestfailed', (asked) => void this.open.delete(asked));
  }

  /** Waits until all is answered, and forgets what was asked for. */
  async rest(page: Page): Promise<void> {
    await until('all is answered', async () => {
      await page.clock.runFor(STEP_MS);
      return this.open.size === 0;
    });
    this.lists.length = 0;
  }
}

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  between = await Between.at(service.url);
  await service.ask('POST', '/models', { name: 'watched' });
  vera = await Person.at(browser);
  await vera.signIn(between.url, (await service.issue('vera', 'viewer')).token);
  await until('the first page has its stream', () => between.opened > 0);
  const before = between.opened;
  asks = new Asks(vera.page);
  // From here on the time of the page goes on when it is told to.
  await vera.page.clock.install();
  await vera.page.goto(`${between.url}/console${AT}`);
  await vera.page.getByText('No versions yet.').waitFor();
  await until('the stream is there', () => between.opened > before);
  await vera.page.clock.pauseAt(Date.now() + 60_000);
});
afterAll(async () => {
  await browser?.close();
  between?.stop();
  await service?.stop();
});

function describes(text: string): Promise<unknown> {
  return service.ask('PATCH', AT, { description: text });
}

/** How much of its own time the page takes until it shows a text. */
async function timeUntilShown(text: string): Promise<number> {
  const { page } = vera;
  let passed = 0;
  await until(`the page shows ${text}`, async () => {
    await page.clock.runFor(STEP_MS);
    passed += STEP_MS;
    return (await page.getByText(text).count()) > 0;
  });
  await asks.rest(page);
  return passed;
}

it('a page is told of a change, and asks for its lists at a change alone', async () => {
  const { page } = vera;
  await describes('One.');
  await timeUntilShown('One.');
  // Whatever was due has been asked for by now, so what shows from here on shows by the stream.
  await describes('Two.');
  expect(await timeUntilShown('Two.')).toBeLessThan(SHORT_MS);
  await page.clock.runFor(SHORT_MS);
  expect(asks.lists).toEqual([]);
  expect(vera.faults).toEqual([]);
});

it('without the stream it asks by itself, says nothing of a loss that there is not, and is told again once it is back', async () => {
  const { page } = vera;
  between.cut();
  await until('the page has noticed', async () => {
    asks.lists.length = 0;
    await page.clock.runFor(SHORT_MS / 2);
    return asks.lists.length > 0;
  });
  await describes('Three.');
  await timeUntilShown('Three.');
  expect(await page.getByText(/No connection/).count()).toBe(0);
  const before = between.opened;
  between.mend();
  await until('the stream is back', async () => {
    await page.clock.runFor(1_000);
    return between.opened > before;
  });
  await describes('Four.');
  await timeUntilShown('Four.');
  await describes('Five.');
  expect(await timeUntilShown('Five.')).toBeLessThan(SHORT_MS);
  await page.clock.runFor(SHORT_MS / 2);
  expect(asks.lists).toEqual([]);
});
