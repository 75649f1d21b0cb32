import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { TEST_SECRET, TestApp } from './support/app/app.js';
import { createEmptyDatabase, createTestDatabase } from './support/app/database.js';
import { ACCURACY_POLICY, gatedModel, guardedModel, Person, teamOf } from './support/app/registry.js';
import { built } from './support/processes/built.js';

const run = promisify(execFile);
/** A registry of each release, as its own `npm run backup` wrote it, and the statements that its program sends. */
const RELEASES = join(import.meta.dirname, 'fixtures', 'releases');

const keptAs = (ending: string): string[] => readdirSync(RELEASES).filter((name) => name.endsWith(ending));

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

/** The statements that the service in this process sends while something is done, each once; those that only steer a session are left out. */
async function statementsOf(work: () => Promise<void>): Promise<string[]> {
  const sent = new Set<string>();
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const noting = function (this: pg.Client, ...given: unknown[]): unknown {
    const [first] = given as [string | { text?: string }];
    sent.add((typeof first === 'string' ? first : (first.text ?? '')).trim());
    return query.apply(this, given);
  };
  Object.assign(pg.Client.prototype, { query: noting });
  try {
    await work();
  } finally {
    Object.assign(pg.Client.prototype, { query });
  }
  return [...sent].filter((text) => /^(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(text)).sort();
}

/** `KEEP_RELEASE=0.2.0 npm run jest -- test/upgrade` keeps the registry of a release, before it is tagged; else it goes. */
it('the registry of a release is kept', async () => {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-upgrade-'));
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url, STAGEGATE_JWT_SECRET: TEST_SECRET };
  const kept = KEPT ? join(RELEASES, KEPT) : join(folder, 'next');
  rmSync(`${kept}.backup`, { force: true });
  try {
    const statements = await statementsOf(() => writeRegistry(database.url));
    expect(statements.length).toBeGreaterThan(20);
    writeFileSync(`${kept}.statements.json`, `${JSON.stringify(statements, null, 2)}\n`);
    const { stdout } = await run(process.execPath, [await built('src/commands/backup.ts'), `${kept}.backup`], { env });
    expect(stdout).toContain(`${kept}.backup`);
  } finally {
    await database.drop();
    rmSync(folder, { recursive: true });
  }
});

it.each(keptAs('.backup'))('the registry of %s comes to this release, is whole, and goes on', async (name) => {
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

/** A program of the last release runs beside this one for as long as an upgrade takes; expand-migrations.db-spec.ts holds columns and needs. */
it.each(keptAs('.statements.json'))('the schema of this release understands all of %s', async (name) => {
  const database = await createTestDatabase();
  const client = new pg.Client(database.url);
  const refused: string[] = [];
  try {
    await client.connect();
    for (const text of JSON.parse(readFileSync(join(RELEASES, name), 'utf8')) as string[]) {
      await client.query(`PREPARE sent AS ${text}`).then(
        () => client.query('DEALLOCATE sent'),
        (error: Error) => refused.push(`${error.message}: ${text}`),
      );
    }
    expect(refused).toEqual([]);
    await expect(client.query('PREPARE sent AS SELECT gone FROM models')).rejects.toMatchObject({ code: '42703' });
  } finally {
    await client.end();
    await database.drop();
  }
});
