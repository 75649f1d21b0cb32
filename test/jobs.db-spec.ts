import { setTimeout as sleep } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { createDataSource } from '../src/database.js';
import { createLog } from '../src/platform/http/log.js';
import { Clock } from '../src/platform/clock.js';
import { readConfig } from '../src/platform/config.js';
import { EndedJobs } from '../src/platform/jobs/ended-jobs.service.js';
import { type Attempt, type JobKind, type JobLimits, type Outcome } from '../src/platform/jobs/job.kind.js';
import { Jobs } from '../src/platform/jobs/jobs.service.js';
import { Purges } from '../src/platform/jobs/purges.service.js';
import { createTestDatabase, type TestDatabase } from './support/app/database.js';

let database: TestDatabase;
const replicas: { jobs: Jobs; dataSource: DataSource }[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const { jobs, dataSource } of replicas.splice(0)) {
    await jobs.onModuleDestroy();
    await dataSource.destroy();
  }
  await database.drop();
});

const LIMITS: JobLimits = { concurrency: 1, queued: 3, attempts: 3, backoffSeconds: 0, leaseSeconds: 30 };
const DONE: Outcome = { status: 'succeeded' };

/** A kind of the test's own; what it runs is a function. */
function kindOf(run: (attempt: Attempt) => Promise<Outcome>, more: Partial<JobKind> = {}): JobKind {
  return { name: 'toy', limits: LIMITS, run, ...more };
}

/** A process that does jobs of these kinds, started. */
async function replica(...kinds: JobKind[]): Promise<Jobs> {
  const dataSource = await createDataSource(database.url).initialize();
  const jobs = new Jobs(dataSource, createLog('silent', true));
  for (const kind of kinds) jobs.register(kind);
  replicas.push({ jobs, dataSource });
  jobs.onApplicationBootstrap();
  return jobs;
}

type NewJob = Parameters<Jobs['add']>[2];
async function add(jobs: Jobs, kind: JobKind, job: NewJob = {}): Promise<string> {
  const id = await jobs.add(sql().manager, kind, job);
  if (id === null) throw new Error('There is such a job already.');
  jobs.wake(kind);
  return id;
}

const sql = (): DataSource => replicas[0]!.dataSource;
interface Row {
  status: string;
  attempts: number;
  error: string | null;
  progress: unknown;
  finished_at: Date | null;
  due_at: Date | null;
}
async function rowOf(id: string): Promise<Row> {
  const [row] = await sql().query<Row[]>('SELECT * FROM jobs WHERE id = $1', [id]);
  return row!;
}
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(10);
}
const ended = (id: string) => until(async () => !['queued', 'running'].includes((await rowOf(id)).status));

/** Something that a test lets happen. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

it('a job is done once, with what it was added with, and what came of it is committed with its end', async () => {
  const seen: unknown[] = [];
  const kind = kindOf(async ({ payload, number }) => {
    seen.push([payload, number]);
    return { status: 'succeeded', record: async () => ({ progress: JSON.stringify({ all: true }) }) };
  });
  const jobs = await replica(kind);
  const id = await add(jobs, kind, { payload: { of: 'work' } });
  await ended(id);
  expect(seen).toEqual([[{ of: 'work' }, 1]]);
  expect(await rowOf(id)).toMatchObject({ status: 'succeeded', attempts: 1, progress: { all: true } });
});

it('no process does more jobs of a kind at once than it may, and replicas share them', async () => {
  let most = 0;
  let now = 0;
  const done: string[] = [];
  const kind = (concurrency: number) =>
    kindOf(
      async ({ id }) => {
        most = Math.max(most, (now += 1));
        await sleep(20);
        now -= 1;
        done.push(id);
        return DONE;
      },
      { limits: { ...LIMITS, concurrency } },
    );
  const kinds = [kind(2), kind(1), kind(0)];
  const all = await Promise.all(kinds.map((each) => replica(each)));
  const ids: string[] = [];
  for (let count = 0; count < 12; count += 1) ids.push(await add(all[count % 3]!, kinds[count % 3]!));
  for (const id of ids) await ended(id);
  expect(done.sort()).toEqual(ids.sort());
  expect(most).toBeLessThanOrEqual(3);
});

it('of open jobs with one key there is one, and room for so many as may wait', async () => {
  const kind = kindOf(() => Promise.resolve(DONE), { limits: { ...LIMITS, concurrency: 0 } });
  const jobs = await replica(kind);
  const first = await add(jobs, kind, { key: 'a' });
  expect(await jobs.add(sql().manager, kind, { key: 'a' })).toBeNull();
  await add(jobs, kind, { key: 'b' });
  expect(await jobs.hasRoom(kind)).toBe(true);
  await add(jobs, kind);
  expect(await jobs.hasRoom(kind)).toBe(false);
  expect(await jobs.cancel(kind, first)).toBe(true);
  expect(await jobs.cancel(kind, first)).toBe(false);
  expect(await jobs.hasRoom(kind)).toBe(true);
  await add(jobs, kind, { key: 'a' });
});

it('a job waits for the one it comes after, for its time, and for a process of its place', async () => {
  const order: string[] = [];
  const first = gate();
  const run = async ({ id, payload }: Attempt): Promise<Outcome> => {
    if ((payload as { waits?: boolean }).waits) await first.opened;
    order.push(id);
    return DONE;
  };
  const kind = kindOf(run, { limits: { ...LIMITS, concurrency: 4 }, place: () => Promise.resolve('here') });
  const jobs = await replica(kind);
  const before = await add(jobs, kind, { place: 'here', payload: { waits: true } });
  const after = await add(jobs, kind, { place: 'here', after: before });
  const elsewhere = await add(jobs, kind, { place: 'there' });
  const later = await add(jobs, kind, { place: 'here', delaySeconds: 3_600 });
  const soon = await add(jobs, kind, { place: 'here', delaySeconds: 0.2 });
  await ended(soon);
  expect(order).toEqual([soon]);
  first.open();
  await ended(after);
  expect(order).toEqual([soon, before, after]);
  for (const id of [elsewhere, later]) expect(await rowOf(id)).toMatchObject({ status: 'queued', attempts: 0 });
});

it('an attempt that throws is made again after a pause, as often as it may be; the last reason is kept', async () => {
  const begun: number[] = [];
  const kind = kindOf(
    async ({ number }) => {
      begun.push(Date.now());
      throw new Error(`attempt ${number}`);
    },
    { limits: { ...LIMITS, backoffSeconds: 0.3 } },
  );
  const jobs = await replica(kind);
  const id = await add(jobs, kind);
  await ended(id);
  expect(await rowOf(id)).toMatchObject({ status: 'failed', attempts: 3, error: 'Error: attempt 3' });
  expect(begun[1]! - begun[0]!).toBeGreaterThanOrEqual(300);
  expect(begun[2]! - begun[1]!).toBeGreaterThanOrEqual(600);
});

it('what an attempt wrote is undone when its end cannot be committed, and the job is tried again', async () => {
  const kind = kindOf(async ({ number }) => ({
    status: 'succeeded',
    record: async (manager) => {
      await manager.query('INSERT INTO written VALUES ($1)', [number]);
      if (number === 1) throw new Error('The disk is full.');
      return {};
    },
  }));
  const jobs = await replica(kind);
  await sql().query('CREATE TABLE written (attempt integer)');
  const id = await add(jobs, kind);
  await ended(id);
  expect(await rowOf(id)).toMatchObject({ status: 'succeeded', attempts: 2 });
  expect(await sql().query('SELECT * FROM written')).toEqual([{ attempt: 2 }]);
});

it('what the database cannot do now says nothing about a job: it waits, and the attempt does not count', async () => {
  let isFull = true;
  const kind = kindOf(
    async () => ({
      status: 'succeeded',
      record: async (manager) => {
        if (isFull) await manager.query(`DO $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END $$`);
        return {};
      },
    }),
    { limits: { ...LIMITS, attempts: 1 } },
  );
  const jobs = await replica(kind);
  const id = await add(jobs, kind);
  await until(async () => (await rowOf(id)).due_at !== null);
  expect(await rowOf(id)).toMatchObject({ status: 'queued', attempts: 0 });
  isFull = false;
  await sql().query('UPDATE jobs SET due_at = NULL');
  await ended(id);
  expect(await rowOf(id)).toMatchObject({ status: 'succeeded', attempts: 1 });
});

it('a job whose processes ended again and again is done all the same, and given up only after many', async () => {
  const kind = kindOf(async () => ({ status: 'succeeded' }));
  const jobs = await replica(kind);
  const lapsed = async (lapses: number) => {
    const id = (await jobs.add(sql().manager, kind, {}))!;
    await sql().query(
      `UPDATE jobs SET status = 'running', attempts = $2, lapses = $2 - 1, lease_owner = gen_random_uuid(),
         lease_expires_at = now() - interval '1 second' WHERE id = $1`,
      [id, lapses],
    );
    jobs.wake(kind);
    await ended(id);
    return rowOf(id);
  };
  expect(await lapsed(3)).toMatchObject({ status: 'succeeded', attempts: 4 });
  expect(await lapsed(11)).toMatchObject({ status: 'failed', error: 'The process ended amid it 11 times.' });
  expect((await jobs.takenOver.get()).values).toEqual([expect.objectContaining({ value: 2 })]);
});

it('an attempt that lost its job hears of it and records nothing; the other one does', async () => {
  const [slow, recorded] = [gate(), [] as string[]];
  const aborted: boolean[] = [];
  const kind = (name: string, waits: Promise<void>) =>
    kindOf(
      async ({ signal }) => {
        await waits;
        aborted.push(signal.aborted);
        return { status: 'succeeded', record: async () => (recorded.push(name), {}) };
      },
      { limits: { ...LIMITS, leaseSeconds: 1 } },
    );
  const [first, second] = [kind('first', slow.opened), kind('second', Promise.resolve())];
  const jobs = await replica(first);
  const id = await add(jobs, first);
  await until(async () => (await rowOf(id)).status === 'running');
  await replica(second);
  await until(async () => {
    await sql().query(`UPDATE jobs SET lease_expires_at = now() - interval '1 second' WHERE status = 'running'`);
    return (await rowOf(id)).status === 'succeeded';
  });
  slow.open();
  await until(() => aborted.length === 2);
  await replicas[0]!.jobs.onModuleDestroy();
  expect(recorded).toEqual(['second']);
  expect(await rowOf(id)).toMatchObject({ status: 'succeeded', attempts: 2 });
});

it('a job that is cancelled stops what runs, ends, and what it leaves is removed', async () => {
  const left: string[] = [];
  const kind = kindOf(
    async ({ signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return DONE;
    },
    { afterAttempt: async ({ id }) => void left.push(`attempt ${id}`), afterEnd: async (id) => void left.push(id) },
  );
  const jobs = await replica(kind);
  const [running, waiting] = [await add(jobs, kind), await add(jobs, kind)];
  await until(async () => (await rowOf(running)).status === 'running');
  expect(await jobs.cancel(kind, waiting)).toBe(true);
  expect(left).toEqual([waiting]);
  expect(await jobs.cancel(kind, running)).toBe(true);
  await until(() => left.length === 3);
  expect(left).toEqual([waiting, `attempt ${running}`, running]);
  for (const id of [running, waiting]) expect((await rowOf(id)).status).toBe('cancelled');
});

it('how far a job is stands in its row, and a process that stops gives it back uncounted', async () => {
  const kind = kindOf(
    async ({ report, signal }) => {
      report({ progress: JSON.stringify({ rows: 7 }) });
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return DONE;
    },
    { limits: { ...LIMITS, leaseSeconds: 1 } },
  );
  const jobs = await replica(kind);
  const id = await add(jobs, kind);
  await until(async () => (await rowOf(id)).progress !== null);
  expect((await rowOf(id)).progress).toEqual({ rows: 7 });
  await jobs.onModuleDestroy();
  expect(await rowOf(id)).toMatchObject({ status: 'queued', attempts: 0 });
});

describe('a periodic job', () => {
  const counted = (everySeconds: number) => {
    let runs = 0;
    const kind = kindOf(
      async () => {
        runs += 1;
        return DONE;
      },
      { everySeconds },
    );
    return { kind, runs: () => runs };
  };
  const periodic = () => sql().query(`SELECT status, attempts FROM jobs`);

  it('is run by one of the replicas that start together, and again by one when it is due', async () => {
    const each = [counted(3_600), counted(3_600), counted(3_600)];
    const runs = () => each.reduce((sum, { runs: of }) => sum + of(), 0);
    const all = await Promise.all(each.map(({ kind }) => replica(kind)));
    await until(() => runs() === 1);
    await sleep(300);
    expect(runs()).toBe(1);
    await until(async () => (await periodic())[0].status === 'queued');
    expect(await periodic()).toEqual([{ status: 'queued', attempts: 0 }]);
    await sql().query(`UPDATE jobs SET finished_at = finished_at - interval '2 hours'`);
    all.forEach((jobs, index) => jobs.wake(each[index]!.kind));
    await until(() => runs() === 2);
    await sleep(300);
    expect(runs()).toBe(2);
  });

  it('that was missed while no process ran is run by the next that starts; one that is not due is not', async () => {
    const [first, second, third] = [counted(60), counted(60), counted(60)];
    await replica(first.kind);
    await until(async () => first.runs() === 1 && (await periodic())[0].status === 'queued');
    await replica(second.kind);
    await sleep(300);
    expect(second.runs()).toBe(0);
    for (const { jobs } of replicas) await jobs.onModuleDestroy();
    await sql().query(`UPDATE jobs SET finished_at = finished_at - interval '61 seconds'`);
    await replica(third.kind);
    await until(() => third.runs() === 1);
  });

  it('that fails is run again at its next time, and says why', async () => {
    let isBroken = true;
    const kind = kindOf(async () => (isBroken ? Promise.reject(new Error('No luck.')) : DONE), { everySeconds: 1 });
    await replica(kind);
    await until(async () => (await sql().query(`SELECT error FROM jobs`))[0]?.error === 'Error: No luck.');
    isBroken = false;
    await until(async () => (await sql().query(`SELECT error FROM jobs`))[0].error === null);
  });
});

it('jobs that ended a month ago are forgotten, and no other', async () => {
  const kind = kindOf(() => Promise.resolve(DONE), { limits: { ...LIMITS, concurrency: 0 } });
  const jobs = await replica(kind);
  const ids = [await add(jobs, kind), await add(jobs, kind), await add(jobs, kind)];
  await jobs.cancel(kind, ids[0]!);
  await jobs.cancel(kind, ids[1]!);
  await sql().query(`UPDATE jobs SET finished_at = now() - interval '31 days' WHERE id = $1`, [ids[0]]);
  await sql().query(`UPDATE jobs SET created_at = now() - interval '99 days'`);
  const purges = new Purges(jobs, new Clock());
  const config = readConfig({ STAGEGATE_JWT_SECRET: 'a secret that only this test knows, long enough' });
  await purges.run(new EndedJobs(sql(), config, purges), { signal: new AbortController().signal });
  expect((await sql().query('SELECT id FROM jobs')).map(({ id }: { id: string }) => id).sort()).toEqual(
    [ids[1], ids[2]].sort(),
  );
});

it('a place goes to whoever has the fewest jobs under way, and then to the oldest', async () => {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const run = async ({ payload, signal }: Attempt): Promise<Outcome> => {
    const { name } = payload as { name: string };
    begun.push(name);
    await new Promise<void>((resolve) => {
      ends.set(name, resolve);
      signal.addEventListener('abort', () => resolve());
    });
    return DONE;
  };
  const toy = kindOf(run, { limits: { ...LIMITS, concurrency: 2 }, sharedBy: 'who' });
  const jobs = await replica(toy);
  const adds = (name: string, who: string) => add(jobs, toy, { payload: { name, who } });
  for (const name of ['anna-1', 'anna-2', 'anna-3']) await adds(name, 'anna');
  await until(() => begun.length === 2);
  await adds('ben-1', 'ben');
  await adds('cleo-1', 'cleo');
  ends.get('anna-1')!();
  await until(() => begun.length === 3);
  ends.get('ben-1')!();
  await until(() => begun.length === 4);
  ends.get('anna-2')!();
  await until(() => begun.length === 5);
  expect(begun).toEqual(['anna-1', 'anna-2', 'ben-1', 'cleo-1', 'anna-3']);
  for (const name of ['cleo-1', 'anna-3']) ends.get(name)!();
});
