import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Launched, postmasterId, rootOf, serverGone } from './support/processes/launched.js';
import { copyCluster } from './support/processes/standby.js';

const testAsRoot = process.getuid?.() === 0 ? test : test.skip;

/** Where a first start was, whose cluster most tests begin with: to make one takes longer than all else they do. */
let before: string;
let parent: string;
let dir: string;
let launched: Launched[];
let roots: Set<string>;

beforeAll(async () => {
  before = mkdtempSync(join(tmpdir(), 'stagegate-process-spec-'));
  chmodSync(before, 0o755);
  const first = new Launched({ dir: join(before, 'postgres') });
  await first.next('ready');
  await first.end('SIGTERM');
});

afterAll(() => rmSync(before, { recursive: true, force: true }));

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'stagegate-process-spec-'));
  chmodSync(parent, 0o755);
  dir = join(parent, 'postgres');
  launched = [];
  roots = new Set();
});

afterEach(async () => {
  for (const one of launched) if (one.isRunning) await one.end('SIGTERM');
  for (const root of roots) {
    await serverGone(root);
    rmSync(root, { recursive: true, force: true });
  }
  rmSync(parent, { recursive: true, force: true });
});

function launch(options: { attach?: boolean; env?: Record<string, string> } = {}): Launched {
  const one = new Launched({ dir, ...options });
  launched.push(one);
  return one;
}

/** Puts a cluster in place as a first start leaves it. */
function putCluster() {
  copyCluster(join(before, 'postgres'), dir);
}

async function start(options: { attach?: boolean } = {}) {
  const process = launch(options);
  const { url, owner } = await process.next('ready');
  roots.add(rootOf(url));
  return { process, url, owner };
}

async function query(url: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const CREATE_LEDGER = 'CREATE TABLE debits (id int PRIMARY KEY); CREATE TABLE credits (id int PRIMARY KEY)';
const TRANSFER = 'WITH debit AS (INSERT INTO debits VALUES ($1) RETURNING id) INSERT INTO credits SELECT id FROM debit';

/** Commits transfers one after the other until the server is gone, and returns those that it acknowledged. */
async function transferUntilCut(url: string, first: number, onAcknowledged: (count: number) => void) {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  const acknowledged: number[] = [];
  try {
    for (let id = first; ; id += 1) {
      await client.query(TRANSFER, [id]);
      acknowledged.push(id);
      onAcknowledged(acknowledged.length);
    }
  } catch {
    return acknowledged;
  }
}

async function expectLedger(url: string, acknowledged: number[]) {
  const debits = (await query(url, 'SELECT id FROM debits ORDER BY id')).map((row) => row.id);
  const credits = (await query(url, 'SELECT id FROM credits ORDER BY id')).map((row) => row.id);
  expect(debits).toEqual(expect.arrayContaining(acknowledged));
  expect(credits).toEqual(debits);
}

test('a first start creates an empty application database, kept from every other user', async () => {
  const { url, owner } = await start();
  expect(owner).toBe(true);
  expect(await query(url, 'SELECT current_database() AS name')).toEqual([{ name: 'stagegate' }]);
  expect(await query(url, "SELECT FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
  expect(await query(url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
  for (const path of ['data', 'sock', 'data/embedded-password', 'postgres.log']) {
    expect({ path, others: statSync(join(dir, path)).mode & 0o077 }).toEqual({ path, others: 0 });
  }
  const wrong = new URL(url);
  wrong.password = 'guess';
  await expect(query(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

test('a stop shuts the server down in good order and keeps the data', async () => {
  putCluster();
  const first = await start();
  await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS value');
  expect(await first.process.end('SIGTERM')).toBe(0);
  expect(readdirSync(join(dir, 'data'))).not.toContain('postmaster.pid');
  expect(readFileSync(join(dir, 'postgres.log'), 'utf8')).toMatch(/database system is shut down\s*$/);
  const second = await start();
  expect(second.owner).toBe(true);
  expect(await query(second.url, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
});

test('Ctrl-C in a terminal lets a running request finish before the server stops', async () => {
  putCluster();
  const { process } = await start();
  expect(await process.interrupt()).toBe(0);
  expect(process.reports).toContainEqual({ event: 'interrupted', answer: 42 });
});

test('a second process shares the server of the first and leaves it running', async () => {
  putCluster();
  const first = await start();
  const second = await start();
  expect([first.owner, second.owner]).toEqual([true, false]);
  expect(second.url).toBe(first.url);
  expect(await second.process.end('SIGTERM')).toBe(0);
  expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a second process that must not share is refused', async () => {
  putCluster();
  await start();
  const { reason } = await launch({ attach: false }).next('failed');
  expect(reason).toMatch(/already runs the database.*DATABASE_URL/);
});

test('four first starts at once end with one owner and one cluster', async () => {
  const all = await Promise.all([start(), start(), start(), start()]);
  expect(all.filter((one) => one.owner)).toHaveLength(1);
  expect(new Set(all.map((one) => one.url)).size).toBe(1);
  expect(readdirSync(dir).sort()).toEqual(['data', 'postgres.log', 'sock']);
  const owner = all.find((one) => one.owner)!;
  for (const one of all) if (one !== owner) expect(await one.process.end('SIGTERM')).toBe(0);
  expect(await query(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('no acknowledged transaction is lost when the owner is killed, and nobody has to clean up', async () => {
  putCluster();
  const acknowledged: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const { process, url, owner } = await start();
    expect(owner).toBe(true);
    if (round === 0) await query(url, CREATE_LEDGER);
    await expectLedger(url, acknowledged);
    const kill = (count: number) => void (count === 40 && process.end('SIGKILL'));
    const written = await transferUntilCut(url, round * 1_000_000, kill);
    expect(written.length).toBeGreaterThanOrEqual(40);
    acknowledged.push(...written);
    await serverGone(dir);
  }
  await expectLedger((await start()).url, acknowledged);
});

test('no acknowledged transaction is lost when the server is killed, and its owner is told', async () => {
  putCluster();
  const first = await start();
  await query(first.url, CREATE_LEDGER);
  const server = postmasterId(dir);
  const acknowledged = await transferUntilCut(first.url, 0, (count) => count === 40 && process.kill(server, 'SIGKILL'));
  expect((await first.process.next('database-died')).reason).toMatch(/SIGKILL/);
  const second = await start();
  expect(second.owner).toBe(true);
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);
  await expectLedger(second.url, acknowledged);
});

test('a process that shares the server is told when the owner is killed', async () => {
  putCluster();
  const first = await start();
  const second = await start();
  await first.process.end('SIGKILL');
  expect((await second.process.next('database-died')).reason).toMatch(/process that started the database/);
});

test('a crashed server whose process id now belongs to another program does not block the next start', async () => {
  putCluster();
  const first = await start();
  const file = join(dir, 'data', 'postmaster.pid');
  const left = readFileSync(file, 'utf8');
  await first.process.end('SIGTERM');
  const { uid, gid } = statSync(join(dir, 'data'));
  const stranger = spawn('sleep', ['600'], { ...(process.getuid?.() === 0 && { uid, gid }), stdio: 'ignore' });
  try {
    await once(stranger, 'spawn');
    writeFileSync(file, left.replace(/^\d+/, String(stranger.pid)), { mode: 0o600 });
    expect((await start()).owner).toBe(true);
  } finally {
    stranger.kill('SIGKILL');
  }
});

test('the data of another major version is refused and left untouched', async () => {
  putCluster();
  const { process } = await start();
  await process.end('SIGTERM');
  writeFileSync(join(dir, 'data', 'PG_VERSION'), '12\n');
  const { reason } = await launch().next('failed');
  expect(reason).toMatch(/written by PostgreSQL 12.*EMBEDDED_PG_HOME.*DATABASE_URL/);
  expect(readFileSync(join(dir, 'data', 'PG_VERSION'), 'utf8')).toBe('12\n');
});

test('a PostgreSQL that cannot run here is refused with the way out', async () => {
  const { reason } = await launch({ env: { EMBEDDED_PG_HOME: parent } }).next('failed');
  expect(reason).toMatch(/EMBEDDED_PG_HOME.*DATABASE_URL/);
});

testAsRoot('root in a folder that only root can enter keeps one database, also after the folder opens', async () => {
  chmodSync(parent, 0o700);
  const first = await start();
  expect(rootOf(first.url)).toMatch(/^\/var\/lib\/stagegate\//);
  expect(await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS value')).toEqual([]);
  await first.process.end('SIGTERM');
  chmodSync(parent, 0o755);
  const second = await start();
  expect(rootOf(second.url)).toBe(rootOf(first.url));
  expect(await query(second.url, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
});
