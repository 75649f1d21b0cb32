import { Clock } from '../src/platform/clock.js';
import { TestApp } from './support/app/app.js';
import {
  ACCURACY_POLICY,
  type Fields,
  gatedModel,
  guardedModel,
  slots,
  type Team,
  teamOf,
  uniqueName,
} from './support/app/registry.js';

let app: TestApp;
let replica: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  replica = await TestApp.start({ beside: app });
  team = await teamOf(app);
});
afterEach(() => setClock(null));
afterAll(async () => {
  await replica?.stop();
  await app?.stop();
});

/** Sets the clock of the service to a time; null lets it run again. */
function setClock(time: string | null): void {
  const clock = app.nest.get(Clock, { strict: false });
  clock.now = time === null ? () => new Date() : () => new Date(time);
}

const HOUR_MS = 3_600_000;
const fromNow = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();
const freezeNow = (fields: Fields = {}): Fields => ({
  name: uniqueName('freeze'),
  reason: 'Quarter end.',
  start: fromNow(-1),
  end: fromNow(1),
  ...fields,
});

describe('a freeze', () => {
  it('refuses promotions to Production with all that one has to know, until it is ended', async () => {
    const { ci, root, viewer } = team;
    const model = await gatedModel(team, [0.9, 0.7]);
    const freeze = await root.post('/freezes', freezeNow({ models: [model] }));
    expect(freeze).toMatchObject({ source: 'freeze', holds: true, models: [model], roles: ['admin'], endedAt: null });
    const refusal = await ci.isRefused(model, 1);
    expect(refusal).toMatchObject({
      status: 409,
      code: 'FROZEN',
      until: freeze.end,
      transition: { status: 'refused', code: 'FROZEN' },
      gateReport: { verdict: 'PASS' },
      blockers: [{ code: 'FROZEN', until: freeze.end, roles: ['admin'], remedy: expect.any(String) }],
    });
    for (const part of [freeze.name, 'Quarter end.', freeze.end]) expect(refusal.detail).toContain(part);
    const failing = await ci.isRefused(model, 2);
    expect(failing).toMatchObject({ status: 422, code: 'GATES_REFUSED' });
    expect(failing.blockers.map(({ code }: Fields) => code)).toEqual(['GATES_REFUSED', 'FROZEN']);
    expect(await viewer.get(`/models/${model}`)).toMatchObject({ conditions: [{ code: 'frozen' }] });
    await root.delete(`/freezes/${freeze.id}`, 204);
    expect(await viewer.get(`/freezes/${freeze.id}`)).toMatchObject({ holds: false, endedBy: 'root' });
    expect(await root.problem('DELETE', `/freezes/${freeze.id}`)).toMatchObject({ status: 409, code: 'FREEZE_ENDED' });
    await ci.promotes(model, 1);
  });

  it('holds on every replica for the next request, and follows its models by whatever name', async () => {
    const { ci, root } = team;
    const model = await gatedModel(team, [0.9]);
    const { id } = await root.at(replica.url).post('/freezes', freezeNow({ models: [model] }));
    expect(await ci.isRefused(model, 1)).toMatchObject({ code: 'FROZEN' });
    const renamed = `${model}-renamed`;
    await root.post(`/models/${model}/rename`, { newName: renamed }, 200);
    expect(await ci.isRefused(renamed, 1)).toMatchObject({ code: 'FROZEN' });
    expect(await root.get(`/freezes/${id}`)).toMatchObject({ models: [renamed] });
    await root.delete(`/freezes/${id}`, 204);
    await ci.at(replica.url).promotes(renamed, 1);
  });

  it('of the registry holds all models back, but no rollback and no move to Staging', async () => {
    const { anna, ci, root, viewer } = team;
    const model = await gatedModel(team, [0.9, 0.9, 0.9]);
    await ci.promotes(model, 1);
    await ci.promotes(model, 2);
    const { id } = await root.post('/freezes', freezeNow());
    await ci.moves(model, 3, 'Staging');
    expect(await ci.isRefused(model, 3)).toMatchObject({ code: 'FROZEN' });
    expect(await anna.rollsBack(model)).toMatchObject({ status: 'applied', version: 1 });
    const frozen = await viewer.get('/models?condition=frozen&limit=200');
    expect(frozen.items.map(({ name }: Fields) => name)).toContain(model);
    await root.delete(`/freezes/${id}`, 204);
    expect((await viewer.get('/models?condition=frozen')).items).toEqual([]);
  });

  it('is judged when a transition would be applied, not when it is asked for, and takes no approval meanwhile', async () => {
    const { anna, ben, ci, root } = team;
    const model = await guardedModel(team, slots(2));
    const { id } = await root.post('/freezes', freezeNow({ models: [model] }));
    const transition = await ci.asksFor(model, 2);
    await anna.approves(transition);
    const held = await ben.approvesInVain(transition);
    expect(held).toMatchObject({ status: 409, code: 'FROZEN', transition: { status: 'awaiting_approval' } });
    expect((await ci.audit(model)).at(-1)).toMatchObject({
      action: 'access.denied',
      actor: 'ben',
      details: { transitionId: transition.id, code: 'FROZEN' },
    });
    expect(await ben.get(`/transitions/${transition.id}/standing`)).toMatchObject({
      blockers: [{ code: 'APPROVALS_LACKING' }, { code: 'FROZEN' }],
      ifApproved: { status: 'awaiting_approval', code: 'FROZEN' },
    });
    await root.delete(`/freezes/${id}`, 204);
    expect(await ben.approves(transition)).toMatchObject({ status: 'applied' });
  });

  it('is told to whoever checks the gates', async () => {
    const { ci, root } = team;
    const model = await gatedModel(team, [0.9]);
    const before = await ci.checks(model, 1);
    const { id } = await root.post('/freezes', freezeNow({ models: [model] }));
    const during = await ci.checks(model, 1);
    expect(during).toMatchObject({ verdict: 'PASS', digest: before.digest, blockers: [{ code: 'FROZEN' }] });
    await root.delete(`/freezes/${id}`, 204);
    expect((await ci.checks(model, 1)).blockers).toEqual([]);
  });
});

describe('windows', () => {
  /** Both changes of the clock in three zones: the moment a window begins, by cron in the zone. */
  it.each([
    ['Europe/Amsterdam', '30 2 * * *', '2026-03-29T01:00:00.000Z'],
    ['Europe/Amsterdam', '30 2 * * *', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '30 2 * * *', '2026-03-08T07:00:00.000Z'],
    ['America/New_York', '30 1 * * *', '2026-11-01T05:30:00.000Z'],
    ['Australia/Lord_Howe', '15 2 * * *', '2026-10-03T15:30:00.000Z'],
    ['Australia/Lord_Howe', '45 1 * * *', '2026-04-04T14:45:00.000Z'],
  ])('in %s (%s) hold from %s to the millisecond', async (timeZone, cron, start) => {
    const { ci, root } = team;
    const model = await gatedModel(team, [0.9], {
      freeze: { timeZone, deny: [{ cron, duration: 'PT2H' }], appliesTo: ['PROMOTION'], rollbackExempt: true },
    });
    const { id } = await root.post('/freezes', {
      name: 'again',
      reason: 'x',
      recurrence: { cron, duration: 'PT2H' },
      timeZone,
      models: [model],
    });
    const begin = Date.parse(start);
    for (const [offset, isFrozen] of [
      [-1, false],
      [0, true],
      [2 * HOUR_MS - 1, true],
      [2 * HOUR_MS, false],
    ] as const) {
      setClock(new Date(begin + offset).toISOString());
      const { blockers } = await ci.checks(model, 1);
      const until = new Date(begin + 2 * HOUR_MS).toISOString();
      expect(blockers.map((blocker: Fields) => [blocker.code, blocker.until])).toEqual(
        isFrozen
          ? [
              ['FROZEN', until],
              ['FROZEN', until],
            ]
          : [],
      );
    }
    setClock(new Date(begin).toISOString());
    expect(await ci.isRefused(model, 1)).toMatchObject({ status: 409, code: 'FROZEN' });
    setClock(new Date(begin - 1).toISOString());
    await ci.promotes(model, 1);
    await root.delete(`/freezes/${id}`, 204);
  });

  it('of a policy deny before they allow, and hold rollbacks back where the policy says so', async () => {
    const { anna, ci, root } = team;
    const model = await gatedModel(team, [0.9, 0.9]);
    await ci.promotes(model, 1);
    await ci.promotes(model, 2);
    const freeze = {
      deny: [{ cron: '0 12 * * *', duration: 'PT1H' }],
      allow: [{ cron: '0 9 * * 1-5', duration: 'PT8H' }],
      rollbackExempt: false,
    };
    await root.setsPolicy(model, { ...ACCURACY_POLICY, freeze });
    setClock('2026-11-27T12:30:00.000Z');
    expect(await anna.problem('POST', `/models/${model}/rollback`, { reason: 'x' })).toMatchObject({
      code: 'FROZEN',
      until: '2026-11-27T13:00:00.000Z',
    });
    setClock('2026-11-28T12:00:00.000Z');
    expect((await ci.checks(model, 1)).blockers).toMatchObject([{ code: 'FROZEN', until: '2026-11-30T09:00:00.000Z' }]);
    setClock('2026-11-30T09:00:00.000Z');
    expect(await anna.rollsBack(model)).toMatchObject({ version: 1 });
  });

  it('that hold at a time, and in a range of it, are told with those of the policy', async () => {
    const { root, viewer } = team;
    const model = await gatedModel(team, [], { freeze: { deny: [{ cron: '0 0 1 * *', duration: 'P1D' }] } });
    const single = { name: 'gala', reason: 'x', timeZone: 'Europe/Amsterdam', models: [model] };
    const { id } = await root.post('/freezes', { ...single, start: '2027-01-01T12:00', end: '2027-01-02T12:00' });
    const at = (time: string) => viewer.get(`/freezes?model=${model}&at=${time}`);
    expect((await at('2027-01-01T11:00:00Z')).items).toMatchObject([
      { id, source: 'freeze', until: '2027-01-02T11:00:00.000Z' },
      { id: null, source: 'policy', until: '2027-01-02T00:00:00.000Z' },
    ]);
    expect((await at('2027-01-02T11:00:00Z')).items).toEqual([]);
    const calendar = await viewer.get(`/freezes/calendar?from=2027-01-01&to=2027-03-01&model=${model}`);
    expect(calendar.windows.map(({ source, start, end }: Fields) => [source, start, end])).toEqual([
      ['policy', '2027-01-01T00:00:00.000Z', '2027-01-02T00:00:00.000Z'],
      ['freeze', '2027-01-01T11:00:00.000Z', '2027-01-02T11:00:00.000Z'],
      ['policy', '2027-02-01T00:00:00.000Z', '2027-02-02T00:00:00.000Z'],
    ]);
    expect((await viewer.get(`/freezes?model=${model}`)).items).toMatchObject([{ id, holds: false }]);
    expect(await viewer.problem('GET', '/freezes/calendar?from=2027-01-01&to=2029-01-01')).toMatchObject({
      status: 400,
      code: 'CALENDAR_TOO_LONG',
    });
  });

  it('that are many are bounded, those of models apart from those of the registry', async () => {
    const { root } = team;
    const [crowded, other] = [await root.creates(), await root.creates()];
    const { id: crowdedId } = await standing(0, crowded);
    const later = { name: 'later', reason: 'x', start: fromNow(100), end: fromNow(101) };
    const answerOf = async (models?: string[]) =>
      (await root.send('POST', '/freezes', { ...later, ...(models && { models }) })).body.code ?? 'made';
    await standing(100, crowded);
    expect([await answerOf([crowded]), await answerOf([other, crowded])]).toEqual([
      'TOO_MANY_FREEZES',
      'TOO_MANY_FREEZES',
    ]);
    expect([await answerOf([other]), await answerOf()]).toEqual(['made', 'made']);
    await app.dataSource.query(
      `UPDATE freezes SET ended_at = now(), ended_by = 'root' WHERE id = (
         SELECT id FROM freezes WHERE $1 = ANY(model_ids) AND ended_at IS NULL LIMIT 1)`,
      [crowdedId],
    );
    expect([await answerOf([crowded]), await answerOf([crowded])]).toEqual(['made', 'TOO_MANY_FREEZES']);
    await standing(100);
    expect([await answerOf(), await answerOf([other])]).toEqual(['TOO_MANY_FREEZES', 'made']);
    for (let models = 0; models < 20; models += 1) await standing(100, await root.creates());
    expect(await answerOf([other])).toBe('TOO_MANY_FREEZES');
    await app.dataSource.query(
      `UPDATE freezes SET ended_at = now(), ended_by = 'root' WHERE name = 'standing' AND ended_at IS NULL`,
    );
    expect([await answerOf(), await answerOf([other])]).toEqual(['made', 'made']);
  });

  /** Freezes of the registry or of a model that are to come; answers the model's id. */
  async function standing(count: number, model: string | null = null): Promise<{ id: string | null }> {
    const [{ id }] = await app.dataSource.query('SELECT (SELECT id FROM models WHERE name = $1) AS id', [model]);
    await app.dataSource.query(
      `INSERT INTO freezes (id, name, reason, start_at, end_at, time_zone, model_ids, created_at, created_by)
       SELECT gen_random_uuid(), 'standing', 'x', now() + interval '99 days', now() + interval '100 days', 'UTC',
         CASE WHEN $1::uuid IS NOT NULL THEN ARRAY[$1::uuid] END, now(), 'root' FROM generate_series(1, $2)`,
      [id, count],
    );
    return { id };
  }

  it('that recur all the time fill a calendar in the order of all of them, as far as it goes', async () => {
    const { root, viewer } = team;
    const model = await gatedModel(team, [], { freeze: { deny: [{ cron: '* * * * *', duration: 'PT10S' }] } });
    const recurring = { reason: 'x', models: [model], recurrence: { cron: '*/2 * * * *', duration: 'PT30S' } };
    for (const name of ['a', 'b']) await root.post('/freezes', { ...recurring, name });
    const { windows, leftOut } = await viewer.get(`/freezes/calendar?from=2027-01-01&to=2027-12-01&model=${model}`);
    expect([windows.length, leftOut]).toEqual([1_000, 1_000]);
    const starts = windows.map(({ start }: Fields) => start);
    expect(starts).toEqual(starts.toSorted());
    expect(starts.at(-1)).toBe('2027-01-01T08:19:00.000Z');
    const names = windows.slice(0, 5).map(({ name }: Fields) => name);
    expect(names).toEqual(['a', 'b', 'Gate policy of Production', 'Gate policy of Production', 'a']);
  });

  it('of a policy have so many windows together', async () => {
    const { root } = team;
    const deny = Array.from({ length: 67 }, (_, day) => ({ cron: `0 0 ${(day % 28) + 1} * *`, duration: 'PT1H' }));
    const freeze = ['UTC', 'Europe/Amsterdam', 'Asia/Tokyo'].map((timeZone) => ({ timeZone, deny }));
    const set = (freezes: Fields[]) =>
      root.problem('PUT', `/models/${uniqueName()}/gate-policy`, { ...ACCURACY_POLICY, freeze: freezes });
    expect(await set(freeze)).toMatchObject({ status: 422, errors: [{ code: 'TOO_MANY_WINDOWS' }] });
    expect(await set(freeze.slice(1))).toMatchObject({ status: 404 });
  });

  it.each<[Fields, string, string]>([
    [{ start: undefined }, '/end', 'ONE_WINDOW'],
    [{ recurrence: { cron: '0 0 * * *', duration: 'PT1H' } }, '/recurrence', 'ONE_WINDOW'],
    [{ start: '2026-12-02T00:00Z', end: '2026-12-01T00:00:00Z' }, '/start', 'INVALID_TIME'],
    [{ start: '2026-12-02T00:00:00Z', end: '2026-12-01T00:00:00Z' }, '/end', 'EMPTY_WINDOW'],
    [{ timeZone: 'Mars/Base' }, '/timeZone', 'UNKNOWN_TIME_ZONE'],
  ])('that make no sense are refused: %j', async (fields, pointer, code) => {
    const problem = await team.root.problem('POST', '/freezes', freezeNow(fields));
    expect(problem).toMatchObject({ status: 400, errors: [{ pointer, code }] });
  });

  it.each([
    [{ cron: '61 * * * *', duration: 'PT1H' }, '/recurrence/cron', 'INVALID_CRON'],
    [{ cron: '0 0 31 2 *', duration: 'PT1H' }, '/recurrence/cron', 'NEVER_HOLDS'],
    [{ cron: '0 0 1 * *', duration: 'soon' }, '/recurrence/duration', 'INVALID_DURATION'],
  ])('that never come are refused: %j', async (recurrence, pointer, code) => {
    const problem = await team.root.problem('POST', '/freezes', { name: 'x', reason: 'x', recurrence });
    expect(problem).toMatchObject({ status: 400, errors: [{ pointer, code }] });
  });

  it('of a policy are checked, and one that never comes is warned of', async () => {
    const { ci, root } = team;
    const model = await ci.creates();
    const check = (freeze: Fields) =>
      root.post(`/models/${model}/gate-policy/checks`, { policy: { ...ACCURACY_POLICY, freeze } }, 200);
    expect(await check({ deny: [{ cron: '0 0 31 2 *', duration: 'PT1H' }] })).toMatchObject({
      valid: true,
      advice: [{ code: 'FREEZE_NEVER_HOLDS', ruleId: 'freeze', stage: 'Production' }],
    });
    expect(await check({ timeZone: 'Mars/Base', deny: [{ cron: '0 0 1 * *', duration: 'PT1H' }] })).toMatchObject({
      valid: false,
      faults: [{ pointer: '/freeze/timeZone', code: 'UNKNOWN_TIME_ZONE' }],
    });
    expect(await check({ deny: [{ cron: 'whenever', duration: 'PT1H' }] })).toMatchObject({
      faults: [{ pointer: '/freeze/deny/0/cron', code: 'INVALID_CRON' }],
    });
  });
});

it('freezes are set by administrators, of models that exist', async () => {
  const { anna, ci, root } = team;
  for (const person of [anna, ci])
    expect(await person.problem('POST', '/freezes', freezeNow())).toMatchObject({ status: 403 });
  expect(await root.problem('POST', '/freezes', freezeNow({ models: ['nobody'] }))).toMatchObject({
    status: 404,
    code: 'MODEL_NOT_FOUND',
  });
  const unknown = '01936b2e-0000-7000-8000-000000000000';
  for (const method of ['GET', 'DELETE'])
    expect(await root.problem(method, `/freezes/${unknown}`)).toMatchObject({ status: 404, code: 'FREEZE_NOT_FOUND' });
});
