import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { DRAWING_ENV } from './support/app/predictions.js';
import { readersFolder, readPage, runSteps, type Step, stepsOf } from './support/ci/page-script.js';
import { GUIDES } from './support/ci/programs-of-pages.js';

const ROOT = join(import.meta.dirname, '..');

let app: TestApp;
let folder: string;

beforeAll(() => {
  for (const build of ['build:cli', 'build:verifier']) execFileSync('npm', ['run', '--silent', build], { cwd: ROOT });
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-reader-'));
  app = await TestApp.start({ env: { STAGEGATE_DATA_DIR: folder, ...DRAWING_ENV } });
  readersFolder(folder, (await app.as('admin', 'admin')).token!);
});
afterEach(async () => {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

function stepsOfGuide(page: string): Step[] {
  return stepsOf(readPage(page), Object.keys(GUIDES[page]!.leftOut ?? {}));
}

/** The page with what its commands print, for whoever changed that on purpose. */
function rewritten(page: string, steps: readonly Step[], printed: readonly string[]): string {
  let text = readPage(page);
  for (const [place, { command, printed: before }] of steps.entries()) {
    const block = `\`\`\`sh\n${command}\`\`\`\n\n\`\`\`text\n`;
    if (before !== null) text = text.replace(`${block}${before}\`\`\``, () => `${block}${printed[place] ?? ''}\`\`\``);
  }
  return text;
}

/** With UPDATE_GUIDES set the pages are written instead. */
it.each(Object.entries(GUIDES).filter(([, { silent }]) => !silent))(
  'what %s tells a reader to run prints what it says',
  async (page, { after }) => {
    if (after) await runSteps(stepsOfGuide(after), folder, app.url);
    const steps = stepsOfGuide(page);
    const printed = await runSteps(steps, folder, app.url);
    expect(printed).toHaveLength(steps.length);
    if (process.env.UPDATE_GUIDES) writeFileSync(join(ROOT, page), rewritten(page, steps, printed));
    else expect(printed).toEqual(steps.map(({ printed: said }) => said ?? ''));
  },
);

it('the README runs to its end, and the guides print what they say on the service that it was tried on', async () => {
  const readme = stepsOfGuide('README.md');
  const said = await runSteps(readme, folder, app.url);
  expect(said).toHaveLength(readme.length);
  expect(said.at(-2)).toMatch(/^FAIL\n.*\n.*"valid":true/);
  expect(said.at(-1)).toMatch(/^VERSION[^]*f1 on sex=Female[^]*\bFAIL\b[^]*transition\.refused/);
  for (const page of ['docs/quick-start.md', 'docs/api.md']) {
    const steps = stepsOfGuide(page);
    expect(await runSteps(steps, folder, app.url)).toEqual(steps.map(({ printed }) => printed ?? ''));
  }
});

it('the README runs to its end after the API guide', async () => {
  await runSteps(stepsOfGuide('docs/api.md'), folder, app.url);
  const printed = await runSteps(stepsOfGuide('README.md'), folder, app.url);
  expect(printed.at(-2)).toMatch(/^FAIL\n.*\n.*"valid":true/);
});

it('what a guide prints of an error is its sentence, unless another member is asked for', async () => {
  const { command } = stepsOfGuide('docs/api.md')[0]!;
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
