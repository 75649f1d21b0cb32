import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { type Fields, type Team, teamOf, uniqueName } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

const CREATED = '2024-03-01T09:00:00.000Z';
const UPDATED = '2024-06-01T09:00:00.000Z';
const version = (number: number, fields: Fields = {}): Fields => ({
  version: number,
  artifactUri: `s3://there/${number}`,
  stage: 'None',
  createdAt: CREATED,
  updatedAt: UPDATED,
  ...fields,
});
const there = (versions: Fields[], fields: Fields = {}): Fields => ({
  source: 'https://mlflow.example',
  createdAt: CREATED,
  updatedAt: UPDATED,
  versions,
  ...fields,
});
const imports = (model: string, body: Fields): Promise<Json> => team.root.post(`/models/${model}/import`, body, 200);
const codesOf = ({ findings }: Json) => findings.map((one: Json) => [one.code, one.version]);
const told = ({ changes }: Json) => changes.map((one: Json) => [one.subject, one.version, one.from, one.to]);

it('a model comes with its numbers, stages, aliases, tags and times, and is marked as imported', async () => {
  const model = uniqueName('moved');
  const body = there(
    [
      version(2, { tags: { a: 'b' }, description: 'Two.', stage: 'Archived', createdBy: 'ann' }),
      version(5, { stage: 'Production', runId: 'r5', source: 'runs:/r5/model', runLink: 'https://runs/5' }),
      version(6, { stage: 'Staging' }),
    ],
    { description: 'Scores.', tags: { team: 'risk' }, aliases: [{ alias: 'blue', version: 2 }] },
  );
  const planned = await imports(model, { ...body, dryRun: true });
  expect((await team.root.send('GET', `/models/${model}`)).status).toBe(404);
  const done = await imports(model, body);
  expect(done).toEqual({ ...planned, dryRun: false });
  expect(told(done)).toEqual([
    ['model', null, null, 'created'],
    ['version', 2, null, 'registered'],
    ['version', 5, null, 'registered'],
    ['version', 6, null, 'registered'],
    ['stage', 2, 'None', 'Archived'],
    ['stage', 6, 'None', 'Staging'],
    ['stage', 5, 'None', 'Production'],
    ['alias', 2, null, '2'],
  ]);
  expect(await team.viewer.get(`/models/${model}`)).toMatchObject({
    description: 'Scores.',
    tags: { team: 'risk' },
    productionVersion: 5,
    latestVersion: 6,
    aliases: { blue: 2, champion: 5 },
    imported: { source: 'https://mlflow.example', createdAt: CREATED, updatedAt: UPDATED },
  });
  expect(await team.viewer.get(`/models/${model}/versions/2`)).toMatchObject({
    description: 'Two.',
    tags: { a: 'b' },
    stage: 'Archived',
    createdBy: team.root.subject,
    imported: { source: 'https://mlflow.example', createdAt: CREATED, createdBy: 'ann', updatedAt: UPDATED },
  });
  expect((await team.viewer.send('GET', `/models/${model}/versions/3`)).status).toBe(404);
  expect((await team.ci.registers(model)).version).toBe(7);
});

it('keeps its times for those who ask through MLflow, until something is changed here', async () => {
  const model = uniqueName('timed');
  await imports(model, there([version(1, { createdBy: 'ann' })]));
  const read = async (path: string, more = '') =>
    (await team.viewer.send('GET', `//api/2.0/mlflow/${path}/get?name=${model}${more}`)).body;
  const times = { creation_timestamp: Date.parse(CREATED), last_updated_timestamp: Date.parse(UPDATED) };
  expect((await read('model-versions', '&version=1')).model_version).toMatchObject({ ...times, user_id: 'ann' });
  expect((await read('registered-models')).registered_model).toMatchObject(times);
  await team.ci.patch(`/models/${model}/versions/1`, { description: 'new' });
  const { model_version: changed } = await read('model-versions', '&version=1');
  expect(changed.creation_timestamp).toBe(times.creation_timestamp);
  expect(changed.last_updated_timestamp).toBeGreaterThan(Date.parse(UPDATED));
});

it('sent again it changes nothing, and takes over what changed there since', async () => {
  const model = uniqueName('again');
  const first = there([version(1, { stage: 'Production' }), version(2)], { aliases: [{ alias: 'blue', version: 1 }] });
  await imports(model, first);
  expect(await imports(model, first)).toMatchObject({ changes: [], findings: [], unchanged: 2 });
  const later = there(
    [version(1, { stage: 'Archived' }), version(2, { stage: 'Production', tags: { x: 'y' } }), version(3)],
    { aliases: [{ alias: 'green', version: 3 }], description: 'Later.' },
  );
  expect(told(await imports(model, later))).toEqual([
    ['description', null, '', 'Later.'],
    ['tags', 2, '[]', '[["x","y"]]'],
    ['version', 3, null, 'registered'],
    ['stage', 1, 'Production', 'Archived'],
    ['stage', 2, 'None', 'Production'],
    ['alias', 3, null, '3'],
    ['alias', 1, '1', null],
  ]);
  expect(await imports(model, later)).toMatchObject({ changes: [], unchanged: 3 });
  const { productionVersion, aliases } = await team.viewer.get(`/models/${model}`);
  expect([productionVersion, aliases]).toEqual([2, { green: 3, champion: 2 }]);
});

it('what was changed here stays, and so do evidence and numbers that are taken', async () => {
  const model = uniqueName('kept');
  await imports(model, there([version(1), version(2), version(4)]));
  await team.ci.patch(`/models/${model}/versions/1`, { description: 'ours' });
  await team.root.delete(`/models/${model}/versions/4`);
  await team.ci.registers(model);
  const again = await imports(
    model,
    there([
      version(1, { description: 'theirs' }),
      version(2, { artifactUri: 's3://other' }),
      version(3),
      version(4),
      version(5),
    ]),
  );
  expect([again.changes, codesOf(again)]).toEqual([
    [],
    [
      ['CHANGED_HERE', 1],
      ['OTHER_EVIDENCE', 2],
      ['NUMBER_TAKEN', 3],
      ['NUMBER_TAKEN', 4],
      ['NUMBER_TAKEN', 5],
    ],
  ]);
  const native = await team.root.creates();
  expect(codesOf(await imports(native, there([version(1)])))).toEqual([['MODEL_TAKEN', null]]);
});

it('what is said of the model here stays, though other things are taken over, and a move of Production is no word of it', async () => {
  const model = uniqueName('said');
  const say = (description: string, versions: number) =>
    imports(
      model,
      there(
        Array.from({ length: versions }, (_, index) => version(index + 1)),
        { description },
      ),
    );
  await say('one', 1);
  await team.root.setsPolicy(model, { preset: 'open' });
  await team.ci.promotes(model, 1);
  expect(told(await say('two', 1))).toEqual([['description', null, 'one', 'two']]);
  await team.root.patch(`/models/${model}`, { description: 'ours', tags: { team: 'a' } });
  for (const [count, versions] of [
    [2, [['version', 2, null, 'registered']]],
    [3, [['version', 3, null, 'registered']]],
    [3, []],
  ] as const) {
    const answer = await say('three', count);
    expect([told(answer), codesOf(answer)]).toEqual([
      versions,
      [
        ['CHANGED_HERE', null],
        ['CHANGED_HERE', 1],
      ],
    ]);
  }
  const { description, tags } = await team.viewer.get(`/models/${model}`);
  expect([description, tags]).toEqual(['ours', { team: 'a' }]);
  await team.root.patch(`/models/${model}`, { description: 'three', tags: { team: null } });
  await say('three', 4);
  expect(told(await say('four', 4))).toEqual([['description', null, 'three', 'four']]);
});

it('an owner is taken over where one is told, and who made the model there', async () => {
  const model = uniqueName('owned');
  const say = (fields: Fields) => imports(model, there([version(1)], fields));
  await say({ owner: 'risk', createdBy: 'ann' });
  const { owner, imported } = await team.viewer.get(`/models/${model}`);
  expect([owner, imported]).toEqual(['risk', expect.objectContaining({ createdBy: 'ann' })]);
  const { registered_model: wire } = (
    await team.viewer.send('GET', `//api/2.0/mlflow/registered-models/get?name=${model}`)
  ).body;
  expect(wire.user_id).toBe('ann');
  expect(told(await say({ createdBy: 'ann' }))).toEqual([]);
  expect(told(await say({ owner: 'fraud' }))).toEqual([['owner', null, 'risk', 'fraud']]);
  expect(told(await say({ owner: null }))).toEqual([['owner', null, 'fraud', null]]);
  await team.root.patch(`/models/${model}`, { owner: 'ours' });
  // MLflow tells no owner, so that one who is named here is no reason to leave anything.
  const silent = await say({ description: 'Theirs.' });
  expect([told(silent), codesOf(silent)]).toEqual([[['description', null, '', 'Theirs.']], []]);
  const other = await say({ description: 'Theirs.', owner: 'fraud' });
  expect([told(other), codesOf(other)]).toEqual([[], [['CHANGED_HERE', null]]]);
  expect((await team.viewer.get(`/models/${model}`)).owner).toBe('ours');
  expect((await team.root.get('/audit-events/verification')).differences).toEqual([]);
});

it('a version that is barred there is barred here, whatever its stage and policy, and an import releases none', async () => {
  const model = uniqueName('barred');
  const barred = (number: number, fields: Fields = {}) => version(number, { quarantineReason: 'It leaks.', ...fields });
  expect(told(await imports(model, there([barred(1, { stage: 'Production' }), version(2)])))).toEqual([
    ['model', null, null, 'created'],
    ['version', 1, null, 'registered'],
    ['version', 2, null, 'registered'],
    ['stage', 1, 'None', 'Production'],
    ['quarantine', 1, null, 'It leaks.'],
  ]);
  const shown = await team.viewer.get(`/models/${model}/versions/1`);
  expect([shown.quarantined, shown.quarantineReason, shown.stage]).toEqual([true, 'It leaks.', 'Production']);
  await team.root.setsPolicy(model, { preset: 'open' });
  const again = there([version(1, { stage: 'Production' }), barred(2)]);
  expect(told(await imports(model, again))).toEqual([['quarantine', 2, null, 'It leaks.']]);
  expect(await imports(model, again)).toMatchObject({ changes: [], findings: [], unchanged: 2 });
  expect((await team.viewer.get(`/models/${model}/versions/1`)).quarantined).toBe(true);
  await team.root.send('DELETE', `/models/${model}/versions/2/quarantine`);
  const released = await imports(model, again);
  expect([told(released), codesOf(released)]).toEqual([[], [['CHANGED_HERE', 2]]]);
  const actions = (await team.root.audit(model)).map(({ action }: Json) => action);
  expect(actions.filter((action: string) => action === 'version.quarantined')).toHaveLength(2);
  expect((await team.root.get('/audit-events/verification')).differences).toEqual([]);
});

it('aliases that were set, moved or removed here stay, and those of an import follow', async () => {
  const model = uniqueName('aliased');
  const point = (aliases: Record<string, number>) =>
    imports(
      model,
      there([version(1), version(2)], {
        aliases: Object.entries(aliases).map(([alias, number]) => ({ alias, version: number })),
      }),
    );
  await point({ blue: 1, green: 1, red: 1, grey: 1 });
  await team.root.put(`/models/${model}/aliases/blue`, { version: 2 });
  await team.root.put(`/models/${model}/aliases/own`, { version: 1 });
  await team.root.delete(`/models/${model}/aliases/red`);
  const again = await point({ blue: 1, green: 2, red: 1 });
  const kept = [
    ['CHANGED_HERE', 1],
    ['CHANGED_HERE', 1],
    ['CHANGED_HERE', 1],
  ];
  expect([told(again), codesOf(again)]).toEqual([
    [
      ['alias', 2, '1', '2'],
      ['alias', 1, '1', null],
    ],
    kept,
  ]);
  expect(again.findings.map((one: Json) => one.detail)).toEqual([
    'The alias blue was set, moved or removed here, and stays so.',
    'The alias red was set, moved or removed here, and stays so.',
    'The alias own was set here and is not there; it stays.',
  ]);
  expect((await team.viewer.get(`/models/${model}`)).aliases).toEqual({ blue: 2, green: 2, own: 1 });
  expect(told(await point({ blue: 1, green: 1 }))).toEqual([['alias', 1, '2', '1']]);
  // Red is gone at both ends by now, so that a new one is taken over again.
  expect(told(await point({ red: 2, own: 1 }))).toEqual([
    ['alias', 2, null, '2'],
    ['alias', 1, '1', null],
  ]);
  expect((await team.viewer.get(`/models/${model}`)).aliases).toEqual({ blue: 2, own: 1, red: 2 });
  expect((await team.root.get('/audit-events/verification')).differences).toEqual([]);
});

it('numbers of a deleted model of the name are not given again, and the others are taken over', async () => {
  const model = uniqueName('gone');
  const body = there([version(1), version(2), version(4, { stage: 'Production' })], {
    aliases: [
      { alias: 'old', version: 1 },
      { alias: 'new', version: 4 },
    ],
  });
  await team.root.post('/models', { name: model });
  for (const _ of [1, 2]) await team.ci.registers(model);
  await team.root.delete(`/models/${model}`);
  const planned = await imports(model, { ...body, dryRun: true });
  const done = await imports(model, body);
  expect(done).toEqual({ ...planned, dryRun: false });
  expect([told(done), codesOf(done)]).toEqual([
    [
      ['model', null, null, 'created'],
      ['version', 4, null, 'registered'],
      ['stage', 4, 'None', 'Production'],
      ['alias', 4, null, '4'],
    ],
    [
      ['NUMBER_TAKEN', 1],
      ['NUMBER_TAKEN', 2],
      ['ALIAS_NOT_TAKEN', 1],
    ],
  ]);
  const again = await imports(model, body);
  expect([again.changes, codesOf(again)]).toEqual([[], codesOf(done)]);
  const { productionVersion, aliases } = await team.viewer.get(`/models/${model}`);
  expect([productionVersion, aliases]).toEqual([4, { new: 4, champion: 4 }]);
});

it('a version displaced for one of another request does not count as changed here', async () => {
  const model = uniqueName('displaced');
  const sends = async (first: string, second: string, fields: Fields = {}): Promise<Json[]> => [
    await imports(model, there([version(1, { stage: first })])),
    await imports(model, there([version(2, { stage: second, ...fields })])),
  ];
  await sends('None', 'Production');
  const [moved, displaced] = await sends('Production', 'Archived', { description: 'Was there.' });
  expect([told(moved), told(displaced), codesOf(displaced)]).toEqual([
    [['stage', 1, 'None', 'Production']],
    [['description', 2, '', 'Was there.']],
    [],
  ]);
});

it('as soon as the model has a policy no import moves what the gates guard', async () => {
  const model = uniqueName('governed');
  await imports(model, there([version(1, { stage: 'Production' }), version(2)]));
  await team.root.setsPolicy(model, { rules: [{ metric: 'accuracy', min: 0.9 }] });
  const later = there([version(1, { stage: 'Archived' }), version(2, { stage: 'Production' }), version(3)], {
    aliases: [{ alias: 'blue', version: 2 }],
  });
  const answer = await imports(model, later);
  expect([told(answer), codesOf(answer)]).toEqual([
    [['version', 3, null, 'registered']],
    [
      ['GOVERNED', 1],
      ['GOVERNED', 2],
      ['ALIAS_NOT_TAKEN', 2],
    ],
  ]);
  expect((await team.viewer.get(`/models/${model}`)).productionVersion).toBe(1);
});

it.each([
  ['champion', 1],
  ['v1', 1],
  ['9lives', 1],
  ['blue', 9],
])('the alias %s of version %i is left out and told', async (alias, number) => {
  const answer = await imports(uniqueName('alias'), there([version(1)], { aliases: [{ alias, version: number }] }));
  expect(codesOf(answer)).toEqual([['ALIAS_NOT_TAKEN', number]]);
});

it('an imported move says that no gate judged it, and the record verifies', async () => {
  const model = uniqueName('record');
  await imports(model, there([version(1, { stage: 'Production' })]));
  const { items: events } = await team.viewer.get(`/audit-events?model=${model}`);
  expect(events.map((one: Json) => one.action).sort()).toEqual([
    'model.created',
    'model.imported',
    'transition.applied',
    'version.registered',
  ]);
  expect(events.find((one: Json) => one.action === 'transition.applied').details).toMatchObject({
    code: 'IMPORTED',
    reason: 'Imported from https://mlflow.example.',
    gateReportId: null,
  });
  expect((await team.root.get('/audit-events/verification')).differences).toEqual([]);
});

it('times with an offset or a longer fraction are kept as moments, and the record verifies', async () => {
  const model = uniqueName('offset');
  const times = { createdAt: '0635-01-23T08:46:36.7289+06:48', updatedAt: '2024-06-01T14:30:00+05:30' };
  await imports(model, there([version(1, times)], times));
  const kept = { createdAt: '0635-01-23T01:58:36.728Z', updatedAt: UPDATED };
  expect(await team.viewer.get(`/models/${model}`)).toMatchObject({ imported: kept });
  expect(await team.viewer.get(`/models/${model}/versions/1`)).toMatchObject({ imported: kept });
  expect((await team.root.get('/audit-events/verification')).differences).toEqual([]);
});

it.each(['0001-01-01T00:00:00+00:01', '9999-12-31T23:59:59-00:01', '2023-02-29T00:00:00Z', '2024-01-01T00:00:60Z'])(
  'the time %s, which no calendar here has, is refused',
  async (createdAt) => {
    const problem = await team.root.problem('POST', `/models/${uniqueName('bad')}/import`, there([], { createdAt }));
    expect(problem.errors).toEqual([expect.objectContaining({ pointer: '/createdAt', code: 'IS_TIMESTAMP' })]);
  },
);

it.each<[string, Fields]>([
  ['two in Production', there([version(1, { stage: 'Production' }), version(2, { stage: 'Production' })])],
  ['a number twice', there([version(1), version(1)])],
  ['numbers that descend', there([version(2), version(1)])],
  ['no times', { source: 'x', versions: [] }],
  ['a version of another shape', there([{ version: 'one' }])],
  ['no list', there({} as Fields[])],
])('%s is refused by name, and nothing is made', async (_, body) => {
  const model = uniqueName('bad');
  expect(await team.root.problem('POST', `/models/${model}/import`, body)).toMatchObject({ code: 'VALIDATION_FAILED' });
  expect((await team.root.send('GET', `/models/${model}`)).status).toBe(404);
});

it('is for administrators, and needs a name that a model can have', async () => {
  for (const person of [team.ci, team.viewer])
    expect((await person.send('POST', `/models/m/import`, there([]))).status).toBe(403);
  expect((await app.anonymous().send('POST', `/models/m/import`, there([]))).status).toBe(401);
  const { code } = await team.root.problem('POST', `/models/a%20b/import`, there([]));
  expect(code).toBe('INVALID_MODEL_NAME');
});
