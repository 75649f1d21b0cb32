import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { ENGINE_ENV } from './support/app/predictions.js';
import { readersFolder, readPage, runSteps, type Step, stepsOf } from './support/ci/page-script.js';
import { GUIDES } from './support/ci/programs-of-pages.js';

const ROOT = join(import.meta.dirname, '..');

let app: TestApp;
let folder: string;

beforeAll(() => {
  execFileSync('npm', ['run', '--silent', 'build:cli'], { cwd: ROOT });
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-reader-'));
  app = await TestApp.start({ env: { STAGEGATE_DATA_DIR: folder, ...ENGINE_ENV } });
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

it('the README runs to its end', async () => {
  const steps = stepsOfGuide('README.md');
  const printed = await runSteps(steps, folder, app.url);
  expect(printed).toHaveLength(steps.length);
  expect(printed.at(-2)).toMatch(/^FAIL\n.*\n.*"valid":true/);
  expect(printed.at(-1)).toMatch(/^VERSION[^]*f1 on sex=Female[^]*\bFAIL\b[^]*transition\.refused/);
});
