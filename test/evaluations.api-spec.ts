import { TestApp } from './support/app/app.js';
import { bringCensus, CENSUS_VERSIONS, censusEvaluation } from './support/app/census-example.js';
import { type Json } from './support/app/client.js';
import { DATASET, evaluation, type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let team: Team;
let model: string;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
  model = await team.ci.creates();
  await team.ci.registersMany(model, 3);
});
afterAll(() => app?.stop());

const path = (version = 1) => `/models/${model}/versions/${version}/evaluations`;
const bySlice = (one: Json, other: Json) =>
  JSON.stringify([one.name, one.slice]) < JSON.stringify([other.name, other.slice]) ? -1 : 1;

describe('the evaluations of five real models', () => {
  it('come back number for number, overall and per slice, with their counts', async () => {
    const census = await team.ci.creates();
    await bringCensus(team.ci, census, CENSUS_VERSIONS);
    for (const version of CENSUS_VERSIONS) {
      const sent = censusEvaluation(version);
      const { items } = await team.viewer.get(`/models/${census}/versions/${version}/evaluations`);
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({ model: census, version, dataset: sent.dataset, evaluator: sent.evaluator });
      expect(items[0].metrics.toSorted(bySlice)).toEqual(sent.metrics.toSorted(bySlice));
      expect(await team.viewer.get(`/evaluations/${items[0].id}`)).toEqual(items[0]);
    }
  });

  it('hold the whole and the slices by sex, race and age, each with its rows', () => {
    for (const version of CENSUS_VERSIONS) {
      const { metrics } = censusEvaluation(version);
      const rows = (feature: string): number[] =>
        metrics
          .filter((metric: Json) => metric.name === 'accuracy' && feature in metric.slice)
          .map(({ count }: Json) => count);
      for (const feature of ['sex', 'race', 'age_band']) {
        expect(rows(feature).length).toBeGreaterThan(1);
        expect(rows(feature).reduce((sum, count) => sum + count)).toBe(16_281);
      }
      const names = new Set(metrics.map(({ name }: Json) => name));
      for (const name of ['accuracy', 'f1', 'recall', 'auc_roc', 'log_loss']) expect(names).toContain(name);
    }
  });
});

describe('an evaluation', () => {
  it('keeps what was said of it, and who said it', async () => {
    const fields = {
      dataset: { ...DATASET, digest: `sha256:${'c'.repeat(64)}` },
      evaluatedAt: '2026-11-20T12:00:00.123+02:00',
      evaluator: 'sklearn-1.2',
      environment: 'c5.large',
      labelDefinition: 'churn-30d',
      sliceDefinition: 'age-bands-2',
      predictionDigest: `sha256:${'d'.repeat(64)}`,
      paired: [
        { incumbentVersion: 2, slice: {}, kind: 'binary8', counts: { '111': 10, '110': 1, '000': 5 } },
        { incumbentVersion: 2, slice: { sex: 'F' }, kind: 'meanDiff', metric: 'loss', n: 9, sumD: -0.5, sumD2: 0.25 },
      ],
    };
    const interval = { standardError: 0.01, ciLow: 0.88, ciHigh: 0.92, ciLevel: 0.95, unit: 'share', definition: 'v1' };
    const metrics = [
      { name: 'accuracy', slice: {}, value: 0.9, count: 100, ...interval },
      { name: 'auc', slice: { region: 'north' }, undefined: true, count: 0 },
    ];
    const submitted = await team.ci.post(path(), { ...fields, metrics });
    expect(submitted).toMatchObject({
      ...fields,
      evaluatedAt: '2026-11-20T10:00:00.123Z',
      model,
      version: 1,
      createdBy: 'ci',
    });
    expect(submitted.metrics).toEqual(metrics);
    expect(await team.viewer.get(`/evaluations/${submitted.id}`)).toEqual(submitted);
    const event = (await team.ci.audit(model)).at(-1);
    expect(event).toMatchObject({ action: 'evaluation.submitted', version: 1, actor: 'ci' });
    expect(event.details).toMatchObject({ evaluationId: submitted.id, digest: submitted.digest });
  });

  it('was measured when it was submitted, unless it says otherwise', async () => {
    const submitted = await team.ci.evaluates(model, 1, { accuracy: 0.5 });
    expect(submitted.evaluatedAt).toBe(submitted.createdAt);
    expect(submitted).toMatchObject({ evaluator: null, environment: null, predictionDigest: null, paired: [] });
    expect(submitted).toMatchObject({ labelDefinition: null, sliceDefinition: null });
  });

  it('has one digest however its slices are written, and another for another number', async () => {
    const metric = { name: 'f1', value: 0.25 };
    const one = await team.ci.evaluates(model, 1, [{ ...metric, slice: { sex: 'F', age: 30 } }]);
    const turned = await team.ci.evaluates(model, 1, [{ ...metric, slice: { age: 30, sex: 'F' } }]);
    const changed = await team.ci.evaluates(model, 1, [{ ...metric, slice: { age: 30, sex: 'F' }, value: 0.26 }]);
    expect(turned.id).not.toBe(one.id);
    expect(turned.digest).toBe(one.digest);
    expect(turned.metrics).toEqual(one.metrics);
    expect(changed.digest).not.toBe(one.digest);
  });

  it('keeps slices and features that are named like something all objects have', async () => {
    const slices: Record<string, string>[] = [
      { toString: 'x' } as object as Record<string, string>,
      { valueOf: '1', sex: 'F' } as object as Record<string, string>,
    ];
    const metrics = slices.map((slice, value) => ({ name: 'accuracy', slice, value }));
    const submitted = await team.ci.evaluates(model, 1, metrics);
    expect(submitted.metrics.map(({ slice }: Json) => slice)).toEqual(slices);
  });

  it('of a version is listed newest first, beside all before it', async () => {
    const ids: string[] = [];
    for (const accuracy of [0.1, 0.2, 0.3]) ids.unshift((await team.ci.evaluates(model, 2, { accuracy })).id);
    expect((await team.viewer.readsAll(path(2), 1)).map(({ id }) => id)).toEqual(ids);
    expect((await team.viewer.get(path(3))).items).toEqual([]);
  });

  it.each([0, -0, 1e-308, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 0.1 + 0.2, 1 / 3])(
    'keeps %d to the last bit',
    async (value) => {
      const { metrics } = await team.ci.evaluates(model, 1, { anything: value });
      expect(metrics[0].value).toBe(value === 0 ? 0 : value);
    },
  );

  it.each([
    ['all', 1, 1],
    ['metrics', 1, 0],
    ['paired', 0, 1],
    ['none', 0, 0],
  ])('is listed with as much of its evidence as is asked for: %s', async (include, metrics, paired) => {
    const own = await team.ci.creates();
    await team.ci.registersMany(own, 1);
    const pair = { incumbentVersion: 1, slice: {}, kind: 'binary8', counts: { '111': 1 } };
    await team.ci.evaluates(own, 1, { accuracy: 0.5 }, { paired: [pair] });
    const { items } = await team.viewer.get(`/models/${own}/versions/1/evaluations?include=${include}`);
    expect(items).toMatchObject([{ metricCount: 1, pairedCount: 1 }]);
    expect([items[0].metrics.length, items[0].paired.length]).toEqual([metrics, paired]);
  });

  it('may hold tens of thousands of slices', async () => {
    const metrics = Array.from({ length: 20_000 }, (_, cell) => ({
      name: 'm',
      slice: { cell },
      value: cell,
      count: 1,
    }));
    const { id } = await team.ci.evaluates(model, 1, metrics);
    expect((await team.ci.get(`/evaluations/${id}`)).metrics).toHaveLength(20_000);
  });
});

it.each([
  ['POST', '/models/nobody/versions/1/evaluations', 404, 'MODEL_NOT_FOUND'],
  ['GET', '/models/nobody/versions/1/evaluations', 404, 'VERSION_NOT_FOUND'],
  ['GET', '/evaluations/01890000-0000-7000-8000-000000000000', 404, 'EVALUATION_NOT_FOUND'],
  ['GET', '/evaluations/7', 400, 'INVALID_ID'],
])('%s %s is %i %s', async (method, target, status, code) => {
  const body = method === 'POST' ? evaluation({ accuracy: 1 }) : undefined;
  expect(await team.ci.problem(method, target, body)).toMatchObject({ status, code });
});

it('a version that is not there has no evaluations', async () => {
  expect(await team.ci.problem('POST', path(9), evaluation({ accuracy: 1 }))).toMatchObject({ status: 404 });
  expect(await team.ci.problem('GET', path(9))).toMatchObject({ status: 404, code: 'VERSION_NOT_FOUND' });
});

it('evidence is submitted by contributors, and read with a token', async () => {
  for (const who of [team.viewer, team.anna])
    expect((await who.problem('POST', path(), evaluation({ accuracy: 1 }))).status).toBe(403);
  const anonymous = app.anonymous();
  expect((await anonymous.send('POST', path(), evaluation({ accuracy: 1 }))).status).toBe(401);
  expect((await anonymous.send('GET', path())).status).toBe(401);
  expect((await anonymous.send('GET', '/evaluations/01890000-0000-7000-8000-000000000000')).status).toBe(401);
});

it('a page holds as many evaluations as their measures allow, and the next one goes on', async () => {
  const ci = await app.as('ci', 'contributor');
  await ci.post('/models', { name: 'large' });
  await ci.post('/models/large/versions', { artifactUri: 's3://1' });
  const metrics = Array.from({ length: 20_000 }, (_, row) => ({
    name: 'accuracy',
    slice: { row: String(row) },
    value: 0.5,
    count: 10,
  }));
  const ids: string[] = [];
  for (let done = 0; done < 3; done += 1) {
    const body = { dataset: { name: 'd', version: String(done) }, metrics };
    ids.unshift((await ci.post('/models/large/versions/1/evaluations', body)).id);
  }
  const first = await ci.get('/models/large/versions/1/evaluations');
  const second = await ci.get(`/models/large/versions/1/evaluations?cursor=${first.nextCursor}`);
  const shown = [first, second].map(({ items }) => items.map(({ id }: Json) => id));
  expect(shown).toEqual([ids.slice(0, 2), ids.slice(2)]);
  expect(second.nextCursor).toBeNull();
  expect(first.items[1].metrics).toHaveLength(20_000);
});
