import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.js';
import { freePort } from '../test/support/processes/free-port.js';
import { installMlflow, MLFLOW_FOLDER, succeed } from '../test/mlflow/tools.js';
import { type Load, readFor, runAll, sendAll, type Target } from './load.js';
import { startService, type Started } from './processes.js';
import { POLICY, seedModels, seedVersions, send } from './seed.js';

const { short } = parseArgs({ options: { short: { type: 'boolean', default: false } } }).values;
/** `--short` shows in a minute or two that all of it works, and the ratios roughly. */
const SECONDS = Number(process.env.BENCH_SECONDS ?? (short ? 1 : 3));
const CONNECTIONS = 16;
const WRITES = Number(process.env.BENCH_WRITES ?? (short ? 60 : 300));
const ROUNDS = short ? 5 : 20;
const WORKERS = 4;
const [FEW, MANY] = [10, short ? 1_000 : 10_000];
/** MLflow answers of many versions in seconds, so that more callers at a time would still be waiting when the next row begins. */
const CALLERS_OF_MANY = 2;
const API = '/api/2.0/mlflow';

interface Row {
  what: string;
  theirs: Load;
  ours: Load;
}

const rows: Row[] = [];

/** One after the other in the same run, by the same generator, on the same PostgreSQL. */
async function compare(what: string, theirs: () => Promise<Load>, ours: () => Promise<Load>): Promise<void> {
  const row = { what, theirs: await theirs(), ours: await ours() };
  rows.push(row);
  process.stdout.write(`${lineOf(row)}\n`);
}

function lineOf({ what, theirs, ours }: Row): string {
  const told = ({ perSecond, p50, p99 }: Load) => `${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)}`;
  return `| ${what} | ${told(theirs)} | ${told(ours)} | ${(ours.perSecond / theirs.perSecond).toFixed(1)} × |`;
}

/** MLflow by gunicorn with four workers, its fastest known way. */
async function startMlflow(databaseUrl: string, folder: string): Promise<Started> {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  // The driver that is installed here; which one SQLAlchemy takes unless told differs between its releases.
  const store = databaseUrl.replace(/^postgres(ql)?:/, 'postgresql+psycopg2:');
  const places = ['--backend-store-uri', store, '--artifacts-destination', join(folder, 'artifacts')];
  const gunicorn = ['--workers', String(WORKERS), '--gunicorn-opts', '--log-level error'];
  const args = ['server', '--host', '127.0.0.1', '--port', port, ...gunicorn, ...places];
  const env = { ...process.env, MLFLOW_DISABLE_TELEMETRY: 'true', MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false' };
  const child = spawn(join(MLFLOW_FOLDER, 'bin', 'mlflow'), args, {
    cwd: folder,
    env,
    detached: true,
    stdio: 'ignore',
  });
  const isHealthy = () =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isHealthy())) {
    if (child.exitCode !== null) throw new Error(`The MLflow server ended with ${child.exitCode}.`);
    await sleep(200);
  }
  const stop = async () => {
    const ended = once(child, 'exit');
    process.kill(-child.pid!, 'SIGTERM');
    await ended;
  };
  return { url, stop };
}

async function say({ url, token }: Target, path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${url}${API}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

/** The first version by the server itself, the others copied from its row, one of them in Production. */
async function seedTheirs(client: pg.Client, target: Target, name: string, count: number): Promise<void> {
  await say(target, 'registered-models/create', { name });
  await say(target, 'model-versions/create', { name, source: 's3://bench/1' });
  await client.query(
    `INSERT INTO model_versions
     SELECT (jsonb_populate_record(v, jsonb_build_object('version', n))).* FROM model_versions v, generate_series(2, $2::int) n
     WHERE v.name = $1 AND v.version = 1`,
    [name, count],
  );
  const version = String(Math.ceil(count / 2));
  await say(target, 'model-versions/transition-stage', { name, version, stage: 'Production' });
  await say(target, 'registered-models/alias', { name, alias: 'blue', version });
}

async function benchReads(theirs: Target, ours: Target): Promise<void> {
  const ofVersions = (count: number): [string, string][] => [
    [`registered-models/get, ${count} versions`, `registered-models/get?name=bench-${count}`],
    [`get-latest-versions, ${count} versions`, `registered-models/get-latest-versions?name=bench-${count}`],
  ];
  const reads: [string, string][] = [
    ['alias get', 'registered-models/alias?name=bench-10&alias=blue'],
    ['model-versions/get', 'model-versions/get?name=bench-10&version=5'],
    ['model-versions/search, 10 found', `model-versions/search?filter=${encodeURIComponent("name='bench-10'")}`],
    ...ofVersions(FEW),
  ];
  const read = ([what, path]: [string, string], connections: number) =>
    compare(
      `${what}, ${connections} callers`,
      () => readFor(SECONDS, `${API}/${path}`, { ...theirs, connections }),
      () => readFor(SECONDS, `${API}/${path}`, { ...ours, connections }),
    );
  for (const one of reads) await read(one, CONNECTIONS);
  for (const one of ofVersions(MANY)) await read(one, CALLERS_OF_MANY);
}

const post = (path: string, body: object) =>
  ({ method: 'POST', path: `${API}/${path}`, body: JSON.stringify(body) }) as const;

async function benchWrites(theirs: Target, ours: Target): Promise<void> {
  const names = (kind: string) => Array.from({ length: WRITES }, (_, index) => `${kind}-${index}`);
  const creations = names('made').map((name) => post('registered-models/create', { name }));
  await compare(
    'registered-models/create',
    () => sendAll(creations, theirs),
    () => sendAll(creations, ours),
  );
  const versions = names('made').map((name) => post('model-versions/create', { name, source: `s3://bench/${name}` }));
  await compare(
    'model-versions/create',
    () => sendAll(versions, theirs),
    () => sendAll(versions, ours),
  );
  const moved = names('moved');
  await runAll(moved, 4, async (name) => {
    await say(theirs, 'registered-models/create', { name });
    for (const version of ['1', '2'])
      await say(theirs, 'model-versions/create', { name, source: `s3://bench/${version}` });
    await say(theirs, 'model-versions/transition-stage', { name, version: '1', stage: 'Production' });
  });
  await seedModels(ours, moved, 1);
  const moves = moved.map((name) =>
    post('model-versions/transition-stage', {
      name,
      version: '2',
      stage: 'Production',
      archive_existing_versions: true,
    }),
  );
  await compare(
    'transition-stage (ours with gates and record)',
    () => sendAll(moves, theirs),
    () => sendAll(moves, ours),
  );
}

/** How many rounds of parallel promotions with the archive flag end with one version in Production. */
async function raceOf(target: Target, parallel: number, rounds: number): Promise<string> {
  const name = `race-${parallel}`;
  await say(target, 'registered-models/create', { name });
  if (target.token) await send(target, 'PUT', `/models/${name}/gate-policy`, { preset: 'open' });
  for (let version = 1; version <= parallel; version += 1)
    await say(target, 'model-versions/create', { name, source: 's3://bench/race' });
  let single = 0;
  for (let round = 0; round < rounds; round += 1) {
    const moves = Array.from({ length: parallel }, (_, index) =>
      say(target, 'model-versions/transition-stage', {
        name,
        version: String(index + 1),
        stage: 'Production',
        archive_existing_versions: true,
      }).catch(() => undefined),
    );
    await Promise.all(moves);
    const headers: Record<string, string> = target.token ? { authorization: `Bearer ${target.token}` } : {};
    const filter = encodeURIComponent(`name='${name}'`);
    const answer = await fetch(`${target.url}${API}/model-versions/search?filter=${filter}`, { headers });
    const { model_versions: versions } = (await answer.json()) as { model_versions: { current_stage: string }[] };
    if (versions.filter(({ current_stage }) => current_stage === 'Production').length === 1) single += 1;
  }
  return `${single} of ${rounds}`;
}

interface Bench {
  theirs: Target;
  ours: Target;
  theirClient: pg.Client;
  client: pg.Client;
}

/** Both registries on one PostgreSQL; what was started is noted in `ends` at once, so that a failure leaves nothing at work. */
async function start(folder: string, ends: (() => Promise<unknown>)[]): Promise<Bench> {
  const env = { PATH: process.env.PATH };
  const database = await startEmbeddedPostgres({ dir: join(folder, 'postgres'), log: () => undefined, env });
  ends.push(() => database.stop());
  const connected = async (url: string): Promise<pg.Client> => {
    const client = new pg.Client(url);
    await client.connect();
    ends.push(() => client.end());
    return client;
  };
  const client = await connected(database.url);
  await client.query('CREATE DATABASE mlflow');
  const mlflowUrl = new URL(database.url);
  mlflowUrl.pathname = '/mlflow';
  const settings = { DATABASE_URL: database.url, STAGEGATE_DATA_DIR: folder, LOG_LEVEL: 'warn' };
  const service = await startService({ ...settings, RATE_LIMIT_READS: '0', RATE_LIMIT_WRITES: '0' });
  ends.push(() => service.stop());
  const server = await startMlflow(mlflowUrl.href, folder);
  ends.push(() => server.stop());
  const token = (await readFile(join(folder, 'admin-token'), 'utf8')).trim();
  return {
    theirs: { url: server.url, connections: CONNECTIONS },
    ours: { url: service.url, token, connections: CONNECTIONS },
    theirClient: await connected(mlflowUrl.href),
    client,
  };
}

async function seed({ theirs, ours, theirClient, client }: Bench): Promise<void> {
  await send(ours, 'PUT', '/gate-policy', POLICY);
  for (const count of [FEW, MANY]) {
    await seedTheirs(theirClient, theirs, `bench-${count}`, count);
    await seedVersions(client, ours, `bench-${count}`, count);
    await say(ours, 'registered-models/alias', { name: `bench-${count}`, alias: 'blue', version: '5' });
  }
  for (const one of [client, theirClient]) await one.query('VACUUM ANALYZE');
}

async function main(): Promise<void> {
  await installMlflow();
  await succeed(join(MLFLOW_FOLDER, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', 'psycopg2-binary']);
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-bench-'));
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const bench = await start(folder, ends);
    const { theirs, ours } = bench;
    await seed(bench);
    process.stdout.write(`Node ${process.version}, ${availableParallelism()} cores for all together.\n\n`);
    process.stdout.write(
      '| what | MLflow/s | p50 ms | p99 ms | Stagegate/s | p50 ms | p99 ms | ratio |\n|---|--:|--:|--:|--:|--:|--:|--:|\n',
    );
    await benchReads(theirs, ours);
    await benchWrites(theirs, ours);
    for (const parallel of [2, 8]) {
      const [them, us] = [await raceOf(theirs, parallel, ROUNDS), await raceOf(ours, parallel, ROUNDS)];
      process.stdout.write(
        `\n${parallel} parallel promotions, rounds with one in Production: MLflow ${them}, Stagegate ${us}\n`,
      );
    }
  } finally {
    for (const end of ends.reverse()) await end().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
