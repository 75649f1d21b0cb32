import { TestApp } from './support/app/app.js';
import { type Answer, type Json } from './support/app/client.js';
import { ACCURACY_POLICY, type Person, slots, type Team, teamOf } from './support/app/registry.js';

/** Everything that people do, all at once, on few models and two replicas: no error, and all invariants at the end. */
let app: TestApp;
let replica: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  replica = await TestApp.start({ beside: app });
  team = await teamOf(app);
});
afterAll(async () => {
  await replica?.stop();
  await app?.stop();
});

const LANES = 8;
const STEPS = 60;
const MODELS = ['calm', 'busy', 'wild'];

/** The same steps in every run (mulberry32); what they meet depends on who is faster. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Step = (path: string, version: number, any: (below: number) => number) => Promise<Answer>;

function stepsOf(at: (person: Person) => Person): Step[] {
  const { ci, anna, ben, root } = team;
  const post = (who: Person, path: string, body: object): Promise<Answer> => at(who).send('POST', path, body);
  const move =
    (toStage: string, more: object = {}): Step =>
    (path, version) =>
      post(root, `${path}/versions/${version}/transitions`, { toStage, reason: 'storm', ...more });
  const decide =
    (who: Person, decision: string): Step =>
    async () => {
      const { items } = await at(who).get('/transitions?status=awaiting_approval&limit=3');
      return items.length === 0
        ? at(who).send('GET', '/transitions')
        : post(who, `/transitions/${items.at(-1).id}/approvals`, { decision });
    };
  const evaluate: Step = (path, version, any) =>
    post(ci, `${path}/versions/${version}/evaluations`, {
      dataset: { name: 'd', version: '1' },
      metrics: [{ name: 'accuracy', value: 0.78 + any(20) / 100, count: 1_000 }],
    });
  const promote: Step = (path, version, any) =>
    post(ci, `${path}/versions/${version}/transitions`, {
      toStage: 'Production',
      ...(any(3) === 0 && { expectedIncumbent: any(12) + 1 }),
    });
  return [
    (path) => post(ci, `${path}/versions`, { artifactUri: 's3://storm' }),
    evaluate,
    evaluate,
    promote,
    promote,
    promote,
    move('Staging'),
    move('Archived', { allowEmptyProduction: true }),
    move('None'),
    (path) => post(anna, `${path}/rollback`, { reason: 'storm' }),
    (path) => at(anna).send('DELETE', `${path}/hold`, { reason: 'storm' }),
    (path) => at(anna).send('DELETE', `${path}/hold`, { reason: 'storm' }),
    (path, version) => post(root, `${path}/versions/${version}/break-glass`, { ...EMERGENCY, toStage: 'Production' }),
    decide(anna, 'approve'),
    decide(ben, 'approve'),
    decide(ben, 'reject'),
    (path, version) => post(anna, `${path}/versions/${version}/quarantine`, { reason: 'storm' }),
    (path, version) => at(anna).send('DELETE', `${path}/versions/${version}/quarantine`),
    (path, version) => at(root).send('DELETE', `${path}/versions/${version}`),
    (path, version) => at(ci).send('PUT', `${path}/aliases/champion`, { version }),
    (path, version) => at(ci).send('PUT', `${path}/aliases/shadow`, { version }),
    (path) => at(ci).send('PATCH', path, { tags: { storm: 'yes' } }),
    (path, _, any) =>
      at(root).send('PUT', `${path}/gate-policy`, { ...ACCURACY_POLICY, ...(any(2) === 0 && slots(1)) }),
    (path, version) => post(ci, `${path}/versions/${version}/gate-checks`, { toStage: 'Production' }),
    (path) => post(root, `${path}/rename`, { newName: `${path.split('/').at(-1)!.split('-')[0]}-again` }),
    (path) => post(root, `${path}-again/rename`, { newName: path.split('/').at(-1)!.split('-')[0] }),
  ];
}

const EMERGENCY = { reason: 'storm', ticket: 'storm' };

async function lane(number: number): Promise<Answer[]> {
  const any = randomOf(number + 1);
  const url = number % 2 === 0 ? app.url : replica.url;
  const steps = stepsOf((person) => person.at(url));
  const answers: Answer[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const path = `/models/${MODELS[any(MODELS.length)]}${any(4) === 0 ? '-again' : ''}`;
    answers.push(await steps[any(steps.length)]!(path, any(12) + 1, any));
  }
  return answers;
}

it('whatever is asked at once, nothing fails, and the registry is whole at the end', async () => {
  for (const model of MODELS) {
    await team.root.creates(model);
    await team.root.setsPolicy(model, ACCURACY_POLICY);
    await team.ci.registersMany(model, 6);
  }
  const answers = (await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)))).flat();
  expect(answers.filter(({ status }) => status >= 500).map(({ body }) => body)).toEqual([]);
  const statuses = new Set(answers.map(({ status }) => status));
  for (const status of [200, 201, 404, 409]) expect(statuses).toContain(status);
  expect(await team.root.get('/audit-events/verification')).toMatchObject({ valid: true });
  for (const { name } of (await team.root.get('/models')).items) await isWhole(name);
});

/** What the service says of a model agrees with itself and with the tenures. */
async function isWhole(model: string): Promise<void> {
  const { productionVersion, aliases } = await team.root.get(`/models/${model}`);
  const versions: Json[] = await team.root.readsAll(`/models/${model}/versions?sort=version`);
  const inProduction = versions.filter(({ stage }) => stage === 'Production').map(({ version }) => version);
  expect(inProduction).toEqual(productionVersion === null ? [] : [productionVersion]);
  expect(aliases.champion ?? null).toBe(productionVersion);
  const tenures: { version: number; from: Date; to: Date | null }[] = await app.dataSource.query(
    `SELECT t.version, lower(held) AS "from", upper(held) AS "to" FROM production_tenures t
     JOIN models m ON m.id = t.model_id WHERE m.name = $1 ORDER BY lower(held)`,
    [model],
  );
  expect(tenures.filter(({ to }) => to === null).map(({ version }) => version)).toEqual(inProduction);
  const applied = await team.root.readsAll(`/models/${model}/transitions?status=applied`);
  const entries = applied.filter(({ toStage }) => toStage === 'Production').reverse();
  expect(tenures.map(({ version, from }) => [version, from.toISOString()])).toEqual(
    entries.map(({ version, appliedAt }) => [version, appliedAt]),
  );
  for (const [index, { to }] of tenures.entries()) {
    const next = tenures[index + 1];
    if (to !== null && next) expect(to.getTime()).toBeLessThanOrEqual(next.from.getTime());
  }
  const awaiting = await team.root.readsAll(`/models/${model}/transitions?status=awaiting_approval`);
  const live = new Set(versions.map(({ version }) => version));
  for (const { version, fromStage } of awaiting) {
    expect(live).toContain(version);
    expect(versions.find((candidate) => candidate.version === version)!.stage).toBe(fromStage);
  }
}
