import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ACCURACY_POLICY, guardedModel, slots, type Team, teamOf, uniqueName } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

describe('a model', () => {
  it('is created with what was said of it, and answered alike ever after', async () => {
    const { ci, viewer } = team;
    const model = uniqueName();
    const fields = { name: model, description: 'Ranks *offers*.', owner: 'risk', tags: { team: 'fraud', region: '' } };
    const created = await ci.post('/models', fields);
    expect(created).toMatchObject({ ...fields, createdBy: 'ci', latestVersion: null, productionVersion: null });
    expect(created.aliases).toEqual({});
    expect(await viewer.get(`/models/${model}`)).toEqual(created);
  });

  it('is empty where nothing was said', async () => {
    const model = await team.ci.creates();
    expect(await team.ci.get(`/models/${model}`)).toMatchObject({ description: '', owner: null, tags: {} });
  });

  it('exists once under its name, and names differ by case', async () => {
    const { ci } = team;
    const model = await ci.creates();
    expect(await ci.problem('POST', '/models', { name: model })).toMatchObject({ status: 409, code: 'MODEL_EXISTS' });
    await ci.creates(model.toUpperCase());
  });

  it('that several create at once is created by one of them', async () => {
    const model = uniqueName();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => team.ci.send('POST', '/models', { name: model })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
  });

  it('knows its highest version, its Production version and its aliases', async () => {
    const { ci, root } = team;
    const model = await ci.creates();
    await root.setsPolicy(model, { preset: 'open' });
    await ci.registersMany(model, 3);
    await ci.promotes(model, 2);
    await ci.pointsAlias(model, 'shadow', 3);
    expect(await ci.get(`/models/${model}`)).toMatchObject({
      latestVersion: 3,
      productionVersion: 2,
      aliases: { champion: 2, shadow: 3 },
    });
  });
});

describe('the state of a model', () => {
  it('says who put which version into Production when, what awaits approval, and that no policy holds', async () => {
    const { ci, anna, viewer } = team;
    const bare = await ci.creates();
    const noPolicy = { code: 'no_policy', message: expect.stringContaining('No gate policy') };
    expect(await ci.get(`/models/${bare}`)).toMatchObject({ production: null, awaiting: 0, conditions: [noPolicy] });
    const model = await guardedModel(team, slots(1), 3);
    const held = await ci.get(`/models/${model}/stages/Production`);
    const production = { version: 1, since: held.promotedAt, by: 'ci' };
    expect(await ci.get(`/models/${model}`)).toMatchObject({ production, awaiting: 0, conditions: [] });
    const request = await ci.asksFor(model, 2);
    await ci.asksFor(model, 3);
    const awaiting = { code: 'awaiting', message: '2 transitions await approval.' };
    const shown = await ci.get(`/models/${model}`);
    expect(shown).toMatchObject({ production, awaiting: 2, conditions: [awaiting] });
    const listed = async (query: string) => namesOf(await viewer.readsAll(`/models?${query}`));
    expect((await viewer.readsAll('/models?condition=awaiting')).find(({ name }) => name === model)).toEqual(shown);
    expect(await listed('condition=awaiting')).not.toContain(bare);
    expect(await listed('condition=no_policy')).toContain(bare);
    expect(await listed('condition=no_policy')).not.toContain(model);
    expect(await listed('condition=awaiting&stage=Production')).toEqual([model]);
    expect(await ci.problem('GET', '/models?condition=lost')).toMatchObject({ status: 400 });
    const applied = await anna.approves(request);
    expect(await ci.get(`/models/${model}`)).toMatchObject({
      production: { version: 2, since: applied.appliedAt, by: 'anna' },
      awaiting: 0,
      conditions: [],
    });
  });

  it('has its tenures, each with who began and who ended it', async () => {
    const { ci, anna, viewer } = team;
    const model = await guardedModel(team, { approvals: { slots: [] } }, 2);
    const promoted = await ci.promotes(model, 2);
    const back = await anna.rollsBack(model);
    const [now, second, first] = await viewer.readsAll(`/models/${model}/tenures`, 1);
    const ended = { endedBy: null, endedKind: null, endedTransitionId: null };
    expect(now).toEqual({
      version: 1,
      from: back.appliedAt,
      to: null,
      promotedBy: 'anna',
      kind: 'rollback',
      transitionId: back.id,
      ...ended,
    });
    expect(second).toEqual({
      version: 2,
      from: promoted.appliedAt,
      to: back.appliedAt,
      promotedBy: 'ci',
      kind: 'promote',
      transitionId: promoted.id,
      endedBy: 'anna',
      endedKind: 'rollback',
      endedTransitionId: back.id,
    });
    expect(first).toMatchObject({ version: 1, kind: 'promote', endedTransitionId: promoted.id });
    const oldest = await viewer.get(`/models/${model}/tenures?sort=from&filter=version%20%3D%201`);
    expect(oldest.items).toEqual([first, now]);
    expect(await viewer.problem('GET', '/models/nothing/tenures')).toMatchObject({ status: 404 });
  });
});

const namesOf = (items: Json[]): string[] => items.map(({ name }: Json) => name);

describe('changing a model', () => {
  it('keeps what is absent, clears what is null and sets the rest', async () => {
    const { ci } = team;
    const model = await ci.creates(uniqueName(), { description: 'old', owner: 'risk', tags: { a: '1', b: '2' } });
    const path = `/models/${model}`;
    const untouched = await ci.patch(path, {});
    expect(untouched).toMatchObject({ description: 'old', owner: 'risk', tags: { a: '1', b: '2' } });
    expect(await ci.patch(path, { owner: null })).toMatchObject({ description: 'old', owner: null });
    expect(await ci.patch(path, { description: null })).toMatchObject({ description: '' });
    expect((await ci.patch(path, { tags: { a: null, c: '3' } })).tags).toEqual({ b: '2', c: '3' });
    expect((await ci.patch(path, { tags: null })).tags).toEqual({});
  });

  it('brings no more tags in many steps than in one', async () => {
    const { ci } = team;
    const tags = (stem: string) => Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`${stem}${at}`, 'x']));
    const model = await ci.creates(uniqueName(), { tags: tags('a') });
    const problem = await ci.problem('PATCH', `/models/${model}`, { tags: { b: 'x' } });
    expect(problem).toMatchObject({ status: 400, errors: [{ pointer: '/tags', code: 'IS_TAGS' }] });
    const swapped = await ci.patch(`/models/${model}`, { tags: { a0: null, b: 'x' } });
    expect(Object.keys(swapped.tags)).toHaveLength(100);
  });

  it.each(['null', '[]', '"x"', '7'])('takes no body such as %s', async (rawBody) => {
    const model = await team.ci.creates();
    const { body } = await team.ci.send('PATCH', `/models/${model}`, undefined, { rawBody });
    expect(body).toMatchObject({ status: 400, errors: [{ pointer: '', code: 'IS_OBJECT' }] });
  });

  it('is dated and audited with what was asked', async () => {
    const { ci } = team;
    const model = await ci.creates();
    const before = await ci.get(`/models/${model}`);
    const after = await ci.patch(`/models/${model}`, { owner: 'ops' });
    expect(Date.parse(after.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt));
    const events = await ci.audit(model);
    expect(events.map(({ action }) => action)).toEqual(['model.created', 'model.updated']);
    expect(events[1]).toMatchObject({ actor: 'ci', model, version: null, details: { owner: 'ops' } });
  });

  it('never touches name, creation or what nobody knows', async () => {
    const { ci } = team;
    const model = await ci.creates();
    for (const field of ['name', 'createdBy', 'colour', 'productionVersion']) {
      const problem = await ci.problem('PATCH', `/models/${model}`, { [field]: 'x' });
      expect(problem).toMatchObject({ status: 400, errors: [{ pointer: `/${field}`, code: 'UNKNOWN_FIELD' }] });
    }
  });
});

describe('a deleted model', () => {
  it('is gone with all below it, and its record stays', async () => {
    const { ci, root } = team;
    const model = await ci.creates();
    await ci.registers(model);
    await root.delete(`/models/${model}`);
    const below = ['', '/versions', '/versions/1', '/stages/None', '/transitions', '/gate-policy', '/aliases/latest'];
    for (const path of below) {
      const problem = await ci.problem('GET', `/models/${model}${path}`);
      expect(problem.status).toBe(404);
    }
    expect((await ci.readsAll('/models')).map(({ name }: Json) => name)).not.toContain(model);
    expect(await ci.problem('POST', `/models/${model}/versions`, { artifactUri: 'x' })).toMatchObject({ status: 404 });
    const actions = (await ci.audit(model)).map(({ action }) => action);
    expect(actions).toEqual(['model.created', 'version.registered', 'model.deleted']);
  });

  it('gives its name away, but never a number twice under that name', async () => {
    const { ci, root } = team;
    const model = await ci.creates(uniqueName(), { description: 'first' });
    await root.setsPolicy(model, ACCURACY_POLICY);
    await ci.registersMany(model, 3);
    await ci.pointsAlias(model, 'shadow', 2);
    await root.delete(`/models/${model}`);
    await ci.creates(model);
    expect(await ci.get(`/models/${model}`)).toMatchObject({ description: '', latestVersion: null, aliases: {} });
    expect((await ci.get(`/models/${model}/gate-policy`)).scope).not.toBe('model');
    expect((await ci.registers(model)).version).toBe(4);
    await root.delete(`/models/${model}`);
    await ci.creates(model);
    expect((await ci.registers(model)).version).toBe(5);
  });

  it('was not in Production', async () => {
    const { ci, anna, root } = team;
    const model = await ci.creates();
    await root.setsPolicy(model, { preset: 'open' });
    await ci.registers(model);
    await ci.promotes(model, 1);
    expect(await root.problem('DELETE', `/models/${model}`)).toMatchObject({
      status: 409,
      code: 'MODEL_IN_PRODUCTION',
    });
    await anna.archives(model, 1, { allowEmptyProduction: true });
    await root.delete(`/models/${model}`);
  });
});

describe('listing models', () => {
  it('answers those with a version in a stage', async () => {
    const { ci, root } = team;
    const [one, other] = [await ci.creates(uniqueName('staged')), await ci.creates(uniqueName('staged'))];
    await root.setsPolicy(one, { preset: 'open' });
    for (const model of [one, other]) await ci.registers(model);
    await ci.promotes(one, 1);
    const inProduction = await ci.readsAll(
      `/models?stage=Production&filter=${encodeURIComponent("name like 'staged-%'")}`,
    );
    expect(inProduction.map(({ name }: Json) => name)).toEqual([one]);
    const inNone = await ci.readsAll(`/models?stage=None&filter=${encodeURIComponent("name like 'staged-%'")}`);
    expect(inNone.map(({ name }: Json) => name)).toEqual([other]);
  });

  it('does not count deleted versions', async () => {
    const { ci, root } = team;
    const model = await ci.creates(uniqueName('emptied'));
    await ci.registers(model);
    await root.delete(`/models/${model}/versions/1`);
    const found = await ci.readsAll(`/models?stage=None&filter=${encodeURIComponent(`name = '${model}'`)}`);
    expect(found).toEqual([]);
    expect((await ci.get(`/models/${model}`)).latestVersion).toBeNull();
  });
});

describe('what is asked wrongly', () => {
  it.each([
    ['no name', {}, '/name', 'REQUIRED'],
    ['a name that is no text', { name: 3 }, '/name', 'IS_MATCHING'],
    ['a name with a slash', { name: 'a/b' }, '/name', 'IS_MATCHING'],
    ['a name with a line break at its end', { name: 'a\n' }, '/name', 'IS_MATCHING'],
    ['a name that is too long', { name: 'a'.repeat(129) }, '/name', 'IS_MATCHING'],
    ['an empty owner', { name: 'ok', owner: '' }, '/owner', 'IS_TEXT'],
    ['an owner that is null', { name: 'ok', owner: null }, '/owner', 'IS_TEXT'],
    ['a tag that is no text', { name: 'ok', tags: { a: 1 } }, '/tags', 'IS_TAGS'],
    ['tags that are a list', { name: 'ok', tags: [] }, '/tags', 'IS_TAGS'],
    ['a field nobody knows', { name: 'ok', stage: 'Production' }, '/stage', 'UNKNOWN_FIELD'],
  ])('a model with %s is refused with a pointer', async (_, body, pointer, code) => {
    const problem = await team.ci.problem('POST', '/models', body);
    expect(problem).toMatchObject({ status: 400, code: 'VALIDATION_FAILED', errors: [{ pointer, code }] });
    expect((await team.ci.send('GET', '/models/ok')).status).toBe(404);
  });

  it.each(['POST /models', 'POST /models/any/rename'])('%s without a body is 400', async (route) => {
    const [method, path] = route.split(' ') as [string, string];
    expect(await team.root.problem(method, path)).toMatchObject({ status: 400 });
  });

  it.each([
    ['GET', '/models/nobody', undefined],
    ['PATCH', '/models/nobody', {}],
    ['DELETE', '/models/nobody', undefined],
    ['POST', '/models/nobody/rename', { newName: 'somebody' }],
  ])('%s %s is 404', async (method, path, body) => {
    expect(await team.root.problem(method, path, body)).toMatchObject({ status: 404, code: 'MODEL_NOT_FOUND' });
  });

  it('a path that holds no model name is 400', async () => {
    expect(await team.root.problem('GET', '/models/a%20b')).toMatchObject({ status: 400, code: 'INVALID_MODEL_NAME' });
  });
});

describe('who may do what', () => {
  it.each([
    ['POST', '/models', { name: 'x' }, 'viewer'],
    ['PATCH', '/models/x', {}, 'anna'],
    ['DELETE', '/models/x', undefined, 'ci'],
    ['POST', '/models/x/rename', { newName: 'y' }, 'ci'],
  ] as const)('%s %s is not for everybody', async (method, path, body, who) => {
    expect(await team[who].problem(method, path, body)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect((await app.anonymous().send(method, path, body)).status).toBe(401);
  });

  it('nobody reads models without a token', async () => {
    for (const path of ['/models', '/models/x']) expect((await app.anonymous().send('GET', path)).status).toBe(401);
  });
});

it('a model without a policy of its own is governed by the default of the registry', async () => {
  const { ci, root } = team;
  const bare = await ci.creates();
  await root.setsPolicy(null, { preset: 'open' });
  expect(await ci.get(`/models/${bare}`)).toMatchObject({ conditions: [] });
  expect(await ci.readsAll('/models?condition=no_policy')).toEqual([]);
});
