import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { TestApp } from './support/app/app.js';
import { type Client } from './support/app/client.js';

const PAGE = 'https://models.example.org';
let app: TestApp;
let admin: Client;

beforeAll(async () => {
  app = await TestApp.start({ env: { CORS_ORIGINS: `${PAGE}, http://localhost:5173` } });
  admin = await app.as('admin', 'admin');
  await admin.post('/models', { name: 'shown' });
  await admin.post('/models/shown/versions', { artifactUri: 's3://1', description: 'long '.repeat(1_500) });
});
afterAll(() => app?.stop());

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

/** An answer as it travels: what fetches for programs unpacks it. */
function travelling(path: string, headers: Record<string, string>, method = 'GET'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asked = request(`${app.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${admin.token}`, ...headers },
    });
    asked.on('error', reject).on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, bytes: Buffer.concat(parts) }),
      );
    });
    asked.end();
  });
}

const LARGE = '/api/v1/models/shown/versions/1';

describe('an answer is packed', () => {
  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ])('by %s as it was, under a tag of its own', async (coding, unpack) => {
    const plain = await travelling(LARGE, {});
    const packed = await travelling(LARGE, { 'accept-encoding': coding });
    expect(unpack(packed.bytes)).toEqual(plain.bytes);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 4);
    expect([packed.headers['content-encoding'], packed.headers.vary]).toEqual([coding, 'Origin, Accept-Encoding']);
    expect([plain.headers['content-encoding'], plain.headers.vary]).toEqual([undefined, 'Origin, Accept-Encoding']);
    expect(packed.headers.etag).toBe(String(plain.headers.etag).replace(/"$/, `-${coding}"`));
    expect(packed.headers['content-length']).toBe(String(packed.bytes.length));
  });

  it('and known by its tag in that coding alone, for a change in any', async () => {
    const { headers } = await travelling(LARGE, { 'accept-encoding': 'gzip' });
    const etag = String(headers.etag);
    const known = await travelling(LARGE, { 'accept-encoding': 'gzip', 'if-none-match': etag });
    expect([known.status, known.headers.etag, known.bytes.length]).toEqual([304, etag, 0]);
    expect((await travelling(LARGE, { 'if-none-match': etag })).status).toBe(200);
    const change = await admin.send(
      'PATCH',
      '/models/shown/versions/1',
      { tags: { a: '1' } },
      { headers: { 'if-match': etag } },
    );
    expect(change.status).toBe(200);
  });

  it('for HEAD as for GET', async () => {
    const [got, head] = [
      await travelling(LARGE, { 'accept-encoding': 'gzip' }),
      await travelling(LARGE, { 'accept-encoding': 'gzip' }, 'HEAD'),
    ];
    for (const name of ['etag', 'content-encoding', 'content-length', 'vary'])
      expect(head.headers[name]).toBe(got.headers[name]);
    expect(head.bytes.length).toBe(0);
  });

  it.each([
    ['a small one', '/api/v1/me'],
    ['a stream', '/api/v1/audit-events/export'],
  ])('but not %s', async (_what, path) => {
    const { headers } = await travelling(path, { 'accept-encoding': 'gzip, br' });
    expect([headers['content-encoding'], headers.vary]).toEqual([undefined, 'Origin']);
  });

  it('and so is the API document', async () => {
    const { bytes } = await travelling('/openapi.json', { 'accept-encoding': 'br;q=0.5, gzip' });
    expect(JSON.parse(gunzipSync(bytes).toString()).openapi).toBe('3.1.0');
  });
});

describe('a gate report', () => {
  const check = (accept: string) =>
    admin.send('POST', '/models/shown/versions/1/gate-checks', { toStage: 'Production' }, { headers: { accept } });

  it.each([
    ['application/json;q=0.1, text/markdown', 'text/markdown; charset=utf-8'],
    ['TEXT/MARKDOWN', 'text/markdown; charset=utf-8'],
    ['text/*', 'text/markdown; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['text/markdown, application/json', 'application/json; charset=utf-8'],
  ])('for Accept: %s is %s', async (accept, type) => {
    const { headers } = await check(accept);
    expect([headers.get('content-type'), headers.get('vary')]).toEqual([type, expect.stringContaining('Accept')]);
  });

  it('is 406 for who takes neither of its forms', async () => {
    const { status, body, headers } = await check('application/xml');
    expect([status, body.code, headers.get('vary')]).toEqual([406, 'NOT_ACCEPTABLE', 'Origin, Accept']);
  });
});

describe('pages of other origins', () => {
  it('of the list may read answers, errors too, without cookies', async () => {
    const { headers } = await app.anonymous().send('GET', '/me', undefined, { headers: { origin: PAGE } });
    expect(headers.get('access-control-allow-origin')).toBe(PAGE);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    for (const name of ['ETag', 'Link', 'Location', 'RateLimit', 'Retry-After', 'X-Request-Id'])
      expect(headers.get('access-control-expose-headers')).toContain(name);
  });

  it('may ask before they change something', async () => {
    const asks = { origin: PAGE, 'access-control-request-method': 'PATCH' };
    const { status, headers } = await app.anonymous().send('OPTIONS', '/models/shown', undefined, { headers: asks });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, PAGE]);
    expect(headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(headers.get('access-control-allow-headers')).toMatch(/Authorization.*Idempotency-Key.*If-Match/);
    expect(headers.get('access-control-max-age')).toBe('600');
  });

  it.each(['https://evil.example', 'null', `${PAGE}.evil.example`, PAGE.toUpperCase()])(
    'such as %s are not let in',
    async (origin) => {
      const { headers } = await admin.send('GET', '/me', undefined, { headers: { origin } });
      expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([null, 'Origin']);
    },
  );

  it('are not spoken of where none was configured', async () => {
    const closed = await TestApp.start({ beside: app });
    const { headers } = await closed.anonymous().send('GET', '//livez', undefined, { headers: { origin: PAGE } });
    await closed.stop();
    expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([null, null]);
  });
});

describe('what was made', () => {
  const evaluation = { dataset: { name: 'd', version: '1' }, metrics: [{ name: 'accuracy', value: 0.9, count: 100 }] };
  it.each<[string, string, object]>([
    ['a model', '/models', { name: 'made' }],
    ['a version', '/models/shown/versions', { artifactUri: 's3://2' }],
    ['an evaluation', '/models/shown/versions/1/evaluations', evaluation],
    ['a dataset', '/datasets', { name: 'd', version: '1', rowCount: 0, inventory: {} }],
    ['a transition', '/models/shown/versions/1/transitions', { toStage: 'Staging' }],
  ])(
    '%s, is where the answer says, with the tag that it has, and so says the answer when repeated',
    async (_what, path, body) => {
      const key = { headers: { 'idempotency-key': `made-${path}` } };
      for (const answer of [await admin.send('POST', path, body, key), await admin.send('POST', path, body, key)]) {
        expect(answer.status).toBe(201);
        const found = await admin.send('GET', answer.headers.get('location')!.replace('/api/v1', ''));
        expect([found.status, found.headers.get('etag')]).toEqual([200, answer.headers.get('etag')]);
      }
    },
  );

  it('an untaken query, or body, is refused by name', async () => {
    const query = await admin.send('GET', '/models/shown?foo=1');
    expect([query.status, query.body.errors]).toEqual([
      400,
      [expect.objectContaining({ in: 'query', pointer: '/foo', code: 'UNKNOWN_FIELD' })],
    ]);
    const change = await admin.send('POST', '/models?dryRun=1', { name: 'dry' });
    expect(change.body).toMatchObject({ status: 400, errors: [{ pointer: '/dryRun' }] });
    const body = await admin.send('DELETE', '/models/made', { reason: 'x' });
    expect(body.body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
  });
});
