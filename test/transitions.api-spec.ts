import { STAGES, type Stage } from '../src/values/stage.js';
import { findMove, MOVES } from '../src/promotion/transitions/lifecycle.js';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ACCURACY_POLICY, type Fields, type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

async function openModel(versions: number): Promise<string> {
  const model = await team.ci.creates();
  await team.root.setsPolicy(model, { preset: 'open' });
  await team.ci.registersMany(model, versions);
  return model;
}

/** A model whose version 1 stands in a stage; with Production, nothing stands beside it. */
async function standingIn(stage: Stage): Promise<string> {
  const model = await openModel(2);
  if (stage !== 'None') await team.root.moves(model, 1, stage, { reason: 'To begin with.' });
  return model;
}

const codesOf = ({ blockers }: Json): string[] => blockers.map(({ code }: Json) => code);
const REASON = { reason: 'Because.', allowEmptyProduction: true };

describe('the moves of the lifecycle', () => {
  const pairs = STAGES.flatMap((from) => STAGES.map((to): [Stage, Stage] => [from, to]));

  it.each(pairs)('from %s to %s', async (from, to) => {
    const { root } = team;
    const model = await standingIn(from);
    const move = findMove(from, to, false);
    const path = `/models/${model}/versions/1/transitions`;
    if (!move) {
      const problem = await root.problem('POST', path, { toStage: to, ...REASON });
      expect(problem).toMatchObject({ status: 409, code: 'ILLEGAL_TRANSITION' });
      expect(await root.stages(model)).toEqual([from, 'None']);
      expect((await root.audit(model)).at(-1)).toMatchObject({
        action: 'transition.refused',
        details: { fromStage: from, toStage: to, code: 'ILLEGAL_TRANSITION' },
      });
      return;
    }
    const applied = await root.moves(model, 1, to, REASON);
    expect(applied).toMatchObject({
      kind: move.kind,
      fromStage: from,
      toStage: to,
      status: 'applied',
      reason: 'Because.',
    });
    expect(applied.gateReport === null).toBe(!move.gated);
    expect(await root.stages(model)).toEqual([to, 'None']);
    expect(await root.get(`/transitions/${applied.id}`)).toMatchObject({ id: applied.id, status: 'applied' });
  });

  it.each(STAGES)('a rollback to a version in %s that never held Production is none of them', async (stage) => {
    const { root } = team;
    const model = await openModel(2);
    if (stage === 'Production') await root.promotes(model, 1);
    else if (stage !== 'None') await root.moves(model, 1, stage, REASON);
    const problem = await root.problem('POST', `/models/${model}/rollback`, { reason: 'x', toVersion: 1 });
    expect(problem.status).toBe(409);
    expect(['ILLEGAL_TRANSITION', 'NEVER_IN_PRODUCTION']).toContain(problem.code);
  });

  it.each(MOVES.filter((move) => move.reasonRequired && move.kind !== 'rollback'))(
    '$kind from $from to $to needs a reason',
    async ({ from, to }) => {
      const { root } = team;
      const model = await standingIn(from);
      const problem = await root.isRefused(model, 1, to, { allowEmptyProduction: true });
      expect(problem).toMatchObject({ status: 400, code: 'REASON_REQUIRED', errors: [{ pointer: '/reason' }] });
      expect(await root.stages(model)).toEqual([from, 'None']);
    },
  );

  it.each<[Stage]>([['Staging'], ['Archived']])('to %s, Production is left empty only on demand', async (to) => {
    const { root } = team;
    const model = await standingIn('Production');
    for (const fields of [{ reason: 'x' }, { reason: 'x', allowEmptyProduction: false }]) {
      const problem = await root.isRefused(model, 1, to, fields);
      expect(problem).toMatchObject({ status: 409, code: 'PRODUCTION_WOULD_BE_EMPTY' });
    }
    expect(await root.moves(model, 1, to, REASON)).toMatchObject({ displacedVersion: null });
    expect(await root.production(model)).toBeNull();
    expect((await root.problem('GET', `/models/${model}/stages/Production`)).code).toBe('STAGE_EMPTY');
  });

  it('everything that turns a demand down before the gates is told at once', async () => {
    const { anna, root } = team;
    const model = await standingIn('Production');
    const archived = await root.isRefused(model, 1, 'Archived');
    expect(archived).toMatchObject({
      status: 400,
      code: 'REASON_REQUIRED',
      errors: [
        { pointer: '/reason', code: 'REQUIRED' },
        { pointer: '', code: 'PRODUCTION_WOULD_BE_EMPTY' },
      ],
    });
    await root.setsPolicy(model, { ...ACCURACY_POLICY, override: { reasonMinLength: 30 } });
    await anna.quarantines(model, 2);
    const emergency = { toStage: 'Production', reason: 'All is down.' };
    const path = `/models/${model}/versions/2/break-glass`;
    expect(await root.problem('POST', path, emergency)).toMatchObject({
      status: 400,
      code: 'REASON_TOO_SHORT',
      errors: [
        { pointer: '/reason', code: 'TOO_SHORT' },
        { pointer: '/ticket', code: 'REQUIRED' },
        { pointer: '', code: 'VERSION_QUARANTINED' },
      ],
    });
    const refused = await root.isRefused(model, 2, 'Production', { expectedIncumbent: 9 });
    expect([refused.status, refused.code]).toEqual([409, 'VERSION_QUARANTINED']);
    expect(codesOf(refused).slice(0, 2)).toEqual(['VERSION_QUARANTINED', 'STALE_INCUMBENT']);
    await root.setsPolicy(model, { ...ACCURACY_POLICY, override: { enabled: false } });
    const disabled = await root.problem('POST', path, emergency);
    expect([disabled.status, disabled.code]).toEqual([409, 'OVERRIDE_DISABLED']);
    expect(codesOf(disabled).slice(0, 3)).toEqual(['OVERRIDE_DISABLED', 'TICKET_REQUIRED', 'VERSION_QUARANTINED']);
  });

  it('None to Production passes Staging over only where the policy allows it', async () => {
    const { ci, root } = team;
    const model = await openModel(1);
    await root.setsPolicy(model, { ...ACCURACY_POLICY, allowSkipStaging: false });
    await ci.evaluates(model, 1, { accuracy: 0.9 });
    expect(await ci.isRefused(model, 1)).toMatchObject({ status: 409, code: 'ILLEGAL_TRANSITION' });
    await ci.promotes(model, 1, 'Staging');
    await ci.promotes(model, 1);
  });

  it('Archived to Staging is judged by the gates of Staging', async () => {
    const { ci, root } = team;
    const model = await openModel(1);
    await ci.archives(model, 1);
    const rules = [{ metric: 'accuracy', min: 0.8 }];
    await root.setsPolicy(model, { stages: { Staging: { rules } } });
    await ci.evaluates(model, 1, { accuracy: 0.5 });
    expect(await ci.isRefused(model, 1, 'Staging')).toMatchObject({ status: 422, code: 'GATES_REFUSED' });
    await ci.evaluates(model, 1, { accuracy: 0.85 });
    expect(await ci.moves(model, 1, 'Staging')).toMatchObject({ kind: 'restore', gateReport: { verdict: 'PASS' } });
  });
});

describe('a promotion', () => {
  it('displaces the version before it in the same moment', async () => {
    const { ci } = team;
    const model = await openModel(2);
    await ci.promotes(model, 1);
    const applied = await ci.promotes(model, 2, 'Production', { reason: 'Better.' });
    expect(applied).toMatchObject({ displacedVersion: 1, requestedBy: 'ci', settledBy: 'ci', code: null });
    const displaced = await ci.get(`/models/${model}/versions/1`);
    expect(displaced).toMatchObject({ stage: 'Archived', stageEnteredAt: applied.appliedAt });
    expect((await ci.get(`/models/${model}`)).updatedAt).toBe(applied.appliedAt);
    const events = (await ci.audit(model)).filter(({ action }) => action === 'transition.applied');
    expect(events.at(-1)).toMatchObject({
      version: 2,
      details: { displacedVersion: 1, incumbent: 1, reason: 'Better.' },
    });
  });

  it.each<[string, Fields, number, string | undefined]>([
    ['the right incumbent', { expectedIncumbent: 1 }, 201, undefined],
    ['another incumbent', { expectedIncumbent: 2 }, 409, 'STALE_INCUMBENT'],
    ['no incumbent', { expectedIncumbent: null }, 409, 'STALE_INCUMBENT'],
    ['nothing of it', {}, 201, undefined],
  ])('that expects %s', async (_, fields, status, code) => {
    const { ci } = team;
    const model = await openModel(3);
    await ci.promotes(model, 1, 'Production', { expectedIncumbent: null });
    const answer = await ci.send('POST', `/models/${model}/versions/3/transitions`, {
      toStage: 'Production',
      ...fields,
    });
    expect(answer).toMatchObject({ status });
    expect(answer.body.code ?? undefined).toBe(code);
    expect(await ci.production(model)).toBe(status === 201 ? 3 : 1);
    if (status === 409) expect(answer.body.transition).toMatchObject({ status: 'stale', code });
  });

  it('that two ask for at once is applied once, and judged anew for the other', async () => {
    const { ci } = team;
    const model = await openModel(3);
    await ci.promotes(model, 1);
    const send = (version: number) =>
      ci.send('POST', `/models/${model}/versions/${version}/transitions`, {
        toStage: 'Production',
        expectedIncumbent: 1,
      });
    const answers = await Promise.all([send(2), send(3)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await ci.stages(model)).filter((stage) => stage === 'Production')).toHaveLength(1);
  });
});

describe('who may move what', () => {
  it.each<[Stage, Stage, keyof Team, number]>([
    ['None', 'Staging', 'ci', 201],
    ['None', 'Staging', 'anna', 403],
    ['None', 'Production', 'anna', 403],
    ['None', 'Archived', 'anna', 201],
    ['Staging', 'Archived', 'anna', 201],
    ['Staging', 'None', 'anna', 403],
    ['None', 'Archived', 'ci', 201],
    ['Production', 'Archived', 'ci', 403],
    ['Production', 'Staging', 'ci', 403],
    ['Production', 'Archived', 'anna', 201],
    ['Production', 'Staging', 'anna', 201],
    ['Archived', 'Staging', 'anna', 403],
    ['Archived', 'None', 'ci', 201],
    ['None', 'Staging', 'viewer', 403],
  ])('%s to %s by %s is %i', async (from, to, who, status) => {
    const model = await standingIn(from);
    const answer = await team[who].send('POST', `/models/${model}/versions/1/transitions`, { toStage: to, ...REASON });
    expect(answer.status).toBe(status);
    if (status !== 403) return;
    expect(answer.body.code).toBe('FORBIDDEN');
    expect(await team.ci.stages(model)).toEqual([from, 'None']);
    const denials = (await team.root.get('/audit-events?action=access.denied&limit=5')).items;
    expect(denials[0]).toMatchObject({ actor: team[who].subject });
  });

  it('nobody moves anything without a token', async () => {
    const model = await openModel(1);
    for (const path of [`/models/${model}/versions/1/transitions`, `/models/${model}/rollback`])
      expect((await app.anonymous().send('POST', path, { toStage: 'Staging', reason: 'x' })).status).toBe(401);
    for (const path of ['/transitions', `/models/${model}/transitions`])
      expect((await app.anonymous().send('GET', path)).status).toBe(401);
  });
});

describe('the history', () => {
  it('lists every transition of a model, refusals too, newest first', async () => {
    const { ci, root, viewer } = team;
    const model = await openModel(1);
    const first = await ci.promotes(model, 1, 'Staging');
    await root.setsPolicy(model, ACCURACY_POLICY);
    await ci.evaluates(model, 1, { accuracy: 0.1 });
    const { transition } = await ci.isRefused(model, 1);
    const last = await ci.archives(model, 1);
    const { items } = await viewer.get(`/models/${model}/transitions`);
    expect(items.map(({ id, status, kind }: Json) => [id, status, kind])).toEqual([
      [last.id, 'applied', 'archive'],
      [transition.id, 'refused', 'promote'],
      [first.id, 'applied', 'promote'],
    ]);
    expect((await viewer.get(`/models/${model}/transitions?status=refused`)).items).toEqual([transition]);
    expect((await viewer.get(`/models/${model}/transitions?kind=archive`)).items).toEqual([items[0]]);
    const all = await viewer.readsAll('/transitions?status=refused');
    expect(all.map(({ id }) => id)).toContain(transition.id);
  });

  it.each([
    ['GET', '/models/nobody/transitions', 404],
    ['GET', '/transitions?status=done', 400],
    ['GET', '/transitions?kind=move', 400],
    ['GET', '/transitions/01890000-0000-7000-8000-000000000000', 404],
    ['GET', '/transitions/x', 400],
    ['POST', '/models/nobody/versions/1/transitions', 404],
    ['POST', '/models/nobody/rollback', 404],
  ])('%s %s is %i', async (method, path, status) => {
    const body = method === 'GET' ? undefined : path.endsWith('rollback') ? { reason: 'x' } : { toStage: 'Staging' };
    expect((await team.root.problem(method, path, body)).status).toBe(status);
  });

  it.each<Fields>([
    {},
    { toStage: 'production' },
    { toStage: 'Staging', reason: '' },
    { toStage: 'Staging', reason: null },
    { toStage: 'Staging', expectedIncumbent: '1' },
    { toStage: 'Staging', expectedIncumbent: 0 },
    { toStage: 'Staging', allowEmptyProduction: 'yes' },
    { toStage: 'Staging', force: true },
    { toStage: 'Staging', kind: 'rollback' },
  ])('a request of %j is 400 and recorded nowhere', async (body) => {
    const model = await openModel(1);
    const problem = await team.ci.problem('POST', `/models/${model}/versions/1/transitions`, body);
    expect(problem).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
    expect((await team.ci.get(`/models/${model}/transitions`)).items).toEqual([]);
  });
});
