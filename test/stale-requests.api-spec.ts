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

describe('a request whose ground moved', () => {
  it.each<[string, string, (model: string) => Promise<unknown>]>([
    ['new evidence of the version', 'STALE_EVIDENCE', (model) => team.ci.evaluates(model, 2, { accuracy: 0.91 })],
    ['new evidence of the incumbent', 'STALE_EVIDENCE', (model) => team.ci.evaluates(model, 1, { accuracy: 0.5 })],
    [
      'another policy',
      'STALE_POLICY',
      (model) => team.root.setsPolicy(model, { ...ACCURACY_POLICY, ...slots(1), defaults: { minSliceSize: 7 } }),
    ],
    ['more approvals', 'STALE_POLICY', (model) => team.root.setsPolicy(model, { ...ACCURACY_POLICY, ...slots(3) })],
    ['a quarantine', 'VERSION_QUARANTINED', (model) => team.ben.quarantines(model, 2)],
  ])('by %s is answered 409, ends, and is asked for anew', async (_, code, change) => {
    const { ci, anna } = team;
    const model = await guarded();
    const request = await ci.asksFor(model, 2);
    await change(model);
    const problem = await anna.approvesInVain(request);
    expect(problem).toMatchObject({ status: 409, code, transition: { id: request.id, code } });
    expect(await ci.get(`/transitions/${request.id}`)).toMatchObject({ status: 'stale', code, approvals: [] });
    expect(await ci.production(model)).toBe(1);
    expect((await ci.audit(model)).at(-1)).toMatchObject({ action: 'transition.stale', details: { code } });
    expect(await anna.approvesInVain(request)).toMatchObject({ status: 409, code: 'TRANSITION_FINAL' });
  });

  it.each<[string, (model: string) => Promise<unknown>]>([
    ['another promotion', (model) => team.ci.asksFor(model, 3).then((other) => team.ben.approves(other))],
    ['an emptied Production', (model) => team.anna.archives(model, 1, { allowEmptyProduction: true })],
    ['a step of the version itself', (model) => team.ci.promotes(model, 2, 'Staging')],
  ])('by %s ends with it', async (_, change) => {
    const { ci, anna } = team;
    const model = await guarded(undefined, 3);
    const request = await ci.asksFor(model, 2);
    await change(model);
    expect(await ci.get(`/transitions/${request.id}`)).toMatchObject({ status: 'stale', code: 'STALE_INCUMBENT' });
    expect(await anna.approvesInVain(request)).toMatchObject({ status: 409, code: 'TRANSITION_FINAL' });
  });

  it('gives way to a new request without being asked', async () => {
    const { ci, anna } = team;
    const model = await guarded();
    const request = await ci.asksFor(model, 2);
    await ci.evaluates(model, 2, { accuracy: 0.92 });
    const anew = await ci.asksFor(model, 2);
    expect(anew.gateReport.digest).not.toBe(request.gateReport.digest);
    expect((await ci.get(`/transitions/${request.id}`)).status).toBe('stale');
    expect((await anna.approves(anew)).status).toBe('applied');
  });
});

describe('at once', () => {
  it('the approvals of several persons count each, and the last one applies', async () => {
    const { ci, anna, ben, root } = team;
    const model = await guarded(slots(3));
    const request = await ci.asksFor(model, 2);
    const answers = await Promise.all([anna, ben, root].map((who) => who.approves(request)));
    expect(answers.map(({ status }) => status).sort()).toEqual(['applied', 'awaiting_approval', 'awaiting_approval']);
    expect(await ci.stages(model)).toEqual(['Archived', 'Production']);
  });

  it('the same person counts once, and a veto is never overrun', async () => {
    const { ci, anna, ben } = team;
    const model = await guarded(slots(2));
    const request = await ci.asksFor(model, 2);
    const path = `/transitions/${request.id}/approvals`;
    const twice = await Promise.all([1, 2, 3].map(() => anna.send('POST', path, { decision: 'approve' })));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const [, other] = await Promise.all([
      ben.send('POST', path, { decision: 'reject' }),
      ci.send('POST', `/transitions/${request.id}/cancel`),
    ]);
    expect([200, 409]).toContain(other.status);
    expect(['rejected', 'cancelled']).toContain((await ci.get(`/transitions/${request.id}`)).status);
    expect(await ci.production(model)).toBe(1);
  });
});

describe('cancelling', () => {
  it('is for the requester and for admins, once', async () => {
    const { ci, anna, root } = team;
    const other = await Person.of(app, 'another-build', 'contributor');
    const model = await guarded(undefined, 3);
    const [request, second] = [await ci.asksFor(model, 2), await ci.asksFor(model, 3)];
    const path = `/transitions/${request.id}/cancel`;
    expect(await other.problem('POST', path)).toMatchObject({ status: 403, code: 'NOT_THE_REQUESTER' });
    expect(await anna.problem('POST', path)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect((await app.anonymous().send('POST', path)).status).toBe(401);
    expect(await ci.cancels(request)).toMatchObject({ status: 'cancelled', settledBy: 'ci', code: 'CANCELLED' });
    expect(await root.cancels(second)).toMatchObject({ status: 'cancelled', settledBy: 'root' });
    expect(await ci.problem('POST', path)).toMatchObject({ status: 409, code: 'TRANSITION_FINAL' });
    expect(await anna.approvesInVain(request)).toMatchObject({ status: 409, code: 'TRANSITION_FINAL' });
    expect((await ci.audit(model)).at(-1)).toMatchObject({ action: 'transition.cancelled', actor: 'root' });
  });

  it.each(['approvals', 'cancel'])('and deciding (%s) need a transition that exists and a sound body', async (what) => {
    const body = what === 'approvals' ? { decision: 'approve' } : undefined;
    const unknown = `/transitions/01890000-0000-7000-8000-000000000000/${what}`;
    expect(await team.root.problem('POST', unknown, body)).toMatchObject({ status: 404, code: 'TRANSITION_NOT_FOUND' });
    expect((await team.root.problem('POST', `/transitions/7/${what}`, body)).status).toBe(400);
    for (const wrong of [
      {},
      { decision: 'yes' },
      { decision: 'approve', comment: '' },
      { decision: 'approve', as: 'anna' },
    ])
      expect(
        (await team.root.problem('POST', '/transitions/01890000-0000-7000-8000-000000000000/approvals', wrong)).status,
      ).toBe(400);
  });
});

/** The last one, since all models without a policy of their own answer to the default from here on. */
it('a request under a default policy that was replaced is stale as well', async () => {
  const { ci, anna, root } = team;
  const document = { ...ACCURACY_POLICY, approvals: undefined };
  await root.setsPolicy(null, document);
  const model = await ci.creates();
  await ci.registers(model);
  await ci.evaluates(model, 1, { accuracy: 0.9 });
  const request = await ci.asksFor(model, 1);
  await root.setsPolicy(null, { ...document, allowSkipStaging: true, rules: [{ metric: 'accuracy', min: 0.85 }] });
  expect(await anna.approvesInVain(request)).toMatchObject({ status: 409, code: 'STALE_POLICY' });
});
