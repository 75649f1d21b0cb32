import { type AddressInfo, createServer, type Server } from 'node:net';
import { TestApp } from './support/app/app.js';
import { type Answer, type Client } from './support/app/client.js';
import { TestIssuer } from './support/app/test-issuer.js';

const GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange';
const JWT_TYPE = 'urn:ietf:params:oauth:token-type:jwt';
const JOB = { sub: 'repo:acme/models:ref:refs/heads/main', repository_id: '42', ref: 'refs/heads/main' };
const RULE = { audience: 'stagegate', claims: { repository_id: '42' }, roles: ['contributor'] };

let actions: TestIssuer;
let company: TestIssuer;
let app: TestApp;
let admin: Client;
/** Makes trust rules of `mine` alone. */
let mallory: Client;
let listener: Server;
let connections = 0;

beforeAll(async () => {
  [actions, company] = await Promise.all([TestIssuer.start(), TestIssuer.start()]);
  const issuers = [{ name: 'company', issuer: company.url, audience: 'stagegate' }];
  app = await TestApp.start({ env: { OIDC_ISSUERS: JSON.stringify(issuers) } });
  admin = await app.as('root', 'admin');
  for (const name of ['mine', 'theirs', 'theirs-eu']) await admin.post('/models', { name });
  await admin.post('/role-bindings', { subject: 'mallory', role: 'admin', model: 'mine' });
  mallory = await app.as('mallory');
  listener = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await app?.stop();
  await Promise.all([actions?.stop(), company?.stop()]);
  await new Promise((resolve) => listener.close(resolve));
});

let rules: string[] = [];
afterEach(async () => {
  for (const id of rules) await admin.send('DELETE', `/trust-rules/${id}`);
  rules = [];
});

async function trust(maker: Client, rule: object): Promise<string> {
  const { id } = await maker.post('/trust-rules', { ...RULE, issuer: actions.url, ...rule });
  rules.push(id);
  return id;
}

const sendForm = (rawBody: string): Promise<Answer> =>
  app.anonymous().send('POST', '/token-exchange', undefined, {
    rawBody,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

const exchange = (token: string, others: Record<string, string> = {}): Promise<Answer> =>
  sendForm(
    new URLSearchParams({
      grant_type: GRANT,
      subject_token: token,
      subject_token_type: JWT_TYPE,
      ...others,
    }).toString(),
  );

async function headersFor(token: string, others: Record<string, string> = {}): Promise<Record<string, string>> {
  const { status, body } = await exchange(token, others);
  expect([status, body]).toMatchObject([200, { token_type: 'Bearer' }]);
  return { authorization: `Bearer ${body.access_token}` };
}

const statusOf = async (headers: Record<string, string>, path: string, body?: object): Promise<number> =>
  (await app.anonymous().send(body ? 'POST' : 'GET', path, body, { headers })).status;

describe('whoever makes rules of one model', () => {
  it.each([
    ['everywhere', {}],
    ['for another model', { model: 'theirs' }],
    ['for a beginning of names', { modelPrefix: 'theirs' }],
  ])('gets nothing by what is bound to the subject of a job %s', async (_, reach) => {
    const subject = `${new URL(actions.url).host.replace(':', '_')}:${JOB.sub}`;
    const { id } = await admin.post('/role-bindings', { subject, role: 'admin', ...reach });
    await trust(mallory, { model: 'mine', audience: 'mallory', roles: ['viewer'] });
    const headers = await headersFor(await actions.sign({ ...JOB, aud: 'mallory' }));
    const statuses = [
      await statusOf(headers, '/models/mine'),
      await statusOf(headers, '/models/theirs'),
      await statusOf(headers, '/models/theirs/versions', { artifactUri: 's3://1' }),
      await statusOf(headers, '/tokens', { subject: 'eve', roles: ['admin'] }),
      await statusOf(headers, '/models', { name: 'theirs-too' }),
    ];
    await admin.delete(`/role-bindings/${id}`);
    expect(statuses).toEqual([200, 404, 404, 403, 403]);
  });

  it('keeps what is bound to the subject for that model', async () => {
    const subject = `${new URL(actions.url).host.replace(':', '_')}:${JOB.sub}`;
    const { id } = await admin.post('/role-bindings', { subject, role: 'contributor', modelPrefix: 'mi' });
    await trust(mallory, { model: 'mine', roles: ['viewer'] });
    const headers = await headersFor(await actions.sign(JOB));
    const { grants } = await app.anonymous().get('/me/permissions', 200, { headers });
    expect(grants).toMatchObject([
      { role: 'viewer', source: 'token', model: 'mine' },
      { role: 'contributor', source: 'binding', model: 'mine', modelPrefix: null },
    ]);
    await admin.delete(`/role-bindings/${id}`);
  });

  it('has no tokens of a configured issuer taken that were made for somebody else', async () => {
    const rule = { ...RULE, issuer: 'company', claims: { sub: 'anna' }, roles: ['viewer'], model: 'mine' };
    const refused = await mallory.post('/trust-rules', { ...rule, audience: 'an-app-of-mallory' }, 403);
    expect(refused.code).toBe('FORBIDDEN');
    await mallory.post('/trust-rules', { ...rule, issuer: company.url, audience: 'an-app-of-mallory' }, 403);
    await trust(mallory, rule);
    await trust(admin, { ...rule, audience: 'another' });
  });

  it('takes no job away from another model, however much a rule asks for', async () => {
    await trust(admin, { model: 'theirs' });
    const claims = { ...JOB, sub: '*', run_id: '*', repository_owner: '*' };
    await trust(mallory, { model: 'mine', claims });
    const token = await actions.sign({ ...JOB, run_id: '7', repository_owner: 'acme' });
    expect(await statusOf(await headersFor(token), '/models/theirs')).toBe(200);
  });

  it('takes no job away from who makes rules of more models', async () => {
    await trust(mallory, { model: 'mine', claims: JOB });
    await trust(admin, { modelPrefix: 'theirs' });
    const token = await actions.sign(JOB);
    expect(await statusOf(await headersFor(token), '/models/theirs-eu')).toBe(200);
    await trust(admin, { roles: ['viewer'] });
    expect(await statusOf(await headersFor(token), '/models/theirs')).toBe(200);
  });
});

describe('a job that names its model', () => {
  it('gets the token of a rule that reaches it, whatever rules others made before', async () => {
    await trust(mallory, { model: 'mine', claims: JOB });
    await trust(admin, { model: 'theirs' });
    const token = await actions.sign(JOB);
    expect(await statusOf(await headersFor(token), '/models/mine')).toBe(200);
    const headers = await headersFor(token, { model: 'theirs' });
    expect(await statusOf(headers, '/models/theirs')).toBe(200);
    expect(await statusOf(headers, '/models/mine')).toBe(404);
    expect((await exchange(token, { model: 'theirs-eu' })).body.code).toBe('TOKEN_EXCHANGE_REFUSED');
    expect((await exchange(token, { model: 'no name' })).body.detail).toContain('name of a model');
  });

  it('of several rules that reach it the one counts that asks for the most', async () => {
    await trust(admin, { roles: ['viewer'] });
    await trust(admin, { model: 'theirs', claims: { repository_id: '42', ref: 'refs/heads/*' } });
    const headers = await headersFor(await actions.sign(JOB), { model: 'theirs' });
    expect((await app.anonymous().get('/me/permissions', 200, { headers })).grants).toMatchObject([
      { role: 'contributor', model: 'theirs' },
    ]);
  });
});

describe('documents of an issuer that nobody configured', () => {
  const unsigned = (iss: string): string =>
    [{ alg: 'ES256', kid: 'x' }, { iss, sub: JOB.sub, aud: 'stagegate' }, {}]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
  const port = (): number => (listener.address() as AddressInfo).port;

  it.each(['https://[::ffff:127.0.0.1]:PORT', 'https://0.0.0.0:PORT', 'https://[::ffff:7f00:1]:PORT'])(
    'are not asked of an address that is not public: %s',
    async (written) => {
      const issuer = written.replace('PORT', String(port()));
      await trust(mallory, { issuer, model: 'mine' });
      connections = 0;
      expect((await exchange(unsigned(issuer))).status).toBe(503);
      expect(connections).toBe(0);
    },
  );

  it('lead from this machine to this machine alone', async () => {
    const local = await TestIssuer.start();
    local.discovery = { jwks_uri: `https://0.0.0.0:${port()}/keys` };
    await trust(mallory, { issuer: local.url, model: 'mine' });
    connections = 0;
    expect((await exchange(await local.sign(JOB))).status).toBe(503);
    await local.stop();
    expect(connections).toBe(0);
  });
});

describe('a form', () => {
  it('of more parameters than an exchange can have is refused', async () => {
    const { status, body } = await sendForm(Array.from({ length: 51 }, (_, at) => `p${at}=`).join('&'));
    expect([status, body.error]).toEqual([400, 'invalid_request']);
    expect(body.detail).toContain('at most 50 parameters');
  });

  it('is read no further than what a token takes', async () => {
    expect((await sendForm(`subject_token=${'x'.repeat(70_000)}`)).status).toBe(413);
  });
});
