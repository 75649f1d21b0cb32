import { TestApp } from './support/app/app.js';
import { ACCURACY_POLICY, type Fields, type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

/** A model under this policy whose versions of these accuracies went into Production one after another. */
async function promotedInTurn(accuracies: number[], policy: Fields = {}): Promise<string> {
  const { ci, root } = team;
  const model = await ci.creates();
  await root.setsPolicy(model, { ...ACCURACY_POLICY, ...policy });
  for (const accuracy of accuracies) {
    const { version } = await ci.registers(model);
    await ci.evaluates(model, version, { accuracy });
    await ci.promotes(model, version);
  }
  return model;
}

const rollback = (model: string) => `/models/${model}/rollback`;

describe('the version that a rollback goes to', () => {
  it('is the last good one before, and step by step the one before that', async () => {
    const { anna, ci } = team;
    const model = await promotedInTurn([0.9, 0.9, 0.9]);
    expect(await anna.rollsBack(model)).toMatchObject({ version: 2, displacedVersion: 3 });
    expect(await anna.rollsBack(model)).toMatchObject({ version: 1, displacedVersion: 2 });
    expect(await anna.problem('POST', rollback(model), { reason: 'x' })).toMatchObject({
      status: 409,
      code: 'NO_ROLLBACK_TARGET',
    });
    expect(await ci.stages(model)).toEqual(['Production', 'Archived', 'Archived']);
  });

  it('is not one that was itself rolled back, until it was promoted again', async () => {
    const { anna, ci } = team;
    const model = await promotedInTurn([0.9, 0.9]);
    await anna.rollsBack(model);
    await anna.liftsHold(model);
    const { version } = await ci.registers(model);
    await ci.evaluates(model, version, { accuracy: 0.9 });
    await ci.promotes(model, version);
    expect(await anna.rollsBack(model)).toMatchObject({ version: 1, displacedVersion: 3 });
    await anna.liftsHold(model);
    await ci.evaluates(model, 2, { accuracy: 0.95 });
    await ci.moves(model, 2, 'Staging');
    await ci.promotes(model, 2);
    await ci.evaluates(model, 3, { accuracy: 0.95 });
    await ci.moves(model, 3, 'Staging');
    await ci.promotes(model, 3);
    expect(await anna.rollsBack(model)).toMatchObject({ version: 2, displacedVersion: 3 });
  });

  it('may be named, and may stand in Staging', async () => {
    const { anna, ci } = team;
    const model = await promotedInTurn([0.9, 0.9, 0.9]);
    await ci.moves(model, 1, 'Staging');
    expect(await anna.rollsBack(model, { toVersion: 1 })).toMatchObject({ version: 1, fromStage: 'Staging' });
  });

  it('may fill an empty Production', async () => {
    const { anna } = team;
    const model = await promotedInTurn([0.9]);
    await anna.archives(model, 1, { allowEmptyProduction: true });
    expect(await anna.rollsBack(model)).toMatchObject({ version: 1, displacedVersion: null });
  });

  it('held Production before, exists, and is not the one there now', async () => {
    const { anna, ci } = team;
    const model = await promotedInTurn([0.9, 0.9]);
    await ci.registers(model);
    await ci.moves(model, 3, 'Staging');
    for (const [toVersion, status, code] of [
      [3, 409, 'NEVER_IN_PRODUCTION'],
      [2, 409, 'ILLEGAL_TRANSITION'],
      [4, 404, 'VERSION_NOT_FOUND'],
    ] as const)
      expect(await anna.problem('POST', rollback(model), { reason: 'x', toVersion })).toMatchObject({ status, code });
    expect(await ci.production(model)).toBe(2);
  });
});

describe('the gates of a rollback', () => {
  it('judge and are stored, but do not block', async () => {
    const { anna, viewer } = team;
    const model = await promotedInTurn([0.85, 0.95]);
    const applied = await anna.rollsBack(model);
    expect(applied.gateReport).toMatchObject({ verdict: 'FAIL', challenger: 1, incumbent: 2 });
    expect(await viewer.get(`/gate-reports/${applied.gateReportId}`)).toEqual(applied.gateReport);
  });

  it('block where the policy says so', async () => {
    const { anna, ci } = team;
    const model = await promotedInTurn([0.85, 0.95], { rollback: { requireGates: true } });
    const problem = await anna.problem('POST', rollback(model), { reason: 'x' });
    expect(problem).toMatchObject({ status: 422, code: 'GATES_REFUSED', gateReport: { verdict: 'FAIL' } });
    expect(problem.transition).toMatchObject({ kind: 'rollback', status: 'refused' });
    expect(await ci.production(model)).toBe(2);
    await ci.evaluates(model, 1, { accuracy: 0.95 });
    expect(await anna.rollsBack(model)).toMatchObject({ version: 1, gateReport: { verdict: 'PASS' } });
  });

  it('are no obstacle when there is no policy any more that lets anything through', async () => {
    const { anna, root } = team;
    const model = await promotedInTurn([0.9, 0.9]);
    await root.setsPolicy(model, { rules: [{ metric: 'auc', min: 0.99 }] });
    expect(await anna.rollsBack(model)).toMatchObject({ status: 'applied' });
  });
});

it('a version that was rolled back needs a new evaluation before it may return', async () => {
  const { anna, ci } = team;
  const model = await promotedInTurn([0.85, 0.95]);
  await anna.rollsBack(model);
  await anna.liftsHold(model);
  await ci.moves(model, 2, 'Staging');
  const refusal = await ci.isRefused(model, 2);
  expect(refusal).toMatchObject({ status: 409, code: 'NEW_EVALUATION_REQUIRED', transition: { status: 'refused' } });
  await ci.evaluates(model, 1, { accuracy: 0.85 });
  expect((await ci.isRefused(model, 2)).code).toBe('NEW_EVALUATION_REQUIRED');
  await ci.evaluates(model, 2, { accuracy: 0.95 });
  expect(await ci.promotes(model, 2)).toMatchObject({ status: 'applied', displacedVersion: 1 });
});

it('a rollback needs no second person, but expects the incumbent it was asked against', async () => {
  const { anna } = team;
  const model = await promotedInTurn([0.9, 0.9]);
  const problem = await anna.problem('POST', rollback(model), { reason: 'x', expectedIncumbent: 1 });
  expect(problem).toMatchObject({ status: 409, code: 'STALE_INCUMBENT' });
  expect(await anna.rollsBack(model, { expectedIncumbent: 2 })).toMatchObject({ settledBy: 'anna', approvals: [] });
});

it('a rollback takes the ground from requests that were open', async () => {
  const { anna, ben, ci, root } = team;
  const model = await promotedInTurn([0.9, 0.9]);
  await root.setsPolicy(model, { ...ACCURACY_POLICY, approvals: undefined });
  const { version } = await ci.registers(model);
  await ci.evaluates(model, version, { accuracy: 0.95 });
  const request = await ci.asksFor(model, version);
  await anna.rollsBack(model);
  expect(await ci.get(`/transitions/${request.id}`)).toMatchObject({ status: 'stale', code: 'STALE_INCUMBENT' });
  expect(await ben.approvesInVain(request)).toMatchObject({ status: 409, code: 'TRANSITION_FINAL' });
});

it.each<Fields>([
  {},
  { reason: '' },
  { reason: null },
  { reason: 'x', toVersion: '1' },
  { reason: 'x', toVersion: 0 },
  { reason: 'x', toStage: 'Production' },
])('a rollback with %j is 400', async (body) => {
  const model = await promotedInTurn([0.9, 0.9]);
  expect((await team.anna.problem('POST', rollback(model), body)).status).toBe(400);
  expect(await team.ci.production(model)).toBe(2);
});

it('rolling back is for approvers', async () => {
  const model = await promotedInTurn([0.9, 0.9]);
  for (const who of [team.ci, team.viewer])
    expect((await who.problem('POST', rollback(model), { reason: 'x' })).status).toBe(403);
});
