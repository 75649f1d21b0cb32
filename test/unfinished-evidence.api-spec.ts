import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ENGINE_ENV, SMALL, Submitter } from './support/app/predictions.js';

let app: TestApp;
let ci: Submitter;
let admin: Submitter;
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-predictions-'));
const POLICY = {
  rules: [{ metric: 'accuracy', min: 0.5, dataset: { name: 'small' } }],
  approvals: { slots: [] },
  allowSkipStaging: true,
};

beforeAll(async () => {
  const env = { ...ENGINE_ENV, STAGEGATE_DATA_DIR: dataDir, STAGEGATE_PREDICTIONS_GATE_WAIT_SECONDS: '0' };
  app = await TestApp.start({ env });
  ci = new Submitter(app, await app.as('ci', 'contributor'));
  admin = new Submitter(app, await app.as('root', 'admin'));
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const good = { name: 'a.csv', content: 'id,label,score\n1,0,0.1\n2,1,0.9\n3,1,0.8\n' };
const broken = { name: 'a.csv', content: 'id,label\n1,0\n' };

/** A version with good evidence, before a gate that it passes. */
async function measured(model: string, policy: object = POLICY): Promise<Json> {
  await admin.model(model, 2);
  await admin.client.put(`/models/${model}/gate-policy`, policy);
  return (await ci.measured(model, 1, SMALL, good)).job;
}

/** The same measurement once more, of this version, which nobody begins. */
async function held(job: Json, changes: object = {}): Promise<string> {
  const id = uuidv7();
  const values = { id, status: 'queued', evaluation_id: null, due_at: '2100-01-01T00:00:00Z', finished_at: null };
  await app.dataSource.query(
    `INSERT INTO prediction_jobs SELECT (jsonb_populate_record(j, $2)).* FROM prediction_jobs j WHERE id = $1`,
    [job.id, JSON.stringify({ ...values, ...changes })],
  );
  return id;
}

const promote = (model: string, status: number, version = 1): Promise<Json> =>
  admin.client.post(`/models/${model}/versions/${version}/transitions`, { toStage: 'Production' }, status);

it('a version that is still being measured is refused with the id of the job, and passes when that is cancelled', async () => {
  const id = await held(await measured('open'));
  const refused = await promote('open', 422);
  expect(refused).toMatchObject({ code: 'GATES_REFUSED', gateReport: { verdict: 'ERROR' } });
  expect(refused.gateReport.rules[0]).toMatchObject({ reasonCode: 'EVALUATION_NOT_COMPLETE' });
  expect(refused.gateReport.rules[0].message).toContain(`prediction job ${id} of version 1 on small@1`);
  expect(refused.gateReport.reEvaluations).toMatchObject([{ version: 1, status: 'queued', jobId: id }]);
  const { body, headers } = await ci.client.send('POST', '/models/open/versions/1/gate-checks', {
    toStage: 'Production',
  });
  expect(body).toMatchObject({ verdict: 'ERROR', reEvaluations: [{ jobId: id }] });
  expect(headers.get('retry-after')).toBe('10');
  await ci.client.post(`/prediction-jobs/${id}/cancel`, undefined, 200);
  await promote('open', 201);
  const stored = refused.gateReport;
  expect((await admin.client.post(`/gate-reports/${stored.id}/replay`, undefined, 200)).digest).toBe(stored.digest);
});

it('a version whose newest measurement failed is refused with the id of the job, until it is measured again', async () => {
  await measured('failed');
  const { id } = await ci.submit('failed', 1, SMALL, broken);
  expect((await ci.ended(id)).status).toBe('failed');
  const refused = await promote('failed', 422);
  expect(refused.gateReport.rules[0]).toMatchObject({ status: 'ERROR', reasonCode: 'EVALUATION_NOT_COMPLETE' });
  expect(refused.gateReport.rules[0].message).toContain(`prediction job ${id} of version 1 on small@1 failed`);
  await ci.measured('failed', 1, SMALL, good);
  await promote('failed', 201);
});

it.each([
  ['other data', { request: { ...SMALL, dataset: { name: 'other', version: '1' }, compareWith: null } }],
  ['another version', { version: 2 }],
])('a measurement of %s stands in nobody’s way', async (kind, changes) => {
  const model = `elsewhere-${kind.length}`;
  await held(await measured(model), changes);
  await promote(model, 201);
});

it('an incumbent that is still being measured is waited for as well', async () => {
  const job = await measured('incumbent', { preset: 'open' });
  await promote('incumbent', 201);
  await ci.measured('incumbent', 2, SMALL, good);
  const policy = { ...POLICY, rules: [{ metric: 'accuracy', maxRegression: 0.01 }] };
  await admin.client.put('/models/incumbent/gate-policy', policy);
  const id = await held(job);
  const refused = await promote('incumbent', 422, 2);
  expect(refused.gateReport.rules[0].message).toContain(`prediction job ${id} of version 1`);
  await ci.client.post(`/prediction-jobs/${id}/cancel`, undefined, 200);
  await promote('incumbent', 201, 2);
});

it('a request that awaits approval ends where the version is being measured again', async () => {
  const job = await measured('approved', { ...POLICY, approvals: { slots: [{ role: 'approver', count: 1 }] } });
  const request = await promote('approved', 202);
  const id = await held(job);
  const approver = await app.as('ann', 'approver');
  const ended = await approver.post(`/transitions/${request.id}/approvals`, { decision: 'approve' }, 422);
  expect(ended.detail).toContain(id);
});
