import { readFileSync } from 'node:fs';
import { TestApp } from './support/app/app.js';

const PAGE = readFileSync(new URL('../docs/operations.md', import.meta.url), 'utf8');

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

async function scrape(): Promise<string> {
  const reader = await app.as('prometheus', 'viewer');
  await app.anonymous().get('/me', 401);
  await reader.get('/models/none/stages/Production', 404);
  const headers = { authorization: `Bearer ${reader.token}` };
  return (await fetch(`${app.url}/metrics`, { headers })).text();
}

/** The metrics of the service itself, each with the names of its labels; buckets aside. */
async function measured(): Promise<Map<string, Set<string>>> {
  const metrics = new Map<string, Set<string>>();
  const lines = (await scrape()).matchAll(/^([a-z_]+?)(?:_bucket|_sum|_count)?(?:\{(.*)\})? \S+$/gm);
  for (const [, name, labels = ''] of lines) {
    if (/^(process|nodejs)_/.test(name!)) continue;
    const known = metrics.get(name!) ?? new Set();
    for (const [, label] of labels.matchAll(/(\w+)="/g)) if (label !== 'le') known.add(label!);
    metrics.set(name!, known);
  }
  return metrics;
}

it('the page on operations lists every metric of the service with its labels, and no other', async () => {
  const rows = PAGE.matchAll(/^\| `([a-z_]+)` +\| ((?:`\w+` *)*) *\|/gm);
  const listed = [...rows].map(([, name, labels]) => [name, [...labels!.matchAll(/\w+/g)].map(String).toSorted()]);
  const actual = [...(await measured())].map(([name, labels]) => [name, [...labels].toSorted()]);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(actual));
});

it('the alarms of the page speak of metrics, states and routes that there are', async () => {
  const metrics = [...(await measured()).keys()];
  const [, alarms] = /Worth an alarm:\n\n```text\n([^`]+)```/.exec(PAGE)!;
  const named = [...alarms!.matchAll(/\b([a-z_]+?)(?:_bucket|_count)?\{/g)].map(([, name]) => name!);
  expect(named.filter((name) => !metrics.includes(name))).toEqual([]);
  const [, route] = /route="([^"]+)"/.exec(alarms!)!;
  expect(await scrape()).toContain(`route="${route}"`);
});
