import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ACCURACY_POLICY, type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

async function modelOf(accuracy: number): Promise<string> {
  const model = await team.ci.creates();
  await team.ci.registers(model);
  await team.ci.evaluates(model, 1, { accuracy });
  return model;
}

/** These run in order: the registry's default is set half way. */
describe('where no policy was ever set', () => {
  it('Staging is free and Production refuses, and says how to set one', async () => {
    const { ci } = team;
    const model = await modelOf(0.99);
    expect(await ci.get(`/models/${model}/gate-policy`)).toMatchObject({
      scope: 'built-in',
      revision: null,
      document: null,
      createdBy: null,
    });
    const { gateReport } = await ci.promotes(model, 1, 'Staging');
    expect(gateReport).toMatchObject({ verdict: 'PASS', gated: false, policyRevision: null });
    const refusal = await ci.isRefused(model, 1);
    expect(refusal).toMatchObject({ status: 422, code: 'GATES_REFUSED' });
    expect(refusal.detail).toContain('gate-policy');
    expect((await ci.get(`/models/${model}/gate-policy/revisions`)).items).toEqual([]);
    expect((await ci.get('/gate-policy')).scope).toBe('built-in');
  });

  it('a request made under the built-in policy does not survive another one', async () => {
    const { ci, root } = team;
    const model = await modelOf(0.99);
    expect((await ci.checks(model, 1)).verdict).not.toBe('PASS');
    await root.setsPolicy(model, ACCURACY_POLICY);
    expect((await ci.checks(model, 1)).verdict).toBe('PASS');
  });
});

describe('the default of the registry', () => {
  it('holds for every model without a policy of its own', async () => {
    const { ci, root } = team;
    const [own, other] = [await modelOf(0.6), await modelOf(0.6)];
    await root.setsPolicy(null, { ...ACCURACY_POLICY, name: 'default' });
    await root.setsPolicy(own, { ...ACCURACY_POLICY, rules: [{ id: 'higher', metric: 'accuracy', min: 0.9 }] });
    expect(await ci.get(`/models/${other}/gate-policy`)).toMatchObject({ scope: 'registry', revision: 1 });
    expect((await ci.isRefused(other, 1)).gateReport.rules[0].id).toBe('floor');
    expect((await ci.isRefused(own, 1)).gateReport.rules.map(({ id }: Json) => id)).toContain('higher');
    expect(await ci.get(`/models/${own}/gate-policy`)).toMatchObject({ scope: 'model', revision: 1 });
    await root.setsPolicy(null, { preset: 'open' });
    await ci.promotes(other, 1);
  });

  it('is versioned like any policy', async () => {
    const { viewer } = team;
    const { items } = await viewer.get('/gate-policy/revisions');
    expect(items.map(({ revision }: Json) => revision)).toEqual([2, 1]);
    expect(await viewer.get('/gate-policy/revisions/1')).toEqual(items[1]);
    expect(items[1].document).toMatchObject({ name: 'default' });
    expect(await viewer.problem('GET', '/gate-policy/revisions/3')).toMatchObject({
      status: 404,
      code: 'POLICY_REVISION_NOT_FOUND',
    });
    const [second, first] = (await viewer.get('/audit-events?action=gate_policy.set')).items.filter(
      (event: Json) => event.model === null,
    );
    expect([first.details.revision, second.details.revision]).toEqual([1, 2]);
    expect(second).toMatchObject({ actor: 'root', details: { preset: 'open' } });
  });
});

describe('a policy', () => {
  it('keeps every revision as it was sent, each with its digest', async () => {
    const { root, viewer } = team;
    const model = await modelOf(0.9);
    const documents = [0.7, 0.8, 0.9].map((min) => ({ rules: [{ metric: 'accuracy', min }] }));
    const set = [];
    for (const document of documents) set.push(await root.setsPolicy(model, document));
    expect(set.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(new Set(set.map(({ digest }) => digest)).size).toBe(3);
    const { items } = await viewer.get(`/models/${model}/gate-policy/revisions`);
    expect(items.map(({ document }: Json) => document)).toEqual(documents.toReversed());
    expect(items[2]).toMatchObject({ revision: 1, digest: set[0].digest, createdBy: 'root', scope: 'model' });
    expect(await viewer.get(`/models/${model}/gate-policy/revisions/2`)).toEqual(items[1]);
    expect((await viewer.get(`/models/${model}/gate-policy`)).revision).toBe(3);
    expect(await viewer.problem('GET', `/models/${model}/gate-policy/revisions/4`)).toMatchObject({
      code: 'POLICY_REVISION_NOT_FOUND',
    });
  });

  it('has one digest whatever the order and the form of its rules', async () => {
    const { root } = team;
    const model = await modelOf(0.9);
    const [floor, fall] = ACCURACY_POLICY.rules;
    const one = await root.setsPolicy(model, { rules: [floor, fall] });
    const turned = await root.setsPolicy(model, { stages: { Production: { rules: [fall, floor] } } });
    expect(turned.revision).toBe(2);
    expect(turned.digest).toBe(one.digest);
  });

  it('that many set at once gets as many revisions, without a gap', async () => {
    const { root, viewer } = team;
    const models = [await modelOf(0.9), await modelOf(0.9)];
    const documents = Array.from({ length: 10 }, (_, at) => ({ rules: [{ metric: 'accuracy', min: at / 10 }] }));
    await Promise.all(models.flatMap((model) => documents.map((document) => root.setsPolicy(model, document))));
    for (const model of models) {
      const revisions = await viewer.readsAll(`/models/${model}/gate-policy/revisions`, 3);
      expect(revisions.map(({ revision }) => revision)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    }
  });

  it('shows what its short forms and presets mean', async () => {
    const model = await modelOf(0.9);
    const { policy } = await team.root.setsPolicy(model, {
      preset: 'simple',
      rules: [{ metric: 'accuracy', maxRegression: 0.01, slices: [{ sex: 'Female' }] }],
    });
    const { rules, approvals } = policy.stages.Production;
    expect(rules.map(({ kind }: Json) => kind).sort()).toEqual(['freshness', 'regression']);
    expect(approvals).toMatchObject({ slots: [{ role: 'approver', count: 1 }], distinctPersons: true });
    expect(approvals.excludeActors.toSorted()).toEqual(['registrant', 'requester']);
  });

  it('is audited with its digest and its preset', async () => {
    const { root } = team;
    const model = await modelOf(0.9);
    const { digest } = await root.setsPolicy(model, { preset: 'open' });
    const event = (await root.audit(model)).at(-1);
    expect(event).toMatchObject({ action: 'gate_policy.set', actor: 'root', model });
    expect(event.details).toMatchObject({ revision: 1, digest, preset: 'open' });
  });

  it('keeps why it was set beside its revision and in the record, outside of its digest', async () => {
    const { root, ci } = team;
    const model = await modelOf(0.9);
    const path = `/models/${model}/gate-policy`;
    const silent = await root.put(path, { preset: 'open' });
    const told = await root.put(`${path}?comment=${encodeURIComponent('Größe: 50 % of & more?')}`, { preset: 'open' });
    expect([silent.comment, told.comment]).toEqual([null, 'Größe: 50 % of & more?']);
    expect(told).toMatchObject({ revision: 2, digest: silent.digest });
    const revisions = await ci.get(`${path}/revisions`);
    expect(revisions.items.map(({ comment }: Json) => comment)).toEqual([told.comment, null]);
    const [first, second] = (await root.audit(model)).slice(-2).map(({ details }) => details);
    expect([first.comment, second.comment]).toEqual([undefined, told.comment]);
    expect((await root.get('/audit-events/verification')).valid).toBe(true);
    for (const comment of ['', 'x'.repeat(1_001)])
      expect(await root.problem('PUT', `${path}?comment=${comment}`, { preset: 'open' })).toMatchObject({
        code: 'VALIDATION_FAILED',
      });
  });

  it('may have the longest comment that is allowed, in letters that take the most room', async () => {
    const { root } = team;
    const comment = '語'.repeat(1_000);
    const model = await modelOf(0.9);
    const set = await root.put(`/models/${model}/gate-policy?comment=${encodeURIComponent(comment)}`, {
      preset: 'open',
    });
    expect(set.comment).toBe(comment);
  });
});

describe('presets', () => {
  it('open lets a version through untested, skips Staging, and says that nothing was asked', async () => {
    const { ci, root } = team;
    const model = await ci.creates();
    await root.setsPolicy(model, { preset: 'open' });
    await ci.registers(model);
    expect((await ci.promotes(model, 1)).gateReport).toMatchObject({ verdict: 'PASS', gated: false, rules: [] });
  });

  it('simple asks for one approver who is neither registrant nor requester, and for fresh evidence', async () => {
    const { ci, anna, root } = team;
    const model = await ci.creates();
    await root.setsPolicy(model, { preset: 'simple', rules: [{ id: 'floor', metric: 'accuracy', min: 0.5 }] });
    await ci.registers(model);
    await ci.evaluates(model, 1, { accuracy: 0.9 }, { evaluatedAt: '2020-01-01T00:00:00Z' });
    await ci.promotes(model, 1, 'Staging');
    const { gateReport } = await ci.isRefused(model, 1);
    const outcomes = Object.fromEntries(gateReport.rules.map(({ id, status }: Json) => [id, status]));
    expect(outcomes).toEqual({ floor: 'PASS', freshness: 'FAIL' });
    await ci.evaluates(model, 1, { accuracy: 0.9 });
    expect(await anna.approves(await ci.asksFor(model, 1))).toMatchObject({ status: 'applied' });
  });

  it('staging asks for one approval, which may be by anybody who may approve', async () => {
    const { ci, root } = team;
    const model = await ci.creates();
    const staging = { preset: 'staging', rules: [{ metric: 'accuracy', min: 0.5 }] };
    await root.setsPolicy(model, { stages: { Staging: staging } });
    await root.registers(model);
    await ci.evaluates(model, 1, { accuracy: 0.9 });
    expect(await root.approves(await root.asksFor(model, 1, 'Staging'))).toMatchObject({ status: 'applied' });
    expect(await ci.stages(model)).toEqual(['Staging']);
  });

  it('where a policy is silent, Production asks for one approval and Staging for none', async () => {
    const { ci, root } = team;
    const model = await ci.creates();
    const rules = [{ metric: 'accuracy', min: 0.5 }];
    await root.setsPolicy(model, { stages: { Production: { rules }, Staging: { rules } } });
    await ci.registers(model);
    await ci.evaluates(model, 1, { accuracy: 0.9 });
    await ci.promotes(model, 1, 'Staging');
    await ci.asksFor(model, 1);
  });
});

describe('a document that is no policy', () => {
  it.each<[string, unknown, string, string]>([
    ['nothing at all', {}, '', 'NO_STAGES'],
    ['a misspelt key', { ruels: [] }, '/ruels', 'UNKNOWN_FIELD'],
    [
      'a misspelt key of a rule',
      { rules: [{ metric: 'auc', min: 1, enforcment: 'warn' }] },
      '/rules/0/enforcment',
      'UNKNOWN_FIELD',
    ],
    ['a rule without a limit', { rules: [{ metric: 'auc' }] }, '/rules/0', ''],
    ['a kind nobody knows', { rules: [{ kind: 'vibes', metric: 'auc' }] }, '/rules/0/kind', ''],
    ['a metric of unknown direction', { rules: [{ metric: 'zeal', maxRegression: 0.1 }] }, '', ''],
    [
      'two rules of one id',
      {
        rules: [
          { id: 'a', metric: 'auc', min: 0 },
          { id: 'a', metric: 'f1', min: 0 },
        ],
      },
      '',
      '',
    ],
    ['a margin below zero', { rules: [{ metric: 'auc', maxRegression: -0.1 }] }, '/rules/0/maxRegression', ''],
    ['a stage that has no gates', { stages: { Archived: { preset: 'open' } } }, '/stages/Archived', 'UNKNOWN_FIELD'],
    ['a preset nobody knows', { preset: 'lax' }, '/preset', ''],
    [
      'half an approver',
      { preset: 'open', approvals: { slots: [{ role: 'approver', count: 0.5 }] } },
      '/approvals/slots/0/count',
      '',
    ],
  ])('such as %s is 422 with a pointer, and makes no revision', async (_, document, pointer, code) => {
    const model = await team.ci.creates();
    const problem = await team.root.problem('PUT', `/models/${model}/gate-policy`, document);
    expect(problem).toMatchObject({ status: 422, code: 'INVALID_POLICY' });
    expect(problem.errors.some((error: Json) => error.pointer.startsWith(pointer) && error.code.includes(code))).toBe(
      true,
    );
    expect((await team.ci.get(`/models/${model}/gate-policy/revisions`)).items).toEqual([]);
  });

  it.each([undefined, [], 'open', null, 7])('such as %j is 400 or 422', async (body) => {
    const model = await team.ci.creates();
    expect([400, 422]).toContain((await team.root.problem('PUT', `/models/${model}/gate-policy`, body)).status);
  });
});

it('policies are set by admins, read by all who may read, of models that exist', async () => {
  const model = await modelOf(0.9);
  for (const path of ['/gate-policy', `/models/${model}/gate-policy`]) {
    for (const who of [team.viewer, team.ci, team.anna])
      expect((await who.problem('PUT', path, { preset: 'open' })).status).toBe(403);
    expect((await app.anonymous().send('PUT', path, { preset: 'open' })).status).toBe(401);
    for (const below of ['', '/revisions', '/revisions/1'])
      expect((await app.anonymous().send('GET', path + below)).status).toBe(401);
    expect((await team.viewer.problem('GET', `${path}/revisions/0`)).status).toBe(400);
  }
  expect((await team.root.problem('PUT', '/models/nobody/gate-policy', { preset: 'open' })).status).toBe(404);
  for (const below of ['', '/revisions', '/revisions/1'])
    expect((await team.viewer.problem('GET', `/models/nobody/gate-policy${below}`)).status).toBe(404);
});
