import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.js';
import { type Started, startService } from './processes.js';

/** How long deliveries that wait take to drain, and what memory that takes: the number is the argument, over a thousand models. */
const DELIVERIES = Number(process.argv[2] ?? 100_000);
const MODELS = 1_000;
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
    await call({ service, token }, 'PATCH', `/webhooks/${id}`, { enabled: false });
    await seed(database.url);
    await drain({ service, token }, id);
  } finally {
    await service.stop();
    receiver.close();
    receiver.closeAllConnections();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
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

/** Resident memory of the service, in bytes. */
async function memory({ service, token }: Side): Promise<number> {
  const answer = await fetch(`${service.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(await answer.text())?.[1]);
}

async function seed(url: string): Promise<void> {
  const sql = new pg.Client(url);
  await sql.connect();
  await sql.query(
    `INSERT INTO audit_events (chain, actor, action, model_id, model, version, request_id, details, content_digest)
     SELECT id, 'ci', 'version.registered', id, name, i, 'r', '{"artifactUri":"s3://bench"}', repeat('0', 64)
     FROM (SELECT gen_random_uuid() AS id, 'model-' || m AS name FROM generate_series(1, ${MODELS}) m) model,
       generate_series(1, ${DELIVERIES / MODELS}) i`,
  );
  await sql.end();
}

async function drain(side: Side, id: string): Promise<void> {
  const [before, began] = [await memory(side), performance.now()];
  let most = before;
  await call(side, 'PATCH', `/webhooks/${id}`, { enabled: true });
  while (taken.size < DELIVERIES) {
    await sleep(LOOK_MS);
    most = Math.max(most, await memory(side));
  }
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(
    `${DELIVERIES} deliveries over ${MODELS} models in ${seconds.toFixed(1)} s, ${Math.round(DELIVERIES / seconds)} a second; ` +
      `memory ${Math.round(before / MEBIBYTE)} MiB before, ${Math.round(most / MEBIBYTE)} MiB at most\n`,
  );
}

await main();
