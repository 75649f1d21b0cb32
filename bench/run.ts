import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.js';
import { type Load, readFor, runAll, sendAll, type Target } from './load.js';
import { startBareServer, startService } from './processes.js';
import { evaluation, POLICY, seedModels, seedVersions, send } from './seed.js';
import { promotionStatements, registrationStatements } from './samples.js';
import { replay } from './statements.js';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const ROUNDS = 3;
const CONNECTIONS = 64;
const PROMOTIONS = 400;
const WRITES = 2_000;
const LANES = 16;

interface Row extends Load {
  what: string;
  ratio?: string;
}

const rows: Row[] = [];

function note(what: string, load: Load, ratio?: string): Row {
  const row = { what, ...load, ratio };
  rows.push(row);
  process.stdout.write(
    `${what.padEnd(58)} ${load.perSecond.toFixed(0).padStart(7)}/s  p50 ${load.p50.toFixed(1)} ms  p99 ${load.p99.toFixed(1)} ms  ${ratio ?? ''}\n`,
  );
  return row;
}

/** Rounds of both sides in turn, since a shared machine changes its pace; the medians are compared. */
async function inTurn(first: () => Promise<Load>, second: () => Promise<Load>): Promise<[Load, Load]> {
  const loads: [Load, Load][] = [];
  for (let round = 0; round < ROUNDS; round += 1) loads.push([await first(), await second()]);
  const middle = (side: 0 | 1): Load =>
    loads.map((pair) => pair[side]).sort((a, b) => a.perSecond - b.perSecond)[Math.floor(ROUNDS / 2)]!;
  return [middle(0), middle(1)];
}

async function benchReads(service: Target, bare: Target): Promise<void> {
  const [limit, stage] = await inTurn(
    () => readFor(SECONDS, '/versions-10', bare),
    () => readFor(SECONDS, '/api/v1/models/versions-10/stages/Production', service),
  );
  note('bare node:http + pg, prepared read', limit);
  note('getStage', stage, `${(stage.perSecond / limit.perSecond).toFixed(2)} of bare`);
  const version = await readFor(SECONDS, '/api/v1/models/versions-10/versions/5', service);
  note('getVersion', version, `${(version.perSecond / limit.perSecond).toFixed(2)} of bare`);
  note('listVersions (100)', await readFor(SECONDS, '/api/v1/models/versions-1000/versions?limit=100', service));
}

/** What it costs to be let in by role bindings, of a thousand that there are, instead of by the token alone. */
async function benchRights(service: Target): Promise<void> {
  const model = 'versions-10';
  const people = Array.from({ length: 990 }, (_, index) => ({ subject: `person-${index}`, model }));
  const own = [
    { modelPrefix: 'versions-10' },
    ...Array.from({ length: 9 }, (_, at) => ({ modelPrefix: `team-${at}.` })),
  ];
  const bindings = [...people, ...own.map((reach) => ({ subject: 'bound', ...reach }))];
  await runAll(bindings, LANES, async (binding) => {
    await send(service, 'POST', '/role-bindings', { role: 'viewer', ...binding });
  });
  const path = `/api/v1/models/${model}/stages/Production`;
  const by = async (subject: string, roles: readonly string[]): Promise<Target> => {
    const { token } = (await send(service, 'POST', '/tokens', { subject, roles })) as { token: string };
    return { ...service, token };
  };
  const [carried, bound] = [await by('carries', ['viewer']), await by('bound', [])];
  const [plain, limited] = await inTurn(
    () => readFor(SECONDS, path, carried),
    () => readFor(SECONDS, path, bound),
  );
  note('getStage, by a role of the token', plain);
  note(
    'getStage, by one of 10 role bindings',
    limited,
    `${(plain.perSecond / limited.perSecond).toFixed(2)} x the cost`,
  );
}

async function benchGrowth(service: Target): Promise<void> {
  for (const [name, path] of [
    ['getStage', '/stages/Production'],
    ['getModel', ''],
  ] as const) {
    const few = (): Promise<Load> => readFor(SECONDS, `/api/v1/models/versions-10${path}`, service);
    const [ten, thousand] = await inTurn(few, () => readFor(SECONDS, `/api/v1/models/versions-1000${path}`, service));
    const [tenAgain, many] = await inTurn(few, () =>
      readFor(SECONDS, `/api/v1/models/versions-100000${path}`, service),
    );
    note(`${name}, 10 versions`, ten);
    note(`${name}, 1,000 versions`, thousand, `${(ten.perSecond / thousand.perSecond).toFixed(2)} x the cost`);
    note(`${name}, 100,000 versions`, many, `${(tenAgain.perSecond / many.perSecond).toFixed(2)} x the cost`);
  }
}

async function benchWrites(service: Target, clients: pg.Client[], databaseUrl: string): Promise<void> {
  const names = Array.from({ length: 50 }, (_, index) => `write-${index}`);
  await seedModels(service, names, 0);
  await rememberIds(clients[0]!);
  const paths = Array.from({ length: WRITES }, (_, index) => names[index % names.length]!);
  const body = JSON.stringify({ artifactUri: 's3://bench/new' });
  const statements = await registrationStatements(databaseUrl, names[0]!);
  const [limit, register] = await inTurn(
    () =>
      runAll(paths, LANES, (name, lane) =>
        replay(clients[lane]!, statements, new Map([[names[0], name], ...idsOf(names[0]!, name)])),
      ),
    () =>
      sendAll(
        paths.map((name) => ({ method: 'POST', path: `/api/v1/models/${name}/versions`, body })),
        { ...service, connections: LANES },
      ),
  );
  note('bare pg, statements of registerVersion', limit);
  note('registerVersion', register, `${(register.perSecond / limit.perSecond).toFixed(2)} of bare`);
  const large = JSON.stringify(evaluation(200));
  const submit = paths
    .slice(0, 600)
    .map((name) => ({ method: 'POST' as const, path: `/api/v1/models/${name}/versions/1/evaluations`, body: large }));
  note('submitEvaluation (200 metrics)', await sendAll(submit, { ...service, connections: LANES }));
}

const ids = new Map<string, string>();

function idsOf(sample: string, name: string): [string, string][] {
  return [[ids.get(sample)!, ids.get(name)!]];
}

async function rememberIds(client: pg.Client): Promise<void> {
  const { rows: found } = await client.query<{ id: string; name: string }>('SELECT id, name FROM models');
  for (const { id, name } of found) ids.set(name, id);
}

async function benchPromotions(service: Target, clients: pg.Client[], databaseUrl: string): Promise<void> {
  const named = (kind: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${kind}-${index}`);
  const ours = named('promote', PROMOTIONS);
  const theirs = named('bare', PROMOTIONS);
  await seedModels(service, ['sample', ...ours, ...theirs], 1);
  await rememberIds(clients[0]!);
  const statements = await promotionStatements(databaseUrl, 'sample');
  const exchange = (name: string): Map<unknown, unknown> =>
    new Map<unknown, unknown>([['sample', name], ...idsOf('sample', name)]);
  const limit = await runAll(theirs, LANES, (name, lane) => replay(clients[lane]!, statements, exchange(name)));
  note('bare pg, statements of a gated promotion', limit, `${statements.length} statements`);
  const toProduction = JSON.stringify({ toStage: 'Production' });
  const promote = (name: string, version: number) => ({
    method: 'POST' as const,
    path: `/api/v1/models/${name}/versions/${version}/transitions`,
    body: toProduction,
  });
  const distinct = await sendAll(
    ours.map((name) => promote(name, 2)),
    { ...service, connections: LANES },
  );
  note('gated promotion, distinct models', distinct, `${(distinct.perSecond / limit.perSecond).toFixed(2)} of bare`);
  await seedModels(service, ['busy'], PROMOTIONS);
  const one = await sendAll(
    Array.from({ length: PROMOTIONS }, (_, index) => promote('busy', index + 2)),
    { ...service, connections: LANES },
  );
  note('gated promotion, one model', one);
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-bench-'));
  const database = await startEmbeddedPostgres({
    dir: join(folder, 'postgres'),
    log: () => undefined,
    env: { PATH: process.env.PATH },
  });
  const started = await startService({
    DATABASE_URL: database.url,
    STAGEGATE_DATA_DIR: folder,

    LOG_LEVEL: 'warn',
  });
  const bareServer = await startBareServer(database.url);
  const clients = await Promise.all(Array.from({ length: LANES }, () => connect(database.url)));
  try {
    const token = (await readFile(join(folder, 'admin-token'), 'utf8')).trim();
    const service: Target = { url: started.url, token, connections: CONNECTIONS };
    process.stdout.write(
      `Node ${process.version}, ${availableParallelism()} cores for load, service and database together; fsync on.\n\n`,
    );
    await send(service, 'PUT', '/gate-policy', POLICY);
    for (const count of [10, 1_000, 100_000]) await seedVersions(clients[0]!, service, `versions-${count}`, count);
    // What the database would still do for these rows by itself would fall into the first rounds.
    await clients[0]!.query('VACUUM ANALYZE');
    await clients[0]!.query('CHECKPOINT');
    await benchReads(service, { url: bareServer.url, connections: CONNECTIONS });
    await benchRights(service);
    await benchGrowth(service);
    await benchWrites(service, clients, database.url);
    await benchPromotions(service, clients, database.url);
    process.stdout.write(`\n${toMarkdown()}\n`);
  } finally {
    await Promise.allSettled([...clients.map((client) => client.end()), started.stop(), bareServer.stop()]);
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

function toMarkdown(): string {
  const lines = rows.map(
    ({ what, perSecond, p50, p99, ratio }) =>
      `| ${what} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${ratio ?? ''} |`,
  );
  return ['| what | per second | p50 ms | p99 ms | ratio |', '|---|---:|---:|---:|---|', ...lines].join('\n');
}

await main();
