import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { TestApp, TEST_SECRET } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { Person } from './support/app/registry.js';
import { until } from './support/limits.js';
import { ServiceProcess } from './support/processes/service-process.js';
import { TcpProxy } from './support/processes/tcp-proxy.js';

/** Replicas that have lost what they need: their time, their descriptors, their connections. */
let app: TestApp;
let ci: Person;
const running: ServiceProcess[] = [];
let proxy: TcpProxy | null = null;

beforeAll(async () => {
  app = await TestApp.start();
  ci = await Person.of(app, 'ci', 'contributor');
});
afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await proxy?.close();
  await app?.stop();
});

async function replica(env: Record<string, string>, url = app.databaseUrl): Promise<ServiceProcess> {
  const settings = { STAGEGATE_PREDICTIONS_GATE_WAIT_SECONDS: '0', STAGEGATE_JWT_SECRET: TEST_SECRET };
  const started = await ServiceProcess.start({ ...settings, DATABASE_URL: url, ...env });
  running.push(started);
  return started;
}

it('the model of a replica that froze amid a change is free again, and what it had begun is taken back', async () => {
  const model = await ci.creates();
  const frozen = await replica({ DATABASE_IDLE_SECONDS: '5', DATABASE_LOCK_SECONDS: '600' });
  const there = ci.at(frozen.url);
  const outside = app.dataSource.createQueryRunner();
  await outside.startTransaction();
  await outside.query('SELECT FROM audit_chains FOR UPDATE');
  const asked = there.send('POST', `/models/${model}/versions`, { artifactUri: 's3://frozen' });
  await until('the change holds the model and waits for its place in the record', async () => {
    const waits = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'stagegate'
      AND wait_event_type = 'Lock' AND query LIKE '%audit_events%'`;
    return (await app.dataSource.query(waits)).length > 0;
  });
  frozen.child.kill('SIGSTOP');
  await outside.rollbackTransaction();
  await outside.release();
  expect(await ci.registers(model)).toMatchObject({ version: 1, artifactUri: 's3://models/artifact' });
  frozen.child.kill('SIGCONT');
  expect((await asked).status).toBe(503);
  expect((await there.registers(model)).version).toBe(2);
  await frozen.end();
});

/** Asks over one connection that stays open, because there may be no descriptor for another. */
class OneConnection {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly home: string) {}

  async ask(path: string): Promise<{ status: number; code?: string; again?: string }> {
    const headers = { authorization: `Bearer ${ci.token}` };
    const sent = request(`${this.home}${path}`, { agent: this.agent, headers }).end();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    const { code } = (await json(answer)) as Json;
    return { status: answer.statusCode!, code, again: answer.headers['retry-after'] };
  }

  end(): void {
    this.agent.destroy();
  }
}

const canLimit = spawnSync('prlimit', ['--version']).status === 0;

(canLimit ? it : it.skip)(
  'a process without a descriptor for its database says that it is busy, and recovers',
  async () => {
    const poor = await replica({});
    const limitTo = (count: number) => execFileSync('prlimit', ['--pid', String(poor.child.pid), `--nofile=${count}:`]);
    const connection = new OneConnection(poor.url);
    expect((await connection.ask('/api/v1/me')).status).toBe(200);
    // Those that are open stay so; there are no numbers below this for new ones.
    limitTo(8);
    await app.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await until('its connections are gone', async () => (await connection.ask('/api/v1/me')).status !== 200);
    expect(await connection.ask('/api/v1/models')).toEqual({ status: 503, code: 'SERVICE_BUSY', again: '1' });
    expect((await connection.ask('/readyz')).status).toBe(503);
    expect((await connection.ask('/livez')).status).toBe(200);
    limitTo(4_096);
    await until('it has connections again', async () => (await connection.ask('/api/v1/models')).status === 200);
    connection.end();
    await poor.end();
  },
);

it('a process whose pool stays stuck, though the database answers, asks for its restart', async () => {
  proxy = await TcpProxy.before(app.databaseUrl);
  const limits = { DATABASE_LOCK_SECONDS: '1', DATABASE_STATEMENT_SECONDS: '2', DATABASE_WAIT_SECONDS: '2' };
  const stuck = await replica({ ...limits, DATABASE_POOL_SIZE: '4' }, proxy.url);
  const there = ci.at(stuck.url);
  expect(await there.get('//livez')).toEqual({ status: 'alive' });
  proxy.swallow(/application_name\0stagegate\0/);
  await until('only a restart helps', async () => {
    const asked = Array.from({ length: 6 }, () => there.send('GET', '/models?limit=1'));
    const { status, body } = await there.send('GET', '//livez');
    expect((await Promise.all(asked)).every((answer) => answer.status === 503)).toBe(true);
    return status === 503 && body.code === 'SERVICE_STUCK';
  });
  expect((await there.send('GET', '//readyz')).body.code).toBe('DATABASE_UNAVAILABLE');
  proxy.swallow(false);
  await until(
    'a database that answers makes it alive',
    async () => (await there.send('GET', '//livez')).status === 200,
  );
  await there.get('/models?limit=1');
  await stuck.end();
});
