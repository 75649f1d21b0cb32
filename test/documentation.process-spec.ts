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

/** The steps of the README's quick start, which ends with the next section. */
function readmeSteps() {
  const [, section] = readPage('README.md').split('## Quick start with curl\n');
  return stepsOf(section!.split('\n## ')[0]!);
}

it('the quick start of the README runs to its end, and then the guides print what they say', async () => {
  const steps = readmeSteps();
  const printed = await runSteps(steps, folder, app.url);
  expect(printed).toHaveLength(steps.length);
  expect(printed.at(-1)).toMatch(/^FAIL\n.*\n.*"valid":true/);
  for (const page of ['docs/quick-start.md', 'docs/api.md']) {
    const next = stepsOf(readPage(page));
    expect(await runSteps(next, folder, app.url)).toEqual(next.map(({ printed }) => printed));
  }
});

it('the README runs to its end after the API guide', async () => {
  await runSteps(stepsOf(readPage('docs/api.md')), folder, app.url);
  const printed = await runSteps(readmeSteps(), folder, app.url);
  expect(printed.at(-1)).toMatch(/^FAIL\n.*\n.*"valid":true/);
});

it('what a guide prints of an error is its sentence, unless another member is asked for', async () => {
  const { command } = stepsOf(readPage('docs/api.md'))[0]!;
  const definitions = command.split('\n').filter((line) => /^(S|TOKEN|M)=|^(api|field)\(\)/.test(line));
  const asked = ['field name', 'field code', "field 'items.map(({ version }) => version).join()'"];
  const steps = asked.map((field) => ({ command: `api $S/models/none | ${field}`, printed: null }));
  const [first, ...others] = await runSteps(
    [{ command: definitions.join('\n'), printed: null }, ...steps],
    folder,
    app.url,
  );
  expect(first).toBe('');
  expect(others).toEqual(["There is no model 'none'.\n", 'MODEL_NOT_FOUND\n', "There is no model 'none'.\n"]);
});
