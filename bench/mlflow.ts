import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.js';
import { Mlflow } from '../test/mlflow/environments.js';
import { MlflowServer } from '../test/mlflow/server.js';
import { type Answers, type Call, callAll, callFor } from './callers.js';
import { runAll, type Target } from './load.js';
import { startService } from './processes.js';
import { evaluation, POLICY, seedModels, seedVersions, send } from './seed.js';

const { short } = parseArgs({ options: { short: { type: 'boolean', default: false } } }).values;
/** `--short` shows in a minute or two that all of it works, and the ratios roughly. */
const SECONDS = Number(process.env.BENCH_SECONDS ?? (short ? 1 : 3));
const CONNECTIONS = 16;
const WRITES = Number(process.env.BENCH_WRITES ?? (short ? 200 : 600));
const ROUNDS = short ? 5 : 20;
const WORKERS = 4;
const [FEW, MANY] = [10, short ? 1_000 : 10_000];
/** MLflow answers of many versions in seconds, so that more callers at a time would still be waiting when the next row begins. */
const CALLERS_OF_MANY = 2;
const OF_EACH = ['p50 ms', 'p99 ms', 'processor ms'];
const API = '/api/2.0/mlflow';

interface Targets {
  theirs: Target;
  ours: Target;
}

type Measure = (target: Target) => Promise<Answers>;

interface Row {
  what: string;
  theirs: Answers;
  ours: Answers;
}

/** One after the other in the same run, by the same generator, on the same PostgreSQL; failures of ours end it. */
async function compare(what: string, measure: Measure, { theirs, ours }: Targets): Promise<void> {
  const row = { what, theirs: await measure(theirs), ours: await measure(ours) };
  process.stdout.write(`${lineOf(row)}\n`);
  if (row.theirs.failure) process.stdout.write(`MLflow failed with ${row.theirs.failure}\n`);
  if (row.ours.failure) throw new Error(`${what}: ${row.ours.failed} failed, the first with ${row.ours.failure}`);
}

function lineOf({ what, theirs, ours }: Row): string {
  const told = ({ perSecond, p50, p99, processorMs }: Answers) =>
    `${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${processorMs.toFixed(1)}`;
  const times = (ratio: number) => `${ratio.toFixed(1)} ×`;
  const ratios = [ours.perSecond / theirs.perSecond, theirs.processorMs / ours.processorMs].map(times);
  return `| ${what} | ${told(theirs)} | ${theirs.failed} | ${told(ours)} | ${ratios.join(' | ')} |`;
}

/** MLflow by gunicorn with four workers, its fastest known way. */
function startMlflow(databaseUrl: string, folder: string): Promise<MlflowServer> {
  // The driver that is installed here; which one SQLAlchemy takes unless told differs between its releases.
  const store = databaseUrl.replace(/^postgres(ql)?:/, 'postgresql+psycopg2:');
  const more = ['--workers', String(WORKERS), '--gunicorn-opts', '--log-level error'];
  return MlflowServer.start(folder, { store, more });
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

async function benchReads(targets: Targets): Promise<void> {
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
  const read = async ([what, path]: [string, string], connections: number) => {
    const call = { method: 'GET', path: `${API}/${path}` } as const;
    const measure: Measure = (target) => callFor(SECONDS, call, { ...target, connections });
    await warm(measure, targets);
    await compare(`${what}, ${connections} callers`, measure, targets);
  };
  for (const one of reads) await read(one, CONNECTIONS);
  for (const one of ofVersions(MANY)) await read(one, CALLERS_OF_MANY);
}

const post = (path: string, body: object) =>
  ({ method: 'POST', path: `${API}/${path}`, body: JSON.stringify(body) }) as const;

const creation = (name: string) => post('registered-models/create', { name });
const registration = (name: string) => post('model-versions/create', { name, source: `s3://bench/${name}` });
const promotion = (name: string) =>
  post('model-versions/transition-stage', { name, version: '2', stage: 'Production', archive_existing_versions: true });

/** Models with version 1 in Production and a second one that may follow it, on both sides. */
async function seedMoves({ theirs, ours }: Targets, names: readonly string[]): Promise<void> {
  await runAll(names, 4, async (name) => {
    await say(theirs, 'registered-models/create', { name });
    for (const version of ['1', '2'])
      await say(theirs, 'model-versions/create', { name, source: `s3://bench/${version}` });
    await say(theirs, 'model-versions/transition-stage', { name, version: '1', stage: 'Production' });
  });
  await seedModels(ours, names, 1);
}

async function benchWrites(targets: Targets): Promise<void> {
  const named = (kind: string) => Array.from({ length: WRITES }, (_, index) => `${kind}-${index}`);
  for (const kind of ['warm', 'made']) {
    const made = named(kind);
    await seedMoves(targets, named(`${kind}-moved`));
    const kinds: [string, Call[]][] = [
      ['registered-models/create', made.map(creation)],
      ['model-versions/create, of as many models', made.map(registration)],
      ['model-versions/create, of one model', made.map(() => registration(made[0]!))],
      ['transition-stage (ours with gates and record)', named(`${kind}-moved`).map(promotion)],
    ];
    for (const [what, calls] of kinds) {
      const measure: Measure = (target) => callAll(calls, target);
      await (kind === 'warm' ? warm(measure, targets) : compare(what, measure, targets));
    }
  }
}

/** A service that has just started compiles what it does often; MLflow's workers load what they do at first. */
async function warm(measure: Measure, { theirs, ours }: Targets): Promise<void> {
  for (const target of [theirs, ours]) await measure(target);
}

/** How many rounds of parallel promotions with the archive flag end with one version in Production. */
async function raceOf(target: Target, parallel: number, rounds: number): Promise<string> {
  const name = `race-${parallel}`;
  await say(target, 'registered-models/create', { name });
  for (let version = 1; version <= parallel; version += 1) {
    await say(target, 'model-versions/create', { name, source: 's3://bench/race' });
    if (target.token) await send(target, 'POST', `/models/${name}/versions/${version}/evaluations`, evaluation(20));
  }
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

interface Bench extends Targets {
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
  await Mlflow.current.install();
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-bench-'));
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const bench = await start(folder, ends);
    const { theirs, ours } = bench;
    await seed(bench);
    process.stdout.write(`Node ${process.version}, ${availableParallelism()} cores for all together.\n\n`);
    process.stdout.write(
      `| what | ${['MLflow/s', ...OF_EACH, 'failed', 'Stagegate/s', ...OF_EACH, 'ratio', 'of processor'].join(' | ')} |\n|---${'|--:'.repeat(11)}|\n`,
    );
    await benchReads(bench);
    await benchWrites(bench);
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
