import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ENGINE_ENV, type FileToSend, Submitter } from './support/app/predictions.js';

let app: TestApp;
let ci: Submitter;
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));
const dataset = { name: 'inputs', version: '1' };

beforeAll(async () => {
  app = await TestApp.start({ env: { ...ENGINE_ENV, STAGEGATE_DATA_DIR: dataDir } });
  ci = new Submitter(app, await app.as('ci', 'contributor', 'admin'));
  await ci.model('m', 3);
});
afterAll(async () => {
  await app.stop();
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

/** Where a file stands is what the fixtures say, and what a request has to name. */
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
