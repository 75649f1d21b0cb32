import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { readersFolder, readPage, runSteps, stepsOf } from './support/ci/page-script.js';
import { ENGINE_ENV } from './support/app/predictions.js';

let app: TestApp;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-reader-'));
  app = await TestApp.start({ env: { STAGEGATE_DATA_DIR: folder, ...ENGINE_ENV } });
  readersFolder(folder, (await app.as('admin', 'admin')).token!);
});
afterEach(async () => {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

it.each(['docs/quick-start.md', 'docs/api.md', 'docs/searching.md'])(
  'what %s tells a reader to run prints what it says',
  async (page) => {
    const steps = stepsOf(readPage(page));
    const printed = await runSteps(steps, folder, app.url);
    expect(printed).toEqual(steps.map(({ printed }) => printed));
  },
);

it('the quick start of the README runs to its end', async () => {
  const [, section] = readPage('README.md').split('## Quick start with curl\n');
  const steps = stepsOf(section!.split('\n## ')[0]!);
  const printed = await runSteps(steps, folder, app.url);
  expect(printed).toHaveLength(steps.length);
  expect(printed.at(-1)).toMatch(/^FAIL\n.*\n.*"valid":true/);
});
