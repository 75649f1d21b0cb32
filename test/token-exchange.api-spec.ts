import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import { TestApp } from './support/app/app.js';
import { type Answer, Client } from './support/app/client.js';
import { ENGINE_ENV, SMALL, Submitter } from './support/app/predictions.js';
import { TestIssuer } from './support/app/test-issuer.js';

const GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange';
const JWT_TYPE = 'urn:ietf:params:oauth:token-type:jwt';
const JOB = { sub: 'repo:acme/models:ref:refs/heads/main', repository_id: '42', ref: 'refs/heads/main', run_id: '7' };
const RULE = { audience: 'stagegate', claims: { repository_id: '42' }, roles: ['contributor'] };

let actions: TestIssuer;
let gitlab: TestIssuer;
let app: TestApp;
let replica: TestApp;
let admin: Client;
let folder: string;

beforeAll(async () => {
  [actions, gitlab] = await Promise.all([TestIssuer.start(), TestIssuer.start()]);
  const issuers = [{ name: 'gitlab', issuer: gitlab.url, audience: 'elsewhere', exchangeOnly: true }];
  folder = mkdtempSync(join(tmpdir(), 'stagegate-exchange-'));
  const env = { ...ENGINE_ENV, OIDC_ISSUERS: JSON.stringify(issuers), STAGEGATE_DATA_DIR: folder };
  app = await TestApp.start({ env });
  replica = await TestApp.start({ beside: app, env });
  admin = await app.as('root', 'admin');
  await admin.put('/gate-policy', { preset: 'open' });
  for (const name of ['census', 'census-eu', 'churn']) {
    await admin.post('/models', { name });
    await admin.post(`/models/${name}/versions`, { artifactUri: 's3://1' });
  }
});
afterAll(async () => {
  await replica?.stop();
  await app?.stop();
  await Promise.all([actions?.stop(), gitlab?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

let rules: string[] = [];
afterEach(async () => {
  for (const id of rules) await admin.send('DELETE', `/trust-rules/${id}`);
  rules = [];
});

async function trust(rule: object = {}): Promise<string> {
  const { id } = await admin.post('/trust-rules', { ...RULE, issuer: actions.url, ...rule });
  rules.push(id);
  return id;
}

const send = (rawBody: string, type = 'application/x-www-form-urlencoded'): Promise<Answer> =>
  app.anonymous().send('POST', '/token-exchange', undefined, { rawBody, headers: { 'content-type': type } });

const form = (token: string, others: Record<string, string> = {}) =>
  new URLSearchParams({ grant_type: GRANT, subject_token: token, subject_token_type: JWT_TYPE, ...others }).toString();

async function exchanged(claims: Record<string, unknown> = {}): Promise<{ headers: Record<string, string> }> {
  const { status, body } = await send(form(await actions.sign({ ...JOB, ...claims })));
  expect([status, body]).toMatchObject([200, { token_type: 'Bearer' }]);
  return { headers: { authorization: `Bearer ${body.access_token}` } };
}

it('a job exchanges its token for one of a machine, whose claims go into the record', async () => {
  const id = await trust({ name: 'builds', expiresInSeconds: 600 });
  const answer = await send(form(await actions.sign(JOB)));
  expect(answer).toMatchObject({
    status: 200,
    body: { issued_token_type: 'urn:ietf:params:oauth:token-type:access_token', token_type: 'Bearer', expires_in: 600 },
  });
  const headers = { authorization: `Bearer ${answer.body.access_token}` };
  const { host } = new URL(actions.url);
  const subject = `${host.replace(':', '_')}:${JOB.sub}`;
  const me = await app.anonymous().get('/me', 200, { headers });
  expect(me).toMatchObject({ subject, roles: ['contributor'], serviceAccount: true });
  expect(Date.parse(me.expiresAt) - Date.now()).toBeLessThanOrEqual(600_000);
  await app.anonymous().post('/models', { name: 'of-a-job' }, 201, { headers });
  const { items } = await admin.get('/audit-events?sort=-sequence&limit=2');
  expect(items).toMatchObject([
    { action: 'model.created', actor: subject, details: { claims: JOB } },
    { action: 'token.issued', actor: subject, details: { claims: JOB, trustRuleId: id, serviceAccount: true } },
  ]);
  expect((await admin.get('/tokens?limit=1')).items).toMatchObject([{ subject, serviceAccount: true, name: 'builds' }]);
  expect(await admin.get('/audit-events/verification')).toMatchObject({ valid: true });
});

it('what a job has measured is told with its claims, too, when the measuring has ended', async () => {
  await trust();
  const { headers } = await exchanged();
  const job = new Submitter(app, new Client(app.url, headers.authorization!.replace('Bearer ', '')));
  const file = { name: 'small.csv', content: 'id,label,score\n1,1,0.9\n2,0,0.1\n3,1,0.4\n' };
  await job.measured('churn', 1, SMALL, file);
  const { items } = await admin.get('/audit-events?model=churn&sort=-sequence&limit=3');
  expect(items).toMatchObject(
    ['predictions.succeeded', 'evaluation.submitted', 'predictions.submitted'].map((action) => ({
      action,
      details: { claims: JOB },
    })),
  );
});

it('who may read the record of a model is told who trusts machines with it', async () => {
  const id = await trust({ model: 'churn' });
  await admin.delete(`/trust-rules/${id}`);
  rules = [];
  await admin.post('/role-bindings', { subject: 'erin', role: 'viewer', model: 'churn' });
  const { items } = await (await app.as('erin')).get('/audit-events?model=churn&sort=-sequence&limit=3');
  expect(items).toMatchObject([
    { action: 'role_binding.created' },
    { action: 'trust_rule.deleted', details: { id } },
    { action: 'trust_rule.created', details: { id, model: 'churn' } },
  ]);
});

it('an issuer that is configured gives its name, and a rule may name it so', async () => {
  await trust({ issuer: 'gitlab', claims: { project_id: '9' } });
  const { body } = await send(form(await gitlab.sign({ sub: 'project_path:a/b', project_id: 9 })));
  expect((jwt.decode(body.access_token) as jwt.JwtPayload).sub).toBe('gitlab:project_path:a/b');
});

it('of several rules the one that asks for the most counts', async () => {
  await trust({ roles: ['viewer'] });
  await trust({ roles: ['contributor'], claims: { repository_id: '42', ref: 'refs/heads/*' } });
  await trust({ roles: ['admin'], claims: { repository_id: '42', ref: 'refs/heads/*', environment: 'production' } });
  const roles = async (claims: object) => {
    const { headers } = await exchanged({ ...claims });
    return (await app.anonymous().get('/me', 200, { headers })).roles;
  };
  expect(await roles({})).toEqual(['contributor']);
  expect(await roles({ ref: 'refs/tags/v1' })).toEqual(['viewer']);
  expect(await roles({ environment: 'production' })).toEqual(['admin']);
});

it('what a rule gave ends with the rule, on every replica', async () => {
  const id = await trust();
  const { headers } = await exchanged();
  await replica.anonymous().get('/me', 200, { headers });
  await admin.delete(`/trust-rules/${id}`);
  rules = [];
  await replica.anonymous().get('/me', 401, { headers });
  const { items } = await admin.get('/audit-events?action=trust_rule.deleted&sort=-sequence&limit=1');
  expect(items).toMatchObject([{ details: { id, revokedTokens: 1 } }]);
  expect((await send(form(await actions.sign(JOB)))).status).toBe(400);
});

describe('a token that is bound to models does nothing elsewhere', () => {
  const tries = async (headers: Record<string, string>, paths: [string, string, object?][]) => {
    const statuses: number[] = [];
    for (const [method, path, body] of paths)
      statuses.push((await app.anonymous().send(method, path, body, { headers })).status);
    return statuses;
  };
  const ELSEWHERE: [string, string, object?][] = [
    ['GET', '/models'],
    ['GET', '/models/churn'],
    ['GET', '/models/none-of-this-name'],
    ['POST', '/models', { name: 'census-new' }],
    ['POST', '/models/churn/versions', { artifactUri: 's3://2' }],
    ['GET', '/audit-events'],
    ['GET', '/transitions'],
    ['GET', '/tokens'],
    ['PUT', '/gate-policy', { preset: 'open' }],
  ];

  /** What is hidden is not there, and lists are of what may be known. */
  const HIDDEN = [404, 200, 404, 404, 403, 404, 200, 200, 403, 403];

  it('by a model, which may be renamed', async () => {
    await trust({ model: 'census' });
    const { headers } = await exchanged();
    const own: [string, string, object?][] = [
      ['GET', '/me'],
      ['GET', '/models/census'],
      ['POST', '/models/census/versions', { artifactUri: 's3://2' }],
    ];
    expect(await tries(headers, own)).toEqual([200, 200, 201]);
    expect(await tries(headers, [['GET', '/models/census-eu'], ...ELSEWHERE])).toEqual(HIDDEN);
    await admin.post('/models/census/rename', { newName: 'census-2' }, 200);
    expect(await tries(headers, [['GET', '/models/census-2']])).toEqual([200]);
    await admin.post('/models/census-2/rename', { newName: 'census' }, 200);
  });

  it('by the beginning of their names', async () => {
    await trust({ modelPrefix: 'census-' });
    const { headers } = await exchanged();
    expect(await tries(headers, [['GET', '/models/census-eu']])).toEqual([200]);
    // Models whose names begin so may be made.
    expect(await tries(headers, [['GET', '/models/census'], ...ELSEWHERE])).toEqual(HIDDEN.with(4, 201));
    const { items } = await admin.get('/audit-events?action=access.denied&sort=-sequence&limit=1');
    expect(items[0].details.claims).toMatchObject({ repository_id: '42' });
  });
});

const ATTACKS: [string, () => Promise<string>][] = [
  ['another repository', () => actions.sign({ ...JOB, repository_id: '43' })],
  ['a repository that only ends alike', () => actions.sign({ ...JOB, repository_id: '142' })],
  ['no claim of its repository', () => actions.sign({ ...JOB, repository_id: undefined })],
  ['a list of repositories', () => actions.sign({ ...JOB, repository_id: ['42', '43'] })],
  ['another branch', () => actions.sign({ ...JOB, ref: 'refs/heads/evil' })],
  ['a pull request', () => actions.sign({ ...JOB, ref: 'refs/pull/1/merge' })],
  ['another audience', () => actions.sign({ ...JOB, aud: 'https://github.com/acme' })],
  ['an audience of a rule of another issuer', () => actions.sign({ ...JOB, aud: 'for-gitlab' })],
  ['an issuer of another rule', () => gitlab.sign({ ...JOB })],
  ['another issuer in the name of this one', () => gitlab.sign({ ...JOB, iss: actions.url })],
  ['an issuer without a rule', () => actions.sign({ ...JOB, iss: 'https://elsewhere.example' })],
  ['our own issuer', () => actions.sign({ ...JOB, iss: 'stagegate' })],
  ['a job that ended', () => actions.sign({ ...JOB, exp: Math.floor(Date.now() / 1000) - 120 })],
  ['a subject of unseen characters', () => actions.sign({ ...JOB, sub: 'repo:acme/models\u200b' })],
  ['an own token of ours', async () => (await app.as('eve', 'admin')).token!],
  ['a logout', () => actions.sign({ ...JOB, events: {} }, { typ: 'logout+jwt' })],
  ['nobody', async () => 'garbage'],
  ['an exchange before', async () => (await exchanged()).headers['authorization']!.slice('Bearer '.length)],
  ['a repository in other digits', () => actions.sign({ ...JOB, repository_id: '４２' })],
  ['a repository that is a number with a fraction', () => actions.sign({ ...JOB, repository_id: 42.5 })],
  ['a repository in an object', () => actions.sign({ ...JOB, repository_id: { 0: '42' } })],
  ['a repository with a blank', () => actions.sign({ ...JOB, repository_id: '42 ' })],
  ['a branch in another case', () => actions.sign({ ...JOB, ref: 'refs/heads/Main' })],
  ['a branch of letters that look alike', () => actions.sign({ ...JOB, ref: 'refs/heads/mаin' })],
  ['a branch that goes on after ours', () => actions.sign({ ...JOB, ref: 'refs/heads/main\nrefs/heads/evil' })],
  ['a claim under the name of its path', () => actions.sign({ ...JOB, ref: undefined, 'x.ref': 'refs/heads/main' })],
  [
    'audiences of two rules, for claims of neither',
    () => actions.sign({ ...JOB, aud: ['stagegate', 'for-gitlab'], repository_id: '9', project_id: '42' }),
  ],
  [
    'a key of another issuer under its name',
    () => gitlab.sign({ ...JOB, iss: actions.url }, { kid: actions.newest.kid }),
  ],
  ['a subject of another issuer', () => actions.sign({ ...JOB, sub: 'gitlab:project_path:a/b\u0000' })],
];

describe('a token is not exchanged', () => {
  beforeEach(async () => {
    await trust({ claims: { repository_id: '42', ref: 'refs/heads/main' } });
    await trust({ issuer: gitlab.url, audience: 'for-gitlab', claims: { project_id: '9' } });
  });

  it.each(ATTACKS)('of %s', async (_, forge) => {
    const { status, body } = await send(form(await forge()));
    expect([status, body.code, body.error]).toEqual([400, 'TOKEN_EXCHANGE_REFUSED', 'invalid_request']);
    expect(body.detail).toBe('The subject_token is not valid here, or no trust rule fits its claims.');
    expect(body.error_description).toBe(body.detail);
  });

  it.each<[string, (token: string) => [string, string?], number, string | undefined]>([
    ['another grant', (token) => [form(token, { grant_type: 'client_credentials' })], 400, 'unsupported_grant_type'],
    ['no grant', (token) => [`subject_token=${token}&subject_token_type=${JWT_TYPE}`], 400, 'invalid_request'],
    ['no token', () => [form('')], 400, 'invalid_request'],
    ['two tokens', (token) => [`${form(token)}&subject_token=${token}`], 400, 'invalid_request'],
    [
      'a token of another type',
      (token) => [form(token, { subject_token_type: 'urn:x:saml2' })],
      400,
      'invalid_request',
    ],
    ['somebody who acts for another', (token) => [form(token, { actor_token: token })], 400, 'invalid_request'],
    [
      'a refresh token',
      (token) => [form(token, { requested_token_type: 'urn:ietf:params:oauth:token-type:refresh_token' })],
      400,
      'invalid_request',
    ],
    [
      'a wider scope than the rule gives, which is not asked for but told',
      (token) => [form(token, { scope: 'admin', subject_token_type: 'urn:ietf:params:oauth:token-type:saml2' })],
      400,
      'invalid_request',
    ],
    ['a body of another type', (token) => [form(token), 'text/plain'], 415, undefined],
    ['a body that is too large', (token) => [form(token, { x: 'x'.repeat(1_100_000) })], 413, undefined],
    ['nothing at all', () => [''], 400, 'invalid_request'],
  ])('for %s', async (_, write, status, error) => {
    const answer = await send(...write(await actions.sign(JOB)));
    expect([answer.status, answer.body.error]).toEqual([status, error]);
  });

  it('by a form that another route was sent', async () => {
    expect(
      (
        await fetch(`${app.url}/api/v1/models`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Bearer ${admin.token}` },
          body: 'name=x',
        })
      ).status,
    ).toBe(415);
  });
});

it('a wider scope, audience or resource in the form gives no more than the rule', async () => {
  await trust({ roles: ['viewer'], model: 'census' });
  const wanted = { scope: 'admin', audience: 'everything', resource: 'https://elsewhere.example' };
  const { status, body } = await send(form(await actions.sign(JOB), wanted));
  expect(status).toBe(200);
  const headers = { authorization: `Bearer ${body.access_token}` };
  const { grants } = await app.anonymous().get('/me/permissions', 200, { headers });
  expect(grants).toMatchObject([{ role: 'viewer', model: 'census' }]);
});

describe('a rule', () => {
  it.each<[string, object, string, string]>([
    ['that says of nobody who it is', { claims: { ref: 'refs/heads/main' } }, '/claims', 'IS_IDENTIFYING'],
    ['for any repository', { claims: { repository: '*' } }, '/claims', 'IS_IDENTIFYING'],
    ['for any subject that begins alike', { claims: { sub: 'repo:*' } }, '/claims', 'IS_IDENTIFYING'],
    ['without claims', { claims: {} }, '/claims', 'IS_IDENTIFYING'],
    ['of an issuer by plain http', { issuer: 'http://ci.example' }, '/issuer', 'IS_ISSUER'],
    ['of our own tokens', { issuer: 'stagegate' }, '/issuer', 'IS_ISSUER'],
    ['with a role that nobody defined', { roles: ['undefined-here'] }, '/roles', 'IS_SOME_OF'],
    ['for more than an hour', { expiresInSeconds: 3_601 }, '/expiresInSeconds', 'IS_COUNT'],
    ['for a model and a prefix', { model: 'census', modelPrefix: 'c' }, '/modelPrefix', 'IS_ONE_REACH'],
  ])('%s is refused', async (_, part, pointer, code) => {
    const { errors } = await admin.post('/trust-rules', { ...RULE, issuer: 'https://ci.example', ...part }, 400);
    expect(errors).toMatchObject([{ pointer, code }]);
  });

  it('is of a model that exists, is told with its name, and warns of names', async () => {
    await admin.post('/trust-rules', { ...RULE, issuer: actions.url, model: 'nowhere' }, 404);
    const id = await trust({ model: 'churn', claims: { repository: 'acme/models' } });
    const rule = await admin.get(`/trust-rules/${id}`);
    expect(rule).toMatchObject({ model: 'churn', modelPrefix: null, expiresInSeconds: 900, createdBy: 'root' });
    expect(rule.warnings).toEqual([expect.stringContaining('repository_id')]);
    expect((await admin.get(`/trust-rules?issuer=${actions.url}`)).items).toEqual([rule]);
    expect((await admin.get('/trust-rules?issuer=https://other.example')).items).toEqual([]);
  });

  it('is for administrators alone', async () => {
    const ci = await app.as('ci', 'contributor', 'approver');
    await ci.post('/trust-rules', { ...RULE, issuer: actions.url }, 403);
    await ci.get('/trust-rules', 403);
    await ci.send('DELETE', '/trust-rules/01936b2e-0000-7000-8000-000000000000');
    await admin.delete('/trust-rules/01936b2e-0000-7000-8000-000000000000', 404);
  });
});
