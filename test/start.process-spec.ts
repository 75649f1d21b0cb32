import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from './support/app/database.js';
import { until } from './support/limits.js';
import { built } from './support/processes/built.js';
import { serverGone } from './support/processes/launched.js';
import { freePort } from './support/processes/free-port.js';

const ROOT = join(import.meta.dirname, '..');

let main: string;
let database: TestDatabase;
let folder: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  main = await built('src/main.ts');
  database = await createTestDatabase();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-start-'));
});
afterEach(async () => {
  for (const child of started.splice(0))
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
  // A service that was just killed may still write.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
afterAll(() => database?.drop());

interface Service {
  child: ChildProcess;
  url: string;
  said(): string;
}

function launch(env: Record<string, string>): { child: ChildProcess; said(): string } {
  const child = spawn(process.execPath, [main], { cwd: folder, env: { PATH: process.env.PATH, ...env } });
  started.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, said: () => text };
}

async function start(env: Record<string, string> = {}): Promise<Service> {
  const service = launch({
    DATABASE_URL: database.url,
    STAGEGATE_DATA_DIR: folder,
    PORT: '0',
    LOG_FORMAT: 'text',
    DRAIN_SECONDS: '0',
    ...env,
  });
  // A line of the log may come right behind the greeting.
  while (!/API +(\S+)\/api\/v1\n[^]*?\n\n/.test(service.said())) {
    if (service.child.exitCode !== null) throw new Error(service.said());
    await once(service.child.stdout!, 'data');
  }
  return { ...service, url: /API +(\S+)\/api\/v1/.exec(service.said())![1]! };
}

async function stop({ child }: Service, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

async function whoAmI({ url }: Service, token: string): Promise<Response> {
  return fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
}

const adminToken = () => readFileSync(join(folder, 'admin-token'), 'utf8').trim();

it('a first start makes a secret and an admin token that nobody else can read, and says how to use them', async () => {
  const service = await start();
  expect(service.said()).toContain(`curl -H "Authorization: Bearer $(cat '${join(folder, 'admin-token')}')"`);
  expect(service.said()).not.toContain(adminToken());
  for (const file of ['admin-token', 'jwt-secret']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  const me = await whoAmI(service, adminToken());
  expect(await me.json()).toMatchObject({ subject: 'admin', roles: ['admin'] });
  expect(await stop(service)).toBe(0);
});

it('a later start keeps a token that stands and replaces one that does not', async () => {
  await stop(await start());
  const first = adminToken();
  const second = await start();
  expect(adminToken()).toBe(first);
  const { tokenId } = (await (await whoAmI(second, first)).json()) as { tokenId: string };
  const headers = { authorization: `Bearer ${first}` };
  expect((await fetch(`${second.url}/api/v1/tokens/${tokenId}`, { method: 'DELETE', headers })).status).toBe(204);
  await stop(second, 'SIGINT');
  const third = await start();
  expect(adminToken()).not.toBe(first);
  expect((await whoAmI(third, adminToken())).status).toBe(200);
  expect((await whoAmI(third, first)).status).toBe(401);
});

it('two first starts in one folder agree on the secret and on the token', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect([one, other].filter(({ said }) => said().includes('(new, '))).toHaveLength(1);
  expect((await whoAmI(one, adminToken())).status).toBe(200);
  expect((await whoAmI(other, adminToken())).status).toBe(200);
});

it('a request under way is answered before the service stops', async () => {
  const service = await start();
  const { port, hostname } = new URL(service.url);
  const body = JSON.stringify({ subject: 'late', roles: ['viewer'] });
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(
    `POST /api/v1/tokens HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${adminToken()}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  while (!answer.includes('100 Continue')) await once(socket, 'data');
  const exited = once(service.child, 'exit');
  service.child.kill('SIGTERM');
  while (!service.said().includes('Stagegate is stopping')) await once(service.child.stdout!, 'data');
  socket.write(body);
  await once(socket, 'close');
  expect(answer).toContain('HTTP/1.1 201 Created');
  expect((await exited)[0]).toBe(0);
});

it('a service that is told to stop says so by its probe, and serves on until balancers have seen it', async () => {
  const service = await start({ DRAIN_SECONDS: '5' });
  const exited = once(service.child, 'exit');
  service.child.kill('SIGTERM');
  const statusOf = async (path: string) => (await fetch(`${service.url}${path}`)).status;
  await until('the probe says no', async () => (await statusOf('/readyz')) === 503);
  expect(await statusOf('/livez')).toBe(200);
  expect((await whoAmI(service, adminToken())).status).toBe(200);
  expect((await exited)[0]).toBe(0);
  const lines = service.said().split('\n');
  expect(lines.find((line) => line.includes('SERVICE_STOPPING'))).toContain('turned away');
  expect(service.said()).not.toMatch(/^\s+at |^\S+ error /m);
});

it('on a read-only database it starts and serves reads, says so in a sentence, and tells a newer schema', async () => {
  await database.execute(`INSERT INTO migrations (timestamp, name) VALUES (1, 'OfTheFuture1')`);
  const url = new URL(database.url);
  url.searchParams.set('options', '-c default_transaction_read_only=on');
  const service = await start({ DATABASE_URL: url.href });
  expect(service.said()).toContain('The database is read-only: no admin token could be issued');
  expect(service.said()).toContain('The database was migrated by a newer program');
  expect(service.said()).not.toMatch(/^\s+at /m);
  expect((await fetch(`${service.url}/readyz`)).status).toBe(503);
  await database.execute(`DELETE FROM migrations WHERE name = 'OfTheFuture1'`);
});

it('a bad configuration names every fault and starts nothing', async () => {
  const { child, said } = launch({ PORT: 'many', LOG_LEVEL: 'loud', DATABASE_URL: database.url });
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(1);
  expect(said()).toMatch(
    /^The configuration has 3 faults:\n {2}PORT .*\n {2}LOG_LEVEL .*\n {2}With DATABASE_URL .*\n$/,
  );
});

it('a key file that holds no key is a fault with its name', async () => {
  const file = join(folder, 'key.pem');
  writeFileSync(file, 'no key');
  const { child, said } = launch({ DATABASE_URL: database.url, STAGEGATE_JWT_PRIVATE_KEY_FILE: file });
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(1);
  expect(said()).toContain(`STAGEGATE_JWT_PRIVATE_KEY_FILE: ${file} holds no readable PEM key`);
});

it('a port in use ends the start with what to do, and without a stack', async () => {
  const service = await start();
  const { port } = new URL(service.url);
  const env = { DATABASE_URL: database.url, STAGEGATE_DATA_DIR: folder, PORT: port, LOG_FORMAT: 'text' };
  const { child, said } = launch(env);
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(1);
  expect(said()).toContain(`fatal Stagegate could not start. Port ${port} of 127.0.0.1 is in use`);
  expect(said()).not.toContain(' at ');
});

it('the port is tried before a database is started or asked', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  for (const url of ['', 'postgres://nobody@127.0.0.1:1/none']) {
    const env = { STAGEGATE_DATA_DIR: folder, PORT: String(port), LOG_FORMAT: 'text', DATABASE_URL: url };
    const { child, said } = launch(env);
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said()).toMatch(/^\S+ fatal Stagegate could not start\. Port \d+ of 127\.0\.0\.1 is in use[^\n]*\n$/);
  }
  expect(readdirSync(folder)).toEqual([]);
  other.close();
});

it('variables that look like settings and are none are warned of by name, with the one that is meant', async () => {
  const service = await start({
    STAGEGATE_DATADIR: 'x',
    STAGEGATE_COLOUR: 'red',
    DATABASE_POOLSIZE: '5',
    STAGEGATE_URL: 'http://127.0.0.1:3000',
  });
  const warnings = service
    .said()
    .split('\n')
    .filter((line) => line.includes(' warn '))
    .map((line) => line.replace(/^\S+ warn /, ''));
  expect(warnings).toEqual([
    'DATABASE_POOLSIZE is no setting of Stagegate. Did you mean DATABASE_POOL_SIZE?',
    'STAGEGATE_COLOUR is no setting of Stagegate and has no effect.',
    'STAGEGATE_DATADIR is no setting of Stagegate and has no effect. Did you mean STAGEGATE_DATA_DIR?',
  ]);
});

describe('npm start that gets a signal by its process id', () => {
  let data: string;

  // The database is made once; each start but the first finds what the one before has left.
  beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), 'stagegate-start-'));
    chmodSync(data, 0o755);
  });
  afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }));

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('takes service and database along at %s', async (signal) => {
    const port = await freePort();
    const env = {
      PATH: process.env.PATH,
      HOME: data,
      STAGEGATE_DATA_DIR: data,
      PORT: String(port),
      DRAIN_SECONDS: '0',
    };
    const npm = spawn('npm', ['start'], { cwd: ROOT, env, stdio: 'ignore' });
    started.push(npm);
    const isServed = () =>
      fetch(`http://127.0.0.1:${port}/livez`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until('the service answers', async () => {
      if (npm.exitCode !== null) throw new Error(`npm start ended with ${npm.exitCode}.`);
      return isServed();
    });
    npm.kill(signal);
    await until('the port is free', async () => !(await isServed()));
    await serverGone(join(data, 'postgres'));
    if (npm.exitCode === null && npm.signalCode === null) await once(npm, 'exit');
  });
});

it('a database that does not answer ends the start with a reason', async () => {
  const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', STAGEGATE_DATA_DIR: folder };
  const { child, said } = launch(env);
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(1);
  expect(said()).toContain('The database of DATABASE_URL cannot be opened: connect ECONNREFUSED 127.0.0.1:1. ');
  expect(said()).not.toContain('stack');
  expect(existsSync(join(folder, 'admin-token'))).toBe(false);
});

it('a record for log collectors says where the API, its documentation and the token are', async () => {
  const { child, said } = launch({
    DATABASE_URL: database.url,
    STAGEGATE_DATA_DIR: folder,
    PORT: '0',
    LOG_FORMAT: 'json',
    DRAIN_SECONDS: '0',
  });
  while (!said().includes('documentation')) await once(child.stdout!, 'data');
  const [ready, told] = said()
    .split('\n')
    .filter((line) => /ready|documentation/.test(line))
    .map((line) => JSON.parse(line) as Record<string, string>);
  expect(ready).toMatchObject({
    docs: `${ready!.url}/docs`,
    console: `${ready!.url}/console/`,
    adminTokenFile: join(folder, 'admin-token'),
  });
  expect(told!.msg).toBe(
    `API ${ready!.url}/api/v1, documentation ${ready!.url}/docs, console ${ready!.url}/console/, an administrator's token in ${ready!.adminTokenFile}.`,
  );
  expect((await fetch(ready!.docs!)).status).toBe(200);
  child.kill('SIGTERM');
  await once(child, 'exit');
});
