import { TestApp } from './support/app/app.js';
import { bringCensus, censusPolicy } from './support/app/census-example.js';
import { type Json } from './support/app/client.js';
import { type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let team: Team;
let model: string;

/** Real evaluations of five models of the census data, each with its slices, before gates that were written for them. */
beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
beforeEach(async () => {
  model = await team.ci.creates();
  await team.root.setsPolicy(model, censusPolicy());
  await bringCensus(team.ci, model, [1, 2, 3, 4, 5]);
});
afterAll(() => app?.stop());

async function promote(version: number): Promise<Json> {
  await team.ci.promotes(model, version, 'Staging');
  return team.anna.approves(await team.ci.asksFor(model, version));
}

const rule = (report: Json, id: string): Json => report.rules.find((candidate: Json) => candidate.id === id);
const onSlice = (outcome: Json, slice: object): Json =>
  outcome.measures.find((measure: Json) => JSON.stringify(measure.slice) === JSON.stringify(slice));

it('a first version is promoted by its floors alone, and the report says that nothing was compared', async () => {
  await team.ci.promotes(model, 1, 'Staging');
  const request = await team.ci.asksFor(model, 1);
  expect(request.gateReport).toMatchObject({ verdict: 'PASS', firstPromotion: true, incumbent: null });
  expect(rule(request.gateReport, 'f1-by-sex')).toMatchObject({ status: 'SKIPPED', reasonCode: 'NO_INCUMBENT' });
  expect(await team.anna.approves(request)).toMatchObject({ status: 'applied', displacedVersion: null });
});

it('a better version is promoted, and the one before it archived in the same moment', async () => {
  await promote(1);
  const applied = await promote(2);
  expect(applied).toMatchObject({ status: 'applied', version: 2, displacedVersion: 1 });
  expect(await team.ci.stages(model)).toEqual(['Archived', 'Production', 'None', 'None', 'None']);
  const archived = await team.ci.get(`/models/${model}/versions/1`);
  expect(archived.stageEnteredAt).toBe(applied.appliedAt);
});

it('a version that ties overall and harms one sex is refused with the slice, the numbers and the rule', async () => {
  await promote(1);
  await promote(2);
  await team.ci.promotes(model, 3, 'Staging');
  const problem = await team.ci.isRefused(model, 3, 'Production', { reason: 'Better AUC and log-loss.' });
  expect(problem).toMatchObject({ status: 422, code: 'GATES_REFUSED' });
  const { gateReport, transition } = problem;
  expect(gateReport).toMatchObject({ verdict: 'FAIL', challenger: 3, incumbent: 2, firstPromotion: false });
  const failed = gateReport.rules.filter(({ status }: Json) => status !== 'PASS');
  expect(failed.map(({ id }: Json) => id)).toEqual(['f1-by-sex']);
  expect(failed[0]).toMatchObject({
    kind: 'regression',
    enforcement: 'block',
    status: 'FAIL',
    reasonCode: 'REGRESSION',
  });
  const female = onSlice(failed[0], { sex: 'Female' });
  expect(female).toMatchObject({ metric: 'f1', status: 'FAIL', reasonCode: 'REGRESSION', required: { margin: 0.02 } });
  expect(female.observed).toMatchObject({ challenger: 0.6044444444444445, incumbent: 0.6660194174757282, count: 5421 });
  expect(female.observed.delta).toBeCloseTo(-0.0616, 4);
  expect(female.message).toBe('f1 on sex=Female: 0.604 vs 0.666 (−6.2 pt, n = 5,421). Allowed drop 2.0 pt. FAIL');
  expect(onSlice(failed[0], {}).status).toBe('PASS');
  expect(onSlice(failed[0], { sex: 'Male' }).status).toBe('PASS');
  for (const sentence of [problem.detail, gateReport.message]) expect(sentence).toContain('sex=Female');
  expect(transition).toMatchObject({ status: 'refused', code: 'GATES_REFUSED', version: 3, requestedBy: 'ci' });
  expect(await team.ci.production(model)).toBe(2);
});

it('the refusal is on record with all its evidence', async () => {
  await promote(1);
  await promote(2);
  await team.ci.promotes(model, 3, 'Staging');
  const { transition, gateReport } = await team.ci.isRefused(model, 3, 'Production', { reason: 'Try.' });
  expect(await team.viewer.get(`/transitions/${transition.id}`)).toEqual(transition);
  expect(await team.viewer.get(`/gate-reports/${transition.gateReportId}`)).toEqual(gateReport);
  const [listed] = (await team.viewer.get(`/models/${model}/transitions?status=refused`)).items;
  expect(listed).toEqual(transition);
  const event = (await team.viewer.audit(model)).at(-1);
  expect(event).toMatchObject({ action: 'transition.refused', actor: 'ci', model, version: 3 });
  expect(event.details).toMatchObject({
    transitionId: transition.id,
    reason: 'Try.',
    code: 'GATES_REFUSED',
    incumbent: 2,
  });
  const { digest, policyDigest, evidenceUsed } = gateReport;
  expect(event.details.gateReport).toMatchObject({ verdict: 'FAIL', digest, policyDigest, evidenceUsed });
  const evaluations = await Promise.all(
    [2, 3].map(async (version) => (await team.ci.get(`/models/${model}/versions/${version}/evaluations`)).items[0].id),
  );
  for (const id of evaluations) expect(JSON.stringify(event.details.gateReport.evidenceUsed)).toContain(id);
});

it('one call rolls back, deletes nothing, and says who and why', async () => {
  await promote(1);
  await promote(2);
  const rolledBack = await team.anna.rollsBack(model, { reason: 'Complaints from the field.' });
  expect(rolledBack).toMatchObject({ kind: 'rollback', status: 'applied', version: 1, displacedVersion: 2 });
  expect(rolledBack).toMatchObject({ fromStage: 'Archived', toStage: 'Production', requestedBy: 'anna' });
  expect(rolledBack.gateReport).toMatchObject({ challenger: 1, incumbent: 2, verdict: 'FAIL' });
  expect(await team.ci.stages(model)).toEqual(['Production', 'Archived', 'None', 'None', 'None']);
  const event = (await team.ci.audit(model)).at(-1);
  expect(event).toMatchObject({ action: 'transition.applied', actor: 'anna', version: 1 });
  expect(event.details).toMatchObject({ kind: 'rollback', reason: 'Complaints from the field.', displacedVersion: 2 });
  for (const version of [1, 2]) {
    const { items } = await team.ci.get(`/models/${model}/versions/${version}/evaluations`);
    expect(items).toHaveLength(1);
  }
});

it('a version whose calibration is off is refused by its floor, however good its ranking', async () => {
  await promote(1);
  await promote(2);
  await team.ci.promotes(model, 5, 'Staging');
  const { gateReport } = await team.ci.isRefused(model, 5);
  expect(rule(gateReport, 'ece-limit')).toMatchObject({ kind: 'threshold', status: 'FAIL' });
  expect(rule(gateReport, 'auc-floor').status).toBe('PASS');
});

it('a slice that the challenger leaves out counts as failed, not as unknown', async () => {
  await promote(1);
  await promote(2);
  const { metrics, ...rest } = (await team.ci.get(`/models/${model}/versions/4/evaluations`)).items[0];
  const without = metrics.filter(({ name, slice }: Json) => !(name === 'f1' && slice.sex === 'Female'));
  await team.ci.evaluates(model, 4, without, { dataset: rest.dataset });
  await team.ci.promotes(model, 4, 'Staging');
  const { gateReport } = await team.ci.isRefused(model, 4);
  expect(onSlice(rule(gateReport, 'f1-by-sex'), { sex: 'Female' })).toMatchObject({ status: 'FAIL' });
  expect(rule(gateReport, 'f1-by-sex').reasonCode).toMatch(/^MISSING_CHALLENGER/);
});

it('the latest evaluation counts, never the best one', async () => {
  await promote(1);
  await promote(2);
  await team.ci.promotes(model, 4, 'Staging');
  expect((await team.ci.checks(model, 4)).verdict).toBe('PASS');
  const { metrics, dataset } = (await team.ci.get(`/models/${model}/versions/3/evaluations`)).items[0];
  await team.ci.evaluates(model, 4, metrics, { dataset });
  expect((await team.ci.checks(model, 4)).verdict).toBe('FAIL');
  expect((await team.ci.isRefused(model, 4)).code).toBe('GATES_REFUSED');
});

it('evidence from another version of the dataset is never compared', async () => {
  await promote(1);
  await promote(2);
  const { metrics, dataset } = (await team.ci.get(`/models/${model}/versions/4/evaluations`)).items[0];
  const version = (await team.ci.registers(model)).version;
  await team.ci.evaluates(model, version, metrics, { dataset: { ...dataset, version: '2', digest: undefined } });
  await team.ci.promotes(model, version, 'Staging');
  const { gateReport } = await team.ci.isRefused(model, version);
  expect(gateReport.verdict).toBe('ERROR');
  expect(rule(gateReport, 'accuracy').reasonCode).toBe('INCOMPARABLE_DATASETS');
});
