import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ACCURACY_POLICY, guardedModel, Person, type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let replica: TestApp;
let team: Team;
/** A model within reach of those bound to it, and one that is hidden from them. */
let own: string;
let hidden: string;
let request: Json;

beforeAll(async () => {
  app = await TestApp.start();
  replica = await TestApp.start({ beside: app });
  team = await teamOf(app);
  own = await guardedModel(team);
  hidden = await guardedModel(team);
  request = await team.ci.asksFor(hidden, 2);
});
afterAll(async () => {
  await replica?.stop();
  await app?.stop();
});

const binds = (subject: string, role: string, model = own): Promise<{ id: string }> =>
  team.root.post('/role-bindings', { subject, role, model });

async function boundTo(model: string, subject: string, role: string): Promise<Person> {
  await binds(subject, role, model);
  return Person.of(app, subject);
}

const WINDOW = { reason: 'A feast.', start: '2120-01-01T00:00:00Z', end: '2120-01-02T00:00:00Z' };
const TRUST = { issuer: 'https://ci.example', audience: 'stagegate', claims: { repository_id: '1' } };

describe('somebody with every right to one model', () => {
  let eve: Person;

  beforeAll(async () => {
    eve = await boundTo(own, 'eve', 'admin');
  });

  const code = async (method: string, path: string, body?: object): Promise<string> => {
    const { status, code: said } = await eve.problem(method, path, body);
    return `${status} ${said}`;
  };

  it('binds roles to that model alone', async () => {
    await eve.post('/role-bindings', { subject: 'friend', role: 'viewer', model: own });
    const binding = { subject: 'eve', role: 'admin' };
    expect(await code('POST', '/role-bindings', { ...binding, model: hidden })).toBe('404 MODEL_NOT_FOUND');
    expect(await code('POST', '/role-bindings', { ...binding, modelPrefix: 'm' })).toBe('403 FORBIDDEN');
    expect(await code('POST', '/role-bindings', binding)).toBe('403 FORBIDDEN');
  });

  it('trusts tokens of other issuers for that model alone, with no rights but their own', async () => {
    const rule = await eve.post('/trust-rules', { ...TRUST, roles: ['contributor'], model: own });
    expect(rule).toMatchObject({ model: own, roles: ['contributor'] });
    expect(await code('POST', '/trust-rules', { ...TRUST, roles: [], model: hidden })).toBe('404 MODEL_NOT_FOUND');
    expect(await code('POST', '/trust-rules', { ...TRUST, roles: ['viewer'] })).toBe('403 FORBIDDEN');
    expect(await code('POST', '/trust-rules', { ...TRUST, roles: [], modelPrefix: 'm' })).toBe('403 FORBIDDEN');
    const foreign = await team.root.post('/trust-rules', { ...TRUST, roles: ['viewer'], model: hidden });
    expect((await eve.get('/trust-rules')).items.map(({ id }: Json) => id)).toEqual([rule.id]);
    for (const method of ['GET', 'DELETE'])
      expect(await code(method, `/trust-rules/${foreign.id}`)).toBe('404 TRUST_RULE_NOT_FOUND');
    await team.root.put('/roles/keeper', { permissions: ['trust-rule:manage', 'registry:read'] });
    const keeper = await boundTo(own, 'kay', 'keeper');
    const tooMuch = { ...TRUST, roles: ['contributor'], model: own };
    expect(await keeper.problem('POST', '/trust-rules', tooMuch)).toMatchObject({ code: 'RIGHTS_EXCEEDED' });
    await keeper.post('/trust-rules', { ...TRUST, roles: ['keeper'], model: own });
    expect(await eve.problem('POST', '/trust-rules', { ...tooMuch, roles: ['nothing'] })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/roles' }],
    });
    expect(await team.root.problem('DELETE', '/roles/keeper')).toMatchObject({ code: 'ROLE_IN_USE' });
  });

  it('freezes that model alone, and is told of no other that is frozen beside it', async () => {
    const both = await team.root.post('/freezes', { name: 'Both', ...WINDOW, models: [own, hidden] });
    const other = await team.root.post('/freezes', { name: 'Other', ...WINDOW, models: [hidden] });
    const all = await team.root.post('/freezes', { name: 'All', ...WINDOW });
    const mine = await eve.post('/freezes', { name: 'Mine', ...WINDOW, models: [own] });
    expect(await code('POST', '/freezes', { name: 'X', ...WINDOW, models: [own, hidden] })).toBe('404 MODEL_NOT_FOUND');
    expect(await code('POST', '/freezes', { name: 'X', ...WINDOW })).toBe('403 FORBIDDEN');
    expect((await eve.get('/freezes')).items.map(({ name }: Json) => name)).toEqual(['Mine', 'All', 'Both']);
    expect(await eve.get(`/freezes/${both.id}`)).toMatchObject({ models: [own] });
    const { windows } = await eve.get('/freezes/calendar?from=2119-12-31T00:00:00Z&to=2120-01-03T00:00:00Z');
    expect(windows.map(({ name }: Json) => name).sort()).toEqual(['All', 'Both', 'Mine']);
    expect(JSON.stringify(windows)).not.toContain(hidden);
    expect((await eve.get('/freezes?at=2120-01-01T12:00:00Z')).items).toHaveLength(3);
    expect(await code('GET', `/freezes/${other.id}`)).toBe('404 FREEZE_NOT_FOUND');
    expect(await code('DELETE', `/freezes/${other.id}`)).toBe('404 FREEZE_NOT_FOUND');
    for (const { id } of [both, all]) expect(await code('DELETE', `/freezes/${id}`)).toBe('403 FORBIDDEN');
    await eve.delete(`/freezes/${mine.id}`);
    for (const { id } of [both, other, all]) await team.root.delete(`/freezes/${id}`);
  });

  it.each([
    ['waive', 'POST', (model: string) => `/models/${model}/versions/2/waivers`],
    ['break glass', 'POST', (model: string) => `/models/${model}/versions/2/break-glass`],
    ['hold', 'PUT', (model: string) => `/models/${model}/hold`],
    ['lift a hold', 'DELETE', (model: string) => `/models/${model}/hold`],
    ['import', 'POST', (model: string) => `/models/${model}/import`],
    ['sign', 'POST', (model: string) => `/models/${model}/versions/2/signatures`],
    ['read the card', 'GET', (model: string) => `/models/${model}/versions/2/card`],
    ['compare', 'GET', (model: string) => `/models/${model}/comparison?versions=1,2`],
    ['look back', 'GET', (model: string) => `/models/${model}?at=2026-01-01T00:00:00Z`],
    ['look back at a stage', 'GET', (model: string) => `/models/${model}/stages/Production?at=2026-01-01T00:00:00Z`],
  ])('cannot %s for a hidden model, and learns as little as of none', async (_, method, pathOf) => {
    const answers = [];
    for (const model of [hidden, 'no-such-model']) {
      const {
        status,
        code: said,
        detail,
      } = await eve.problem(method, pathOf(model), method === 'GET' ? undefined : {});
      answers.push([status, said, detail.replace(model, '…')]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]!.slice(0, 2)).toEqual([404, 'MODEL_NOT_FOUND']);
  });

  it.each([
    ['report', () => request.gateReportId as string],
    ['transition', () => request.id as string],
  ])('learns of a %s of a hidden model as little as of none', async (by, idOf) => {
    const answers = [];
    for (const id of [idOf(), '0192c000-0000-7000-8000-000000000000']) {
      const path = `/models/${own}/comparison?challenger=2&${by}=${id}`;
      const { status, code: said, detail } = await eve.problem('GET', path);
      answers.push([status, said, detail.replace(id, '…')]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]![0]).toBe(404);
  });

  it('is told by no list, count or id of what belongs to a hidden model', async () => {
    const change = await governed(hidden);
    const review = await reviewed(hidden);
    for (const [path, said] of [
      [`/policy-changes/${change.id}`, 'POLICY_CHANGE_NOT_FOUND'],
      [`/reviews/${review.id}`, 'REVIEW_NOT_FOUND'],
      [`/transitions/${review.transitionId}/attestation`, 'TRANSITION_NOT_FOUND'],
    ])
      expect(await code('GET', path!)).toBe(`404 ${said}`);
    expect(await code('POST', `/policy-changes/${change.id}/cancel`, {})).toBe('404 POLICY_CHANGE_NOT_FOUND');
    expect(await code('DELETE', `/transitions/${request.id}/approvals/mine`)).toBe('404 TRANSITION_NOT_FOUND');
    expect(await code('GET', '/webhooks')).toBe('403 FORBIDDEN');
    const paths = [
      '/policy-changes',
      '/reviews',
      '/transitions',
      '/audit-events',
      '/events',
      '/production',
      '/trust-rules',
    ];
    for (const path of [...paths, '/role-bindings', '/prediction-jobs', `/search?q=${hidden}`])
      expect([path, JSON.stringify(await eve.get(path)).includes(hidden)]).toEqual([path, false]);
    expect(await eve.get('/transitions/awaiting-count')).toEqual({ transitions: 0 });
  });

  it('goes on from where somebody else stopped, and is told of own models alone', async () => {
    const { nextCursor, items } = await team.root.get('/events?limit=3');
    expect(JSON.stringify(items)).not.toBe('[]');
    const rest = await eve.get(`/events?limit=200&cursor=${nextCursor}`);
    expect(rest.items.length).toBeGreaterThan(0);
    expect(JSON.stringify(rest)).not.toContain(hidden);
    expect((await eve.get(`/events?model=${hidden}`)).items).toEqual([]);
    const exported = await eve.send('GET', '/audit-events/export?after=3&include=evidence');
    expect(exported.body).toContain(own);
    expect(exported.body).not.toContain(hidden);
    const listed = await team.root.get('/transitions?limit=1');
    const page = await eve.send('GET', `/transitions?limit=1&cursor=${listed.nextCursor}`);
    expect(JSON.stringify(page.body)).not.toContain(hidden);
  });
});

/** A change of the policy of a model that awaits approval. */
async function governed(model: string): Promise<Json> {
  const policyChanges = { approvals: { slots: [{ role: 'approver' }] } };
  await team.root.setsPolicy(model, { ...ACCURACY_POLICY, policyChanges });
  return team.root.put(`/models/${model}/gate-policy`, ACCURACY_POLICY, 202);
}

/** The review of an emergency of a model. */
async function reviewed(model: string): Promise<Json> {
  const { version } = await team.ci.registers(model);
  await team.ci.evaluates(model, version, { accuracy: 0.1 });
  const emergency = { toStage: 'Production', reason: 'Production answers nothing.', ticket: 'INC-1' };
  const asked = await team.root.post(`/models/${model}/versions/${version}/break-glass`, emergency, 202);
  await (await Person.of(app, 'ruth', 'admin')).approves(asked);
  return (await team.root.get(`/reviews?model=${model}`)).items[0];
}

it('a machine lifts no hold, closes no review and passes no gates, whatever it may', async () => {
  const { token } = await team.root.post('/tokens', { subject: 'robot', roles: ['admin'], serviceAccount: true });
  const robot = new Person(app.url, token, 'robot');
  await team.anna.put(`/models/${own}/hold`, { reason: 'Odd.' });
  const emergency = { toStage: 'Production', reason: 'Production answers nothing.', ticket: 'INC-1' };
  for (const [method, path, body] of [
    ['DELETE', `/models/${own}/hold`, { reason: 'Fine.' }],
    ['POST', `/models/${own}/versions/2/break-glass`, emergency],
  ] as const)
    expect(await robot.problem(method, path, body)).toMatchObject({ status: 403, code: 'PERSON_REQUIRED' });
  await team.anna.send('DELETE', `/models/${own}/hold`, { reason: 'Fine.' });
});

it('what was answered once is told again to nobody whose binding ended', async () => {
  const { id } = await binds('fred', 'admin');
  const fred = await Person.of(app, 'fred');
  const ask = () => {
    const headers = { 'idempotency-key': 'freeze-once' };
    return fred.send('POST', '/freezes', { name: 'Once', ...WINDOW, models: [own] }, { headers });
  };
  const first = await ask();
  expect([first.status, (await ask()).body.id]).toEqual([201, first.body.id]);
  await team.root.delete(`/role-bindings/${id}`);
  const { status, body } = await ask();
  expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
  await binds('fred', 'viewer');
  expect((await ask()).status).toBe(403);
  await team.root.delete(`/freezes/${first.body.id}`);
});

describe('on another replica holds for the next request', () => {
  let there: Person;

  beforeAll(() => {
    there = team.ci.at(replica.url);
  });

  const promotes = async (model: string): Promise<string> => {
    const { status, code } = await there.problem('POST', `/models/${model}/versions/2/transitions`, {
      toStage: 'Production',
    });
    return `${status} ${code}`;
  };

  it('that a token is revoked', async () => {
    const { token, id } = await team.root.post('/tokens', { subject: 'vera', roles: ['viewer'] });
    const vera = new Person(replica.url, token, 'vera');
    await vera.get('/models');
    await team.root.delete(`/tokens/${id}`);
    await vera.get('/models', 401);
  });

  it('that a role gives other rights', async () => {
    await team.root.put('/roles/reader', { permissions: ['registry:read'] });
    await binds('rita', 'reader');
    const rita = (await Person.of(app, 'rita')).at(replica.url);
    await rita.get(`/models/${own}`);
    await team.root.put('/roles/reader', { permissions: ['self:read'] }, 200);
    await rita.get(`/models/${own}`, 404);
  });

  it('that a policy, a freeze or a hold is there, and that it is gone', async () => {
    const { root, anna } = team;
    const model = await guardedModel(team, {});
    await root.setsPolicy(model, { ...ACCURACY_POLICY, rules: [{ metric: 'accuracy', min: 0.99 }] });
    expect(await promotes(model)).toBe('422 GATES_REFUSED');
    await root.setsPolicy(model, ACCURACY_POLICY);
    const now = { start: '2020-01-01T00:00:00Z', end: '2120-01-01T00:00:00Z' };
    const { id } = await root.post('/freezes', { name: 'Now', reason: 'A feast.', ...now, models: [model] });
    expect(await promotes(model)).toBe('409 FROZEN');
    await root.delete(`/freezes/${id}`);
    await anna.put(`/models/${model}/hold`, { reason: 'Odd.' });
    expect(await promotes(model)).toBe('409 ON_HOLD');
    await anna.send('DELETE', `/models/${model}/hold`, { reason: 'Fine.' });
    await there.post(`/models/${model}/versions/2/transitions`, { toStage: 'Production' });
  });
});
