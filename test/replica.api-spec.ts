import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDataSource } from '../src/database.js';
import { migrate } from '../src/platform/database/migrate.js';
import { TestApp } from './support/app/app.js';
import { type Answer, type Client } from './support/app/client.js';
import { DOCUMENT, type Operation } from './support/app/contract.js';
import { gatedModel, Person, type Team, teamOf, uniqueName } from './support/app/registry.js';
import { found, until } from './support/limits.js';
import { ask, ReplicatedPostgres } from './support/processes/standby.js';
import { TcpProxy } from './support/processes/tcp-proxy.js';

const HEADER = 'stagegate-read-replica-lag';
/** Longer than any test, so that a replica which stands still is read from all the same. */
const EVER = '3600';
/** Counts reads that the replica had begun, and the primary did anew. */
const AGAIN = 'database_replica_reads_total{served_by="primary_again"}';
const FRESHEST = { headers: { 'cache-control': 'max-age=0, no-cache' } };

let folder: string;
let postgres: ReplicatedPostgres;
/** The network before the standby. */
let way: TcpProxy;
/** A replica of the database serves its reads, however far it is behind. */
let app: TestApp;
let team: Team;
/** Somebody who has changed nothing. */
let eve: Person;

async function migrated(url: string): Promise<void> {
  const dataSource = await createDataSource(url, { poolSize: 2 }).initialize();
  await migrate(dataSource).finally(() => dataSource.destroy());
}

function startApp(maxLag: string, readUrl = way.url): Promise<TestApp> {
  const env = { DATABASE_READ_URL: readUrl, DATABASE_READ_MAX_LAG: maxLag };
  return TestApp.start({ beside: { databaseUrl: postgres.primary.url }, env });
}

/** Seconds by which an answer may be old; null when the primary gave it. */
function lagOf({ headers }: Answer): number | null {
  const lag = headers.get(HEADER);
  return lag === null ? null : Number(lag);
}

/** The answer of the replica, once it gives one: who changed something just now waits for it to catch up. */
function fromReplica(client: Client, method: string, path: string, body?: unknown): Promise<Answer> {
  return found(`the replica answers ${method} ${path}`, async () => {
    const answer = await client.send(method, path, body);
    return lagOf(answer) === null ? undefined : answer;
  });
}

async function namesSeen(client: Client, extra?: object): Promise<[names: string[], lag: number | null]> {
  const answer = await client.send('GET', '/models?limit=200', undefined, extra);
  expect(answer.status).toBe(200);
  return [answer.body.items.map(({ name }: { name: string }) => name), lagOf(answer)];
}

/** The same of the replica, once it answers: a busy machine may keep it from that for a moment. */
function namesAtReplica(client: Client): Promise<[names: string[], lag: number]> {
  return found('the replica answers GET /models', async () => {
    const [names, lag] = await namesSeen(client);
    return lag === null ? undefined : [names, lag];
  });
}

async function warnings(client: Client): Promise<string[]> {
  return (await client.get('//readyz')).warnings ?? [];
}

/** The watch may look a last time at a connection that broke, after requests are served again. */
async function untilNothingIsWarnedOf(client: Client): Promise<void> {
  await until('operators are warned of nothing', async () => (await warnings(client)).length === 0);
}

async function metric(client: Client, name: string): Promise<number | undefined> {
  const line = String(await client.get('//metrics')).match(new RegExp(`^${name.replace(/[{}]/g, '\\$&')} (.+)$`, 'm'));
  return line ? Number(line[1]) : undefined;
}

/** Ends a read amid its statement, as recovery does with who is in its way. */
async function endReads(): Promise<void> {
  const waiting = `application_name = 'stagegate replica' AND wait_event_type = 'Lock'`;
  const holder = new pg.Client(postgres.primary.url);
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE dataset_versions IN ACCESS EXCLUSIVE MODE');
    // The standby learns of a lock with whatever is written after it.
    await ask(postgres.primary.url, 'SELECT pg_switch_wal()');
    await until('a read waits at the standby', async () => {
      return (await postgres.tell(`SELECT FROM pg_stat_activity WHERE ${waiting}`)).length > 0;
    });
    await postgres.tell(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${waiting}`);
  } finally {
    await holder.end();
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-replica-'));
  // As root the servers run as another user, who has to be able to walk in.
  chmodSync(folder, 0o755);
  postgres = await ReplicatedPostgres.start(folder, migrated);
  way = await TcpProxy.before(postgres.standby.url);
  app = await startApp(EVER);
  team = await teamOf(app);
  eve = await Person.of(app, 'eve', 'viewer');
});
afterAll(async () => {
  await app?.stop();
  await way?.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a replica that follows', () => {
  /** Operations of the API document whose answers may lag, by their names. */
  const lagging = Object.entries(DOCUMENT.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation & { 'x-may-lag'?: boolean }>)
      .filter(([, operation]) => operation['x-may-lag'])
      .map(([method, { operationId }]) => ({ operationId, method: method.toUpperCase(), path })),
  );

  it('answers every operation that may lag as the primary does, and says how old that may be', async () => {
    const model = await gatedModel(team, [0.9, 0.95]);
    for (const version of [1, 2]) await team.ci.promotes(model, version);
    const hook = { url: 'https://hooks.example.org/', types: ['*'], model };
    const { id } = await team.root.post('/webhooks', hook);
    const filled = (path: string): string =>
      path.replace('/api/v1', '').replace('{model}', model).replace('{version}', '1').replace('{id}', id);
    const queries: Record<string, string> = {
      compareVersions: '?challenger=2&incumbent=1',
      searchRegistry: `?q=${model}`,
      exportAuditEvents: `?model=${model}`,
    };
    expect(lagging.length).toBeGreaterThan(20);
    for (const { operationId, method, path } of lagging) {
      const target = `${filled(path)}${queries[operationId] ?? ''}`;
      const body = method === 'POST' ? { model, policy: { rules: [{ metric: 'accuracy', min: 0.8 }] } } : undefined;
      const ofReplica = await fromReplica(team.root, method, target, body);
      const ofPrimary = await team.root.send(method, target, body, FRESHEST);
      expect([operationId, ofReplica.status, ofReplica.body]).toEqual([operationId, 200, ofPrimary.body]);
      expect([operationId, lagOf(ofPrimary)]).toEqual([operationId, null]);
    }
    expect(await metric(team.root, 'database_replica_usable')).toBe(1);
    expect(await metric(team.root, 'database_replica_reads_total{served_by="replica"}')).toBeGreaterThan(20);
    await untilNothingIsWarnedOf(eve);
  });

  it('answers a conditional read, and no read that a change or a serving system goes by', async () => {
    const model = await gatedModel(team, [0.9]);
    await team.ci.promotes(model, 1);
    await team.ci.pointsAlias(model, 'champion', 1);
    const list = await fromReplica(eve, 'GET', '/models');
    const headers = { 'if-none-match': list.headers.get('etag')! };
    const known = await eve.send('GET', '/models', undefined, { headers });
    expect([known.status, lagOf(known)]).toEqual([304, expect.any(Number)]);
    const exact = ['', '/versions/1', '/stages/Production', '/aliases/champion', '/gate-policy', '/rollback'];
    for (const path of exact) expect(lagOf(await eve.send('GET', `/models/${model}${path}`))).toBeNull();
    for (const path of ['/production', '/events', '/me', '/me/permissions', '/role-bindings', '/tokens'])
      expect(lagOf(await team.root.send('GET', path))).toBeNull();
  });
});

describe('a replica that stands still', () => {
  let known: string;
  let unknown: string;
  let beside: TestApp;

  beforeAll(async () => {
    known = await team.ci.creates();
    beside = await startApp(EVER);
    for (const { url } of [app, beside])
      await until('the replica answers, and has the model', async () => {
        const [names, lag] = await namesSeen(eve.at(url));
        return lag !== null && names.includes(known);
      });
    await postgres.tell('SELECT pg_wal_replay_pause()');
    await until('replay is paused', async () => {
      const [found] = await postgres.tell<{ state: string }>('SELECT pg_get_wal_replay_pause_state() AS state');
      return found!.state === 'paused';
    });
    unknown = await team.ci.creates();
  });
  afterAll(async () => {
    await postgres.tell('SELECT pg_wal_replay_resume()');
    await beside.stop();
  });

  it('is read from by others, and the answer says that it is older and older', async () => {
    const [names, lag] = await namesAtReplica(eve);
    expect(names).toContain(known);
    expect(names).not.toContain(unknown);
    await until('the age has grown by a second', async () => (await namesAtReplica(eve))[1] > lag + 1);
    expect(await metric(team.root, 'database_replica_lag_seconds')).toBeGreaterThan(1);
  });

  it('is not read from by who changed something that it lacks, at any process', async () => {
    for (const { url } of [app, beside]) {
      const [names, lag] = await namesSeen(team.ci.at(url));
      expect([names.includes(unknown), lag]).toEqual([true, null]);
    }
    expect((await namesAtReplica(eve.at(beside.url)))[0]).not.toContain(unknown);
  });

  it('is not read from by who asks for the newest', async () => {
    const [names, lag] = await namesSeen(eve, FRESHEST);
    expect([names.includes(unknown), lag]).toEqual([true, null]);
  });

  it('does not hide what it does not know yet', async () => {
    const answer = await eve.send('GET', `/models/${unknown}/versions`);
    expect([answer.status, answer.body.items, lagOf(answer)]).toEqual([200, [], null]);
    expect((await eve.send('GET', `/models/${uniqueName('never')}/versions`)).status).toBe(404);
  });

  it('does not keep a right that was taken, or an idempotency key from being known', async () => {
    const mallory = await Person.of(app, 'mallory', 'viewer');
    await namesAtReplica(mallory);
    const { id } = await mallory.get('/me').then(({ tokenId }) => ({ id: tokenId as string }));
    await team.root.delete(`/tokens/${id}`);
    expect((await mallory.send('GET', '/models')).status).toBe(401);
    const keyed = { headers: { 'idempotency-key': 'once' } };
    const first = await team.ci.send('POST', '/models', { name: uniqueName() }, keyed);
    const again = await team.ci.send('POST', '/models', { name: first.body.name }, keyed);
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  it('exports nothing that is older than what is settled', async () => {
    const strict = await startApp('1');
    try {
      const lines: string = (await eve.at(strict.url).send('GET', `/audit-events/export?model=${unknown}`)).body;
      expect(lines).toContain('model.created');
    } finally {
      await strict.stop();
    }
  });

  it('is left for the primary when it is further behind than it may, which operators hear of', async () => {
    const strict = await startApp('1');
    try {
      const [reader, admin] = [eve.at(strict.url), team.root.at(strict.url)];
      await until('the replica is too far behind', async () => (await warnings(reader)).some((w) => /behind/.test(w)));
      const [names, lag] = await namesSeen(reader);
      expect([names.includes(unknown), lag]).toEqual([true, null]);
      expect(await metric(admin, 'database_replica_usable')).toBe(0);
      expect(await metric(admin, 'database_replica_reads_total{served_by="primary_behind"}')).toBeGreaterThan(0);
      await postgres.tell('SELECT pg_wal_replay_resume()');
      expect(await fromReplica(reader, 'GET', '/models')).toMatchObject({ status: 200 });
      await untilNothingIsWarnedOf(reader);
    } finally {
      await strict.stop();
    }
  });
});

describe('a replica that cannot be read from', () => {
  it.each([
    ['is killed', async () => postgres.kill('standby')],
    ['answers nothing any more', async () => way.swallow()],
    ['ends what is read for the sake of what it replays', endReads],
  ])('costs no caller an error when it %s amid reads, and serves again when it is back', async (_what, fail) => {
    await fromReplica(eve, 'GET', '/models');
    let isOver = false;
    const met = new Set<string>();
    const readers = Array.from({ length: 8 }, async () => {
      while (!isOver) {
        const { status, body } = await eve.send('GET', '/datasets');
        met.add(status === 200 ? '200' : JSON.stringify(body));
      }
    });
    const before = (await metric(team.root, AGAIN))!;
    try {
      await fail();
      await until('the primary serves', async () => {
        const isKnown = (await warnings(eve)).some((each) => /does not answer/.test(each));
        return isKnown || (await metric(team.root, AGAIN))! > before;
      });
    } finally {
      isOver = true;
      await Promise.all(readers);
      way.swallow(false);
      await postgres.restartStandby();
      way.leadTo(postgres.standby.url);
      way.cut();
    }
    expect([...met]).toEqual(['200']);
    await fromReplica(eve, 'GET', '/models');
    await untilNothingIsWarnedOf(eve);
  });

  it.each([
    ['the primary', () => postgres.primary.url],
    ['another database', () => (JSON.parse(process.env.STAGEGATE_TEST_SERVER!) as { url: string }).url],
  ])('is not used when it is %s', async (_what, url) => {
    const other = await startApp(EVER, url());
    try {
      const reader = eve.at(other.url);
      await until('operators hear of it', async () => (await warnings(reader)).some((each) => /no standby/.test(each)));
      expect((await namesSeen(reader))[1]).toBeNull();
    } finally {
      await other.stop();
    }
  });
});
