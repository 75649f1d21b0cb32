import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { SetClock, tellOfCallers } from './support/app/known-callers.js';
import { ACCURACY_POLICY, type Fields, gatedModel, Person, type Team, teamOf } from './support/app/registry.js';

const GOVERNED = { ...ACCURACY_POLICY, policyChanges: { approvals: { slots: [{ role: 'approver' }] } } };
const LOOSER = { ...GOVERNED, rules: [{ id: 'floor', metric: 'accuracy', min: 0.1 }] };

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

const asksFor = (who: Person, model: string, policy: Fields, status = 202) =>
  who.put(`/models/${model}/gate-policy`, policy, status);
const decides = (who: Person, { id }: { id: string }, decision = 'approve') =>
  who.post(`/policy-changes/${id}/approvals`, { decision }, 200);
const inVain = (who: Person, { id }: { id: string }) =>
  who.problem('POST', `/policy-changes/${id}/approvals`, { decision: 'approve' });
const governed = (policy: Fields = {}) => gatedModel(team, [0.9], { ...GOVERNED, ...policy });
const revisionOf = async (model: string) => (await team.ci.get(`/models/${model}/gate-policy`)).revision;

describe('a change of a policy that asks for approval of changes', () => {
  it('holds once it is approved under the old policy, and is said to be of its author', async () => {
    const { ci, anna, root } = team;
    const model = await governed();
    const change = await asksFor(root, model, LOOSER);
    expect(change).toMatchObject({
      status: 'awaiting_approval',
      scope: 'model',
      model,
      requestedBy: 'root',
      document: LOOSER,
      demand: { lacking: [{ role: 'approver', count: 1 }], excluded: [{ subject: 'root', reason: 'requester' }] },
      mayDecide: { allowed: false, code: 'SELF_APPROVAL' },
    });
    expect(await revisionOf(model)).toBe(1);
    expect(await decides(anna, change)).toMatchObject({ status: 'applied', revision: 2, settledBy: 'anna' });
    expect(await ci.get(`/models/${model}/gate-policy/revisions/2`)).toMatchObject({
      createdBy: 'root',
      document: LOOSER,
    });
    const actions = (await ci.audit(model)).slice(-3).map(({ action, actor }) => [action, actor]);
    expect(actions).toEqual([
      ['policy_change.approved', 'anna'],
      ['gate_policy.set', 'anna'],
      ['policy_change.applied', 'anna'],
    ]);
    expect((await root.get('/audit-events/verification')).valid).toBe(true);
  });

  it('keeps why it was asked for, through its approval into the revision', async () => {
    const { ci, anna, root } = team;
    const model = await governed();
    const change = await root.put(`/models/${model}/gate-policy?comment=Fewer+rows+by+now`, LOOSER, 202);
    expect(change.comment).toBe('Fewer rows by now');
    expect(await decides(anna, change)).toMatchObject({ comment: 'Fewer rows by now', approvals: [{ comment: null }] });
    const { comment, createdBy } = await ci.get(`/models/${model}/gate-policy/revisions/2`);
    expect([comment, createdBy]).toEqual(['Fewer rows by now', 'root']);
    const told = (await ci.audit(model)).slice(-4).map(({ action, details }) => [action, details.comment]);
    expect(told).toEqual(
      ['policy_change.requested', 'policy_change.approved', 'gate_policy.set', 'policy_change.applied'].map(
        (action) => [action, 'Fewer rows by now'],
      ),
    );
    expect((await root.get('/audit-events/verification')).valid).toBe(true);
  });

  it('shows what it would have made of past promotions', async () => {
    const { ci, root, anna } = team;
    const model = await governed();
    await ci.promotes(model, 1);
    await ci.registers(model);
    await ci.evaluates(model, 2, { accuracy: 0.5 });
    await ci.isRefused(model, 2);
    const change = await asksFor(root, model, LOOSER);
    const { effect, ...shown } = await anna.get(`/policy-changes/${change.id}`);
    expect(effect).toEqual({ promotions: 2, newlyRefused: 0, newlyLetThrough: 1 });
    expect(shown.mayDecide).toMatchObject({ allowed: true });
    expect((await anna.get(`/policy-changes?model=${model}&status=awaiting_approval`)).items).toEqual([shown]);
    await decides(anna, change);
    expect(await anna.get(`/policy-changes/${change.id}`)).toMatchObject({ effect: null });
  });

  it.each<[string, Fields]>([
    ['that takes the approval away', { ...ACCURACY_POLICY }],
    ['that asks for nobody', { ...GOVERNED, policyChanges: { approvals: { slots: [] } } }],
    ['that says the same', GOVERNED],
  ])('is needed for one %s, too', async (_, policy) => {
    const model = await governed();
    await asksFor(team.root, model, policy);
    expect(await revisionOf(model)).toBe(1);
  });

  it('is approved neither by its author, nor by a machine, nor without the right', async () => {
    const { ci, root, anna } = team;
    const model = await governed({
      policyChanges: { approvals: { slots: [{ role: 'approver', count: 2 }], excludeActors: [] } },
    });
    const change = await asksFor(root, model, LOOSER);
    const [again, robot] = [await Person.of(app, 'ROOT', 'approver'), await Person.of(app, 'robot', 'admin')];
    for (const who of [root, again])
      expect(await inVain(who, change)).toMatchObject({ status: 403, code: 'SELF_APPROVAL' });
    expect(await inVain(robot, change)).toMatchObject({ status: 403, code: 'SERVICE_ACCOUNT' });
    expect(await inVain(ci, change)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await decides(anna, change)).toMatchObject({ status: 'awaiting_approval' });
    expect(await inVain(anna, change)).toMatchObject({ status: 409, code: 'ALREADY_DECIDED' });
    clock.standAt(change.expiresAt);
    expect(await inVain(await Person.of(app, 'ben', 'approver'), change)).toMatchObject({ code: 'REQUEST_EXPIRED' });
    expect(await revisionOf(model)).toBe(1);
  });

  it('is refused on record also where the attempt had an Idempotency-Key', async () => {
    const { root } = team;
    const change = await asksFor(root, await governed(), LOOSER);
    const key = { headers: { 'idempotency-key': `self-${change.id}` } };
    const body = { decision: 'approve', comment: 'Mine.' };
    const { status } = await root.send('POST', `/policy-changes/${change.id}/approvals`, body, key);
    expect(status).toBe(403);
    const { items } = await root.get('/audit-events?action=access.denied&limit=5');
    expect(items.map(({ details }: Json) => details)).toContainEqual({
      policyChangeId: change.id,
      code: 'SELF_APPROVAL',
    });
  });

  it('is rejected, cancelled, or made again once it is over', async () => {
    const { root, anna, ci } = team;
    const model = await governed();
    const change = await asksFor(root, model, LOOSER);
    const problem = await root.problem('PUT', `/models/${model}/gate-policy`, LOOSER);
    expect(problem).toMatchObject({
      status: 409,
      code: 'POLICY_CHANGE_OPEN',
      detail: expect.stringContaining(change.id),
    });
    expect(await decides(anna, change, 'reject')).toMatchObject({ status: 'rejected', code: 'REJECTED' });
    expect(await inVain(anna, change)).toMatchObject({ status: 409, code: 'POLICY_CHANGE_FINAL' });
    const ada = await Person.of(app, 'ada', 'admin');
    const second = await asksFor(ada, model, LOOSER);
    expect(await ci.problem('POST', `/policy-changes/${second.id}/cancel`)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await ada.post(`/policy-changes/${second.id}/cancel`, undefined, 200)).toMatchObject({
      status: 'cancelled',
    });
    const third = await asksFor(ada, model, LOOSER);
    clock.standAt(third.expiresAt);
    await asksFor(root, model, LOOSER);
    expect(await root.get(`/policy-changes/${third.id}`)).toMatchObject({ status: 'stale', code: 'REQUEST_EXPIRED' });
  });

  it('is decided anew by who took a decision back; a rejection is a veto until then', async () => {
    const { root, anna, ci } = team;
    const ben = await Person.of(app, 'ben', 'approver');
    const two = { policyChanges: { approvals: { slots: [{ role: 'approver', count: 2 }] } } };
    const model = await governed(two);
    const change = await asksFor(root, model, { ...LOOSER, ...two });
    const withdraws = (who: Person) => who.delete(`/policy-changes/${change.id}/approvals/mine`, 200);
    const notWithdrawn = (who: Person) => who.problem('DELETE', `/policy-changes/${change.id}/approvals/mine`);
    await decides(anna, change);
    expect(await notWithdrawn(ben)).toMatchObject({ status: 404, code: 'DECISION_NOT_FOUND' });
    expect(await withdraws(anna)).toMatchObject({
      status: 'awaiting_approval',
      demand: { lacking: [{ role: 'approver', count: 2 }] },
      approvals: [{ actor: 'anna', withdrawnAt: expect.any(String) }],
    });
    expect((await ci.audit(model)).at(-1)).toMatchObject({
      action: 'policy_change.withdrawn',
      details: { approvals: [{ actor: 'anna', ended: 'withdrawn' }] },
    });
    expect(await notWithdrawn(anna)).toMatchObject({ code: 'DECISION_NOT_FOUND' });
    expect(await decides(ben, change, 'reject')).toMatchObject({ status: 'rejected' });
    expect(await inVain(anna, change)).toMatchObject({ code: 'POLICY_CHANGE_FINAL' });
    expect(await withdraws(ben)).toMatchObject({ status: 'awaiting_approval', settledAt: null, code: null });
    await decides(ben, change);
    expect(await decides(anna, change)).toMatchObject({ status: 'applied', revision: 2 });
    expect(await notWithdrawn(anna)).toMatchObject({ status: 409, code: 'POLICY_CHANGE_FINAL' });
    expect(await root.get('/audit-events/verification')).toMatchObject({ valid: true, notCovered: [] });
  });

  it('stays rejected when its policy changed since, or the same was asked for again', async () => {
    const { root, anna } = team;
    const model = await governed();
    const change = await asksFor(root, model, LOOSER);
    await decides(anna, change, 'reject');
    const other = await asksFor(root, model, { ...LOOSER, description: 'Other.' });
    const again = () => anna.problem('DELETE', `/policy-changes/${change.id}/approvals/mine`);
    expect(await again()).toMatchObject({ status: 409, code: 'POLICY_CHANGE_OPEN' });
    await decides(anna, other);
    expect(await again()).toMatchObject({ status: 409, code: 'STALE_POLICY' });
    expect(await root.get(`/policy-changes/${change.id}`)).toMatchObject({ status: 'rejected' });
  });

  it('is refused at once when it is not valid, and unknown ones are not found', async () => {
    const { root, viewer } = team;
    const model = await governed();
    expect(await root.problem('PUT', `/models/${model}/gate-policy`, { rules: [] })).toMatchObject({
      code: 'INVALID_POLICY',
    });
    const unknown = '/policy-changes/01936b2e-0000-7000-8000-000000000000';
    expect(await viewer.problem('GET', unknown)).toMatchObject({ status: 404, code: 'POLICY_CHANGE_NOT_FOUND' });
  });

  // The last one, since the registry's default then holds for every model.
  it('is needed where the default asks for it, of the default and of every model', async () => {
    const { ci, root, anna } = team;
    await root.setsPolicy(null, GOVERNED);
    const first = await asksFor(root, await ci.creates(), { ...GOVERNED, description: 'Own.' });
    const change = await root.put('/gate-policy', { ...ACCURACY_POLICY }, 202);
    expect([first.status, change.scope, change.model]).toEqual(['awaiting_approval', 'registry', null]);
    expect((await ci.get('/gate-policy')).revision).toBe(1);
    expect(await decides(anna, change)).toMatchObject({ status: 'applied', revision: 2 });
    expect(await inVain(anna, first)).toMatchObject({ status: 409, code: 'STALE_POLICY' });
    await asksFor(root, await ci.creates(), ACCURACY_POLICY, 200);
  });
});
