import { TestApp } from './support/app/app.js';
import { type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

async function openModel(versions: number): Promise<string> {
  const model = await team.ci.creates();
  await team.root.setsPolicy(model, { preset: 'open' });
  await team.ci.registersMany(model, versions);
  return model;
}

it('a quarantined version says so and why, and is audited going in and out', async () => {
  const { anna, ben } = team;
  const model = await openModel(1);
  expect(await anna.quarantines(model, 1, 'It learned from a leak.')).toMatchObject({
    quarantined: true,
    quarantineReason: 'It learned from a leak.',
  });
  expect(await ben.releases(model, 1)).toMatchObject({ quarantined: false, quarantineReason: null });
  const events = (await anna.audit(model)).slice(-2);
  expect(events).toMatchObject([
    { action: 'version.quarantined', actor: 'anna', version: 1, details: { reason: 'It learned from a leak.' } },
    { action: 'version.released', actor: 'ben', version: 1 },
  ]);
});

it('a quarantined version enters neither Staging nor Production, by promotion, restoring, alias or rollback', async () => {
  const { ci, anna } = team;
  const model = await openModel(2);
  await ci.promotes(model, 1);
  await ci.promotes(model, 2);
  await anna.quarantines(model, 1);
  const refused = { status: 409, code: 'VERSION_QUARANTINED', transition: { status: 'refused' } };
  expect(await ci.isRefused(model, 1, 'Staging')).toMatchObject(refused);
  expect(await anna.problem('POST', `/models/${model}/rollback`, { reason: 'x', toVersion: 1 })).toMatchObject(refused);
  await ci.moves(model, 1, 'None');
  expect(await ci.isRefused(model, 1, 'Staging')).toMatchObject(refused);
  expect(await ci.isRefused(model, 1, 'Production')).toMatchObject(refused);
  expect(await ci.problem('PUT', `/models/${model}/aliases/champion`, { version: 1 })).toMatchObject(refused);
  expect(await ci.stages(model)).toEqual(['None', 'Production']);
  const refusals = (await ci.audit(model)).filter(({ action }) => action === 'transition.refused');
  expect(refusals).toHaveLength(5);
  await anna.releases(model, 1);
  await ci.promotes(model, 1);
});

it('a rollback without a target passes over quarantined versions', async () => {
  const { ci, anna } = team;
  const model = await openModel(3);
  for (const version of [1, 2, 3]) await ci.promotes(model, version);
  await anna.quarantines(model, 2);
  expect(await anna.rollsBack(model)).toMatchObject({ version: 1, displacedVersion: 3 });
});

it('a version in Production stays there when it is quarantined, until someone moves it', async () => {
  const { ci, anna } = team;
  const model = await openModel(2);
  await ci.promotes(model, 1);
  await ci.promotes(model, 2);
  await anna.quarantines(model, 2);
  expect(await ci.get(`/models/${model}/stages/Production`)).toMatchObject({ version: 2, quarantined: true });
  await anna.rollsBack(model);
  expect(await ci.stages(model)).toEqual(['Production', 'Archived']);
});

it('an approval that comes after the quarantine does not let the version through', async () => {
  const { ci, anna, ben, root } = team;
  const model = await ci.creates();
  await root.setsPolicy(model, { rules: [{ metric: 'accuracy', min: 0.5 }], allowSkipStaging: true });
  await ci.registers(model);
  await ci.evaluates(model, 1, { accuracy: 0.9 });
  const request = await ci.asksFor(model, 1);
  await anna.quarantines(model, 1);
  expect(await ben.approvesInVain(request)).toMatchObject({ status: 409, code: 'VERSION_QUARANTINED' });
  expect((await ci.get(`/transitions/${request.id}`)).status).not.toBe('awaiting_approval');
  expect(await ci.stages(model)).toEqual(['None']);
});

it('quarantine is put on once and lifted once', async () => {
  const { anna } = team;
  const model = await openModel(1);
  const path = `/models/${model}/versions/1/quarantine`;
  expect(await anna.problem('DELETE', path)).toMatchObject({ status: 409, code: 'NOT_QUARANTINED' });
  await anna.quarantines(model, 1);
  expect(await anna.problem('POST', path, { reason: 'again' })).toMatchObject({
    status: 409,
    code: 'ALREADY_QUARANTINED',
  });
  await anna.releases(model, 1);
});

it('a quarantine needs a reason, a version and someone who may', async () => {
  const { ci, anna } = team;
  const model = await openModel(1);
  const path = `/models/${model}/versions/1/quarantine`;
  for (const body of [undefined, {}, { reason: '' }, { reason: null }, { reason: 'x', until: 'x' }])
    expect((await anna.problem('POST', path, body)).status).toBe(400);
  expect(await anna.problem('POST', `/models/${model}/versions/2/quarantine`, { reason: 'x' })).toMatchObject({
    status: 404,
    code: 'VERSION_NOT_FOUND',
  });
  expect(await anna.problem('DELETE', '/models/nobody/versions/2/quarantine')).toMatchObject({ status: 404 });
  for (const method of ['POST', 'DELETE']) {
    const body = method === 'POST' ? { reason: 'x' } : undefined;
    expect((await ci.problem(method, path, body)).status).toBe(403);
    expect((await app.anonymous().send(method, path, body)).status).toBe(401);
  }
});
