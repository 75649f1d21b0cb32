import { TestApp } from './support/app/app.js';
import { ACCURACY_POLICY, type Fields, gatedModel as gatedModelOf, type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

const gatedModel = (accuracies: number[], policy?: Fields) => gatedModelOf(team, accuracies, policy);

describe('a free alias', () => {
  it('points at any version, moves, and goes', async () => {
    const { ci, viewer } = team;
    const model = await gatedModel([0.9, 0.2]);
    expect(await ci.pointsAlias(model, 'shadow', 1)).toEqual({ model, alias: 'shadow', version: 1 });
    expect(await ci.pointsAlias(model, 'shadow', 2)).toEqual({ model, alias: 'shadow', version: 2 });
    expect(await viewer.get(`/models/${model}/aliases/shadow`)).toEqual({ model, alias: 'shadow', version: 2 });
    expect((await viewer.get(`/models/${model}/versions/2`)).aliases).toEqual(['shadow']);
    await ci.delete(`/models/${model}/aliases/shadow`);
    for (const method of ['GET', 'DELETE']) {
      const problem = await ci.problem(method, `/models/${model}/aliases/shadow`);
      expect(problem).toMatchObject({ status: 404, code: 'ALIAS_NOT_FOUND' });
    }
    const events = (await ci.audit(model)).slice(-3);
    expect(events.map(({ action, version, details }) => [action, version, details.alias])).toEqual([
      ['alias.set', 1, 'shadow'],
      ['alias.set', 2, 'shadow'],
      ['alias.deleted', 2, 'shadow'],
    ]);
    expect(await ci.stages(model)).toEqual(['None', 'None']);
  });

  it('stays where it points when Production changes', async () => {
    const { ci } = team;
    const model = await gatedModel([0.9, 0.9]);
    await ci.promotes(model, 1);
    await ci.pointsAlias(model, 'stable', 1);
    await ci.promotes(model, 2);
    expect((await ci.get(`/models/${model}`)).aliases).toEqual({ champion: 2, stable: 1 });
  });

  it.each([
    'latest',
    'Latest',
    'v1',
    'V22',
    'production',
    'Production',
    'STAGING',
    'none',
    'Archived',
    '1st',
    'a b',
    'ü',
    '-x',
    'a'.repeat(129),
  ])('is never called %s', async (alias) => {
    const model = await gatedModel([0.9]);
    const path = `/models/${model}/aliases/${encodeURIComponent(alias)}`;
    expect(await team.ci.problem('PUT', path, { version: 1 })).toMatchObject({ status: 400, code: 'INVALID_ALIAS' });
  });

  it.each(['constructor', 'toString', '__proto__', 'a%00b'])(
    'named %s is not there unless it was set',
    async (alias) => {
      const model = await gatedModel([0.9]);
      for (const method of ['GET', 'DELETE'])
        expect([400, 404]).toContain((await team.ci.problem(method, `/models/${model}/aliases/${alias}`)).status);
    },
  );

  it('latest is the highest version without being set', async () => {
    const { ci } = team;
    const model = await gatedModel([]);
    expect(await ci.problem('GET', `/models/${model}/aliases/latest`)).toMatchObject({ status: 404 });
    await ci.registersMany(model, 2);
    expect((await ci.get(`/models/${model}/aliases/latest`)).version).toBe(2);
  });
});

describe('champion', () => {
  it('mirrors Production through promotion, rollback and archiving', async () => {
    const { ci, anna } = team;
    const model = await gatedModel([0.9, 0.9]);
    const champion = async () => (await ci.get(`/models/${model}`)).aliases.champion;
    expect(await champion()).toBeUndefined();
    expect(await ci.problem('GET', `/models/${model}/aliases/champion`)).toMatchObject({ status: 404 });
    await ci.promotes(model, 1);
    expect(await champion()).toBe(1);
    await ci.promotes(model, 2);
    expect((await ci.get(`/models/${model}/aliases/champion`)).version).toBe(2);
    expect((await ci.get(`/models/${model}/versions/1`)).aliases).toEqual([]);
    await anna.rollsBack(model);
    expect(await champion()).toBe(1);
    await anna.archives(model, 1, { allowEmptyProduction: true });
    expect(await champion()).toBeUndefined();
  });

  it.each(['champion', 'Champion', 'CHAMPION'])('written as %s, it asks for a promotion', async (alias) => {
    const { ci } = team;
    const model = await gatedModel([0.9, 0.2]);
    const applied = await ci.pointsAlias(model, alias, 1, 201);
    expect(applied).toMatchObject({ kind: 'promote', status: 'applied', toStage: 'Production', version: 1 });
    expect(applied.gateReport.verdict).toBe('PASS');
    const refusal = await ci.problem('PUT', `/models/${model}/aliases/${alias}`, { version: 2 });
    expect(refusal).toMatchObject({ status: 422, code: 'GATES_REFUSED', gateReport: { verdict: 'FAIL' } });
    expect((await ci.get(`/models/${model}`)).aliases).toEqual({ champion: 1 });
  });

  it('written with the version that is in Production, changes nothing', async () => {
    const { ci } = team;
    const model = await gatedModel([0.9]);
    await ci.promotes(model, 1);
    const before = (await ci.get(`/models/${model}/transitions`)).items;
    expect(await ci.pointsAlias(model, 'champion', 1)).toEqual({ model, alias: 'champion', version: 1 });
    expect((await ci.get(`/models/${model}/transitions`)).items).toEqual(before);
  });

  it('that awaits approval keeps its model from being deleted', async () => {
    const { ci, root } = team;
    const model = await gatedModel([0.9], { approvals: undefined });
    const { id } = await ci.pointsAlias(model, 'champion', 1, 202);
    expect(await root.problem('DELETE', `/models/${model}`)).toMatchObject({
      status: 409,
      code: 'MODEL_AWAITS_DECISION',
    });
    await ci.post(`/transitions/${id}/cancel`, undefined, 200);
    await root.delete(`/models/${model}`);
  });

  it('waits for approval as any promotion does', async () => {
    const { ci, anna } = team;
    const model = await gatedModel([0.9], { approvals: undefined });
    const request = await ci.pointsAlias(model, 'champion', 1, 202);
    expect((await ci.get(`/models/${model}`)).aliases).toEqual({});
    await anna.approves(request);
    expect((await ci.get(`/models/${model}`)).aliases).toEqual({ champion: 1 });
  });

  it('cannot be deleted', async () => {
    const model = await gatedModel([0.9]);
    await team.ci.promotes(model, 1);
    const problem = await team.root.problem('DELETE', `/models/${model}/aliases/champion`);
    expect(problem).toMatchObject({ status: 409, code: 'ALIAS_PROTECTED' });
  });
});

describe('an alias that the policy protects', () => {
  const policy = { protectedAliases: ['serving'] };

  it('is no way around the gates', async () => {
    const { ci } = team;
    const model = await gatedModel([0.9, 0.2], policy);
    expect(await ci.pointsAlias(model, 'serving', 1, 201)).toMatchObject({ status: 'applied', version: 1 });
    const refusal = await ci.problem('PUT', `/models/${model}/aliases/serving`, { version: 2 });
    expect(refusal).toMatchObject({ status: 422, code: 'GATES_REFUSED' });
    expect((await ci.get(`/models/${model}`)).aliases).toEqual({ champion: 1, serving: 1 });
  });

  it('moves with the approval it waited for, not before', async () => {
    const { ci, anna } = team;
    const model = await gatedModel([0.9], { ...policy, approvals: undefined });
    const request = await ci.pointsAlias(model, 'serving', 1, 202);
    expect((await ci.get(`/models/${model}`)).aliases).toEqual({});
    await anna.approves(request);
    expect((await ci.get(`/models/${model}`)).aliases).toEqual({ champion: 1, serving: 1 });
  });

  it('stays where it is when the approval is denied', async () => {
    const { ci, anna } = team;
    const model = await gatedModel([0.9], { ...policy, approvals: undefined });
    await anna.rejects(await ci.pointsAlias(model, 'serving', 1, 202));
    expect((await ci.get(`/models/${model}`)).aliases).toEqual({});
  });

  it('may point at the version in Production without asking again', async () => {
    const { ci } = team;
    const model = await gatedModel([0.9], policy);
    await ci.promotes(model, 1);
    expect(await ci.pointsAlias(model, 'serving', 1)).toEqual({ model, alias: 'serving', version: 1 });
  });

  it('is deleted by approvers alone', async () => {
    const { ci, root } = team;
    const model = await gatedModel([0.9], policy);
    await ci.pointsAlias(model, 'serving', 1, 201);
    expect((await ci.problem('DELETE', `/models/${model}/aliases/serving`)).status).toBe(403);
    await root.delete(`/models/${model}/aliases/serving`);
  });

  it('of the default policy is protected in every model without a policy of its own', async () => {
    const { ci, root } = team;
    const before = await root.get('/gate-policy');
    await root.setsPolicy(null, { ...ACCURACY_POLICY, protectedAliases: ['live'] });
    const model = await ci.creates();
    await ci.registers(model);
    await ci.evaluates(model, 1, { accuracy: 0.2 });
    expect(await ci.problem('PUT', `/models/${model}/aliases/live`, { version: 1 })).toMatchObject({ status: 422 });
    await root.setsPolicy(null, before.document ?? { preset: 'open' });
  });
});

it.each([
  ['PUT', 'nobody', 'x', { version: 1 }, 404],
  ['PUT', 'nobody', 'champion', { version: 1 }, 404],
  ['GET', 'nobody', 'x', undefined, 404],
  ['DELETE', 'nobody', 'x', undefined, 404],
  ['PUT', 'nobody', 'x', undefined, 400],
  ['PUT', 'nobody', 'x', {}, 400],
  ['PUT', 'nobody', 'x', { version: '1' }, 400],
  ['PUT', 'nobody', 'x', { version: 0 }, 400],
  ['PUT', 'nobody', 'x', { version: 1, force: true }, 400],
])('%s of %s/%s with %j is %i', async (method, model, alias, body, status) => {
  expect((await team.root.problem(method, `/models/${model}/aliases/${alias}`, body)).status).toBe(status);
});

it('aliases are written by contributors and read by everybody who is somebody', async () => {
  const model = await gatedModel([0.9]);
  const path = `/models/${model}/aliases/x`;
  for (const who of [team.viewer, team.anna]) {
    expect((await who.problem('PUT', path, { version: 1 })).status).toBe(403);
    expect((await who.problem('DELETE', path)).status).toBe(403);
  }
  for (const method of ['PUT', 'GET', 'DELETE']) {
    const body = method === 'PUT' ? { version: 1 } : undefined;
    expect((await app.anonymous().send(method, path, body)).status).toBe(401);
  }
});
