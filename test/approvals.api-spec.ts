import { TestApp } from './support/app/app.js';
import {
  ACCURACY_POLICY,
  type Fields,
  guardedModel,
  Person,
  slots,
  type Team,
  teamOf,
} from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

const guarded = (policy?: Fields, versions?: number) => guardedModel(team, policy, versions);

describe('a promotion that needs approval', () => {
  it('moves nothing until the last approval, which moves everything', async () => {
    const { ci, anna, ben } = team;
    const model = await guarded(slots(2));
    const request = await ci.asksFor(model, 2, 'Production', { reason: 'Better.' });
    expect(request).toMatchObject({ status: 'awaiting_approval', appliedAt: null, settledAt: null, approvals: [] });
    expect(request.gateReport.verdict).toBe('PASS');
    expect(request.detail).toContain('2 of 2 approvals missing');
    const half = await anna.approves(request, { comment: 'I looked at the slices.' });
    expect(half).toMatchObject({ status: 'awaiting_approval', approvals: [{ actor: 'anna', decision: 'approve' }] });
    expect((await ci.get(`/transitions/${request.id}`)).detail).toContain('1 of 2 approvals missing');
    expect(await ci.production(model)).toBe(1);
    const applied = await ben.approves(request);
    expect(applied).toMatchObject({ status: 'applied', displacedVersion: 1, settledBy: 'ben', requestedBy: 'ci' });
    expect(applied.approvals.map(({ actor }: { actor: string }) => actor)).toEqual(['anna', 'ben']);
    expect(await ci.get(`/transitions/${request.id}`)).toEqual(applied);
    expect(await ci.get(`/models/${model}/stages/Production`)).toMatchObject({ version: 2, promotedBy: 'ben' });
    const actions = (await ci.audit(model)).slice(-4).map(({ action, actor }) => [action, actor]);
    expect(actions).toEqual([
      ['transition.requested', 'ci'],
      ['transition.approved', 'anna'],
      ['transition.approved', 'ben'],
      ['transition.applied', 'ben'],
    ]);
  });

  it('binds each approval to the report that was looked at', async () => {
    const { ci, anna } = team;
    const request = await ci.asksFor(await guarded(slots(2)), 2);
    const { approvals } = await anna.approves(request, { comment: 'Fine.' });
    expect(approvals).toEqual([
      expect.objectContaining({ comment: 'Fine.', roles: ['approver'], gateReportDigest: request.gateReport.digest }),
    ]);
  });

  it.each([
    [{ approvals: { slots: [{ role: 'approver' }], excludeActors: ['evaluator'] } }, ['anna']],
    [{ approvals: { slots: [{ role: 'approver' }], excludeActors: [] } }, []],
  ])('may be kept from who submitted the evidence: %j', async (policy, excluded) => {
    const { ci, root } = team;
    const model = await guarded(policy);
    const anna = new Person(app.url, (await app.as('Anna', 'contributor', 'approver')).token, 'Anna');
    const { version } = await ci.registers(model);
    await anna.evaluates(model, version, { accuracy: 0.95 });
    await root.setsPolicy(model, { ...ACCURACY_POLICY, ...policy });
    const request = await ci.asksFor(model, version);
    const answer = await team.anna.send('POST', `/transitions/${request.id}/approvals`, { decision: 'approve' });
    expect([answer.status, answer.body.code]).toEqual(excluded.length > 0 ? [403, 'SELF_APPROVAL'] : [201, null]);
  });

  it.each([
    ['standard', []],
    ['regulated', ['policyAuthor']],
  ])('is never given by who submitted the evidence where the preset is %s', async (preset, others) => {
    const model = await team.ci.creates();
    const { policy } = await team.root.setsPolicy(model, { preset, rules: [{ metric: 'accuracy', min: 0.5 }] });
    expect(policy.stages.Production.approvals.excludeActors).toEqual([
      'evaluator',
      ...others,
      'registrant',
      'requester',
    ]);
  });

  it('takes no second spelling of a person for a second person', async () => {
    const { ci, anna, root } = team;
    const request = await ci.asksFor(await guarded(slots(2)), 2);
    await anna.approves(request);
    const decide = { decision: 'approve' };
    for (const [subject, code] of [
      ['ANNA', 'ALREADY_DECIDED'],
      ['Ci', 'SELF_APPROVAL'],
    ] as const) {
      const { token } = await root.post('/tokens', { subject, roles: ['approver'] });
      const again = new Person(app.url, token, subject);
      expect(await again.problem('POST', `/transitions/${request.id}/approvals`, decide)).toMatchObject({ code });
    }
  });

  it('is asked of roles of the organisation, which tokens carry', async () => {
    const { ci, anna, root } = team;
    const asked = { approvals: { slots: [{ role: 'ml-lead' }, { role: 'risk' }] } };
    const holder = async (subject: string, role: string, approvalRole: string) => {
      const { token } = await root.post('/tokens', { subject, roles: [role], approvalRoles: [approvalRole] });
      return new Person(app.url, token, subject);
    };
    const [lea, rik, may] = [
      await holder('lea', 'approver', 'ml-lead'),
      await holder('rik', 'approver', 'risk'),
      await holder('may', 'contributor', 'risk'),
    ];
    const request = await ci.asksFor(await guarded(asked), 2);
    const decide = { decision: 'approve' };
    const path = `/transitions/${request.id}/approvals`;
    expect(await anna.problem('POST', path, decide)).toMatchObject({ status: 403, code: 'ROLE_REQUIRED' });
    expect(await may.problem('POST', path, decide)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await lea.approves(request)).toMatchObject({
      status: 'awaiting_approval',
      detail: expect.stringContaining('1 by risk'),
    });
    const applied = await rik.approves(request);
    expect(applied.status).toBe('applied');
    expect(applied.approvals.map(({ roles }: Fields) => roles)).toEqual([
      ['approver', 'ml-lead'],
      ['approver', 'risk'],
    ]);
  });

  it('is asked for once at a time', async () => {
    const { ci, root } = team;
    const model = await guarded();
    const request = await ci.asksFor(model, 2);
    for (const who of [ci, root]) {
      const problem = await who.isRefused(model, 2);
      expect(problem).toMatchObject({ status: 409, code: 'TRANSITION_OPEN', transition: { id: request.id } });
    }
    await ci.cancels(request);
    await ci.asksFor(model, 2);
  });

  it('asks for more the first time, where the policy says so', async () => {
    const { ci, anna, ben, root } = team;
    const model = await ci.creates();
    await ci.registers(model);
    await ci.evaluates(model, 1, { accuracy: 0.9 });
    await root.setsPolicy(model, { ...ACCURACY_POLICY, approvals: undefined, firstPromotion: { extraApprovals: 1 } });
    const request = await ci.asksFor(model, 1);
    expect((await anna.approves(request)).status).toBe('awaiting_approval');
    expect((await ben.approves(request)).status).toBe('applied');
  });
});

describe('who approves', () => {
  it('did not ask for it, not even as an admin, and the attempt is on record', async () => {
    const { root, anna } = team;
    const model = await guarded();
    const request = await root.asksFor(model, 2);
    expect(await root.approvesInVain(request)).toMatchObject({ status: 403, code: 'SELF_APPROVAL' });
    expect((await root.audit(model)).at(-1)).toMatchObject({
      action: 'access.denied',
      actor: 'root',
      details: { transitionId: request.id, code: 'SELF_APPROVAL' },
    });
    expect(await root.production(model)).toBe(1);
    await anna.approves(request);
  });

  it('did not register the version, not even as an admin', async () => {
    const { root, ci, anna } = team;
    const model = await guarded();
    await root.registers(model);
    await ci.evaluates(model, 3, { accuracy: 0.9 });
    const request = await ci.asksFor(model, 3);
    expect(await root.approvesInVain(request)).toMatchObject({ status: 403, code: 'SELF_APPROVAL' });
    await anna.approves(request);
  });

  it('is a person, however many tokens and roles the person has', async () => {
    const { anna } = team;
    const twoHats = await Person.of(app, 'carol', 'contributor', 'approver');
    const sameCarol = await Person.of(app, 'carol', 'approver');
    const model = await guarded(slots(2));
    const request = await twoHats.asksFor(model, 2);
    expect(await sameCarol.approvesInVain(request)).toMatchObject({ status: 403, code: 'SELF_APPROVAL' });
    await anna.approves(request);
    const anotherAnna = await Person.of(app, 'anna', 'approver', 'admin');
    expect(await anotherAnna.approvesInVain(request)).toMatchObject({ status: 409, code: 'ALREADY_DECIDED' });
    expect(await anna.approvesInVain(request, 'reject')).toMatchObject({ status: 409, code: 'ALREADY_DECIDED' });
  });

  it('fills one slot, and the one that leaves room for others', async () => {
    const { ci, ben } = team;
    const both = await Person.of(app, 'dora', 'approver', 'contributor');
    const approvals = { slots: [{ role: 'approver' }, { role: 'contributor' }] };
    const request = await ci.asksFor(await guarded({ approvals }), 2);
    expect((await both.approves(request)).status).toBe('awaiting_approval');
    expect((await ben.approves(request)).status).toBe('applied');
  });

  it('has a role that a slot asks for', async () => {
    const { ci, anna, root } = team;
    const request = await ci.asksFor(await guarded(slots(1, 'risk')), 2);
    expect(await anna.approvesInVain(request)).toMatchObject({ status: 403, code: 'ROLE_REQUIRED' });
    expect((await root.approves(request)).status).toBe('applied');
  });

  it('may be anybody where the policy excludes nobody', async () => {
    const { root } = team;
    const model = await guarded({ approvals: { slots: [{ role: 'approver' }], excludeActors: [] } });
    await root.registers(model);
    await root.evaluates(model, 3, { accuracy: 0.9 });
    expect((await root.approves(await root.asksFor(model, 3))).status).toBe('applied');
  });

  it('is neither a viewer, nor a contributor, nor nobody', async () => {
    const { ci, viewer } = team;
    const request = await ci.asksFor(await guarded(), 2);
    for (const who of [ci, viewer]) expect((await who.approvesInVain(request)).code).toBe('FORBIDDEN');
    const path = `/transitions/${request.id}/approvals`;
    expect((await app.anonymous().send('POST', path, { decision: 'approve' })).status).toBe(401);
  });
});

describe('a rejection', () => {
  it('ends the request, whatever was approved before', async () => {
    const { ci, anna, ben, root } = team;
    const model = await guarded(slots(2));
    const request = await ci.asksFor(model, 2);
    await anna.approves(request);
    const rejected = await ben.rejects(request, { comment: 'Not on a Friday.' });
    expect(rejected).toMatchObject({ status: 'rejected', settledBy: 'ben', code: 'REJECTED', appliedAt: null });
    expect(rejected.approvals.at(-1)).toMatchObject({ actor: 'ben', decision: 'reject', comment: 'Not on a Friday.' });
    expect(await root.approvesInVain(request)).toMatchObject({ status: 409, code: 'TRANSITION_FINAL' });
    expect(await ci.production(model)).toBe(1);
    expect((await ci.audit(model)).at(-1)).toMatchObject({ action: 'transition.rejected', actor: 'ben' });
    await ci.asksFor(model, 2);
  });

  it('is one voice among others where it is no veto', async () => {
    const { ci, anna, ben } = team;
    const model = await guarded({ approvals: { slots: [{ role: 'approver' }], rejectionIsVeto: false } });
    const request = await ci.asksFor(model, 2);
    expect(await anna.rejects(request)).toMatchObject({
      status: 'awaiting_approval',
      approvals: [{ decision: 'reject' }],
    });
    expect((await ci.audit(model)).at(-1)).toMatchObject({ actor: 'anna', details: { transitionId: request.id } });
    expect(await ben.approves(request)).toMatchObject({ status: 'applied' });
  });

  it('is not for those who asked', async () => {
    const { root } = team;
    const request = await root.asksFor(await guarded(), 2);
    expect(await root.approvesInVain(request, 'reject')).toMatchObject({ status: 403, code: 'SELF_APPROVAL' });
  });
});
