import { createHash } from 'node:crypto';
import { TestApp } from './support/app/app.js';
import { type Client } from './support/app/client.js';

let app: TestApp;
let admin: Client;

beforeAll(async () => {
  app = await TestApp.start();
  admin = await app.as('root', 'admin');
});
afterAll(() => app?.stop());

it('a token is shown once and only its digest is kept', async () => {
  const issued = await admin.post('/tokens', {
    subject: 'anna',
    roles: ['approver'],
    name: 'laptop',
    expiresInSeconds: 3600,
  });
  expect(issued).toMatchObject({
    subject: 'anna',
    roles: ['approver'],
    name: 'laptop',
    issuedBy: 'root',
    revokedAt: null,
  });
  expect(Date.parse(issued.expiresAt) - Date.parse(issued.issuedAt)).toBe(3_600_000);
  const [row] = await app.dataSource.query('SELECT * FROM tokens WHERE id = $1', [issued.id]);
  expect(row.digest).toBe(createHash('sha256').update(issued.token).digest('hex'));
  expect(JSON.stringify(row)).not.toContain(issued.token);
  const { items } = await admin.get('/tokens?subject=anna');
  expect(items[0].id).toBe(issued.id);
  expect(items[0]).not.toHaveProperty('token');
});

it('a token says who its bearer is and what it may do', async () => {
  const anna = await app.as('anna', 'contributor', 'approver');
  const me = await anna.get('/me');
  expect(me).toMatchObject({ subject: 'anna', roles: ['contributor', 'approver'] });
  expect(me.permissions).toEqual(expect.arrayContaining(['registry:read', 'version:register', 'transition:decide']));
  expect(me.permissions).not.toContain('policy:write');
  expect(Date.parse(me.expiresAt)).toBeGreaterThan(Date.now());
});

it('a token carries approval roles beside what it permits, and never one of the service', async () => {
  const issued = await admin.post('/tokens', { subject: 'lea', roles: ['approver'], approvalRoles: ['ml-lead'] });
  expect(issued.approvalRoles).toEqual(['ml-lead']);
  const headers = { authorization: `Bearer ${issued.token}` };
  const me = await app.anonymous().get('/me', 200, { headers });
  expect(me).toMatchObject({ roles: ['approver'], approvalRoles: ['ml-lead'] });
  expect(me.permissions).not.toContain('token:manage');
  expect((await admin.get('/tokens?subject=lea')).items[0].approvalRoles).toEqual(['ml-lead']);
  expect((await (await app.as('anna', 'viewer')).get('/me')).approvalRoles).toEqual([]);
  for (const role of ['admin', 'viewer', ' lead', 'lead\n', '']) {
    const refused = await admin.send('POST', '/tokens', {
      subject: 'eve',
      roles: ['viewer'],
      approvalRoles: ['x', role],
    });
    expect([refused.status, refused.body.code]).toEqual([400, 'VALIDATION_FAILED']);
    expect(refused.body.errors[0].pointer).toMatch(/^\/approvalRoles/);
  }
});

it('a token of a machine says so, in the list, to its bearer and in the record', async () => {
  const issued = await admin.post('/tokens', { subject: 'pipeline', roles: ['contributor'], serviceAccount: true });
  expect(issued).toMatchObject({ serviceAccount: true, origin: null });
  const headers = { authorization: `Bearer ${issued.token}` };
  expect(await app.anonymous().get('/me', 200, { headers })).toMatchObject({ serviceAccount: true, groups: [] });
  expect((await admin.get('/tokens?subject=pipeline')).items).toMatchObject([{ serviceAccount: true }]);
  const { items } = await admin.get('/audit-events?action=token.issued&sort=-sequence&limit=1');
  expect(items[0].details).toMatchObject({ subject: 'pipeline', serviceAccount: true });
  const person = await admin.post('/tokens', { subject: 'person', roles: ['viewer'] });
  expect(person.serviceAccount).toBe(false);
  for (const serviceAccount of ['true', 1, null]) {
    const { errors } = await admin.post('/tokens', { subject: 'x', roles: ['viewer'], serviceAccount }, 400);
    expect(errors).toMatchObject([{ pointer: '/serviceAccount', code: 'IS_TRUTH' }]);
  }
});

it('a token ends by itself', async () => {
  const request = { subject: 'brief', roles: ['viewer'], expiresInSeconds: 2 };
  const { token, id, expiresAt } = await admin.post('/tokens', request);
  const headers = { authorization: `Bearer ${token}` };
  const end = Date.parse(expiresAt);
  for (let status = 200; status === 200;) {
    const before = Date.now();
    ({ status } = await app.anonymous().send('GET', '/me', undefined, { headers }));
    if (status === 200) expect(before).toBeLessThan(end);
  }
  expect(Date.now()).toBeGreaterThanOrEqual(end);
  await app.anonymous().get('/me', 401, { headers });
  expect((await admin.get('/tokens?subject=brief')).items).toMatchObject([{ id, revokedAt: null }]);
});

it('revoking is audited, once, and repeating it changes nothing', async () => {
  const { id } = await admin.post('/tokens', { subject: 'carl', roles: ['viewer'] });
  await admin.delete(`/tokens/${id}`);
  await admin.delete(`/tokens/${id}`);
  const { items } = await admin.get('/audit-events?action=token.revoked');
  expect(items.filter((event: { details: { id: string } }) => event.details.id === id)).toHaveLength(1);
  expect((await admin.get('/tokens?subject=carl')).items).toMatchObject([{ id, revokedBy: 'root' }]);
});

it('issuing is audited without the token', async () => {
  const { id, token } = await admin.post('/tokens', { subject: 'dora', roles: ['viewer'] });
  const [event] = (await admin.get('/audit-events?action=token.issued')).items;
  expect(event).toMatchObject({ actor: 'root', details: { id, subject: 'dora', roles: ['viewer'] } });
  expect(JSON.stringify(event)).not.toContain(token);
});

it('pages join without gap or repetition, and a cursor fits its own list alone', async () => {
  for (let count = 0; count < 5; count += 1) await admin.post('/tokens', { subject: 'emil', roles: ['viewer'] });
  const all = (await admin.get('/tokens?subject=emil')).items;
  const first = await admin.get('/tokens?subject=emil&limit=2');
  const second = await admin.get(`/tokens?subject=emil&limit=2&cursor=${first.nextCursor}`);
  const third = await admin.get(`/tokens?subject=emil&limit=2&cursor=${second.nextCursor}`);
  expect([...first.items, ...second.items, ...third.items]).toEqual(all);
  expect(third.nextCursor).toBeNull();
  for (const query of [`cursor=${first.nextCursor}`, 'cursor=garbage', `subject=emil&cursor=${first.nextCursor}x`]) {
    expect((await admin.get(`/tokens?${query}`, 400)).code).toBe('INVALID_CURSOR');
  }
});

it.each([
  ['no subject', { roles: ['viewer'] }, '/subject', 'REQUIRED'],
  ['an empty subject', { subject: '', roles: ['viewer'] }, '/subject', 'IS_TEXT'],
  ['a subject with a NUL', { subject: 'a\0b', roles: ['viewer'] }, '/subject', 'NUL_CHARACTER'],
  ['half a surrogate pair', { subject: '\ud800', roles: ['viewer'] }, '/subject', 'MALFORMED_TEXT'],
  ['no role', { subject: 'x', roles: [] }, '/roles', 'IS_SOME_OF'],
  ['a role twice', { subject: 'x', roles: ['viewer', 'viewer'] }, '/roles', 'IS_SOME_OF'],
  ['an unknown role', { subject: 'x', roles: ['owner'] }, '/roles', 'IS_SOME_OF'],
  ['roles that are no list', { subject: 'x', roles: 'viewer' }, '/roles', 'IS_SOME_OF'],
  ['no life at all', { subject: 'x', roles: ['viewer'], expiresInSeconds: 0 }, '/expiresInSeconds', 'IS_COUNT'],
  ['too long a life', { subject: 'x', roles: ['viewer'], expiresInSeconds: 1e9 }, '/expiresInSeconds', 'IS_COUNT'],
  ['half a second', { subject: 'x', roles: ['viewer'], expiresInSeconds: 1.5 }, '/expiresInSeconds', 'IS_COUNT'],
  ['an unknown field', { subject: 'x', roles: ['viewer'], admin: true }, '/admin', 'UNKNOWN_FIELD'],
])('a token request with %s is refused with a pointer', async (_name, body, pointer, code) => {
  const { errors } = await admin.post('/tokens', body, 400);
  expect(errors).toMatchObject([{ in: 'body', pointer, code }]);
});

it.each([
  ['a line break', 'eve\nforged'],
  ['an escape sequence', '\u001b[31meve'],
  ['a mark of direction', '\u202eeve'],
  ['a zero-width space alone', '\u200b'],
  ['blanks alone', '  '],
  ['a blank after it', 'bob '],
  ['a Cyrillic letter among Latin ones', 'аnna'],
  ['the name of the service', 'StageGate'],
])('a subject with %s gets no token', async (_name, subject) => {
  const { errors } = await admin.post('/tokens', { subject, roles: ['viewer'] }, 400);
  expect(errors).toMatchObject([{ pointer: '/subject', code: 'IS_SUBJECT' }]);
});

it('a subject is known by its normal form', async () => {
  const { subject } = await admin.post('/tokens', { subject: 'ａndre\u0301', roles: ['viewer'] });
  expect(subject).toBe('andr\u00e9');
});

it('an approval role that reads like a role of the service is none', async () => {
  for (const role of ['Admin', 'ＡDMIN', 'аpprover', 'Approver']) {
    const request = { subject: 'eve', roles: ['viewer'], approvalRoles: [role] };
    expect((await admin.post('/tokens', request, 400)).errors[0].pointer).toBe('/approvalRoles/0');
  }
});

it('nobody keeps an answer about tokens; one with a tag is asked for again', async () => {
  const caching = async (method: string, path: string, body?: object) =>
    (await admin.send(method, path, body)).headers.get('cache-control');
  expect(await caching('POST', '/tokens', { subject: 'cached', roles: ['viewer'] })).toBe('no-store');
  expect(await caching('GET', '/tokens')).toBe('no-store');
  expect(await caching('GET', '/me')).toBe('private, no-cache');
  expect(await caching('GET', '/models')).toBe('private, no-cache');
  expect(await caching('POST', '/models', { name: 'cached' })).toBe('no-store');
  expect(await caching('PATCH', '/models/cached', { description: 'x' })).toBe('private, no-cache');
  for (const path of ['/models/none', '/nowhere', '/models/%ff']) expect(await caching('GET', path)).toBe('no-store');
  expect((await admin.send('GET', '//livez')).headers.get('cache-control')).toMatch(/^no-/);
});

it('revoking what was never issued is 404, and what is no id is 400', async () => {
  expect((await admin.delete('/tokens/01936b2e-0000-7000-8000-000000000000', 404)).code).toBe('TOKEN_NOT_FOUND');
  expect((await admin.delete('/tokens/nonsense', 400)).code).toBe('INVALID_ID');
});

it('only admins manage tokens', async () => {
  const carol = await app.as('carol', 'contributor', 'approver');
  await carol.get('/tokens', 403);
  await carol.post('/tokens', { subject: 'carol', roles: ['admin'] }, 403);
  await carol.delete('/tokens/01936b2e-0000-7000-8000-000000000000', 403);
  await app.anonymous().post('/tokens', { subject: 'carol', roles: ['admin'] }, 401);
});
