import { type Page } from 'playwright-core';
import { launch } from '../../test/support/processes/chromium.js';
import { Person } from './browser.js';
import { openSlices, openVersions, scrollThrough, seedLongLists } from './long-lists.js';
import { Service } from './service.js';

/**
 * How fast the console is on this machine, as ratios of one run: scrolling through a long list beside a short one, and the time until
 * Home shows something beside a page that is empty.
 */
const ROUNDS = 5;
const MODELS = { few: 200, many: 10_000 };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

async function frames(page: Page): Promise<{ median: number; longest: number }> {
  const rounds: number[][] = [];
  while (rounds.length < ROUNDS) rounds.push(await scrollThrough(page));
  return { median: median(rounds.map(median)), longest: median(rounds.map((round) => Math.max(...round))) };
}

/** Milliseconds from the navigation until what is asked for is there. */
async function timeUntil(page: Page, url: string, selector: string): Promise<number> {
  const times: number[] = [];
  while (times.length < ROUNDS) {
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForSelector(selector);
    times.push(await page.evaluate(() => performance.now()));
  }
  return median(times);
}

async function measure(page: Page, service: Service): Promise<void> {
  const empty = await timeUntil(page, `${service.url}/livez`, 'body');
  const home = await timeUntil(page, `${service.url}/console/`, 'main li a');
  say(`Home shows something after ${home.toFixed(0)} ms, ${(home / empty).toFixed(1)} times an empty page`);
  const base = await versions(page, service, 'few');
  const many = await versions(page, service, 'many');
  say(`Ten thousand versions: ${(many / base).toFixed(2)} times the longest frame of ${MODELS.few}`);
  await openSlices(page, service, 'shops', 1_000);
  tell('1000 slices', await frames(page));
}

async function versions(page: Page, service: Service, model: keyof typeof MODELS): Promise<number> {
  await openVersions(page, service.url, model, MODELS[model]);
  const told = await frames(page);
  tell(`${MODELS[model]} versions`, told);
  return told.longest;
}

function tell(what: string, { median: middle, longest }: { median: number; longest: number }): void {
  say(`Scrolling ${what}: a frame takes ${middle.toFixed(0)} ms, the longest ${longest.toFixed(0)} ms`);
}

const [service, browser] = await Promise.all([Service.start(), launch()]);
try {
  await seedLongLists(service, MODELS);
  const { page } = await Person.at(browser);
  await page.goto(service.link);
  await page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
  await measure(page, service);
} finally {
  await browser.close();
  await service.stop();
}
