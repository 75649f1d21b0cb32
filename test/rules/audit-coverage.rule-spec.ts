import { type EntityManager } from 'typeorm';
import { type Client } from '../support/app/client.js';
import { DOCUMENT } from '../support/app/contract.js';
import { type Caller } from '../../src/platform/access/caller.js';
import { type AuditService } from '../../src/record/audit/audit.service.js';
import { type Action, EVENTS } from '../../src/record/events/catalogue.js';
import { TestApp } from '../support/app/app.js';
import { actionsOf, unlikeTheCatalogue } from '../support/app/audit-events.js';

/** Asked by POST, yet changing nothing, so that there is nothing to record; the list only shrinks. */
const CHANGES_NOTHING = [
  'checkGatePolicy',
  'checkDefaultGatePolicy',
  'startVerification',
  'checkGates',
  'replayGateReport',
  'backTestGatePolicy',
  'startBackTest',
  'cancelBackTest',
  'testWebhook',
];

/** Operations with a specification of their own for their events. */
const PROVEN_ELSEWHERE = [
  'submitPredictions',
  'evaluateRun',
  'evaluateStoredPredictions',
  'cancelPredictionJob',
  'exchangeToken',
  'startSession',
  'endSession',
  'endCurrentSession',
  'loadExample',
];

/** Kinds of events that no scenario here brings about, and the specification that does; the list only shrinks. */
const RECORDED_ELSEWHERE: Partial<Record<Action, string>> = {
  'run.read': 'test/version-runs.api-spec.ts has a tracking server',
  'predictions.submitted': 'test/predictions-jobs.api-spec.ts has prediction files',
  'predictions.succeeded': 'test/predictions-jobs.api-spec.ts has prediction files',
  'predictions.failed': 'test/predictions-jobs.api-spec.ts has prediction files',
  'predictions.cancelled': 'test/predictions-jobs.api-spec.ts has prediction files',
  'gate_report.differed': 'test/judgements.api-spec.ts has a report that was changed',
  'checkpoint_key.introduced': 'test/audit-proofs.api-spec.ts has checkpoints',
  'record.archived': 'test/archive.api-spec.ts archives',
  'session.started': 'test/sessions.api-spec.ts has browsers',
  'session.ended': 'test/sessions.api-spec.ts has browsers',
  'webhook.disabled': 'test/webhooks.api-spec.ts has a receiver that wants nothing more',
  'attestation.signed': 'test/attestations.api-spec.ts has checkpoints to prove by',
  'review.overdue': 'test/emergencies.api-spec.ts has a clock that goes on',
  'predictions.swept': 'test/predictions-retention.api-spec.ts waits for a sweep',
};

let app: TestApp;
let admin: Client;
let viewer: Client;
let count = 0;

beforeAll(async () => {
  app = await TestApp.start();
  admin = await app.as('admin', 'admin');
  viewer = await app.as('someone', 'viewer');
});

afterAll(() => app?.stop());

const EVIDENCE = {
  dataset: { name: 'd', version: '1' },
  metrics: [{ name: 'accuracy', slice: {}, value: 0.9, count: 1000 }],
};
const LENIENT = { rules: [{ metric: 'accuracy', min: 0.5 }], allowSkipStaging: true, approvals: { slots: [] } };
const STRICT = { ...LENIENT, approvals: { slots: [{ role: 'approver', count: 1 }] } };

const FAILING = { ...LENIENT, rules: [{ metric: 'accuracy', min: 0.99 }] };
const EMERGENCY = { toStage: 'Production', reason: 'down', ticket: 'INC-1' };
const freezeOf = (model: string) => ({
  name: 'week',
  reason: 'quiet',
  models: [model],
  recurrence: { cron: '0 0 1 1 *', duration: 'P1D' },
});
const TRUST = {
  issuer: 'https://ci.example',
  audience: 'stagegate',
  claims: { repository_id: '42' },
  roles: ['contributor'],
};

/** A model with evaluated versions, so that every operation finds something to change. */
async function prepare(versions = 1, policy: object = LENIENT): Promise<string> {
  const model = `covered-${(count += 1)}`;
  await admin.post('/models', { name: model });
  await admin.put(`/models/${model}/gate-policy`, policy);
  for (let version = 1; version <= versions; version += 1) {
    await admin.post(`/models/${model}/versions`, { artifactUri: `s3://${version}` });
    await admin.post(`/models/${model}/versions/${version}/evaluations`, EVIDENCE);
  }
  return model;
}

const promote = (model: string, version: number, status = 201) =>
  admin.post(`/models/${model}/versions/${version}/transitions`, { toStage: 'Production' }, status);

/** Nobody answers there. */
const WEBHOOK = { url: 'https://nobody.invalid/', types: ['dev.stagegate.token.issued.v1'] };
const SPAN = { from: '2020-01-01T00:00:00Z' };
const makeWebhook = async (): Promise<string> => (await admin.post('/webhooks', WEBHOOK)).id;

interface Request {
  method: string;
  path: string;
  body?: object;
}

/** One request per operation that changes something. */
const SCENARIOS: Record<string, () => Promise<Request>> = {
  createModel: async () => ({ method: 'POST', path: '/models', body: { name: `fresh-${(count += 1)}` } }),
  importModel: async () => ({
    method: 'POST',
    path: `/models/taken-over-${(count += 1)}/import`,
    body: {
      source: 'https://mlflow.example',
      createdAt: '2025-01-01T00:00:00.000Z',
      updatedAt: '2025-01-01T00:00:00.000Z',
      versions: [],
    },
  }),
  updateModel: async () => ({ method: 'PATCH', path: `/models/${await prepare()}`, body: { owner: 'risk' } }),
  deleteModel: async () => ({ method: 'DELETE', path: `/models/${await prepare()}` }),
  renameModel: async () => {
    const model = await prepare();
    return { method: 'POST', path: `/models/${model}/rename`, body: { newName: `${model}-renamed` } };
  },
  submitSignature: async () => {
    const model = await prepare(0);
    const digest = 'a'.repeat(64);
    await admin.post(`/models/${model}/versions`, { artifactUri: 's3://m/a', artifactDigest: `sha256:${digest}` });
    const payload = Buffer.from(JSON.stringify({ subject: [{ digest: { sha256: digest } }] })).toString('base64');
    const body = { payloadType: 'application/vnd.in-toto+json', payload, signatures: [{ sig: 'AAAA' }] };
    return { method: 'POST', path: `/models/${model}/versions/1/signatures`, body };
  },
  registerVersion: async () => ({
    method: 'POST',
    path: `/models/${await prepare()}/versions`,
    body: { artifactUri: 's3://x' },
  }),
  updateVersion: async () => ({
    method: 'PATCH',
    path: `/models/${await prepare()}/versions/1`,
    body: { description: 'better' },
  }),
  deleteVersion: async () => ({ method: 'DELETE', path: `/models/${await prepare()}/versions/1` }),
  quarantineVersion: async () => ({
    method: 'POST',
    path: `/models/${await prepare()}/versions/1/quarantine`,
    body: { reason: 'leak' },
  }),
  releaseVersion: async () => {
    const path = `/models/${await prepare()}/versions/1/quarantine`;
    await admin.post(path, { reason: 'leak' }, 200);
    return { method: 'DELETE', path, body: { reason: 'mended' } };
  },
  setAlias: async () => ({ method: 'PUT', path: `/models/${await prepare()}/aliases/blue`, body: { version: 1 } }),
  deleteAlias: async () => {
    const path = `/models/${await prepare()}/aliases/blue`;
    await admin.put(path, { version: 1 });
    return { method: 'DELETE', path };
  },
  registerDataset: async () => ({
    method: 'POST',
    path: '/datasets',
    body: { name: `data-${(count += 1)}`, version: '1', rowCount: 0, inventory: {} },
  }),
  submitEvaluation: async () => ({
    method: 'POST',
    path: `/models/${await prepare()}/versions/1/evaluations`,
    body: EVIDENCE,
  }),
  setGatePolicy: async () => ({ method: 'PUT', path: `/models/${await prepare()}/gate-policy`, body: STRICT }),
  setDefaultGatePolicy: async () => ({ method: 'PUT', path: '/gate-policy', body: { preset: 'open' } }),
  requestTransition: async () => ({
    method: 'POST',
    path: `/models/${await prepare()}/versions/1/transitions`,
    body: { toStage: 'Production' },
  }),
  rollbackModel: async () => {
    const model = await prepare(2);
    await promote(model, 1);
    await promote(model, 2);
    return { method: 'POST', path: `/models/${model}/rollback`, body: { reason: 'worse' } };
  },
  decideTransition: async () => {
    const ci = await app.as('ci', 'contributor');
    const model = await prepare(0, STRICT);
    await ci.post(`/models/${model}/versions`, { artifactUri: 's3://1' });
    await ci.post(`/models/${model}/versions/1/evaluations`, EVIDENCE);
    const { id } = await ci.post(`/models/${model}/versions/1/transitions`, { toStage: 'Production' }, 202);
    return { method: 'POST', path: `/transitions/${id}/approvals`, body: { decision: 'approve' } };
  },
  withdrawDecision: async () => {
    const { id } = await awaitsDecision(STRICT);
    await admin.post(`/transitions/${id}/approvals`, { decision: 'reject' });
    return { method: 'DELETE', path: `/transitions/${id}/approvals/mine` };
  },
  grantWaiver: () => awaitsWaiver(),
  revokeWaiver: async () => {
    const { path, body } = await awaitsWaiver();
    const { id } = await admin.post(path, body);
    return { method: 'DELETE', path: `${path}/${id}` };
  },
  decidePolicyChange: async () => {
    const { id } = await awaitsPolicyChange('ada');
    return { method: 'POST', path: `/policy-changes/${id}/approvals`, body: { decision: 'approve' } };
  },
  withdrawPolicyDecision: async () => {
    const { id } = await awaitsPolicyChange('ada');
    await admin.post(`/policy-changes/${id}/approvals`, { decision: 'reject' }, 200);
    return { method: 'DELETE', path: `/policy-changes/${id}/approvals/mine` };
  },
  cancelPolicyChange: async () => {
    const { id } = await awaitsPolicyChange('admin');
    return { method: 'POST', path: `/policy-changes/${id}/cancel` };
  },
  cancelTransition: async () => {
    const { id } = await promote(await prepare(1, STRICT), 1, 202);
    return { method: 'POST', path: `/transitions/${id}/cancel` };
  },
  createRoleBinding: async () => {
    const body = { subject: `person-${(count += 1)}`, role: 'viewer', model: await prepare() };
    return { method: 'POST', path: '/role-bindings', body };
  },
  deleteRoleBinding: async () => {
    const { id } = await admin.post('/role-bindings', { group: `group-${(count += 1)}`, role: 'viewer' });
    return { method: 'DELETE', path: `/role-bindings/${id}` };
  },
  setRole: async () => ({ method: 'PUT', path: '/roles/reader', body: { permissions: ['registry:read'] } }),
  deleteRole: async () => {
    await admin.put('/roles/passing', { permissions: ['registry:read'] });
    return { method: 'DELETE', path: '/roles/passing' };
  },
  setHold: async () => ({ method: 'PUT', path: `/models/${await prepare()}/hold`, body: { reason: 'odd' } }),
  liftHold: async () => {
    const path = `/models/${await prepare()}/hold`;
    await admin.put(path, { reason: 'odd' });
    return { method: 'DELETE', path, body: { reason: 'fine' } };
  },
  createFreeze: async () => ({ method: 'POST', path: '/freezes', body: freezeOf(await prepare()) }),
  endFreeze: async () => {
    const { id } = await admin.post('/freezes', freezeOf(await prepare()));
    return { method: 'DELETE', path: `/freezes/${id}` };
  },
  breakGlass: async () => ({
    method: 'POST',
    path: `/models/${await prepare(1, FAILING)}/versions/1/break-glass`,
    body: EMERGENCY,
  }),
  closeReview: async () => {
    const model = await prepare(1, FAILING);
    const other = await app.as('other', 'admin');
    const { id } = await other.post(`/models/${model}/versions/1/break-glass`, EMERGENCY, 202);
    await admin.post(`/transitions/${id}/approvals`, { decision: 'approve' });
    const { items } = await admin.get(`/reviews?model=${model}`);
    return { method: 'POST', path: `/reviews/${items[0].id}/close`, body: { outcome: 'justified' } };
  },
  createTrustRule: async () => ({ method: 'POST', path: '/trust-rules', body: TRUST }),
  deleteTrustRule: async () => {
    const { id } = await admin.post('/trust-rules', TRUST);
    return { method: 'DELETE', path: `/trust-rules/${id}` };
  },
  createWebhook: async () => ({ method: 'POST', path: '/webhooks', body: WEBHOOK }),
  updateWebhook: async () => ({ method: 'PATCH', path: `/webhooks/${await makeWebhook()}`, body: { model: 'some' } }),
  deleteWebhook: async () => ({ method: 'DELETE', path: `/webhooks/${await makeWebhook()}` }),
  rotateWebhookSecret: async () => ({ method: 'POST', path: `/webhooks/${await makeWebhook()}/secret`, body: {} }),
  redeliverWebhook: async () => ({ method: 'POST', path: `/webhooks/${await makeWebhook()}/redeliveries`, body: SPAN }),
  redeliverWebhookDelivery: async () => {
    const id = await makeWebhook();
    await admin.post(`/webhooks/${id}/redeliveries`, SPAN, 202);
    const { items } = await admin.get(`/webhooks/${id}/deliveries?limit=1`);
    return { method: 'POST', path: `/webhooks/${id}/deliveries/${items[0].id}/redeliver` };
  },
  issueToken: async () => ({ method: 'POST', path: '/tokens', body: { subject: 'robot', roles: ['viewer'] } }),
  revokeToken: async () => {
    const { id } = await admin.post('/tokens', { subject: 'robot', roles: ['viewer'] });
    return { method: 'DELETE', path: `/tokens/${id}` };
  },
};

/** A waiver that the admin may grant: the rule asks for an interval that the evidence does not have. */
async function awaitsWaiver(): Promise<Request & { body: object }> {
  const ci = await app.as('ci', 'contributor');
  const rules = [{ id: 'shown', metric: 'accuracy', min: 0.899, bound: 'lower_confidence' }];
  const model = await prepare(0, { ...LENIENT, rules });
  await ci.post(`/models/${model}/versions`, { artifactUri: 's3://1' });
  await ci.post(`/models/${model}/versions/1/evaluations`, EVIDENCE);
  const body = { toStage: 'Production', ruleId: 'shown', reason: 'More rows come on Monday.' };
  return { method: 'POST', path: `/models/${model}/versions/1/waivers`, body };
}

const GOVERNED = { ...STRICT, policyChanges: { approvals: { slots: [{ role: 'approver' }], rejectionIsVeto: false } } };

/** A change of a policy that awaits approval, by this author. */
async function awaitsPolicyChange(author: string, policy: object = GOVERNED): Promise<{ id: string; model: string }> {
  const model = await prepare(0, policy);
  const client = await app.as(author, 'admin');
  const { id } = await client.put(`/models/${model}/gate-policy`, { ...policy, description: 'Other.' }, 202);
  return { id, model };
}

async function eventsSince(sequence: number, actor: string): Promise<string[]> {
  const { items } = await admin.get(`/audit-events?actor=${actor}&sort=-sequence&limit=200`);
  return items
    .filter((event: { sequence: number }) => event.sequence > sequence)
    .map((event: { action: string }) => event.action);
}

async function newestSequence(): Promise<number> {
  const { items } = await admin.get('/audit-events?sort=-sequence&limit=1');
  return items[0].sequence;
}

const CHANGING = Object.values(DOCUMENT.paths)
  .flatMap((path) => Object.entries(path))
  .filter(([method]) => method !== 'get')
  .map(([, operation]) => (operation as { operationId: string }).operationId)
  .filter((id) => !CHANGES_NOTHING.includes(id) && !PROVEN_ELSEWHERE.includes(id));

it('every operation that changes something has its scenario', () => {
  expect(Object.keys(SCENARIOS).sort()).toEqual(CHANGING.sort());
});

it.each(Object.keys(SCENARIOS))('%s writes an audit event when it is done', async (operation) => {
  const { method, path, body } = await SCENARIOS[operation]!();
  const before = await newestSequence();
  const answer = await admin.send(method, path, body);
  expect([operation, answer.status < 300]).toEqual([operation, true]);
  expect(await eventsSince(before, 'admin')).not.toEqual([]);
});

it.each(Object.keys(SCENARIOS))('%s writes an audit event when the caller may not', async (operation) => {
  const { method, path, body } = await SCENARIOS[operation]!();
  const before = await newestSequence();
  const answer = await viewer.send(method, path, body);
  expect([operation, answer.status]).toEqual([operation, 403]);
  expect(await eventsSince(before, 'someone')).toEqual(['access.denied']);
});

const PATIENT = { ...LENIENT, approvals: { slots: [{ role: 'approver', count: 1 }], rejectionIsVeto: false } };

/** A request that awaits the decision of somebody else. */
async function awaitsDecision(policy: object): Promise<{ model: string; id: string }> {
  const ci = await app.as('ci', 'contributor');
  const model = await prepare(0, policy);
  await ci.post(`/models/${model}/versions`, { artifactUri: 's3://1' });
  await ci.post(`/models/${model}/versions/1/evaluations`, EVIDENCE);
  const { id } = await ci.post(`/models/${model}/versions/1/transitions`, { toStage: 'Production' }, 202);
  return { model, id };
}

/** What one operation records in more than one way. */
const OUTCOMES: Partial<Record<Action, () => Promise<unknown>>> = {
  'transition.requested': () => awaitsDecision(STRICT),
  'policy_change.requested': () => awaitsPolicyChange('ada'),
  'policy_change.objected': async () => {
    const { id } = await awaitsPolicyChange('ada');
    return admin.post(`/policy-changes/${id}/approvals`, { decision: 'reject' }, 200);
  },
  'policy_change.rejected': async () => {
    const policy = { ...STRICT, policyChanges: { approvals: {} } };
    const { id } = await awaitsPolicyChange('ada', policy);
    return admin.post(`/policy-changes/${id}/approvals`, { decision: 'reject' }, 200);
  },
  'policy_change.stale': async () => {
    const { id } = await awaitsPolicyChange('ada');
    await admin.put('/gate-policy', { ...LENIENT, description: `Set for ${id}.` });
    return admin.post(`/policy-changes/${id}/approvals`, { decision: 'approve' }, 409);
  },
  'transition.rejected': async () => {
    const { id } = await awaitsDecision(STRICT);
    return admin.post(`/transitions/${id}/approvals`, { decision: 'reject' });
  },
  'transition.objected': async () => {
    await admin.put('/gate-policy', PATIENT);
    const { id } = await awaitsDecision(PATIENT);
    return admin.post(`/transitions/${id}/approvals`, { decision: 'reject' });
  },
  'transition.stale': async () => {
    const { model, id } = await awaitsDecision(STRICT);
    await admin.put(`/models/${model}/gate-policy`, { ...STRICT, rules: [{ metric: 'accuracy', min: 0.6 }] });
    return admin.post(`/transitions/${id}/approvals`, { decision: 'approve' }, 409);
  },
  'transition.refused': async () => {
    const model = await prepare(1, { ...LENIENT, rules: [{ metric: 'accuracy', min: 0.99 }] });
    await promote(model, 1, 422);
    await admin.post(`/models/${model}/versions/1/transitions`, { toStage: 'None' }, 409);
  },
  'access.denied': async () => {
    const { id, model } = await awaitsDecision(STRICT);
    await (
      await app.as('ci', 'contributor', 'approver')
    ).post(`/transitions/${id}/approvals`, { decision: 'approve' }, 403);
    const ci = await app.as('ci', 'contributor');
    await ci.post(`/models/${model}/rollback`, { reason: 'worse' }, 403);
  },
};

it.each(Object.entries(OUTCOMES))('%s is recorded', async (action, happen) => {
  const before = await newestSequence();
  await happen();
  const { items } = await admin.get('/audit-events?sort=-sequence&limit=50');
  const since = items.filter((event: { sequence: number }) => event.sequence > before);
  expect(since.map((event: { action: string }) => event.action)).toContain(action);
});

it('every kind of event of the catalogue is recorded by a scenario, or elsewhere for a reason', async () => {
  const missing = Object.keys(EVENTS).filter((action) => !(action in RECORDED_ELSEWHERE));
  const recorded = await actionsOf(app.dataSource);
  expect(missing.filter((action) => !recorded.has(action))).toEqual([]);
  expect(Object.keys(RECORDED_ELSEWHERE).filter((action) => recorded.has(action))).toEqual([]);
});

it('every event says what the catalogue says it does', async () => {
  expect(await unlikeTheCatalogue(app.dataSource)).toEqual([]);
});

/** Never run: each call would have to be refused by the compiler. */
export async function wrongDetailsDoNotCompile(audit: AuditService, manager: EntityManager, by: Caller): Promise<void> {
  // @ts-expect-error A kind that is not in the catalogue.
  await audit.record(manager, by, { action: 'token.lost', details: {} });
  // @ts-expect-error Details that belong to another kind.
  await audit.record(manager, by, { action: 'token.revoked', details: { alias: 'blue' } });
  // @ts-expect-error A version without its model.
  await audit.record(manager, by, { action: 'version.deleted', version: 1, details: {} });
}
