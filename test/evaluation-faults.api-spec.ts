import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { DATASET, evaluation, type Fields, type Team, teamOf } from './support/app/registry.js';

let app: TestApp;
let team: Team;
let path: string;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
  const model = await team.ci.creates();
  await team.ci.registers(model);
  path = `/models/${model}/versions/1/evaluations`;
});
afterAll(() => app?.stop());

/** How many rows of evidence there are, in tables nobody reads through the service. */
async function storedRows(): Promise<number> {
  const tables = ['evaluations', 'evaluation_metrics', 'evaluation_pairs', 'audit_events'];
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table})`).join(' + ');
  return Number((await app.dataSource.query(`SELECT ${counts} AS rows`))[0].rows);
}

describe('evidence that is not fit to judge by', () => {
  const metric = { name: 'accuracy', slice: {}, value: 0.9, count: 10 };
  const withMetric = (fields: Fields): Fields => evaluation([{ ...metric, ...fields }]);
  const withPair = (fields: Fields): Fields =>
    evaluation([metric], { paired: [{ incumbentVersion: 1, slice: {}, kind: 'binary8', counts: {}, ...fields }] });
  const meanDiff = { kind: 'meanDiff', counts: undefined, metric: 'loss', n: 3, sumD: 1, sumD2: 1 };
  const aucPair = {
    kind: 'aucPair',
    counts: undefined,
    metric: 'auc',
    aucC: 0.9,
    aucI: 0.8,
    varC: 0.1,
    varI: 0.1,
    cov: 0,
    nPos: 9,
    nNeg: 9,
  };

  it.each<[string, Fields, string]>([
    ['no dataset', { metrics: [metric] }, '/dataset'],
    ['a dataset without a version', { dataset: { name: 'd' }, metrics: [metric] }, '/dataset/version'],
    ['an unknown field of the dataset', evaluation([metric], { dataset: { ...DATASET, rows: 1 } }), '/dataset/rows'],
    ['a digest of another kind', evaluation([metric], { predictionDigest: 'abc' }), '/predictionDigest'],
    ['a time that is none', evaluation([metric], { evaluatedAt: '2026-13-01T00:00:00Z' }), '/evaluatedAt'],
    ['an unknown field', evaluation([metric], { score: 1 }), '/score'],
    ['no metrics', { dataset: DATASET }, '/metrics'],
    ['an empty list of metrics', evaluation([]), '/metrics'],
    ['metrics that are an object', { dataset: DATASET, metrics: { accuracy: 1 } }, '/metrics'],
    ['a metric that is a number', { dataset: DATASET, metrics: [0.9] }, '/metrics/0'],
    ['a metric that is null', { dataset: DATASET, metrics: [metric, null] }, '/metrics/1'],
    ['no name', withMetric({ name: undefined }), '/metrics/0/name'],
    ['an empty name', withMetric({ name: '' }), '/metrics/0/name'],
    ['a misspelt field', withMetric({ cuont: 3 }), '/metrics/0/cuont'],
    ['a field named like one of all objects', withMetric({ hasOwnProperty: 3 }), '/metrics/0/hasOwnProperty'],
    ['no value', withMetric({ value: undefined }), '/metrics/0/value'],
    ['a value that is null, as NaN is written', withMetric({ value: null }), '/metrics/0/value'],
    ['a value that is text', withMetric({ value: '0.9' }), '/metrics/0/value'],
    ['a value called NaN', withMetric({ value: 'NaN' }), '/metrics/0/value'],
    ['a value beside being undefined', withMetric({ undefined: true }), '/metrics/0/value'],
    ['undefined that is false', withMetric({ undefined: false }), '/metrics/0/undefined'],
    ['a negative count', withMetric({ count: -1 }), '/metrics/0/count'],
    ['half a row', withMetric({ count: 1.5 }), '/metrics/0/count'],
    ['a count beyond all counting', withMetric({ count: 1e300 }), '/metrics/0/count'],
    ['a negative standard error', withMetric({ standardError: -0.1 }), '/metrics/0/standardError'],
    ['half an interval', withMetric({ ciLow: 0.8 }), '/metrics/0/ciLow'],
    ['an interval upside down', withMetric({ ciLow: 0.95, ciHigh: 0.85, ciLevel: 0.9 }), '/metrics/0/ciLow'],
    ['an interval beside the value', withMetric({ ciLow: 0.1, ciHigh: 0.2, ciLevel: 0.9 }), '/metrics/0/ciLow'],
    ['a level of 95', withMetric({ ciLow: 0.85, ciHigh: 0.95, ciLevel: 95 }), '/metrics/0/ciLow'],
    ['a slice that is text', withMetric({ slice: 'sex=F' }), '/metrics/0/slice'],
    ['a slice that is a list', withMetric({ slice: ['F'] }), '/metrics/0/slice'],
    ['a slice value that is null', withMetric({ slice: { sex: null } }), '/metrics/0/slice/sex'],
    ['a slice value that is an object', withMetric({ slice: { sex: { is: 'F' } } }), '/metrics/0/slice/sex'],
    ['the same metric twice', evaluation([metric, { ...metric, value: 0.1 }]), '/metrics/1'],
    [
      'the same slice written in two orders',
      evaluation([
        { ...metric, slice: { a: 1, b: 2 } },
        { ...metric, slice: { b: 2, a: 1 } },
      ]),
      '/metrics/1',
    ],
    ['the whole twice, once without saying so', evaluation([metric, { ...metric, slice: undefined }]), '/metrics/1'],
    [
      'the number 1 and the text 1 of one slice',
      evaluation([
        { ...metric, slice: { a: 1 } },
        { ...metric, slice: { a: '1' } },
      ]),
      '/metrics/1',
    ],
    ['a pair of no kind', withPair({ kind: undefined }), '/paired/0/kind'],
    ['a pair of a kind that objects have', withPair({ kind: 'constructor' }), '/paired/0/kind'],
    ['a pair against version 0', withPair({ incumbentVersion: 0 }), '/paired/0/incumbentVersion'],
    ['a cell nobody knows', withPair({ counts: { '211': 1 } }), '/paired/0/counts'],
    ['a negative cell', withPair({ counts: { '111': -1 } }), '/paired/0/counts'],
    ['a field of another kind', withPair({ n: 3 }), '/paired/0/n'],
    ['a difference over no metric', withPair({ ...meanDiff, metric: undefined }), '/paired/0/metric'],
    ['squares below zero', withPair({ ...meanDiff, sumD2: -1 }), '/paired/0/sumD2'],
    ['a variance below zero', withPair({ ...aucPair, varC: -1 }), '/paired/0/varC'],
    ['a pair that is null', evaluation([metric], { paired: [null] }), '/paired/0'],
    ['pairs that are an object', evaluation([metric], { paired: {} }), '/paired'],
  ])('with %s is refused at its place, and nothing is stored', async (_, body, pointer) => {
    const before = await storedRows();
    const problem = await team.ci.problem('POST', path, body);
    expect(problem).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
    expect(problem.errors).toEqual([expect.objectContaining({ pointer, code: expect.stringMatching(/^[A-Z_]+$/) })]);
    expect(await storedRows()).toBe(before);
  });

  it.each([
    ['1e999', '/metrics/0/value'],
    ['-1e999', '/metrics/0/value'],
    ['NaN', null],
    ['Infinity', null],
    ['-Infinity', null],
    ['0x1', null],
    ['.5', null],
    ['1e999, "count": 1e999', '/metrics/0/value'],
    ['0.5, "standardError": 1e999', '/metrics/0/standardError'],
    ['0.5, "slice": {"age": 1e999}', '/metrics/0/slice/age'],
    ['0.5, "slice": {"__proto__": "x"}', null],
    ['0.5, "__proto__": {"value": 1}', null],
    ['0.5, "constructor": {"prototype": {}}', null],
    ['0.5, "slice": {"constructor": "x"}', '/metrics/0/slice/constructor'],
    ['0.5, "slice": {"prototype": "x"}', '/metrics/0/slice/prototype'],
    ['0.5, "slice": {"a": "\\u0000"}', '/metrics/0/slice/a'],
    ['0.5, "slice": {"a": "\\ud800"}', '/metrics/0/slice/a'],
  ])('the value %s is 400 whatever else it says, and nothing is stored', async (value, pointer) => {
    const before = await storedRows();
    const rawBody = `{"dataset":{"name":"d","version":"1"},"metrics":[{"name":"accuracy","value":${value}}]}`;
    const { body } = await team.ci.send('POST', path, undefined, { rawBody });
    expect(body).toMatchObject({ status: 400, code: pointer === null ? 'MALFORMED_JSON' : 'VALIDATION_FAILED' });
    if (pointer !== null) expect(body.errors[0].pointer).toBe(pointer);
    expect(await storedRows()).toBe(before);
  });

  it('has every fault named at once', async () => {
    const problem = await team.ci.problem(
      'POST',
      path,
      evaluation([
        { ...metric, count: -1 },
        { ...metric, value: null, unit: 3 },
      ]),
    );
    expect(problem.errors.map(({ pointer }: Json) => pointer).sort()).toEqual([
      '/metrics/0/count',
      '/metrics/1/unit',
      '/metrics/1/value',
    ]);
  });

  it('is refused for its size before it is read', async () => {
    const rawBody = `{"metrics":[${'0,'.repeat(4.5 * 1024 * 1024)}0]}`;
    const { body } = await team.ci.send('POST', path, undefined, { rawBody });
    expect(body).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    const metrics = Array.from({ length: 50_001 }, (_, cell) => ({ name: 'm', slice: { cell }, value: 1 }));
    const problem = await team.ci.problem('POST', path, evaluation(metrics));
    expect(problem).toMatchObject({ status: 400, errors: [{ pointer: '/metrics' }] });
  });

  it('does not hold a thousand brackets', async () => {
    const rawBody = `{"dataset":${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}}`;
    expect((await team.ci.send('POST', path, undefined, { rawBody })).body).toMatchObject({ status: 400 });
  });
});
