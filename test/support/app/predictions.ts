import { readdirSync, readFileSync } from 'node:fs';
import { type Answer, type Client, type Json } from './client.js';
import { type TestApp } from './app.js';
import { checkAnswer } from './contract.js';
import { found, until } from '../limits.js';

/** Lets the engine process have its turn on a machine that is busy with the specs, and draw as much as it does by default. */
export const DRAWING_ENV = { STAGEGATE_PREDICTIONS_NICENESS: '0', PATH: process.env.PATH ?? '' };

/** The same without replicates, which take most of the time of a comparison, for specs that look at none. */
export const ENGINE_ENV = { ...DRAWING_ENV, STAGEGATE_PREDICTIONS_MAX_DRAWS: '0' };

const CENSUS_PREDICTIONS = '../../../examples/census-income/predictions/';

export const CENSUS_SLICES = ['sex', 'race', 'age_band', 'education', 'hours_band', 'native_us'];

export const CENSUS = {
  task: 'binary',
  dataset: { name: 'adult', version: '1', digest: `sha256:${'a'.repeat(64)}`, split: 'test' },
  columns: { rowId: 'row_id', label: 'label', prediction: 'prediction', score: 'score', latencyMs: 'latency_ms' },
  slices: CENSUS_SLICES,
};

export const DIAMONDS = {
  task: 'regression',
  dataset: { name: 'diamonds', version: '1', split: 'test' },
  columns: { rowId: 'row_id', label: 'label', prediction: 'prediction' },
  slices: ['cut', 'color', 'clarity', 'carat_band'],
};

/** A small binary file by columns id, label and score. */
export const SMALL = {
  task: 'binary',
  dataset: { name: 'small', version: '1' },
  columns: { rowId: 'id', label: 'label', score: 'score' },
};

/** A file of the fixtures; the predictions of the census models are those of the examples. */
export function fixture(name: string): Buffer {
  const [, version] = /^census-(v\d\.parquet)$/.exec(name) ?? [];
  const path = version === undefined ? `../../fixtures/predictions/${name}` : CENSUS_PREDICTIONS + version;
  return readFileSync(new URL(path, import.meta.url));
}

export function readJson(name: string): Json {
  return JSON.parse(fixture(name).toString('utf8'));
}

export interface FileToSend {
  name: string;
  content: string | Uint8Array;
}

/** Someone who submits prediction files and waits for what comes of them. */
export class Submitter {
  constructor(
    private readonly app: Pick<TestApp, 'url'>,
    readonly client: Client,
  ) {}

  /** The whole answer to an upload, held against the API document. */
  async upload(
    path: string,
    request: unknown,
    file: FileToSend,
    name = 'file',
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const form = new FormData();
    form.append('request', new Blob([JSON.stringify(request)], { type: 'application/json' }), 'request.json');
    form.append(name, new Blob([file.content]), file.name);
    return this.send(path, form, headers);
  }

  async send(path: string, body: FormData | string, headers: Record<string, string> = {}): Promise<Answer> {
    const target = `/api/v1${path}`;
    const authorization = `Bearer ${this.client.token}`;
    const response = await fetch(`${this.app.url}${target}`, {
      method: 'POST',
      headers: { authorization, ...headers },
      body,
    });
    const answer = { status: response.status, headers: response.headers, body: (await response.json()) as Json };
    checkAnswer('POST', target, answer);
    return answer;
  }

  async submit(model: string, version: number, request: unknown, file: FileToSend): Promise<Json> {
    const path = `/models/${model}/versions/${version}/evaluations/from-predictions`;
    const { status, body } = await this.upload(path, request, file);
    if (status !== 202) throw new Error(`The upload was answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** The job once it has ended. */
  async ended(id: string): Promise<Json> {
    return found(`job ${id} has ended`, async () => {
      const job = await this.client.get(`/prediction-jobs/${id}`);
      return ['queued', 'running'].includes(job.status) ? undefined : job;
    });
  }

  /** Submits, waits, and answers job and evaluation. */
  async measured(
    model: string,
    version: number,
    request: unknown,
    file: FileToSend,
  ): Promise<{ job: Json; evaluation: Json }> {
    const job = await this.ended((await this.submit(model, version, request, file)).id);
    if (job.status !== 'succeeded') throw new Error(`The job ${job.status}: ${JSON.stringify(job.error)}`);
    return { job, evaluation: await this.client.get(`/evaluations/${job.evaluationId}`) };
  }

  /** Submits what must fail, and answers why. */
  async refused(model: string, version: number, request: unknown, file: FileToSend): Promise<Json> {
    const job = await this.ended((await this.submit(model, version, request, file)).id);
    if (job.status !== 'failed') throw new Error(`The job ${job.status}.`);
    return job.error;
  }

  async model(name: string, versions: number): Promise<void> {
    await this.client.post('/models', { name });
    for (let number = 1; number <= versions; number += 1) {
      await this.client.post(`/models/${name}/versions`, { artifactUri: `s3://models/${name}/${number}` });
    }
  }
}

/** Ends when a folder is empty: what a job leaves goes after its outcome is committed, and so after it can be seen. */
export function emptied(folder: string): Promise<void> {
  return until(`${folder} is empty`, () => readdirSync(folder).length === 0);
}

/** Metrics of an evaluation by name and slice. */
export function metricsOf(evaluation: Json): (name: string, slice?: object) => Json {
  const key = (name: string, slice: object) => JSON.stringify([name, Object.entries(slice).sort()]);
  const known = new Map<string, Json>(
    evaluation.metrics.map((metric: Json) => [key(metric.name, metric.slice), metric]),
  );
  return (name, slice = {}) => known.get(key(name, slice));
}

/** Equal to 1e-9, relative to values above 1. */
export function isClose(actual: number, expected: number): boolean {
  return Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}
