import { Jobs } from '../src/platform/jobs/jobs.service.js';
import { type Purge, Purges } from '../src/platform/jobs/purges.service.js';
import { TestApp } from './support/app/app.js';
import { type Client, type Json } from './support/app/client.js';
import { SetClock } from './support/app/known-callers.js';

const DAY = 86_400;
/** No multiple of the rows that go in one step. */
const MANY = 2_500;
const WRITTEN = '2026-03-01T12:00:00.000Z';

const env = {
  RETENTION_IDEMPOTENCY_HOURS: '36',
  RETENTION_DELIVERY_DAYS: '10',
  RETENTION_DEAD_DELIVERY_DAYS: '90',
  RETENTION_JOB_DAYS: '14',
  RETENTION_SESSION_DAYS: '3',
};

let app: TestApp;
let admin: Client;
let clock: SetClock;

beforeAll(async () => {
  app = await TestApp.start({ env });
  admin = await app.as('root', 'admin');
  clock = new SetClock(app);
  // The tests run the purges themselves, by a clock of theirs; one that the service begins by its own would come between.
  await app.nest.get(Jobs, { strict: false }).onModuleDestroy();
});
afterEach(() => clock.goOn());
afterAll(() => app?.stop());

const sql = (text: string, values: unknown[] = []): Promise<Json[]> => app.dataSource.query(text, values);
const purges = (): Purges => app.nest.get(Purges, { strict: false });

function purgeOf(name: string): Purge {
  return purges().known.find((purge) => purge.name === name)!;
}

async function run(name: string, signal = new AbortController().signal): Promise<void> {
  await purges().run(purgeOf(name), { signal });
}

async function removedBy(kind: string): Promise<number> {
  const { values } = await purges().removed.get();
  return values.find(({ labels }) => labels.kind === kind)!.value;
}

/** Rows of one kind, all written, or ended, at one moment; and how many there are. */
interface Old {
  job: string;
  keepSeconds: number;
  write: (rows: number) => Promise<unknown>;
  count: string;
}

async function deliveries(status: string, rows: number): Promise<void> {
  const { id } = await admin.post('/webhooks', {
    url: 'https://hooks.example/',
    types: ['dev.stagegate.model.created.v1'],
  });
  await sql(
    `INSERT INTO webhook_deliveries (id, webhook_id, sequence, chain, action, status, attempts, created_at, last_attempt_at)
     SELECT gen_random_uuid(), $1, i, 'registry', 'token.issued', $2, 1, $3, $3 FROM generate_series(1, ${rows}) i`,
    [id, status, WRITTEN],
  );
}

const OLD: Old[] = [
  {
    job: 'expired-idempotency-keys',
    keepSeconds: 36 * 3_600,
    write: (rows) =>
      sql(
        `INSERT INTO idempotency_keys (subject, key, fingerprint, status, sealed_body, created_at)
         SELECT 'ci', 'old-' || i, 'f', 201, '', $1 FROM generate_series(1, ${rows}) i`,
        [WRITTEN],
      ),
    count: `SELECT count(*)::int FROM idempotency_keys WHERE key LIKE 'old-%'`,
  },
  {
    job: 'ended-webhook-deliveries',
    keepSeconds: 10 * DAY,
    write: (rows) => deliveries('delivered', rows),
    count: `SELECT count(*)::int FROM webhook_deliveries WHERE status = 'delivered'`,
  },
  {
    job: 'dead-webhook-deliveries',
    keepSeconds: 90 * DAY,
    write: (rows) => deliveries('dead', rows),
    count: `SELECT count(*)::int FROM webhook_deliveries WHERE status = 'dead'`,
  },
  {
    job: 'ended-jobs',
    keepSeconds: 14 * DAY,
    write: (rows) =>
      sql(
        `INSERT INTO jobs (id, kind, status, payload, created_at, finished_at)
         SELECT gen_random_uuid(), 'toy', 'succeeded', '{}', $1, $1 FROM generate_series(1, ${rows}) i`,
        [WRITTEN],
      ),
    count: `SELECT count(*)::int FROM jobs WHERE kind = 'toy'`,
  },
  {
    job: 'ended-sessions',
    keepSeconds: 3 * DAY,
    write: (rows) =>
      sql(
        `INSERT INTO sessions (id, digest, token_id, subject, address, started_at, last_seen_at, idle_until, ends_at)
         SELECT gen_random_uuid(), 'old-' || i, t.id, 'anna', '::1', $1, $1, $1, $1
         FROM (SELECT id FROM tokens LIMIT 1) t, generate_series(1, ${rows}) i`,
        [WRITTEN],
      ),
    count: `SELECT count(*)::int FROM sessions WHERE digest LIKE 'old-%'`,
  },
];

const countOf = async ({ count }: Old): Promise<number> => (await sql(count))[0].count;

it.each(OLD)('$job keeps what it has to the second, and removes all of it after', async (old) => {
  await old.write(MANY);
  clock.standAt(WRITTEN, (old.keepSeconds - 1) * 1_000);
  await run(old.job);
  expect(await countOf(old)).toBe(MANY);
  const before = await removedBy(old.job);
  clock.standAt(WRITTEN, old.keepSeconds * 1_000);
  await run(old.job);
  expect(await countOf(old)).toBe(0);
  expect((await removedBy(old.job)) - before).toBe(MANY);
});

it('every purge has its test', () => {
  expect(
    purges()
      .known.map(({ name }) => name)
      .sort(),
  ).toEqual(OLD.map(({ job }) => job).sort());
});

it('what waits or runs is not removed, however old it is', async () => {
  await sql(
    `INSERT INTO jobs (id, kind, status, payload, created_at) VALUES (gen_random_uuid(), 'waiting', 'queued', '{}', $1)`,
    [WRITTEN],
  );
  await deliveries('waiting', 3);
  for (const { job } of OLD) await run(job);
  expect(await sql(`SELECT count(*)::int FROM jobs WHERE kind = 'waiting'`)).toEqual([{ count: 1 }]);
  expect(await sql(`SELECT count(*)::int FROM webhook_deliveries WHERE status = 'waiting'`)).toEqual([{ count: 3 }]);
});

it('a purge that is told to stop ends after the step it is at, and the next one goes on', async () => {
  const [keys] = OLD;
  await keys!.write(MANY);
  const stop = new AbortController();
  const purge = purgeOf(keys!.job);
  const remove = (before: Date, most: number): Promise<number> => {
    stop.abort();
    return purge.remove(before, most);
  };
  await purges().run({ ...purge, keepSeconds: purge.keepSeconds, remove }, { signal: stop.signal });
  expect(await countOf(keys!)).toBe(MANY - 1_000);
  await run(keys!.job);
  expect(await countOf(keys!)).toBe(0);
});

it('an answer is given again to the second that is set, and the key is free after', async () => {
  const body = { name: 'keyed' };
  const key = { headers: { 'idempotency-key': 'of-36-hours' } };
  const first = await admin.post('/models', body, 201, key);
  const [row] = await sql(`SELECT created_at AS at FROM idempotency_keys WHERE key = 'of-36-hours'`);
  clock.standAt(row.at, 36 * 3_600_000 - 1_000);
  expect(await admin.post('/models', body, 201, key)).toEqual(first);
  const other = await admin.post('/models', { name: 'another' }, 422, key);
  expect(other.detail).toContain('in the last 36 hours');
  clock.standAt(row.at, 36 * 3_600_000);
  await admin.post('/models', { name: 'another' }, 201, key);
});
