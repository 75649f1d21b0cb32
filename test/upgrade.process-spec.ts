import { execFile } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TEST_SECRET, TestApp } from './support/app/app.js';
import { createEmptyDatabase, createTestDatabase } from './support/app/database.js';
import { ACCURACY_POLICY, gatedModel, guardedModel, Person, teamOf } from './support/app/registry.js';
import { built } from './support/processes/built.js';

const run = promisify(execFile);
/** A registry of each release, as its own `npm run backup` wrote it. */
const RELEASES = join(import.meta.dirname, 'fixtures', 'releases');

const KEPT = process.env.KEEP_RELEASE;

/** Models in the states that a later release has to understand. */
async function writeRegistry(databaseUrl: string): Promise<void> {
  const app = await TestApp.start({ beside: { databaseUrl } });
  try {
    const team = await teamOf(app);
    await team.ci.creates('census-income', { description: 'Who earns more?', tags: { team: 'risk' } });
    await team.root.setsPolicy('census-income', ACCURACY_POLICY);
    for (const accuracy of [0.9, 0.7]) {
      const { version } = await team.ci.registers('census-income', { params: { depth: 3 }, gitCommit: 'a1b2c3d' });
      await team.ci.evaluates('census-income', version, { accuracy });
    }
    await team.ci.promotes('census-income', 1);
    await team.ci.isRefused('census-income', 2);
    await guardedModel(team);
    await gatedModel(team, [0.9]);
  } finally {
    await app.stop();
  }
}

/** `KEEP_RELEASE=0.2.0 npm run jest -- test/upgrade` writes the registry of a release, before it is tagged. */
(KEPT ? it : it.skip)('the registry of a release is kept', async () => {
  const database = await createTestDatabase();
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url, STAGEGATE_JWT_SECRET: TEST_SECRET };
  const file = join(RELEASES, `${KEPT}.backup`);
  rmSync(file, { force: true });
  try {
    await writeRegistry(database.url);
    await run(process.execPath, [await built('src/commands/backup.ts'), file], { env });
  } finally {
    await database.drop();
  }
});

it.each(readdirSync(RELEASES))('the registry of %s comes to this release, is whole, and goes on', async (name) => {
  const database = await createEmptyDatabase();
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url, STAGEGATE_JWT_SECRET: TEST_SECRET };
  const restore = await built('src/commands/restore.ts');
  try {
    const { stdout } = await run(process.execPath, [restore, join(RELEASES, name)], { env });
    expect(stdout).toMatch(
      /^Restored \d+ rows of \S+\. The record is whole: \d+ events, and \d+ objects as they tell of them\.\n$/,
    );
    const app = await TestApp.start({ beside: { databaseUrl: database.url } });
    try {
      const [ci, viewer] = [await Person.of(app, 'ci', 'contributor'), await Person.of(app, 'eve', 'viewer')];
      expect(await viewer.get('/models/census-income/stages/Production')).toMatchObject({ version: 1 });
      const { version } = await ci.registers('census-income');
      await ci.evaluates('census-income', version, { accuracy: 0.95 });
      await ci.promotes('census-income', version);
      expect(await viewer.get('/models/census-income/stages/Production')).toMatchObject({ version });
      expect(await viewer.get('/audit-events/verification')).toMatchObject({ valid: true });
    } finally {
      await app.stop();
    }
  } finally {
    await database.drop();
  }
});
