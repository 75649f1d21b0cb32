import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ACCURACY_POLICY, type Fields, type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

/** A model with this policy and versions of these accuracies. */
async function judged(policy: Fields | null, ...accuracies: number[]): Promise<string> {
  const { ci, root } = team;
  const model = await ci.creates();
  if (policy) await root.setsPolicy(model, policy);
  for (const accuracy of accuracies) {
    const { version } = await ci.registers(model);
    await ci.evaluates(model, version, { accuracy });
  }
  return model;
}

/** The number of rows of every table, and the sum of what changes in place. */
async function everyRow(): Promise<Record<string, string>> {
  const tables: { name: string }[] = await app.dataSource.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const digests = tables.map(
    ({ name }) =>
      `(SELECT count(*) || ':' || coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') FROM ${name} t) AS ${name}`,
  );
  return (await app.dataSource.query(`SELECT ${digests.join(', ')}`))[0];
}

describe('a gate check', () => {
  it('says what a promotion would meet and changes nothing at all', async () => {
    const { ci } = team;
    const model = await judged(ACCURACY_POLICY, 0.9, 0.95, 0.5);
    await ci.promotes(model, 1);
    const before = await everyRow();
    expect(Object.keys(before).length).toBeGreaterThan(10);
    expect(await ci.checks(model, 2)).toMatchObject({ id: null, verdict: 'PASS', challenger: 2, incumbent: 1 });
    expect(await ci.checks(model, 3)).toMatchObject({
      id: null,
      verdict: 'FAIL',
      challenger: 3,
      toStage: 'Production',
    });
    expect(await ci.checks(model, 3, 'Staging')).toMatchObject({ toStage: 'Staging' });
    await ci.problem('POST', `/models/${model}/versions/9/gate-checks`, { toStage: 'Production' });
    expect(await everyRow()).toEqual(before);
  });

  it('comes to the same digest as the promotion that follows', async () => {
    const { ci } = team;
    const model = await judged(ACCURACY_POLICY, 0.9, 0.5);
    const { digest, judgedAt, ...checked } = await ci.checks(model, 1);
    const { gateReport } = await ci.promotes(model, 1);
    expect(gateReport).toMatchObject({ ...checked, id: gateReport.id, digest });
    expect(Date.parse(gateReport.judgedAt)).toBeGreaterThanOrEqual(Date.parse(judgedAt));
    expect((await ci.checks(model, 2)).digest).toBe((await ci.checks(model, 2)).digest);
  });

  it('of the version in Production compares it with nobody better than itself', async () => {
    const model = await judged(ACCURACY_POLICY, 0.9);
    await team.ci.promotes(model, 1);
    expect((await team.ci.checks(model, 1)).verdict).toBe('ERROR');
  });

  it.each([
    {},
    { toStage: 'None' },
    { toStage: 'Archived' },
    { toStage: 'production' },
    { toStage: 'Staging', dryRun: true },
  ])('of %j is 400', async (body) => {
    const model = await judged(null, 0.9);
    expect((await team.ci.problem('POST', `/models/${model}/versions/1/gate-checks`, body)).status).toBe(400);
  });

  it('is for those who may check, of what there is', async () => {
    const model = await judged(null, 0.9);
    const path = `/models/${model}/versions/1/gate-checks`;
    for (const who of [team.viewer, team.anna])
      expect((await who.problem('POST', path, { toStage: 'Staging' })).status).toBe(403);
    expect((await app.anonymous().send('POST', path, { toStage: 'Staging' })).status).toBe(401);
    const missing = await team.ci.problem('POST', '/models/nobody/versions/1/gate-checks', { toStage: 'Staging' });
    expect(missing).toMatchObject({ status: 404, code: 'MODEL_NOT_FOUND' });
  });
});

describe('a rule', () => {
  it.each<[string, Fields, Record<string, number>, Record<string, number>, string]>([
    ['a floor that is met exactly', { metric: 'auc', min: 0.8 }, {}, { auc: 0.1 + 0.7 }, 'PASS'],
    ['a floor that is missed', { metric: 'auc', min: 0.8 }, {}, { auc: 0.7999 }, 'FAIL'],
    ['a ceiling', { metric: 'log_loss', max: 0.5 }, {}, { log_loss: 0.51 }, 'FAIL'],
    ['a metric nobody measured', { metric: 'auc', min: 0.8 }, {}, { accuracy: 1 }, 'FAIL'],
    ['a fall within the margin', { metric: 'auc', maxRegression: 0.01 }, { auc: 0.9 }, { auc: 0.89 }, 'PASS'],
    ['a fall beyond the margin', { metric: 'auc', maxRegression: 0.01 }, { auc: 0.9 }, { auc: 0.8899 }, 'FAIL'],
    [
      'a rise of what should fall',
      { metric: 'log_loss', maxRegression: 0.005 },
      { log_loss: 0.405 },
      { log_loss: 0.412 },
      'FAIL',
    ],
    [
      'a rise of it within the margin',
      { metric: 'log_loss', maxRegression: 0.01 },
      { log_loss: 0.405 },
      { log_loss: 0.412 },
      'PASS',
    ],
    [
      'a relative margin',
      { metric: 'log_loss', maxRegression: { rel: 0.05 } },
      { log_loss: 0.4 },
      { log_loss: 0.42 },
      'PASS',
    ],
    [
      'a relative margin of nothing',
      { metric: 'log_loss', maxRegression: { rel: 0.05 } },
      { log_loss: 0 },
      { log_loss: 0.001 },
      'FAIL',
    ],
    [
      'an incumbent nobody measured',
      { metric: 'auc', maxRegression: 0.01 },
      { accuracy: 0.9 },
      { auc: 0.9 },
      'INCONCLUSIVE',
    ],
  ])('of %s is judged %#', async (_, rule, incumbent, challenger, verdict) => {
    const { ci, root } = team;
    const model = await ci.creates();
    await root.setsPolicy(model, { preset: 'open' });
    await ci.registersMany(model, 2);
    if (Object.keys(incumbent).length > 0) {
      await ci.evaluates(model, 1, incumbent);
      await ci.promotes(model, 1);
    }
    await ci.evaluates(model, 2, challenger);
    await root.setsPolicy(model, { rules: [{ id: 'it', ...rule }], approvals: { slots: [] }, allowSkipStaging: true });
    const report = await ci.checks(model, 2);
    expect(report.verdict).toBe(verdict);
    expect(report.rules[0]).toMatchObject({ id: 'it', status: verdict });
    for (const text of [report.message, report.rules[0].message, report.rules[0].measures[0].message])
      expect(text).toMatch(/\w{3}/);
    expect((await ci.send('POST', `/models/${model}/versions/2/transitions`, { toStage: 'Production' })).status).toBe(
      verdict === 'PASS' ? 201 : 422,
    );
  });

  it('that only warns is no gate on its own', async () => {
    const document = { rules: [{ metric: 'accuracy', min: 0.1, enforcement: 'warn' }] };
    const problem = await team.root.problem('PUT', '/gate-policy', document);
    expect(problem).toMatchObject({ status: 422, errors: [{ pointer: '/rules', code: 'NO_QUALITY_RULE' }] });
  });

  it('that only warns, beside one that blocks, shows up as a warning', async () => {
    const rules = [
      { id: 'floor', metric: 'accuracy', min: 0.5 },
      { id: 'wish', metric: 'accuracy', min: 0.99, enforcement: 'warn' },
      { id: 'look', metric: 'accuracy', min: 0.999, enforcement: 'observe' },
    ];
    const report = await team.ci.checks(await judged({ rules }, 0.9), 1);
    expect(report.verdict).toBe('PASS');
    expect(JSON.stringify(report.warnings)).toContain('wish');
    expect(JSON.stringify(report.warnings)).not.toContain('look');
    expect(report.rules.find(({ id }: Json) => id === 'look').status).toBe('FAIL');
  });

  it('compares no artifact with itself', async () => {
    const { ci, root } = team;
    const model = await ci.creates();
    await root.setsPolicy(model, ACCURACY_POLICY);
    const artifactDigest = `sha256:${'1'.repeat(64)}`;
    for (const version of [1, 2]) {
      await ci.registers(model, { artifactDigest });
      await ci.evaluates(model, version, { accuracy: 0.9 });
    }
    await ci.promotes(model, 1);
    expect(await ci.isRefused(model, 2)).toMatchObject({ gateReport: { verdict: 'ERROR' } });
    expect(JSON.stringify(await ci.checks(model, 2))).toContain('SELF_COMPARISON');
  });
});

it('a stored report is answered as it was, and there is no other', async () => {
  const model = await judged(ACCURACY_POLICY, 0.9);
  const { gateReport } = await team.ci.promotes(model, 1);
  await team.ci.evaluates(model, 1, { accuracy: 0.1 });
  await team.root.setsPolicy(model, { ...ACCURACY_POLICY, rules: [{ metric: 'accuracy', min: 0.99 }] });
  expect(await team.viewer.get(`/gate-reports/${gateReport.id}`)).toEqual(gateReport);
  const missing = await team.viewer.problem('GET', '/gate-reports/01890000-0000-7000-8000-000000000000');
  expect(missing).toMatchObject({ status: 404, code: 'GATE_REPORT_NOT_FOUND' });
  expect((await team.viewer.problem('GET', '/gate-reports/x')).status).toBe(400);
  expect((await app.anonymous().send('GET', `/gate-reports/${gateReport.id}`)).status).toBe(401);
});
