import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readLines } from '../src/record/archive/lines.reader.js';
import { readKeys } from '../verifier/src/trusted-keys.js';
import { verifyExport } from '../verifier/src/verify.js';
import { TEST_SECRET, TestApp } from './support/app/app.js';
import { type Client, type Json } from './support/app/client.js';
import { guardedModel, teamOf } from './support/app/registry.js';
import { until } from './support/limits.js';
import { built } from './support/processes/built.js';

/** A registry whose archiving is ended amid it, again and again. */
let app: TestApp;
let admin: Client;
let folder: string;
let command: string;

beforeAll(async () => {
  command = await built('src/commands/archive.ts');
  folder = mkdtempSync(join(tmpdir(), 'stagegate-archive-'));
  app = await TestApp.start();
  admin = await app.as('root', 'admin');
  await guardedModel(await teamOf(app));
});
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const sql = (text: string): Promise<Json[]> => app.dataSource.query(text);

function archive(mostEvents: number): ChildProcess {
  const args = [command, '--before', new Date().toISOString(), '--to', folder, '--events', String(mostEvents)];
  const env = { PATH: process.env.PATH, DATABASE_URL: app.databaseUrl, STAGEGATE_JWT_SECRET: TEST_SECRET };
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.signalCode === null) await once(child, 'exit');
}

const isHeldUp = async (): Promise<boolean> =>
  (await sql(`SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`)).length >
  0;

/** What is in the database has its content there, and the rest of it in files that verify together. */
async function isWhole(): Promise<void> {
  const verification = await admin.get('/audit-events/verification');
  expect(verification).toMatchObject({ valid: true, broken: [] });
  const [{ twice }] = await sql(
    'SELECT count(*)::int AS twice FROM audit_events e JOIN audit_archived_events a ON a.sequence = e.sequence',
  );
  expect(twice).toBe(0);
  const segments = await sql('SELECT number FROM audit_segments ORDER BY number');
  const files = segments.map(({ number }) => join(folder, `segment-${String(number).padStart(6, '0')}.ndjson`));
  const rest = join(folder, 'rest.txt');
  const checkpoint = await admin.get('/audit-events/checkpoint', 200, { headers: { accept: 'application/json' } });
  writeFileSync(rest, (await admin.send('GET', `/audit-events/export?through=${checkpoint.sequence}`)).body);
  const keys = readKeys(JSON.stringify(await app.anonymous().get('//.well-known/stagegate-keys.json')));
  const lines = readLines([...files, rest]);
  const asked = { lines, note: checkpoint.note, earlier: null, keys, isPart: false, proofs: [] };
  expect(await verifyExport(asked)).toMatchObject({ valid: true, faults: [], events: checkpoint.size });
}

it.each([
  [
    'when the file is there and the database has let go of nothing',
    'CREATE TRIGGER hold_up BEFORE INSERT ON audit_segments FOR EACH STATEMENT EXECUTE FUNCTION hold_up()',
    'audit_segments',
    0,
  ],
  [
    'amid the removal',
    'CREATE TRIGGER hold_up BEFORE DELETE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION hold_up()',
    'audit_events',
    0,
  ],
])('a process that is killed %s leaves the events where they were', async (_when, trigger, table, archived) => {
  await sql(
    `CREATE OR REPLACE FUNCTION hold_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(300); RETURN NULL; END $$`,
  );
  await sql(trigger);
  const child = archive(10);
  await until('the removal is held up', isHeldUp);
  await kill(child);
  await sql(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`,
  );
  await until('the transaction is gone', async () => !(await isHeldUp()));
  await sql(`DROP TRIGGER hold_up ON ${table}`);
  expect(await sql('SELECT count(*)::int FROM audit_segments')).toEqual([{ count: archived }]);
  expect(readdirSync(folder)).toContain('segment-000001.ndjson');
  await isWhole();
});

it('a process that is killed between segments leaves those that it told of, and the next one goes on', async () => {
  const child = archive(1);
  let told = 0;
  for await (const line of createInterface({ input: child.stdout! })) {
    told += line.includes('holds events') ? 1 : 0;
    if (told === 3) break;
  }
  await kill(child);
  const [{ count }] = await sql('SELECT count(*)::int FROM audit_segments');
  expect(count).toBeGreaterThanOrEqual(3);
  await isWhole();
  const [code] = await once(archive(1_000), 'exit');
  expect(code).toBe(0);
  expect((await sql('SELECT count(*)::int FROM audit_segments'))[0].count).toBeGreaterThan(count);
  await isWhole();
});
