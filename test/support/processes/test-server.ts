import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { bundleEngine } from '../../../tools/bundle-engine.js';
import { startEmbeddedPostgres } from '../../../src/platform/embedded-postgres/embedded-postgres.js';
import { packageRoot } from '../../../src/platform/package-files.js';
import { NAME_PREFIX, type TestServer, withDatabase } from '../app/database.js';

/** Nothing in a throw-away cluster has to survive a crash; autovacuum would sit in the template while it is copied. */
const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  autovacuum: 'off',
};
const ENOUGH_MEMORY_BYTES = 1_000_000_000;
const FOLDER = /^stagegate-test-(\d+)-/;

interface Source {
  url: string;
  close(): Promise<void>;
}

/**
 * A process of its own, started by the global set-up: it makes the template and waits until its standard input ends,
 * which also happens when the test runner is killed, and then removes all that it made.
 */
async function main(): Promise<void> {
  await renewEngine();
  const ended = new Promise<void>((resolve) => process.stdin.resume().once('end', resolve));
  const source = process.env.DATABASE_URL ? await existingServer(process.env.DATABASE_URL) : await throwAwayServer();
  const prefix = `${NAME_PREFIX}${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: source.url, application_name: 'stagegate tests' });
  admin.on('error', () => undefined);
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [prefix]);
    await sweepDatabases(admin);
    process.stdout.write(`${JSON.stringify(await makeTemplate(admin, source.url, prefix))}\n`);
    await ended;
    await dropRun(admin, prefix);
  } finally {
    await admin.end();
    await source.close();
  }
}

/** No spec measures with an engine that is older than the sources, also where nothing else was built anew. */
async function renewEngine(): Promise<void> {
  const folder = join(packageRoot(), 'dist', 'src');
  mkdirSync(folder, { recursive: true });
  await bundleEngine(join(folder, 'engine.cjs'));
}

/** A broken migration must fail the specs that need the database, and leave the pure ones to run. */
async function makeTemplate(admin: pg.Client, url: string, prefix: string): Promise<TestServer> {
  const template = `${prefix}_template`;
  try {
    await admin.query(`CREATE DATABASE ${template}`);
    const { createDataSource } = await import('../../../src/database.js');
    const { migrate } = await import('../../../src/platform/database/migrate.js');
    const dataSource = await createDataSource(withDatabase(url, template)).initialize();
    await migrate(dataSource).finally(() => dataSource.destroy());
    await admin.query(`ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
    return { url, prefix, template };
  } catch (error) {
    return { url, prefix, template, failure: (error as Error).stack ?? String(error) };
  }
}

/** A run holds the lock of its prefix while it lives; whatever can be locked belongs to a run that was killed. */
async function sweepDatabases(admin: pg.Client): Promise<void> {
  for (const prefix of new Set((await testDatabases(admin)).map((name) => name.slice(0, NAME_PREFIX.length + 8)))) {
    const { rows } = await admin.query('SELECT pg_try_advisory_lock(hashtext($1)) AS dead', [prefix]);
    if (rows[0].dead) await dropRun(admin, prefix);
  }
}

async function dropRun(admin: pg.Client, prefix: string): Promise<void> {
  const names = (await testDatabases(admin)).filter((name) => name.startsWith(prefix));
  for (const name of names) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function testDatabases(admin: pg.Client): Promise<string[]> {
  const sql = 'SELECT datname FROM pg_database WHERE starts_with(datname, $1) ORDER BY datname';
  return (await admin.query<{ datname: string }>(sql, [NAME_PREFIX])).rows.map((row) => row.datname);
}

async function existingServer(url: string): Promise<Source> {
  return { url, close: async () => undefined };
}

async function throwAwayServer(): Promise<Source> {
  const parent = roomyFolder();
  sweepFolders(parent);
  const dir = mkdtempSync(join(parent, `stagegate-test-${process.pid}-`));
  // As root the server runs as another user, who has to be able to walk in.
  chmodSync(dir, 0o755);
  const server = await startEmbeddedPostgres({ dir, log: () => undefined, env: process.env, settings: THROW_AWAY });
  const close = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { url: server.url, close };
}

/** Memory copies a database in half the time, but a container's default of 64 MB does not hold a cluster. */
function roomyFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > ENOUGH_MEMORY_BYTES ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

function sweepFolders(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = FOLDER.exec(name)?.[1];
    if (pid && !isRunning(pid)) removeIfOurs(join(parent, name));
  }
}

function removeIfOurs(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // It belongs to another user of this machine, or its server is still on the way down: a later run gets it.
  }
}

function isRunning(pid: string): boolean {
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

await main();
