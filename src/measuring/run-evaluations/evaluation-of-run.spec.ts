import { parseLoggedModel, parseRun } from '../../registry/runs/mlflow-run.js';
import { type ReadRun } from '../../registry/runs/read-evidence.js';
import { evaluationOfRun, type RunChoice } from './evaluation-of-run.js';

const ALL: RunChoice = { runId: null, dataset: null, runDataset: null, metrics: null, prefix: '' };

const dataset = (name: string, context?: string) => ({
  tags: context === undefined ? [] : [{ key: 'mlflow.data.context', value: context }],
  dataset: { name, digest: 'aa04bdec' },
});

function read(metrics: object[], datasets: object[] = [dataset('eval-set', 'eval')], logged?: object[]): ReadRun {
  const inputs = { dataset_inputs: datasets };
  const run = parseRun({ run: { info: { run_id: 'r1' }, data: { metrics }, inputs } });
  const answer = { model: { info: { model_id: 'm-1', source_run_id: 'r1' }, data: { metrics: logged } } };
  return { run, loggedModel: logged ? parseLoggedModel(answer) : null };
}

const metricsOf = (read: ReadRun, choice: Partial<RunChoice> = {}) => {
  const found = evaluationOfRun(read, { ...ALL, ...choice });
  return found.kind === 'measured' ? found.metrics : found;
};

it.each([
  ['accuracy_score', 'accuracy'],
  ['recall_score', 'recall'],
  ['root_mean_squared_error', 'rmse'],
  ['my_own', 'my_own'],
  ['constructor', 'constructor'],
])('%s is called %s', (key, name) => {
  expect(metricsOf(read([{ key, value: 0.5 }]))).toEqual([{ name, value: 0.5 }]);
});

it('example_count is the count of all others and no metric itself', () => {
  const metrics = [
    { key: 'example_count', value: 40 },
    { key: 'f1_score', value: 0.5 },
  ];
  expect(metricsOf(read(metrics))).toEqual([{ name: 'f1_score', value: 0.5, count: 40 }]);
});

it('of a metric the last value counts, by time and then by step', () => {
  const metrics = [
    { key: 'loss', value: 3, timestamp: 20, step: 1 },
    { key: 'loss', value: 2, timestamp: 20, step: 2 },
    { key: 'loss', value: 9, timestamp: 10, step: 9 },
  ];
  expect(evaluationOfRun(read(metrics), ALL)).toMatchObject({ measuredAt: 20, metrics: [{ value: 2 }] });
});

it('NaN is undefined, and what is infinite or written otherwise is left out', () => {
  const metrics = [
    { key: 'a', value: 'NaN' },
    { key: 'b', value: 'Infinity' },
    { key: 'c', value: 1 },
  ];
  expect(metricsOf(read(metrics))).toEqual([
    { name: 'a', undefined: true },
    { name: 'c', value: 1 },
  ]);
});

it('the dataset is the one that the run was not trained on, with the digest as its version', () => {
  const found = evaluationOfRun(read([{ key: 'a', value: 1 }], [dataset('t', 'training'), dataset('e')]), ALL);
  expect(found).toMatchObject({ dataset: { name: 'e', version: 'aa04bdec' } });
});

it.each([
  ['none', []],
  ['the one of the training alone', [dataset('t', 'train')]],
  ['two', [dataset('a'), dataset('b')]],
])('of %s the dataset has to be stated', (_, datasets) => {
  expect(evaluationOfRun(read([{ key: 'a', value: 1 }], datasets), ALL)).toMatchObject({ kind: 'unclear' });
  const stated = { dataset: { name: 'mine', version: '3' } };
  expect(evaluationOfRun(read([{ key: 'a', value: 1 }], datasets), { ...ALL, ...stated })).toMatchObject(stated);
});

it('a dataset of the run that it does not have is unclear, whatever is stated besides', () => {
  const choice = { dataset: { name: 'mine', version: '3' }, runDataset: 'nope' };
  expect(evaluationOfRun(read([{ key: 'a', value: 1 }]), { ...ALL, ...choice })).toMatchObject({ kind: 'unclear' });
});

it('a logged model says which metrics were measured on which dataset, by which run', () => {
  const on = (dataset_name: string, run_id: string, value: number) => ({ key: 'a', value, dataset_name, run_id });
  const logged = [on('a-set', 'r1', 1), on('b-set', 'r1', 2), on('b-set', 'r2', 3)];
  const both = read([{ key: 'a', value: 9 }], [dataset('a-set'), dataset('b-set')], logged);
  expect(metricsOf(both, { runDataset: 'a-set' })).toEqual([{ name: 'a', value: 1 }]);
  expect(metricsOf(both, { runDataset: 'b-set', runId: 'r1' })).toEqual([{ name: 'a', value: 2 }]);
});

it('what another run measured on the logged model is found, by the dataset that it alone names', () => {
  const logged = [{ key: 'a', value: 3, dataset_name: 'test-set', dataset_digest: 'cc04bdec', run_id: 'r2' }];
  const trained = read([{ key: 'a', value: 9 }], [dataset('train-set', 'training')], logged);
  const measured = { kind: 'measured', runId: 'r2', dataset: { name: 'test-set', version: 'cc04bdec' } };
  expect(evaluationOfRun(trained, ALL)).toMatchObject({ ...measured, metrics: [{ value: 3 }] });
  const stated = { name: 'test-set', version: '7' };
  expect(evaluationOfRun(trained, { ...ALL, dataset: stated })).toMatchObject({
    dataset: stated,
    metrics: [{ value: 3 }],
  });
});

it('some metrics may be asked for, and a prefix is left off', () => {
  const metrics = ['test_a', 'test_b', 'a'].map((key) => ({ key, value: 1 }));
  expect(metricsOf(read(metrics), { prefix: 'test_', metrics: ['test_b', 'a'] })).toEqual([{ name: 'b', value: 1 }]);
  expect(metricsOf(read(metrics), { metrics: ['c'] })).toEqual({ kind: 'empty', known: ['test_a', 'test_b', 'a'] });
});
