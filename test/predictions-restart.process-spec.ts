import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEST_SECRET, TestApp } from './support/app/app.js';
import { Client } from './support/app/client.js';
import { CENSUS, fixture, Submitter } from './support/app/predictions.js';
import { found, until } from './support/limits.js';
import { ServiceProcess } from './support/processes/service-process.js';

/** For the service that falls silent; another one keeps what it has taken, however slow it is. */
const SHORT_LEASE = { STAGEGATE_PREDICTIONS_LEASE_SECONDS: '2' };

let app: TestApp;
let dataDir: string;
const services: ServiceProcess[] = [];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'stagegate-restart-'));
  app = await TestApp.start();
});
afterEach(async () => {
  for (const service of services.splice(0)) await service.end();
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The service as its operators run it, on the database of the test. */
async function start(env: Record<string, string> = {}): Promise<ServiceProcess> {
  const service = await ServiceProcess.start({
    DATABASE_URL: app.databaseUrl,
    STAGEGATE_JWT_SECRET: TEST_SECRET,
    STAGEGATE_DATA_DIR: dataDir,
    STAGEGATE_PREDICTIONS_NICENESS: '0',
    SHUTDOWN_SECONDS: '600',
    ...env,
  });
  services.push(service);
  return service;
}

/** Engines of a service, as the kernel knows them. */
function enginesOf({ child: { pid } }: ServiceProcess): number[] {
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
  return new Submitter({ url }, new Client(url, token));
}

const file = { name: 'v2.parquet', content: fixture('census-v2.parquet') };
const isLinux = process.platform === 'linux';

/** Stops the engine of a job where it is, so that the job is under way for as long as the test likes. */
async function stopped(service: ServiceProcess, { client }: Submitter, id: string): Promise<number | null> {
  if (!isLinux) {
    await until('the job runs', async () => (await client.get(`/prediction-jobs/${id}`)).status === 'running');
    return null;
  }
  const engine = await found('an engine runs', async () => enginesOf(service)[0]);
  process.kill(engine, 'SIGSTOP');
  return engine;
}

const onLinux = isLinux ? it : it.skip;

it('a job whose service is killed amid it is taken again by the next one, once, and its engine ends', async () => {
  const first = await start(SHORT_LEASE);
  const before = await submitter(first.url);
  await before.model('census', 1);
  const { id } = await before.submit('census', 1, CENSUS, file);
  const engine = await stopped(first, before, id);
  await first.end('SIGKILL');
  if (engine !== null) process.kill(engine, 'SIGCONT');
  const second = await start();
  const after = await submitter(second.url);
  const job = await after.ended(id);
  expect(job).toMatchObject({ status: 'succeeded', attempts: 2, rowsRead: 16_281 });
  expect((await after.client.get('/models/census/versions/1/evaluations')).items).toHaveLength(1);
  if (engine !== null) await until('the engine has ended', () => readStat(String(engine)) === '');
});

it('a service that stops in good order gives its job back at once, and the attempt does not count', async () => {
  const first = await start();
  const before = await submitter(first.url);
  await before.model('census', 1);
  const { id } = await before.submit('census', 1, CENSUS, file);
  await stopped(first, before, id);
  await first.end('SIGTERM');
  const [row] = await app.dataSource.query('SELECT status, attempts, lease_owner FROM prediction_jobs WHERE id = $1', [
    id,
  ]);
  expect(row).toEqual({ status: 'queued', attempts: 0, lease_owner: null });
  const second = await start();
  expect(await (await submitter(second.url)).ended(id)).toMatchObject({ status: 'succeeded', attempts: 1 });
});

onLinux('a job whose engine is killed is tried again, and the service lives', async () => {
  const service = await start();
  const ci = await submitter(service.url);
  await ci.model('census', 1);
  const { id } = await ci.submit('census', 1, CENSUS, file);
  process.kill((await stopped(service, ci, id))!, 'SIGKILL');
  expect(await ci.ended(id)).toMatchObject({ status: 'succeeded', attempts: 2 });
  expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
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
