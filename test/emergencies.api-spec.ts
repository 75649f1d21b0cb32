import { Clock } from '../src/platform/clock.js';
import { OverdueReviews } from '../src/promotion/overrides/overdue-reviews.service.js';
import { TestApp } from './support/app/app.js';
import {
  ACCURACY_POLICY,
  type Fields,
  gatedModel,
  guardedModel,
  Person,
  type Team,
  teamOf,
} from './support/app/registry.js';
import { until } from './support/limits.js';

let app: TestApp;
let replica: TestApp;
let team: Team;
/** A second administrator. */
let ruth: Person;

beforeAll(async () => {
  app = await TestApp.start();
  replica = await TestApp.start({ beside: app });
  team = await teamOf(app);
  ruth = await Person.of(app, 'ruth', 'admin');
});
afterEach(() => setClock(0));
afterAll(async () => {
  await replica?.stop();
  await app?.stop();
});

/** Sets the clock of the service ahead by so many days. */
function setClock(days: number): void {
  app.nest.get(Clock, { strict: false }).now = () => new Date(Date.now() + days * 86_400_000);
}

/** A model with versions 1 and 2 promoted one after the other, 3 evaluated, and 2 rolled back. */
async function rolledBack(policy: Fields = {}): Promise<string> {
  const model = await gatedModel(team, [0.9, 0.9, 0.9], policy);
  await team.ci.promotes(model, 1);
  await team.ci.promotes(model, 2);
  await team.anna.rollsBack(model, { reason: 'Latency.' });
  return model;
}

describe('a hold', () => {
  it('is set by a rollback and keeps every version out of Production until a person lifts it', async () => {
    const { anna, ci, viewer } = team;
    const model = await rolledBack();
    const hold = await viewer.get(`/models/${model}/hold`);
    expect(hold).toMatchObject({ model, setBy: 'anna', reason: 'Rolled back to version 1: Latency.', liftedAt: null });
    expect(hold.transitionId).toEqual(expect.any(String));
    expect(await ci.isRefused(model, 3)).toMatchObject({
      status: 409,
      code: 'ON_HOLD',
      blockers: [{ code: 'ON_HOLD', permissions: ['hold:lift'], roles: ['approver', 'admin'], until: null }],
    });
    await ci.moves(model, 3, 'Staging');
    expect(await viewer.get(`/models/${model}`)).toMatchObject({ conditions: [{ code: 'on_hold' }] });
    expect((await ci.checks(model, 3)).blockers).toMatchObject([{ code: 'ON_HOLD' }]);
    const lifted = await anna.send('DELETE', `/models/${model}/hold`, { reason: 'Mended.' });
    expect(lifted.body).toMatchObject({ id: hold.id, liftedBy: 'anna', liftReason: 'Mended.' });
    await ci.promotes(model, 3);
    expect(await viewer.problem('GET', `/models/${model}/hold`)).toMatchObject({ status: 404, code: 'HOLD_NOT_FOUND' });
    expect((await viewer.audit(model)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['hold.set', 'hold.lifted']),
    );
  });

  it('does not keep a rollback back, and stays what the first one set', async () => {
    const { anna, viewer } = team;
    const model = await gatedModel(team, [0.9, 0.9, 0.9]);
    for (const version of [1, 2, 3]) await team.ci.promotes(model, version);
    await anna.rollsBack(model);
    const { id } = await viewer.get(`/models/${model}/hold`);
    expect(await anna.rollsBack(model)).toMatchObject({ version: 1 });
    expect(await viewer.get(`/models/${model}/hold`)).toMatchObject({ id });
  });

  it('is not set where the policy does without', async () => {
    const model = await rolledBack({ rollback: { hold: false } });
    await team.ci.promotes(model, 3);
  });

  it('is set and lifted by hand, holds on every replica for the next request, and takes no approval', async () => {
    const { anna, ben, ci } = team;
    const model = await guardedModel(team);
    const transition = await ci.asksFor(model, 2);
    const set = await anna.at(replica.url).put(`/models/${model}/hold`, { reason: 'Something is odd.' });
    expect(set).toMatchObject({ reason: 'Something is odd.', transitionId: null });
    expect(await anna.put(`/models/${model}/hold`, { reason: 'Again.' })).toMatchObject({ id: set.id });
    expect(await ben.approvesInVain(transition)).toMatchObject({ status: 409, code: 'ON_HOLD' });
    await anna.at(replica.url).send('DELETE', `/models/${model}/hold?reason=Fine`);
    expect(await ben.approves(transition)).toMatchObject({ status: 'applied' });
  });

  it('asks for a reason and for the right to lift it', async () => {
    const { anna, ci } = team;
    const model = await rolledBack();
    const path = `/models/${model}/hold`;
    expect(await anna.problem('DELETE', path)).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    for (const method of ['PUT', 'DELETE'])
      expect(await ci.problem(method, path, { reason: 'x' })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });
});

const breakGlass = (model: string, version: number) => `/models/${model}/versions/${version}/break-glass`;
const EMERGENCY = { toStage: 'Production', reason: 'Production answers nothing.', ticket: 'INC-7' };

describe('breaking glass', () => {
  it('needs another person, passes what it names, leaves the verdict, and opens a review', async () => {
    const { anna, root, viewer } = team;
    const model = await gatedModel(team, [0.9, 0.7]);
    await team.ci.promotes(model, 1);
    await anna.put(`/models/${model}/hold`, { reason: 'Odd.' });
    const asked = await root.post(breakGlass(model, 2), EMERGENCY, 202);
    expect(asked).toMatchObject({
      kind: 'override',
      status: 'awaiting_approval',
      override: { ticket: 'INC-7', bypassed: [{ code: 'ON_HOLD' }, { code: 'GATES_REFUSED' }], reviewDueDays: 3 },
      demand: { lacking: [{ role: 'break-glass', count: 1 }], excluded: [{ subject: 'root', reason: 'requester' }] },
      gateReport: { verdict: 'FAIL' },
    });
    expect(await root.approvesInVain(asked)).toMatchObject({ status: 403, code: 'SELF_APPROVAL' });
    expect(await anna.approvesInVain(asked)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    const listed = (person: Person) => person.get('/transitions?awaiting=me&kind=override');
    expect((await listed(anna)).items).toEqual([]);
    expect((await listed(ruth)).items).toMatchObject([{ id: asked.id }]);
    const applied = await ruth.approves(asked);
    expect(applied).toMatchObject({ status: 'applied', kind: 'override', summary: { verdict: 'FAIL' } });
    expect(await viewer.production(model)).toBe(2);
    const [review] = (await viewer.get(`/reviews?model=${model}`)).items;
    expect(review).toMatchObject({ transitionId: asked.id, version: 2, status: 'open', openedBy: 'root' });
    expect(Date.parse(review.dueAt) - Date.parse(review.openedAt)).toBe(3 * 86_400_000);
    expect((await viewer.get(`/models/${model}`)).conditions.map(({ code }: Fields) => code)).toEqual([
      'on_hold',
      'under_review',
    ]);
    expect((await viewer.send('GET', '//metrics')).body).toMatch(/^overrides_total [1-9]/m);
    expect(await viewer.get('/audit-events/verification')).toMatchObject({ valid: true });
  });

  it.each<[string, number[], Fields, Fields, number, string]>([
    ['nothing stands in the way', [0.9], {}, {}, 409, 'OVERRIDE_NOT_NEEDED'],
    ['the policy has no way past', [0.7], { override: { enabled: false } }, {}, 409, 'OVERRIDE_DISABLED'],
    [
      'the policy names what nobody passes',
      [0.7],
      { override: { never: ['BELOW_MINIMUM'] } },
      {},
      409,
      'NOT_OVERRIDABLE',
    ],
    ['the reason is too short', [0.7], { override: { reasonMinLength: 40 } }, {}, 400, 'REASON_TOO_SHORT'],
    [
      'the reason is padded',
      [0.7],
      { override: { reasonMinLength: 40 } },
      { reason: 'x'.padEnd(60) },
      400,
      'REASON_TOO_SHORT',
    ],
    ['the reason is blank', [0.7], {}, { reason: ' ' }, 400, 'VALIDATION_FAILED'],
    ['the ticket is blank', [0.7], {}, { ticket: ' ' }, 400, 'VALIDATION_FAILED'],
    ['the ticket lacks', [0.7], {}, { ticket: undefined }, 400, 'TICKET_REQUIRED'],
    ['the move is none', [0.7], { allowSkipStaging: false }, {}, 409, 'ILLEGAL_TRANSITION'],
    ['the incumbent is another', [0.7], {}, { expectedIncumbent: 9 }, 409, 'STALE_INCUMBENT'],
  ])('is refused where %s', async (_case, accuracies, policy, fields, status, code) => {
    const model = await gatedModel(team, accuracies, policy);
    const problem = await team.root.problem('POST', breakGlass(model, 1), { ...EMERGENCY, ...fields });
    expect(problem).toMatchObject({ status, code });
    if (status === 409) expect(problem.blockers[0].code).toBe(code);
  });

  it('never gets past a quarantine, or evidence that compares a version with itself', async () => {
    const { anna, ci, root } = team;
    const model = await gatedModel(team, [0.7]);
    await anna.quarantines(model, 1);
    expect(await root.problem('POST', breakGlass(model, 1), EMERGENCY)).toMatchObject({ code: 'VERSION_QUARANTINED' });
    const same = await ci.creates();
    await root.setsPolicy(same, ACCURACY_POLICY);
    for (const version of [1, 2]) {
      await ci.registers(same, { artifactDigest: `sha256:${'a'.repeat(64)}` });
      await ci.evaluates(same, version, { accuracy: 0.9 });
    }
    await ci.promotes(same, 1);
    const refused = await root.problem('POST', breakGlass(same, 2), EMERGENCY);
    expect(refused).toMatchObject({ status: 409, code: 'NOT_OVERRIDABLE', transition: { kind: 'override' } });
    expect(refused.detail).toContain('SELF_COMPARISON');
  });

  it('ends when its ground changes, and takes no confirmation of what came after it', async () => {
    const { anna, root } = team;
    const model = await gatedModel(team, [0.7, 0.7]);
    const first = await root.post(breakGlass(model, 1), EMERGENCY, 202);
    await anna.put(`/models/${model}/hold`, { reason: 'Odd.' });
    expect(await ruth.approvesInVain(first)).toMatchObject({ status: 409, code: 'ON_HOLD' });
    await anna.send('DELETE', `/models/${model}/hold`, { reason: 'Fine.' });
    await root.setsPolicy(model, { ...ACCURACY_POLICY, rules: [{ metric: 'accuracy', min: 0.85 }] });
    expect(await ruth.approvesInVain(first)).toMatchObject({
      status: 409,
      code: 'STALE_POLICY',
      transition: { status: 'stale' },
    });
  });

  it('is done by one person where the policy says so, but never under the preset regulated', async () => {
    const { ci, root } = team;
    const model = await gatedModel(team, [0.7], { override: { secondPerson: false, ticketRequired: false } });
    const done = await root.post(breakGlass(model, 1), { ...EMERGENCY, ticket: undefined }, 201);
    expect(done).toMatchObject({ status: 'applied', override: { ticket: null } });
    const policy = {
      preset: 'regulated',
      rules: [{ metric: 'accuracy', min: 0.8 }],
      override: { secondPerson: false },
    };
    expect(await root.problem('PUT', `/models/${model}/gate-policy`, policy)).toMatchObject({
      errors: [{ pointer: '/override/secondPerson', code: 'SECOND_PERSON_DEMANDED' }],
    });
    expect(await ci.problem('POST', breakGlass(model, 1), EMERGENCY)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });
});

describe('a review', () => {
  async function opened(): Promise<{ model: string; review: Fields & { id: string } }> {
    const model = await gatedModel(team, [0.7, 0.9]);
    const asked = await team.root.post(breakGlass(model, 1), EMERGENCY, 202);
    await ruth.approves(asked);
    const [review] = (await team.viewer.get(`/reviews?model=${model}&status=open`)).items;
    return { model, review };
  }

  it('keeps the model from being promoted from the moment it is due until another person closes it', async () => {
    const { anna, ci, root, viewer } = team;
    const { model, review } = await opened();
    const dueAt = Date.parse(String(review.dueAt));
    const clock = app.nest.get(Clock, { strict: false });
    clock.now = () => new Date(dueAt - 1);
    expect((await ci.checks(model, 2)).blockers).toEqual([]);
    clock.now = () => new Date(dueAt);
    expect(await ci.isRefused(model, 2)).toMatchObject({ status: 409, code: 'REVIEW_OVERDUE' });
    expect((await viewer.get(`/reviews?status=overdue&model=${model}`)).items).toMatchObject([{ status: 'overdue' }]);
    const close = { outcome: 'justified', comment: 'The old version answered nothing.' };
    expect(await root.problem('POST', `/reviews/${review.id}/close`, close)).toMatchObject({
      status: 403,
      code: 'OWN_REVIEW',
    });
    const closed = await anna.post(`/reviews/${review.id}/close`, close, 200);
    expect(closed).toMatchObject({ status: 'closed', closedBy: 'anna', ...close });
    expect(await anna.problem('POST', `/reviews/${review.id}/close`, close)).toMatchObject({ code: 'REVIEW_CLOSED' });
    expect((await viewer.get(`/reviews?model=${model}&status=overdue`)).items).toEqual([]);
    await ci.promotes(model, 2);
  });

  it('is told of once, when it is overdue', async () => {
    const { viewer } = team;
    const { model, review } = await opened();
    const reviews = app.nest.get(OverdueReviews, { strict: false });
    const told = async () => {
      await reviews.run();
      return (await viewer.get(`/audit-events?model=${model}&action=review.overdue`)).items;
    };
    expect(await told()).toEqual([]);
    setClock(3);
    // The service may be about to tell of it by itself.
    await until('the review is told of', async () => (await told()).length > 0);
    const { transitionId, dueAt, id: reviewId } = review;
    expect(await told()).toMatchObject([
      { actor: 'stagegate', version: 1, details: { reviewId, transitionId, dueAt } },
    ]);
    expect(await viewer.get('/audit-events/verification')).toMatchObject({ valid: true });
  });

  it('is closed by who may decide, and has to be there', async () => {
    const { ci, anna } = team;
    const { review } = await opened();
    const unknown = '/reviews/01936b2e-0000-7000-8000-000000000000';
    expect(await ci.problem('POST', `/reviews/${review.id}/close`, { outcome: 'x' })).toMatchObject({ status: 403 });
    expect(await anna.problem('GET', unknown)).toMatchObject({ status: 404, code: 'REVIEW_NOT_FOUND' });
    expect(await anna.problem('POST', `${unknown}/close`, { outcome: 'x' })).toMatchObject({ status: 404 });
  });
});

it('a soak that lasts says how long yet and until when', async () => {
  const { ci } = team;
  const rules = [...ACCURACY_POLICY.rules, { id: 'soak', kind: 'soak', minDuration: 'P2D' }];
  const model = await gatedModel(team, [0.9], { rules });
  const { appliedAt } = await ci.moves(model, 1, 'Staging');
  const until = new Date(Date.parse(appliedAt) + 2 * 86_400_000).toISOString();
  const refused = await ci.isRefused(model, 1);
  expect(refused.blockers).toMatchObject([{ code: 'GATES_REFUSED' }, { code: 'SOAK_TOO_SHORT', until }]);
  expect(refused.blockers[1].detail).toMatch(/^The version stays in Staging for (48 h 0|47 h \d+) min more, until /);
  expect((await ci.checks(model, 1)).blockers).toMatchObject([{ code: 'SOAK_TOO_SHORT', until }]);
});
