import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../../test/support/processes/chromium.js';
import { Person } from './browser.js';
import { seedCensus } from './census.js';
import { Service } from './service.js';

/** Takes the pictures of the README and of the documentation from the census example, so that they stay true. */
const IMAGES = join(import.meta.dirname, '..', '..', 'docs', 'images');
/** More would make a page that shows them slow. */
const LARGEST_BYTES = 200_000;

interface Picture {
  name: string;
  path: string;
  /** What is there when the page is whole. */
  shows: string;
  height: number;
}

async function take(person: Person, service: Service, { name, path, shows, height }: Picture): Promise<void> {
  const { page } = person;
  await page.setViewportSize({ width: 1280, height });
  await page.goto(`${service.url}${path}`);
  await page.getByText(shows).first().waitFor();
  await person.rests();
  await page.evaluate(() => document.fonts.ready);
  const file = join(IMAGES, `${name}.png`);
  await page.screenshot({ path: file });
  const { size } = statSync(file);
  if (size > LARGEST_BYTES) throw new Error(`${name}.png has ${size} bytes; ${LARGEST_BYTES} are allowed.`);
  process.stdout.write(`docs/images/${name}.png ${Math.round(size / 1000)} kB\n`);
}

async function main(): Promise<void> {
  mkdirSync(IMAGES, { recursive: true });
  const [service, browser] = await Promise.all([Service.start(), launch()]);
  try {
    const report = await seedCensus(service, 'census-income');
    const person = await Person.at(browser, { colorScheme: 'light', reducedMotion: 'reduce' });
    await person.page.goto(service.link);
    await person.page.getByRole('heading', { name: 'Home', exact: true }).waitFor();
    const row = encodeURIComponent(JSON.stringify('{"sex":"Female"}'));
    const comparison = `/console/models/census-income/compare?a=3&b=2&metric=f1&row=${row}`;
    await take(person, service, { name: 'compare', path: comparison, shows: 'sex Female: 0.604', height: 1040 });
    await take(person, service, {
      name: 'report',
      path: `/console/reports/${report}`,
      shows: 'is refused',
      height: 800,
    });
  } finally {
    await browser.close();
    await service.stop();
  }
}

await main();
