import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { TEST_SECRET, TestApp } from './support/app/app.js';
import { Client } from './support/app/client.js';
import { CENSUS, ENGINE_ENV, fixture, Submitter } from './support/app/predictions.js';

const LOADER = new URL('support/typescript-loader.js', import.meta.url).href;
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const LEASE_SECONDS = 2;

let app: TestApp;
let dataDir: string;
const services: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'stagegate-restart-'));
  app = await TestApp.start();
});
afterEach(async () => {
  for (const service of services.splice(0))
    if (service.exitCode === null && service.signalCode === null) await end(service, 'SIGTERM');
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The service as its operators run it, on the database of the test. */
async function start(): Promise<{ service: ChildProcess; url: string }> {
  const port = await freePort();
  const service = spawn(process.execPath, ['--no-warnings', '--import', LOADER, MAIN], {
    env: {
      ...ENGINE_ENV,
      DATABASE_URL: app.databaseUrl,
      STAGEGATE_JWT_SECRET: TEST_SECRET,
      STAGEGATE_DATA_DIR: dataDir,
      STAGEGATE_PREDICTIONS_LEASE_SECONDS: String(LEASE_SECONDS),
      PORT: String(port),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  services.push(service);
  const url = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (service.exitCode !== null) throw new Error('The service did not start.');
    await sleep(50);
  }
  return { service, url };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function end(service: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  service.kill(signal);
  await once(service, 'exit');
}

/** Engines of a service, as the kernel knows them. */
function childrenOf({ pid }: ChildProcess): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => readStat(name).split(') ').at(-1)?.split(' ')[1] === String(pid))
    .map(Number);
}

function readStat(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}

async function submitter(url: string): Promise<Submitter> {
  const { token } = await app.as('ci', 'contributor');
  return new Submitter({ url } as TestApp, new Client(url, token));
}

const file = { name: 'v2.parquet', content: fixture('census-v2.parquet') };
const running = async ({ client }: Submitter, id: string) => {
  while ((await client.get(`/prediction-jobs/${id}`)).status === 'queued') await sleep(5);
};

const onLinux = process.platform === 'linux' ? it : it.skip;

it('a job whose service is killed amid it is taken again by the next one, once, and its engine ends', async () => {
  const first = await start();
  const before = await submitter(first.url);
  await before.model('census', 1);
  const { id } = await before.submit('census', 1, CENSUS, file);
  await running(before, id);
  const engines = process.platform === 'linux' ? childrenOf(first.service) : [];
  await end(first.service, 'SIGKILL');
  const second = await start();
  const after = await submitter(second.url);
  const job = await after.ended(id);
  expect(job).toMatchObject({ status: 'succeeded', attempts: 2, rowsRead: 16_281 });
  expect((await after.client.get('/models/census/versions/1/evaluations')).items).toHaveLength(1);
  for (const engine of engines) while (readStat(String(engine)) !== '') await sleep(20);
});

it('a service that stops in good order gives its job back at once, and the attempt does not count', async () => {
  const first = await start();
  const before = await submitter(first.url);
  await before.model('census', 1);
  const { id } = await before.submit('census', 1, CENSUS, file);
  await running(before, id);
  await end(first.service, 'SIGTERM');
  const [row] = await app.dataSource.query('SELECT status, attempts, lease_owner FROM prediction_jobs WHERE id = $1', [
    id,
  ]);
  expect(row).toEqual({ status: 'queued', attempts: 0, lease_owner: null });
  const second = await start();
  expect(await (await submitter(second.url)).ended(id)).toMatchObject({ status: 'succeeded', attempts: 1 });
});

onLinux('a job whose engine is killed is tried again, and the service lives', async () => {
  const { service, url } = await start();
  const ci = await submitter(url);
  await ci.model('census', 1);
  const { id } = await ci.submit('census', 1, CENSUS, file);
  let engines: number[] = [];
  while (engines.length === 0) engines = childrenOf(service);
  process.kill(engines[0]!, 'SIGKILL');
  expect(await ci.ended(id)).toMatchObject({ status: 'succeeded', attempts: 2 });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

it('two services on one folder and database share the jobs, each done once', async () => {
  const [first, second] = [await start(), await start()];
  const ci = await submitter(first.url);
  const other = await submitter(second.url);
  await ci.model('census', 1);
  const small = {
    task: 'binary',
    dataset: { name: 's', version: '1' },
    columns: { rowId: 'id', label: 'y', score: 's' },
  };
  const csv = { name: 'a.csv', content: 'id,y,s\n1,0,0.1\n2,1,0.9\n' };
  const ids: string[] = [];
  for (let count = 0; count < 6; count += 1)
    ids.push((await (count % 2 ? ci : other).submit('census', 1, small, csv)).id);
  for (const id of ids) expect(await ci.ended(id)).toMatchObject({ status: 'succeeded', attempts: 1 });
  expect((await ci.client.get('/models/census/versions/1/evaluations')).items).toHaveLength(6);
});
