import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { copyOf, createTestDatabase, type TestDatabase } from './support/app/database.js';
import { DRAWING_ENV } from './support/app/predictions.js';
import { readersFolder, readPage, runSteps, type Step, stepsOf } from './support/ci/page-script.js';
import { GUIDES } from './support/ci/programs-of-pages.js';

const ROOT = join(import.meta.dirname, '..');

/** The database of a service and the folder of its reader, while no service runs there. */
interface Place {
  database: TestDatabase;
  folder: string;
}

interface Run {
  printed: string[];
  /** What the guide left; others are tried on copies of it. */
  place: Place;
}

const places: Place[] = [];
const runs = new Map<string, Promise<Run>>();

beforeAll(() => {
  for (const build of ['build:cli', 'build:verifier']) execFileSync('npm', ['run', '--silent', build], { cwd: ROOT });
});
afterAll(async () => {
  for (const { database, folder } of places) {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function newPlace(from?: Place): Promise<Place> {
  const place = {
    database: await (from ? copyOf(from.database) : createTestDatabase()),
    folder: mkdtempSync(join(tmpdir(), 'stagegate-reader-')),
  };
  places.push(place);
  if (from) cpSync(from.folder, place.folder, { recursive: true, verbatimSymlinks: true });
  return place;
}

/** Runs these lists of steps one after the other, each in a shell of its own, and answers what each list printed. */
async function tryOn({ database, folder }: Place, ...lists: Step[][]): Promise<string[][]> {
  const env = { STAGEGATE_DATA_DIR: folder, ...DRAWING_ENV };
  const app = await TestApp.start({ beside: { databaseUrl: database.url }, env });
  try {
    if (!existsSync(join(folder, 'examples'))) readersFolder(folder, (await app.as('admin', 'admin')).token!);
    const printed: string[][] = [];
    for (const steps of lists) printed.push(await runSteps(steps, folder, app.url));
    return printed;
  } finally {
    await app.stop();
  }
}

/** Runs a guide on a new service; a second call answers what the first one saw. */
function runOnNew(page: string): Promise<Run> {
  const run = async () => {
    const place = await newPlace();
    const [printed] = await tryOn(place, stepsOfGuide(page));
    return { printed: printed!, place };
  };
  if (!runs.has(page)) runs.set(page, run());
  return runs.get(page)!;
}

/** Runs guides one after the other on what another left, and answers what each printed. */
async function runAfter(first: string, ...pages: string[]): Promise<string[][]> {
  return tryOn(await newPlace((await runOnNew(first)).place), ...pages.map(stepsOfGuide));
}

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
    const steps = stepsOfGuide(page);
    const printed = after ? (await runAfter(after, page))[0]! : (await runOnNew(page)).printed;
    expect(printed).toHaveLength(steps.length);
    if (process.env.UPDATE_GUIDES) writeFileSync(join(ROOT, page), rewritten(page, steps, printed));
    else expect(printed).toEqual(steps.map(({ printed: said }) => said ?? ''));
  },
);

it('the README runs to its end, and the guides print what they say on the service that it was tried on', async () => {
  const { printed: said } = await runOnNew('README.md');
  expect(said).toHaveLength(stepsOfGuide('README.md').length);
  expect(said.at(-2)).toMatch(/^FAIL\n.*\n.*"valid":true/);
  expect(said.at(-1)).toMatch(/^VERSION[^]*f1 on sex=Female[^]*\bFAIL\b[^]*transition\.refused/);
  const guides = ['docs/quick-start.md', 'docs/api.md'];
  const expected = guides.map((page) => stepsOfGuide(page).map(({ printed }) => printed ?? ''));
  expect(await runAfter('README.md', ...guides)).toEqual(expected);
});

it('the README runs to its end after the API guide', async () => {
  const [printed] = await runAfter('docs/api.md', 'README.md');
  expect(printed!.at(-2)).toMatch(/^FAIL\n.*\n.*"valid":true/);
});

it('what a guide prints of an error is its sentence, unless another member is asked for', async () => {
  const { command } = stepsOfGuide('docs/api.md')[0]!;
  const definitions = command.split('\n').filter((line) => /^(S|TOKEN|M)=|^(api|field)\(\)/.test(line));
  const asked = ['field name', 'field code', "field 'items.map(({ version }) => version).join()'"];
  const steps = asked.map((field) => ({ command: `api $S/models/none | ${field}`, printed: null }));
  const [printed] = await tryOn(await newPlace(), [{ command: definitions.join('\n'), printed: null }, ...steps]);
  const [first, ...others] = printed!;
  expect(first).toBe('');
  expect(others).toEqual(["There is no model 'none'.\n", 'MODEL_NOT_FOUND\n', "There is no model 'none'.\n"]);
});
