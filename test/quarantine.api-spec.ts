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

it.each([
  ['the query', '?reason=It%20was%20cleaned.', undefined],
  ['a body', '', { reason: 'It was cleaned.' }],
  ['both alike', '?reason=It%20was%20cleaned.', { reason: 'It was cleaned.' }],
])('the reason of a release may stand in %s', async (_where, query, body) => {
  const model = await openModel(1);
  await team.anna.quarantines(model, 1);
  const answer = await team.anna.send('DELETE', `/models/${model}/versions/1/quarantine${query}`, body);
  expect(answer.status).toBe(200);
  const [event] = (await team.anna.audit(model)).slice(-1);
  expect(event).toMatchObject({ action: 'version.released', details: { reason: 'It was cleaned.' } });
});

it('two reasons for one release are refused', async () => {
  const model = await openModel(1);
  await team.anna.quarantines(model, 1);
  const path = `/models/${model}/versions/1/quarantine?reason=one`;
  const { status, body } = await team.anna.send('DELETE', path, { reason: 'another' });
  expect([status, body.errors]).toEqual([400, [expect.objectContaining({ in: 'query', pointer: '/reason' })]]);
});

it('a day stands for its first moment, where a time is asked for', async () => {
  const model = await openModel(1);
  const at = (time: string) => team.anna.problem('GET', `/models/${model}/stages/Production?at=${time}`);
  expect(await at('2026-01-01')).toMatchObject({ code: 'STAGE_EMPTY' });
  expect(await at('2026-02-30')).toMatchObject({ code: 'VALIDATION_FAILED' });
  expect((await team.anna.get(`/audit-events?model=${model}&from=2000-01-01`)).items.length).toBeGreaterThan(0);
});
