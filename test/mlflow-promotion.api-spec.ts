import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import {
  type Fields,
  gatedModel as gatedModelOf,
  type Person,
  slots,
  type Team,
  teamOf,
  uniqueName,
} from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

const API = '//api/2.0/mlflow';
const CLIENT = { headers: { 'user-agent': 'mlflow-python-client/3.17.2' } };

async function sends(who: Person, method: string, path: string, fields: object, status = 200): Promise<Json> {
  const answer = await who.send(method, `${API}/${path}`, fields, CLIENT);
  expect([path, answer.status, answer.body]).toEqual([path, status, answer.body]);
  return answer.body;
}

async function reads(path: string, fields: object, status = 200): Promise<Json> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) query.append(name, String(one));
  const answer = await team.viewer.send('GET', `${API}/${path}?${query.toString()}`);
  expect([fields, answer.status, answer.body]).toEqual([fields, status, answer.body]);
  return answer.body;
}

const transition = (who: Person, name: string, version: number, stage: string, fields: object = {}, status = 200) =>
  sends(who, 'POST', 'model-versions/transition-stage', { name, version: String(version), stage, ...fields }, status);

const gatedModel = (accuracies: number[], policy?: Fields) => gatedModelOf(team, accuracies, policy);

describe('a promotion', () => {
  it('is judged by the gates, moves the alias champion, and archives the incumbent without being told to', async () => {
    const { ci } = team;
    const name = await gatedModel([0.9, 0.95]);
    await transition(ci, name, 1, 'production');
    const { model_version: promoted } = await transition(ci, name, 2, 'Production');
    expect(promoted).toMatchObject({ version: '2', current_stage: 'Production', aliases: ['champion'] });
    expect(promoted.tags).toEqual([
      { key: 'stagegate.verdict', value: 'PASS' },
      { key: 'stagegate.verdict_stage', value: 'Production' },
      { key: 'stagegate.gate_report', value: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    ]);
    expect(await ci.stages(name)).toEqual(['Archived', 'Production']);
    const latest = await sends(ci, 'POST', 'registered-models/get-latest-versions', { name });
    expect(latest.model_versions.map((one: Json) => [one.version, one.current_stage])).toEqual([
      ['2', 'Production'],
      ['1', 'Archived'],
    ]);
    expect((await reads('registered-models/alias', { name, alias: 'champion' })).model_version.version).toBe('2');
    await transition(ci, name, 2, 'Production', { archive_existing_versions: true });
    expect(await reads('registered-models/get-latest-versions', { name, stages: ['STAGING', 'None'] })).toEqual({});
    await reads('registered-models/get-latest-versions', { name, stages: 'Retired' }, 400);
  });

  it('that the gates refuse raises with rule, slice, numbers and the address of the report', async () => {
    const { ci, viewer } = team;
    const name = await gatedModel([0.9], {
      rules: [{ id: 'floor', metric: 'accuracy', min: 0.8, slices: [{ sex: 'Female' }] }],
    });
    const slices = [
      { name: 'accuracy', slice: { sex: 'Female' }, value: 0.71, count: 900 },
      { name: 'accuracy', value: 0.9, count: 2000 },
    ];
    const { version } = await ci.registers(name);
    await ci.evaluates(name, version, slices);
    const refusal = await transition(ci, name, version, 'Production', {}, 409);
    expect(refusal.error_code).toBe('RESOURCE_CONFLICT');
    expect(refusal.message).toMatch(/rule floor, slice sex=Female: .*0\.71.*0\.8/);
    const [, path] = /Gate report: http:\/\/[^/]+\/api\/v1(\/gate-reports\/\S+)/.exec(refusal.message)!;
    expect(await viewer.get(path!)).toMatchObject({ verdict: 'FAIL', challenger: version });
    for (const alias of ['champion', 'Champion'])
      await sends(ci, 'POST', 'registered-models/alias', { name, alias, version: String(version) }, 409);
    expect(await ci.stages(name)).toEqual(['None', 'None']);
    const events = await ci.audit(name);
    expect(events.filter(({ action }) => action === 'transition.refused').map(({ actor }) => actor)).toEqual([
      'ci',
      'ci',
      'ci',
    ]);
    expect((await reads('model-versions/get', { name, version: String(version) })).model_version.tags[0]).toEqual({
      key: 'stagegate.verdict',
      value: 'FAIL',
    });
  });

  it('that awaits approval raises as well and says where it is decided', async () => {
    const { ci, anna } = team;
    const name = await gatedModel([0.9], { ...slots(1), protectedAliases: ['live'] });
    const awaiting = await transition(ci, name, 1, 'Production', {}, 409);
    expect(awaiting.message).toMatch(/awaits approval/);
    const [, path] = /(\/transitions\/\S+)/.exec(awaiting.message)!;
    expect((await transition(ci, name, 1, 'Production', {}, 409)).message).toContain(path);
    expect(
      (await sends(ci, 'POST', 'registered-models/alias', { name, alias: 'live', version: '1' }, 409)).message,
    ).toContain(path);
    await anna.approves({ id: path!.split('/').at(-1)! });
    const { model_version: found } = await reads('model-versions/get', { name, version: '1' });
    expect(found.tags).toContainEqual({ key: 'stagegate.approvals', value: 'anna' });
  });

  it('tells of approvals that count, and of none that was withdrawn', async () => {
    const { ci, anna, ben } = team;
    const name = await gatedModel([0.9], slots(2));
    const request = await ci.asksFor(name, 1);
    const approvals = async () => {
      const { model_version: found } = await reads('model-versions/get', { name, version: '1' });
      return (found.tags as { key: string; value: string }[]).find(({ key }) => key === 'stagegate.approvals')?.value;
    };
    await anna.approves(request);
    expect(await approvals()).toBe('anna');
    await anna.delete(`/transitions/${request.id}/approvals/mine`, 200);
    expect(await approvals()).toBeUndefined();
    await ben.approves(request);
    await anna.approves(request);
    expect(await approvals()).toBe('ben, anna');
  });

  it('of a model without a policy is refused in words that help', async () => {
    const name = await team.ci.creates();
    await team.ci.registers(name);
    const { message } = await transition(team.ci, name, 1, 'Production', {}, 409);
    expect(message).toMatch(/policy|Staging/);
  });

  it('is nobody’s who may not promote', async () => {
    const name = await gatedModel([0.9]);
    const { viewer } = team;
    expect((await transition(viewer, name, 1, 'Production', {}, 403)).error_code).toBe('PERMISSION_DENIED');
  });

  it.each([2, 8])('%i at a time leave one version in Production', async (count) => {
    const name = await gatedModel(Array<number>(count).fill(0.9));
    for (let round = 0; round < 3; round += 1) {
      const versions = Array.from({ length: count }, (_, index) => index + 1);
      const answers = await Promise.all(
        versions.map((version) =>
          team.root.send('POST', `${API}/model-versions/transition-stage`, {
            name,
            version: String(version),
            stage: 'Production',
            archive_existing_versions: true,
          }),
        ),
      );
      expect(answers.filter(({ status }) => status !== 200 && status !== 409).map(({ body }) => body)).toEqual([]);
      expect((await team.ci.stages(name)).filter((stage) => stage === 'Production')).toHaveLength(1);
    }
  });
});

describe('other moves', () => {
  it('take the reason from the client, and refuse to leave Production empty', async () => {
    const { ci, root } = team;
    const name = await gatedModel([0.9, 0.9, 0.9]);
    await transition(ci, name, 1, 'Staging');
    await transition(ci, name, 1, 'None');
    await transition(ci, name, 2, 'Archived');
    await transition(ci, name, 2, 'None');
    await transition(ci, name, 3, 'Production');
    for (const stage of ['None', 'Staging', 'Archived']) await transition(root, name, 3, stage, {}, 409);
    await sends(root, 'DELETE', 'model-versions/delete', { name, version: '3' }, 409);
    await sends(root, 'DELETE', 'registered-models/delete', { name }, 409);
    await sends(root, 'DELETE', 'registered-models/alias', { name, alias: 'champion' }, 409);
    const { items } = await ci.get(`/models/${name}/transitions?filter=${encodeURIComponent("kind = 'archive'")}`);
    expect(items[0].reason).toBe('Asked through the MLflow API by mlflow-python-client/3.17.2.');
    for (const [stage, flag] of [
      ['Retired', false],
      ['Archived', true],
      ['None', true],
      ['Staging', 'yes'],
      ['Staging', 1],
    ] as const)
      await transition(ci, name, 1, stage, { archive_existing_versions: flag }, 400);
  });

  it('archive the others in Staging when the flag says so, in one step', async () => {
    const { ci } = team;
    const name = await gatedModel([0.9, 0.9, 0.9]);
    await transition(ci, name, 1, 'Staging');
    await transition(ci, name, 2, 'Staging');
    expect(await ci.stages(name)).toEqual(['Staging', 'Staging', 'None']);
    await transition(ci, name, 3, 'Staging', { archiveExistingVersions: true });
    expect(await ci.stages(name)).toEqual(['Archived', 'Archived', 'Staging']);
    await transition(ci, name, 1, 'Staging');
    await transition(ci, name, 1, 'Staging', { archive_existing_versions: true });
    expect(await ci.stages(name)).toEqual(['Staging', 'Archived', 'Archived']);
  });

  it('back to Production is a rollback, of those who may roll back', async () => {
    const { ci, anna } = team;
    const name = await gatedModel([0.9, 0.95, 0.9]);
    await transition(ci, name, 1, 'Production');
    await transition(ci, name, 2, 'Production');
    await transition(ci, name, 1, 'Production', {}, 403);
    await transition(anna, name, 1, 'Production');
    expect(await ci.stages(name)).toEqual(['Production', 'Archived', 'None']);
    await transition(ci, name, 3, 'Archived');
    await transition(anna, name, 3, 'Production', {}, 409);
  });

  it('of aliases and tags at once are no conflict', async () => {
    const name = await gatedModel([0.9]);
    const first = (path: string, fields: object) =>
      Promise.all(Array.from({ length: 4 }, () => sends(team.ci, 'POST', path, { name, ...fields })));
    await first('registered-models/alias', { alias: 'blue', version: '1' });
    await first('registered-models/set-tag', { key: 'k', value: 'v' });
    await first('model-versions/set-tag', { version: '1', key: 'k', value: 'v' });
  });
});

describe('a search', () => {
  let name: string;
  let prefix: string;

  beforeAll(async () => {
    prefix = uniqueName('found');
    name = `${prefix}-a`;
    for (const model of [name, `${prefix}-b`])
      await sends(team.ci, 'POST', 'registered-models/create', { name: model, tags: [{ key: 'of', value: model }] });
    for (const [run, tag] of [
      ['RUN1', 'x'],
      ['run2', 'y'],
      ['', 'z'],
    ] as const)
      await sends(team.ci, 'POST', 'model-versions/create', {
        name,
        source: `s3://b/${tag}`,
        run_id: run,
        tags: [{ key: 'two words', value: tag }],
      });
    await sends(team.ci, 'POST', 'registered-models/alias', { name, alias: 'blue', version: '2' });
  });

  it.each<[string, string[]]>([
    [`name = 'NAME'`, ['1', '2', '3']],
    [`name='NAME' and version_number > 1`, ['2', '3']],
    [`name = 'NAME' AND version_number = '2'`, ['2']],
    [`attribute.name LIKE 'PREFIX%'`, ['1', '2', '3']],
    [`name ilike 'PREFIX-A'`, ['1', '2', '3']],
    [`name != 'NAME' AND name LIKE 'PREFIX%'`, []],
    [`name IN ('NAME', "other",)`, ['1', '2', '3']],
    [`name = 'NAME' AND run_id IN ('RUN1', 'run2')`, ['1', '2']],
    [`name = 'NAME' AND run_id NOT IN ('RUN1')`, ['2', '3']],
    [`name = "NAME" AND source_path LIKE 's3://b/%' AND source_path != 's3://b/x'`, ['2', '3']],
    ["name = 'NAME' AND tags.`two words` = 'x'", ['1']],
    [`name = 'NAME' AND tag."two words" ILIKE 'Y'`, ['2']],
    ["name = 'NAME' AND tags.`two words` != 'x'", ['2', '3']],
    [`name = 'NAME' AND tags.other != 'x'`, []],
    [`name = 'NAME' AND alias = 'blue'`, ['2']],
    [`name = 'NAME' AND current_stage = 'none' AND status = 'READY'`, ['1', '2', '3']],
    [`name = 'NAME' AND creation_timestamp > 1700000000000 AND user_id = 'ci'`, ['1', '2', '3']],
  ])('for versions finds %s', async (filter, versions) => {
    const text = filter
      .replaceAll('NAME', name)
      .replaceAll('PREFIX-A', name.toUpperCase())
      .replaceAll('PREFIX', prefix);
    const found = await reads('model-versions/search', { filter: text, order_by: 'version_number ASC' });
    expect((found.model_versions ?? []).map((one: Json) => one.version)).toEqual(versions);
  });

  it.each([
    `name = 'a' OR name = 'b'`,
    `name = 'a' name = 'b'`,
    `AND name = 'a'`,
    `name = 'a' AND`,
    `(name = 'a')`,
    `NOT name = 'a'`,
    `name IS NULL`,
    `name = a`,
    `name == 'a'`,
    `name <> 'a'`,
    "`name` = 'a'",
    `name = 'a';`,
    `attributes.name = 'a'`,
    `Name = 'a'`,
    `run_id IN ()`,
    `run_id IN (1)`,
    `version_number = 2.0`,
    `version_number LIKE '1'`,
    `name > 'a'`,
    `tags.k IN ('a')`,
    `description = 'a'`,
    `name = 'a\0'`,
    `name LIKE 'a\\'`,
    ' ',
  ])('for versions does not take %j', async (filter) => {
    const path = `${API}/model-versions/search`;
    const answer = filter.includes('\0')
      ? await team.viewer.send('GET', `${path}?filter=name%20%3D%20%27a%00%27`)
      : await team.viewer.send('GET', `${path}?${new URLSearchParams({ filter }).toString()}`);
    expect([answer.status, answer.body.error_code]).toEqual([400, 'INVALID_PARAMETER_VALUE']);
  });

  it('has orders, pages and bounds', async () => {
    const filter = `name = '${name}'`;
    const listed = async (fields: object) => {
      const page = await reads('model-versions/search', { filter, ...fields });
      return [page.model_versions.map((one: Json) => Number(one.version)), page.next_page_token];
    };
    expect(await listed({ order_by: ['name DESC', 'attribute.version_number asc'] })).toEqual([[1, 2, 3], undefined]);
    expect((await listed({ order_by: 'creation_timestamp' }))[0]).toEqual([1, 2, 3]);
    expect((await listed({}))[0]).toEqual([3, 2, 1]);
    const [first, token] = await listed({ max_results: '2', order_by: 'version_number' });
    expect([
      first,
      (await listed({ max_results: '2', order_by: 'version_number', page_token: token as string }))[0],
    ]).toEqual([[1, 2], [3]]);
    for (const bad of [
      { order_by: 'version' },
      { order_by: ['name', 'name DESC'] },
      { order_by: 'tags.x' },
      { order_by: '' },
      { max_results: '0' },
      { max_results: '200001' },
      { max_results: 'x' },
      { page_token: 'bnVsbA==' },
    ])
      await reads('model-versions/search', { filter, ...bad }, 400);
  });

  it('for models has the grammar, takes what the client adds, and shows aliases', async () => {
    const added = "tag.`mlflow.prompt.is_prompt` != 'true'";
    const filter = `name LIKE '${prefix}%' AND ${added}`;
    const { registered_models: models } = await reads('registered-models/search', { filter, order_by: 'name DESC' });
    expect(models.map((one: Json) => one.name)).toEqual([`${prefix}-b`, name]);
    expect(models[1]).toMatchObject({
      aliases: [{ alias: 'blue', version: '2' }],
      latest_versions: [{ version: '3' }],
    });
    const only = async (more: string) =>
      (await reads('registered-models/search', { filter: `name LIKE '${prefix}%' AND ${more}` })).registered_models
        ?.length ?? 0;
    expect([
      await only(`tags.of = '${name}'`),
      await only(`alias = 'blue'`),
      await only("tags.`mlflow.prompt.is_prompt` = 'true'"),
    ]).toEqual([1, 1, 0]);
    const page = await reads('registered-models/search', { filter, max_results: '1' });
    expect(
      (await reads('registered-models/search', { filter, max_results: '1', page_token: page.next_page_token }))
        .registered_models[0].name,
    ).toBe(`${prefix}-b`);
    for (const bad of [
      { max_results: '1001' },
      { order_by: 'creation_timestamp' },
      { order_by: 'attribute.name' },
      { filter: `run_id = 'x'` },
    ])
      await reads('registered-models/search', { filter, ...bad }, 400);
  });
});
