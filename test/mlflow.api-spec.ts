import { MLFLOW_BASES } from '../src/edges/mlflow/mlflow-paths.js';
import { TestApp } from './support/app/app.js';
import { type Answer, type Json } from './support/app/client.js';
import { type Person, type Team, teamOf, uniqueName } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

const API = '//api/2.0/mlflow';

/** What MLflow's client sends and is answered; a GET carries its fields in the query. */
function call(who: Person, method: string, path: string, fields: object = {}, headers = {}): Promise<Answer> {
  if (method !== 'GET') return who.send(method, `${API}/${path}`, fields, { headers });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) query.append(name, String(one));
  return who.send('GET', `${API}/${path}?${query.toString()}`, undefined, { headers });
}

async function ok(who: Person, method: string, path: string, fields?: object): Promise<Json> {
  const { status, body } = await call(who, method, path, fields);
  expect([method, path, status, body]).toEqual([method, path, 200, body]);
  return body;
}

async function refused(who: Person, method: string, path: string, fields: object, status: number, code: string) {
  const answer = await call(who, method, path, fields);
  expect([answer.status, answer.body]).toEqual([status, { error_code: code, message: expect.any(String) }]);
  return answer.body.message as string;
}

const invalid = (who: Person, method: string, path: string, fields: object) =>
  refused(who, method, path, fields, 400, 'INVALID_PARAMETER_VALUE');
const missing = (who: Person, method: string, path: string, fields: object) =>
  refused(who, method, path, fields, 404, 'RESOURCE_DOES_NOT_EXIST');

async function modelWith(versions: number, fields: object = {}): Promise<string> {
  const name = uniqueName('mlflow');
  await ok(team.root, 'POST', 'registered-models/create', { name, ...fields });
  for (let version = 1; version <= versions; version += 1)
    await ok(team.ci, 'POST', 'model-versions/create', { name, source: `s3://bucket/${name}/${version}` });
  return name;
}

describe('models', () => {
  it('are created, read, changed, renamed and deleted, in the fields of MLflow', async () => {
    const { root, viewer } = team;
    const name = uniqueName('whole');
    const tags = [
      { key: 'team', value: 'risk' },
      { key: 'a b/c', value: '' },
    ];
    const { registered_model: created } = await ok(root, 'POST', 'registered-models/create', {
      name,
      tags,
      description: 'Scores.',
    });
    expect(created).toEqual({
      name,
      creation_timestamp: expect.any(Number),
      last_updated_timestamp: created.creation_timestamp,
      user_id: 'root',
      description: 'Scores.',
      tags: expect.arrayContaining(tags),
    });
    expect((await ok(viewer, 'GET', 'registered-models/get', { name })).registered_model).toEqual(created);
    const { registered_model: kept } = await ok(root, 'PATCH', 'registered-models/update', { name });
    expect(kept.description).toBe('Scores.');
    const { registered_model: emptied } = await ok(root, 'PATCH', 'registered-models/update', {
      name,
      description: '',
    });
    expect(emptied).not.toHaveProperty('description');
    const newName = `${name}-2`;
    expect(
      (await ok(root, 'POST', 'registered-models/rename', { name, new_name: newName })).registered_model.name,
    ).toBe(newName);
    await ok(root, 'POST', 'registered-models/rename', { name: newName, new_name: newName });
    expect(await ok(root, 'DELETE', 'registered-models/delete', { name: newName })).toEqual({});
    await missing(viewer, 'GET', 'registered-models/get', { name: newName });
    expect((await root.audit(name)).map(({ action, actor }) => [action, actor])).toEqual([
      ['model.created', 'root'],
      ['model.updated', 'root'],
      ['model.renamed', 'root'],
      ['model.deleted', 'root'],
    ]);
  });

  it('of one name are there once, and names that cannot be here are refused', async () => {
    const name = await modelWith(0);
    const other = await modelWith(0);
    const exists = [400, 'RESOURCE_ALREADY_EXISTS'] as const;
    expect(await refused(team.ci, 'POST', 'registered-models/create', { name }, ...exists)).toBe(
      `Registered Model (name=${name}) already exists.`,
    );
    await refused(team.root, 'POST', 'registered-models/rename', { name, new_name: other }, ...exists);
    for (const bad of ['a/b', 'a:b', '..', 'new\nline', ' lead', 'ü', 'x'.repeat(257), 'a\0b', '', '  ', 5, null])
      await invalid(team.ci, 'POST', 'registered-models/create', { name: bad });
    expect(await invalid(team.ci, 'POST', 'registered-models/create', {})).toMatch(
      /^Missing value for required parameter 'name'/,
    );
    await invalid(team.viewer, 'GET', 'registered-models/get', { name: 'a/b' });
    await missing(team.viewer, 'GET', 'registered-models/get', { name: 'a b' });
  });

  it('have tags that are set and deleted', async () => {
    const { ci } = team;
    const name = await modelWith(1);
    for (const [path, key] of [
      ['registered-models', { name }],
      ['model-versions', { name, version: '1' }],
    ] as const) {
      const read = async () =>
        path === 'registered-models'
          ? (await ok(ci, 'GET', 'registered-models/get', { name })).registered_model.tags
          : (await ok(ci, 'GET', 'model-versions/get', { name, version: 1 })).model_version.tags;
      expect(await ok(ci, 'POST', `${path}/set-tag`, { ...key, key: 'k', value: '1' })).toEqual({});
      await ok(ci, 'POST', `${path}/set-tag`, { ...key, key: 'k', value: null });
      expect(await read()).toEqual([{ key: 'k', value: '' }]);
      await ok(ci, 'DELETE', `${path}/delete-tag`, { ...key, key: 'k' });
      await ok(ci, 'DELETE', `${path}/delete-tag`, { ...key, key: 'k' });
      expect(await read()).toBeUndefined();
      for (const bad of [
        { value: 5 },
        { key: 'a/../b' },
        { key: 'a\n' },
        { key: 'k'.repeat(251) },
        { value: 'v'.repeat(5001) },
      ])
        await invalid(ci, 'POST', `${path}/set-tag`, { ...key, key: 'k', value: 'v', ...bad });
      await invalid(ci, 'POST', `${path}/set-tag`, { ...key, key: 'stagegate.verdict', value: 'PASS' });
      const astral = '\u{1F600}'.repeat(3_000);
      await ok(ci, 'POST', `${path}/set-tag`, { ...key, key: 'k', value: astral });
      expect(await read()).toEqual([{ key: 'k', value: astral }]);
      await ok(ci, 'DELETE', `${path}/delete-tag`, { ...key, key: 'k' });
      for (const odd of ['__proto__', 'constructor', 'prototype'])
        await ok(ci, 'POST', `${path}/set-tag`, { ...key, key: odd, value: 'v' });
      expect((await read()).map((tag: Json) => tag.key).sort()).toEqual(['__proto__', 'constructor', 'prototype']);
      await missing(ci, 'POST', `${path}/set-tag`, { ...key, name: 'none', key: 'k', value: 'v' });
      await missing(ci, 'DELETE', `${path}/delete-tag`, { ...key, name: 'none', key: 'k' });
    }
    await invalid(ci, 'POST', 'registered-models/create', { name: uniqueName(), tags: [{ key: 'k', value: 5 }] });
  });
});

describe('versions', () => {
  it('are registered, read, changed and deleted, and no number is given twice', async () => {
    const { ci, root } = team;
    const name = await modelWith(0);
    const fields = {
      source: 's3://bucket/m',
      run_id: 'a'.repeat(32),
      run_link: 'https://tracking/run',
      model_id: 'm-1',
    };
    const { model_version: made } = await ok(ci, 'POST', 'model-versions/create', {
      name,
      ...fields,
      tags: [{ key: 'k', value: 'v' }],
    });
    expect(made).toEqual({
      name,
      version: '1',
      ...fields,
      creation_timestamp: expect.any(Number),
      last_updated_timestamp: made.creation_timestamp,
      user_id: 'ci',
      current_stage: 'None',
      description: '',
      status: 'READY',
      tags: [{ key: 'k', value: 'v' }],
    });
    for (const version of ['1', ' 1', '+1', '01'])
      expect((await ok(ci, 'GET', 'model-versions/get', { name, version })).model_version).toEqual(made);
    expect(await ok(ci, 'GET', 'model-versions/get-download-uri', { name, version: 1 })).toEqual({
      artifact_uri: 's3://bucket/m',
    });
    const { model_version: told } = await ok(ci, 'PATCH', 'model-versions/update', {
      name,
      version: '1',
      description: 'd',
    });
    expect(told).toMatchObject({ description: 'd', tags: made.tags });
    expect((await ok(ci, 'PATCH', 'model-versions/update', { name, version: '1' })).model_version.description).toBe(
      'd',
    );
    await ok(ci, 'POST', 'model-versions/create', { name, source: 's3://bucket/m' });
    await ok(root, 'DELETE', 'model-versions/delete', { name, version: '2' });
    await missing(root, 'DELETE', 'model-versions/delete', { name, version: '2' });
    expect(
      (await ok(ci, 'POST', 'model-versions/create', { name, source: 's3://bucket/m' })).model_version,
    ).toMatchObject({
      version: '3',
      run_id: '',
      run_link: '',
    });
    for (const version of ['abc', '1.0', '']) await invalid(ci, 'GET', 'model-versions/get', { name, version });
    await invalid(ci, 'PATCH', 'model-versions/update', { name, version: 1 });
    for (const version of ['0', '-1', '99999999999']) await missing(ci, 'GET', 'model-versions/get', { name, version });
    expect(await missing(ci, 'GET', 'model-versions/get', { name: 'none', version: '1' })).toBe(
      'Model Version (name=none, version=1) not found',
    );
    await missing(ci, 'POST', 'model-versions/create', { name: 'none', source: 's3://b/1' });
  });

  it.each([
    '/etc/passwd',
    'file:///etc/passwd',
    'relative/dir',
    '.',
    's3://b',
    's3://b/../p',
    's3://b/x/%2e%2e/y',
    'mlflow-artifacts:/x',
    'file://otherhost/m',
    'runs:/abc/model',
    'runs://host/abc',
    'models:/m-unknown',
    'models://host/m',
    'models:/none/',
    's3://b/a\0',
    `s3://${'x'.repeat(500)}`,
    's3://b//../c',
    's3://b/c//./d',
  ])('are not registered from %j', async (source) => {
    await invalid(team.ci, 'POST', 'model-versions/create', { name: await modelWith(0), source });
  });

  it.each([
    { source: 's3://b//c' },
    { source: 's3://b/c//d///e' },
    { source: 's3://b/c//' },
    { source: 'abfss://c@account.dfs.core.windows.net/m' },
    { source: 'https://host/m.zip?x=1' },
    { source: 'runs:/abc/model', run_id: 'abc' },
    { source: 'models:/m-1', model_id: 'm-1' },
    { source: '/data/mlruns/0/abc/artifacts/model', run_id: 'abc' },
    { source: 'mlflow-artifacts:/0/abc/artifacts/model', run_id: 'abc' },
    { source: `s3://b/${'\u{1F600}'.repeat(400)}` },
  ])('are registered from $source', async (fields) => {
    const { model_version: made } = await ok(team.ci, 'POST', 'model-versions/create', {
      name: await modelWith(0),
      ...fields,
    });
    expect(made.source).toBe(fields.source);
  });

  it('tell of judgements what the gates said, and nothing that anybody else says in their name', async () => {
    const { ci, root } = team;
    const said = { 'stagegate.verdict': 'PASS', k: 'v' };
    const name = uniqueName('said');
    const pairs = Object.entries(said).map(([key, value]) => ({ key, value }));
    const given = [{ key: 'k', value: 'v' }];
    const { registered_model: made } = await ok(root, 'POST', 'registered-models/create', { name, tags: pairs });
    const fields = { name, source: 's3://b/1', tags: pairs };
    const { model_version: version } = await ok(ci, 'POST', 'model-versions/create', fields);
    expect([made.tags, version.tags]).toEqual([given, given]);
    const at = `/models/${name}`;
    expect([(await ci.get(at)).tags, (await ci.get(`${at}/versions/1`)).tags]).toEqual([{ k: 'v' }, { k: 'v' }]);
    for (const path of [at, `${at}/versions/1`]) await ci.patch(path, { tags: said });
    const read = await ok(ci, 'GET', 'model-versions/get', { name, version: 1 });
    const { registered_model: model } = await ok(ci, 'GET', 'registered-models/get', { name });
    const { model_versions: found } = await ok(ci, 'GET', 'model-versions/search', { filter: `name = '${name}'` });
    expect([read.model_version.tags, model.tags, found[0].tags]).toEqual([given, given, given]);
    for (const path of ['model-versions', 'registered-models'])
      for (const filter of ["tags.`stagegate.verdict` = 'PASS'", "tag.stagegate.verdict != 'FAIL'"])
        await invalid(ci, 'GET', `${path}/search`, { filter });
  });

  it('are copied with their artifact and run, also by stage, alias and latest, and from copies', async () => {
    const { ci } = team;
    const name = await modelWith(0);
    await ok(ci, 'POST', 'model-versions/create', { name, source: 's3://b/1', run_id: 'abc' });
    await ok(ci, 'POST', 'registered-models/alias', { name, alias: 'best', version: '1' });
    const copy = await modelWith(0);
    for (const source of [
      `models:/${name}/1`,
      `models:/${name}@best`,
      `models:/${name}/latest`,
      `models:/${name}/none`,
    ]) {
      const { model_version: made } = await ok(ci, 'POST', 'model-versions/create', { name: copy, source });
      expect(made).toMatchObject({ source: `models:/${name}/1`, run_id: 'abc', current_stage: 'None' });
    }
    await ok(ci, 'POST', 'model-versions/create', { name: copy, source: `models:/${copy}/1` });
    expect(await ok(ci, 'GET', 'model-versions/get-download-uri', { name: copy, version: 5 })).toEqual({
      artifact_uri: 's3://b/1',
    });
    await invalid(ci, 'POST', 'model-versions/create', { name: copy, source: `models:/${name}/1`, run_id: 'other' });
    await missing(ci, 'POST', 'model-versions/create', { name: copy, source: `models:/${name}/9` });
    await missing(ci, 'POST', 'model-versions/create', { name: copy, source: 'models:/none/1' });
    await missing(ci, 'POST', 'model-versions/create', { name: copy, source: `models:/${name}/Staging` });
    await invalid(ci, 'POST', 'model-versions/create', { name: copy, source: `models:/${name}@none` });
  });
});

describe('aliases', () => {
  it('point at versions, move, answer them and go', async () => {
    const { ci, root } = team;
    const name = await modelWith(2);
    const set = (alias: unknown, version: unknown) => ({ name, alias, version });
    expect(await ok(ci, 'POST', 'registered-models/alias', set('blue', '1'))).toEqual({});
    await ok(ci, 'POST', 'registered-models/alias', set('blue', '2'));
    await ok(ci, 'POST', 'registered-models/alias', set('v1x', '2'));
    const { model_version: found } = await ok(ci, 'GET', 'registered-models/alias', { name, alias: 'blue' });
    expect(found).toMatchObject({ version: '2', aliases: ['blue', 'v1x'] });
    expect((await ok(ci, 'GET', 'registered-models/get', { name })).registered_model.aliases).toEqual(
      [
        { alias: 'v1x', version: '2' },
        { alias: 'blue', version: '2' },
      ].sort((one, other) => one.alias.length - other.alias.length || one.alias.localeCompare(other.alias)),
    );
    for (const latest of ['latest', 'LATEST'])
      expect((await ok(ci, 'GET', 'registered-models/alias', { name, alias: latest })).model_version.version).toBe('2');
    for (const bad of ['latest', 'Latest', 'v1', 'V22', 'a b', 'a.b', '', 'x'.repeat(256)])
      await invalid(ci, 'POST', 'registered-models/alias', set(bad, '1'));
    expect(await invalid(ci, 'GET', 'registered-models/alias', { name, alias: 'v2' })).toBe(
      'Registered model alias v2 not found.',
    );
    await invalid(ci, 'GET', 'registered-models/alias', { name, alias: 'a b' });
    await missing(ci, 'GET', 'registered-models/alias', { name: 'none', alias: 'blue' });
    await missing(ci, 'POST', 'registered-models/alias', set('blue', '9'));
    await missing(ci, 'POST', 'registered-models/alias', { ...set('blue', '1'), name: 'none' });
    await ok(root, 'DELETE', 'model-versions/delete', { name, version: '2' });
    await invalid(ci, 'GET', 'registered-models/alias', { name, alias: 'blue' });
    for (const alias of ['blue', 'v1', 'never'])
      expect(await ok(ci, 'DELETE', 'registered-models/alias', { name, alias })).toEqual({});
    await missing(ci, 'DELETE', 'registered-models/alias', { name: 'none', alias: 'blue' });
    await missing(ci, 'GET', 'registered-models/alias', { name: await modelWith(0), alias: 'latest' });
  });
});

describe('the wire', () => {
  it('is the same below every base, for both kinds of authentication', async () => {
    const name = await modelWith(1);
    const token = Buffer.from(`anyone:${team.viewer.token}`).toString('base64');
    for (const base of MLFLOW_BASES)
      for (const authorization of [`Bearer ${team.viewer.token}`, `Basic ${token}`]) {
        const answer = await app.anonymous().send('GET', `//${base}/registered-models/get?name=${name}`, undefined, {
          headers: { authorization },
        });
        expect([base, answer.status, answer.body.registered_model?.name]).toEqual([base, 200, name]);
      }
    const anonymous = await app.anonymous().send('GET', `${API}/registered-models/get?name=${name}`);
    expect([anonymous.status, anonymous.body.error_code]).toEqual([401, 'UNAUTHENTICATED']);
    const basic = { headers: { authorization: `Basic ${token}` } };
    expect((await app.anonymous().send('GET', `/models/${name}`, undefined, basic)).status).toBe(401);
    await refused(team.viewer, 'POST', 'registered-models/create', { name: 'x' }, 403, 'PERMISSION_DENIED');
  });

  it('reads bodies as MLflow does, and never fails for an odd one', async () => {
    const { ci } = team;
    const name = await modelWith(1);
    const raw = (rawBody: string, contentType = 'application/json', path = 'registered-models/set-tag') =>
      ci.send('POST', `${API}/${path}`, undefined, { rawBody, headers: { 'content-type': contentType } });
    const sent = JSON.stringify({ name, key: 'k', value: 'v', unknown: 1 });
    for (const type of ['application/json', 'application/JSON', 'application/json; charset=utf-8'])
      expect((await raw(sent, type)).status).toBe(200);
    for (const [body, type] of [
      [sent, 'text/plain'],
      ['', 'application/json'],
      ['[]', 'application/json'],
      ['5', 'application/json'],
      ['"text"', 'application/json'],
      ['null', 'application/json'],
      ['{', 'application/json'],
      [JSON.stringify({ name, key: 'k', value: 'a\0b' }), 'application/json'],
    ] as const) {
      const answer = await raw(body, type);
      expect([body, answer.status, answer.body.error_code]).toEqual([body, 400, 'INVALID_PARAMETER_VALUE']);
    }
    const stages = await raw(
      JSON.stringify({ name, stages: 'None' }),
      undefined,
      'registered-models/get-latest-versions',
    );
    expect(stages.status).toBe(400);
    const twice = { name, version: '1', stage: 'None', archive_existing_versions: true, archiveExistingVersions: true };
    await invalid(ci, 'POST', 'model-versions/transition-stage', twice);
    const renamed = { name, new_name: `${name}-3`, newName: `${name}-3` };
    expect(await invalid(team.root, 'POST', 'registered-models/rename', renamed)).toContain('given twice');
    await invalid(team.root, 'POST', 'registered-models/rename', { name, newName: `${name}-3` });
  });

  it('repeats the first answer to a key, and takes no more tags than there can be', async () => {
    const name = uniqueName('keyed');
    const headers = { 'idempotency-key': name };
    const [first, again] = [
      await call(team.ci, 'POST', 'registered-models/create', { name }, headers),
      await call(team.ci, 'POST', 'registered-models/create', { name }, headers),
    ];
    expect([first.status, first.body.registered_model.name, again.body]).toEqual([200, name, first.body]);
    const version = await call(
      team.ci,
      'POST',
      'model-versions/create',
      { name, source: 's3://b/1' },
      {
        'idempotency-key': `${name}-1`,
      },
    );
    expect([version.status, version.body.model_version?.version]).toEqual([200, '1']);
    const tags = Array.from({ length: 101 }, (_, index) => ({ key: `k${index}`, value: '' }));
    for (const refused of [tags, [{ key: 'k', value: 5 }]])
      await invalid(team.ci, 'POST', 'registered-models/create', { name: uniqueName(), tags: refused });
    await invalid(team.ci, 'POST', 'model-versions/create', { name, source: 's3://b/1', tags });
  });

  it('answers what is not here in words that help', async () => {
    const { viewer } = team;
    const hint = await refused(viewer, 'POST', 'runs/create', {}, 404, 'ENDPOINT_NOT_FOUND');
    expect(hint).toContain('set_tracking_uri');
    await refused(viewer, 'GET', 'webhooks', {}, 501, 'FEATURE_DISABLED');
    await refused(viewer, 'GET', 'registered-models/nothing', {}, 404, 'ENDPOINT_NOT_FOUND');
    const prompt = { name: uniqueName(), tags: [{ key: 'mlflow.prompt.is_prompt', value: 'true' }] };
    await refused(team.ci, 'POST', 'registered-models/create', prompt, 501, 'FEATURE_DISABLED');
    const name = await modelWith(0);
    for (const [workspace, status] of [
      ['default', 200],
      ['', 200],
      ['other', 501],
    ] as const) {
      const answer = await call(viewer, 'GET', 'registered-models/get', { name }, { 'x-mlflow-workspace': workspace });
      expect([workspace, answer.status]).toEqual([workspace, status]);
    }
    expect((await call(viewer, 'PUT', 'registered-models/get', {})).status).toBe(405);
  });
});
