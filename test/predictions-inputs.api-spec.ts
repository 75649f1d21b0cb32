import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ENGINE_ENV, type FileToSend, Submitter } from './support/app/predictions.js';

let app: TestApp;
let ci: Submitter;
const log: string[] = [];
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));
const dataset = { name: 'inputs', version: '1' };

beforeAll(async () => {
  app = await TestApp.start({
    env: { ...ENGINE_ENV, STAGEGATE_DATA_DIR: dataDir },
    onLog: (line) => log.push(line),
  });
  ci = new Submitter(app, await app.as('ci', 'contributor', 'admin'));
  await ci.model('m', 3);
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const input = (name: string): FileToSend => ({
  name,
  content: readFileSync(new URL(`./fixtures/inputs/${name}`, import.meta.url)),
});

interface Expected {
  status?: 'succeeded' | 'failed';
  /** Value and count by name, and for a slice by name|feature=value. */
  metrics?: Record<string, [value: number, count: number]>;
  code?: string;
  sameSlicesAs?: string;
}

const CASES: { about: string; file: string; request: object; expect: Expected }[] = JSON.parse(
  input('expected.json').content.toString(),
);

/** Metrics by name and slice. */
function byName(evaluation: Json): Record<string, [number, number]> {
  const key = ({ name, slice }: Json) =>
    [name, ...Object.entries(slice).map(([feature, value]) => `${feature}=${String(value)}`)].join('|');
  return Object.fromEntries(evaluation.metrics.map((metric: Json) => [key(metric), [metric.value, metric.count]]));
}

/** The job of a file once it has ended, compared with nothing unless the request says so. */
const ended = async (version: number, request: object, file: FileToSend) =>
  ci.ended((await ci.submit('m', version, { dataset, compareWith: [], ...request }, file)).id);

const metricsOf = async (version: number, request: object, file: FileToSend) => {
  const job = await ended(version, request, file);
  expect(job).toMatchObject({ status: 'succeeded', error: null });
  return byName(await ci.client.get(`/evaluations/${job.evaluationId}`));
};

describe('files as people write them', () => {
  it.each(CASES)('$file: $about', async ({ file, request, expect: expected }) => {
    if (expected.sameSlicesAs !== undefined) {
      const other = await metricsOf(1, request, input(expected.sameSlicesAs));
      expect(await metricsOf(1, request, input(file))).toEqual(other);
      return;
    }
    if (expected.status === 'failed') {
      expect(await ended(1, request, input(file))).toMatchObject({ status: 'failed', error: { code: expected.code } });
      return;
    }
    expect(await metricsOf(1, request, input(file))).toMatchObject(expected.metrics!);
  });
});

const BINARY = { task: 'binary', columns: { rowId: 'id', label: 'y', prediction: 'p' } };
const text = (name: string, ...lines: string[]): FileToSend => ({ name, content: `${lines.join('\n')}\n` });

describe('one frame is the same rows and slices whatever wrote it', () => {
  const slices = [
    'member',
    'asked',
    'day',
    'time',
    'local',
    'universal',
    'band',
    'share',
    'kind',
    'count',
    'date',
    'price',
  ];
  const request = { ...BINARY, dataset: { name: 'frame', version: '1' }, slices };

  let theirs: Record<string, [number, number]>;
  beforeAll(async () => {
    theirs = await metricsOf(1, request, input('frame.parquet'));
  });

  it('the Parquet file says what they are', () => {
    expect(theirs).toMatchObject({
      accuracy: [0.75, 4],
      'accuracy|member=true': [0.5, 2],
      'accuracy|asked=__null__': [1, 1],
      'accuracy|day=2024-01-02': [1, 2],
      'accuracy|time=2024-01-02 12:30:00.5': [1, 1],
      'accuracy|local=2023-12-31 23:00:00': [0.5, 2],
      'accuracy|universal=2024-01-01': [0.5, 2],
      'accuracy|band=1': [1, 2],
      'accuracy|share=1e-05': [1, 1],
      'accuracy|share=1e+16': [0, 1],
      'accuracy|count=2': [0, 1],
      'accuracy|date=__null__': [1, 1],
      'accuracy|price=2.50': [1, 1],
    });
  });

  it.each([
    ['frame-indexed.parquet', {}],
    ['frame-polars.parquet', {}],
    ['frame-pandas.csv', {}],
    ['frame-polars.csv', {}],
    ['frame-german.csv', { delimiter: ';' }],
    ['frame-pandas.ndjson', {}],
    ['frame-polars.ndjson', {}],
  ])('%s pairs with it and has its slices', async (file, form) => {
    const paired = await ended(2, { ...request, ...form, compareWith: [1] }, input(file));
    expect(paired).toMatchObject({ status: 'succeeded' });
    const ours = await ci.client.get(`/evaluations/${paired.evaluationId}`);
    expect(byName(ours)).toEqual(theirs);
    expect(ours.paired.find(({ slice }: Json) => slice.member === 'true').counts).toEqual(
      expect.objectContaining({ 111: 1, 100: 1 }),
    );
  });
});

describe('ids', () => {
  it('pair with those that an earlier release kept as text', async () => {
    const on = { ...BINARY, dataset: { name: 'earlier', version: '1' }, slices: ['member'] };
    const file = text('a.csv', 'id,y,p,member', '1,1,1,True', '2,0,0,False', '3,1,1,True', '4,0,0,False');
    const { id } = await ended(1, on, file);
    await keptBefore(id, input('kept-earlier.parquet').content);
    const job = await ended(2, { ...on, compareWith: [1] }, file);
    expect(job).toMatchObject({ status: 'succeeded', warnings: [] });
    const { paired } = await ci.client.get(`/evaluations/${job.evaluationId}`);
    expect(paired.find(({ slice }: Json) => slice.member === 'true').counts).toMatchObject({ 111: 1, 110: 1 });
    const again = await ci.client.post(
      '/models/m/versions/2/evaluations/from-stored-predictions',
      { dataset: on.dataset, rowsOf: 1, compareWith: [1] },
      202,
    );
    const measured = await ci.ended(again.id);
    expect(byName(await ci.client.get(`/evaluations/${measured.evaluationId}`))).toMatchObject({
      'accuracy|member=true': [1, 2],
    });
  });

  it('of several columns tell rows apart together, and pair', async () => {
    const columns = { rowId: ['order', 'line'], label: 'y', prediction: 'p' };
    const on = { ...BINARY, columns, dataset: { name: 'lines', version: '1' } };
    const header = 'order,line,y,p';
    await metricsOf(1, on, text('a.csv', header, 'A,1,1,1', 'A,2,0,0', 'B,1,1,0'));
    const job = await ended(2, { ...on, compareWith: [1] }, text('a.csv', header, 'B,1.0,1,1', 'A,1,1,1', 'A,2,0,0'));
    const { paired } = await ci.client.get(`/evaluations/${job.evaluationId}`);
    expect(paired[0].counts).toMatchObject({ 110: 1, 111: 1, '000': 1 });
    expect((await ended(1, on, text('a.csv', header, 'A,1,1,1', 'A,,0,0'))).error).toMatchObject({
      code: 'MISSING_ROW_ID',
      line: 3,
      column: 'line',
    });
    expect((await ended(1, on, text('a.csv', header, 'A,1,1,1', 'A,1,0,0'))).error).toMatchObject({
      code: 'DUPLICATE_ROW_ID',
      line: 3,
    });
  });

  it('that rows have none of leave metrics, a warning, and nothing to pair with', async () => {
    const on = { ...BINARY, columns: { label: 'y', prediction: 'p' }, dataset: { name: 'no-ids', version: '1' } };
    const file = text('a.csv', 'y,p', '1,1', '0,0', '1,0', '0,0');
    const job = await ended(1, on, file);
    expect(job).toMatchObject({ status: 'succeeded', rowsTotal: 4 });
    expect(job.warnings).toEqual([expect.stringContaining('nothing can be paired')]);
    const evaluation = await ci.client.get(`/evaluations/${job.evaluationId}`);
    expect(evaluation).toMatchObject({ predictionDigest: null, paired: [] });
    const other = await ended(2, { ...on, compareWith: [1] }, file);
    expect(other.warnings).toHaveLength(2);
    expect(other.warnings[0]).toBe('Version 1 was not compared with: rows have no id.');
    const stored = '/models/m/versions/1/evaluations/from-stored-predictions';
    expect((await ci.client.post(stored, { dataset: on.dataset }, 404)).code).toBe('PREDICTIONS_NOT_STORED');
  });
});

it('kept predictions whose classes the request names the other way round are neither paired nor measured on other rows', async () => {
  const on = { ...BINARY, dataset: { name: 'classes', version: '1' } };
  const file = text('a.csv', 'id,y,p', '1,yes,yes', '2,no,no', '3,yes,no', '4,no,no');
  expect(await ended(1, { ...on, classes: ['no', 'yes'] }, file)).toMatchObject({ status: 'succeeded' });
  const other = await ended(2, { ...on, classes: ['yes', 'no'], compareWith: [1] }, file);
  expect(other).toMatchObject({ status: 'succeeded', warnings: [expect.stringMatching(/^Version 1 .* 'yes' as the/)] });
  const body = { dataset: on.dataset, rowsOf: 2 };
  const refused = await ci.client.post('/models/m/versions/1/evaluations/from-stored-predictions', body, 404);
  expect(refused).toMatchObject({ code: 'PREDICTIONS_NOT_STORED', detail: expect.stringMatching(/'yes' as the/) });
});

/** Puts rows in the place of those that a job kept, as an earlier release would have kept them. */
async function keptBefore(jobId: string, content: string | Uint8Array): Promise<void> {
  const id = uuidv7();
  writeFileSync(join(dataDir, 'predictions', 'stored', `${id}.parquet`), content);
  await app.dataSource.query(
    `INSERT INTO stored_predictions
     SELECT (jsonb_populate_record(p, jsonb_build_object('id', $2::text, 'file_digest', $3::text, 'bytes', $4::int,
       'created_at', p.created_at + interval '1 second'))).*
     FROM stored_predictions p WHERE id = $1`,
    [jobId, id, `sha256:${createHash('sha256').update(content).digest('hex')}`, content.length],
  );
}

it('a fault of the service is no fault of the file: it is logged, counted and told as one', async () => {
  const job = await ended(1, { ...BINARY, columns: SCORED }, text('a.csv', 'id,y,s', '1,1,0.5'));
  const id = uuidv7();
  writeFileSync(join(dataDir, 'predictions', 'incoming', id), 'id,y,s\n1,1,0.5\n');
  const before = await failures();
  await app.dataSource.query(
    `INSERT INTO prediction_jobs (id, model_id, version, status, request, source, store_id, request_id, created_at, created_by)
     SELECT $2, model_id, version, 'queued', jsonb_set(request, '{spec,threshold}', to_jsonb('CAST(''none'' AS DOUBLE)'::text)),
       source, store_id, request_id, created_at, created_by FROM prediction_jobs WHERE id = $1`,
    [job.id, id],
  );
  await ended(1, { ...BINARY, columns: SCORED }, text('a.csv', 'id,y,s', '1,1,0.5'));
  expect(await ci.ended(id)).toMatchObject({ status: 'failed', error: { code: 'INTERNAL_ERROR' } });
  expect(log.some((line) => line.includes(id) && line.includes('Could not convert string'))).toBe(true);
  expect(await failures()).toBe(before + 1);
});

const SCORED = { rowId: 'id', label: 'y', score: 's' };

/** How many jobs the service says it failed by itself. */
async function failures(): Promise<number> {
  const page = await fetch(`${app.url}/metrics`, { headers: { authorization: `Bearer ${ci.client.token}` } });
  return Number(/prediction_jobs_failed_total\{code="INTERNAL_ERROR"\} (\d+)/.exec(await page.text())![1]);
}
