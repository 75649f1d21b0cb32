import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ACCURACY_POLICY, Person, type Team, teamOf, uniqueName } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

/** A model with everything a model can have: versions in and out of Production, evidence, a policy, aliases, a request. */
async function livedIn(): Promise<{ model: string; request: Json; evaluation: Json }> {
  const { ci, root } = team;
  const model = await ci.creates(uniqueName('old'));
  await root.setsPolicy(model, ACCURACY_POLICY);
  await ci.registersMany(model, 5);
  for (const version of [1, 2]) {
    await ci.evaluates(model, version, { accuracy: 0.9 });
    await ci.promotes(model, version);
  }
  const evaluation = await ci.evaluates(model, 3, { accuracy: 0.5 });
  await ci.isRefused(model, 3);
  await root.delete(`/models/${model}/versions/5`);
  await ci.pointsAlias(model, 'shadow', 3);
  await root.setsPolicy(model, { ...ACCURACY_POLICY, approvals: undefined });
  await ci.evaluates(model, 4, { accuracy: 0.9 });
  return { model, evaluation, request: await ci.asksFor(model, 4) };
}

async function rename(model: string): Promise<string> {
  const renamed = uniqueName('new');
  expect((await team.root.post(`/models/${model}/rename`, { newName: renamed }, 200)).name).toBe(renamed);
  return renamed;
}

it('history, evidence, policy and aliases follow the name', async () => {
  const { ci, viewer } = team;
  const { model, request, evaluation } = await livedIn();
  const paths = ['', '/versions', '/transitions', '/gate-policy', '/gate-policy/revisions', '/versions/3/evaluations'];
  const read = (name: string) => Promise.all(paths.map((path) => viewer.get(`/models/${name}${path}`)));
  const before = await read(model);
  const renamed = await rename(model);
  const after = await read(renamed);
  const asRenamed = JSON.parse(JSON.stringify(before).replaceAll(`"${model}"`, `"${renamed}"`));
  expect(after[0].updatedAt > before[0].updatedAt).toBe(true);
  expect(after).toEqual([{ ...asRenamed[0], updatedAt: after[0].updatedAt }, ...asRenamed.slice(1)]);
  expect(await viewer.get(`/evaluations/${evaluation.id}`)).toMatchObject({ model: renamed, version: 3 });
  expect(await viewer.get(`/transitions/${request.id}`)).toMatchObject({ model: renamed });
  expect((await viewer.get(`/models/${renamed}/stages/Production`)).version).toBe(2);
  expect((await viewer.get(`/models/${renamed}/aliases/shadow`)).version).toBe(3);
  for (const path of paths) expect((await ci.problem('GET', `/models/${model}${path}`)).status).toBe(404);
});

it('work goes on under the new name: numbers, an open approval, a rollback', async () => {
  const { ci, anna } = team;
  const { model, request } = await livedIn();
  const renamed = await rename(model);
  expect((await ci.registers(renamed)).version).toBe(6);
  expect(await anna.approves(request)).toMatchObject({ status: 'applied', model: renamed });
  expect(await anna.rollsBack(renamed)).toMatchObject({ version: 2, displacedVersion: 4 });
  expect(await ci.stages(renamed)).toEqual(['Archived', 'Production', 'None', 'Archived', 'None']);
});

it('whoever may know of names that begin alike sees all of a model that came there, and nothing of one that left', async () => {
  const { ci, root } = team;
  const reader = await Person.of(app, 'reader');
  await root.post('/role-bindings', { subject: 'reader', role: 'viewer', modelPrefix: 'risk-' });
  const [stays, leaves, comes] = ['risk-stays', 'risk-leaves', 'other-comes'];
  for (const model of [stays, leaves, comes]) await ci.registers(await ci.creates(model));
  const read = async () => (await reader.get('/events?limit=200')).items.map(({ data }: Json) => data.modelId);
  const waited = async () =>
    (await reader.get('/events?limit=200&waitSeconds=1')).items.map(({ data }: Json) => data.modelId);
  const audited = async () => (await reader.readsAll('/audit-events')).map(({ modelId }) => modelId);
  const exported = async () =>
    (await reader.send('GET', '/audit-events/export')).body
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line).modelId);
  const idOf = async (model: string): Promise<string> => (await ci.audit(model))[0]!.modelId;
  const [stayed, left, came] = [await idOf(stays), await idOf(leaves), await idOf(comes)];
  for (const see of [read, waited, audited, exported]) expect(new Set(await see())).toEqual(new Set([stayed, left]));
  await root.post(`/models/${leaves}/rename`, { newName: 'other-left' }, 200);
  await root.post(`/models/${comes}/rename`, { newName: 'risk-came' }, 200);
  for (const see of [read, waited, audited, exported]) {
    const seen = await see();
    expect(new Set(seen)).toEqual(new Set([stayed, came]));
    expect(seen.filter((id: string) => id === came)).toHaveLength(3);
  }
});

it('the audit record keeps the names of their day, and is found under each of them', async () => {
  const { ci, root } = team;
  const { model } = await livedIn();
  const renamed = await rename(model);
  await ci.registers(renamed);
  const events = await ci.audit(renamed);
  expect(await ci.audit(model)).toEqual(events);
  const at = events.findIndex(({ action }) => action === 'model.renamed');
  expect(events[at].details).toMatchObject({ from: model, to: renamed });
  expect(new Set(events.slice(0, at).map((event) => event.model))).toEqual(new Set([model]));
  expect(events.slice(at + 1).map((event) => event.model)).toEqual([renamed]);
  expect(await root.get('/audit-events/verification')).toMatchObject({ valid: true });
});

it('stored gate reports keep the words they were decided on', async () => {
  const { ci } = team;
  const { model } = await livedIn();
  const [refused] = (await ci.get(`/models/${model}/transitions?status=refused`)).items;
  const report = await ci.get(`/gate-reports/${refused.gateReportId}`);
  await rename(model);
  expect(await ci.get(`/gate-reports/${refused.gateReportId}`)).toEqual(report);
});

it('a name that is free again can be taken, by creation or by renaming', async () => {
  const { ci, root } = team;
  const model = await ci.creates();
  await ci.registersMany(model, 2);
  const renamed = await rename(model);
  const successor = await ci.creates(model);
  expect(await ci.get(`/models/${successor}`)).toMatchObject({ latestVersion: null });
  expect((await ci.get(`/models/${renamed}`)).latestVersion).toBe(2);
  await root.delete(`/models/${successor}`);
  expect((await root.post(`/models/${renamed}/rename`, { newName: model }, 200)).latestVersion).toBe(2);
});

it('a name in use is refused, one own too, and nothing changes', async () => {
  const { ci, root } = team;
  const [model, other] = [await ci.creates(), await ci.creates()];
  for (const newName of [other, model]) {
    const problem = await root.problem('POST', `/models/${model}/rename`, { newName });
    expect(problem).toMatchObject({ status: 409, code: 'MODEL_EXISTS' });
  }
  expect((await ci.audit(model)).map(({ action }) => action)).toEqual(['model.created']);
});

it.each([{}, { newName: 'a b' }, { newName: '' }, { newName: null }, { newName: 'x', keep: true }])(
  'a rename with %j is 400',
  async (body) => {
    const model = await team.ci.creates();
    const problem = await team.root.problem('POST', `/models/${model}/rename`, body);
    expect(problem).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
  },
);

it('the name of a deleted model is taken only if no version ever had it', async () => {
  const { ci, root } = team;
  const [used, unused, model] = [uniqueName('used'), uniqueName('unused'), uniqueName('live')];
  for (const name of [used, unused, model]) await ci.creates(name);
  await ci.registersMany(used, 1);
  for (const name of [used, unused]) await root.delete(`/models/${name}`);
  const refused = await root.post(`/models/${model}/rename`, { newName: used }, 409);
  expect(refused).toMatchObject({ code: 'MODEL_NAME_KEPT', detail: expect.stringContaining(used) });
  expect((await root.post(`/models/${model}/rename`, { newName: unused }, 200)).name).toBe(unused);
});

it('the record answers under the present name at once, and a name used again is another model', async () => {
  const { ci, viewer } = team;
  const namesOf = async (query: string): Promise<[string, string][]> =>
    (await viewer.get(`/audit-events?${query}&limit=200`)).items.map((event: Json) => [event.model, event.action]);
  const name = await ci.creates(uniqueName('used'));
  await ci.registers(name);
  const renamed = await rename(name);
  const first = [
    [name, 'model.renamed'],
    [name, 'version.registered'],
    [name, 'model.created'],
  ];
  expect(await namesOf(`model=${renamed}`)).toEqual(first);
  expect(await namesOf(`model=${name}`)).toEqual(first);
  expect(await namesOf(`model=${renamed}&version=1`)).toEqual([first[1]]);
  await ci.creates(name);
  expect(await namesOf(`model=${name}`)).toEqual([[name, 'model.created']]);
  expect(await namesOf(`model=${renamed}`)).toEqual(first);
  const [{ modelId }] = (await viewer.get(`/audit-events?model=${renamed}&limit=1`)).items;
  expect(await namesOf(`modelId=${modelId}`)).toEqual(first);
  await team.root.delete(`/models/${name}`);
  expect(await namesOf(`model=${name}`)).toEqual([
    [name, 'model.deleted'],
    [name, 'model.created'],
  ]);
});
