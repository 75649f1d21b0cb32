import { TestApp } from './support/app/app.js';
import { type Client } from './support/app/client.js';

let app: TestApp;
let admin: Client;
/** Has every right for `own`, and for models whose names begin with `team-`. */
let mallory: Client;

beforeAll(async () => {
  app = await TestApp.start();
  admin = await app.as('root', 'admin');
  for (const name of ['own', 'secret', 'team-one']) await admin.post('/models', { name });
  await admin.post('/role-bindings', { subject: 'mallory', role: 'admin', model: 'own' });
  await admin.post('/role-bindings', { subject: 'mallory', role: 'admin', modelPrefix: 'team-' });
  mallory = await app.as('mallory');
});
afterAll(() => app?.stop());

const WHILE = {
  name: 'calm',
  reason: 'A release of the shop.',
  start: '2030-01-01T00:00:00Z',
  end: '2030-01-02T00:00:00Z',
};

it('a freeze of several models tells of none that is hidden whether there is one', async () => {
  const freeze = (...models: string[]) => mallory.post('/freezes', { ...WHILE, models }, 404);
  const [there, notThere] = [await freeze('own', 'secret', 'no-such'), await freeze('own', 'no-more', 'no-such')];
  expect(there.detail).toContain('secret');
  expect(notThere.detail).toBe(there.detail.replaceAll('secret', 'no-more'));
  expect((await freeze('team-none', 'secret')).detail).toContain('secret');
});

describe('a name', () => {
  it.each([
    ['that is free', 'free'],
    ['of a model that is hidden', 'secret'],
  ])('%s is taken by a rename of those alone who may make a model of it', async (_, newName) => {
    const refused = await mallory.post('/models/own/rename', { newName }, 403);
    expect([refused.code, refused.detail]).toEqual(['RIGHTS_EXCEEDED', expect.stringContaining('model:create')]);
    const body = { name: 'own', new_name: newName };
    const answer = await mallory.send('POST', '//api/2.0/mlflow/registered-models/rename', body);
    expect(answer.status).toBe(403);
  });

  it('within reach is taken', async () => {
    await mallory.post('/models/team-one/rename', { newName: 'team-two' }, 200);
    await mallory.post('/models/team-two/rename', { newName: 'team-one' }, 200);
  });
});

describe('a kept answer is not given again to who lost the right to its models', () => {
  it.each<[string, string, object]>([
    ['of a freeze', '/freezes', { ...WHILE, models: ['team-one'] }],
    ['of a role binding', '/role-bindings', { subject: 'ci', role: 'viewer', modelPrefix: 'team-' }],
    [
      'of a trust rule',
      '/trust-rules',
      {
        issuer: 'https://ci.example',
        audience: 'stagegate',
        claims: { repository_id: '42' },
        roles: ['viewer'],
        modelPrefix: 'team-',
      },
    ],
  ])('%s', async (_, path, body) => {
    const subject = `loser of ${path.slice(1)}`;
    await admin.post('/role-bindings', { subject, role: 'admin', model: 'own' });
    const { id } = await admin.post('/role-bindings', { subject, role: 'admin', modelPrefix: 'team-' });
    const loser = await app.as(subject);
    const options = { headers: { 'idempotency-key': `key-of-${path}` } };
    expect((await loser.send('POST', path, body, options)).status).toBe(201);
    const again = await loser.send('POST', path, body, options);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    await admin.delete(`/role-bindings/${id}`);
    const after = await loser.send('POST', path, body, options);
    expect(after.headers.get('idempotent-replayed')).toBeNull();
    expect([403, 404]).toContain(after.status);
  });
});

it('a role loses what it gave by those alone who have that in the registry', async () => {
  await admin.put('/roles/freezer', { permissions: ['registry:read', 'freeze:write'] });
  await admin.put('/roles/role-keeper', { permissions: ['registry:read', 'role:manage'] });
  await admin.post('/role-bindings', { subject: 'keeper', role: 'role-keeper' });
  const keeper = await app.as('keeper');
  const refused = await keeper.send('PUT', '/roles/freezer', { permissions: ['registry:read'] });
  expect([refused.status, refused.body.code]).toEqual([403, 'RIGHTS_EXCEEDED']);
  expect(refused.body.detail).toContain('freeze:write');
  await admin.put('/roles/freezer', { permissions: ['registry:read'] });
});
