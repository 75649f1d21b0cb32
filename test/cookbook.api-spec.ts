import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { TestApp } from './support/app/app.js';
import { Cookbook } from './support/app/cookbook.js';
import { type Team, teamOf } from './support/app/registry.js';

const PAGE = new URL('../docs/policies.md', import.meta.url);
const POLICIES = new URL('../examples/policies/', import.meta.url);

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

const page = readFileSync(PAGE, 'utf8');

/** With UPDATE_COOKBOOK set the page is written instead, for whoever changed a policy on purpose. */
it('the policies cookbook says what the service decides, to the character', async () => {
  const rendered = await new Cookbook(team).render(page);
  if (process.env.UPDATE_COOKBOOK) writeFileSync(PAGE, rendered);
  else expect(page).toBe(rendered);
});

it('the page shows every policy of the examples and what it decides', () => {
  const shown = [...page.matchAll(/^<!-- policy: (.+) -->/gm)].map(([, file]) => file);
  expect(shown.toSorted()).toEqual(readdirSync(POLICIES).toSorted());
  for (const section of page.split('<!-- policy: ').slice(1)) expect(section).toContain('<!-- decision: ');
});
