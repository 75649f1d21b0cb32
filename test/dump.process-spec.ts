import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, chmodSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { TEST_SECRET, TestApp } from './support/app/app.js';
import { gatedModel, teamOf } from './support/app/registry.js';
import { built } from './support/processes/built.js';
import { Launched } from './support/processes/launched.js';

const run = promisify(execFile);

/** Programs of a PostgreSQL of the system, whose server they fit: the embedded one brings none. */
const INSTALLED = '/usr/lib/postgresql';
const HOME = existsSync(INSTALLED)
  ? readdirSync(INSTALLED)
      .map((major) => join(INSTALLED, major))
      .findLast((home) => ['postgres', 'pg_dump', 'pg_restore'].every((name) => existsSync(join(home, 'bin', name))))
  : undefined;

(HOME ? it : it.skip)('a dump of PostgreSQL is restored by a plain owner, verifies, and goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-dump-'));
  chmodSync(folder, 0o711);
  const server = new Launched({ dir: join(folder, 'postgres'), env: { EMBEDDED_PG_HOME: HOME! } });
  const admin = (await server.next('ready')).url;
  try {
    await execute(admin, `CREATE ROLE registry LOGIN PASSWORD 'word' NOSUPERUSER`);
    for (const name of ['before', 'after']) await execute(admin, `CREATE DATABASE ${name} OWNER registry`);
    const [before, after] = [owned(admin, 'before'), owned(admin, 'after')];
    const env = (url: string) => ({ PATH: process.env.PATH, DATABASE_URL: url, STAGEGATE_JWT_SECRET: TEST_SECRET });
    await run(process.execPath, [await built('src/commands/migrations.ts'), 'run'], { env: env(before) });
    const model = await promoted(before);
    const dump = join(folder, 'stagegate.dump');
    await run(join(HOME!, 'bin', 'pg_dump'), ['--format=custom', `--file=${dump}`, before]);
    await run(join(HOME!, 'bin', 'pg_restore'), ['--exit-on-error', '--no-owner', `--dbname=${after}`, dump]);
    const verified = await run(process.execPath, [await built('src/commands/verify.ts')], { env: env(after) });
    expect(verified.stdout).toMatch(/^The record is whole: \d+ events/);
    await goesOn(after, model);
  } finally {
    await server.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

function owned(admin: string, database: string): string {
  const url = new URL(admin);
  Object.assign(url, { username: 'registry', password: 'word', pathname: `/${database}` });
  return url.href;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function promoted(databaseUrl: string): Promise<string> {
  const app = await TestApp.start({ beside: { databaseUrl } });
  try {
    const team = await teamOf(app);
    const model = await gatedModel(team, [0.9, 0.91]);
    await team.ci.promotes(model, 1);
    return model;
  } finally {
    await app.stop();
  }
}

async function goesOn(databaseUrl: string, model: string): Promise<void> {
  const app = await TestApp.start({ beside: { databaseUrl } });
  try {
    const { ci } = await teamOf(app);
    await ci.promotes(model, 2);
    expect((await ci.registers(model)).version).toBe(3);
  } finally {
    await app.stop();
  }
}
