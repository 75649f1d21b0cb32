import { TestApp } from './support/app/app.js';
import { type Client, type Json } from './support/app/client.js';
import { until } from './support/limits.js';

let app: TestApp;
let admin: Client;

const POLICY = {
  rules: [
    { metric: 'accuracy', min: 0.8 },
    { id: 'f1-by-sex', metric: 'f1', maxRegression: 0.02, slices: [{}, { sex: 'Female' }] },
  ],
  allowSkipStaging: true,
  approvals: { slots: [] },
};

const evaluation = (accuracy: number, female: number) => ({
  dataset: { name: 'adult-test', version: '1' },
  metrics: [
    { name: 'accuracy', slice: {}, value: accuracy, count: 16281 },
    { name: 'f1', slice: {}, value: 0.7, count: 16281 },
    { name: 'f1', slice: { sex: 'Female' }, value: female, count: 5421 },
  ],
});

/** Three versions of which the third lost on a slice, each asked into Production; answers the reports. */
async function story(model: string): Promise<string[]> {
  await admin.post('/models', { name: model });
  await admin.put(`/models/${model}/gate-policy`, POLICY);
  const reports: string[] = [];
  for (const [index, [accuracy, female]] of (
    [
      [0.85, 0.62],
      [0.87, 0.666],
      [0.873, 0.604],
    ] as const
  ).entries()) {
    await admin.post(`/models/${model}/versions`, { artifactUri: `s3://${index}`, tags: { team: 'risk' } });
    await admin.post(`/models/${model}/versions/${index + 1}/evaluations`, evaluation(accuracy, female));
    const answer = await admin.send('POST', `/models/${model}/versions/${index + 1}/transitions`, {
      toStage: 'Production',
    });
    reports.push(answer.body.gateReport.id);
  }
  return reports;
}

beforeAll(async () => {
  app = await TestApp.start();
  admin = await app.as('admin', 'admin');
});

afterAll(() => app?.stop());

const raw = async (method: string, path: string): Promise<string> => {
  const headers = { authorization: `Bearer ${admin.token}` };
  return (await fetch(`${app.url}/api/v1${path}`, { method, headers })).text();
};

it('a replay answers the same bytes, whatever was evaluated, tagged, promoted or set since', async () => {
  const [first, second, third] = await story('replayed');
  const before = await Promise.all([first, second, third].map((id) => raw('GET', `/gate-reports/${id}`)));
  await admin.post('/models/replayed/versions/3/evaluations', evaluation(0.99, 0.99));
  await admin.patch('/models/replayed/versions/3', { tags: { team: 'other' } });
  await admin.put('/models/replayed/gate-policy', { ...POLICY, rules: [{ metric: 'accuracy', min: 0.99 }] });
  await admin.post('/models/replayed/rename', { newName: 'replayed-again' }, 200);
  const after = await Promise.all([first, second, third].map((id) => raw('POST', `/gate-reports/${id}/replay`)));
  expect(after).toEqual(before.map((text) => `${text.slice(0, -1)},"matches":true}`));
  expect(before.map((text) => JSON.parse(text).verdict)).toEqual(['PASS', 'PASS', 'FAIL']);
});

it('a replay that comes out otherwise is 409, says where first, and is recorded', async () => {
  const third = (await story('retouched'))[2]!;
  const forge = (statement: string) =>
    app.dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(statement, [third]);
    });
  await forge(
    `UPDATE gate_reports SET report = replace(report::text, '"verdict":"FAIL"', '"verdict":"PASS"')::json WHERE id = $1`,
  );
  const changed = await admin.post(`/gate-reports/${third}/replay`, undefined, 409);
  expect(changed).toMatchObject({ code: 'REPLAY_DIFFERS', matches: false, gateReport: { id: third, verdict: 'FAIL' } });
  expect(changed.difference).toEqual({ pointer: '/verdict', cause: 'other', stored: '"PASS"', replayed: '"FAIL"' });
  expect((await admin.get('/audit-events?action=gate_report.differed')).items).toMatchObject([
    { model: 'retouched', version: 3, details: { gateReportId: third, pointer: '/verdict', cause: 'other' } },
  ]);
});

it('a replay of what was judged by another version of the judging says so', async () => {
  const third = (await story('older'))[2]!;
  const forge = (assignment: string) =>
    app.dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL session_replication_role = replica');
      await manager.query(`UPDATE gate_reports SET ${assignment} WHERE id = $1`, [third]);
    });
  const differs = async () => (await admin.post(`/gate-reports/${third}/replay`, undefined, 409)).difference;
  await forge(`digest = 'sha256:${'0'.repeat(64)}'`);
  expect(await differs()).toMatchObject({ pointer: '/digest', cause: 'other' });
  await forge(`inputs = (inputs::jsonb - 'judgingVersion')::json`);
  expect(await differs()).toMatchObject({ pointer: '/digest', cause: 'method' });
});

it('a replay after a method became another says so', async () => {
  const second = (await story('outgrown'))[1]!;
  await app.dataSource.transaction(async (manager) => {
    await manager.query('SET LOCAL session_replication_role = replica');
    await manager.query(
      `UPDATE gate_reports SET report = replace(report::text, '"basis":', '"method":{"id":"delta","version":9},"basis":')::json
       WHERE id = $1`,
      [second],
    );
  });
  const { difference } = await admin.post(`/gate-reports/${second}/replay`, undefined, 409);
  expect(difference).toMatchObject({ cause: 'method', stored: '{"id":"delta","version":9}', replayed: null });
  expect(difference.pointer).toMatch(/^\/rules\/\d\/measures\/\d\/method$/);
});

it('a report is had as Markdown that names the slice and the rule', async () => {
  const third = (await story('written'))[2];
  for (const [method, path, body] of [
    ['GET', `/gate-reports/${third}`, undefined],
    ['POST', '/models/written/versions/3/gate-checks', { toStage: 'Production' }],
  ] as const) {
    const {
      status,
      headers,
      body: text,
    } = await admin.send(method, path, body, { headers: { accept: 'text/markdown' } });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/markdown; charset=utf-8']);
    expect(text).toMatch(/^## ❌ written v3 → Production: FAIL/);
    expect(text).toContain('f1-by-sex');
    expect(text).toContain('sex=Female');
  }
});

it('a back-test says which recorded promotions a draft would have refused or let through, and changes nothing', async () => {
  await story('tested');
  const rows = async () => (await app.dataSource.query('SELECT count(*) FROM audit_events'))[0].count;
  const before = await rows();
  const policy = { rules: [{ metric: 'accuracy', min: 0.86 }] };
  const result = await admin.post('/gate-policy/back-tests', { policy, model: 'tested' }, 200);
  expect([result.promotions, result.newlyRefused, result.newlyLetThrough]).toEqual([3, 1, 1]);
  expect(result.items.map((item: { version: number; change: string }) => [item.version, item.change])).toEqual([
    [3, 'newly_let_through'],
    [2, 'same'],
    [1, 'newly_refused'],
  ]);
  expect(await rows()).toBe(before);
  expect(result.advice).toEqual([]);
  const invalid = await admin.send('POST', '/gate-policy/back-tests', { policy: { rules: [{ metric: 'accuracy' }] } });
  expect([invalid.status, invalid.body.code]).toEqual([422, 'INVALID_POLICY']);
});

it('a back-test over everything counts all promotions and all that is live, and what cannot be judged as that', async () => {
  await story('everything');
  await app.dataSource.query(`
    INSERT INTO transitions (id, model_id, version, from_stage, to_stage, kind, status, requested_by, requested_at, pinned_generation, settled_at)
    SELECT gen_random_uuid(), id, 1, 'None', 'Production', 'promote', 'refused', 'x', now(), 0, now() FROM models WHERE name = 'everything'`);
  const rows = async () => (await app.dataSource.query('SELECT count(*) FROM audit_events'))[0].count;
  const before = await rows();
  const policy = { rules: [{ metric: 'accuracy', min: 0.88 }] };
  const keyed = { headers: { 'idempotency-key': 'back-test' } };
  const { id } = await admin.post('/gate-policy/back-test-jobs', { policy, model: 'everything' }, 202, keyed);
  const found = (): Promise<Json> => admin.get(`/gate-policy/back-test-jobs/${id}`);
  await until('the back-test has ended', async () => (await found()).status === 'succeeded');
  expect(await found()).toMatchObject({
    promotions: { total: 4, judged: 3, newlyRefused: 2, newlyLetThrough: 0, notRepeatable: 1 },
    live: { total: 1, judged: 1, changed: 1, notRepeatable: 0 },
    items: [{ model: 'everything', version: 2, verdict: 'PASS', draftVerdict: 'FAIL' }],
  });
  expect(await rows()).toBe(before);
  expect((await admin.send('DELETE', `/gate-policy/back-test-jobs/${id}`)).status).toBe(204);
  expect((await found()).status).toBe('succeeded');
});

it('one back-test of a person over everything is under way at a time, until it is cancelled', async () => {
  const id = '01930000-0000-7000-8000-0000000000ff';
  await app.dataSource.query(
    `INSERT INTO jobs (id, kind, status, key, payload, created_at, due_at)
     VALUES ($1, 'back-test', 'queued', $2, '{}', now(), now() + interval '1 day')`,
    [id, 'registry admin'],
  );
  const policy = { rules: [{ metric: 'accuracy', min: 0.88 }] };
  const start = () => admin.send('POST', '/gate-policy/back-test-jobs', { policy });
  expect(await start()).toMatchObject({ status: 409, body: { code: 'BACK_TEST_UNDER_WAY' } });
  expect((await admin.send('DELETE', `/gate-policy/back-test-jobs/${id}`)).status).toBe(204);
  expect((await admin.get(`/gate-policy/back-test-jobs/${id}`)).status).toBe('cancelled');
  const { status, body } = await start();
  expect(status).toBe(202);
  await until(
    'it has ended',
    async () => (await admin.get(`/gate-policy/back-test-jobs/${body.id}`)).status === 'succeeded',
  );
  const unknown = await admin.send('GET', '/gate-policy/back-test-jobs/01930000-0000-7000-8000-00000000dead');
  expect([unknown.status, unknown.body.code]).toEqual([404, 'BACK_TEST_NOT_FOUND']);
});

it('a draft and a policy are told where their margins need larger slices', async () => {
  await story('advised');
  const fine = { kind: 'regression', metric: 'accuracy', mode: 'non_inferiority', margin: { abs: 0.005 } };
  const policy = {
    rules: [
      { metric: 'accuracy', min: 0.8 },
      { id: 'by-sex', ...fine, slicesOf: ['sex'] },
    ],
  };
  const expected = [{ stage: 'Production', ruleId: 'by-sex', code: 'MARGIN_NEEDS_LARGER_SLICES', rows: 464 }];
  const draft = await admin.post('/gate-policy/back-tests', { policy, model: 'advised' }, 200);
  expect(draft.advice).toMatchObject(expected);
  const { advice } = await admin.put('/models/advised/gate-policy', policy);
  expect(advice).toEqual(draft.advice);
  expect((await admin.get('/models/advised/gate-policy')).advice).toEqual(advice);
});

it('a comparison shows both values, the delta and what it suggests, the worst slice first', async () => {
  await story('compared');
  const table = await admin.get('/models/compared/comparison?challenger=3&incumbent=2');
  expect(table.rows[0]).toMatchObject({ metric: 'f1', slice: { sex: 'Female' }, challenger: 0.604, incumbent: 0.666 });
  expect(table.rows[0].delta).toBeCloseTo(-0.062, 12);
  const accuracy = table.rows.find((row: { metric: string }) => row.metric === 'accuracy');
  expect(accuracy.lower).toBeLessThan(accuracy.delta);
  expect(accuracy.upper).toBeGreaterThan(accuracy.delta);
  expect(table.nextCursor).toBeNull();
  const path = '/models/compared/comparison?challenger=3&incumbent=2';
  const pages: Json[] = [await admin.get(`${path}&limit=2`)];
  for (let next = pages[0]!.nextCursor; next !== null; next = pages.at(-1)!.nextCursor) {
    pages.push(await admin.get(`${path}&limit=2&cursor=${next}`));
  }
  expect(pages.map((page) => page.rows.length).slice(0, -1)).toEqual(pages.slice(1).map(() => 2));
  expect(pages.flatMap((page) => page.rows)).toEqual(table.rows);
  const f1 = table.rows.filter((row: { metric: string }) => row.metric === 'f1');
  expect((await admin.get(`${path}&metric=f1`)).rows).toEqual(f1);
  expect((await admin.get(`${path}&metric=nothing`)).rows).toEqual([]);
  const foreign = await admin.send('GET', `${path}&metric=f1&cursor=${pages[0]!.nextCursor}`);
  expect([foreign.status, foreign.body.code]).toEqual([400, 'INVALID_CURSOR']);
  const missing = await admin.send('GET', '/models/compared/comparison?challenger=3&dataset=other');
  expect([missing.status, missing.body.code]).toEqual([404, 'EVIDENCE_NOT_FOUND']);
});

it('a slice that a registered dataset has and both evaluations lack is noticed', async () => {
  const inventory = { sex: { Female: 5421, Male: 10860 } };
  const dataset = { name: 'adult-test', version: '1', rowCount: 16281, inventory };
  await story('inventoried');
  const rules = [
    { kind: 'regression', id: 'by-sex', metric: 'f1', mode: 'point', margin: { abs: 0.05 }, slicesOf: ['sex'] },
  ];
  await admin.put('/models/inventoried/gate-policy', { ...POLICY, rules: [POLICY.rules[0], ...rules] });
  await admin.post('/datasets', dataset);
  const report = await admin.post('/models/inventoried/versions/3/gate-checks', { toStage: 'Production' }, 200);
  const measures = report.rules.flatMap((rule: { measures: object[] }) => rule.measures);
  const male = measures.find((measure: { slice: object }) => JSON.stringify(measure.slice) === '{"sex":"Male"}');
  expect([male.status, male.reasonCode]).toEqual(['FAIL', 'MISSING_CHALLENGER_SLICE']);
  const wrong = await admin.send('POST', '/datasets', { ...dataset, version: '2', rowCount: 5 });
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/inventory/sex']);
  expect((await admin.send('POST', '/datasets', dataset)).body.code).toBe('DATASET_VERSION_EXISTS');
});

it("a model's policy may only tighten the registry's default, and a default tightened later lets nothing slip", async () => {
  await story('composed');
  await admin.put('/gate-policy', {
    rules: [{ id: 'floor', kind: 'threshold', metric: 'accuracy', min: 0.8 }],
    approvals: { slots: [] },
    allowSkipStaging: true,
  });
  const floor = (min: number) => ({ ...POLICY, rules: [{ id: 'floor', kind: 'threshold', metric: 'accuracy', min }] });
  const loose = await admin.send('PUT', '/models/composed/gate-policy', floor(0.7));
  expect([loose.status, loose.body.code]).toEqual([422, 'INVALID_POLICY']);
  const tight = await admin.put('/models/composed/gate-policy', floor(0.82));
  expect(tight.composedOf.map((part: { revision: number }) => part.revision)).toEqual([1, 2]);
  expect(tight.effectivePolicy.stages.Production.rules).toMatchObject([{ id: 'floor', min: 0.82 }]);
  const check = () => admin.post('/models/composed/versions/3/gate-checks', { toStage: 'Production' }, 200);
  expect((await check()).verdict).toBe('PASS');
  await admin.put('/gate-policy', { ...floor(0.9), allowSkipStaging: true });
  const conflict = await check();
  expect([conflict.verdict, conflict.blockers[0].reasonCode]).toEqual(['ERROR', 'POLICY_INVALID']);
});
