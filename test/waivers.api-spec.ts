import { TestApp } from './support/app/app.js';
import { SetClock, tellOfCallers } from './support/app/known-callers.js';
import { type Fields, Person, type Team, teamOf } from './support/app/registry.js';

const DAY_MS = 86_400_000;
const REASON = 'Too few rows from the north yet; the rest arrives on Monday.';

/** One rule that passes, and two that need more evidence than there is. */
const POLICY = {
  rules: [
    { id: 'floor', metric: 'accuracy', min: 0.5 },
    { id: 'shown', metric: 'accuracy', min: 0.895, bound: 'lower_confidence' },
    { id: 'sure', metric: 'accuracy', min: 0.894, bound: 'lower_confidence' },
    { id: 'noted', metric: 'accuracy', min: 0.895, bound: 'lower_confidence', enforcement: 'warn' },
  ],
  approvals: { slots: [] },
  allowSkipStaging: true,
};

let app: TestApp;
let team: Team;
let clock: SetClock;

beforeAll(async () => {
  app = await TestApp.start();
  clock = new SetClock(app);
  tellOfCallers(app, { robot: { isService: true } });
  team = await teamOf(app);
});
afterEach(() => clock.goOn());
afterAll(() => app?.stop());

async function evaluated(policy: Fields = POLICY, accuracy = 0.9): Promise<string> {
  const { ci, root } = team;
  const model = await ci.creates();
  await root.setsPolicy(model, policy);
  await ci.registers(model);
  await evaluates(model, accuracy);
  return model;
}

const evaluates = (model: string, value: number) =>
  team.ci.evaluates(model, 1, [{ name: 'accuracy', slice: {}, value, count: 1_000 }]);
const path = (model: string) => `/models/${model}/versions/1/waivers`;
const asked = (ruleId: string, fields: Fields = {}) => ({ toStage: 'Production', ruleId, reason: REASON, ...fields });
const waives = (who: Person, model: string, ruleId: string, fields: Fields = {}) =>
  who.post(path(model), asked(ruleId, fields));
const inVain = (who: Person, model: string, ruleId: string, fields: Fields = {}) =>
  who.problem('POST', path(model), asked(ruleId, fields));

/** On the card, as JSON and as pages, and in the report that a pull request shows: by whom, why, until when and for which verdict. */
async function isTold(model: string, waiver: Fields, transitionId: string): Promise<void> {
  const card = `/models/${model}/versions/1/card`;
  const { waivers } = await team.ci.get(card);
  const { lacking: _lacking, ...granted } = waiver;
  const covered = [
    { transitionId, verdict: 'INCONCLUSIVE', status: 'applied' },
    { transitionId: expect.any(String), verdict: 'INCONCLUSIVE', status: 'refused' },
  ];
  expect(waivers[1]).toEqual({ ...granted, covered });
  const { gateReportId } = await team.ci.get(`/transitions/${transitionId}`);
  for (const [path, accept] of [
    [card, 'text/markdown'],
    [card, 'text/html'],
    [`/gate-reports/${gateReportId}`, 'text/markdown'],
  ] as const) {
    const { body } = await team.ci.send('GET', path, undefined, { headers: { accept } });
    for (const part of ['shown', 'anna', REASON, waiver.expiresAt]) expect(body).toContain(part);
    if (path === card) expect(body).toContain(`INCONCLUSIVE of ${transitionId} (applied)`);
  }
}

describe('a waiver', () => {
  it('lets a version pass once every inconclusive rule has one; the verdict stays what it is', async () => {
    const { ci, anna, ben } = team;
    const model = await evaluated();
    expect(await ci.isRefused(model, 1)).toMatchObject({
      status: 422,
      gateReport: { verdict: 'INCONCLUSIVE' },
      blockers: [
        {
          code: 'GATES_REFUSED',
          remedy: expect.stringContaining('waived'),
          permissions: ['evaluation:submit', 'waiver:write'],
          roles: ['contributor', 'approver', 'admin'],
        },
      ],
    });
    const waiver = await waives(anna, model, 'shown');
    expect(waiver).toMatchObject({ grantedBy: 'anna', state: 'holds', lacking: 0, reason: REASON });
    const half = await ci.isRefused(model, 1);
    expect(half).toMatchObject({ code: 'GATES_REFUSED', gateReport: { waived: false } });
    await waives(ben, model, 'sure');
    const check = await ci.checks(model, 1);
    expect(check).toMatchObject({ verdict: 'INCONCLUSIVE', waived: true });
    const applied = await ci.promotes(model, 1);
    expect(applied).toMatchObject({ status: 'applied', gateReport: { verdict: 'INCONCLUSIVE', waived: true } });
    const { rules } = await ci.get(`/gate-reports/${applied.gateReportId}`);
    const waivedBy = Object.fromEntries(
      rules.map(({ id, waivedBy: by = [] }: Fields) => [id, (by as Fields[]).map(({ grantedBy }) => grantedBy)]),
    );
    expect(waivedBy).toEqual({ floor: [], noted: [], shown: ['anna'], sure: ['ben'] });
    await isTold(model, waiver, applied.id);
    expect((await ci.audit(model)).at(-1).details.gateReport).toMatchObject({
      verdict: 'INCONCLUSIVE',
      waivers: [
        { id: waiver.id, ruleId: 'shown', grantedBy: 'anna' },
        { ruleId: 'sure', grantedBy: 'ben' },
      ],
    });
    const waivers = [
      { id: waiver.id, ruleId: 'shown', grantedBy: 'anna', expiresAt: waiver.expiresAt },
      expect.objectContaining({ ruleId: 'sure', grantedBy: 'ben' }),
    ];
    expect(applied.summary.waivers).toEqual(waivers);
    expect((await ci.get(`/transitions/${applied.id}`)).summary).toEqual(applied.summary);
    const [refused] = (await ci.get(`/models/${model}/transitions?status=refused`)).items;
    expect(refused.summary.waivers).toBeUndefined();
    const held = (filter: string) => ci.readsAll(`/production?filter=${encodeURIComponent(filter)}`);
    expect(await held(`waived = true and model = '${model}'`)).toMatchObject([{ model, version: 1, waivers }]);
    expect(await held(`waived = false and model = '${model}'`)).toEqual([]);
    expect(await ci.post(`/gate-reports/${applied.gateReportId}/replay`, undefined, 200)).toMatchObject({
      matches: true,
    });
    expect((await team.root.get('/audit-events/verification')).valid).toBe(true);
  });

  it('holds on the same evidence, and neither on other evidence nor under another policy', async () => {
    const { ci, anna, root } = team;
    const model = await evaluated({ ...POLICY, rules: POLICY.rules.slice(0, 2) });
    await waives(anna, model, 'shown');
    for (const _ of [1, 2]) expect(await ci.checks(model, 1)).toMatchObject({ waived: true });
    await root.setsPolicy(model, { ...POLICY, rules: POLICY.rules.slice(0, 2), description: 'Another.' });
    expect((await ci.checks(model, 1)).waived).toBeUndefined();
    await waives(anna, model, 'shown');
    await evaluates(model, 0.901);
    expect((await ci.checks(model, 1)).waived).toBeUndefined();
    expect(await ci.isRefused(model, 1)).toMatchObject({ code: 'GATES_REFUSED' });
  });

  it('ends at its instant, and is looked at when the last approval is given', async () => {
    const { ci, anna, ben } = team;
    const model = await evaluated({
      ...POLICY,
      rules: POLICY.rules.slice(0, 2),
      approvals: { slots: [{ role: 'approver' }] },
    });
    const { expiresAt, grantedAt } = await waives(anna, model, 'shown');
    expect(Date.parse(expiresAt) - Date.parse(grantedAt)).toBe(7 * DAY_MS);
    const request = await ci.asksFor(model, 1);
    clock.standAt(expiresAt, -1);
    expect((await ben.get(`/transitions/${request.id}/standing`)).ifApproved).toMatchObject({ status: 'applied' });
    clock.standAt(expiresAt);
    expect((await ben.get(`/transitions/${request.id}/standing`)).blockers[0]).toMatchObject({ code: 'GATES_REFUSED' });
    expect((await ci.get(path(model))).items).toMatchObject([{ state: 'expired' }]);
    expect(await ben.approvesInVain(request)).toMatchObject({ status: 422, code: 'GATES_REFUSED' });
    expect(await ci.production(model)).toBeNull();
  });

  it('is revoked by who granted it or an admin, once', async () => {
    const { ci, anna, ben, root } = team;
    const model = await evaluated({ ...POLICY, rules: POLICY.rules.slice(0, 2) });
    const [one, other] = [await waives(anna, model, 'shown'), await waives(ben, model, 'shown')];
    expect(await ben.problem('DELETE', `${path(model)}/${one.id}`)).toMatchObject({
      status: 403,
      code: 'NOT_THE_GRANTOR',
    });
    expect(await anna.delete(`${path(model)}/${one.id}`, 200)).toMatchObject({ state: 'revoked', revokedBy: 'anna' });
    expect(await ci.checks(model, 1)).toMatchObject({ waived: true });
    expect(await root.delete(`${path(model)}/${other.id}`, 200)).toMatchObject({ state: 'revoked', revokedBy: 'root' });
    expect(await anna.delete(`${path(model)}/${one.id}`, 200)).toMatchObject({ revokedBy: 'anna' });
    expect((await ci.checks(model, 1)).waived).toBeUndefined();
    const unknown = `${path(model)}/01936b2e-0000-7000-8000-000000000000`;
    expect(await root.problem('DELETE', unknown)).toMatchObject({ status: 404, code: 'WAIVER_NOT_FOUND' });
  });

  it('of a regulated model takes two persons, and one person counts once', async () => {
    const { ci, anna, ben } = team;
    const rules = POLICY.rules.slice(0, 2);
    const stages = { Production: { preset: 'regulated', rules, approvals: { slots: [] }, allowSkipStaging: true } };
    const model = await evaluated({ stages });
    expect(await inVain(anna, model, 'shown', { reason: 'In short.' })).toMatchObject({
      code: 'WAIVER_REASON_TOO_SHORT',
    });
    expect(await waives(anna, model, 'shown')).toMatchObject({ lacking: 1 });
    expect((await ci.checks(model, 1)).waived).toBe(false);
    const secondAnna = await Person.of(app, 'ANNA', 'approver');
    expect(await inVain(secondAnna, model, 'shown')).toMatchObject({ status: 409, code: 'ALREADY_WAIVED' });
    expect(await waives(ben, model, 'shown')).toMatchObject({ lacking: 0 });
  });
});

describe('nobody waives', () => {
  it.each<[string, string, Fields, number, string, string | undefined]>([
    ['what failed', 'failed', {}, 422, 'NOT_WAIVABLE', '/ruleId'],
    ['what passed', 'floor', {}, 409, 'NOTHING_TO_WAIVE', undefined],
    ['what only warns', 'noted', {}, 409, 'NOTHING_TO_WAIVE', undefined],
    ['what is not there', 'flor', {}, 422, 'RULE_NOT_IN_POLICY', '/ruleId'],
    ['for longer than seven days', 'shown', { expiresAt: after(8 * DAY_MS) }, 422, 'WAIVER_TOO_LONG', '/expiresAt'],
    ['for the past', 'shown', { expiresAt: after(-DAY_MS) }, 422, 'WAIVER_EXPIRY_PASSED', '/expiresAt'],
    ['without a reason', 'shown', { reason: '' }, 400, 'VALIDATION_FAILED', '/reason'],
    ['with a reason of blanks alone', 'shown', { reason: ' \n ' }, 400, 'VALIDATION_FAILED', '/reason'],
    ['without a stage that has gates', 'shown', { toStage: 'Archived' }, 400, 'VALIDATION_FAILED', '/toStage'],
    ['with a field that is not known', 'shown', { why: 'x' }, 400, 'VALIDATION_FAILED', '/why'],
  ])('%s', async (_, ruleId, fields, status, code, pointer) => {
    const failing = { id: 'failed', metric: 'accuracy', min: 0.99 };
    const model = await evaluated({ ...POLICY, rules: [...POLICY.rules, failing] });
    const problem = await inVain(team.anna, model, ruleId, fields);
    expect([problem.status, problem.code, problem.errors?.[0]?.pointer]).toEqual([status, code, pointer]);
  });

  it.each<[string, string, string]>([
    ['who registered the version', 'reg', 'SELF_WAIVER'],
    ['who asked for the promotion', 'rita', 'SELF_WAIVER'],
    ['the same in another case', 'RITA', 'SELF_WAIVER'],
    ['who sent the evidence, where the policy excludes them', 'eva', 'SELF_WAIVER'],
    ['a machine', 'robot', 'SERVICE_ACCOUNT'],
  ])('as %s, not even as an admin', async (_, subject, code) => {
    const { root, anna } = team;
    const [reg, rita, eva] = await Promise.all(['reg', 'rita', 'eva'].map((name) => Person.of(app, name, 'admin')));
    const model = await root.creates();
    const excludeActors = ['registrant', 'requester', 'evaluator'];
    await root.setsPolicy(model, {
      ...POLICY,
      rules: POLICY.rules.slice(0, 2),
      approvals: { slots: [], excludeActors },
    });
    await reg!.registers(model);
    await eva!.evaluates(model, 1, [{ name: 'accuracy', slice: {}, value: 0.9, count: 1_000 }]);
    await rita!.isRefused(model, 1);
    const problem = await inVain(await Person.of(app, subject, 'admin'), model, 'shown');
    expect([problem.status, problem.code]).toEqual([403, code]);
    expect((await root.audit(model)).at(-1)).toMatchObject({
      action: 'access.denied',
      details: { code, ruleId: 'shown' },
    });
    await waives(anna, model, 'shown');
  });

  it('of one rule after another, which is on record once in a minute', async () => {
    const reg = await Person.of(app, 'reg-of-many', 'admin');
    const model = await team.root.creates();
    await team.root.setsPolicy(model, POLICY);
    await reg.registers(model);
    await evaluates(model, 0.9);
    for (const ruleId of ['shown', 'sure']) expect((await inVain(reg, model, ruleId)).code).toBe('SELF_WAIVER');
    const denied = (await team.root.audit(model)).filter(({ action }) => action === 'access.denied');
    expect(denied).toMatchObject([{ details: { code: 'SELF_WAIVER', ruleId: 'shown' } }]);
  });

  it('for a request of their own that comes after the waiver', async () => {
    const { ci, anna, root } = team;
    const model = await evaluated({ ...POLICY, rules: POLICY.rules.slice(0, 2) });
    await waives(root, model, 'shown');
    expect(await root.isRefused(model, 1)).toMatchObject({ code: 'GATES_REFUSED' });
    await waives(anna, model, 'shown');
    expect(await root.promotes(model, 1)).toMatchObject({ status: 'applied' });
    expect(await ci.production(model)).toBe(1);
  });

  it('for themselves in a gate check', async () => {
    const { ci, anna } = team;
    const model = await evaluated({ ...POLICY, rules: POLICY.rules.slice(0, 2) });
    await waives(anna, model, 'shown');
    expect((await ci.checks(model, 1)).waived).toBe(true);
    const asking = await Person.of(app, 'anna', 'approver', 'contributor');
    expect((await asking.checks(model, 1)).waived).toBeUndefined();
  });

  it('for a request of their own that rested on the waiver of another, which is revoked before the last approval', async () => {
    const { ci, anna, ben } = team;
    const carol = await Person.of(app, 'carol', 'approver');
    const asking = await Person.of(app, 'anna', 'approver', 'contributor');
    const approvals = { slots: [{ role: 'approver' }] };
    const model = await evaluated({ ...POLICY, rules: POLICY.rules.slice(0, 2), approvals });
    await waives(anna, model, 'shown');
    const { id } = await waives(ben, model, 'shown');
    const request = await asking.asksFor(model, 1);
    await ben.delete(`${path(model)}/${id}`, 200);
    const { blockers, ifApproved } = await carol.get(`/transitions/${request.id}/standing`);
    expect([blockers[0].code, ifApproved.status]).toEqual(['GATES_REFUSED', 'refused']);
    expect(await carol.approvesInVain(request)).toMatchObject({ status: 422, code: 'GATES_REFUSED' });
    expect(await ci.production(model)).toBeNull();
  });

  it('without the right, without a model, or where the policy allows none', async () => {
    const { ci, viewer, anna } = team;
    const model = await evaluated({ ...POLICY, waivers: { allowFor: [] } });
    expect(await inVain(anna, model, 'shown')).toMatchObject({ status: 409, code: 'WAIVERS_NOT_ALLOWED' });
    for (const who of [ci, viewer])
      expect(await inVain(who, model, 'shown')).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await inVain(anna, 'nowhere', 'shown')).toMatchObject({ status: 404, code: 'MODEL_NOT_FOUND' });
    expect((await app.anonymous().send('GET', path(model))).status).toBe(401);
  });
});

function after(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}
