import pg from 'pg';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { Person } from './support/app/registry.js';
import { until } from './support/limits.js';

/** A registry in which everything that events tell of is there once, and a forger who switches its triggers off. */
let app: TestApp;
let admin: Person;
let approver: Person;

const POLICY = {
  rules: [{ metric: 'accuracy', min: 0.5 }],
  allowSkipStaging: true,
  approvals: { slots: [{ role: 'approver', count: 1 }] },
};
const EVIDENCE = {
  dataset: { name: 'census', version: '1' },
  metrics: [
    { name: 'f1', value: 0.25, count: 100 },
    { name: 'accuracy', slice: { sex: 'Female', age: 30 }, value: 0.93, count: 40, standardError: 0.01 },
    { name: 'accuracy', value: 0.9, count: 100 },
  ],
};

beforeAll(async () => {
  app = await TestApp.start();
  admin = await Person.of(app, 'admin', 'admin');
  approver = await Person.of(app, 'paula', 'approver');
  const { id } = await admin.post('/tokens', { subject: 'guest', roles: ['viewer'] });
  await admin.delete(`/tokens/${id}`);
  await admin.post('/datasets', {
    name: 'census',
    version: '1',
    rowCount: 3,
    inventory: { sex: { Female: 1, Male: 2 } },
  });
  await admin.creates('fraud');
  await admin.put('/models/fraud/gate-policy', POLICY);
  await admin.registers('fraud', { params: { depth: 3, b: { a: 1 } }, gitCommit: 'abcdef0' });
  await admin.post('/models/fraud/versions/1/evaluations', EVIDENCE);
  const { id: transition } = await admin.post('/models/fraud/versions/1/transitions', { toStage: 'Production' }, 202);
  await approver.post(`/transitions/${transition}/approvals`, { decision: 'approve', comment: 'Sound.' });
  await admin.registers('fraud');
  await admin.problem('POST', '/models/fraud/versions/2/transitions', { toStage: 'Production' });
});
afterAll(() => app?.stop());

async function forge(...statements: string[]): Promise<void> {
  await app.dataSource.transaction(async (manager) => {
    await manager.query('SET LOCAL session_replication_role = replica');
    for (const statement of statements) await manager.query(statement);
  });
}

const verify = (query = ''): Promise<Json> => admin.get(`/audit-events/verification${query}`);

/** What verification says of tables that were forged, which are put back as they were. */
async function forged(tables: string[], statements: string[]): Promise<Json> {
  await forge(...tables.map((table) => `CREATE TABLE kept_${table} AS TABLE ${table}`), ...statements);
  const found = await verify();
  for (const table of tables)
    await forge(`DELETE FROM ${table}`, `INSERT INTO ${table} TABLE kept_${table}`, `DROP TABLE kept_${table}`);
  expect(await verify()).toMatchObject({ valid: true });
  return found;
}

it('finds every object of an honest registry as the record tells it', async () => {
  const found = await verify();
  expect(found).toMatchObject({ valid: true, differing: 0, differences: [], notCovered: [] });
  expect(found.objects).toBeGreaterThan(12);
});

describe('an object that was changed behind the record', () => {
  it.each([
    ['evaluation', 'metrics', 'evaluation_metrics', 'metric_values[1] = metric_values[1] + 0.01'],
    ['evaluation', 'metrics', 'evaluation_metrics', 'counts[1] = counts[1] + 1'],
    ['evaluation', 'metrics', 'evaluation_metrics', "names[1] = 'recall'"],
    ['evaluation', 'digest', 'evaluations', "digest = digest || 'x'"],
    ['evaluation', 'head', 'evaluations', "evaluator = 'x'"],
    ['evaluation', 'dataset.version', 'evaluations', "dataset_version = '2'"],
    ['gate_policy', 'policy', 'gate_policy_revisions', edited('policy', '0.5', '0.4')],
    ['gate_policy', 'source', 'gate_policy_revisions', edited('source', '0.5', '0.4')],
    ['gate_report', 'report', 'gate_reports', edited('report', 'PASS', 'FAIL')],
    ['gate_report', 'inputs', 'gate_reports', edited('inputs', '"tags":{}', '"tags":{"a":"b"}')],
    ['gate_report', 'judgedAt', 'gate_reports', "judged_at = judged_at - interval '1 h'"],
    ['gate_report', 'verdict', 'gate_reports', "verdict = 'ERROR'"],
    ['transition', 'requestedBy', 'transitions', "requested_by = 'paula'"],
    ['transition', 'request', 'transitions', "requested_at = requested_at - interval '1 h'"],
    ['transition', 'outcome', 'transitions', "settled_at = settled_at - interval '1 h'"],
    ['approval', 'comment', 'transition_approvals', "comment = 'No!'"],
    ['approval', 'digest', 'transition_approvals', "roles = '{admin}'"],
    ['tenure', 'began', 'production_tenures', "held = tstzrange(lower(held) - interval '1 h', upper(held))"],
    ['tenure', 'began', 'production_tenures', 'version = 2'],
    ['version', 'artifactUri', 'model_versions', "artifact_uri = artifact_uri || 'x'"],
    ['version', 'createdBy', 'model_versions', "created_by = 'x'"],
    ['model', 'createdBy', 'models', "created_by = 'x'"],
    ['dataset', 'inventory', 'dataset_versions', `inventory = '{}'`],
    ['token', 'roles', 'tokens', "roles = '{admin}' WHERE subject = 'guest'"],
    ['token', 'revokedBy', 'tokens', "revoked_at = NULL WHERE subject = 'guest'"],
  ])('%s, by its %s: %s', async (kind, field, table, change) => {
    const found = await forged([table], [`UPDATE ${table} SET ${change}`]);
    expect(found).toMatchObject({ valid: false, firstBroken: expect.any(Number) });
    const changed = found.differences.find((one: Json) => one.kind === kind && one.field === field);
    expect(changed).toMatchObject({ sequence: expect.any(Number), id: expect.any(String) });
    expect(changed.expected).not.toBe(changed.found);
  });

  it('is named with its event, and what was recorded beside what is stored', async () => {
    const [event] = (await admin.get('/audit-events?action=evaluation.submitted')).items;
    const found = await forged(
      ['evaluation_metrics'],
      [`UPDATE evaluation_metrics SET metric_values[array_position(names, 'f1')] = 0.99 WHERE 'f1' = ANY(names)`],
    );
    const { evaluationId, stored } = event.details;
    const reason = `The evaluation ${evaluationId} was changed: 'metrics' is not what was recorded.`;
    expect(found).toMatchObject({ firstBroken: event.sequence, reason, brokenChains: 1, differing: 1 });
    expect(found.differences).toEqual([
      {
        kind: 'evaluation',
        id: evaluationId,
        model: 'fraud',
        sequence: event.sequence,
        field: 'metrics',
        expected: stored.metrics,
        found: expect.stringMatching(/^sha256:/),
      },
    ]);
  });

  it('is not missed because it is gone, or stands without an event', async () => {
    const gone = await forged(['transition_approvals'], ['DELETE FROM transition_approvals']);
    expect(gone.differences).toMatchObject([{ kind: 'approval', field: null, found: null }]);
    const added = await forged(
      ['evaluations'],
      [
        `INSERT INTO evaluations (id, model_id, version, dataset_name, dataset_version, evaluated_at, digest, created_at, created_by)
         SELECT gen_random_uuid(), model_id, version, 'd', '1', now(), 'x', now(), 'x' FROM evaluations`,
      ],
    );
    expect(added).toMatchObject({
      valid: false,
      differences: [{ kind: 'evaluation', sequence: null, expected: null }],
    });
  });

  it.each([
    ['that is gone', 'production_tenures', 'DELETE FROM production_tenures'],
    ['that was ended', 'production_tenures', 'UPDATE production_tenures SET held = tstzrange(lower(held), now())'],
    [
      'whose version stands elsewhere',
      'model_versions',
      "UPDATE model_versions SET stage = 'Staging' WHERE version = 1",
    ],
    [
      'beside another version',
      'model_versions',
      "UPDATE model_versions SET stage = (CASE version WHEN 2 THEN 'Production' ELSE 'None' END)",
    ],
  ])('is found by a tenure %s', async (_, table, change) => {
    const found = await forged([table], [change]);
    expect(found).toMatchObject({ valid: false });
    expect(found.differences.map(({ kind }: Json) => kind)).toContain('tenure');
  });

  it('of an earlier release is compared as far as its event tells, and counted', async () => {
    const { notCovered, differences } = await forged(
      ['audit_events'],
      [`UPDATE audit_events SET details = details - 'stored' WHERE action = 'evaluation.submitted'`],
    );
    expect([notCovered, differences]).toEqual([[{ kind: 'evaluation', count: 1 }], []]);
  });
});

/** The statement part that replaces text inside a stored JSON document. */
function edited(column: string, from: string, to: string): string {
  return `${column} = replace(${column}::text, '${from}', '${to}')::json`;
}

describe('what is gone as a whole', () => {
  const KEEP = ['audit_events', 'audit_chains'];

  it.each([
    ['a model’s chain with its head', `chain <> 'registry'`],
    ['the registry’s chain with its head', `chain = 'registry'`],
    ['every event and every head', 'true'],
  ])('shows while the objects stand: %s', async (_what, which) => {
    const found = await forged(
      KEEP,
      KEEP.map((table) => `DELETE FROM ${table} WHERE ${which}`),
    );
    expect(found).toMatchObject({ valid: false, firstBroken: 1, differing: expect.any(Number) });
    expect(found.differing).toBeGreaterThan(1);
    expect(found.limits).toContain('checkpoint');
  });
});

describe('a walk', () => {
  it('of a part is told by where it begins and ends, and its digest is a checkpoint', async () => {
    const whole = await verify();
    const early = await verify('?to=5');
    expect(early).toMatchObject({ valid: true, events: 5, through: 5 });
    const late = await verify(`?from=${early.through + 1}`);
    expect(late).toMatchObject({ valid: true, events: whole.events - 5, through: whole.through });
    expect(await verify('?to=5')).toMatchObject({ digest: early.digest });
    await admin.creates('later');
    expect(await verify(`?to=${whole.through}`)).toMatchObject({ digest: whole.digest, events: whole.events });
    expect((await verify()).digest).not.toBe(whole.digest);
  });

  it.each(['from=0', 'to=x', 'since=1'])('refuses %s', async (query) => {
    expect(await admin.problem('GET', `/audit-events/verification?${query}`)).toMatchObject({ status: 400 });
  });

  it('is one for all who ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 15 }, () => verify()));
    expect(new Set(answers.map(({ startedAt }) => startedAt)).size).toBe(1);
  });

  it('keeps no connection of the pool, ends with its last caller, and another may begin then', async () => {
    const client = new pg.Client({ connectionString: app.databaseUrl });
    await client.connect();
    try {
      await client.query('BEGIN; LOCK TABLE audit_chains IN ACCESS EXCLUSIVE MODE');
      const leaving = new AbortController();
      const headers = { authorization: `Bearer ${admin.token}` };
      const ask = () => fetch(`${app.url}/api/v1/audit-events/verification`, { headers, signal: leaving.signal });
      const asked = Promise.allSettled(Array.from({ length: 12 }, ask));
      const walks = async (): Promise<number> => {
        const rows: unknown[] = await app.dataSource.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '%verification'`,
        );
        return rows.length;
      };
      await until('the walk waits for the lock', async () => (await walks()) === 1);
      expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
      expect(await admin.get('/models?limit=1')).toMatchObject({ items: [{}] });
      expect(await admin.problem('GET', '/audit-events/verification?from=2')).toMatchObject({
        status: 429,
        code: 'VERIFICATION_RUNNING',
      });
      expect(await admin.get('/audit-events/verification/progress')).toMatchObject({ running: true, through: 0 });
      leaving.abort();
      await asked;
      await client.query('ROLLBACK');
      await until('the walk has ended', async () => (await walks()) === 0);
    } finally {
      await client.end();
    }
    expect(await verify()).toMatchObject({ valid: true });
    const idle = { running: false, startedAt: null, through: 0, to: null };
    expect(await admin.get('/audit-events/verification/progress')).toEqual(idle);
  });

  it('tells where the clock of the database was ahead', async () => {
    expect(await verify()).toMatchObject({ clockJump: null });
    const { clockJump } = await forged(
      ['audit_events'],
      [`UPDATE audit_events SET at = at + interval '2 days' WHERE sequence = 3`],
    );
    expect(clockJump.sequence).toBe(4);
    expect(clockJump.aheadSeconds).toBeGreaterThan(47 * 3_600);
  });
});

describe('a reader in the order of the sequence', () => {
  const linesOf = async (query: string): Promise<number[]> => {
    const { body } = await admin.send('GET', `/audit-events/export?${query}`);
    return body.split('\n').flatMap((line: string) => (line === '' ? [] : [JSON.parse(line).sequence]));
  };
  const listOf = async (query: string): Promise<number[]> =>
    (await admin.get(`/audit-events?${query}&sort=sequence&limit=200`)).items.map(({ sequence }: Json) => sequence);

  it('misses no event that commits late', async () => {
    const late = new pg.Client({ connectionString: app.databaseUrl });
    await late.connect();
    try {
      const { through } = await verify();
      await late.query('BEGIN');
      const { rows } = await late.query(
        `INSERT INTO audit_events (chain, actor, action, request_id, details, content_digest)
         VALUES ('late', 'x', 'late', 'r', '{}', repeat('0', 64)) RETURNING sequence::int`,
      );
      const [{ sequence }] = rows;
      await admin.creates('meanwhile');
      const after = `after=${through}`;
      expect(await linesOf(after)).toEqual([]);
      expect(await listOf(`filter=sequence > ${through}`)).toEqual([]);
      const newest = (await admin.get('/audit-events?limit=1')).items[0].sequence;
      expect(newest).toBeGreaterThan(sequence);
      expect(await verify()).toMatchObject({ through });
      await late.query('COMMIT');
      expect(await linesOf(after)).toEqual([sequence, newest]);
      expect(await listOf(`filter=sequence > ${through}`)).toEqual([sequence, newest]);
    } finally {
      await late.end();
    }
  });

  it('is not held up by what was rolled back, nor by who writes no events', async () => {
    const other = new pg.Client({ connectionString: app.databaseUrl });
    await other.connect();
    try {
      const insertion = `INSERT INTO audit_events (chain, actor, action, request_id, details, content_digest)
        VALUES ('lost', 'x', 'lost', 'r', '{}', repeat('0', 64))`;
      await other.query(`BEGIN; CREATE TABLE unrelated (); SAVEPOINT s; ${insertion}; ROLLBACK TO s`);
      const name = await admin.creates();
      const [{ sequence }] = (await admin.get(`/audit-events?model=${name}`)).items;
      expect((await linesOf('')).at(-1)).toBe(sequence);
      await other.query(`${insertion}; ROLLBACK`);
      expect((await linesOf('')).at(-1)).toBe(sequence);
    } finally {
      await other.end();
    }
  });
});
