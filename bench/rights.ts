import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { AuthService } from '../src/access/tokens/auth.service.js';
import { createApp } from '../src/app.js';
import { createDataSource } from '../src/database.js';
import { readConfig } from '../src/platform/config.js';
import { migrate } from '../src/platform/database/migrate.js';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.js';
import { createLog } from '../src/platform/http/log.js';
import { runAll, sendAll, type Target } from './load.js';
import { type Started, startProgram } from './processes.js';
import { processorTimes } from './processor-time.js';
import { POLICY, seedVersions, send } from './seed.js';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 60);
const REQUESTS = Number(process.env.BENCH_REQUESTS ?? 400);
const WARM_UP = 10;
const CONNECTIONS = 32;
const LANES = 8;
const MODEL = 'versions-10';
const READS: readonly [string, string][] = [
  ['stage', `/api/v1/models/${MODEL}/stages/Production`],
  ['alias', `/api/v1/models/${MODEL}/aliases/champion`],
];

/** A service, and who reads from it. */
interface Side {
  what: string;
  target: Target;
  /** The process of the service and those of its database connections. */
  processIds(): Promise<number[]>;
}

/** The tokens of an administrator, of somebody whose token carries a role, and of somebody with bindings alone. */
async function issueTokens(databaseUrl: string): Promise<Record<'admin' | 'carrying' | 'bound', string>> {
  const config = readConfig({ DATABASE_URL: databaseUrl, STAGEGATE_JWT_SECRET: 'x'.repeat(32) });
  const dataSource = await createDataSource(databaseUrl).initialize();
  await migrate(dataSource);
  const app = await createApp(config, dataSource, createLog('silent', true));
  const by = { subject: 'bench', requestId: 'bench' };
  const issue = async (subject: string, ...roles: string[]): Promise<string> =>
    (await app.get(AuthService).issueToken({ subject, roles }, by)).token;
  const tokens = {
    admin: await issue('root', 'admin'),
    carrying: await issue('carries', 'viewer'),
    bound: await issue('bound'),
  };
  await app.close();
  await dataSource.destroy();
  return tokens;
}

/** A thousand bindings, ten of them of the reader, one of which lets it in. */
async function bind(service: Target): Promise<void> {
  const people = Array.from({ length: 990 }, (_, index) => ({ subject: `person-${index}`, model: MODEL }));
  const own = ['versions-10', ...Array.from({ length: 9 }, (_, at) => `team-${at}.`)];
  const bindings = [...people, ...own.map((modelPrefix) => ({ subject: 'bound', modelPrefix }))];
  await runAll(bindings, LANES, async (binding) => {
    await send(service, 'POST', '/role-bindings', { role: 'viewer', ...binding });
  });
}

/** The processor time of one request, in microseconds. */
async function costOf({ target, processIds }: Side, path: string): Promise<number> {
  const before = processorTimes(await processIds());
  await sendAll(
    Array.from({ length: REQUESTS }, () => ({ method: 'GET' as const, path })),
    target,
  );
  const after = processorTimes(await processIds());
  const taken = [...after].reduce((sum, [id, time]) => sum + time - (before.get(id) ?? 0), 0);
  return taken / REQUESTS / 1_000;
}

/** All sides in turn, forwards and backwards, so that none is always the one after another; the first rounds warm up. */
async function compare(sides: readonly Side[], read: readonly [string, string]): Promise<void> {
  const [name, path] = read;
  const costs = sides.map((): number[] => []);
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const order = sides.map((_, at) => (round % 2 === 0 ? at : sides.length - 1 - at));
    for (const at of order) {
      const cost = await costOf(sides[at]!, path);
      if (round >= 0) costs[at]!.push(cost);
    }
  }
  const [open] = costs;
  for (const [at, side] of sides.entries()) {
    const ratios = costs[at]!.map((cost, round) => cost / open![round]!);
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(3));
    const spread = at === 0 ? '' : `${middle} (half of the rounds: ${low} to ${high})`;
    process.stdout.write(`| ${name}, ${side.what} | ${quantile(costs[at]!, 0.5).toFixed(1)} | ${spread} |\n`);
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * share)]!;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-bench-'));
  const database = await startEmbeddedPostgres({
    dir: join(folder, 'postgres'),
    log: () => undefined,
    env: { PATH: process.env.PATH },
  });
  const started: Started[] = [];
  const client = new pg.Client(database.url);
  try {
    const tokens = await issueTokens(database.url);
    await client.connect();
    const start = async (what: string, token: string, checks = 'checked'): Promise<Side> => {
      const applicationName = `bench ${started.length}`;
      const service = await startProgram('rights-service.ts', database.url, applicationName, checks);
      started.push(service);
      const processIds = async () => [service.processId, ...(await backendsOf(client, applicationName))];
      return { what, target: { url: service.url, token, connections: CONNECTIONS }, processIds };
    };
    const sides = [
      await start('without authorisation', tokens.carrying, 'unchecked'),
      await start('by a role of the token', tokens.carrying),
      await start('by one of 10 role bindings', tokens.bound),
    ];
    const admin = { ...sides[1]!.target, token: tokens.admin };
    await send(admin, 'PUT', '/gate-policy', POLICY);
    await seedVersions(client, admin, MODEL, 10);
    await send(admin, 'PUT', `/models/${MODEL}/aliases/champion`, { version: 5 });
    await bind(admin);
    await client.query('VACUUM ANALYZE');
    process.stdout.write('| read | µs of processor time | ratio |\n| --- | ---: | --- |\n');
    for (const read of READS) await compare(sides, read);
  } finally {
    await Promise.allSettled([...started.map((each) => each.stop()), client.end()]);
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function backendsOf(client: pg.Client, applicationName: string): Promise<number[]> {
  const { rows } = await client.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE starts_with(application_name, $1)',
    [applicationName],
  );
  return rows.map(({ pid }) => pid);
}

await main();
