import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { MIGRATIONS } from '../src/database.js';
import { TEST_SECRET, TestApp } from './support/app/app.js';
import { Client } from './support/app/client.js';
import { createEmptyDatabase, type TestDatabase } from './support/app/database.js';
import { gatedModel, guardedModel, type Team, teamOf } from './support/app/registry.js';
import { built } from './support/processes/built.js';
import { ServiceProcess } from './support/processes/service-process.js';

const run = promisify(execFile);

interface Told {
  code: number;
  said: string;
}

/** One of the commands, with these settings and the secret of the tests. */
async function tell(command: string, args: string[], env: Record<string, string>): Promise<Told> {
  const options = { env: { PATH: process.env.PATH, ...env } };
  return run(process.execPath, [await built(`src/commands/${command}.ts`), ...args], options).then(
    ({ stdout }) => ({ code: 0, said: stdout.trim() }),
    ({ code, stdout, stderr }) => ({ code, said: `${stdout}${stderr}`.trim() }),
  );
}

const at = (url: string): Record<string, string> => ({ DATABASE_URL: url, STAGEGATE_JWT_SECRET: TEST_SECRET });

let folder: string;
let app: TestApp;
let team: Team;
let empty: TestDatabase;
let backup: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-backup-'));
  // The user of an embedded database has to be able to walk in.
  chmodSync(folder, 0o711);
  app = await TestApp.start();
  team = await teamOf(app);
  await team.ci.promotes(await gatedModel(team, [0.9, 0.91]), 1);
  await guardedModel(team);
  const odd = await team.ci.creates('odd', { description: 'a "quote", a \\ and (a, b)\u2028\u2029\t\r\nü {x} 🙂' });
  await team.ci.registers(odd, { params: { depth: 3, rate: 1e-9, none: '', list: '{1,"2"}' } });
  backup = join(folder, 'registry.backup');
});
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
beforeEach(async () => {
  empty = await createEmptyDatabase();
});
afterEach(() => empty.drop());

/** What every table holds, as PostgreSQL writes it. */
async function contentOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  );
  const content: Record<string, string> = {};
  for (const { name } of rows.filter((row) => row.name !== 'migrations')) {
    const read = await client.query(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '') AS said FROM ${name} t`,
    );
    content[name] = read.rows[0].said;
  }
  await client.end();
  return content;
}

it('a backup comes back row by row, is whole, and the registry goes on where it was', async () => {
  expect(await tell('backup', [backup], at(app.databaseUrl))).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^Wrote \d+ rows/),
  });
  expect(statSync(backup).mode & 0o777).toBe(0o600);
  const restored = await tell('restore', [backup], at(empty.url));
  expect(restored).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^Restored \d+ rows.* The record is whole: \d+ events/),
  });
  expect(await contentOf(empty.url)).toEqual(await contentOf(app.databaseUrl));
  expect((await tell('verify', [], at(empty.url))).said).toMatch(/^The record is whole: /);
  const second = await TestApp.start({ beside: { databaseUrl: empty.url } });
  try {
    const ci = team.ci.at(second.url);
    expect((await ci.registers('odd')).version).toBe(2);
    expect(await team.root.at(second.url).get('/audit-events/verification')).toMatchObject({ valid: true });
  } finally {
    await second.stop();
  }
});

it('a backup is one moment, although versions are registered and promoted meanwhile', async () => {
  const model = await gatedModel(team, [0.9]);
  let isOver = false;
  const work = (async () => {
    for (let done = 0; !isOver; done += 1) {
      const { version } = await team.ci.registers(model);
      await team.ci.evaluates(model, version, { accuracy: 0.9 + done / 100_000 });
      await team.ci.promotes(model, version);
    }
  })();
  const file = join(folder, 'busy.backup');
  const written = await tell('backup', [file], at(app.databaseUrl));
  isOver = true;
  await work;
  expect(written.code).toBe(0);
  expect(await tell('restore', [file], at(empty.url))).toMatchObject({
    code: 0,
    said: expect.stringContaining('The record is whole'),
  });
});

it('what is no whole backup of this release or an earlier one is refused, and nothing is begun', async () => {
  const file = join(folder, 'other.backup');
  const text = gunzipSync(readFileSync(backup)).toString();
  const [header = '', ...rest] = text.split('\n');
  const cases: [Buffer, string][] = [
    [Buffer.from('no backup'), 'The file is no backup of Stagegate, or is damaged.'],
    [readFileSync(backup).subarray(0, 2_000), 'The file is no backup of Stagegate, or is damaged.'],
    [gzipSync('{"a":1}\n'), 'The file is no backup of Stagegate.'],
    [
      gzipSync(text.replace('odd', 'even')),
      'The file is damaged: it does not have the digest that was written with it.',
    ],
    [gzipSync([header, ...rest.slice(0, -2)].join('\n')), 'The file is damaged: its end is missing.'],
    [gzipSync(header.replace('stagegate-backup/1', 'stagegate-backup/2')), 'which this program cannot read'],
  ];
  for (const [bytes, sentence] of cases) {
    writeFileSync(file, bytes);
    expect(await tell('restore', [file], at(empty.url))).toEqual({ code: 1, said: expect.stringContaining(sentence) });
  }
  expect((await tell('restore', [join(folder, 'none')], at(empty.url))).said).toMatch(/^There is no file /);
  expect((await tell('migrations', ['show'], at(empty.url))).said).toContain(`${MIGRATIONS.length} pending`);
});

it('neither a registry nor another backup is written over', async () => {
  expect((await tell('restore', [backup], at(app.databaseUrl))).said).toMatch(/^There is a registry already\. /);
  const before = readFileSync(backup);
  expect((await tell('backup', [backup], at(app.databaseUrl))).said).toContain('a backup does not overwrite another');
  expect(readFileSync(backup).equals(before)).toBe(true);
  expect((await tell('backup', [join(folder, 'x')], at(empty.url))).said).toMatch(/^There is no registry/);
  expect(existsSync(join(folder, 'x'))).toBe(false);
});

it('a record that was altered past the service fails the verification', async () => {
  await tell('restore', [backup], at(empty.url));
  await empty.execute(
    `SET session_replication_role = replica; UPDATE audit_events SET actor = 'nobody' WHERE sequence = 2`,
  );
  expect(await tell('verify', [], at(empty.url))).toEqual({
    code: 1,
    said: expect.stringMatching(/^The record is broken at event 2: /),
  });
});

it('the embedded database is backed up while the service runs, and comes back with its secrets', async () => {
  const [here, there] = [join(folder, 'here'), join(folder, 'there')];
  const file = join(folder, 'embedded.backup');
  const service = await ServiceProcess.start({ STAGEGATE_DATA_DIR: here });
  const token = readFileSync(join(here, 'admin-token'), 'utf8').trim();
  try {
    await new Client(service.url, token).post('/models', { name: 'kept' });
    expect(await tell('backup', [file], { STAGEGATE_DATA_DIR: here })).toMatchObject({ code: 0 });
  } finally {
    await service.end();
  }
  expect(await tell('restore', [file], { STAGEGATE_DATA_DIR: there })).toMatchObject({ code: 0 });
  const again = await ServiceProcess.start({ STAGEGATE_DATA_DIR: there });
  try {
    const admin = new Client(again.url, token);
    expect(await admin.get('/models/kept')).toMatchObject({ name: 'kept' });
    expect(await admin.get('/audit-events/verification')).toMatchObject({ valid: true });
  } finally {
    await again.end();
  }
});
