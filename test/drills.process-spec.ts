import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEST_SECRET, TestApp } from './support/app/app.js';
import { createEmptyDatabase, type TestDatabase } from './support/app/database.js';
import { ACCURACY_POLICY, teamOf } from './support/app/registry.js';
import { readersFolder, readPage, runSteps, stepsOf } from './support/ci/page-script.js';
import { built } from './support/processes/built.js';

/** What docs/drills.md is run on: a model whose second version was promoted, and an empty database elsewhere. */
let app: TestApp;
let elsewhere: TestDatabase;
let folder: string;

beforeAll(async () => {
  await built('src/commands/archive.ts');
  execFileSync('npm', ['run', '--silent', 'build:verifier'], { cwd: join(import.meta.dirname, '..') });
  folder = mkdtempSync(join(tmpdir(), 'stagegate-drills-'));
  app = await TestApp.start();
  elsewhere = await createEmptyDatabase();
  const team = await teamOf(app);
  await team.ci.creates('churn');
  await team.root.setsPolicy('churn', ACCURACY_POLICY);
  for (const version of [1, 2]) {
    await team.ci.registers('churn');
    await team.ci.evaluates('churn', version, { accuracy: 0.9 });
    await team.ci.promotes('churn', version);
  }
  readersFolder(folder, (await app.as('admin', 'admin')).token!);
  symlinkSync(join(import.meta.dirname, '..', 'dist'), join(folder, 'dist'));
});
afterAll(async () => {
  await app?.stop();
  await elsewhere?.drop();
  rmSync(folder, { recursive: true, force: true });
});

it('every drill goes as the page says', async () => {
  const { databaseUrl } = app;
  const settings = {
    DATABASE_URL: databaseUrl,
    OWNER_URL: databaseUrl,
    NEW_DATABASE_URL: elsewhere.url,
    STAGEGATE_JWT_SECRET: TEST_SECRET,
  };
  Object.assign(process.env, settings);
  // A variable of the tests, of which the commands would warn.
  const alone = { command: 'unset STAGEGATE_TEST_SERVER', printed: '' };
  const steps = [alone, ...stepsOf(readPage('docs/drills.md'))];
  const printed = await runSteps(steps, folder, app.url);
  expect(printed).toHaveLength(steps.length);
  for (const [at, { command, printed: said }] of steps.entries()) {
    if (said !== null) expect([command, printed[at]]).toEqual([command, said]);
  }
});
