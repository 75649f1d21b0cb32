import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RouteOptions } from 'fastify';
import { createApp } from '../src/app.js';
import { createDataSource } from '../src/database.js';
import { MLFLOW_BASES } from '../src/edges/mlflow/mlflow-paths.js';
import { PERMISSIONS, permissionsOf, ROLES } from '../src/platform/access/permission.js';
import { readConfig } from '../src/platform/config.js';
import { createLog } from '../src/platform/http/log.js';
import { TestApp } from './support/app/app.js';
import { type Client, type Json } from './support/app/client.js';
import { ENGINE_ENV, Submitter } from './support/app/predictions.js';
import { TestIssuer } from './support/app/test-issuer.js';
import { OPEN_ROUTES, ROLE_RIGHTS, ROUTE_RIGHTS } from './support/app/route-rights.js';
import { found } from './support/limits.js';

/** Of several models only some belong to a caller: by a binding to the model, or by the beginning of its name. */
const MODELS = ['bound.one', 'begun.one', 'foreign.one'] as const;
type ModelName = (typeof MODELS)[number];

/** Somebody with one role, in the registry, for one model, or for a beginning of names; or with none at all. */
interface Principal {
  name: string;
  role: string | null;
  /** The models the role holds for; null for the registry. */
  models: readonly ModelName[] | null;
  /** The headers that say who it is: of a token, an exchanged one, or a browser's session. */
  headers: Record<string, string>;
}

/** What a caller meets: the door open, shut, or nothing where there is something. */
type Answered = 'admitted' | 'forbidden' | 'hidden';

const NONE = '01936b2e-0000-7000-8000-000000000000';
const MLFLOW = `/${MLFLOW_BASES[0]}/`;

let folder: string;
let app: TestApp;
let issuer: TestIssuer;
let admin: Client;
let anyone: Client;
const ids = new Map<string, string>();
const principals: Principal[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-matrix-'));
  issuer = await TestIssuer.start();
  app = await TestApp.start({ env: { ...ENGINE_ENV, STAGEGATE_DATA_DIR: folder } });
  admin = await app.as('root', 'admin');
  anyone = app.anonymous();
  await admin.put('/roles/auditor', { permissions: ROLE_RIGHTS['auditor'] });
  for (const model of MODELS) await fill(model);
  for (const role of Object.keys(ROLE_RIGHTS)) await addPrincipals(role);
  const nobody = await tokenOf('nobody', []);
  principals.push({ name: 'nobody', role: null, models: [], headers: bearer(nobody) });
  principals.push({ name: 'nobody, in a session', role: null, models: [], headers: await sessionOf(nobody) });
});
afterAll(async () => {
  await app?.stop();
  await issuer?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

async function tokenOf(subject: string, roles: string[]): Promise<string> {
  return (await admin.post('/tokens', { subject, roles })).token;
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** The headers of a browser that signed in with a token. */
async function sessionOf(token: string): Promise<Record<string, string>> {
  const page = { 'sec-fetch-site': 'same-origin' };
  const { headers } = await anyone.send('POST', '/sessions', { token }, { headers: page });
  return { ...page, cookie: headers.get('set-cookie')!.split(';', 1)[0]! };
}

/** The token that a job gets for one of its issuer's, by a rule for a model. */
async function exchangedToken(role: string): Promise<string> {
  const claims = { repository_id: role };
  const rule = { issuer: issuer.url, audience: 'stagegate', claims, roles: [role], model: 'bound.one' };
  await admin.post('/trust-rules', rule);
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: await issuer.sign({ sub: `job-of-${role}`, ...claims }),
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
  };
  const sent = { rawBody: new URLSearchParams(form).toString(), headers: FORM };
  return (await anyone.send('POST', '/token-exchange', undefined, sent)).body.access_token;
}

async function addPrincipals(role: string): Promise<void> {
  const everywhere = await tokenOf(`${role}-everywhere`, [role]);
  principals.push({ name: `${role} of the registry`, role, models: null, headers: bearer(everywhere) });
  const exchanged = bearer(await exchangedToken(role));
  principals.push({ name: `${role} of a model, exchanged`, role, models: ['bound.one'], headers: exchanged });
  const subject = `${role}-bound`;
  await admin.post('/role-bindings', { subject, role, model: 'bound.one' });
  const bound = await tokenOf(subject, []);
  principals.push({ name: `${role} of a model`, role, models: ['bound.one'], headers: bearer(bound) });
  await admin.post('/role-bindings', { subject: `${role}-begun`, role, modelPrefix: 'begun.' });
  const begun = await sessionOf(await tokenOf(`${role}-begun`, []));
  principals.push({ name: `${role} of a prefix, in a session`, role, models: ['begun.one'], headers: begun });
}

/** A model with one of each thing that has an id, and a version in Production, so that nothing here deletes it. */
async function fill(model: ModelName): Promise<void> {
  const path = `/models/${model}`;
  await admin.post('/models', { name: model });
  await admin.put(`${path}/gate-policy`, { preset: 'open' });
  await admin.post(`${path}/versions`, { artifactUri: `s3://${model}` });
  const evidence = { dataset: { name: 'd', version: '1' }, metrics: [{ name: 'accuracy', slice: {}, value: 0.9 }] };
  const evaluation = await admin.post(`${path}/versions/1/evaluations`, evidence);
  const transition = await admin.post(`${path}/versions/1/transitions`, { toStage: 'Production' });
  const policy = { preset: 'open' };
  const backTest = await admin.post('/gate-policy/back-test-jobs', { model, policy }, 202);
  await found('the back-test has ended', async () => {
    const job = await admin.get(`/gate-policy/back-test-jobs/${backTest.id}`);
    return ['queued', 'running'].includes(job.status) ? undefined : job;
  });
  const columns = { rowId: 'id', label: 'label', score: 'score' };
  const request = { task: 'binary', dataset: { name: 'small', version: '1' }, columns };
  const file = { name: 'p.csv', content: 'id,label,score\n1,1,0.9\n' };
  const job = await new Submitter(app, admin).submit(model, 1, request, file);
  ids.set(`evaluation ${model}`, evaluation.id).set(`transition ${model}`, transition.id);
  ids.set(`gate-report ${model}`, transition.gateReportId).set(`back-test ${model}`, backTest.id);
  ids.set(`prediction-job ${model}`, job.id);
  await govern(model);
}

/** A freeze of the model, a review of an emergency, and a change of its policy that awaits approval. */
async function govern(model: ModelName): Promise<void> {
  const path = `/models/${model}`;
  const window = { start: '2126-01-01T00:00:00Z', end: '2126-01-02T00:00:00Z' };
  await admin.post('/freezes', { name: `Freeze of ${model}`, reason: 'A feast.', ...window, models: [model] });
  await admin.post(`${path}/versions`, { artifactUri: `s3://${model}/2` });
  const policyChanges = { approvals: { slots: [{ role: 'approver' }] } };
  const override = { secondPerson: false, ticketRequired: false };
  const rules = [{ metric: 'accuracy', min: 0.8 }];
  const policy = { rules, approvals: { slots: [] }, allowSkipStaging: true, override, policyChanges };
  await admin.put(`${path}/gate-policy`, policy);
  const emergency = { toStage: 'Production', reason: 'Production answers nothing.' };
  await admin.post(`${path}/versions/2/break-glass`, emergency);
  const [review] = (await admin.get(`/reviews?model=${model}`)).items;
  const change = await admin.put(`${path}/gate-policy`, { ...policy, allowSkipStaging: false }, 202);
  ids.set(`review ${model}`, review.id).set(`policy-change ${model}`, change.id);
}

const CODES: Readonly<Record<string, string>> = {
  evaluation: 'EVALUATION_NOT_FOUND',
  transition: 'TRANSITION_NOT_FOUND',
  'gate-report': 'GATE_REPORT_NOT_FOUND',
  'back-test': 'BACK_TEST_NOT_FOUND',
  'prediction-job': 'PREDICTION_JOB_NOT_FOUND',
  review: 'REVIEW_NOT_FOUND',
  'policy-change': 'POLICY_CHANGE_NOT_FOUND',
};

/** What the table says that a caller meets. */
function expected({ role, models }: Principal, permission: string, concern: string, model: ModelName): Answered {
  const rights = role === null ? [] : ROLE_RIGHTS[role]!;
  const isEverybodys = permission === 'self:read' || permission === 'session:end';
  const holds = (asked: string, where: boolean) => rights.includes(asked) && where;
  const isWithin = models === null || models.includes(model);
  if (isEverybodys || (concern === 'anywhere' && rights.includes(permission))) return 'admitted';
  if (concern === 'registry' || concern === 'anywhere')
    return concern === 'registry' && holds(permission, models === null) ? 'admitted' : 'forbidden';
  // A right to one model, which is there already, lets nobody make another.
  if (concern === 'made')
    return holds(permission, isWithin && model !== 'bound.one') || holds(permission, models === null)
      ? 'admitted'
      : 'forbidden';
  // Who may do it nowhere, and names the model where the path does not, is refused before anything is read.
  if (concern === 'named' && !rights.includes(permission)) return 'forbidden';
  if (holds(permission, isWithin)) return concern in CODES && !holds('registry:read', isWithin) ? 'hidden' : 'admitted';
  return holds('registry:read', isWithin) ? 'forbidden' : 'hidden';
}

/** What a route without a model in its path has to be asked, so that it answers with models. */
const QUERIES: Readonly<Record<string, string>> = {
  '/api/v1/search': '?q=one',
  '/api/v1/events/stream': '?cursor=nowhere',
  '/api/v1/events': '?limit=200',
};

/** A request of a route about a model, which does nothing: a change carries a field that no route knows. */
function requestOf(route: string, concern: string, model: ModelName): { method: string; path: string; body?: object } {
  const [method = '', url = ''] = route.split(' ');
  const isMlflow = url.startsWith(MLFLOW);
  const id = ids.get(`${concern} ${model}`) ?? NONE;
  const places: Record<string, string> = { ':model': model, ':version': '1', ':stage': 'Production', ':id': id };
  const others: Record<string, string> = { ':alias': 'beta', ':revision': '1', ':role': 'auditor' };
  const path = url.replace(/:\w+/g, (name) => places[name] ?? others[name] ?? name);
  const named = isMlflow ? 'name' : concern === 'made' ? 'name' : 'model';
  const isNamed = concern === 'named' || concern === 'made';
  const query = isNamed ? `?${named}=${model}` : (QUERIES[url] ?? '');
  if (method === 'GET') return { method, path: `/${path}${query}` };
  return { method, path: `/${path}`, body: { unheardOf: 1, ...(isNamed && { [named]: model }) } };
}

/** The models that an answer names and that its caller may not know of. */
function namesBeside({ name, models }: Principal, { body }: { body: Json }): string[] {
  const text = JSON.stringify(body);
  const others = MODELS.filter((model) => !models!.includes(model) && text.includes(model));
  return others.map((model) => `${name} is told of ${model}`);
}

function answerOf({ status, body }: { status: number; body: Json }, concern: string): Answered {
  if (status === 403) return 'forbidden';
  const { code, error_code: mlflowCode, detail = body?.message } = Object(body) as Record<string, string>;
  const isHidden = status === 404 && (code === (CODES[concern] ?? 'MODEL_NOT_FOUND') || mlflowCode !== undefined);
  return isHidden && /^There is no/.test(detail) ? 'hidden' : 'admitted';
}

it.each(Object.entries(ROUTE_RIGHTS))('%s asks for %s', async (route, asked) => {
  const [permission = '', concern = ''] = asked.split(' ');
  const isAboutModel = !['registry', 'anywhere'].includes(concern);
  const met: string[] = [];
  const said: string[] = [];
  const leaks: string[] = [];
  for (const principal of principals) {
    for (const model of isAboutModel ? MODELS : MODELS.slice(0, 1)) {
      if (route === 'DELETE /api/v1/sessions/current' && 'cookie' in principal.headers) continue;
      const { method, path, body } = requestOf(route, concern, model);
      const answer = await anyone.send(method, path, body, { headers: principal.headers });
      if (principal.models !== null && (!isAboutModel || principal.models.includes(model)))
        leaks.push(...namesBeside(principal, answer));
      met.push(`${principal.name}, ${model}: ${answerOf(answer, concern)}`);
      said.push(`${principal.name}, ${model}: ${expected(principal, permission, concern, model)}`);
    }
  }
  expect(met).toEqual(said);
  expect(leaks).toEqual([]);
});

describe('the table', () => {
  let routes: RouteOptions[];

  beforeAll(async () => {
    routes = [];
    const url = 'postgres://nobody@localhost/none';
    const config = readConfig({ DATABASE_URL: url, STAGEGATE_JWT_SECRET: 'x'.repeat(32) }, false);
    const idle = await createApp(config, createDataSource(url), createLog('silent', true), (fastify) => {
      fastify.addHook('onRoute', (route) => void routes.push(route));
    });
    await idle.close();
  });

  it('has every route, and none that is not there; the dialect of MLflow is guarded alike wherever it is spoken', () => {
    const others = MLFLOW_BASES.slice(1).map((base) => `/${base}/`);
    const named = routes
      .filter(({ method }) => method !== 'HEAD')
      .map(({ method, url }) => {
        const base = others.find((start) => url.startsWith(start));
        return `${String(method)} ${base === undefined ? url : url.replace(base, MLFLOW)}`;
      });
    expect([...new Set(named)].sort()).toEqual([...Object.keys(ROUTE_RIGHTS), ...OPEN_ROUTES].sort());
  });

  it('has every role with all that it may do', () => {
    for (const role of ROLES) expect(new Set(ROLE_RIGHTS[role])).toEqual(permissionsOf([role]));
    expect(new Set(ROLE_RIGHTS['admin'])).toEqual(new Set(Object.keys(PERMISSIONS)));
  });
});
