import pg from 'pg';
import { TestApp } from './support/app/app.js';
import { type Answer, Client } from './support/app/client.js';
import { ServiceProcess } from './support/processes/service-process.js';

/** Two service processes on one database, and people who use both at once. */
let app: TestApp;
let replicas: ServiceProcess[] = [];
let sql: pg.Client;
let admins: Client[];

beforeAll(async () => {
  app = await TestApp.start();
  const { token } = await app.as('admin', 'admin');
  replicas = await Promise.all([1, 2].map(() => ServiceProcess.beside(app.databaseUrl)));
  admins = replicas.map(({ url }) => new Client(url, token));
  sql = new pg.Client(app.databaseUrl);
  await sql.connect();
});

afterAll(async () => {
  await sql?.end();
  await Promise.all(replicas.map((replica) => replica.end()));
  await app?.stop();
});

const at = (index: number): Client => admins[index % admins.length]!;

const POLICY = {
  rules: [
    { metric: 'accuracy', maxRegression: 0.02 },
    { metric: 'accuracy', min: 0.5 },
  ],
  allowSkipStaging: true,
  approvals: { slots: [] },
  rollback: { hold: false },
};

const evaluation = (accuracy: number) => ({
  dataset: { name: 'd', version: '1' },
  metrics: [{ name: 'accuracy', slice: {}, value: accuracy, count: 1000 }],
});

async function seed(model: string, versions: number, accuracyOf: (version: number) => number): Promise<void> {
  await at(0).post('/models', { name: model });
  await at(0).put(`/models/${model}/gate-policy`, POLICY);
  for (let version = 1; version <= versions; version += 1) {
    await at(version).post(`/models/${model}/versions`, { artifactUri: `s3://${version}` });
    await at(version).post(`/models/${model}/versions/${version}/evaluations`, evaluation(accuracyOf(version)));
  }
}

const promote = (lane: number, model: string, version: number, more: object = {}): Promise<Answer> =>
  at(lane).send('POST', `/models/${model}/versions/${version}/transitions`, { toStage: 'Production', ...more });

async function tenuresOf(model: string): Promise<{ version: number; from: Date; until: Date | null }[]> {
  const { rows } = await sql.query(
    `SELECT t.version, lower(t.held) AS "from", upper(t.held) AS until
     FROM production_tenures t JOIN models m ON m.id = t.model_id WHERE m.name = $1 ORDER BY lower(t.held)`,
    [model],
  );
  return rows;
}

/** Every tenure begins the moment the one before it ended, and only the last one lasts. */
function expectNoOverlapAndNoHole(tenures: { from: Date; until: Date | null }[]): void {
  tenures.forEach((tenure, index) => expect(tenure.until).toEqual(tenures[index + 1]?.from ?? null));
}

async function productionOf(model: string): Promise<number[]> {
  const { rows } = await sql.query(
    `SELECT v.version FROM model_versions v JOIN models m ON m.id = v.model_id WHERE m.name = $1 AND v.stage = 'Production'`,
    [model],
  );
  return rows.map((row: { version: number }) => row.version);
}

it('two hundred registrations at once on one model get the numbers 1 to 200, without gap or error', async () => {
  await at(0).post('/models', { name: 'crowded' });
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      at(index).send('POST', '/models/crowded/versions', { artifactUri: `s3://${index}` }),
    ),
  );
  expect(answers.map(({ status }) => status).filter((status) => status !== 201)).toEqual([]);
  const numbers = answers.map(({ body }) => body.version as number).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
});

it('a thousand raced promotions, eight at a time: always one version in Production, and the losers are judged anew', async () => {
  const rounds = 125;
  const racers = 8;
  await seed('raced', rounds * racers, (version) => 0.8 + ((version * 7) % 5) / 100);
  const outcomes = new Map<number, number>();
  for (let round = 0; round < rounds; round += 1) {
    const versions = Array.from({ length: racers }, (_, lane) => round * racers + lane + 1);
    const answers = await Promise.all(versions.map((version, lane) => promote(lane, 'raced', version)));
    for (const { status } of answers) outcomes.set(status, (outcomes.get(status) ?? 0) + 1);
    expect(answers.every(({ status }) => status === 201 || status === 422 || status === 409)).toBe(true);
    const winners = answers.filter(({ status }) => status === 201).map(({ body }) => body.version as number);
    const [inProduction, ...others] = await productionOf('raced');
    expect(others).toEqual([]);
    if (winners.length > 0) expect(winners).toContain(inProduction);
  }
  expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(1000);
  expect(outcomes.get(201)).toBeGreaterThan(0);
  expect(outcomes.get(422)).toBeGreaterThan(0);
  expectNoOverlapAndNoHole(await tenuresOf('raced'));
});

it('every applied promotion was judged against the version that it displaced', async () => {
  const { rows } = await sql.query(
    `SELECT t.displaced_version AS displaced, r.incumbent, r.verdict FROM transitions t JOIN gate_reports r ON r.id = t.gate_report_id
     JOIN models m ON m.id = t.model_id WHERE m.name = 'raced' AND t.status = 'applied'`,
  );
  expect(rows.length).toBeGreaterThan(100);
  for (const row of rows) expect([row.incumbent, row.verdict]).toEqual([row.displaced, 'PASS']);
});

it('of eight who expect the same incumbent exactly one wins, and the others are answered 409', async () => {
  await seed('expected', 9, () => 0.9);
  await promote(0, 'expected', 1);
  const answers = await Promise.all(
    [2, 3, 4, 5, 6, 7, 8, 9].map((version) => promote(version, 'expected', version, { expectedIncumbent: 1 })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  const losers = answers.filter(({ status }) => status === 409);
  expect(new Set(losers.map(({ body }) => body.code))).toEqual(new Set(['STALE_INCUMBENT']));
  expectNoOverlapAndNoHole(await tenuresOf('expected'));
});

it('promotions and rollbacks that race leave tenures without overlap or hole', async () => {
  await seed('turned', 12, () => 0.9);
  await promote(0, 'turned', 1);
  await promote(0, 'turned', 2);
  const race = Array.from({ length: 10 }, (_, lane) => [
    promote(lane, 'turned', lane + 3),
    at(lane + 1).send('POST', '/models/turned/rollback', { reason: 'race' }),
  ]).flat();
  const answers = await Promise.all(race);
  expect(answers.filter(({ status }) => ![201, 409, 422].includes(status))).toEqual([]);
  expect(await productionOf('turned')).toHaveLength(1);
  expectNoOverlapAndNoHole(await tenuresOf('turned'));
});

it('approvals that race for one transition apply it once', async () => {
  await seed('approved', 1, () => 0.9);
  await at(0).put('/models/approved/gate-policy', {
    ...POLICY,
    approvals: { slots: [{ role: 'approver', count: 2 }] },
  });
  const { id } = (await promote(0, 'approved', 1)).body;
  const people = await Promise.all(['ann', 'ben', 'cem', 'dot'].map((name) => app.as(name, 'approver')));
  const answers = await Promise.all(
    people.map(({ token }, index) =>
      new Client(replicas[index % 2]!.url, token).send('POST', `/transitions/${id}/approvals`, { decision: 'approve' }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
  const transition = await at(0).get(`/transitions/${id}`);
  expect([transition.status, transition.approvals.length]).toEqual(['applied', 2]);
});

it('a policy that changes while promotions run leaves each judged by one revision or the other', async () => {
  await seed('judged', 20, () => 0.6);
  const strict = { ...POLICY, rules: [{ metric: 'accuracy', min: 0.95 }] };
  const [, ...answers] = await Promise.all([
    at(0).put('/models/judged/gate-policy', strict),
    ...Array.from({ length: 20 }, (_, lane) => promote(lane, 'judged', lane + 1)),
  ]);
  const revisions = answers.map(({ status, body }) => [status, body.gateReport.policyRevision]);
  for (const [status, revision] of revisions) expect([status, revision]).toEqual(revision === 1 ? [201, 1] : [422, 2]);
});

it('after all of that the audit chains are whole', async () => {
  const verification = await at(0).get('/audit-events/verification');
  expect([verification.valid, verification.firstBroken]).toEqual([true, null]);
  expect(verification.events).toBeGreaterThan(3_000);
});
