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

const measured = (value = 0.9): Fields[] => [{ name: 'accuracy', slice: {}, value, count: 1_000 }];

async function backTests(model: string, ...rules: Fields[]): Promise<Json> {
  const policy = { ...ACCURACY_POLICY, rules };
  return team.ci.post('/gate-policy/back-tests', { policy, model }, 200);
}

it('a promotion that waivers let through counts as let through on its day, and one before them as refused', async () => {
  const { ci, anna, root } = team;
  const model = await ci.creates();
  const shown = { id: 'shown', metric: 'accuracy', min: 0.895, bound: 'lower_confidence' };
  await root.setsPolicy(model, { ...ACCURACY_POLICY, rules: [shown] });
  await ci.registers(model);
  await ci.evaluates(model, 1, measured());
  await ci.isRefused(model, 1);
  const reason = 'The rest of the rows arrives on Monday.';
  await anna.post(`/models/${model}/versions/1/waivers`, { toStage: 'Production', ruleId: 'shown', reason });
  await ci.promotes(model, 1);
  const changes = async (min: number) =>
    (await backTests(model, { metric: 'accuracy', min })).items.map(({ status, change }: Json) => [status, change]);
  expect(await changes(0.5)).toEqual([
    ['applied', 'same'],
    ['refused', 'newly_let_through'],
  ]);
  expect(await changes(0.95)).toEqual([
    ['applied', 'newly_refused'],
    ['refused', 'same'],
  ]);
});
