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

it('the past is answered as it stood then, with its tenure, and who had part in it', async () => {
  const { ci, anna, ben, root, viewer } = team;
  const model = await openModel(1);
  await root.setsPolicy(model, { rules: [{ metric: 'accuracy', min: 0.5 }], allowSkipStaging: true });
  await ci.registers(model, { description: 'first words', tags: { team: 'risk' } });
  await ci.evaluates(model, 2, { accuracy: 0.9 });
  const { id } = await ci.asksFor(model, 2);
  const { appliedAt } = await ben.post(`/transitions/${id}/approvals`, { decision: 'approve' });
  await ci.pointsAlias(model, 'shadow', 2);
  const then = (await ci.get(`/audit-events?model=${model}&limit=1`)).items[0].at;
  await ci.patch(`/models/${model}/versions/2`, { description: 'other words', tags: { team: null, site: 'b' } });
  await root.post(`/models/${model}/versions/2/quarantine`, { reason: 'Odd.' }, 200);
  await ci.pointsAlias(model, 'shadow', 1);
  const endedAt = (await anna.archives(model, 2, { allowEmptyProduction: true })).appliedAt;
  const promoters = { promotedBy: 'ben', promotionRequestedBy: 'ci', promotionApprovedBy: ['ben'] };
  expect(await viewer.get(`/models/${model}/stages/Production?at=${then}`)).toMatchObject({
    model,
    version: 2,
    stage: 'Production',
    stageEnteredAt: appliedAt,
    promotedAt: appliedAt,
    ...promoters,
    description: 'first words',
    tags: { team: 'risk' },
    quarantined: false,
    quarantineReason: null,
    aliases: ['champion', 'shadow'],
    tenure: { startedAt: appliedAt, endedAt, clockAheadUntil: null },
  });
  expect(await viewer.get(`/models/${model}/versions/2`)).toMatchObject({ stage: 'Archived', ...promoters });
});

it('after the clock of the database was ahead, an answer about the past says until when it may be wrong', async () => {
  const { ci, viewer } = team;
  const model = await openModel(2);
  const { appliedAt } = await ci.promotes(model, 1);
  await app.dataSource.query(`UPDATE models SET updated_at = now() + interval '2 days' WHERE name = $1`, [model]);
  const ahead = await ci.promotes(model, 2);
  expect(Date.parse(ahead.appliedAt)).toBeGreaterThan(Date.parse(shifted(appliedAt, 47 * 3_600_000)));
  expect(await viewer.get(`/models/${model}/stages/Production`)).toMatchObject({ version: 2 });
  expect(await viewer.get(`/models/${model}/stages/Production?at=${appliedAt}`)).toMatchObject({
    version: 1,
    tenure: { startedAt: appliedAt, endedAt: ahead.appliedAt, clockAheadUntil: ahead.appliedAt },
  });
});

it('the history of a model tells each tenure: who, why, and on what evidence', async () => {
  const { ci, anna, viewer } = team;
  const model = await openModel(3);
  await ci.promotes(model, 1);
  const evaluation = await ci.evaluates(model, 2, { accuracy: 0.9 });
  await ci.promotes(model, 2);
  await anna.rollsBack(model, { toVersion: 1, reason: 'Worse.' });
  const { items } = await viewer.get(`/models/${model}/history`);
  expect(items).toMatchObject([
    { version: 1, endedAt: null, ended: null, began: { kind: 'rollback', appliedBy: 'anna', reason: 'Worse.' } },
    {
      version: 2,
      began: { kind: 'promote', requestedBy: 'ci', approvedBy: [] },
      ended: { kind: 'rollback', version: 1 },
    },
    { version: 1, ended: { kind: 'promote', version: 2 } },
  ]);
  expect(items[1].startedAt).toBe(items[2].endedAt);
  expect(items[0].began.evaluationIds.every((id: string) => typeof id === 'string')).toBe(true);
  expect([evaluation.id, ...items[1].began.evaluationIds]).toContain(evaluation.id);
  const paged = await viewer.get(`/models/${model}/history?sort=startedAt&limit=2`);
  expect(paged.items).toEqual([items[2], items[1]]);
  const rest = await viewer.get(`/models/${model}/history?sort=startedAt&limit=2&cursor=${paged.nextCursor}`);
  expect(rest).toEqual({ items: [items[0]], nextCursor: null });
  expect((await viewer.get(`/models/${model}/history?filter=version = 2`)).items).toEqual([items[1]]);
  expect((await viewer.get(`/models/${model}/transitions?version=2`)).items).toMatchObject([{ version: 2 }]);
  expect((await viewer.get(`/transitions?version=3&status=applied`)).items).toEqual([]);
  expect(await viewer.problem('GET', '/models/nobody/history')).toMatchObject({ status: 404 });
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
  const toCome = shifted(back, 1_000_000_000);
  expect(await ci.problem('GET', `/models/${model}/stages/Production?at=${toCome}`)).toMatchObject({
    status: 400,
    code: 'AT_TO_COME',
    errors: [{ in: 'query', pointer: '/at' }],
  });
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
  ['/models/nobody/stages/Production?at=2026-02-30', 400, 'VALIDATION_FAILED'],
  ['/models/nobody/stages/Production?at=2026-01', 400, 'VALIDATION_FAILED'],
  ['/models/nobody/stages/Production?at=2026-01-01', 404, 'MODEL_NOT_FOUND'],
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
