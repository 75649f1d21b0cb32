import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.js';
import { type Started, startService } from './processes.js';

/**
 * What reads cost in a large registry, as a ratio to the same reads of a small one: both run here side by side, and calls are
 * made in turn, since a shared machine changes its pace. The size is the argument: versions and transitions of one model, and a
 * tenth as many models.
 */
const SIZE = Number(process.argv[2] ?? 1_000_000);
const SMALL_SIZE = 100;
const CALLS = 15;

const DISABLED = ['models', 'model_versions', 'transitions'];

/** One model, `big`, with this many versions and transitions, and a tenth as many models beside it. */
function seedOf(size: number): string {
  const triggers = (state: string): string =>
    DISABLED.map((table) => `ALTER TABLE ${table} ${state} TRIGGER USER;`).join(' ');
  return `BEGIN; ${triggers('DISABLE')}
    INSERT INTO models (id, name, owner, last_version, created_at, created_by, updated_at)
      SELECT gen_random_uuid(), CASE i WHEN 0 THEN 'big' ELSE 'model-' || i END, 'team-' || i % 50, CASE i WHEN 0 THEN ${size} ELSE 0 END,
        timestamptz '2020-01-01' + i * interval '1 minute', 'ci', timestamptz '2021-01-01' + (i * 7919 % ${size}) * interval '1 minute'
      FROM generate_series(0, ${size} / 10) i;
    INSERT INTO model_versions (model_id, version, stage, stage_entered_at, artifact_uri, run_id, created_at, created_by, updated_at)
      SELECT m.id, i, CASE i WHEN ${size} / 2 THEN 'Production' ELSE CASE i % 100 WHEN 0 THEN 'Archived' ELSE 'None' END END, now(),
        's3://big/' || i, 'run-' || i, timestamptz '2020-01-01' + i * interval '1 minute', 'ci', now()
      FROM models m, generate_series(1, ${size}) i WHERE m.name = 'big';
    INSERT INTO transitions (id, model_id, version, from_stage, to_stage, kind, status, requested_by, requested_at, pinned_generation, settled_at)
      SELECT gen_random_uuid(), m.id, i, 'Staging', 'Production', CASE i % 1000 WHEN 7 THEN 'rollback' ELSE 'promote' END,
        CASE i % 10 WHEN 0 THEN 'refused' ELSE 'applied' END, 'person-' || i % 300, timestamptz '2020-01-01' + i * interval '1 minute', 1, now()
      FROM models m, generate_series(1, ${size}) i WHERE m.name = 'big';
    ${triggers('ENABLE')} COMMIT; `;
}

const filtered = (path: string, filter: string): string => `${path}?filter=${encodeURIComponent(filter)}`;

const READS = [
  '/models/big',
  `/models/big/stages/None`,
  '/models/big/stages/Production',
  '/models/big/stages/Archived',
  '/models',
  '/models?sort=createdAt',
  '/models?sort=-updatedAt',
  '/models?stage=Production',
  filtered('/models', `owner = 'team-7'`),
  '/models/big/versions',
  '/models/big/versions?sort=createdAt',
  '/models/big/versions?sort=-updatedAt',
  '/models/big/versions?stage=Archived',
  filtered('/models/big/versions', `runId = 'run-42'`),
  filtered('/models/big/versions', `gitCommit = 'none'`),
  '/transitions',
  '/transitions?kind=rollback',
  '/transitions?kind=promote',
  '/transitions?status=applied',
  '/transitions?status=refused',
  filtered('/transitions', `requestedBy = 'person-7'`),
  '/models/big/transitions?kind=rollback',
];

interface Side {
  service: Started;
  token: string;
}

async function timeOf({ service, token }: Side, path: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(`${service.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (answer.status !== 200 && answer.status !== 404) throw new Error(`${path} answered ${answer.status}`);
  await answer.arrayBuffer();
  return performance.now() - begun;
}

const median = (times: number[]): number => times.sort((one, other) => one - other)[Math.floor(times.length / 2)]!;

async function compare(small: Side, large: Side): Promise<void> {
  process.stdout.write('| call | small ms | large ms | ratio |\n|---|---:|---:|---:|\n');
  for (const path of READS) {
    const times: [number[], number[]] = [[], []];
    for (let call = 0; call < CALLS; call += 1) {
      times[0].push(await timeOf(small, path));
      times[1].push(await timeOf(large, path));
    }
    const [one, other] = times.map(median) as [number, number];
    process.stdout.write(`| ${path} | ${one.toFixed(1)} | ${other.toFixed(1)} | ${(other / one).toFixed(2)} |\n`);
  }
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-scale-'));
  const started: Started[] = [];
  const database = await startEmbeddedPostgres({
    dir: join(folder, 'postgres'),
    log: () => undefined,
    env: { PATH: process.env.PATH },
  });
  const sideOf = async (name: string, size: number): Promise<Side> => {
    const url = new URL(database.url);
    await sent(url.href, `CREATE DATABASE ${name}`);
    url.pathname = `/${name}`;
    const dataDir = join(folder, name);
    const service = await startService({ DATABASE_URL: url.href, STAGEGATE_DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
    started.push(service);
    for (const statement of [seedOf(size), 'VACUUM ANALYZE']) await sent(url.href, statement);
    return { service, token: (await readFile(join(dataDir, 'admin-token'), 'utf8')).trim() };
  };
  try {
    await compare(await sideOf('small', SMALL_SIZE), await sideOf('large', SIZE));
  } finally {
    await Promise.allSettled(started.map((service) => service.stop()));
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function sent(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

await main();
