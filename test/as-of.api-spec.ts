import { setTimeout as pause } from 'node:timers/promises';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { Person } from './support/app/registry.js';

/** What was answered at each step of a story, with a moment in which nothing else happened. */
let app: TestApp;
let admin: Person;
const seen: { at: string; version: Json; other: Json; model: Json; policy: Json }[] = [];
const before = new Date(Date.now() - 60_000).toISOString();

const POLICY = { rules: [{ metric: 'accuracy', min: 0.5 }], allowSkipStaging: true, approvals: { slots: [] } };

/** Events are written a moment after the change, by the clock of the database, so a moment is left on either side. */
async function look(name = 'fraud'): Promise<void> {
  await pause(15);
  const at = new Date().toISOString();
  const [version, other, model, policy] = await Promise.all(
    ['/versions/1', '/versions/2', '', '/gate-policy'].map((path) => admin.send('GET', `/models/${name}${path}`)),
  );
  seen.push({ at, version: version!.body, other: other!.body, model: model!.body, policy: policy!.body });
  await pause(15);
}

beforeAll(async () => {
  app = await TestApp.start();
  admin = await Person.of(app, 'root', 'admin');
  await admin.creates('fraud', { description: 'Old.', tags: { team: 'risk' } });
  await look();
  await admin.put('/models/fraud/gate-policy', POLICY);
  await admin.registers('fraud', { description: 'First.', tags: { a: '1' } });
  await look();
  await admin.evaluates('fraud', 1, { accuracy: 0.8 });
  await admin.patch('/models/fraud/versions/1', { description: 'Better.', tags: { a: null, b: '2' } });
  await admin.moves('fraud', 1, 'Staging');
  await admin.pointsAlias('fraud', 'blue', 1);
  await look();
  await admin.promotes('fraud', 1);
  await admin.patch('/models/fraud', { owner: 'anna', tags: { team: null } });
  await look();
  await admin.registers('fraud');
  await admin.evaluates('fraud', 2, { accuracy: 0.9 });
  await admin.promotes('fraud', 2);
  await admin.put('/models/fraud/gate-policy', { ...POLICY, rules: [{ metric: 'accuracy', min: 0.6 }] });
  await look();
  await admin.rollsBack('fraud');
  await admin.quarantines('fraud', 2);
  await admin.pointsAlias('fraud', 'blue', 2);
  await look();
  await admin.post('/models/fraud/rename', { newName: 'scam' }, 200);
  await admin.archives('scam', 1, { allowEmptyProduction: true });
  await admin.delete('/models/scam/versions/2', 409);
  await look('scam');
});
afterAll(() => app?.stop());

it('who had which role is told of any moment', async () => {
  const moments: string[] = [];
  const bindingsAt = async (at: string) =>
    (await admin.get(`/role-bindings?subject=ada&at=${at}`)).items.map(({ role }: Json) => role);
  const pass = async (): Promise<void> => {
    await pause(15);
    moments.push(new Date().toISOString());
    await pause(15);
  };
  await pass();
  const first = await admin.post('/role-bindings', { subject: 'ada', role: 'viewer', modelPrefix: 'risk-' });
  await pass();
  await admin.post('/role-bindings', { subject: 'ada', role: 'contributor', model: 'scam' });
  await pass();
  await admin.delete(`/role-bindings/${first.id}`);
  await pass();
  const told = await Promise.all(moments.map(bindingsAt));
  expect(told).toEqual([[], ['viewer'], ['contributor', 'viewer'], ['contributor']]);
  const [now] = (await admin.get('/role-bindings?subject=ada')).items;
  const [then] = (await admin.get(`/role-bindings?subject=ada&at=${moments[3]}`)).items;
  expect(then).toEqual({ ...now, createdAt: expect.any(String) });
  const page = await admin.get(`/role-bindings?subject=ada&at=${moments[2]}&limit=1`);
  expect(
    (await admin.get(`/role-bindings?subject=ada&at=${moments[2]}&limit=1&cursor=${page.nextCursor}`)).items,
  ).toMatchObject([{ id: first.id }]);
  expect(await admin.problem('GET', '/role-bindings?at=2999-01-01')).toMatchObject({ status: 400, code: 'AT_TO_COME' });
  expect(await admin.problem('GET', '/role-bindings?at=soon')).toMatchObject({ status: 400 });
});

/** Times of changes of stage are told by the event, a moment later; the name of a version's model is the present one. */
const plain = ({ updatedAt: _updated, stageEnteredAt: _entered, model: _model, production, ...rest }: Json): Json => ({
  ...rest,
  ...(production !== undefined && { production: production && { ...production, since: undefined } }),
});

it('models, versions and policies are told as they were at each step', async () => {
  expect(seen).toHaveLength(7);
  for (const [step, { at, version, other, model, policy }] of seen.entries()) {
    const ask = async (path: string): Promise<Json> => (await admin.send('GET', `/models/scam${path}?at=${at}`)).body;
    expect([step, plain(await ask(''))]).toEqual([step, plain(model)]);
    const told = await ask('/gate-policy');
    expect([step, told]).toEqual([step, policy]);
    for (const [path, then] of [
      ['/versions/1', version],
      ['/versions/2', other],
    ] as const) {
      const found = await ask(path);
      if (then.status === 404) expect([step, path, found.code]).toEqual([step, path, then.code]);
      else expect([step, path, plain(found)]).toEqual([step, path, plain(then)]);
    }
  }
});

it('at the very moment of a promotion all reads agree on what was in Production, and a protected alias went along', async () => {
  await admin.creates('moved');
  await admin.put('/models/moved/gate-policy', { ...POLICY, protectedAliases: ['live'] });
  for (const _ of [1, 2]) await admin.registers('moved');
  for (const version of [1, 2]) {
    await admin.evaluates('moved', version, { accuracy: 0.9 });
    await admin.put('/models/moved/aliases/live', { version }, 201);
  }
  const now = await admin.get('/models/moved');
  const { since } = now.production;
  await pause(15);
  const then = await admin.get(`/models/moved?at=${new Date().toISOString()}`);
  expect(then).toMatchObject({ production: now.production, aliases: now.aliases });
  const before = new Date(Date.parse(since) - 1).toISOString();
  for (const [at, version] of [
    [since, 2],
    [before, 1],
  ] as const) {
    expect((await admin.get(`/models/moved?at=${at}`)).production.version).toBe(version);
    expect((await admin.get(`/models/moved/stages/Production?at=${at}`)).version).toBe(version);
  }
});

it('the registry policy is told as it was, too', async () => {
  await admin.put('/gate-policy', { rules: [{ metric: 'accuracy', min: 0.1 }] });
  const at = seen[0]!.at;
  expect(await admin.get(`/gate-policy?at=${at}`)).toMatchObject({ scope: 'built-in', revision: null });
  expect(await admin.get('/gate-policy')).toMatchObject({ scope: 'registry', revision: 1 });
});

it.each(['/models/scam', '/models/scam/versions/1', '/models/scam/gate-policy', '/gate-policy'])(
  '%s refuses what is to come and what is no time, and was not there before it was made',
  async (path) => {
    expect(await admin.problem('GET', `${path}?at=2999-01-01`)).toMatchObject({ status: 400, code: 'AT_TO_COME' });
    expect(await admin.problem('GET', `${path}?at=yesterday`)).toMatchObject({
      status: 400,
      code: 'VALIDATION_FAILED',
    });
    if (path === '/gate-policy') return;
    expect(await admin.problem('GET', `${path}?at=${before}`)).toMatchObject({ status: 404 });
  },
);
