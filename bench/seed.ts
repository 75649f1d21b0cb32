import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { runAll, type Target } from './load.js';

const LANES = 8;

export const POLICY = {
  rules: [
    { metric: 'accuracy', min: 0.8 },
    { metric: 'f1', maxRegression: 0.02, slices: [{}, { sex: 'Female' }, { sex: 'Male' }] },
    { metric: 'log_loss', maxRegression: 0.05 },
  ],
  approvals: { slots: [] },
  allowSkipStaging: true,
};

/** An evaluation of `count` metrics: those the policy asks for, and accuracy on further slices. */
export function evaluation(count: number): object {
  const named = [
    { name: 'accuracy', slice: {}, value: 0.87, count: 16281 },
    { name: 'log_loss', slice: {}, value: 0.28, count: 16281 },
    ...[{}, { sex: 'Female' }, { sex: 'Male' }].map((slice) => ({ name: 'f1', slice, value: 0.7, count: 5421 })),
  ];
  const more = Array.from({ length: count - named.length }, (_, index) => ({
    name: 'accuracy',
    slice: { occupation: `group-${index}` },
    value: 0.85,
    count: 500,
  }));
  return { dataset: { name: 'adult-test', version: '1' }, metrics: [...named, ...more] };
}

export async function send(target: Target, method: string, path: string, body: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${target.token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${target.url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** Models with version 1 in Production and `challengers` further versions, each with its evaluation. */
export async function seedModels(target: Target, names: readonly string[], challengers: number): Promise<void> {
  await runAll(names, LANES, async (name) => {
    await send(target, 'POST', '/models', { name });
    for (let version = 1; version <= 1 + challengers; version += 1) {
      await send(target, 'POST', `/models/${name}/versions`, { artifactUri: `s3://bench/${name}/${version}` });
      await send(target, 'POST', `/models/${name}/versions/${version}/evaluations`, evaluation(20));
    }
    await send(target, 'POST', `/models/${name}/versions/1/transitions`, { toStage: 'Production' });
  });
}

/** A model with this many versions, the middle one in Production; small transactions keep the model's row short of versions. */
export async function seedVersions(client: pg.Client, target: Target, name: string, versions: number): Promise<void> {
  const id = uuidv7();
  await client.query(
    `INSERT INTO models (id, name, created_at, created_by, updated_at) VALUES ($1, $2, now(), 'bench', now())`,
    [id, name],
  );
  for (let left = versions; left > 0; left -= 200) {
    await client.query(
      `INSERT INTO model_versions (model_id, artifact_uri, created_by)
       SELECT $1, 's3://bench/' || n, 'bench' FROM generate_series(1, $2::int) n`,
      [id, Math.min(left, 200)],
    );
  }
  await client.query('ANALYZE models, model_versions');
  const middle = Math.ceil(versions / 2);
  await send(target, 'POST', `/models/${name}/versions/${middle}/evaluations`, evaluation(20));
  await send(target, 'POST', `/models/${name}/versions/${middle}/transitions`, { toStage: 'Production' });
}
