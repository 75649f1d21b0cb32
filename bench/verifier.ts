import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ReadableStream } from 'node:stream/web';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.js';
import { contentDigest } from '../src/record/audit/audit-chain.js';
import { type Started, startService } from './processes.js';

/** How long a record takes to be exported and to be verified offline, and in what memory: the number of events is the argument. */
const EVENTS = Number(process.argv[2] ?? 1_000_000);
const MODELS = Array.from({ length: 1_000 }, (_, at) => ({ id: uuidv7(), name: `model-${at}` }));
const BATCH = 5_000;
/** The verifier is given no more room than this, however long the export is. */
const HEAP_MEBIBYTES = 64;
const MEBIBYTE = 2 ** 20;

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stagegate-verifier-'));
  const env = { PATH: process.env.PATH };
  const database = await startEmbeddedPostgres({ dir: join(folder, 'postgres'), log: () => undefined, env });
  const dataDir = join(folder, 'service');
  const settings = { STAGEGATE_DATA_DIR: dataDir, LOG_LEVEL: 'warn', RATE_LIMIT_READS: '0' };
  const service = await startService({ DATABASE_URL: database.url, ...settings });
  try {
    const token = (await readFile(join(dataDir, 'admin-token'), 'utf8')).trim();
    await seed(database.url);
    await measure(service, token, folder);
  } finally {
    await service.stop();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Events whose digests fit; places and hashes are given by the database, as to any event. */
async function seed(url: string): Promise<void> {
  const sql = new pg.Client(url);
  await sql.connect();
  for (let done = 0; done < EVENTS; done += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, EVENTS - done) }, (_, at) => rowOf(done + at));
    await sql.query(
      `INSERT INTO audit_events (chain, actor, action, model_id, model, version, request_id, details, content_digest)
       SELECT r.id, 'ci', 'version.registered', r.id::uuid, r.model, r.version, 'r', r.details, r.digest
       FROM json_to_recordset($1) AS r (id text, model text, version integer, details jsonb, digest text)`,
      [JSON.stringify(rows)],
    );
  }
  await sql.end();
}

function rowOf(at: number): object {
  const { id, name: model } = MODELS[at % MODELS.length]!;
  const version = Math.floor(at / MODELS.length) + 1;
  const details = { artifactUri: `s3://models/${model}/${version}`, gitCommit: 'abcdef0', tags: { team: 'risk' } };
  const digest = contentDigest({ actor: 'ci', action: 'version.registered', model, version, requestId: 'r', details });
  return { id, model, version, details, digest };
}

async function measure({ url }: Started, token: string, folder: string): Promise<void> {
  const ask = (path: string, accept = 'application/json') =>
    fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}`, accept } });
  const files = ['record.ndjson', 'checkpoint.note', 'keys.json'].map((name) => join(folder, name));
  const [record, note, keys] = files as [string, string, string];
  await writeFile(keys, await (await ask('/.well-known/stagegate-keys.json')).text());
  const checkpoint = (await (await ask('/api/v1/audit-events/checkpoint')).json()) as {
    note: string;
    sequence: number;
  };
  await writeFile(note, checkpoint.note);
  const begun = performance.now();
  const answer = await ask(`/api/v1/audit-events/export?through=${checkpoint.sequence}`, 'application/x-ndjson');
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), createWriteStream(record));
  const exportSeconds = (performance.now() - begun) / 1000;
  const { seconds, peakBytes, verdict } = await verify([record, note, '--key', keys]);
  console.log(`events                    ${verdict.events}, valid: ${verdict.valid}`);
  console.log(
    `export                    ${Math.round((await stat(record)).size / MEBIBYTE)} MiB, ${exportSeconds.toFixed(1)} s`,
  );
  console.log(
    `verifying it              ${seconds.toFixed(1)} s, ${(seconds / exportSeconds).toFixed(2)} of the export`,
  );
  console.log(
    `peak memory of verifying  ${Math.round(peakBytes / MEBIBYTE)} MiB, of a heap of ${HEAP_MEBIBYTES} MiB at most`,
  );
  if (!verdict.valid) throw new Error('The export was not verified.');
}

interface Verified {
  seconds: number;
  peakBytes: number;
  verdict: { valid: boolean; events: number };
}

/** The verifier as an auditor runs it; its peak is read while it runs, from the process table of Linux. */
async function verify(parameters: string[]): Promise<Verified> {
  const begun = performance.now();
  const limit = `--max-old-space-size=${HEAP_MEBIBYTES}`;
  const child = spawn(process.execPath, [limit, 'verifier/bin/stagegate-verify.js', ...parameters, '--json']);
  let [text, peakBytes] = ['', 0];
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr.pipe(process.stderr);
  const look = setInterval(() => {
    void readFile(`/proc/${child.pid}/status`, 'utf8').then(
      (status) => (peakBytes = Math.max(peakBytes, Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024)),
      () => undefined,
    );
  }, 200);
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(look);
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, peakBytes, verdict: JSON.parse(text) as Verified['verdict'] };
}

await main();
