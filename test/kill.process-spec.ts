import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.js';
import { Client, type Json } from './support/app/client.js';
import { until } from './support/limits.js';
import { ServiceProcess } from './support/processes/service-process.js';

/** Rounds alternate between killing the service and killing its database, each amid a storm of writes. */
const VICTIMS = ['service', 'database', 'service', 'database', 'service'] as const;
const LANES = 8;
const ACKNOWLEDGED_BEFORE_KILL = 60;
const MODELS = ['storm-a', 'storm-b', 'storm-c'];

let folder: string;
let service: ServiceProcess | null = null;
const acknowledged = { versions: [] as Json[], evaluations: [] as Json[], transitions: [] as Json[] };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-kill-'));
  // The database of a root process runs as another user, who must be able to walk here.
  chmodSync(folder, 0o755);
});

afterAll(async () => {
  await service?.end();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<Client> {
  service = await ServiceProcess.start({ STAGEGATE_DATA_DIR: folder });
  return new Client(service.url, readFileSync(join(folder, 'admin-token'), 'utf8').trim());
}

/** The private database of the service, joined as a second process may. */
async function withDatabase<Result>(work: (sql: pg.Client, postmaster: number) => Promise<Result>): Promise<Result> {
  const log = (): void => undefined;
  const joined = await startEmbeddedPostgres({ dir: join(folder, 'postgres'), log, env: { PATH: process.env.PATH } });
  const sql = new pg.Client(joined.url);
  sql.on('error', log);
  await sql.connect();
  try {
    const { rows } = await sql.query(`SELECT setting FROM pg_settings WHERE name = 'data_directory'`);
    const postmaster = Number(readFileSync(join(rows[0].setting, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return await work(sql, postmaster);
  } finally {
    await sql.end().catch(log);
    await joined.stop();
  }
}

const evaluation = {
  dataset: { name: 'd', version: '1' },
  metrics: [
    { name: 'accuracy', slice: {}, value: 0.9, count: 1000 },
    { name: 'accuracy', slice: { sex: 'Female' }, value: 0.9, count: 400 },
  ],
};

/** Registers, evaluates and promotes until the service is gone; remembers what it was told is done. */
async function storm(admin: Client, lane: number): Promise<void> {
  const model = MODELS[lane % MODELS.length]!;
  try {
    for (;;) {
      const version = await admin.post(`/models/${model}/versions`, { artifactUri: `s3://${lane}` });
      acknowledged.versions.push(version);
      const path = `/models/${model}/versions/${version.version}`;
      acknowledged.evaluations.push(await admin.post(`${path}/evaluations`, evaluation));
      acknowledged.transitions.push(await admin.post(`${path}/transitions`, { toStage: 'Production' }));
    }
  } catch (error) {
    // fetch fails when the process died; an answer of 5xx may come while its database dies.
    if (!/fetch failed|answered 50[03]|terminated|other side closed/.test(String(error))) throw error;
  }
}

const count = (): number => Object.values(acknowledged).reduce((sum, list) => sum + list.length, 0);

async function killAmidStorm(admin: Client, victim: (typeof VICTIMS)[number]): Promise<void> {
  const before = count();
  const postmaster = await withDatabase(async (_sql, pid) => pid);
  const lanes = Array.from({ length: LANES }, (_, lane) => storm(admin, lane));
  await until('enough is acknowledged', () => count() >= before + ACKNOWLEDGED_BEFORE_KILL);
  if (victim === 'service') service!.child.kill('SIGKILL');
  else process.kill(postmaster, 'SIGKILL');
  await Promise.all(lanes);
  await service!.end('SIGKILL');
}

async function expectAllAcknowledged(admin: Client): Promise<void> {
  for (const { model, version, artifactUri } of acknowledged.versions) {
    expect(await admin.get(`/models/${model}/versions/${version}`)).toMatchObject({ model, version, artifactUri });
  }
  for (const { id, digest } of acknowledged.evaluations)
    expect((await admin.get(`/evaluations/${id}`)).digest).toBe(digest);
  for (const { id } of acknowledged.transitions) expect((await admin.get(`/transitions/${id}`)).status).toBe('applied');
}

/** Counts of what half a transaction would leave behind. */
const HALVES = `
  SELECT
    (SELECT count(*) FROM model_versions v WHERE NOT EXISTS (SELECT FROM audit_events e
       WHERE e.model_id = v.model_id AND e.version = v.version AND e.action = 'version.registered')) AS unaudited_versions,
    (SELECT count(*) FROM evaluations v WHERE NOT EXISTS (SELECT FROM evaluation_metrics m WHERE m.evaluation_id = v.id)) AS empty_evaluations,
    (SELECT count(*) FROM evaluations v WHERE NOT EXISTS (SELECT FROM audit_events e
       WHERE e.details ->> 'evaluationId' = v.id::text)) AS unaudited_evaluations,
    (SELECT count(*) FROM transitions t WHERE NOT EXISTS (SELECT FROM audit_events e
       WHERE e.details ->> 'transitionId' = t.id::text)) AS unaudited_transitions,
    (SELECT count(*) FROM transitions t WHERE t.gate_report_id IS NULL) AS transitions_without_report,
    (SELECT count(*) FROM model_versions v WHERE (v.stage = 'Production') <> EXISTS (SELECT FROM production_tenures t
       WHERE t.model_id = v.model_id AND t.version = v.version AND upper_inf(t.held))) AS stages_without_tenure,
    (SELECT count(*) FROM models m WHERE m.last_version <> (SELECT count(*) FROM model_versions v WHERE v.model_id = m.id)) AS gaps`;

it('five kills amid a storm of writes lose nothing that was acknowledged and leave nothing half done', async () => {
  let admin = await start();
  await admin.put('/gate-policy', {
    rules: [{ metric: 'accuracy', min: 0.5 }],
    allowSkipStaging: true,
    approvals: { slots: [] },
  });
  for (const name of MODELS) await admin.post('/models', { name });
  for (const victim of VICTIMS) {
    await killAmidStorm(admin, victim);
    admin = await start();
    await expectAllAcknowledged(admin);
    const [halves] = await withDatabase(async (sql) => (await sql.query(HALVES)).rows);
    expect(new Set(Object.values(halves))).toEqual(new Set(['0']));
    const verification = await admin.get('/audit-events/verification');
    expect([verification.valid, verification.firstBroken]).toEqual([true, null]);
  }
  expect(count()).toBeGreaterThanOrEqual(VICTIMS.length * ACKNOWLEDGED_BEFORE_KILL);
});
