import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { type Team, teamOf, uniqueName } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

const LINEAGE = {
  runId: 'run-7f3',
  artifactUri: 's3://models/fraud/7',
  artifactDigest: `sha256:${'a'.repeat(64)}`,
  dataset: { name: 'payments', version: '2026-01', digest: `sha256:${'b'.repeat(64)}` },
  gitCommit: '0123abc',
  framework: 'xgboost 2.1',
  signature: { inputs: [{ name: 'amount', type: 'double' }] },
  params: { depth: 6, 'learning rate': 0.1, nested: { list: [1, null, 'ü'], valueOf: 1 } },
  metrics: { auc: 0.91, loss: 0, toString: 3 },
  description: 'Deeper trees.',
  tags: { experiment: 'b', hasOwnProperty: 'c' },
};

describe('a version', () => {
  it('keeps its whole lineage as it was registered', async () => {
    const { ci, viewer } = team;
    const model = await ci.creates();
    const registered = await ci.registers(model, LINEAGE);
    expect(registered).toMatchObject({ ...LINEAGE, model, version: 1, stage: 'None', createdBy: 'ci' });
    expect(registered).toMatchObject({ aliases: [], quarantined: false, promotedAt: null, promotedBy: null });
    expect(await viewer.get(`/models/${model}/versions/1`)).toEqual(registered);
  });

  it('needs no more than where its artifact lies', async () => {
    const { ci } = team;
    const registered = await ci.registers(await ci.creates());
    const silent = { runId: null, dataset: null, gitCommit: null, framework: null, signature: null };
    expect(registered).toMatchObject({ ...silent, params: {}, metrics: {}, tags: {}, description: '' });
  });

  it('is numbered by its own model', async () => {
    const { ci } = team;
    const [one, other] = [await ci.creates(), await ci.creates()];
    await ci.registersMany(one, 2);
    expect((await ci.registers(other)).version).toBe(1);
    expect((await ci.registers(one)).version).toBe(3);
  });

  it('changes in description and tags alone', async () => {
    const { ci } = team;
    const model = await ci.creates();
    const before = await ci.registers(model, LINEAGE);
    const path = `/models/${model}/versions/1`;
    expect((await ci.patch(path, {})).description).toBe('Deeper trees.');
    const after = await ci.patch(path, {
      description: 'Shallow trees.',
      tags: { experiment: null, hasOwnProperty: null, reviewed: 'yes' },
    });
    const changed = { description: 'Shallow trees.', tags: { reviewed: 'yes' }, updatedAt: after.updatedAt };
    expect(after).toEqual({ ...before, ...changed });
    expect(await ci.patch(path, { description: null, tags: null })).toMatchObject({ description: '', tags: {} });
    for (const field of ['artifactUri', 'artifactDigest', 'runId', 'params', 'metrics', 'stage', 'version']) {
      const problem = await ci.problem('PATCH', path, { [field]: LINEAGE.artifactUri });
      expect(problem).toMatchObject({ status: 400, errors: [{ pointer: `/${field}`, code: 'UNKNOWN_FIELD' }] });
    }
  });

  it('is in the audit record from its registration on', async () => {
    const { ci } = team;
    const model = await ci.creates();
    await ci.registers(model, LINEAGE);
    await ci.patch(`/models/${model}/versions/1`, { tags: { a: 'b' } });
    const events = (await ci.audit(model)).slice(1);
    expect(events.map(({ action }) => action)).toEqual(['version.registered', 'version.updated']);
    expect(events[0]).toMatchObject({ actor: 'ci', version: 1, details: LINEAGE });
    expect(events[1].details).toMatchObject({ tags: { a: 'b' } });
  });
});

describe('a deleted version', () => {
  it('is gone, and its number is never given again', async () => {
    const { ci, root } = team;
    const model = await ci.creates();
    await ci.registersMany(model, 3);
    await root.delete(`/models/${model}/versions/3`);
    await root.delete(`/models/${model}/versions/1`);
    expect(await ci.problem('GET', `/models/${model}/versions/3`)).toMatchObject({ code: 'VERSION_NOT_FOUND' });
    expect((await ci.get(`/models/${model}/versions`)).items.map(({ version }: Json) => version)).toEqual([2]);
    expect((await ci.get(`/models/${model}`)).latestVersion).toBe(2);
    expect((await ci.registers(model)).version).toBe(4);
  });

  it('takes its aliases along and takes no change any more', async () => {
    const { ci, root, anna } = team;
    const model = await ci.creates();
    await ci.registersMany(model, 2);
    await ci.pointsAlias(model, 'shadow', 1);
    await ci.pointsAlias(model, 'canary', 2);
    await root.delete(`/models/${model}/versions/1`);
    expect((await ci.get(`/models/${model}`)).aliases).toEqual({ canary: 2 });
    const path = `/models/${model}/versions/1`;
    for (const [who, method, below, body] of [
      [ci, 'PATCH', '', {}],
      [root, 'DELETE', '', undefined],
      [anna, 'POST', '/quarantine', { reason: 'x' }],
      [ci, 'POST', '/transitions', { toStage: 'Staging' }],
      [ci, 'POST', '/gate-checks', { toStage: 'Staging' }],
      [ci, 'GET', '/evaluations', undefined],
    ] as const) {
      const problem = await who.problem(method, path + below, body);
      expect(problem).toMatchObject({ status: 404, code: 'VERSION_NOT_FOUND' });
    }
    expect(await ci.problem('PUT', `/models/${model}/aliases/x`, { version: 1 })).toMatchObject({ status: 404 });
  });

  it('never held Production and is not in Staging', async () => {
    const { ci, root } = team;
    const model = await ci.creates();
    await root.setsPolicy(model, { preset: 'open' });
    await ci.registersMany(model, 3);
    await ci.promotes(model, 1);
    await ci.promotes(model, 2);
    await ci.promotes(model, 3, 'Staging');
    expect(await ci.stages(model)).toEqual(['Archived', 'Production', 'Staging']);
    for (const version of [1, 2, 3]) {
      const problem = await root.problem('DELETE', `/models/${model}/versions/${version}`);
      expect(problem).toMatchObject({ status: 409, code: 'VERSION_NOT_DELETABLE' });
    }
    await ci.archives(model, 3);
    await root.delete(`/models/${model}/versions/3`);
  });

  it('is none that somebody has been asked to approve', async () => {
    const { ci, root } = team;
    const model = await ci.creates();
    const rules = [{ metric: 'accuracy', min: 0.5 }];
    await root.setsPolicy(model, { rules, allowSkipStaging: true });
    await ci.registers(model);
    await ci.evaluates(model, 1, { accuracy: 0.9 });
    const request = await ci.asksFor(model, 1);
    const problem = await root.problem('DELETE', `/models/${model}/versions/1`);
    expect(problem).toMatchObject({ status: 409, code: 'VERSION_NOT_DELETABLE' });
    expect(problem.detail).toContain('cancel');
    await ci.cancels(request);
    await root.delete(`/models/${model}/versions/1`);
  });
});

describe('what is asked wrongly', () => {
  let model: string;
  beforeAll(async () => {
    model = await team.ci.creates(uniqueName('strict'));
  });

  it.each([
    ['no artifact', { artifactUri: undefined }, '/artifactUri', 'REQUIRED'],
    ['an empty artifact', { artifactUri: '' }, '/artifactUri', 'IS_TEXT'],
    ['a digest of another kind', { artifactDigest: 'md5:00' }, '/artifactDigest', 'IS_MATCHING'],
    ['a digest in capitals', { artifactDigest: `sha256:${'A'.repeat(64)}` }, '/artifactDigest', 'IS_MATCHING'],
    ['a dataset without a version', { dataset: { name: 'd' } }, '/dataset/version', 'REQUIRED'],
    ['a dataset that is text', { dataset: 'd@1' }, '/dataset', 'IS_NESTED'],
    [
      'an unknown field of a dataset',
      { dataset: { name: 'd', version: '1', rows: 3 } },
      '/dataset/rows',
      'UNKNOWN_FIELD',
    ],
    ['a commit that is none', { gitCommit: 'main' }, '/gitCommit', 'IS_MATCHING'],
    ['a metric that is text', { metrics: { auc: '0.9' } }, '/metrics', 'IS_METRIC_MAP'],
    ['params that are a list', { params: [1] }, '/params', 'IS_JSON_OBJECT'],
    ['a stage', { stage: 'Production' }, '/stage', 'UNKNOWN_FIELD'],
    ['a field that all objects have', { toString: 'x' }, '/toString', 'UNKNOWN_FIELD'],
    ['a number of its own', { version: 7 }, '/version', 'UNKNOWN_FIELD'],
  ])('a version with %s is refused with a pointer', async (_, fields, pointer, code) => {
    const body = { artifactUri: 's3://models/1', ...fields };
    const problem = await team.ci.problem('POST', `/models/${model}/versions`, body);
    expect(problem).toMatchObject({ status: 400, code: 'VALIDATION_FAILED', errors: [{ pointer, code }] });
  });

  it('a fault within a field is told with its place, one of the body itself without', async () => {
    const detailOf = async (body: object) =>
      (await team.ci.problem('POST', `/models/${model}/versions`, body)).detail as string;
    expect(await detailOf({ artifactUri: 'x', dataset: { name: 'd' } })).toMatch(
      /^version is required, at \/dataset\/version/,
    );
    expect(await detailOf({})).toBe('artifactUri is required.');
    expect(await detailOf([])).toBe('the body must be a JSON object.');
  });

  it.each([
    ['an endless metric', '{"artifactUri":"x","metrics":{"auc":1e999}}', 'VALIDATION_FAILED'],
    ['NaN', '{"artifactUri":"x","metrics":{"auc":NaN}}', 'MALFORMED_JSON'],
    ['a prototype in params', '{"artifactUri":"x","params":{"__proto__":{"a":1}}}', 'MALFORMED_JSON'],
    ['half an object', '{"artifactUri":', 'MALFORMED_JSON'],
    ['a constructor in params', '{"artifactUri":"x","params":{"constructor":1}}', 'VALIDATION_FAILED'],
    ['a list', '[]', 'VALIDATION_FAILED'],
  ])('a body with %s is 400', async (_, rawBody, code) => {
    const answer = await team.ci.send('POST', `/models/${model}/versions`, undefined, { rawBody });
    expect(answer.body).toMatchObject({ status: 400, code });
  });

  it('nothing of it was stored, and no number was spent', async () => {
    expect((await team.ci.registers(model)).version).toBe(1);
  });

  it.each([
    ['GET', '/models/nobody/versions', 404, 'MODEL_NOT_FOUND'],
    ['GET', '/models/nobody/versions/1', 404, 'VERSION_NOT_FOUND'],
    ['GET', '/models/nobody/versions/0', 400, 'INVALID_NUMBER'],
    ['GET', '/models/nobody/versions/01', 400, 'INVALID_NUMBER'],
    ['GET', '/models/nobody/versions/1.5', 400, 'INVALID_NUMBER'],
    ['GET', '/models/nobody/versions/0x1', 400, 'INVALID_NUMBER'],
    ['GET', '/models/nobody/versions/1e0', 400, 'INVALID_NUMBER'],
    ['GET', '/models/nobody/versions/2147483648', 400, 'INVALID_NUMBER'],
    ['GET', '/models/nobody/versions/latest', 400, 'INVALID_NUMBER'],
    ['POST', '/models/nobody/versions', 404, 'MODEL_NOT_FOUND'],
    ['PATCH', '/models/nobody/versions/1', 404, 'MODEL_NOT_FOUND'],
    ['DELETE', '/models/nobody/versions/1', 404, 'MODEL_NOT_FOUND'],
  ])('%s %s is %i', async (method, path, status, code) => {
    const body = method === 'GET' || method === 'DELETE' ? undefined : method === 'POST' ? { artifactUri: 'x' } : {};
    expect(await team.root.problem(method, path, body)).toMatchObject({ status, code });
  });
});

it.each([
  ['POST', '/models/x/versions', { artifactUri: 'x' }, 'viewer'],
  ['POST', '/models/x/versions', { artifactUri: 'x' }, 'anna'],
  ['PATCH', '/models/x/versions/1', {}, 'anna'],
  ['DELETE', '/models/x/versions/1', undefined, 'ci'],
] as const)('%s %s with %j is not for everybody', async (method, path, body, who) => {
  expect(await team[who].problem(method, path, body)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  expect((await app.anonymous().send(method, path, body)).status).toBe(401);
});

it('a registration that meets the deletion of its model is one or the other, never an error', async () => {
  const { ci, root } = team;
  for (let round = 0; round < 10; round += 1) {
    const model = await ci.creates();
    const registering = Array.from({ length: 6 }, () =>
      ci.send('POST', `/models/${model}/versions`, { artifactUri: 'x' }),
    );
    const [deleted, ...registered] = await Promise.all([root.send('DELETE', `/models/${model}`), ...registering]);
    expect(deleted.status).toBe(204);
    for (const { status } of registered) expect([201, 404]).toContain(status);
    await ci.creates(model);
    const { version } = await ci.registers(model);
    expect(version).toBe(registered.filter(({ status }) => status === 201).length + 1);
  }
});
