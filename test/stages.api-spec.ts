import { TestApp } from './support/app/app.js';
import { type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app.stop());

async function openModel(versions: number): Promise<string> {
  const model = await team.ci.creates();
  await team.root.setsPolicy(model, { preset: 'open' });
  await team.ci.registersMany(model, versions);
  return model;
}

/** The time so many milliseconds after another, as it is written in a query. */
function shifted(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}

async function holderAt(model: string, at: string): Promise<number | null> {
  const { status, body } = await team.viewer.send('GET', `/models/${model}/stages/Production?at=${at}`);
  if (status === 200) return body.version;
  expect(body).toMatchObject({ status: 404, code: 'STAGE_EMPTY' });
  return null;
}

it('Production answers the one version, and who put it there when', async () => {
  const model = await openModel(2);
  const { appliedAt } = await team.ci.promotes(model, 2);
  expect(await team.viewer.get(`/models/${model}/stages/Production`)).toMatchObject({
    model,
    version: 2,
    stage: 'Production',
    stageEnteredAt: appliedAt,
    promotedAt: appliedAt,
    promotedBy: 'ci',
    aliases: ['champion'],
  });
});

it('other stages answer their highest version', async () => {
  const model = await openModel(4);
  for (const version of [3, 1]) await team.ci.promotes(model, version, 'Staging');
  expect((await team.ci.get(`/models/${model}/stages/Staging`)).version).toBe(3);
  expect((await team.ci.get(`/models/${model}/stages/None`)).version).toBe(4);
});

it('the past of Production is known to the millisecond, and every moment has one answer', async () => {
  const { ci, anna, root } = team;
  const model = await openModel(3);
  const first = (await ci.promotes(model, 1)).appliedAt;
  const second = (await ci.promotes(model, 2)).appliedAt;
  const emptied = (await anna.archives(model, 2, { allowEmptyProduction: true })).appliedAt;
  const third = (await ci.promotes(model, 3)).appliedAt;
  const back = (await anna.rollsBack(model, { toVersion: 1 })).appliedAt;
  const times = [first, second, emptied, third, back];
  expect([...new Set(times)].sort()).toEqual(times);
  const holders = [1, 2, null, 3, 1];
  for (const [index, time] of times.entries()) {
    expect(await holderAt(model, shifted(time, -1))).toBe(holders[index - 1] ?? null);
    expect(await holderAt(model, time)).toBe(holders[index]);
    const offset = encodeURIComponent(shifted(time, 2 * 3_600_000).replace('Z', '+02:00'));
    expect(await holderAt(model, offset)).toBe(holders[index]);
  }
  expect(await holderAt(model, shifted(back, 1_000_000))).toBe(1);
  expect(await holderAt(model, '0001-01-01T00:00:00Z')).toBeNull();
  await root.post(`/models/${model}/rename`, { newName: `${model}-new` }, 200);
  expect(await holderAt(`${model}-new`, second)).toBe(2);
});

it('promotions one right after another never share a millisecond', async () => {
  const model = await openModel(10);
  const applied: string[] = [];
  for (let version = 1; version <= 10; version += 1) applied.push((await team.ci.promotes(model, version)).appliedAt);
  expect(new Set(applied).size).toBe(10);
  for (const [index, time] of applied.entries()) expect(await holderAt(model, time)).toBe(index + 1);
});

it.each([
  ['/models/nobody/stages/Production', 404, 'MODEL_NOT_FOUND'],
  ['/models/nobody/stages/Production?at=2026-01-01T00:00:00Z', 404, 'MODEL_NOT_FOUND'],
  ['/models/nobody/stages/Staging', 404, 'MODEL_NOT_FOUND'],
  ['/models/nobody/stages/production', 400, 'INVALID_STAGE'],
  ['/models/nobody/stages/Staging?at=2026-01-01T00:00:00Z', 400, 'AT_NOT_APPLICABLE'],
  ['/models/nobody/stages/Production?at=yesterday', 400, 'VALIDATION_FAILED'],
  ['/models/nobody/stages/Production?at=', 400, 'VALIDATION_FAILED'],
  ['/models/nobody/stages/Production?at=2026-02-30T00:00:00Z', 400, 'VALIDATION_FAILED'],
  ['/models/nobody/stages/Production?at=2026-01-01', 400, 'VALIDATION_FAILED'],
  ['/models/nobody/stages/Production?when=2026-01-01T00:00:00Z', 400, 'VALIDATION_FAILED'],
])('GET %s is %i %s', async (path, status, code) => {
  expect(await team.viewer.problem('GET', path)).toMatchObject({ status, code });
});

it('an empty stage is 404 with a code of its own, and nobody reads it without a token', async () => {
  const model = await team.ci.creates();
  for (const stage of ['None', 'Staging', 'Production', 'Archived']) {
    const problem = await team.viewer.problem('GET', `/models/${model}/stages/${stage}`);
    expect(problem).toMatchObject({ status: 404, code: 'STAGE_EMPTY' });
  }
  expect((await app.anonymous().send('GET', `/models/${model}/stages/None`)).status).toBe(401);
});
