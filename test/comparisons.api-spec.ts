import { TestApp } from './support/app/app.js';
import { bringCensus, censusPairedEvaluation, censusPolicy } from './support/app/census-example.js';
import { type Json } from './support/app/client.js';
import { ACCURACY_POLICY, DATASET, guardedModel, type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

const measuresOf = (rules: Json[]): Json[] =>
  rules.flatMap(({ id, measures, rules: inner = [] }: Json) => [
    ...measures.map((measure: Json) => ({ ...measure, ruleId: id })),
    ...measuresOf(inner),
  ]);

describe('a comparison beside a gate report', () => {
  let model: string;
  let report: Json;
  let transition: Json;
  let path: string;

  beforeAll(async () => {
    const { ci, root } = team;
    model = await ci.creates();
    await bringCensus(root, model, [1, 2, 3]);
    await root.setsPolicy(model, { preset: 'open' });
    await ci.promotes(model, 2);
    await root.setsPolicy(model, censusPolicy());
    ({ transition, gateReport: report } = await ci.isRefused(model, 3, 'Production'));
    if (!report) {
      await root.moves(model, 3, 'Staging');
      ({ transition, gateReport: report } = await ci.isRefused(model, 3));
    }
    path = `/models/${model}/comparison?challenger=3&incumbent=2`;
  });

  it('says of each row what the report says: the same statuses, rules, margins and bounds', async () => {
    const { rows, pooled, gateReportId } = await team.viewer.get(`${path}&report=${report.id}`);
    expect(gateReportId).toBe(report.id);
    const measures = measuresOf(report.rules);
    const isSame = (slice: Json) => (measure: Json) => JSON.stringify(measure.slice) === JSON.stringify(slice);
    const judged = rows.filter(({ status }: Json) => status !== null);
    expect(judged.length).toBeGreaterThan(5);
    for (const row of rows) {
      const found = measures.filter(({ metric }) => metric === row.metric).filter(isSame(row.slice));
      expect(row.ruleIds.toSorted()).toEqual([...new Set(found.map(({ ruleId }) => ruleId))].toSorted());
      if (found.length === 0) expect(row).toMatchObject({ status: null, margin: null, decision: null });
      const compared = found.find(({ observed }) => observed.delta !== undefined);
      if (found.length !== 1 || !compared) continue;
      const { observed, required, status, neededN = null } = compared;
      expect(row).toMatchObject({ status, margin: required.margin ?? null, neededN, delta: observed.delta });
      const bounds = [observed.lower ?? null, observed.upper ?? null];
      expect(row.decision === null ? [null, null] : [row.decision.lower, row.decision.upper]).toEqual(bounds);
    }
    const pools = measures.filter(({ slice }) => JSON.stringify(slice).includes('__small__'));
    expect(pooled.map(({ status, count }: Json) => [status, count])).toEqual(
      pools.map(({ status, observed }) => [status, observed.count]),
    );
    for (const { id, members, metric } of pooled) {
      const inside = rows.filter((row: Json) => row.pooledIn === id);
      expect(inside.map(({ slice }: Json) => slice)).toEqual(expect.arrayContaining(members));
      expect(inside.every((row: Json) => row.metric === metric && row.status === 'SKIPPED')).toBe(true);
    }
    expect(await team.viewer.get(`${path}&transition=${transition.id}`)).toMatchObject({ gateReportId, rows });
  });

  it('has one metric and one feature when asked for them, and says which data both were measured on', async () => {
    const { viewer, ci } = team;
    const whole = await viewer.get(`${path}&report=${report.id}`);
    const races = await viewer.get(`${path}&report=${report.id}&metric=f1&feature=race`);
    const expected = whole.rows.filter(({ metric, slice }: Json) => metric === 'f1' && 'race' in slice);
    expect(expected.length).toBeGreaterThan(2);
    expect(races.rows).toEqual(expected);
    expect(races.pooled).toEqual(whole.pooled.filter(({ features }: Json) => features.includes('race')));
    expect(races.rows[0]).toMatchObject({ direction: 'higher', kind: 'ratio', unit: null });
    const latency = await viewer.get(`${path}&metric=latency_ms_p95`);
    expect(latency.rows[0]).toMatchObject({ direction: 'lower', unit: 'ms', status: null, ruleIds: [] });
    expect(whole.datasets).toEqual([whole.dataset]);
    for (const version of [2, 3])
      await ci.evaluates(model, version, { f1: 0.5 }, { dataset: { ...DATASET, name: 'b' } });
    await ci.evaluates(model, 3, { f1: 0.5 }, { dataset: { ...DATASET, name: 'alone' } });
    const both = await viewer.get(`${path}&dataset=b`);
    expect(both.datasets.map(({ name }: Json) => name)).toEqual(['b', whole.dataset.name]);
    expect((await viewer.get(`${path}&report=${report.id}`)).rows).toEqual(whole.rows);
  });

  it('names the slices that were too small alone as members of their pool', async () => {
    const { ci, root, viewer } = team;
    const pooling = await ci.creates();
    await bringCensus(root, pooling, [1, 2, 3]);
    for (const version of [2, 3] as const)
      await root.post(`/models/${pooling}/versions/${version}/evaluations`, censusPairedEvaluation(version));
    await root.setsPolicy(pooling, { preset: 'open' });
    await ci.promotes(pooling, 2);
    await ci.moves(pooling, 3, 'Staging');
    const rule = { id: 'groups', metric: 'f1', maxRegression: 0.02, slicesOf: ['race'] };
    await root.setsPolicy(pooling, {
      rules: [{ ...rule, mode: 'non_inferiority', minSliceSize: 200, poolSmallSlices: true }],
    });
    const { gateReport } = await ci.isRefused(pooling, 3);
    const query = `challenger=3&report=${gateReport.id}&metric=f1`;
    const { rows, pooled } = await viewer.get(`/models/${pooling}/comparison?${query}`);
    const members = [{ race: 'Amer-Indian-Eskimo' }, { race: 'Other' }];
    expect(pooled).toMatchObject([{ id: 'groups:race', status: 'FAIL', count: 294, ruleIds: ['groups'], members }]);
    const inside = rows.filter(({ pooledIn }: Json) => pooledIn === 'groups:race');
    expect(inside.map(({ slice }: Json) => slice)).toEqual(expect.arrayContaining(members));
    for (const row of inside) expect(row).toMatchObject({ status: 'SKIPPED', ruleIds: ['groups'], decision: null });
  });

  it('takes no report of others', async () => {
    const { viewer, ci, anna } = team;
    const refused = async (query: string) => viewer.problem('GET', `/models/${model}/comparison?${query}`);
    const other = await ci.asksFor(await guardedModel(team), 2);
    for (const query of [`challenger=2&report=${report.id}`, `challenger=3&incumbent=1&report=${report.id}`])
      expect(await refused(query)).toMatchObject({ status: 400, code: 'REPORT_OF_OTHER_VERSIONS' });
    const ungated = await anna.archives(model, 1);
    expect(await refused(`challenger=1&transition=${ungated.id}`)).toMatchObject({ code: 'REPORT_OF_OTHER_VERSIONS' });
    const nil = '0192c000-0000-7000-8000-000000000000';
    for (const query of [`report=${nil}`, `report=${other.gateReportId}`, `transition=${other.id}`])
      expect(await refused(`challenger=3&${query}`)).toMatchObject({ status: 404 });
    expect(await refused(`challenger=3&report=x`)).toMatchObject({ status: 400 });
  });

  it('of a thousand slices of one metric weighs at most 600 kB', async () => {
    const { ci, root, viewer } = team;
    const wide = await ci.creates();
    const floor = { id: 'floor', metric: 'accuracy', min: 0.5 };
    const bySlice = {
      id: 'by-value-of-the-feature',
      metric: 'accuracy',
      maxRegression: 0.02,
      slicesOf: ['occupation'],
    };
    await root.setsPolicy(wide, { ...ACCURACY_POLICY, rules: [floor, bySlice] });
    for (const version of [1, 2]) {
      await ci.registers(wide);
      const slices = Array.from({ length: 1_000 }, (_, index) => ({
        name: 'accuracy',
        slice: { occupation: `Occupation number ${index}` },
        value: 0.9 + (index % 97) / 1_777,
        count: 700 + index,
      }));
      await ci.evaluates(wide, version, [{ name: 'accuracy', value: 0.9, count: 1_199_500 }, ...slices]);
      if (version === 1) await ci.promotes(wide, version);
    }
    const asked = await ci.send('POST', `/models/${wide}/versions/2/transitions`, { toStage: 'Production' });
    const judged: Json = asked.body.gateReport;
    const query = `challenger=2&incumbent=1&metric=accuracy&report=${judged.id}`;
    const table = await viewer.get(`/models/${wide}/comparison?${query}`);
    expect(table.rows).toHaveLength(1_001);
    expect(table.rows.filter(({ ruleIds }: Json) => ruleIds.includes(bySlice.id))).toHaveLength(1_000);
    expect(JSON.stringify(table).length).toBeLessThanOrEqual(600_000);
    const page = await viewer.get(`/models/${wide}/comparison?${query}&limit=10`);
    expect(page.rows).toEqual(table.rows.slice(0, 10));
  });
});
