import pg from 'pg';
import { TestApp } from './support/app/app.js';
import { type Client } from './support/app/client.js';
import { insertMetricsOf } from './support/app/metric-arrays.js';

/** The database itself holds the invariants: every statement here is sent by the owner of the tables. */
let app: TestApp;
let admin: Client;
let sql: pg.Client;
let modelId: string;

beforeAll(async () => {
  app = await TestApp.start();
  admin = await app.as('admin', 'admin');
  sql = new pg.Client(app.databaseUrl);
  await sql.connect();
  await admin.post('/models', { name: 'held' });
  await admin.put('/models/held/gate-policy', {
    rules: [{ metric: 'accuracy', min: 0.5 }],
    allowSkipStaging: true,
    approvals: { slots: [{ role: 'approver', count: 1 }] },
  });
  for (const version of [1, 2, 3]) {
    await admin.post('/models/held/versions', { artifactUri: `s3://${version}` });
    await admin.post(`/models/held/versions/${version}/evaluations`, {
      dataset: { name: 'd', version: '1' },
      metrics: [{ name: 'accuracy', slice: {}, value: 0.9, count: 1000 }],
      paired: [{ incumbentVersion: 1, slice: {}, kind: 'binary8', counts: { '111': 10 } }],
    });
  }
  await admin.post('/datasets', { name: 'd', version: '1', rowCount: 0, inventory: {} });
  const boss = await app.as('boss', 'approver');
  for (const version of [1, 2]) {
    const { id } = await admin.post(`/models/held/versions/${version}/transitions`, { toStage: 'Production' }, 202);
    await boss.post(`/transitions/${id}/approvals`, { decision: 'approve' });
  }
  modelId = (await sql.query(`SELECT id FROM models WHERE name = 'held'`)).rows[0].id;
});

afterAll(async () => {
  await sql?.end();
  await app?.stop();
});

/** The name of the constraint, or the words, by which the database refused. */
async function refusalOf(statement: string, values: unknown[] = []): Promise<string> {
  const error = await sql.query(statement, values).then(
    () => new Error('it was let through'),
    (cause: pg.DatabaseError) => cause,
  );
  return 'constraint' in error && error.constraint ? error.constraint : error.message;
}

it('a second version in Production is refused by the partial unique index', async () => {
  const statement = `UPDATE model_versions SET stage = 'Production', stage_entered_at = now() WHERE model_id = $1 AND version = 3`;
  expect(await refusalOf(statement, [modelId])).toMatch(
    /model_versions_one_production_key|production_tenures_(no_overlap|open_key)/,
  );
  const indexes = await sql.query(
    `SELECT indexdef FROM pg_indexes WHERE indexname = 'model_versions_one_production_key'`,
  );
  expect(indexes.rows[0].indexdef).toMatch(/UNIQUE INDEX .*\(model_id, stage\) WHERE \(stage = 'Production'::text\)/);
});

it('a rename writes the row of the model and no other', async () => {
  const tables = ['models', 'model_versions', 'production_tenures', 'model_aliases', 'evaluations', 'transitions'];
  const written = tables.map(
    (table) => `(SELECT count(*)::int FROM ${table} WHERE xmin = pg_current_xact_id()::xid) AS ${table}`,
  );
  await sql.query('BEGIN');
  await sql.query(`UPDATE models SET name = 'held-anew' WHERE id = $1`, [modelId]);
  const { rows } = await sql.query(`SELECT ${written.join(', ')}`);
  await sql.query('ROLLBACK');
  expect(rows[0]).toEqual({ ...Object.fromEntries(tables.map((table) => [table, 0])), models: 1 });
});

it('overlapping tenures are refused by the exclusion constraint, even where no trigger guards them', async () => {
  await sql.query('BEGIN');
  await sql.query('ALTER TABLE production_tenures DISABLE TRIGGER USER');
  const statement = `INSERT INTO production_tenures (model_id, version, held) VALUES ($1, 3, tstzrange('2000-01-01', now()))`;
  expect(await refusalOf(statement, [modelId])).toBe('production_tenures_no_overlap');
  await sql.query('ROLLBACK');
});

it.each([
  `INSERT INTO production_tenures (model_id, version, held) SELECT id, 3, tstzrange('2000-01-01', '2000-01-02') FROM models`,
  `UPDATE production_tenures SET held = tstzrange('2000-01-01', '2000-01-02')`,
  `DELETE FROM production_tenures`,
])('tenures are not written by hand: %s', async (statement) => {
  expect(await refusalOf(statement)).toMatch(/not written by hand/);
});

it('version numbers are given by the database: a number asked for is not the number given', async () => {
  await sql.query('BEGIN');
  const { rows } = await sql.query(
    `INSERT INTO model_versions (model_id, version, artifact_uri, created_by) VALUES ($1, 77, 's3://x', 'x') RETURNING version`,
    [modelId],
  );
  expect(rows[0].version).toBe(4);
  await sql.query('ROLLBACK');
});

it.each(['last_version = 9', 'last_version = 0', 'generation = 0'])(
  'the counters of a model are not set by hand: %s',
  async (change) => {
    expect(await refusalOf(`UPDATE models SET ${change}`)).toMatch(/assigned by the database/);
  },
);

it('a rolled back registration takes its number back, and a deleted version does not', async () => {
  await admin.post('/models', { name: 'numbered' });
  const { rows } = await sql.query(`SELECT id FROM models WHERE name = 'numbered'`);
  await sql.query('BEGIN');
  await sql.query(`INSERT INTO model_versions (model_id, artifact_uri, created_by) VALUES ($1, 's3://x', 'x')`, [
    rows[0].id,
  ]);
  await sql.query('ROLLBACK');
  expect((await admin.post('/models/numbered/versions', { artifactUri: 's3://1' })).version).toBe(1);
  await admin.delete('/models/numbered/versions/1');
  expect((await admin.post('/models/numbered/versions', { artifactUri: 's3://2' })).version).toBe(2);
});

it.each([
  `run_id = 'other'`,
  `artifact_uri = 's3://other'`,
  `artifact_digest = 'other'`,
  `dataset_name = 'other'`,
  `git_commit = 'abcdef0'`,
  `params = '{"a": 1}'`,
  `metrics = '{"a": 1}'`,
  `signature = '{"a": 1}'`,
  `created_by = 'other'`,
  `created_at = now()`,
  `version = 9`,
])('what a version is does not change: %s', async (change) => {
  expect(await refusalOf(`UPDATE model_versions SET ${change} WHERE version = 3`)).toMatch(/immutable/);
});

const KEPT = [
  'evaluations',
  'evaluation_metrics',
  'evaluation_pairs',
  'dataset_versions',
  'gate_policy_revisions',
  'gate_reports',
  'transition_approvals',
  'audit_events',
];

it.each(KEPT)('rows of %s are neither changed nor deleted, nor is the table emptied', async (table) => {
  const { rows } = await sql.query(`SELECT column_name FROM information_schema.columns WHERE table_name = $1 LIMIT 1`, [
    table,
  ]);
  const column = rows[0].column_name;
  expect((await sql.query(`SELECT 1 FROM ${table} LIMIT 1`)).rowCount).toBe(1);
  expect(await refusalOf(`UPDATE ${table} SET ${column} = ${column}`)).toMatch(/refused|append-only|immutable/i);
  expect(await refusalOf(`DELETE FROM ${table}`)).toMatch(/refused|append-only|immutable/i);
  expect(await refusalOf(`TRUNCATE ${table} CASCADE`)).toMatch(/refused|append-only|immutable/i);
});

it.each(['models', 'model_versions', 'transitions', 'production_tenures'])(
  '%s is not emptied and loses no row',
  async (table) => {
    expect(await refusalOf(`DELETE FROM ${table}`)).toMatch(/refused|not written by hand/);
    expect(await refusalOf(`TRUNCATE ${table} CASCADE`)).toMatch(/refused/);
  },
);

it('a transition with an outcome is final', async () => {
  expect(await refusalOf(`UPDATE transitions SET status = 'refused' WHERE status = 'applied'`)).toMatch(/is final/);
});

it.each(['NaN', 'Infinity', '-Infinity'])('%s is no metric', async (value) => {
  expect(await refusalOf(insertMetricsOf({ metric_values: `{${value}}` }))).toBe('evaluation_metrics_value_check');
  expect(await refusalOf(insertMetricsOf({ standard_errors: `{${value}}` }))).toBe('evaluation_metrics_error_check');
});

it('a negative count and an interval upside down are refused', async () => {
  expect(await refusalOf(insertMetricsOf({ counts: '{-1}' }))).toBe('evaluation_metrics_count_check');
  const upsideDown = insertMetricsOf({ ci_lows: '{2}', ci_highs: '{1}' });
  expect(await refusalOf(upsideDown)).toBe('evaluation_metrics_interval_check');
});

it.each([
  [
    'evaluations',
    `INSERT INTO evaluations (id, model_id, version, dataset_name, dataset_version, evaluated_at, digest, created_at, created_by)
     SELECT gen_random_uuid(), id, 99, 'd', '1', now(), 'x', now(), 'x' FROM models WHERE name = 'held'`,
  ],
  [
    'transitions',
    `INSERT INTO transitions (id, model_id, version, from_stage, to_stage, kind, status, requested_by, requested_at, pinned_generation, settled_at)
     SELECT gen_random_uuid(), id, 99, 'None', 'Staging', 'promote', 'applied', 'x', now(), 0, now() FROM models WHERE name = 'held'`,
  ],
  [
    'model_aliases',
    `INSERT INTO model_aliases (model_id, alias, version, updated_at, updated_by) SELECT id, 'x', 99, now(), 'x' FROM models WHERE name = 'held'`,
  ],
])('%s refers to what exists', async (_table, statement) => {
  expect(await refusalOf(statement)).toMatch(/_fkey$/);
});

it.each(['champion', 'Latest', 'v12', 'production', 'None'])('%s is no free alias', async (alias) => {
  const statement = `INSERT INTO model_aliases (model_id, alias, version, updated_at, updated_by) VALUES ($1, $2, 1, now(), 'x')`;
  expect(await refusalOf(statement, [modelId, alias])).toBe('model_aliases_alias_check');
});

it('an unknown stage, a stage at birth and a deleted version in use are refused', async () => {
  expect(await refusalOf(`UPDATE model_versions SET stage = 'Limbo' WHERE version = 3`)).toBe(
    'model_versions_stage_check',
  );
  expect(
    await refusalOf(
      `INSERT INTO model_versions (model_id, artifact_uri, created_by, stage) VALUES ($1, 'x', 'x', 'Production')`,
      [modelId],
    ),
  ).toMatch(/registered in stage None/);
  expect(await refusalOf(`UPDATE model_versions SET deleted_at = now() WHERE stage = 'Production'`)).toBe(
    'model_versions_deleted_check',
  );
});
