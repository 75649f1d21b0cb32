import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { problemKinds } from '../src/platform/http/problem.js';
import { TestApp } from './support/app/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}

/** As a browser or a program sends it: `fetch` adds headers of its own, and undoes encodings. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const sent = request(`${app.url}${path}`, { method, headers }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return { status: answer.statusCode!, headers: answer.headers, bytes, text: bytes.toString() };
}

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const FILES = ['/openapi.json', '/openapi.yaml', '/docs', '/docs/start.js', '/docs/style.css', '/docs/favicon.svg'];
const LARGE = [
  '/openapi.json',
  '/openapi.yaml',
  '/docs/swagger-ui-bundle.js',
  '/docs/swagger-ui.css',
  '/docs/problems',
];
const PAGES = ['/docs', '/docs/problems', '/docs/problems/GATES_REFUSED'];

it.each([
  ['br', 'gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip', 'gzip'],
  ['gzip, where it is liked better', 'br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br for anything', '*', 'br'],
  ['nothing, where it is forbidden', 'br;q=0, gzip;q=0', undefined],
  ['nothing, where nothing is asked for', '', undefined],
  ['nothing, where that is liked better', 'identity, gzip;q=0.5', undefined],
])('large files are packed by %s', async (_name, accepted, encoding) => {
  for (const path of LARGE) {
    const plain = await ask(path);
    const { headers, bytes } = await ask(path, { 'accept-encoding': accepted });
    expect(headers.vary).toMatch(/\bAccept-Encoding\b/);
    expect([path, headers['content-encoding']]).toEqual([path, encoding]);
    const unpacked = encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
    expect(unpacked.equals(plain.bytes)).toBe(true);
    if (encoding) expect(bytes.length).toBeLessThan(plain.bytes.length / 2);
  }
});

it.each([...FILES, ...LARGE, ...PAGES])(
  '%s has a tag for each encoding, and costs nothing to ask for again',
  async (path) => {
    const tags = new Set<string>();
    for (const accepted of ['identity', 'gzip', 'br']) {
      const headers = { 'accept-encoding': accepted };
      const first = await ask(path, headers);
      const etag = first.headers.etag!;
      expect(etag).toMatch(/^"[^"]+"$/);
      expect(first.headers['cache-control']).toMatch(/^(no-cache|public, max-age=86400)$/);
      const again = await ask(path, { ...headers, 'if-none-match': `"other", W/${etag}` });
      expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, etag]);
      expect(again.headers.vary).toBe(first.headers.vary);
      const head = await ask(path, headers, 'HEAD');
      expect([head.status, head.bytes.length, head.headers.etag]).toEqual([200, 0, etag]);
      expect(head.headers['content-length']).toBe(String(first.bytes.length));
      if (first.headers['content-encoding'] ?? accepted === 'identity') tags.add(etag);
    }
    expect(tags.size).toBeGreaterThan(0);
    if (LARGE.includes(path)) expect(tags.size).toBe(3);
  },
);

it.each(PAGES)('the page %s fits a phone, loads from here alone and has nothing inline', async (path) => {
  const { status, headers, text } = await ask(path, BROWSER);
  expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(text).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
  expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|<script>/i);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; /);
  expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
  const sources = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source!);
  expect(sources).toContain('/docs/favicon.svg');
  for (const source of new Set(sources)) {
    expect(source).toMatch(/^\//);
    expect([source, (await ask(source)).status]).toEqual([source, 200]);
  }
});

it('browsers find an icon', async () => {
  for (const path of ['/favicon.ico', '/docs/favicon.svg']) {
    expect((await ask(path)).headers['content-type']).toBe('image/svg+xml');
  }
});

it.each([
  ['a browser', BROWSER.accept],
  ['HTML alone', 'text/html'],
  ['HTML rather than JSON', 'text/html, application/json;q=0.9'],
])('the address of the service leads who asks for %s to the console', async (_name, accept) => {
  const { status, headers } = await ask('/', { accept });
  expect([status, headers.location, headers.vary]).toEqual([302, '/console/', 'Accept']);
  expect((await ask('/console/', { accept })).status).toBe(200);
});

it.each([
  ['nothing', undefined],
  ['anything', '*/*'],
  ['JSON', 'application/json'],
  ['JSON rather than HTML', 'text/html;q=0.5, APPLICATION/JSON'],
])('the address of the service answers who asks for %s with links', async (_name, accept) => {
  const { headers, text } = await ask('/', accept === undefined ? {} : { accept });
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(headers.vary).toBe('Accept, Accept-Encoding');
  expect(headers.link).toContain('</openapi.json>; rel="service-desc"');
  const { name, links } = JSON.parse(text) as { name: string; links: Record<string, string> };
  expect(name).toBe('Stagegate');
  for (const path of Object.values(links)) {
    if (path !== '/api/v1') expect([path, (await ask(path)).status === 404]).toEqual([path, false]);
  }
});

it('every problem has a page that tells cause, remedy and an example, and the same as JSON', async () => {
  for (const [code, { status }] of problemKinds()) {
    const page = await ask(`/docs/problems/${code}`, BROWSER);
    expect([code, page.status]).toEqual([code, 200]);
    for (const part of [`HTTP status ${status}`, 'Cause', 'Remedy', 'Example', '&quot;requestId&quot;']) {
      expect(page.text).toContain(part);
    }
    const told = JSON.parse((await ask(`/docs/problems/${code}`, { accept: 'application/json' })).text) as {
      code: string;
      status: number;
      cause: string;
      remedy: string;
      related: string[];
      example: { code: string; status: number; type: string };
    };
    expect(told).toMatchObject({ code, status, example: { code, status, type: `/docs/problems/${code}` } });
    expect(Object.keys(told.example)).toEqual(['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId']);
    for (const path of told.related) expect(page.text).toContain(`href="${path}"`);
  }
});

it('the type of a problem leads to its page, and an unknown code to the list', async () => {
  const { type } = JSON.parse((await ask('/nothing')).text) as { type: string };
  expect((await ask(type)).text).toContain('<h1>ROUTE_NOT_FOUND</h1>');
  for (const code of ['NONE', 'constructor', '__proto__']) {
    const missing = await ask(`/docs/problems/${code}`);
    expect([missing.status, missing.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(JSON.parse(missing.text)).toMatchObject({ code: 'PROBLEM_NOT_FOUND' });
  }
});
