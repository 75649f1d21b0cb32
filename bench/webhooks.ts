import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.js';
import { type Started, startService } from './processes.js';

/**
 * How long deliveries that wait take to drain, and what memory that takes: a few first, then as many as the argument says, over a
 * thousand models. What the service holds may not grow with what waits: the least heap that is seen in a stretch of time is what
 * no collection of garbage could take, and the last one of the many may not be much more than that of the few.
 */
const FEW = 5_000;
const MANY = Number(process.argv[2] ?? 100_000);
const MODELS = 1_000;
const MOST_MORE = 1.5;
const STRETCHES = 5;
const LOOK_MS = 500;
const MEBIBYTE = 2 ** 20;

const taken = new Set<string>();

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-webhooks-'));
  const env = { PATH: process.env.PATH };
  const database = await startEmbeddedPostgres({ dir: join(folder, 'postgres'), log: () => undefined, env });
  const receiver = createServer((request, response) => {
    taken.add(String(request.headers['webhook-id']));
    request.resume().once('end', () => response.writeHead(204).end());
  }).listen(0, '127.0.0.1');
  const dataDir = join(folder, 'service');
  const settings = { STAGEGATE_DATA_DIR: dataDir, STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1', LOG_LEVEL: 'warn' };
  const service = await startService({ DATABASE_URL: database.url, ...settings });
  try {
    const token = (await readFile(join(dataDir, 'admin-token'), 'utf8')).trim();
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    const { id } = await call({ service, token }, 'POST', '/webhooks', { url, types: ['*'] });
    const few = await waitAndDrain({ service, token }, { id, database: database.url, deliveries: FEW });
    const many = await waitAndDrain({ service, token }, { id, database: database.url, deliveries: MANY });
    if (many > MOST_MORE * few)
      throw new Error(`${MANY} deliveries took ${(many / few).toFixed(2)} times the heap of ${FEW}.`);
  } finally {
    await service.stop();
    receiver.close();
    receiver.closeAllConnections();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The webhook, the database, and how many events are to wait for it. */
interface Wait {
  id: string;
  database: string;
  deliveries: number;
}

/** Has deliveries wait and drain; answers the heap that was held towards the end. */
async function waitAndDrain(side: Side, { id, database, deliveries }: Wait): Promise<number> {
  await call(side, 'PATCH', `/webhooks/${id}`, { enabled: false });
  taken.clear();
  await seed(database, deliveries);
  return drain(side, id, deliveries);
}

interface Side {
  service: Started;
  token: string;
}

async function call({ service, token }: Side, method: string, path: string, body: object): Promise<{ id: string }> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${service.url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as { id: string };
}

/** Memory of the service: resident, and its heap in use. */
interface Memory {
  resident: number;
  heap: number;
}

async function memory({ service, token }: Side): Promise<Memory> {
  const answer = await fetch(`${service.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const text = await answer.text();
  return {
    resident: Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]),
    heap: Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(text)?.[1]),
  };
}

async function seed(url: string, deliveries: number): Promise<void> {
  const sql = new pg.Client(url);
  await sql.connect();
  await sql.query(
    `INSERT INTO audit_events (chain, actor, action, model_id, model, version, request_id, details, content_digest)
     SELECT id, 'ci', 'version.registered', id, name, i, 'r', '{"artifactUri":"s3://bench"}', repeat('0', 64)
     FROM (SELECT gen_random_uuid() AS id, 'model-' || m AS name FROM generate_series(1, ${MODELS}) m) model,
       generate_series(1, ${deliveries / MODELS}) i`,
  );
  await sql.end();
}

async function drain(side: Side, id: string, deliveries: number): Promise<number> {
  const began = performance.now();
  const seen: (Memory & { done: number })[] = [];
  await call(side, 'PATCH', `/webhooks/${id}`, { enabled: true });
  while (taken.size < deliveries) {
    await sleep(LOOK_MS);
    seen.push({ ...(await memory(side)), done: taken.size });
  }
  const seconds = (performance.now() - began) / 1000;
  const held = Array.from({ length: STRETCHES }, (_, at) => {
    const [from, to] = [(at * deliveries) / STRETCHES, ((at + 1) * deliveries) / STRETCHES];
    return Math.min(...seen.filter(({ done }) => done >= from && done <= to).map(({ heap }) => heap));
  });
  const inMebibytes = (bytes: number): number => Math.round(bytes / MEBIBYTE);
  process.stdout.write(
    `${deliveries} deliveries over ${MODELS} models in ${seconds.toFixed(1)} s, ${Math.round(deliveries / seconds)} a second; ` +
      `heap held in each fifth ${held.map(inMebibytes).join(', ')} MiB; ` +
      `resident ${inMebibytes(Math.max(...seen.map(({ resident }) => resident)))} MiB at most\n`,
  );
  return held.at(-1)!;
}

await main();
