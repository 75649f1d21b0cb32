import { request } from 'node:http';
import { TestApp } from './support/app/app.js';
import { type Client, type Json } from './support/app/client.js';

let app: TestApp;
let replica: TestApp;
let admin: Client;

beforeAll(async () => {
  app = await TestApp.start();
  replica = await TestApp.start({ beside: app });
  admin = await app.as('root', 'admin');
  for (const name of ['own', 'foreign', 'team-a.one', 'team-b.one']) await admin.post('/models', { name });
});
afterAll(async () => {
  await replica?.stop();
  await app?.stop();
});

const version = { artifactUri: 's3://models/x' };

/** The status of a GET with a body, as MLflow's clients send it. */
function getWithBody({ token }: Client, path: string, body: object): Promise<number> {
  const text = JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': text.length,
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${app.url}${path}`, { method: 'GET', headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode!));
    });
    sent.on('error', reject).end(text);
  });
}

/** A subject that has no role but what is bound to it, on a replica. */
async function nobody(subject: string, on = app): Promise<Client> {
  return on.as(subject);
}

it('a token without a role may do nothing but ask who it is, until a role is bound to its subject', async () => {
  const ben = await nobody('ben');
  expect(await ben.get('/me')).toMatchObject({ roles: [], permissions: ['self:read', 'session:end'] });
  for (const path of [
    '/models',
    '/audit-events',
    '/search?q=own',
    '/transitions',
    '/production',
    '/me/permissions?model=own',
  ])
    await ben.get(path, path.startsWith('/me') ? 404 : 403);
  await ben.get('/models/own', 404);
  const bound = await admin.post('/role-bindings', { subject: 'ben', role: 'contributor', model: 'own' });
  expect(bound).toMatchObject({ subject: 'ben', group: null, role: 'contributor', model: 'own', modelPrefix: null });
  await ben.post('/models/own/versions', version);
  expect((await ben.get('/models')).items.map(({ name }: { name: string }) => name)).toEqual(['own']);
  await ben.get('/models/foreign', 404);
  await ben.post('/models', { name: 'new' }, 403);
});

it('a binding holds at the next request of every replica, and so does its end', async () => {
  const here = await nobody('cleo');
  const there = await nobody('cleo', replica);
  for (let turn = 0; turn < 3; turn += 1) {
    const { id } = await admin.post('/role-bindings', { subject: 'cleo', role: 'viewer', model: 'own' });
    await Promise.all([here.get('/models/own'), there.get('/models/own')]);
    await admin.delete(`/role-bindings/${id}`);
    await Promise.all([here.get('/models/own', 404), there.get('/models/own', 404)]);
  }
});

it('a binding follows the model when it is renamed, and ends with it', async () => {
  await admin.post('/models', { name: 'before' });
  const dora = await nobody('dora');
  const { id } = await admin.post('/role-bindings', { subject: 'dora', role: 'viewer', model: 'before' });
  await admin.post('/models/before/rename', { newName: 'after' }, 200);
  await dora.get('/models/after');
  await dora.get('/models/before', 404);
  expect((await admin.get(`/role-bindings/${id}`)).model).toBe('after');
  await admin.post('/models', { name: 'before' });
  await dora.get('/models/before', 404);
  await admin.delete('/models/after');
  await dora.get('/models/after', 404);
  await admin.get(`/role-bindings/${id}`, 404);
  expect((await admin.get('/role-bindings?subject=dora')).items).toEqual([]);
});

it('a binding for the beginning of names holds for models that come later, and lets them be made', async () => {
  const emil = await nobody('emil');
  await admin.post('/role-bindings', { subject: 'emil', role: 'contributor', modelPrefix: 'team-a.' });
  await emil.post('/models', { name: 'team-a.two' });
  await emil.post('/models/team-a.two/versions', version);
  await emil.post('/models', { name: 'team-b.two' }, 403);
  const seen = async (path: string) => (await emil.get(path)).items.map(({ name }: { name: string }) => name);
  expect(await seen('/models')).toEqual(['team-a.one', 'team-a.two']);
  const { items, nextCursor } = await emil.get('/models?limit=1');
  expect(items).toHaveLength(1);
  expect((await emil.get(`/models?limit=1&cursor=${nextCursor}`)).nextCursor).toBeNull();
  // Wildcards of SQL are no wildcards of a beginning.
  const fay = await nobody('fay');
  await admin.post('/role-bindings', { subject: 'fay', role: 'viewer', modelPrefix: 'team_a' });
  expect((await fay.get('/models')).items).toEqual([]);
});

it('a role binding says who gets what for which models, once', async () => {
  const bad = [
    { role: 'viewer' },
    { subject: 'x', group: 'y', role: 'viewer' },
    { subject: 'x', role: 'viewer', model: 'own', modelPrefix: 'o' },
    { subject: 'x', role: 'viewer', modelPrefix: '%' },
    { subject: 'stagegate', role: 'viewer' },
    { subject: 'x', role: 'viewer', until: 'tomorrow' },
  ];
  for (const body of bad) expect((await admin.send('POST', '/role-bindings', body)).status).toBe(400);
  expect((await admin.post('/role-bindings', { subject: 'x', role: 'boss' }, 404)).code).toBe('ROLE_NOT_FOUND');
  const unknown = { subject: 'x', role: 'viewer', model: 'none' };
  expect((await admin.post('/role-bindings', unknown, 404)).code).toBe('MODEL_NOT_FOUND');
  const gus = { group: 'ml', role: 'viewer', model: 'own' };
  const made = await admin.send('POST', '/role-bindings', gus);
  expect(made.headers.get('location')).toBe(`/api/v1/role-bindings/${made.body.id}`);
  expect((await admin.post('/role-bindings', gus, 409)).code).toBe('ROLE_BINDING_EXISTS');
  expect((await admin.get('/role-bindings?group=ml&role=viewer&model=own')).items).toEqual([made.body]);
  const { headers } = await admin.send('GET', `/role-bindings/${made.body.id}`);
  await admin.delete(`/role-bindings/${made.body.id}`, 412, { headers: { 'if-match': '"other"' } });
  await admin.delete(`/role-bindings/${made.body.id}`, 204, { headers: { 'if-match': headers.get('etag')! } });
  await admin.delete(`/role-bindings/${made.body.id}`, 404);
  const { items } = await admin.get('/audit-events?model=own&limit=2');
  expect(items.map(({ action }: { action: string }) => action)).toEqual([
    'role_binding.deleted',
    'role_binding.created',
  ]);
});

it('nobody gives what they lack: by a binding, a role, a token or a new name', async () => {
  const lead = await nobody('lead');
  await admin.put('/roles/team-lead', { permissions: ['registry:read', 'role-binding:manage', 'model:rename'] });
  await admin.post('/role-bindings', { subject: 'lead', role: 'team-lead', model: 'own' });
  const given = { subject: 'hal', role: 'team-lead', model: 'own' };
  const { id } = await lead.post('/role-bindings', given);
  expect((await lead.post('/role-bindings', { ...given, role: 'admin' }, 403)).code).toBe('RIGHTS_EXCEEDED');
  expect((await lead.post('/role-bindings', { ...given, subject: 'lead', role: 'contributor' }, 403)).code).toBe(
    'RIGHTS_EXCEEDED',
  );
  await lead.post('/role-bindings', { ...given, model: 'foreign' }, 404);
  await lead.post('/role-bindings', { subject: 'hal', role: 'team-lead' }, 403);
  await lead.post('/role-bindings', { subject: 'hal', role: 'team-lead', modelPrefix: 'ow' }, 403);
  expect((await lead.get('/role-bindings')).items.map((binding: { model: string }) => binding.model)).not.toContain(
    null,
  );
  await lead.delete(`/role-bindings/${id}`);
  const others = await admin.post('/role-bindings', { subject: 'hal', role: 'viewer', model: 'foreign' });
  await lead.delete(`/role-bindings/${others.id}`, 404);
  await admin.post('/role-bindings', { subject: 'lead', role: 'approver', modelPrefix: 'lead.' });
  expect((await lead.post('/models/own/rename', { newName: 'lead.own' }, 403)).code).toBe('RIGHTS_EXCEEDED');
  await lead.put('/roles/team-lead', { permissions: ['registry:read'] }, 403);
  const clerk = await nobody('clerk');
  await admin.put('/roles/clerk', { permissions: ['token:manage', 'role:manage', 'registry:read'] });
  await admin.post('/role-bindings', { subject: 'clerk', role: 'clerk' });
  expect((await clerk.post('/tokens', { subject: 'clerk', roles: ['admin'] }, 403)).code).toBe('RIGHTS_EXCEEDED');
  expect((await clerk.put('/roles/clerk', { permissions: ['policy:write'] }, 403)).code).toBe('RIGHTS_EXCEEDED');
  await clerk.post('/tokens', { subject: 'reader', roles: ['viewer'] });
  await admin.post('/role-bindings', { subject: 'mia', role: 'approver', model: 'foreign' });
  for (const gift of [{ subject: 'mia' }, { subject: 'kay', approvalRoles: ['risk'] }])
    expect((await clerk.post('/tokens', { roles: [], ...gift }, 403)).code).toBe('RIGHTS_EXCEEDED');
  await admin.post('/role-bindings', { subject: 'ned', role: 'viewer', model: 'foreign' });
  await clerk.post('/tokens', { subject: 'ned', roles: [] });
  await admin.post('/tokens', { subject: 'kay', roles: ['approver'], approvalRoles: ['risk'] });
});

it('the last who may bind roles is not removed', async () => {
  const alone = await TestApp.start();
  try {
    const root = await alone.as('root', 'admin');
    const ann = await alone.as('ann');
    const { id } = await root.post('/role-bindings', { subject: 'ann', role: 'admin' });
    for (const token of (await ann.get('/tokens')).items)
      if (token.subject === 'root') await ann.delete(`/tokens/${token.id}`);
    expect((await ann.delete(`/role-bindings/${id}`, 409)).code).toBe('LAST_ADMINISTRATOR');
    const second = await ann.post('/role-bindings', { subject: 'bea', role: 'admin' });
    await ann.delete(`/role-bindings/${id}`);
    await (await alone.as('bea')).delete(`/role-bindings/${second.id}`, 409);
  } finally {
    await alone.stop();
  }
});

it('everybody is told what they may do, in the registry and to a model, and which role lets them', async () => {
  const ida = await app.as('ida', 'viewer');
  const { id } = await admin.post('/role-bindings', { subject: 'ida', role: 'approver', model: 'own' });
  const all = await ida.get('/me/permissions');
  expect(all).toMatchObject({ subject: 'ida', model: null });
  expect(all.permissions).toEqual(['registry:read', 'self:read', 'session:end']);
  expect(all.grants).toHaveLength(2);
  const own = await ida.get('/me/permissions?model=own');
  expect(own.permissions).toEqual(expect.arrayContaining(['registry:read', 'transition:decide', 'hold:lift']));
  expect(own.registryPermissions).toEqual(all.permissions);
  expect(own.grants).toEqual([
    expect.objectContaining({ source: 'token', role: 'viewer', bindingId: null, model: null }),
    expect.objectContaining({ source: 'binding', role: 'approver', bindingId: id, model: 'own' }),
  ]);
  expect((await ida.get('/me/permissions?model=foreign')).permissions).toEqual(all.permissions);
  await ida.get('/me/permissions?model=none', 404);
  await (await nobody('jo')).get('/me/permissions?model=own', 404);
  expect((await (await nobody('jo')).get('/me/permissions')).grants).toEqual([]);
});

it('a role of the organisation gives what it names now, by bindings and by tokens, on every replica', async () => {
  const permissions = ['registry:read', 'version:register'];
  const role = await admin.put('/roles/trainer', { permissions, description: 'registers versions' });
  expect(role).toMatchObject({ role: 'trainer', permissions, description: 'registers versions', isBuiltIn: false });
  const kim = await app.as('kim', 'trainer');
  const there = await replica.as('lou');
  await admin.post('/role-bindings', { subject: 'lou', role: 'trainer', model: 'own' });
  await kim.post('/models/foreign/versions', version);
  await there.post('/models/own/versions', version);
  await kim.patch('/models/own', { owner: 'kim' }, 403);
  await admin.put('/roles/trainer', { permissions: [...permissions, 'model:update'] });
  await kim.patch('/models/own', { owner: 'kim' });
  await there.patch('/models/own', { owner: 'lou' });
  await admin.put('/roles/trainer', { permissions: ['registry:read'] });
  await kim.post('/models/own/versions', version, 403);
  await there.post('/models/own/versions', version, 403);
  expect((await admin.delete('/roles/trainer', 409)).code).toBe('ROLE_IN_USE');
});

it('built-in roles do not change, and no role looks like one', async () => {
  const { items } = await admin.get('/roles?filter=isBuiltIn = true');
  expect(items.map(({ role }: { role: string }) => role)).toEqual(['admin', 'approver', 'contributor', 'viewer']);
  const body = { permissions: ['registry:read'] };
  expect((await admin.put('/roles/viewer', body, 409)).code).toBe('ROLE_BUILT_IN');
  expect((await admin.delete('/roles/admin', 409)).code).toBe('ROLE_BUILT_IN');
  for (const name of ['Admin', '%D0%B0dmin', 'a%20b', '-x'])
    expect((await admin.put(`/roles/${name}`, body, 400)).status).toBe(400);
  for (const permissions of [[], ['fly'], ['registry:read', 'registry:read']])
    await admin.put('/roles/odd', { permissions }, 400);
  await admin.get('/roles/unheard', 404);
  await admin.delete('/roles/unheard', 404);
  await admin.put('/roles/short', body);
  const { headers } = await admin.send('GET', '/roles/short');
  await admin.put('/roles/short', body, 412, { headers: { 'if-match': '"other"' } });
  await admin.delete('/roles/short', 204, { headers: { 'if-match': headers.get('etag')! } });
  await admin.get('/roles/short', 404);
});

it('what was answered once is not told again to somebody who may no longer know of it', async () => {
  const mia = await nobody('mia');
  const { id } = await admin.post('/role-bindings', { subject: 'mia', role: 'contributor', modelPrefix: 'mia.' });
  const headers = { 'idempotency-key': 'once' };
  await mia.post('/models', { name: 'mia.first' }, 201, { headers });
  await mia.post('/models/mia.first/versions', version, 201, { headers: { 'idempotency-key': 'twice' } });
  await admin.delete(`/role-bindings/${id}`);
  await mia.post('/models', { name: 'mia.first' }, 403, { headers });
  await mia.post('/models/mia.first/versions', version, 404, { headers: { 'idempotency-key': 'twice' } });
});

it('an MLflow call reaches no hidden model: by a name given twice, in the body of a GET, or to copy from', async () => {
  const noa = await nobody('noa');
  await admin.post('/role-bindings', { subject: 'noa', role: 'contributor', model: 'own' });
  await admin.post('/models/foreign/versions', version);
  const base = '//api/2.0/mlflow';
  await noa.get(`${base}/registered-models/get?name=own`);
  for (const query of ['name=foreign', 'name=foreign&name=own'])
    expect((await noa.get(`${base}/registered-models/get?${query}`, 404)).error_code).toBe('RESOURCE_DOES_NOT_EXIST');
  const path = '/api/2.0/mlflow/registered-models/get';
  expect(await getWithBody(noa, path, { name: 'foreign' })).toBe(404);
  expect(await getWithBody(noa, path, { name: 'own' })).toBe(200);
  const tag = { name: 'foreign', key: 'k', value: 'v' };
  await noa.post(`${base}/registered-models/set-tag?name=own`, tag, 404);
  const copy = { name: 'own', source: 'models:/foreign/1' };
  const refused = await noa.send('POST', `${base}/model-versions/create`, copy);
  const missing = await noa.send('POST', `${base}/model-versions/create`, { name: 'own', source: 'models:/none/1' });
  expect([refused.status, missing.status]).toEqual([404, 404]);
  expect(JSON.stringify(refused.body).replace('foreign', 'none')).toBe(JSON.stringify(missing.body));
});

it('an approver of one model decides on it, and of what awaits a decision is shown that alone', async () => {
  const pia = await nobody('pia');
  await admin.post('/role-bindings', { subject: 'pia', role: 'approver', model: 'own' });
  const ci = await app.as('ci', 'contributor');
  const asked: { id: string }[] = [];
  for (const model of ['own', 'foreign']) {
    await admin.put(`/models/${model}/gate-policy`, { preset: 'open', approvals: { slots: [{ role: 'approver' }] } });
    const { version: number } = await ci.post(`/models/${model}/versions`, version);
    asked.push(await ci.post(`/models/${model}/versions/${number}/transitions`, { toStage: 'Production' }, 202));
  }
  const [own, foreign] = asked.map(({ id }) => id);
  const { items } = await pia.get('/transitions?awaiting=me');
  expect(items.map(({ id, mayDecide }: Json) => [id, mayDecide.allowed])).toEqual([[own, true]]);
  await pia.post(`/transitions/${foreign}/approvals`, { decision: 'approve' }, 404);
  expect((await pia.post(`/transitions/${own}/approvals`, { decision: 'approve' })).status).toBe('applied');
});
