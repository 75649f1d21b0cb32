import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { TestApp } from './support/app/app.js';
import { Cookbook } from './support/app/cookbook.js';
import { type Json } from './support/app/client.js';
import { type Team, teamOf } from './support/app/registry.js';
import { drawSliceDifferences } from './support/pictures/slice-differences.js';

const PAGE = new URL('../docs/policies.md', import.meta.url);
const PICTURE = new URL('../docs/images/slice-differences.svg', import.meta.url);
const POLICIES = new URL('../examples/policies/', import.meta.url);

let app: TestApp;
let team: Team;
let cookbook: Cookbook;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
  cookbook = new Cookbook(team);
});
afterAll(() => app?.stop());

const page = readFileSync(PAGE, 'utf8');

/** With UPDATE_COOKBOOK set the page is written instead, for whoever changed a policy on purpose. */
it('the policies cookbook says what the service decides, to the character', async () => {
  const rendered = await cookbook.render(page);
  if (process.env.UPDATE_COOKBOOK) writeFileSync(PAGE, rendered);
  else expect(page).toBe(rendered);
});

it('the page shows every policy of the examples and what it decides', () => {
  const shown = [...page.matchAll(/^<!-- policy: (.+) -->/gm)].map(([, file]) => file);
  expect(shown.toSorted()).toEqual(readdirSync(POLICIES).toSorted());
  for (const section of page.split('<!-- policy: ').slice(1)) expect(section).toContain('<!-- decision: ');
});

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The rule that the README shows below its picture. */
const [, rule] = /<!-- the rule of the picture -->\n\n```json\n([^]*?)```/.exec(readme)!;

/** As a reader looks for them: the whole, then one feature after the other as the rule names them. */
function inOrder(measures: Json[], features: string[]): Json[] {
  const place = ({ slice }: Json): string => `${features.indexOf(Object.keys(slice)[0]!)} ${JSON.stringify(slice)}`;
  return measures.toSorted((one, other) => place(one).localeCompare(place(other)));
}

/** With UPDATE_PICTURES set the picture is drawn anew. */
it('the picture of the README shows what the service decides, slice by slice', async () => {
  const report = await cookbook.judge('census-income v3 against v2', { rules: [JSON.parse(rule!)] });
  const worst = report.rules[0].measures[0];
  const statuses = report.rules[0].measures.map(({ status }: Json) => status);
  expect(statuses.toSorted()).toEqual(['FAIL', 'INCONCLUSIVE', ...Array<string>(7).fill('PASS')]);
  const told = readme.replace(/\n> /g, ' ');
  expect(told).toContain(worst.message);
  for (const { delta, lower, upper } of [worst.observed]) {
    const [loss, low, high] = [-delta, lower, upper].map((share) => (share * 100).toFixed(1).replace('-', '−'));
    expect(told).toContain(`lose ${loss} points, with bounds from ${low} to ${high}`);
  }
  const drawn = drawSliceDifferences({
    title: 'Version 3 against version 2: refused',
    subtitle: 'Change of f1 in points with 95 % bounds, by slice; census-income, 16,281 people',
    measures: inOrder(report.rules[0].measures, JSON.parse(rule!).slicesOf),
    from: -12,
    to: 8,
  });
  if (process.env.UPDATE_PICTURES) writeFileSync(PICTURE, drawn);
  else expect(readFileSync(PICTURE, 'utf8')).toBe(drawn);
});
