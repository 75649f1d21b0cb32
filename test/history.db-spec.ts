import pg from 'pg';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { insertMetricsOf } from './support/app/metric-arrays.js';
import { ACCURACY_POLICY, type Team, teamOf } from './support/app/registry.js';

/**
 * Beside invariants.db-spec.ts: a registry with a past of promotions, a rollback, refusals, an open request and deleted
 * versions, that its owner tries to bend by SQL. Every attempt is rolled back, so that each meets the same registry.
 */
let app: TestApp;
let team: Team;
let owner: pg.Client;
let model: string;
let id: string;

/** Versions 1 and 2 held Production, 2 was rolled back; 3 was refused, 4 awaits approval, 5 is deleted, 6 is new. */
beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
  const { ci, anna, root } = team;
  model = await ci.creates();
  await root.setsPolicy(model, ACCURACY_POLICY);
  await ci.registersMany(model, 6);
  for (const [version, accuracy] of [
    [1, 0.9],
    [2, 0.95],
    [3, 0.1],
  ] as const) {
    const paired = [{ incumbentVersion: 1, slice: {}, kind: 'binary8', counts: { '111': 1 } }];
    await ci.evaluates(model, version, { accuracy }, { paired });
    if (version < 3) await ci.promotes(model, version);
  }
  await ci.isRefused(model, 3);
  await anna.rollsBack(model);
  await anna.liftsHold(model);
  await root.delete(`/models/${model}/versions/5`);
  await root.setsPolicy(model, { ...ACCURACY_POLICY, approvals: { slots: [{ role: 'approver', count: 2 }] } });
  await ci.evaluates(model, 4, { accuracy: 0.95 });
  await anna.approves(await ci.asksFor(model, 4));
  owner = new pg.Client({ connectionString: app.databaseUrl });
  await owner.connect();
  id = (await owner.query('SELECT id FROM models WHERE name = $1', [model])).rows[0].id;
});
afterAll(async () => {
  await owner?.end();
  await app?.stop();
});

/** The SQLSTATE with which the database refuses a statement; `passes` when it does not. */
async function attempt(sql: string): Promise<string> {
  await owner.query('BEGIN');
  try {
    for (const statement of sql.split(';')) await owner.query(statement.replaceAll(':id', `'${id}'`));
    await owner.query('SET CONSTRAINTS ALL IMMEDIATE');
    return 'passes';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await owner.query('ROLLBACK');
  }
}

const UNIQUE = '23505';
const EXCLUDED = '23P01';
const FOREIGN = '23503';
const CHECK = '23514';
const RESTRICTED = '23001';

const inProduction = (version: number) =>
  `UPDATE model_versions SET stage = 'Production', stage_entered_at = now() + interval '1 day' WHERE model_id = :id AND version = ${version}`;

describe('at most one version is in Production', () => {
  it.each([
    ['a second one', inProduction(6)],
    ['all at once', `UPDATE model_versions SET stage = 'Production' WHERE model_id = :id AND deleted_at IS NULL`],
  ])('%s is refused', async (_, sql) => expect(await attempt(sql)).toBe(UNIQUE));

  it('a stage that does not exist is refused', async () => {
    expect(await attempt(`UPDATE model_versions SET stage = 'Live' WHERE model_id = :id AND version = 6`)).toBe(CHECK);
  });

  it('a deleted version is in no stage that counts', async () => {
    const deletion = `UPDATE model_versions SET deleted_at = now() WHERE model_id = :id AND version = 1`;
    expect(await attempt(deletion)).toBe(CHECK);
    expect(await attempt(inProduction(5))).toBe(RESTRICTED);
  });

  it('a version is not born there', async () => {
    const birth = `INSERT INTO model_versions (model_id, artifact_uri, created_by, stage) VALUES (:id, 'x', 'x', 'Production')`;
    expect(await attempt(birth)).toBe(RESTRICTED);
  });
});

describe('tenures of Production', () => {
  const leave = `UPDATE model_versions SET stage = 'Archived', stage_entered_at = now() + interval '1 day' WHERE model_id = :id AND stage = 'Production'`;

  it('follow the stage, whoever changes it', async () => {
    await owner.query('BEGIN');
    await owner.query(`${leave}; ${inProduction(6)}`.replaceAll(':id', `'${id}'`));
    const { rows } = await owner.query(
      `SELECT version, upper_inf(held) AS open, lower(held) = lag(upper(held)) OVER (ORDER BY lower(held)) AS joins
       FROM production_tenures WHERE model_id = $1 ORDER BY lower(held)`,
      [id],
    );
    await owner.query('ROLLBACK');
    expect(rows.map(({ version }) => version)).toEqual([1, 2, 1, 6]);
    expect(rows.map(({ joins }) => joins)).toEqual([null, true, true, true]);
    expect(rows.map(({ open }) => open)).toEqual([false, false, false, true]);
  });

  it('never overlap, not even when the clock goes back', async () => {
    const early = inProduction(6).replace('now()', `'2020-01-01'::timestamptz`);
    expect(await attempt(`${leave}; ${early}`)).toBe(EXCLUDED);
    const backwards = leave.replace('now()', `'2020-01-01'::timestamptz`);
    expect(await attempt(backwards)).toBe('22000');
  });

  it.each([
    `INSERT INTO production_tenures (model_id, version, held) VALUES (:id, 6, '[2020-01-01, 2020-01-02)')`,
    `UPDATE production_tenures SET held = '[2020-01-01,)' WHERE model_id = :id AND upper_inf(held)`,
    `UPDATE production_tenures SET version = 6`,
    `DELETE FROM production_tenures`,
    `TRUNCATE production_tenures`,
  ])('are not written by hand: %s', async (sql) => expect(await attempt(sql)).toBe(RESTRICTED));
});

describe('version numbers', () => {
  const register = `INSERT INTO model_versions (model_id, version, artifact_uri, created_by) VALUES`;
  const numbers = async (sql: string): Promise<number[]> => {
    await owner.query('BEGIN');
    for (const statement of sql.split(';')) await owner.query(statement.replaceAll(':id', `'${id}'`));
    const { rows } = await owner.query('SELECT version FROM model_versions WHERE model_id = $1 ORDER BY version', [id]);
    await owner.query('ROLLBACK');
    return rows.map(({ version }) => version);
  };

  it('are given by the database, whatever is asked for', async () => {
    const asked = `${register} (:id, 99, 'x', 'x'), (:id, 1, 'x', 'x'), (:id, NULL, 'x', 'x')`;
    expect(await numbers(asked)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('leave no gap where a registration was undone', async () => {
    const undone = `SAVEPOINT s; ${register} (:id, 0, 'x', 'x'); ROLLBACK TO s; ${register} (:id, 0, 'x', 'x')`;
    expect(await numbers(undone)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it.each([
    ['set back', `UPDATE models SET last_version = 0 WHERE id = :id`],
    ['set forward', `UPDATE models SET last_version = 100 WHERE id = :id`],
    ['changed', `UPDATE model_versions SET version = 7 WHERE model_id = :id AND version = 6`],
    ['freed by deleting', `DELETE FROM model_versions WHERE model_id = :id AND version = 6`],
    ['freed all at once', `TRUNCATE model_versions CASCADE`],
  ])('are not %s', async (_, sql) => expect(await attempt(sql)).toBe(RESTRICTED));

  it('are not reused under the name of a deleted model, nor begun in the middle', async () => {
    const insert = (name: string, last: number) =>
      `INSERT INTO models (id, name, last_version, created_at, created_by, updated_at)
       VALUES (gen_random_uuid(), '${name}', ${last}, now(), 'x', now())`;
    const gone = await team.ci.creates();
    await team.ci.registersMany(gone, 3);
    await team.root.delete(`/models/${gone}`);
    await owner.query('BEGIN');
    await owner.query(insert(gone, 0));
    await owner.query(insert('fresh', 41));
    const { rows } = await owner.query(
      'SELECT name, last_version FROM models WHERE name IN ($1, $2) AND deleted_at IS NULL',
      [gone, 'fresh'],
    );
    await owner.query('ROLLBACK');
    expect(new Map(rows.map((row) => [row.name, row.last_version]))).toEqual(
      new Map([
        [gone, 3],
        ['fresh', 0],
      ]),
    );
  });
});

describe('what a version is', () => {
  it('belongs to a model that exists, for good', async () => {
    const other = `UPDATE model_versions SET model_id = gen_random_uuid() WHERE version = 6`;
    expect(await attempt(other)).toBe(RESTRICTED);
    const orphan = `INSERT INTO model_versions (model_id, artifact_uri, created_by) VALUES (gen_random_uuid(), 'x', 'x')`;
    expect(await attempt(orphan)).toBe(FOREIGN);
  });

  it('stays a tombstone once deleted', async () => {
    expect(await attempt(`UPDATE model_versions SET deleted_at = NULL WHERE version = 5`)).toBe(RESTRICTED);
    expect(await attempt(`UPDATE model_versions SET description = 'x' WHERE version = 5`)).toBe(RESTRICTED);
  });
});

describe('final evidence', () => {
  it('in transitions does not change once there is an outcome', async () => {
    for (const status of ['applied', 'refused'])
      for (const change of [`status = 'cancelled'`, `reason = 'x'`, `settled_by = 'x'`, `version = version`])
        expect(await attempt(`UPDATE transitions SET ${change} WHERE status = '${status}'`)).toBe(RESTRICTED);
  });

  it.each([
    'version = 6',
    `to_stage = 'Staging'`,
    `requested_by = 'anna'`,
    'pinned_incumbent = 2',
    `pinned_policy_digest = 'x'`,
    'pinned_generation = 0',
    `pinned_evidence_digest = 'x'`,
    'gate_report_id = NULL',
    `kind = 'rollback'`,
  ])('in transitions is pinned from the request on: %s', async (change) => {
    expect(await attempt(`UPDATE transitions SET ${change} WHERE status = 'awaiting_approval'`)).toBe(RESTRICTED);
  });

  it('is approved once by each person, of transitions that exist', async () => {
    const again = `INSERT INTO transition_approvals SELECT gen_random_uuid(), transition_id, gate_report_digest, decision, decided_by, roles, comment, decided_at FROM transition_approvals`;
    expect(await attempt(again)).toBe(UNIQUE);
    expect(await attempt(again.replace('transition_id,', 'gen_random_uuid(),'))).toBe(FOREIGN);
  });
});

describe('metrics', () => {
  const numbers = ['metric_values', 'standard_errors', 'ci_lows', 'ci_highs', 'ci_levels'];
  const sound = { metric_values: '{1}', ci_lows: '{0}', ci_highs: '{1}', ci_levels: '{0.5}' };

  it.each(numbers.flatMap((column) => ['NaN', 'Infinity', '-Infinity'].map((value) => [column, value] as const)))(
    '%s are never %s',
    async (column, value) => {
      expect(await attempt(insertMetricsOf({ ...sound, [column]: `{${value}}` }))).toBe(CHECK);
    },
  );

  it.each([
    ['a negative number of rows', { counts: '{-1}' }],
    ['a negative error', { standard_errors: '{-1}' }],
    ['an interval upside down', { ci_lows: '{2}', ci_highs: '{1}' }],
    ['a level of 1', { ci_levels: '{1}' }],
    ['a level of 0', { ci_levels: '{0}' }],
    ['the same metric twice', { size: '2', names: '{x,x}', slice_keys: '{"{}","{}"}', metric_values: '{1,2}' }],
    ['a metric without a name', { names: '{NULL}' }],
    ['more names than metrics', { names: '{x,y}' }],
    ['fewer values than metrics', { metric_values: '{}' }],
    ['a size of its own', { size: '2' }],
  ])('never hold %s', async (_what, arrays) => {
    expect(await attempt(insertMetricsOf({ ...sound, ...arrays }))).toBe(CHECK);
  });

  it('stand once for an evaluation that exists', async () => {
    const copy = `INSERT INTO evaluation_metrics SELECT * FROM evaluation_metrics LIMIT 1`;
    expect(await attempt(copy)).toBe(UNIQUE);
    const orphan = `INSERT INTO evaluation_metrics (evaluation_id, size, names, slice_keys) VALUES (gen_random_uuid(), 1, '{x}', '{"{}"}')`;
    expect(await attempt(orphan)).toBe(FOREIGN);
  });
});

it('a sound change does pass, so that every refusal above says something', async () => {
  expect(await attempt(`UPDATE model_versions SET description = 'x' WHERE version = 6`)).toBe('passes');
  expect(
    await attempt(`UPDATE transitions SET status = 'stale', settled_at = now() WHERE status = 'awaiting_approval'`),
  ).toBe('passes');
  expect(await attempt(insertMetricsOf({ metric_values: '{NULL}', counts: '{1}' }))).toBe('passes');
  const verification: Json = await team.root.get('/audit-events/verification');
  expect(verification).toMatchObject({ valid: true });
});
