import { TestApp } from './support/app/app.js';
import { SetClock, tellOfCallers } from './support/app/known-callers.js';
import {
  ACCURACY_POLICY,
  type Fields,
  guardedModel,
  Person,
  slots,
  type Team,
  teamOf,
} from './support/app/registry.js';

const DAY_MS = 86_400_000;

let app: TestApp;
let team: Team;
let clock: SetClock;

beforeAll(async () => {
  app = await TestApp.start();
  clock = new SetClock(app);
  tellOfCallers(app, {
    robot: { isService: true },
    grace: { groups: ['model, risk'] },
    gus: { groups: ['data'] },
  });
  team = await teamOf(app);
});
afterEach(() => clock.goOn());
afterAll(() => app?.stop());

const guarded = (policy?: Fields, versions?: number) => guardedModel(team, policy, versions);
const withdraws = (who: Person, { id }: { id: string }) => who.delete(`/transitions/${id}/approvals/mine`, 200);
const inVain = (who: Person, { id }: { id: string }) => who.problem('DELETE', `/transitions/${id}/approvals/mine`);
const statesOf = ({ approvals }: Fields) => (approvals as Fields[]).map(({ actor, state }) => [actor, state]);

describe('an approval', () => {
  it.each([
    ['seven days unless the policy says otherwise', {}, 7 * DAY_MS],
    ['as long as the policy says', { expireAfter: 'PT90M' }, 5_400_000],
  ])('counts %s, to the millisecond', async (_, terms, lifetime) => {
    const { ci, anna, ben } = team;
    const model = await guarded({ approvals: { slots: [{ role: 'approver', count: 2 }], ...terms } });
    const request = await ci.asksFor(model, 2);
    const [{ expiresAt, decidedAt }] = (await anna.approves(request)).approvals;
    expect(Math.abs(Date.parse(expiresAt) - Date.parse(decidedAt) - lifetime)).toBeLessThan(60_000);
    const isWaitedFor = async () => (await anna.get('/transitions?awaiting=me')).items.length;
    clock.standAt(expiresAt, -1);
    expect(statesOf(await ci.get(`/transitions/${request.id}`))).toEqual([['anna', 'counts']]);
    expect(await isWaitedFor()).toBe(0);
    clock.standAt(expiresAt);
    const shown = await ci.get(`/transitions/${request.id}`);
    expect([statesOf(shown), shown.demand.lacking]).toEqual([[['anna', 'expired']], [{ role: 'approver', count: 2 }]]);
    expect([await isWaitedFor(), await anna.get('/transitions/awaiting-count')]).toEqual([1, { transitions: 1 }]);
    expect(await ben.approves(request)).toMatchObject({ status: 'awaiting_approval' });
    const applied = await anna.approves(request);
    expect([applied.status, statesOf(applied)]).toEqual([
      'applied',
      [
        ['anna', 'expired'],
        ['ben', 'counts'],
        ['anna', 'counts'],
      ],
    ]);
    const { promotionApprovedBy, promotedBy } = await ci.get(`/models/${model}/stages/Production`);
    expect([promotedBy, promotionApprovedBy ?? ['ben', 'anna']]).toEqual(['anna', ['ben', 'anna']]);
  });

  it('that expires as the last one is given counts no more, and is not said to have applied it', async () => {
    const { ci, anna, ben, root } = team;
    const request = await ci.asksFor(await guarded(slots(2)), 2);
    const [{ expiresAt }] = (await anna.approves(request)).approvals;
    clock.standAt(expiresAt, 1);
    await ben.approves(request);
    const applied = await root.approves(request);
    expect(statesOf(applied)).toEqual([
      ['anna', 'expired'],
      ['ben', 'counts'],
      ['root', 'counts'],
    ]);
    const history = await ci.get(`/models/${request.model}/history`);
    expect(history.items[0].began.approvedBy).toEqual(['ben', 'root']);
  });

  it('is withdrawn by who gave it, who may decide anew', async () => {
    const { ci, anna, ben } = team;
    const request = await ci.asksFor(await guarded(slots(2)), 2);
    await anna.approves(request);
    expect(await inVain(ben, request)).toMatchObject({ status: 404, code: 'DECISION_NOT_FOUND' });
    expect(statesOf(await withdraws(anna, request))).toEqual([['anna', 'withdrawn']]);
    expect((await ci.audit(request.model)).at(-1)).toMatchObject({
      action: 'transition.withdrawn',
      actor: 'anna',
      details: { approvals: [{ actor: 'anna', ended: 'withdrawn' }] },
    });
    expect(await inVain(anna, request)).toMatchObject({ code: 'DECISION_NOT_FOUND' });
    expect(await ben.approves(request)).toMatchObject({ status: 'awaiting_approval' });
    expect(await anna.approves(request)).toMatchObject({ status: 'applied' });
    expect(await inVain(anna, request)).toMatchObject({ status: 409, code: 'TRANSITION_FINAL' });
  });

  it('is dismissed, and told so, when there is newer evidence', async () => {
    const { ci, anna, ben } = team;
    const model = await guarded(slots(2));
    const request = await ci.asksFor(model, 2);
    await anna.approves(request);
    await ci.evaluates(model, 2, { accuracy: 0.91 });
    expect(await ben.approvesInVain(request)).toMatchObject({ status: 409, code: 'STALE_EVIDENCE' });
    const ended = await ci.get(`/transitions/${request.id}`);
    expect([ended.status, statesOf(ended)]).toEqual(['stale', [['anna', 'dismissed']]]);
    expect((await ci.asksFor(model, 2)).approvals).toEqual([]);
  });

  it('is dismissed when another promotion takes its ground', async () => {
    const { ci, anna, ben } = team;
    const model = await guarded(slots(2), 3);
    const [one, other] = [await ci.asksFor(model, 2), await ci.asksFor(model, 3)];
    await anna.approves(other);
    await anna.approves(one);
    await ben.approves(one);
    expect(statesOf(await ci.get(`/transitions/${other.id}`))).toEqual([['anna', 'dismissed']]);
  });

  it('counts no more once its person is out, or has lost the role', async () => {
    const { ci, anna, ben, root } = team;
    const issues = (subject: string, fields: Fields = {}) =>
      root.post('/tokens', { subject, roles: ['approver'], ...fields });
    const [leaver, mover] = [await issues('lena'), await issues('mia', { approvalRoles: ['risk'] })];
    const plain = await issues('mia');
    const approvals = { slots: [{ role: 'approver' }, { role: 'approver' }, { role: 'risk' }] };
    const request = await ci.asksFor(await guarded({ approvals }), 2);
    await new Person(app.url, leaver.token, 'lena').approves(request);
    await new Person(app.url, mover.token, 'mia').approves(request);
    for (const { id } of [leaver, mover]) await root.delete(`/tokens/${id}`);
    const shown = await anna.approves(request);
    expect(statesOf(shown)).toEqual([
      ['lena', 'revoked'],
      ['mia', 'counts'],
      ['anna', 'counts'],
    ]);
    expect(shown.demand.lacking).toEqual([{ role: 'risk', count: 1 }]);
    expect((await ci.get(`/transitions/${request.id}/standing`)).blockers).toMatchObject([
      { code: 'APPROVALS_LACKING' },
    ]);
    expect(await ben.approves(request)).toMatchObject({ status: 'awaiting_approval' });
    expect(await root.approves(request)).toMatchObject({ status: 'applied' });
    await root.delete(`/tokens/${plain.id}`);
    expect(statesOf(await ci.get(`/transitions/${request.id}`))[0]).toEqual(['lena', 'revoked']);
  });
});

describe('a request', () => {
  it.each([
    ['thirty days', {}, 30 * DAY_MS],
    ['as long as the policy says', { requestsExpireAfter: 'P1D' }, DAY_MS],
  ])('waits %s, and then ends', async (_, terms, lifetime) => {
    const { ci, anna } = team;
    const model = await guarded({ approvals: { slots: [{ role: 'approver' }], ...terms } });
    const request = await ci.asksFor(model, 2);
    expect(Math.abs(Date.parse(request.expiresAt) - Date.parse(request.requestedAt) - lifetime)).toBeLessThan(60_000);
    clock.standAt(request.expiresAt, -1);
    expect((await anna.get(`/transitions/${request.id}/standing`)).ifApproved).toMatchObject({ status: 'applied' });
    expect((await anna.get(`/transitions?awaiting=me&model=${model}`)).items[0].id).toBe(request.id);
    clock.standAt(request.expiresAt);
    const standing = await anna.get(`/transitions/${request.id}/standing`);
    expect(standing.blockers[0]).toMatchObject({ code: 'REQUEST_EXPIRED' });
    expect((await anna.get(`/transitions?awaiting=me&model=${model}`)).items).toEqual([]);
    expect(await anna.approvesInVain(request)).toMatchObject({ status: 409, code: 'REQUEST_EXPIRED' });
    expect(await ci.get(`/transitions/${request.id}`)).toMatchObject({ status: 'stale', code: 'REQUEST_EXPIRED' });
  });

  it('that waited too long makes room for another', async () => {
    const { ci } = team;
    const model = await guarded();
    const request = await ci.asksFor(model, 2);
    clock.standAt(request.expiresAt);
    await ci.asksFor(model, 2);
    expect(await ci.get(`/transitions/${request.id}`)).toMatchObject({ status: 'stale', code: 'REQUEST_EXPIRED' });
  });
});

describe('a veto', () => {
  it('is withdrawn by its person alone, and the request is open again', async () => {
    const { ci, anna, ben, root } = team;
    const request = await ci.asksFor(await guarded(slots(2)), 2);
    await anna.approves(request);
    expect(await ben.rejects(request)).toMatchObject({ status: 'rejected' });
    expect(await inVain(root, request)).toMatchObject({ status: 404, code: 'DECISION_NOT_FOUND' });
    const open = await withdraws(ben, request);
    expect([open.status, open.settledAt, open.code, statesOf(open)]).toEqual([
      'awaiting_approval',
      null,
      null,
      [
        ['anna', 'counts'],
        ['ben', 'withdrawn'],
      ],
    ]);
    expect(await ben.approves(request)).toMatchObject({ status: 'applied' });
    const verified = await root.get('/audit-events/verification');
    expect([verified.valid, verified.firstBroken]).toEqual([true, null]);
  });

  it('stays when the ground is gone, or the same was asked for again', async () => {
    const { ci, ben } = team;
    const [moved, again] = [await guarded(), await guarded()];
    const [one, other] = [await ci.asksFor(moved, 2), await ci.asksFor(again, 2)];
    for (const request of [one, other]) await ben.rejects(request);
    await ci.evaluates(moved, 2, { accuracy: 0.92 });
    await ci.asksFor(again, 2);
    expect(await inVain(ben, one)).toMatchObject({ status: 409, code: 'STALE_EVIDENCE' });
    expect(await inVain(ben, other)).toMatchObject({ status: 409, code: 'TRANSITION_OPEN' });
    expect(await ci.get(`/transitions/${one.id}`)).toMatchObject({ status: 'rejected' });
  });
});

describe('a slot of a group', () => {
  it('is filled by its members alone', async () => {
    const { ci, anna, root } = team;
    const [grace, gus] = [await Person.of(app, 'grace', 'approver'), await Person.of(app, 'gus', 'approver')];
    const request = await ci.asksFor(await guarded({ approvals: { slots: [{ group: 'model, risk' }] } }), 2);
    expect(request.demand.lacking).toEqual([{ role: 'model, risk', group: 'model, risk', count: 1 }]);
    for (const who of [anna, gus, root])
      expect(await who.approvesInVain(request)).toMatchObject({ status: 403, code: 'ROLE_REQUIRED' });
    const awaiting = async (who: Person) => (await who.readsAll('/transitions?awaiting=me', 1)).map(({ id }) => id);
    expect([await awaiting(gus), await awaiting(grace)].map((ids) => ids.includes(request.id))).toEqual([false, true]);
    expect(await grace.approves(request)).toMatchObject({
      status: 'applied',
      approvals: [{ groups: ['model, risk'] }],
    });
  });

  it.each([
    ['role and group at once', { slots: [{ role: 'approver', group: 'risk' }] }, 'ROLE_OR_GROUP'],
    ['neither', { slots: [{ count: 1 }] }, 'ROLE_OR_GROUP'],
    ['machines', { serviceAccounts: true }, 'MACHINES_APPROVE_NOTHING'],
    ['approvals that outlive their evidence', { dismissOnNewEvaluation: false }, 'APPROVALS_ARE_BOUND'],
    ['approvals that end at once', { expireAfter: 'PT0S' }, 'TOO_SHORT'],
  ])('is refused in a policy with %s', async (_, approvals, code) => {
    const { root } = team;
    const path = `/models/${await root.creates()}/gate-policy`;
    const problem = await root.problem('PUT', path, { ...ACCURACY_POLICY, approvals });
    expect([problem.status, problem.errors[0].code]).toEqual([422, code]);
  });
});

describe('nobody approves their own', () => {
  const decide = { decision: 'approve' };
  const EXCLUDING = {
    approvals: {
      slots: [{ role: 'approver' }],
      excludeActors: ['registrant', 'requester', 'evaluator', 'policyAuthor'],
    },
  };

  it.each<[string, string, string]>([
    ['who asked', 'rita', 'SELF_APPROVAL'],
    ['who registered', 'reg', 'SELF_APPROVAL'],
    ['who sent the evidence', 'eva', 'SELF_APPROVAL'],
    ['who changed the policy since', 'pol', 'SELF_APPROVAL'],
    ["who changed the registry's default since", 'def', 'SELF_APPROVAL'],
    ['another case', 'RITA', 'SELF_APPROVAL'],
    ['another width', 'ｒｉｔａ', 'SELF_APPROVAL'],
    ['a machine', 'robot', 'SERVICE_ACCOUNT'],
  ])('neither %s, not even as an admin: %s', async (_, subject, code) => {
    const { anna, root } = team;
    const model = await ownEverything();
    const { items } = await root.get(`/models/${model}/transitions?status=awaiting_approval`);
    const one = await Person.of(app, subject, 'admin', 'approver');
    const answer = await one.problem('POST', `/transitions/${items[0].id}/approvals`, decide);
    expect([answer.status, answer.code]).toEqual([403, code]);
    expect((await root.audit(model)).at(-1)).toMatchObject({ action: 'access.denied', details: { code } });
    expect((await one.get(`/transitions/${items[0].id}`)).mayDecide).toMatchObject({ allowed: false, code });
    expect((await one.get(`/transitions?awaiting=me&model=${model}`)).items).toEqual([]);
    expect(await anna.approves(items[0])).toMatchObject({ status: 'applied' });
  });

  /** A model whose second version four people stand behind, after the registry's default was changed as well. */
  async function ownEverything(): Promise<string> {
    const [rita, reg, eva, pol, def] = await Promise.all(
      ['rita', 'reg', 'eva', 'pol', 'def'].map((subject) => Person.of(app, subject, 'admin')),
    );
    const model = await guarded({ approvals: { slots: [] } });
    const { version } = await reg!.registers(model);
    await eva!.evaluates(model, version, { accuracy: 0.93 });
    await def!.setsPolicy(null, { ...ACCURACY_POLICY, rules: [{ id: 'floor', metric: 'accuracy', min: 0.1 }] });
    await pol!.setsPolicy(model, { ...ACCURACY_POLICY, ...EXCLUDING });
    await rita!.asksFor(model, version);
    return model;
  }
});
