import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { DRAWING_ENV, fixture, isClose, metricsOf, readJson, Submitter } from './support/app/predictions.js';

let app: TestApp;
let ci: Submitter;
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));
const references = readJson('small-references.json');
const further = readJson('further-references.json');

beforeAll(async () => {
  app = await TestApp.start({ env: { ...DRAWING_ENV, STAGEGATE_DATA_DIR: dataDir } });
  ci = new Submitter(app, await app.as('ci', 'admin'));
  await ci.model('small', 3);
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The rows of a reference as a CSV file. */
function toCsv({ columns, rows }: { columns: string[]; rows: unknown[][] }) {
  return { name: 'rows.csv', content: `${[columns, ...rows].map((row) => row.join(',')).join('\n')}\n` };
}

/** The rows of a reference as NDJSON. */
function toNdjson({ columns, rows }: { columns: string[]; rows: unknown[][] }) {
  const lines = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, row[index]]))));
  return { name: 'rows.ndjson', content: lines.join('\n') };
}

function differences(evaluation: Json, expected: [object, Record<string, number>][]): string[] {
  const metric = metricsOf(evaluation);
  return expected.flatMap(([slice, values]) =>
    Object.entries(values)
      .filter(([name, value]) => !isClose(metric(name, slice)?.value ?? NaN, value))
      .map(([name, value]) => `${name} ${JSON.stringify(slice)}: ${metric(name, slice)?.value} instead of ${value}`),
  );
}

const dataset = (name: string) => ({ name, version: '1' });

it.each([
  ['plain', undefined, 'multiclass'],
  ['weighted', 'w', 'multiclassWeighted'],
])('multiclass metrics, %s, equal those of scikit-learn', async (kind, weight, others) => {
  const columns = {
    rowId: 'id',
    label: 'label',
    prediction: 'prediction',
    weight,
    probabilities: { cat: 'p_cat', dog: 'p_dog', fox: 'p_fox' },
  };
  const request = {
    task: 'multiclass',
    dataset: dataset('animals'),
    columns,
    slices: ['g'],
    classes: ['cat', 'dog', 'fox'],
  };
  const { evaluation } = await ci.measured('small', 1, request, toNdjson(references.multiclass));
  expect(differences(evaluation, references.multiclass[kind])).toEqual([]);
  expect(differences(evaluation, further[others])).toEqual([]);
  expect(metricsOf(evaluation)('top_3_accuracy')).toBeUndefined();
  const { definition } = metricsOf(evaluation)('f1_macro');
  expect(definition).toBe(weight && 'weighted by w');
});

it('weighted binary metrics with tied scores and a threshold equal those of scikit-learn', async () => {
  const { weighted } = references;
  const columns = { rowId: 'id', label: 'label', score: 'score', weight: 'w' };
  const request = { task: 'binary', dataset: dataset('ties'), columns, slices: ['g'], threshold: weighted.threshold };
  const { evaluation } = await ci.measured('small', 1, request, toCsv(weighted));
  expect(differences(evaluation, weighted.expected)).toEqual([]);
  expect(differences(evaluation, further.binaryWeighted)).toEqual([]);
  const metric = metricsOf(evaluation);
  expect(metric('f1').definition).toBe('score >= 0.4, weighted by w');
  expect(metric('auc_roc')).not.toHaveProperty('standardError');
});

it('metrics of rows that count alike equal those of scikit-learn and statsmodels, and carry standard errors', async () => {
  const columns = { rowId: 'id', label: 'label', score: 'score', latencyMs: 'w' };
  const { threshold } = references.weighted;
  const request = { task: 'binary', dataset: dataset('alike'), columns, slices: ['g'], threshold };
  const { evaluation } = await ci.measured('small', 1, request, toCsv(references.weighted));
  expect(differences(evaluation, further.binary)).toEqual([]);
  const metric = metricsOf(evaluation);
  for (const [slice, errors] of further.calibrationErrors)
    for (const [name, error] of Object.entries<number>(errors))
      expect(metric(name, slice).standardError / error).toBeCloseTo(1, 6);
  for (const name of ['mcc', 'cohen_kappa', 'f2', 'f0_5']) expect(metric(name).standardError).toBeGreaterThan(0);
  const at = references.weighted.columns.indexOf('w');
  const latencies: number[] = references.weighted.rows.map((row: Json[]) => row[at]);
  const mean = latencies.reduce((sum, latency) => sum + latency, 0) / latencies.length;
  expect(metric('latency_ms_mean')).toMatchObject({ unit: 'ms', count: latencies.length });
  expect(metric('latency_ms_mean').value).toBeCloseTo(mean, 12);
  const spread = latencies.reduce((sum, latency) => sum + (latency - mean) ** 2, 0) / (latencies.length - 1);
  expect(metric('latency_ms_mean').standardError).toBeCloseTo(Math.sqrt(spread / latencies.length), 12);
});

it('weighted regression metrics equal those of scikit-learn', async () => {
  const columns = { rowId: 'id', label: 'label', prediction: 'prediction', weight: 'w' };
  const request = { task: 'regression', dataset: dataset('numbers'), columns, slices: ['g'] };
  const { evaluation } = await ci.measured('small', 1, request, toCsv(references.weightedRegression));
  expect(differences(evaluation, references.weightedRegression.expected)).toEqual([]);
  expect(differences(evaluation, further.regressionWeighted)).toEqual([]);
  const alike = { ...request, columns: { ...columns, weight: undefined } };
  const plain = await ci.measured('small', 2, { ...alike, compareWith: [] }, toCsv(references.weightedRegression));
  expect(differences(plain.evaluation, further.regression)).toEqual([]);
});

it('ranking metrics are means over queries and equal those of scikit-learn', async () => {
  const columns = { rowId: 'id', label: 'label', score: 'score', unit: 'query' };
  const request = { task: 'ranking', dataset: dataset('search'), columns, slices: ['side'], cutoffs: [3, 5] };
  const first = await ci.measured('small', 1, request, toCsv(references.ranking));
  expect(differences(first.evaluation, references.ranking.expected)).toEqual([]);
  expect(differences(first.evaluation, further.ranking)).toEqual([]);
  expect(metricsOf(first.evaluation)('ndcg_5')).toMatchObject({ count: 12 });
  const worse = { ...references.ranking, rows: references.ranking.rows.map((row: Json[]) => row.with(3, 1 - row[3])) };
  const second = await ci.measured('small', 2, { ...request, compareWith: [1] }, toCsv(worse));
  const pair = second.evaluation.paired.find(({ metric, slice }: Json) => metric === 'ndcg_5' && slice.side === 'new');
  const delta =
    metricsOf(second.evaluation)('ndcg_5', { side: 'new' }).value -
    metricsOf(first.evaluation)('ndcg_5', { side: 'new' }).value;
  expect(pair).toMatchObject({ kind: 'meanDiff', n: 4 });
  expect(pair.sumD / 4).toBeCloseTo(delta, 12);
});

it('a ranking that tells no rows apart earns nothing by the order of their ids', async () => {
  const rows = Array.from({ length: 30 }, (_, row) => [row, row % 10 < 2 ? 1 : 0, 0.5, `q${Math.floor(row / 10)}`]);
  const columns = { rowId: 'id', label: 'label', score: 'score', unit: 'query' };
  const request = { task: 'ranking', dataset: dataset('tied'), columns, cutoffs: [5], compareWith: [] };
  const table = { columns: ['id', 'label', 'score', 'query'], rows };
  const valueOf = metricsOf((await ci.measured('small', 1, request, toCsv(table))).evaluation);
  // The value of scikit-learn's ndcg_score, which averages over ties.
  expect(valueOf('ndcg_5').value).toBeCloseTo(0.3615678863449232, 12);
  expect(valueOf('precision_at_5').value).toBeCloseTo(0.2, 12);
  expect(valueOf('recall_at_5').value).toBeCloseTo(0.5, 12);
  expect(valueOf('ndcg_exp_5').value).toBeCloseTo(0.3615678863449232, 12);
  expect(valueOf('mrr').value).toBeCloseTo(1 / 9, 12);
});

it('rows of one unit move together: standard errors and pairs are those of clusters', async () => {
  const differencesOfRows = [0.12, -0.05, 0.3, 0.02, -0.11, 0.07, 0.18, -0.02, 0.09, 0.04, 0, 0.15];
  const rows = differencesOfRows.map((difference, index) => [index, 10, 11 + difference, `u${Math.floor(index / 3)}`]);
  const columns = ['id', 'label', 'prediction', 'user'];
  const base = { columns, rows: rows.map(([id, label, , user]) => [id, label, 11, user]) };
  const request = {
    task: 'regression',
    dataset: dataset('clusters'),
    columns: { rowId: 'id', label: 'label', prediction: 'prediction', unit: 'user' },
  };
  await ci.measured('small', 1, request, toCsv(base));
  const { evaluation } = await ci.measured('small', 2, { ...request, compareWith: [1] }, toCsv({ columns, rows }));
  const pair = evaluation.paired.find(({ metric }: Json) => metric === 'mae');
  expect(pair).toMatchObject({ kind: 'clusterDiff', n: 12, clusters: 4 });
  const mean = pair.sumD / 12;
  const spread = pair.sumClusterD2 - 2 * mean * pair.sumClusterND + mean * mean * pair.sumClusterN2;
  // The golden value of statsmodels for these differences and clusters.
  expect(Math.sqrt((4 / 3) * spread) / 12).toBeCloseTo(0.0271952815, 9);
  expect(metricsOf(evaluation)('mae').standardError).toBeCloseTo(0.0271952815, 9);
});

it('weights reach the pairs, and what weights do not support is left out', async () => {
  const { weighted } = references;
  const columns = { rowId: 'id', label: 'label', score: 'score', weight: 'w' };
  const request = { task: 'binary', dataset: dataset('weights'), columns };
  await ci.measured('small', 1, request, toCsv(weighted));
  const shifted = { ...weighted, rows: weighted.rows.map((row: Json[]) => row.with(2, row[2] / 2)) };
  const { evaluation } = await ci.measured('small', 2, { ...request, compareWith: [1] }, toCsv(shifted));
  const of = (asked: string) => evaluation.paired.filter(({ kind }: Json) => kind === asked);
  const namesOf = (asked: string) =>
    of(asked)
      .map(({ metric }: Json) => metric)
      .sort();
  expect(namesOf('weightedDiff')).toEqual(['accuracy', 'brier', 'log_loss']);
  const ofScores = ['auc_roc', 'average_precision', 'ece_10'];
  // No row is predicted positive by the second, so its precision and its correlation are 0/0.
  const ofCells = ['cohen_kappa', 'f0_5', 'f1', 'f2', 'fpr', 'recall', 'selection_rate', 'specificity'];
  expect(namesOf('replicates')).toEqual([...ofScores, ...ofCells].sort());
  expect(evaluation.paired).toHaveLength(3 + 3 + 8);
});

it('what is 0/0 is undefined, never a number', async () => {
  const content = 'id,label,score,g\n1,0,0.1,a\n2,0,0.2,a\n3,1,0.9,b\n4,0,0.4,b\n';
  const columns = { rowId: 'id', label: 'label', score: 'score' };
  const request = { task: 'binary', dataset: dataset('one-sided'), columns, slices: ['g'] };
  const { evaluation } = await ci.measured('small', 1, request, { name: 'a.csv', content });
  const metric = metricsOf(evaluation);
  for (const name of ['precision', 'recall', 'f1', 'auc_roc', 'average_precision']) {
    expect(metric(name, { g: 'a' })).toMatchObject({ undefined: true, count: 2 });
    expect(metric(name, { g: 'a' })).not.toHaveProperty('value');
  }
  expect(metric('auc_roc', { g: 'b' })).toMatchObject({ value: 1, count: 2 });
});

it('a missing slice value is a slice of its own, and classes may be words', async () => {
  const content = 'id,label,score,g\n1,no,0.1,a\n2,yes,0.2,\n3,yes,0.9,""\n';
  const columns = { rowId: 'id', label: 'label', score: 'score' };
  const request = { task: 'binary', dataset: dataset('words'), columns, slices: ['g'], classes: ['no', 'yes'] };
  const { evaluation } = await ci.measured('small', 1, request, { name: 'a.csv', content });
  expect(metricsOf(evaluation)('accuracy', { g: '__null__' })).toMatchObject({ value: 0.5, count: 2 });
});

it('equal predictions have one digest whatever the order of the rows, and another score another', async () => {
  const columns = { rowId: 'id', label: 'label', score: 'score' };
  const request = { task: 'binary', dataset: dataset('order'), columns };
  const digestOf = async (content: string) =>
    (await ci.measured('small', 1, request, { name: 'a.csv', content })).evaluation.predictionDigest;
  const first = await digestOf('id,label,score\na,0,0.1\nb,1,0.7\n');
  expect(await digestOf('score,id,label\n0.7,b,1\n0.1,a,0\n')).toBe(first);
  expect(await digestOf('id,label,score\na,0,0.1\nb,1,0.6\n')).not.toBe(first);
});

it.each(['small.csv.zst', 'small.ndjson.zst'])('%s is read as its plain text would be', async (name) => {
  const columns = { rowId: 'id', label: 'label', score: 'score' };
  const request = { task: 'binary', dataset: dataset(name), columns };
  const { job, evaluation } = await ci.measured('small', 1, request, { name, content: fixture(name) });
  expect(job.rowsRead).toBe(5_000);
  expect(metricsOf(evaluation)('accuracy')).toMatchObject({ value: 0.75, count: 5_000 });
});
