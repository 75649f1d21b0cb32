import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Service } from './service.js';

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'census-income');

function read(name: string): object {
  return JSON.parse(readFileSync(join(EXAMPLE, name), 'utf8')) as object;
}

/** Gates that look at every group, by statistics, and at small ones together. */
const POLICY = {
  description: 'No group pays for a gain elsewhere.',
  stages: {
    Staging: { rules: [{ id: 'accuracy-floor', metric: 'accuracy', min: 0.8 }] },
    Production: {
      rules: [
        { id: 'auc-floor', metric: 'auc_roc', min: 0.88 },
        {
          id: 'f1-by-sex',
          metric: 'f1',
          maxRegression: 0.02,
          mode: 'non_inferiority',
          slicesOf: ['sex'],
          includeOverall: true,
        },
        {
          id: 'f1-groups',
          metric: 'f1',
          maxRegression: 0.02,
          mode: 'non_inferiority',
          slicesOf: ['race', 'age_band'],
          minSliceSize: 200,
          poolSmallSlices: true,
        },
        { id: 'log-loss', metric: 'log_loss', maxRegression: 0.01, mode: 'non_inferiority', includeOverall: true },
      ],
      approvals: { slots: [{ role: 'approver', count: 1 }] },
    },
  },
};

const UPLOAD = {
  task: 'binary',
  dataset: { name: 'adult-test', version: '1', split: 'test' },
  columns: { rowId: 'row_id', label: 'label', prediction: 'prediction', score: 'score' },
  slices: ['sex', 'race', 'age_band'],
};

interface Report {
  gateReportId: string;
}

/**
 * The census example with what its predictions tell: version 2 in Production, version 3 refused for what it does to women and to two
 * small groups. Answers the id of the report.
 */
export async function seedCensus(service: Service, model: string): Promise<string> {
  await service.ask('POST', '/models', { ...read('model.json'), name: model });
  for (const version of [1, 2, 3])
    await service.ask('POST', `/models/${model}/versions`, read(`versions/v${version}.json`));
  await measure(service, model, 2);
  const policy = (document: object) => service.ask('PUT', `/models/${model}/gate-policy`, document);
  const move = (version: number, toStage: string) =>
    service.ask('POST', `/models/${model}/versions/${version}/transitions`, { toStage });
  await policy({ preset: 'open' });
  await move(2, 'Production');
  // Rows are compared with those of the version in Production.
  await measure(service, model, 3);
  await policy(POLICY);
  await move(3, 'Staging');
  // The refusal is what is looked at.
  await move(3, 'Production').catch(() => undefined);
  const { items } = await service.ask<{ items: Report[] }>('GET', `/models/${model}/transitions?limit=1`);
  return items[0]!.gateReportId;
}

/** Hands in predictions, and waits until the service has measured them. */
async function measure(service: Service, model: string, version: number): Promise<void> {
  const form = new FormData();
  form.append('request', new Blob([JSON.stringify(UPLOAD)], { type: 'application/json' }));
  const file = readFileSync(join(EXAMPLE, 'predictions', `v${version}.parquet`));
  form.append('file', new Blob([new Uint8Array(file)]), `v${version}.parquet`);
  const { id } = await service.send<{ id: string }>(
    `/models/${model}/versions/${version}/evaluations/from-predictions`,
    form,
  );
  for (;;) {
    const { status } = await service.ask<{ status: string }>('GET', `/prediction-jobs/${id}`);
    if (status === 'succeeded') return;
    if (status === 'failed' || status === 'cancelled') throw new Error(`The job of version ${version} ${status}.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** A model of so many slices that none would be read one by one. */
export async function seedManySlices(service: Service, model: string, slices: number): Promise<void> {
  await service.ask('POST', '/models', { name: model });
  for (const version of [1, 2]) {
    await service.ask('POST', `/models/${model}/versions`, { artifactUri: `s3://models/${version}` });
    const names = Array.from({ length: slices }, (_, index) => `shop ${index} at the far end of a long street`);
    const metrics = names.map((shop, index) => ({
      name: 'accuracy',
      slice: { shop },
      value: 0.8 + 0.0001 * ((index * 37 * version) % 400),
      count: 100,
    }));
    const whole = { name: 'accuracy', slice: {}, value: 0.8, count: 100 * slices };
    const dataset = { name: 'shops', version: '1' };
    await service.ask('POST', `/models/${model}/versions/${version}/evaluations`, {
      dataset,
      metrics: [whole, ...metrics],
    });
  }
}
