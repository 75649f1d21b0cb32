import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { v7 as uuidv7 } from 'uuid';
import { type DataSource } from 'typeorm';
import { createDataSource } from '../src/database.js';
import { addJob } from '../src/platform/jobs/jobs.queries.js';
import { createTestDatabase, type TestDatabase } from './support/app/database.js';

const LOADER = new URL('support/typescript-loader.js', import.meta.url).href;
const PROGRAM = fileURLToPath(new URL('support/processes/jobs.process.ts', import.meta.url));

let database: TestDatabase;
let sql: DataSource;
const processes: ChildProcess[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  sql = await createDataSource(database.url).initialize();
  await sql.query('CREATE TABLE done (job uuid PRIMARY KEY, attempt integer, process integer)');
});
afterEach(async () => {
  for (const child of processes.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await sql.destroy();
  await database.drop();
});

function start(milliseconds: number): ChildProcess {
  const args = ['--no-warnings', '--import', LOADER, PROGRAM, database.url, String(milliseconds)];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  processes.push(child);
  return child;
}

async function add(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7());
  for (const id of ids) await addJob(sql.manager, 'toy', { id });
  return ids;
}

const done = (): Promise<{ job: string; attempt: number; process: number }[]> =>
  sql.query('SELECT job, attempt, process FROM done ORDER BY job');
const running = async (): Promise<number> =>
  (await sql.query(`SELECT count(*)::int AS n FROM jobs WHERE status = 'running'`))[0].n;
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20);
}

it('several processes share the jobs, each done once at its first attempt', async () => {
  const ids = await add(60);
  for (let count = 0; count < 3; count += 1) start(10);
  await until(async () => (await done()).length === ids.length);
  const all = await done();
  expect(all.map(({ job }) => job)).toEqual(ids);
  expect(all.every(({ attempt }) => attempt === 1)).toBe(true);
});

it('jobs of a process that is killed amid them are done by another when their lease is over', async () => {
  const [first, ids] = [start(60_000), await add(2)];
  await until(async () => (await running()) === 2);
  const ended = once(first, 'exit');
  first.kill('SIGKILL');
  await ended;
  const second = start(10);
  await until(async () => (await done()).length === 2);
  expect(await done()).toEqual(ids.map((job) => ({ job, attempt: 2, process: second.pid })));
});

const onPosix = process.platform === 'win32' ? it.skip : it;

onPosix('a process that sleeps longer than its lease writes nothing about jobs that another has taken', async () => {
  const [first, ids] = [start(3_000), await add(2)];
  await until(async () => (await running()) === 2);
  first.kill('SIGSTOP');
  const second = start(10);
  await until(async () => (await done()).length === 2);
  first.kill('SIGCONT');
  // It wakes with its work done, or nearly, and would write now.
  await sleep(4_000);
  expect(await done()).toEqual(ids.map((job) => ({ job, attempt: 2, process: second.pid })));
  expect(await sql.query('SELECT DISTINCT status, attempts FROM jobs')).toEqual([{ status: 'succeeded', attempts: 2 }]);
});
