import { TestApp } from './support/app/app.js';
import { type Answer, type Extra, type Json } from './support/app/client.js';
import { CLIENT, TestProvider } from './support/app/provider.js';
import { TestBrowser } from './support/app/test-browser.js';
import { Receiver } from './support/app/receiver.js';
import { ACCURACY_POLICY, guardedModel, Person, type Team, teamOf, uniqueName } from './support/app/registry.js';
import { TestIssuer } from './support/app/test-issuer.js';
import { until } from './support/limits.js';
import { ServiceProcess } from './support/processes/service-process.js';

/** Two service processes on one database. Nothing here waits for the other one: its very next answer has to be the new one. */
let app: TestApp;
let replicas: ServiceProcess[] = [];
let provider: TestProvider;
let issuer: TestIssuer;
let receiver: Receiver;
let team: Team;

beforeAll(async () => {
  [provider, issuer, receiver] = await Promise.all([TestProvider.listen(), TestIssuer.start(), Receiver.start()]);
  const company = { name: 'company', issuer: provider.url, audience: 'registry' };
  const env = {
    OIDC_ISSUERS: JSON.stringify([{ ...company, client: { ...CLIENT, scope: 'openid profile groups' } }]),
    STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
  };
  app = await TestApp.start({ env });
  replicas = await Promise.all([1, 2].map(() => ServiceProcess.beside(app.databaseUrl, env)));
  team = await teamOf(app);
});
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.end()));
  await app?.stop();
  await Promise.all([provider?.stop(), issuer?.stop(), receiver?.stop()]);
});

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };
const NOW = { start: '2020-01-01T00:00:00Z', end: '2120-01-01T00:00:00Z' };

describe.each([
  [0, 1],
  [1, 0],
])('what replica %i is told holds at replica %i for the next request', (first, second) => {
  /** Those who change something, and those who ask elsewhere. */
  let root: Person;
  let anna: Person;
  let ci: Person;
  let here: string;
  let there: string;

  beforeAll(() => {
    here = replicas[first]!.url;
    there = replicas[second]!.url;
    [root, anna, ci] = [team.root.at(here), team.anna.at(here), team.ci.at(there)];
  });

  const elsewhere = (token: string | null): Person => new Person(there, token, 'somebody');

  /** Somebody whose token carries no role, or these. */
  async function someone(roles: string[] = []): Promise<{ id: string; subject: string; asks: Person; token: string }> {
    const subject = uniqueName('person');
    const { id, token } = await root.post('/tokens', { subject, roles });
    return { id, subject, token, asks: elsewhere(token) };
  }

  /** What comes of asking for version 2 of a model. */
  async function promotion(model: string): Promise<string> {
    const path = `/models/${model}/versions/2/transitions`;
    const { status, body } = await ci.send('POST', path, { toStage: 'Production' });
    return `${status} ${body.code ?? body.status}`;
  }

  it('a token that is revoked', async () => {
    const { id, asks } = await someone(['viewer']);
    await asks.get('/me');
    await root.delete(`/tokens/${id}`);
    await asks.get('/me', 401);
  });

  it('a binding that is made and deleted', async () => {
    const model = await team.ci.creates();
    const { subject, asks } = await someone();
    await asks.get(`/models/${model}`, 404);
    const { id } = await root.post('/role-bindings', { subject, role: 'viewer', model });
    await asks.get(`/models/${model}`);
    await root.delete(`/role-bindings/${id}`);
    await asks.get(`/models/${model}`, 404);
  });

  it('a role that gives more, and less', async () => {
    const model = await team.ci.creates();
    const role = uniqueName('role');
    await root.put(`/roles/${role}`, { permissions: ['self:read'] });
    const { subject, asks } = await someone();
    await root.post('/role-bindings', { subject, role, model });
    await asks.get(`/models/${model}`, 404);
    await root.put(`/roles/${role}`, { permissions: ['self:read', 'registry:read'] });
    await asks.get(`/models/${model}`);
    await root.put(`/roles/${role}`, { permissions: ['self:read'] });
    await asks.get(`/models/${model}`, 404);
  });

  it('a session that ends, by its person and with its token', async () => {
    const { id, token, asks } = await someone(['viewer']);
    const begin = async (): Promise<Extra> => {
      const answer = await root.send('POST', '/sessions', { token }, { headers: OWN_PAGE });
      return { headers: { ...OWN_PAGE, cookie: cookieOf(answer) } };
    };
    const anyone = elsewhere(null);
    const [ended, revoked] = [await begin(), await begin()];
    await anyone.get('/me', 200, ended);
    await new Person(here, null, 'nobody').delete('/sessions/current', 204, ended);
    await anyone.get('/me', 401, ended);
    await anyone.get('/me', 200, revoked);
    await root.delete(`/tokens/${id}`);
    await anyone.get('/me', 401, revoked);
    await asks.get('/me', 401);
  });

  it('a binding of a group, for a session of the provider that is under way', async () => {
    const model = await team.ci.creates();
    const group = uniqueName('group');
    provider.people['gil'] = { name: 'Gil', groups: [group] };
    provider.account = 'gil';
    await provider.serve(here, 'company');
    const browser = new TestBrowser();
    await browser.follow(`${here}/api/v1/sessions/oidc/company/start`, (url) => url.includes('/console/'));
    const session = { headers: { cookie: `stagegate=${browser.cookieOf(here, 'stagegate')}` } };
    const anyone = elsewhere(null);
    expect(await anyone.get('/me', 200, session)).toMatchObject({ groups: [group], roles: [] });
    await anyone.get(`/models/${model}`, 404, session);
    const { id } = await root.post('/role-bindings', { group, role: 'viewer', model });
    await anyone.get(`/models/${model}`, 200, session);
    await root.delete(`/role-bindings/${id}`);
    await anyone.get(`/models/${model}`, 404, session);
  });

  it('a policy that is changed', async () => {
    const model = await guardedModel(team, {});
    const strict = { ...ACCURACY_POLICY, rules: [{ metric: 'accuracy', min: 0.99 }] };
    await root.setsPolicy(model, strict);
    expect(await promotion(model)).toBe('422 GATES_REFUSED');
    await root.setsPolicy(model, ACCURACY_POLICY);
    expect(await promotion(model)).toBe('201 applied');
  });

  it("the registry's default policy that is changed", async () => {
    const model = await team.ci.creates();
    await team.ci.registers(model);
    await root.setsPolicy(null, { ...ACCURACY_POLICY, rules: [{ metric: 'accuracy', min: 0.5 }] });
    expect(await ci.checks(model, 1)).toMatchObject({ verdict: 'FAIL' });
    await root.setsPolicy(null, { preset: 'open' });
    expect(await ci.checks(model, 1)).toMatchObject({ verdict: 'PASS' });
  });

  it('a freeze that is made and lifted', async () => {
    const model = await guardedModel(team, {});
    const { id } = await root.post('/freezes', { name: 'Now', reason: 'A feast.', ...NOW, models: [model] });
    expect(await promotion(model)).toBe('409 FROZEN');
    await root.delete(`/freezes/${id}`);
    expect(await promotion(model)).toBe('201 applied');
  });

  it('a hold that a rollback sets, and that is lifted', async () => {
    const model = await guardedModel(team, {}, 3);
    await team.ci.promotes(model, 3);
    await anna.rollsBack(model);
    expect(await promotion(model)).toBe('409 ON_HOLD');
    await anna.liftsHold(model);
    expect(await promotion(model)).toBe('201 applied');
  });

  it('a trust rule that is made and deleted, with the token that was exchanged by it', async () => {
    const exchange = async (): Promise<Answer> => {
      const form = new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: await issuer.sign({ sub: 'repo:acme/models', repository_id: '42' }),
        subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      });
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return elsewhere(null).send('POST', '/token-exchange', undefined, { rawBody: form.toString(), headers });
    };
    expect((await exchange()).status).toBe(400);
    const trust = { issuer: issuer.url, audience: 'stagegate', claims: { repository_id: '42' }, roles: ['viewer'] };
    const { id } = await root.post('/trust-rules', trust);
    const { status, body } = await exchange();
    expect(status).toBe(200);
    const job = elsewhere(body.access_token);
    await job.get('/models');
    await root.delete(`/trust-rules/${id}`);
    await job.get('/models', 401);
    expect((await exchange()).status).toBe(400);
  });

  it('a webhook that is deleted', async () => {
    const model = uniqueName('told');
    const hook = (path: string): Promise<Json> =>
      root.post('/webhooks', { url: `http://127.0.0.1:${receiver.port}${path}`, types: ['*'], model });
    const [deleted, kept] = [await hook('/deleted'), await hook('/kept')];
    const told = (path: string) =>
      receiver.received.filter((one) => one.path === path && one.body.data.model === model);
    await ci.creates(model);
    await until('both are told', () => told('/deleted').length === 1 && told('/kept').length === 1);
    await root.delete(`/webhooks/${deleted.id}`);
    await team.root.at(there).get(`/webhooks/${deleted.id}`, 404);
    await ci.registersMany(model, 2);
    await until('the other one is told of more', () => told('/kept').length === 3);
    expect(told('/deleted')).toHaveLength(1);
    await root.delete(`/webhooks/${kept.id}`);
  });
});

/** What a browser would send back. */
function cookieOf(answer: Answer): string {
  expect(answer.status).toBe(201);
  return answer.headers.get('set-cookie')!.split(';', 1)[0]!;
}
