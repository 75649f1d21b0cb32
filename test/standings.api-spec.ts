import { KeepWhatListsShow1795890200000 } from '../migrations/1795890200000-keep-what-lists-show.js';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
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
const standing = (who: Person, { id }: { id: string }): Promise<Json> => who.get(`/transitions/${id}/standing`);
const idsOf = (items: Json[]) => items.map(({ id }: Json) => id);

describe('a list of transitions', () => {
  it('says of each what the gates said, with the worst measure', async () => {
    const { ci } = team;
    const model = await guarded();
    await ci.evaluates(model, 2, [
      { name: 'accuracy', value: 0.85, count: 10_000 },
      { name: 'accuracy', slice: { sex: 'Female' }, value: 0.89, count: 4_000 },
    ]);
    const { transition, gateReport } = await ci.isRefused(model, 2);
    const summary = {
      verdict: 'FAIL',
      message: gateReport.message,
      reportDigest: gateReport.digest,
      worst: {
        ruleId: gateReport.rules[0].id,
        metric: 'accuracy',
        slice: {},
        status: 'FAIL',
        margin: 0.01,
        limit: { kind: 'change', at: -0.01 },
        count: 10_000,
      },
    };
    const [listed] = (await ci.get(`/models/${model}/transitions`)).items;
    expect(listed.summary).toMatchObject(summary);
    const { worst } = listed.summary;
    expect(worst.improvement).toBeCloseTo(-0.05);
    expect([worst.limit.reached, worst.limit.room]).toEqual([worst.improvement, worst.improvement + 0.01]);
    expect(listed).toEqual(await ci.get(`/transitions/${transition.id}`));
    expect(transition.summary).toEqual(listed.summary);
    await app.dataSource.query('ALTER TABLE gate_reports DISABLE TRIGGER USER');
    await app.dataSource.query('UPDATE gate_reports SET headline = NULL');
    await app.dataSource.query('ALTER TABLE gate_reports ENABLE TRIGGER USER');
    expect(await ci.get(`/transitions/${transition.id}`)).toEqual(listed);
    const [runner, migration] = [app.dataSource.createQueryRunner(), new KeepWhatListsShow1795890200000()];
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    const [{ kept }] = await app.dataSource.query('SELECT count(headline) = count(*) AS kept FROM gate_reports');
    expect(kept).toBe(true);
    // What an earlier release kept knows of no limit.
    const earlier = { ...listed.summary, worst: { ...worst, ruleId: null, limit: null } };
    expect(await ci.get(`/transitions/${transition.id}`)).toEqual({ ...listed, summary: earlier });
  });

  it('is asked for by model, version, requester and time, page by page', async () => {
    const { ci, root } = team;
    const model = await guarded(undefined, 4);
    const requests = [await ci.asksFor(model, 2), await root.asksFor(model, 3), await ci.asksFor(model, 4)];
    const [second, third, fourth] = requests as [Json, Json, Json];
    const list = async (query: string) => idsOf(await ci.readsAll(`/transitions?model=${model}&${query}`, 1));
    expect(await list('status=awaiting_approval')).toEqual(idsOf([fourth, third, second]));
    expect(await list('requestedBy=root')).toEqual([third.id]);
    expect(await list('version=4')).toEqual([fourth.id]);
    expect(await list(`from=${third.requestedAt}&sort=requestedAt`)).toEqual(idsOf([third, fourth]));
    expect(await list(`from=${second.requestedAt}&to=${fourth.requestedAt}`)).toEqual(idsOf([third, second]));
    const filtered = await ci.readsAll(`/models/${model}/transitions?version=3&requestedBy=root`);
    expect(idsOf(filtered)).toEqual([third.id]);
    expect(await ci.problem('GET', '/transitions?model=nothing')).toMatchObject({ code: 'MODEL_NOT_FOUND' });
    expect(await ci.problem('GET', '/transitions?awaiting=you')).toMatchObject({ status: 400 });
    expect(await ci.problem('GET', '/transitions?from=soon')).toMatchObject({ status: 400 });
  });
});

describe('what a transition waits for', () => {
  it('is said slot by slot, with who is excluded and why, and whether the caller may decide', async () => {
    const { ci, anna, ben, viewer } = team;
    const request = await ci.asksFor(await guarded(slots(2)), 2);
    const demand = {
      slots: [
        { role: 'approver', filledBy: null },
        { role: 'approver', filledBy: null },
      ],
      lacking: [{ role: 'approver', count: 2 }],
      excluded: expect.arrayContaining([
        { subject: 'ci', reason: 'registrant' },
        { subject: 'ci', reason: 'requester' },
      ]),
    };
    expect(request.demand).toEqual(demand);
    expect(request.mayDecide).toMatchObject({ allowed: false, code: 'FORBIDDEN' });
    const half = await anna.approves(request);
    expect(half.demand).toMatchObject({ slots: [{ filledBy: 'anna' }, { filledBy: null }], lacking: [{ count: 1 }] });
    expect(half.mayDecide).toMatchObject({ allowed: false, code: 'ALREADY_DECIDED' });
    const seen = (who: Person) => who.get(`/transitions/${request.id}`);
    expect((await seen(ben)).mayDecide).toEqual({ allowed: true, code: null, reason: null });
    expect((await seen(viewer)).mayDecide).toMatchObject({
      code: 'FORBIDDEN',
      reason: expect.stringContaining('approver'),
    });
    const done = await ben.approves(request);
    expect(done).toMatchObject({ demand: { lacking: [] }, mayDecide: { allowed: false, code: 'TRANSITION_FINAL' } });
  });

  it('is listed for exactly those who may decide', async () => {
    const { ci, root } = team;
    const model = await guarded({ approvals: { slots: [{ role: 'approver' }, { role: 'risk' }] } });
    const mine = await guarded(slots(2));
    const holder = async (subject: string, roles: string[], approvalRoles: string[] = []) => {
      const { token } = await root.post('/tokens', { subject, roles, approvalRoles });
      return new Person(app.url, token, subject);
    };
    const anna = await holder('anna', ['approver']);
    const people = [
      anna,
      team.viewer,
      ci,
      await holder('CI', ['approver']),
      await holder('rik', ['approver'], ['risk']),
      await holder('may', ['contributor'], ['risk']),
      await holder('adm', ['admin']),
      root,
    ];
    const requests = [await ci.asksFor(model, 2), await ci.asksFor(mine, 2)];
    await anna.approves(requests[1]);
    await root.asksFor(await guarded(), 2);
    for (const person of people) {
      const open = await person.readsAll('/transitions?status=awaiting_approval');
      const allowed = open.filter(({ mayDecide }: Json) => mayDecide.allowed);
      expect([person.subject, idsOf(await person.readsAll('/transitions?awaiting=me', 1))]).toEqual([
        person.subject,
        idsOf(allowed),
      ]);
    }
    expect(idsOf(await anna.readsAll('/transitions?awaiting=me'))).not.toContain(requests[1].id);
  });

  it('is found of a request that an earlier release left open', async () => {
    const { ci, anna } = team;
    const request = await ci.asksFor(await guarded(), 2);
    await app.dataSource.query('ALTER TABLE transitions DISABLE TRIGGER USER');
    await app.dataSource.query('UPDATE transitions SET approval_demand = NULL WHERE id = $1', [request.id]);
    await app.dataSource.query('ALTER TABLE transitions ENABLE TRIGGER USER');
    const shown = await anna.get(`/transitions/${request.id}`);
    expect(shown).toMatchObject({ demand: request.demand, mayDecide: { allowed: true } });
    expect((await anna.get('/transitions?awaiting=me')).items).toContainEqual(shown);
    expect(await anna.approves(request)).toMatchObject({ status: 'applied' });
  });
});

describe('the standing of a transition', () => {
  it('says that the ground holds, and what an approval makes of it', async () => {
    const { ci, anna, ben } = team;
    const request = await ci.asksFor(await guarded(slots(2)), 2);
    const told = await standing(anna, request);
    expect(told).toMatchObject({
      status: 'awaiting_approval',
      holds: true,
      reportDigest: request.gateReport.digest,
      blockers: [{ code: 'APPROVALS_LACKING', roles: ['approver'] }],
      mayDecide: { allowed: true },
      ifApproved: { status: 'awaiting_approval', code: null },
    });
    expect(told.pins.map(({ pin, holds }: Json) => [pin, holds])).toEqual(
      ['incumbent', 'stage', 'policy', 'evidence', 'artifact'].map((pin) => [pin, true]),
    );
    await anna.approves(request, { expectedReportDigest: told.reportDigest });
    expect(await standing(anna, request)).toMatchObject({ mayDecide: { code: 'ALREADY_DECIDED' }, ifApproved: null });
    expect(await standing(ben, request)).toMatchObject({ ifApproved: { status: 'applied', code: null, detail: null } });
    await ben.approves(request);
    expect(await standing(ben, request)).toMatchObject({ status: 'applied', holds: false, pins: [], blockers: [] });
    expect(await ben.problem('GET', '/transitions/0192c000-0000-7000-8000-000000000000/standing')).toMatchObject({
      status: 404,
    });
  });

  it.each<[string, string, (model: string) => Promise<unknown>, string, string]>([
    ['evidence', 'STALE_EVIDENCE', (model) => team.ci.evaluates(model, 1, { accuracy: 0.5 }), 'evidence', 'ci'],
    [
      'policy',
      'STALE_POLICY',
      (model) => team.root.setsPolicy(model, { ...ACCURACY_POLICY, ...slots(3) }),
      'policy',
      'root',
    ],
    ['quarantine', 'VERSION_QUARANTINED', (model) => team.ben.quarantines(model, 2), '', ''],
  ])('says what of the ground changed: %s', async (_, code, change, pin, by) => {
    const { ci, anna } = team;
    const model = await guarded();
    const request = await ci.asksFor(model, 2);
    await change(model);
    const told = await standing(anna, request);
    expect(told.blockers[0]).toMatchObject({ code, roles: expect.arrayContaining(['admin']) });
    expect(told.ifApproved).toMatchObject({ status: 'stale', code });
    expect(told.holds).toBe(pin === '');
    const changed = told.pins.filter(({ holds }: Json) => !holds);
    expect(changed.map((each: Json) => [each.pin, each.changedBy])).toEqual(pin === '' ? [] : [[pin, by]]);
    for (const { pinned, current, changedAt } of changed) {
      expect(pinned).not.toBe(current);
      expect(Date.parse(changedAt)).toBeGreaterThan(Date.parse(request.requestedAt));
    }
    expect(await anna.get(`/transitions/${request.id}`)).toMatchObject({ status: 'awaiting_approval' });
    expect(await anna.approvesInVain(request)).toMatchObject({ status: 409, code });
    expect(await standing(anna, request)).toMatchObject({ blockers: [{ code: 'TRANSITION_FINAL' }], ifApproved: null });
  });

  it('never disagrees with the decision, whatever happened before it', async () => {
    const { ci, anna, ben, root } = team;
    const changes: ((model: string) => Promise<unknown>)[] = [
      (model) => ci.evaluates(model, 2, { accuracy: 0.7 }),
      (model) => root.setsPolicy(model, { ...ACCURACY_POLICY, ...slots(2), defaults: { minSliceSize: 9 } }),
      (model) => ben.quarantines(model, 2),
      (model) => root.moves(model, 1, 'Archived', { reason: 'Gone.', allowEmptyProduction: true }),
      (model) => root.moves(model, 3, 'Staging'),
      () => Promise.resolve(),
    ];
    for (const [index, change] of changes.entries()) {
      const model = await guarded(slots((index % 2) + 1), 3);
      const request = await ci.asksFor(model, 2);
      await change(model);
      // Others act at the same moment: what was told is compared with what came of it only where nothing came between.
      const before = await standing(anna, request);
      const answer = await anna.send('POST', `/transitions/${request.id}/approvals`, { decision: 'approve' });
      const after = await anna.get(`/transitions/${request.id}`);
      expect([index, before.ifApproved?.status ?? before.status]).toEqual([index, after.status]);
      if (answer.status >= 400 && before.ifApproved) expect(answer.body.code).toBe(before.ifApproved.code);
    }
  });

  it('agrees with decisions that are taken at the same time', async () => {
    const { ci, anna, ben } = team;
    const model = await guarded(undefined, 3);
    const [one, other] = [await ci.asksFor(model, 2), await ci.asksFor(model, 3)];
    const answers = await Promise.all([
      anna.send('POST', `/transitions/${one.id}/approvals`, { decision: 'approve' }),
      ben.send('POST', `/transitions/${other.id}/approvals`, { decision: 'approve' }),
      ...Array.from({ length: 6 }, () => anna.send('GET', `/transitions/${one.id}/standing`)),
    ]);
    expect(answers.slice(0, 2).filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status, body } of answers.slice(2)) {
      expect(status).toBe(200);
      const isOpen = body.status === 'awaiting_approval';
      expect([body.holds, body.ifApproved?.status]).toEqual([isOpen, isOpen ? 'applied' : undefined]);
    }
  });
});

describe('a decision on the report that was on the screen', () => {
  it('is taken on that one and on no other', async () => {
    const { ci, anna } = team;
    const request = await ci.asksFor(await guarded(), 2);
    const path = `/transitions/${request.id}/approvals`;
    const other = `sha256:${'0'.repeat(64)}`;
    for (const decision of ['approve', 'reject'])
      expect(await anna.problem('POST', path, { decision, expectedReportDigest: other })).toMatchObject({
        status: 409,
        code: 'REPORT_MISMATCH',
      });
    expect(await anna.problem('POST', path, { decision: 'approve', expectedReportDigest: 'x' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/expectedReportDigest' }],
    });
    expect(await anna.get(`/transitions/${request.id}`)).toMatchObject({ status: 'awaiting_approval', approvals: [] });
    const expectedReportDigest = request.summary.reportDigest;
    expect(await anna.approves(request, { expectedReportDigest })).toMatchObject({ status: 'applied' });
  });
});
