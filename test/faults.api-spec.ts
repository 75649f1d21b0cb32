import pg from 'pg';
import { currentWork, LANES } from '../src/platform/database/current-work.js';
import { TestApp } from './support/app/app.js';
import { type Answer } from './support/app/client.js';
import { Person, uniqueName } from './support/app/registry.js';
import { until } from './support/limits.js';
import { TcpProxy } from './support/processes/tcp-proxy.js';

/** Short, so that what has to end by itself does; a slow machine only makes more calls come back with 503. */
const LIMITS = {
  DATABASE_LOCK_SECONDS: '2',
  DATABASE_STATEMENT_SECONDS: '4',
  DATABASE_IDLE_SECONDS: '5',
  STAGEGATE_PREDICTIONS_GATE_WAIT_SECONDS: '0',
};

let app: TestApp;
let proxy: TcpProxy;
let ci: Person;
let root: Person;

beforeAll(async () => {
  app = await TestApp.start({
    env: LIMITS,
    way: async (url) => {
      proxy = await TcpProxy.before(url);
      return proxy.url;
    },
  });
  ci = await Person.of(app, 'ci', 'contributor');
  root = await Person.of(app, 'root', 'admin');
});
afterAll(async () => {
  await app?.stop();
  await proxy?.close();
});
afterEach(() => proxy.swallow(false));

/** A session that is none of the service's, as an operator's is. */
async function beside<Result>(work: (session: pg.Client) => Promise<Result>): Promise<Result> {
  const session = new pg.Client({ connectionString: app.databaseUrl });
  await session.connect();
  try {
    return await work(session);
  } finally {
    await session.end();
  }
}

/** Holds the lock of a model for as long as the work takes. */
function whileLocked<Result>(model: string, work: () => Promise<Result>): Promise<Result> {
  return beside(async (session) => {
    await session.query('BEGIN');
    await session.query('SELECT 1 FROM models WHERE name = $1 FOR UPDATE', [model]);
    const result = await work();
    await session.query('ROLLBACK');
    return result;
  });
}

function register(model: string, extra = {}): Promise<Answer> {
  return ci.sendOnce('POST', `/models/${model}/versions`, { artifactUri: 's3://models/artifact' }, extra);
}

const codesOf = (answers: Answer[]) => [...new Set(answers.map(({ status, body }) => `${status} ${body.code}`))];

function times<Result>(count: number, work: (number: number) => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: count }, (_, number) => work(number)));
}

it('a model whose lock is held is busy, and makes nothing else unavailable', async () => {
  const [hung, other] = [await ci.creates(), await ci.creates()];
  const refused = await whileLocked(hung, async () => {
    const waiting = times(24, (number) =>
      register(hung, number % 2 ? { headers: { 'idempotency-key': `k${number}` } } : {}),
    );
    for (let round = 0; round < 3; round += 1) {
      const free = await Promise.all([
        ci.sendOnce('GET', '/models?limit=1'),
        ci.sendOnce('GET', `/models/${hung}`),
        ci.sendOnce('GET', `/models/${other}/stages/Production`),
        ci.sendOnce('GET', '//readyz'),
        ci.sendOnce('GET', '//livez'),
        register(other),
        root.sendOnce('POST', `/models/${other}/rollback`, { reason: 'none ran yet' }),
      ]);
      expect(free.map(({ status }) => status)).toEqual([200, 200, 404, 200, 200, 201, 409]);
    }
    return waiting;
  });
  expect(codesOf(refused)).toEqual(['503 MODEL_BUSY']);
  expect(refused.map(({ headers }) => headers.get('retry-after'))).toEqual(refused.map(() => '1'));
  expect((await ci.registers(hung)).version).toBe(1);
});

it('changes of many models that hang leave reads and rollbacks their connections', async () => {
  const models = await times(6, () => ci.creates());
  await beside(async (session) => {
    await session.query('BEGIN');
    await session.query('SELECT 1 FROM models WHERE name = ANY($1) FOR UPDATE', [models]);
    const waiting = models.flatMap((model) => [register(model), register(model), register(model)]);
    const free = await ci.creates(uniqueName('late')).catch((error: Error) => error.message);
    expect((await ci.sendOnce('GET', '/models?limit=1')).status).toBe(200);
    expect((await root.sendOnce('POST', '/models/none/rollback', { reason: 'x' })).status).toBe(404);
    expect((await Promise.all(waiting)).every(({ status }) => status === 503)).toBe(true);
    await session.query('ROLLBACK');
    expect(free).toMatch(/^late/);
  });
});

it('the transaction of a session that froze ends by itself, and its locks with it', async () => {
  const model = await ci.creates();
  const frozen = app.dataSource.createQueryRunner();
  await frozen.startTransaction();
  await frozen.query('SELECT 1 FROM models WHERE name = $1 FOR UPDATE', [model]);
  await until('the lock is free', async () => (await register(model)).status === 201);
  await expect(frozen.query('SELECT 1')).rejects.toThrow();
});

it('the write of a caller who left is not done, waiting for a connection or for the lock', async () => {
  const model = await ci.creates();
  const gone = new AbortController();
  await whileLocked(model, async () => {
    const left = times(12, (number) =>
      fetch(`${app.url}/api/v1/models/${model}/versions`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${ci.token}`,
          'content-type': 'application/json',
          ...(number % 2 && { 'idempotency-key': `left-${number}` }),
        },
        body: JSON.stringify({ artifactUri: 's3://models/artifact' }),
        signal: gone.signal,
      }).catch(() => 'left'),
    );
    await until('some wait for the lock', async () => (await waitingForLocks()) > 0);
    gone.abort();
    expect(new Set(await left)).toEqual(new Set(['left']));
    await until('none waits any more', async () => (await waitingForModels()) === 0);
  });
  await until('all were given up', async () => (await waitingForLocks()) === 0);
  expect((await ci.registers(model)).version).toBe(1);
});

/** Backends of the service that wait for a lock. */
function waitingForLocks(): Promise<number> {
  return beside(async (session) => {
    const sql = `SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND application_name LIKE 'stagegate%' AND wait_event_type = 'Lock'`;
    return (await session.query(sql)).rows[0].waiting;
  });
}

/** What the service says of changes that wait for others of their model. */
async function waitingForModels(): Promise<number> {
  const headers = { authorization: `Bearer ${ci.token}` };
  const metrics = await (await fetch(`${app.url}/metrics`, { headers })).text();
  return Number(/^model_lock_waiting (\d+)/m.exec(metrics)![1]);
}

/** Asks until every answer is a success, and says what came before; a 500 never does. */
async function recovered(): Promise<Set<string>> {
  const seen = new Set<string>();
  await until('the service answers everything again', async () => {
    const answers = await Promise.all([
      ci.sendOnce('GET', '/models?limit=1'),
      ci.sendOnce('GET', '/me'),
      ci.sendOnce('GET', '//readyz'),
      ci.sendOnce('POST', '/models', { name: uniqueName('after') }),
    ]);
    for (const { status, body } of answers) if (status >= 400) seen.add(`${status} ${body.code}`);
    return answers.every(({ status }) => status < 300);
  });
  return seen;
}

it('connections that the database forgot are given up, all of them, while new ones work', async () => {
  await times(12, () => ci.sendOnce('GET', '/models?limit=1'));
  proxy.strand();
  for (const code of await recovered()) expect(code).toMatch(/^503 (DATABASE_UNAVAILABLE|SERVICE_BUSY)$/);
});

it('of connections that the database forgot, a single one costs a caller an answer', async () => {
  const model = await ci.creates();
  // A busy machine may take longer to open so many new connections than a request waits for one; a lost connection is no 503 of that kind.
  const everything = () =>
    Promise.all([
      ...Array.from({ length: 12 }, () => ci.send('GET', '/models?limit=1')),
      ci.send('GET', `/models/${model}/stages/Production`),
      ci.send('GET', `/models/${model}`),
      ci.send('POST', `/models/${model}/versions`, { artifactUri: 's3://models/artifact' }),
    ]);
  await everything();
  proxy.strand();
  expect((await ci.sendOnce('GET', '/me')).status).toBe(503);
  const answers = (await everything()).map(({ status, body }) => (status < 500 ? status : `${status} ${body.code}`));
  expect(answers).toEqual([...Array<number>(12).fill(200), 404, 200, 201]);
});

it('a network that swallows everything is 503, never 500, and over when it is', async () => {
  proxy.swallow();
  const during = await times(6, () => ci.sendOnce('GET', '/models?limit=1'));
  during.push(await ci.sendOnce('POST', '/models', { name: uniqueName('lost') }));
  expect(codesOf(during).filter((code) => !/^503 (DATABASE_UNAVAILABLE|SERVICE_BUSY)$/.test(code))).toEqual([]);
  expect((await ci.sendOnce('GET', '//livez')).status).toBe(200);
  await until('it is not ready', async () => (await ci.sendOnce('GET', '//readyz')).status === 503);
  proxy.swallow(false);
  for (const code of await recovered()) expect(code).toMatch(/^503 /);
});

it('connections that break amid commands are 503, never 500', async () => {
  const models = await times(4, () => ci.creates());
  const cutting = setInterval(() => proxy.cut(), 40);
  const statuses = new Set<number>();
  for (let round = 0; round < 20; round += 1) {
    for (const { status } of await Promise.all(models.map((model) => register(model)))) statuses.add(status);
  }
  clearInterval(cutting);
  await recovered();
  statuses.delete(201);
  expect([...statuses].filter((status) => status !== 503)).toEqual([]);
});

it('a pool whose connections are all lost is opened anew', async () => {
  const shares = { background: 7, reads: 2, writes: 2, rollbacks: 1 } as const;
  const { signal } = new AbortController();
  for (const lane of LANES.toReversed()) {
    const lose = () => app.dataSource.createQueryRunner().connect();
    await currentWork.run({ lane, signal }, () => times(shares[lane], lose));
  }
  for (const code of await recovered()) expect(code).toMatch(/^503 /);
});

it('an outage of the database spends nobody’s failed authentications', async () => {
  let cable!: TcpProxy;
  const replica = await TestApp.start({
    beside: app,
    env: { ...LIMITS, RATE_LIMIT_FAILURES: '2' },
    way: async (url) => {
      cable = await TcpProxy.before(url);
      return cable.url;
    },
  });
  const [known, unknown] = [ci.at(replica.url), new Person(replica.url, 'not.a.token', 'nobody')];
  await known.get('/me');
  await cable.close();
  for (let call = 0; call < 5; call += 1) {
    const answer = await known.sendOnce('GET', '/me');
    expect([answer.status, answer.body.code]).toEqual([503, 'DATABASE_UNAVAILABLE']);
    expect(answer.headers.get('retry-after')).toBe('1');
  }
  expect((await known.sendOnce('GET', '//readyz')).body.code).toBe('DATABASE_UNAVAILABLE');
  expect((await known.sendOnce('GET', '//livez')).status).toBe(200);
  const guesses = [
    await unknown.sendOnce('GET', '/me'),
    await unknown.sendOnce('GET', '/me'),
    await unknown.sendOnce('GET', '/me'),
  ];
  expect(guesses.map(({ status }) => status)).toEqual([401, 401, 429]);
  await replica.stop();
});
