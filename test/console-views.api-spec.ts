import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { found } from './support/limits.js';
import { ACCURACY_POLICY, type Fields, guardedModel, type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

describe('a rollback', () => {
  const preview = (model: string, query = '', who = team.anna): Promise<Json> =>
    who.get(`/models/${model}/rollback${query}`);
  const applied = async (policy?: Fields) => {
    const model = await guardedModel(team, { approvals: { slots: [] }, ...policy }, 3);
    await team.ci.promotes(model, 2);
    await team.ci.promotes(model, 3);
    return model;
  };

  it('is told before it is asked for, and does what was told', async () => {
    const { anna, viewer } = team;
    const model = await applied();
    const told = await preview(model);
    expect(told).toMatchObject({
      target: { version: 2, stage: 'Archived', quarantined: false, lastTenure: { version: 2, endedKind: 'promote' } },
      displacedVersion: 3,
      allowed: true,
      blockers: [],
      gatesRequired: false,
      gateReport: { id: null, challenger: 2, incumbent: 3 },
      productionAfterwards: 2,
      expectedIncumbent: 3,
    });
    expect(await preview(model, '?toVersion=1')).toMatchObject({ target: { version: 1 }, productionAfterwards: 1 });
    const forbidden = await preview(model, '', viewer);
    expect(forbidden).toMatchObject({
      allowed: false,
      blockers: [{ code: 'FORBIDDEN', roles: ['approver', 'admin'] }],
    });
    const { expectedIncumbent } = told;
    expect(await anna.rollsBack(model, { expectedIncumbent })).toMatchObject({
      version: told.target.version,
      displacedVersion: told.displacedVersion,
    });
    expect(await viewer.get(`/models/${model}/stages/Production`)).toMatchObject({
      version: told.productionAfterwards,
    });
    expect(await viewer.get(`/models/${model}/aliases/champion`)).toMatchObject({ version: told.productionAfterwards });
  });

  it.each<[string, (model: string) => Promise<unknown>, number, string]>([
    ['a quarantine', (model) => team.ben.quarantines(model, 2), 2, 'VERSION_QUARANTINED'],
    ['being in Production', () => Promise.resolve(), 3, 'ILLEGAL_TRANSITION'],
    ['never having been there', (model) => team.ci.registers(model), 4, 'ILLEGAL_TRANSITION'],
    [
      'gates that the policy demands',
      async (model) => {
        await team.root.setsPolicy(model, { ...ACCURACY_POLICY, rollback: { requireGates: true } });
        await team.ci.evaluates(model, 2, { accuracy: 0.1 });
      },
      2,
      'GATES_REFUSED',
    ],
  ])('that %s stands in the way of is told so, as it is refused', async (_, change, toVersion, code) => {
    const model = await applied();
    await change(model);
    const told = await preview(model, `?toVersion=${toVersion}`);
    expect(told).toMatchObject({ allowed: false, blockers: [{ code, roles: expect.any(Array) }] });
    const problem = await team.anna.problem('POST', `/models/${model}/rollback`, { reason: 'Bad.', toVersion });
    expect(problem).toMatchObject({ code, detail: told.blockers[0].detail });
  });

  it('without a target says so', async () => {
    const { ci, viewer } = team;
    const model = await guardedModel(team);
    expect(await preview(model)).toMatchObject({
      target: null,
      allowed: false,
      blockers: [{ code: 'NO_ROLLBACK_TARGET' }],
      productionAfterwards: 1,
      expectedIncumbent: 1,
    });
    const empty = await ci.creates();
    expect(await preview(empty)).toMatchObject({ target: null, expectedIncumbent: null });
    expect(await viewer.problem('GET', `/models/${model}/rollback?toVersion=77`)).toMatchObject({ status: 404 });
    expect(await viewer.problem('GET', `/models/${model}/rollback?toVersion=x`)).toMatchObject({ status: 400 });
    expect(await viewer.problem('GET', '/models/nothing/rollback')).toMatchObject({ status: 404 });
  });
});

describe('a search', () => {
  const search = async (text: string) => (await team.viewer.get(`/search?q=${encodeURIComponent(text)}`)).items;

  it('finds models by name, versions by what identifies them, transitions and reports by id', async () => {
    const { ci, viewer } = team;
    const model = await guardedModel(team);
    await ci.creates('searched-census-income', {});
    await ci.creates('Searched_upper');
    const digest = `sha256:${'ab12'.repeat(16)}`;
    const lineage = { runId: 'run-5%_x', gitCommit: 'deadbeef1234', artifactDigest: digest };
    const { version } = await ci.registers(model, lineage);
    const request = await ci.asksFor(model, 2);
    const named = (items: Json[]) => items.filter(({ kind }: Json) => kind === 'model').map((hit: Json) => hit.model);
    expect(named(await search('searched-cen'))).toEqual(['searched-census-income']);
    expect(named(await search('inco'))).toEqual(['searched-census-income']);
    expect(named(await search('INCO census'))).toEqual(['searched-census-income']);
    expect(named(await search('census;'))).toEqual([]);
    expect(named(await search('income.census'))).toEqual(['searched-census-income']);
    expect(named(await search('searched_'))).toEqual(['Searched_upper', 'searched-census-income']);
    expect(await search('deadbeef')).toEqual([
      { kind: 'version', model, version, id: null, matched: 'commit', text: 'deadbeef1234' },
    ]);
    expect(await search('run-5%')).toMatchObject([{ kind: 'version', matched: 'run_id', text: 'run-5%_x' }]);
    expect(await search('run-_')).toEqual([]);
    for (const text of [digest, 'sha256:ab12', 'ab12ab12'])
      expect(await search(text)).toMatchObject([{ kind: 'version', matched: 'digest', version, text: digest }]);
    const hit = { model, version: 2, matched: 'id' };
    expect(await search(request.id)).toEqual([{ kind: 'transition', ...hit, id: request.id, text: request.id }]);
    expect(await search(request.gateReportId)).toMatchObject([{ kind: 'report', ...hit, id: request.gateReportId }]);
    for (const text of [`'; DROP`, '!!', '&|', '\\\\', '  ']) expect(await search(text)).toEqual([]);
    expect(await viewer.problem('GET', '/search?q=a')).toMatchObject({ status: 400 });
    expect(await viewer.problem('GET', '/search')).toMatchObject({ status: 400 });
  });

  it('finds at most twenty, and nothing that is deleted', async () => {
    const { root } = team;
    for (let count = 0; count < 23; count += 1) await root.creates(`crowd-${count}`);
    expect(await search('crowd')).toHaveLength(20);
    await root.creates('crowded-out');
    await root.delete('/models/crowded-out');
    expect(await search('crowded')).toEqual([]);
  });
});

describe('what was in Production', () => {
  it('is told of every model at every moment, with who put it there', async () => {
    const { ci, root, viewer } = team;
    const model = await guardedModel(team, { approvals: { slots: [] } }, 2);
    const first = await ci.get(`/models/${model}/stages/Production`);
    const second = await ci.promotes(model, 2);
    const all = async (query = '') =>
      (await viewer.readsAll(`/production?${query}`, 1)).filter((each: Json) => each.model === model);
    expect(await all()).toMatchObject([
      { model, version: 2, since: second.appliedAt, until: null, by: 'ci', transitionId: second.id },
    ]);
    expect(await all(`at=${first.promotedAt}`)).toMatchObject([{ version: 1, until: second.appliedAt }]);
    expect(await all(`at=2020-01-01T00:00:00Z`)).toEqual([]);
    await root.archives(model, 2, { allowEmptyProduction: true });
    expect(await all()).toEqual([]);
    await root.delete(`/models/${model}`);
    expect(await all(`at=${second.appliedAt}`)).toMatchObject([{ version: 2 }]);
    expect(await viewer.problem('GET', '/production?at=2999-01-01T00:00:00Z')).toMatchObject({ code: 'AT_TO_COME' });
    expect(await viewer.problem('GET', '/production?at=soon')).toMatchObject({ status: 400 });
  });
});

describe('a draft policy', () => {
  const check = (model: string | null, policy: Fields): Promise<Json> =>
    team.ci.post(`${model === null ? '' : `/models/${model}`}/gate-policy/checks`, { policy }, 200);

  it('is told all its faults with their places', async () => {
    const model = await team.ci.creates();
    const told = await check(model, { rules: [{ metric: 'accuracy', min: 'x' }, { metrik: 'f1' }] });
    expect(told).toMatchObject({ valid: false, effectivePolicy: null, waiting: null, production: null });
    expect(told.faults.length).toBeGreaterThan(1);
    expect(told.faults).toContainEqual(expect.objectContaining({ pointer: expect.stringMatching(/^\/rules\/0/) }));
    const { errors } = await team.root.problem('PUT', `/models/${model}/gate-policy`, {
      rules: [{ metric: 'accuracy', min: 'x' }, { metrik: 'f1' }],
    });
    expect(told.faults).toEqual(errors.map(({ pointer, code, detail }: Json) => ({ pointer, code, detail })));
    expect(await team.viewer.problem('POST', `/models/${model}/gate-policy/checks`, { policy: {} })).toMatchObject({
      status: 403,
    });
    expect(await team.ci.problem('POST', '/models/nothing/gate-policy/checks', { policy: {} })).toMatchObject({
      status: 404,
    });
  });

  it('is told what it would change for what waits and for what is live, and changes nothing', async () => {
    const { ci, anna, root } = team;
    const model = await guardedModel(team);
    const request = await ci.asksFor(model, 2);
    const same = await check(model, ACCURACY_POLICY);
    expect(same).toMatchObject({ valid: true, faults: [], waiting: { total: 1, judged: 1, items: [] } });
    expect(same.production).toEqual({ total: 1, judged: 1, items: [] });
    const strict = { ...ACCURACY_POLICY, rules: [{ id: 'floor', metric: 'accuracy', min: 0.95 }] };
    const told = await check(model, strict);
    expect(told.waiting.items).toMatchObject([
      { transitionId: request.id, verdict: 'PASS', draftVerdict: 'FAIL', change: 'newly_refused' },
    ]);
    expect(told.production.items).toMatchObject([{ model, version: 1, verdict: 'PASS', draftVerdict: 'FAIL' }]);
    expect(told.effectivePolicy.stages.Production.rules[0]).toMatchObject({ id: 'floor', min: 0.95 });
    const asDefault = await check(null, strict);
    expect(asDefault.valid).toBe(true);
    expect(asDefault.production.items).toContainEqual(expect.objectContaining({ model, draftVerdict: 'ERROR' }));
    await anna.approves(request);
    const { effectiveDigest } = await root.setsPolicy(model, strict);
    expect(effectiveDigest).toBe(told.effectiveDigest);
  });

  it('is back-tested over a span of time, rule by rule, with how much there is beyond the limit', async () => {
    const { ci } = team;
    const model = await guardedModel(team, { approvals: { slots: [] } }, 4);
    const moves = [await ci.promotes(model, 2), await ci.promotes(model, 3), await ci.promotes(model, 4)];
    const rules = [
      { id: 'floor', metric: 'accuracy', min: 0.95 },
      { id: 'there', metric: 'accuracy', min: 0.1 },
    ];
    const test = (fields: Fields) => ci.post('/gate-policy/back-tests', { policy: { rules }, model, ...fields }, 200);
    const all = await test({});
    expect(all).toMatchObject({ promotions: 4, total: 4 });
    expect(all.rules).toEqual([
      { ruleId: 'floor', passed: 0, failed: 4, errors: 0, inconclusive: 0, skipped: 0 },
      { ruleId: 'there', passed: 4, failed: 0, errors: 0, inconclusive: 0, skipped: 0 },
    ]);
    const span = { from: moves[0].requestedAt, to: moves[2].requestedAt };
    const limited = await test({ ...span, limit: 1 });
    expect(limited).toMatchObject({ promotions: 1, total: 2, items: [{ transitionId: moves[1].id }] });
    expect(await ci.problem('POST', '/gate-policy/back-tests', { policy: { rules }, from: 'x' })).toMatchObject({
      status: 400,
    });
  });
});

describe('the record', () => {
  it('is verified apart from the request, and the answer is there to come back for', async () => {
    const { viewer, ci } = team;
    await guardedModel(team);
    const { items } = await viewer.get('/audit-events?limit=1');
    const { status, headers } = await viewer.send('POST', '/audit-events/verifications', { to: items[0].sequence });
    expect([status, headers.get('retry-after')]).toEqual([202, '1']);
    const answer = await found('the verification has ended', async () => {
      const told = await viewer.get(headers.get('location')!.replace('/api/v1', ''));
      return told.status === 'succeeded' ? told : undefined;
    });
    const { result, through, to } = answer;
    expect(result).toMatchObject({ valid: true, through: items[0].sequence });
    expect([through, to]).toEqual([items[0].sequence, items[0].sequence]);
    const { startedAt: _startedAt, ...same } = await viewer.get(`/audit-events/verification?to=${through}`);
    expect(result).toMatchObject(same);
    const asked = await Promise.all(
      [{}, {}, { from: 2 }].map((body) => ci.send('POST', '/audit-events/verifications', body)),
    );
    for (const { status, body } of asked)
      if (status !== 202) expect([status, body.code]).toEqual([409, 'VERIFICATION_UNDER_WAY']);
    expect(asked.filter(({ status }) => status === 202)).not.toEqual([]);
    const nil = '0192c000-0000-7000-8000-000000000000';
    expect(await ci.problem('GET', `/audit-events/verifications/${nil}`)).toMatchObject({ status: 404 });
    expect(await ci.problem('POST', '/audit-events/verifications', { from: 0 })).toMatchObject({ status: 400 });
  });

  it('says of each event where its evidence is', async () => {
    const { ci, anna, viewer } = team;
    const model = await guardedModel(team);
    const request = await ci.asksFor(model, 2);
    await anna.approves(request);
    const events = await ci.audit(model);
    const applied = events.at(-1);
    expect(applied.evidence.map(({ kind }: Json) => kind)).toEqual([
      'transition',
      'gate_report',
      'evaluation',
      'evaluation',
      'version',
    ]);
    for (const { evidence } of events)
      for (const { href } of evidence) expect((await viewer.send('GET', `/${href}`)).status).toBe(200);
    const policies = events.filter(({ action }: Json) => action === 'gate_policy.set');
    expect(policies.flatMap(({ evidence }: Json) => evidence.map(({ id }: Json) => id))).toEqual(['1', '2']);
  });
});
