import { type Browser, type Page } from 'playwright-core';
import { until } from '../../test/support/limits.js';
import { Between } from './between.js';
import { launch } from '../../test/support/processes/chromium.js';
import { Person } from './browser.js';
import { Service } from './service.js';

declare global {
  interface Window {
    /** How many events the page was told of. */
    told: number;
    /** How often its stream was opened. */
    opened: number;
    /** What it asked the API for, besides the stream. */
    asked: string[];
    /** How many answers it has not read to their end. */
    unread: number;
  }
}

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
/** More than a page waits for further events before it looks again on account of one. */
const GATHERED_MS = 300;
/** Between two looks at who the reader is while all goes well. */
const ME_MS = 60_000;
/** As many models as a page of their list has. */
const PAGE = 100;

/** Keeps what the page does. As it sees that, since whoever looks from without sees an answer before the page has read it. */
function watch(): void {
  Object.assign(window, { told: 0, opened: 0, asked: [], unread: 0 });
  window.EventSource = class extends EventSource {
    constructor(url: string | URL) {
      super(url);
      this.addEventListener('message', () => (window.told += 1));
      this.addEventListener('open', () => (window.opened += 1));
    }
  };
  const untilRead = async <Read>(read: Promise<Read>): Promise<Read> => {
    window.unread += 1;
    return read.finally(() => (window.unread -= 1));
  };
  const { fetch } = window;
  window.fetch = (asked, how) => {
    const { pathname, search } = new URL(asked instanceof Request ? asked.url : asked, window.location.href);
    window.asked.push(pathname + search);
    return untilRead(fetch(asked, how));
  };
  for (const form of ['text', 'json'] as const) {
    const read = Response.prototype[form];
    Response.prototype[form] = function () {
      return untilRead(read.call(this));
    };
  }
}

/** What a page asks of the API besides its stream. */
class Asks {
  constructor(private readonly page: Page) {}

  /** Waits until all is answered and read, without that the page's time goes on. */
  async stop(): Promise<void> {
    await until('all is answered', () => this.page.evaluate(() => window.unread === 0));
  }

  /** Waits until all is answered and nothing more is asked for on account of it, and forgets what was asked for. */
  async rest(): Promise<void> {
    await until('all is answered', async () => {
      await this.stop();
      await this.forget();
      // Other than waiting for an answer, this takes of the page's time, which brings the next look at an interval nearer.
      await this.page.clock.runFor(GATHERED_MS);
      return this.page.evaluate(() => window.asked.length === 0);
    });
  }

  /** The lists that were asked for since. */
  async lists(): Promise<string[]> {
    const asked = await this.page.evaluate(() => window.asked);
    return asked.filter((each) => /\/(models|versions|transitions|history)(\?|$)/.test(each));
  }

  forget(): Promise<void> {
    return this.page.evaluate(() => void (window.asked.length = 0));
  }
}

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), launch()]);
  between = await Between.at(service.url);
  await service.ask('POST', '/models', { name: 'watched' });
  vera = await Person.at(browser);
  await vera.page.addInitScript(watch);
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
  await asks.rest();
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
  expect(await asks.lists()).toEqual([]);
  expect(vera.faults).toEqual([]);
});

it('without the stream it asks by itself, says nothing of a loss that there is not, and is told again once it is back', async () => {
  const { page } = vera;
  between.cut();
  await until('the page has noticed', async () => {
    await asks.forget();
    await page.clock.runFor(SHORT_MS / 2);
    return (await asks.lists()).length > 0;
  });
  await describes('Three.');
  await timeUntilShown('Three.');
  expect(await page.getByText(/No connection/).count()).toBe(0);
  const opened = () => page.evaluate(() => window.opened);
  const before = await opened();
  between.mend();
  await until('the stream is back', async () => {
    await page.clock.runFor(1_000);
    return (await opened()) > before;
  });
  await describes('Four.');
  await timeUntilShown('Four.');
  await describes('Five.');
  expect(await timeUntilShown('Five.')).toBeLessThan(SHORT_MS);
  await page.clock.runFor(SHORT_MS / 2);
  expect(await asks.lists()).toEqual([]);
});

it('that nothing is reached is said as soon as a view cannot be read', async () => {
  const { page } = vera;
  // Who the reader is was just asked for, and is not due before long.
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await asks.rest();
  between.fail(/\/api\//, 'closed');
  let passed = 0;
  await until('the page says so', async () => {
    await page.clock.runFor(SHORT_MS / 10);
    passed += SHORT_MS / 10;
    await asks.stop();
    return (await page.getByText(/No connection/).count()) > 0;
  });
  expect(passed).toBeLessThan(ME_MS * (2 / 3));
  between.mend();
  await until('the page is well again', async () => {
    await page.clock.runFor(SHORT_MS / 10);
    await asks.stop();
    return (await page.getByText(/No connection/).count()) === 0;
  });
  vera.faults.length = 0;
});

/** Changes something, and waits until the page was told of it. */
async function tells(text: string): Promise<void> {
  const before = await vera.page.evaluate(() => window.told);
  await describes(text);
  await until('the page was told', async () => (await vera.page.evaluate(() => window.told)) > before);
}

/** Lets the page's time go on until a number of lists were asked for and answered. */
async function untilRead(count: number): Promise<void> {
  await until(`${count} pages are read`, async () => {
    await vera.page.clock.runFor(STEP_MS);
    await asks.stop();
    return (await asks.lists()).length >= count;
  });
}

it('a list of several pages is read anew once after a pause, however many events there are', async () => {
  const { page } = vera;
  for (let each = 1; each <= PAGE; each++) await service.ask('POST', '/models', { name: `before-${each}` });
  await page.getByRole('link', { name: 'Models', exact: true }).first().click();
  await until('the second page is there', async () => {
    await page.clock.runFor(STEP_MS);
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    return (await page.getByRole('link', { name: 'watched', exact: true }).count()) > 0;
  });
  await asks.rest();
  await page.clock.runFor(SHORT_MS / 2);
  await asks.rest();
  await tells('Six.');
  await untilRead(2);
  for (const text of ['Seven.', 'Eight.', 'Nine.']) await tells(text);
  await page.clock.runFor(1_000);
  await asks.stop();
  expect(await asks.lists()).toHaveLength(2);
  await untilRead(4);
  await page.clock.runFor(SHORT_MS / 2);
  await asks.stop();
  expect(await asks.lists()).toHaveLength(4);
  expect(vera.faults).toEqual([]);
});
