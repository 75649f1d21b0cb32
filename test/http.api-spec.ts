import { once } from 'node:events';
import { connect } from 'node:net';
import { problemKind } from '../src/platform/http/problem.js';
import { AuthService } from '../src/access/tokens/auth.service.js';
import { TestApp } from './support/app/app.js';
import { type Answer, type Client } from './support/app/client.js';

let app: TestApp;
let admin: Client;
const lines: string[] = [];

beforeAll(async () => {
  app = await TestApp.start({ env: { BODY_LIMIT: '65536' }, onLog: (line) => lines.push(line) });
  admin = await app.as('root', 'admin');
});
afterAll(() => app?.stop());

function expectProblem(answer: Answer, status: number, code: string): void {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  expect(answer.body.status).toBe(status);
  expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
}

it.each([
  ['GET', '//nothing', 404, 'ROUTE_NOT_FOUND'],
  ['GET', '/nothing', 404, 'ROUTE_NOT_FOUND'],
  ['GET', '/me/', 404, 'ROUTE_NOT_FOUND'],
  ['GET', '/models/', 404, 'ROUTE_NOT_FOUND'],
  ['DELETE', '/models//aliases/blue', 404, 'ROUTE_NOT_FOUND'],
  ['OPTIONS', '/nothing', 404, 'ROUTE_NOT_FOUND'],
  ['PUT', '/tokens', 405, 'METHOD_NOT_ALLOWED'],
  ['PATCH', '/me', 405, 'METHOD_NOT_ALLOWED'],
  ['DELETE', '//livez', 405, 'METHOD_NOT_ALLOWED'],
  ['GET', '/tokens/01936b2e-0000-7000-8000-000000000000', 405, 'METHOD_NOT_ALLOWED'],
  ['GET', '/tokens?limit=%00', 400, 'INVALID_URL'],
])('%s %s is a problem %i %s', async (method, path, status, code) => {
  expectProblem(await admin.send(method, path), status, code);
});

const BLANKS = ' '.repeat(12_000);

it.each([
  ['without a blank', 'charset=utf-8', 201],
  ['in quotes', 'charset = "UTF-8"', 201],
  ['beside another parameter', 'boundary; charset="utf8"', 201],
  ['of another encoding', 'charset=latin1', 415],
  ['of another one in quotes', 'charset="latin1"', 415],
  ['of many blanks', `charset=${BLANKS}"`, 415],
  ['of blanks between quotes', `charset=a${BLANKS}b"c`, 415],
])('a body with a charset %s', async (_what, parameters, status) => {
  const rawBody = JSON.stringify({ subject: 'ben', roles: ['viewer'] });
  const headers = { 'content-type': `application/json; ${parameters}` };
  expect((await admin.send('POST', '/tokens', undefined, { rawBody, headers })).status).toBe(status);
});

it('a packed body is refused for what it is', async () => {
  const answer = await admin.send('POST', '/tokens', {}, { headers: { 'content-encoding': 'gzip' } });
  expectProblem(answer, 415, 'UNSUPPORTED_MEDIA_TYPE');
  expect(answer.headers.get('accept-encoding')).toBe('identity');
});

it('a path that is no UTF-8 is a problem too', async () => {
  const answer = await admin.send('DELETE', '/tokens/%E0%A4%A');
  expectProblem(answer, 400, 'INVALID_URL');
});

it('405 and OPTIONS name the methods there are', async () => {
  const refused = await admin.send('PUT', '/tokens');
  expect(refused.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
  const asked = await app.anonymous().send('OPTIONS', '/tokens');
  expect(asked.status).toBe(204);
  expect(asked.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
});

it('HEAD answers like GET, without the body', async () => {
  const answer = await admin.send('HEAD', '/me');
  expect(answer.status).toBe(200);
  expect(answer.body).toBe('');
  expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0);
});

it.each([
  ['broken JSON', '{"subject":', 'application/json', 400, 'MALFORMED_JSON'],
  ['two documents', '{}{}', 'application/json', 400, 'MALFORMED_JSON'],
  ['a poisoned prototype', '{"__proto__":{"roles":["admin"]}}', 'application/json', 400, 'MALFORMED_JSON'],
  ['a poisoned constructor', '{"constructor":{"prototype":{"a":1}}}', 'application/json', 400, 'MALFORMED_JSON'],
  ['nothing, announced as JSON', '', 'application/json', 400, 'EMPTY_BODY'],
  ['a list', '[]', 'application/json', 400, 'VALIDATION_FAILED'],
  ['a text', '"x"', 'application/json', 400, 'VALIDATION_FAILED'],
  ['null', 'null', 'application/json', 400, 'VALIDATION_FAILED'],
  ['a thousand brackets', `${'['.repeat(1000)}${']'.repeat(1000)}`, 'application/json', 400, 'VALIDATION_FAILED'],
  ['a form', 'subject=x', 'application/x-www-form-urlencoded', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['another charset', '{}', 'application/json; charset=iso-8859-1', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['a charset of blanks', '{}', `application/json; charset=${' '.repeat(10_000)}"x"y`, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['a merge patch for POST', '{}', 'application/merge-patch+json', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['plain text', '{}', 'text/plain', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['no media type at all', '{}', ';;;', 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['more than the limit', `{"subject":"${'x'.repeat(70_000)}"}`, 'application/json', 413, 'PAYLOAD_TOO_LARGE'],
])('a body of %s is refused', async (_name, rawBody, contentType, status, code) => {
  const answer = await admin.send('POST', '/tokens', undefined, { rawBody, headers: { 'content-type': contentType } });
  expectProblem(answer, status, code);
});

it.each([
  ['a comma too many', '{\n  "subject": "x",\n}', / at line 3, column 1\.$/],
  ['a missing end', '{"subject":', /^The body is not valid JSON: .+\.$/],
  ['a forbidden key', '{"__proto__":{}}', /forbidden key/],
])('of broken JSON by %s the fault is told', async (_name, rawBody, told) => {
  expect((await admin.send('POST', '/tokens', undefined, { rawBody })).body.detail).toMatch(told);
});

it.each([
  ['infinity', '1e999'],
  ['minus infinity', '-1e999'],
  ['four hundred digits', '9'.repeat(400)],
])('a number of %s is refused where it stands', async (_name, number) => {
  const rawBody = `{"subject":"x","roles":["viewer"],"expiresInSeconds":${number}}`;
  const { body } = await admin.send('POST', '/tokens', undefined, { rawBody });
  expect(body.errors).toMatchObject([{ pointer: '/expiresInSeconds', code: 'FINITE_NUMBER' }]);
});

it('every fault of a body is named at once', async () => {
  const { detail, errors } = await admin.post('/tokens', { subject: '', roles: 'viewer', 'a/b~c': 1 }, 400);
  expect(errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual(['/a~1b~0c', '/roles', '/subject']);
  expect(detail).toMatch(/\(and 2 more\)/);
});

it.each([
  ['POST', '/models', { name: 'meant', desciption: 'x' }, 'description'],
  ['POST', '/tokens', { subject: 'meant', roles: ['viewer'], expires_in_seconds: 60 }, 'expiresInSeconds'],
  ['POST', '/tokens', { subject: 'meant', roles: ['viewer'], toStage: 1 }, null],
  ['GET', '/models?fitler=1', undefined, 'filter'],
  ['GET', '/models?limits=1', undefined, 'limit'],
])('%s %s with %j is told the field that is meant', async (method, path, body, meant) => {
  const { errors } = (await admin.send(method, path, body)).body;
  const [name] = /^\w+/.exec(errors[0].pointer.slice(1))!;
  expect(errors[0].detail).toBe(`${name} is not a known field${meant ? `, but ${meant} is` : ''}`);
});

it('of evidence, too, the field that is meant is told', async () => {
  await admin.post('/models', { name: 'meant' });
  await admin.post('/models/meant/versions', { artifactUri: 's3://meant/1' });
  const dataset = { name: 'd', version: '1', splits: 'test' };
  const metrics = [{ name: 'f1', slice: {}, value: 0.5, standard_error: 0.1 }];
  const paths = [];
  for (const body of [
    { dataset, metrics },
    { dataset: { name: 'd', version: '1' }, metrics },
  ]) {
    const { errors } = await admin.post('/models/meant/versions/1/evaluations', body, 400);
    paths.push(...errors.map(({ pointer, detail }: { pointer: string; detail: string }) => `${pointer}: ${detail}`));
  }
  expect(paths).toContain('/dataset/splits: splits is not a known field, but split is');
  expect(paths).toContain('/metrics/0/standard_error: standard_error is not a known field, but standardError is');
});

it('faults of a query say so', async () => {
  const { errors } = await admin.get('/tokens?limit=0&limit=1&foo=1', 400);
  expect(errors).toMatchObject([
    { in: 'query', pointer: '/foo', code: 'UNKNOWN_FIELD' },
    { in: 'query', pointer: '/limit', code: 'IS_COUNT' },
  ]);
});

it('a request keeps a sane id of its caller and gets one instead of any other', async () => {
  const kept = await admin.send('GET', '/me', undefined, { headers: { 'x-request-id': 'build-42.7' } });
  expect(kept.headers.get('x-request-id')).toBe('build-42.7');
  const replaced = await admin.send('GET', '/me', undefined, { headers: { 'x-request-id': 'a b"c' } });
  expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

it('an unforeseen error is a plain 500, logged once with its cause and without the token', async () => {
  const auth = app.nest.get(AuthService);
  const failing = jest.spyOn(auth, 'getMe').mockRejectedValueOnce(new Error('the hidden cause'));
  lines.length = 0;
  const answer = await admin.send('GET', '/me');
  failing.mockRestore();
  expectProblem(answer, 500, 'INTERNAL_ERROR');
  expect(JSON.stringify(answer.body)).not.toContain('hidden');
  expect(lines.filter((line) => line.includes('the hidden cause'))).toHaveLength(1);
  expect(lines.join('')).toContain(answer.body.requestId);
  expect(lines.join('')).not.toContain(admin.token);
});

/** What comes back for bytes that no client would send. */
async function said(sent: string): Promise<string> {
  const { port } = new URL(app.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(sent);
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(socket, 'close');
  return text;
}

it.each([
  ['what is no HTTP', 'NONSENSE\r\n\r\n', '400 Bad Request', 'INVALID_HTTP'],
  ['an unknown method', 'FOO / HTTP/1.1\r\nHost: x\r\n\r\n', '501 Not Implemented', 'METHOD_UNKNOWN'],
  ['no Host', 'GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n', '400 Bad Request', 'INVALID_HTTP'],
  [
    'an expectation',
    'GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: foo\r\n\r\n',
    '417 Expectation Failed',
    'EXPECTATION_FAILED',
  ],
])('%s gets a problem as well', async (_what, sent, status, code) => {
  const text = await said(sent);
  expect(text.toLowerCase()).toContain('content-type: application/problem+json; charset=utf-8');
  expect(text).toContain(`HTTP/1.1 ${status}\r\n`);
  expect(text).toContain(`"code":"${code}"`);
  const [, id] = /x-request-id: ([0-9a-f-]{36})\r/i.exec(text)!;
  expect(text).toContain(`"requestId":"${id}"`);
});

it('OPTIONS of the whole service names the methods of all paths', async () => {
  const text = await said('OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  expect(text).toMatch(/^HTTP\/1\.1 204 [^]*allow: DELETE, GET, HEAD, PATCH, POST, PUT, OPTIONS\r/);
});

it.each([
  ['without a token', '', 20, 401],
  ['that is too large', 'token', 70_000, 413],
])('whoever waits for a word before the body is spared the sending of one %s', async (_what, token, length, status) => {
  const authorization = token === '' ? '' : `Authorization: Bearer ${admin.token}\r\n`;
  const head = `POST /api/v1/tokens HTTP/1.1\r\nHost: x\r\n${authorization}Content-Type: application/json\r\n`;
  const text = await said(`${head}Expect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`);
  expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(text).toMatch(/connection: close\r/i);
});

it('who has sent a body that is too large hears so, and may go on with the connection', async () => {
  const rawBody = `{"subject":"${'x'.repeat(3_000_000)}"}`;
  const { port } = new URL(app.url);
  const socket = connect(Number(port), '127.0.0.1');
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const head = `Host: x\r\nAuthorization: Bearer ${admin.token}\r\n`;
  socket.write(`POST /api/v1/tokens HTTP/1.1\r\n${head}Content-Type: application/json\r\n`);
  socket.write(`Content-Length: ${rawBody.length}\r\n\r\n${rawBody}`);
  socket.write(`GET /livez HTTP/1.1\r\n${head}Connection: close\r\n\r\n`);
  await once(socket, 'close');
  expect(text).toMatch(/^HTTP\/1\.1 413 [^]*HTTP\/1\.1 200 OK/);
});

it.each([
  ['/models/%E0%A4%A', '/api/v1/models/%E0%A4%25A'],
  [`/models/${'a'.repeat(600)}`, `/api/v1/models/${'a'.repeat(600)}`],
])('the problem of a path that cannot be read names it', async (path, instance) => {
  expect((await admin.send('GET', path)).body.instance).toBe(instance);
});

it('without a token only health and documentation answer', async () => {
  const anonymous = app.anonymous();
  expect(await anonymous.get('//livez')).toEqual({ status: 'alive' });
  expect(await anonymous.get('//readyz')).toEqual({ status: 'ready' });
  expect((await anonymous.get('//openapi.json')).openapi).toBe('3.1.0');
  expect((await anonymous.get('//openapi-3.0.json')).openapi).toBe('3.0.3');
  await anonymous.get('//metrics', 401);
  expect(await admin.get('//metrics')).toContain('http_request_duration_seconds_bucket');
});

it('answers carry the headers that keep browsers careful', async () => {
  const { headers } = await admin.send('GET', '/me');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
  expect(headers.get('x-powered-by')).toBeNull();
});

it('a code is declared once', () => {
  expect(() => problemKind(404, 'ROUTE_NOT_FOUND', 'again')).toThrow('declared twice');
});

it('a database without a migration makes the service unready', async () => {
  const behind = await TestApp.start();
  try {
    await behind.dataSource.undoLastMigration();
    expectProblem(await behind.anonymous().send('GET', '//readyz'), 503, 'MIGRATIONS_PENDING');
  } finally {
    await behind.stop();
  }
});
