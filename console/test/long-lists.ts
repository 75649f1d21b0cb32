import { type Page } from 'playwright-core';
import { seedVersions } from '../../bench/seed.js';
import { until } from '../../test/support/limits.js';
import { seedManySlices } from './census.js';
import { type Service } from './service.js';

/** Models of these many versions, the middle one of each in Production. */
export async function seedLongLists(service: Service, models: Readonly<Record<string, number>>): Promise<void> {
  const database = await service.database();
  await service.ask('PUT', '/gate-policy', { preset: 'open' });
  const target = { url: service.url, token: service.adminToken(), connections: 1 };
  for (const [name, versions] of Object.entries(models)) await seedVersions(database, target, name, versions);
  await database.end();
}

/** Opens the list of a model's versions and waits until all of it was loaded. */
export async function openVersions(page: Page, url: string, model: string, versions: number): Promise<void> {
  await page.goto(`${url}/console/models/${model}`);
  const list = page.getByRole('region', { name: 'Versions' });
  await list.getByRole('link', { name: `version ${versions}`, exact: true }).waitFor();
  // The next pages come while somebody scrolls. The last one makes the table longer, too, and its end is further down then.
  const first = list.getByRole('link', { name: 'version 1', exact: true });
  await until('the first of all versions is in sight', async () => {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    return first.isVisible();
  });
}

/** Opens the comparison of two versions with one row for each of these many slices. */
export async function openSlices(page: Page, service: Service, model: string, slices: number): Promise<void> {
  await seedManySlices(service, model, slices);
  await page.goto(`${service.url}/console/models/${model}/compare`);
  await page.getByRole('row', { name: new RegExp(`^shop, ${slices} rows, closed`) }).press('Enter');
  await page.getByRole('row', { name: new RegExp(`^shop, ${slices} rows, open`) }).waitFor();
}

/** Milliseconds of each frame while the page is scrolled from the top to the bottom, a screen a frame. */
export function scrollThrough(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const frames: number[] = [];
    window.scrollTo(0, 0);
    const isAtEnd = () => window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1;
    let last = await new Promise<number>((frame) => requestAnimationFrame(frame));
    for (let still = 0; still < 30; still = isAtEnd() ? still + 1 : 0) {
      window.scrollBy(0, 700);
      const now = await new Promise<number>((frame) => requestAnimationFrame(frame));
      frames.push(now - last);
      last = now;
    }
    return frames;
  });
}

export function countElements(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length);
}
