import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TestApp } from './support/app/app.js';
import { type Answer, type Client } from './support/app/client.js';

let app: TestApp;
let anyone: Client;
let folder: string;

/** Takes no time when the console is what its sources say. */
const BUILD = join(import.meta.dirname, '..', 'tools', 'build-console.js');

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [BUILD], { env: { ...process.env, NODE_OPTIONS: '' } });
  folder = mkdtempSync(join(tmpdir(), 'stagegate-console-'));
  // As the embedded default has it, but for the database.
  const env = { DATABASE_URL: '', STAGEGATE_DATA_DIR: folder, STAGEGATE_RUN_LINK: 'https://runs.example/{runId}' };
  app = await TestApp.start({ env });
  anyone = app.anonymous();
});
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const outcome = ({ status, body }: Answer): unknown[] => (body.code === undefined ? [status] : [status, body.code]);

describe('the settings of the console', () => {
  it('tell the ways in to everybody, and where links lead to those who are signed in', async () => {
    const settings = await anyone.get('/console-settings');
    expect(settings).toEqual({ instanceName: 'Stagegate', signIn: ['link', 'token'], providers: [], hasExample: true });
    expect(outcome(await anyone.send('GET', '/console-settings/links'))).toEqual([401, 'UNAUTHENTICATED']);
    const links = await (await app.as('vera', 'viewer')).get('/console-settings/links');
    expect(links).toEqual({ gitCommit: null, runId: 'https://runs.example/{runId}' });
  });
});

describe('the pages', () => {
  const PAGE_POLICY =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; " +
    "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}${path}`, { headers, redirect: 'manual' });

  async function assetPath(): Promise<string> {
    return /\/console\/assets\/index-[\w-]+\.js/.exec(await (await ask('/console/')).text())![0];
  }

  it('answer the one page wherever a view has its address, to be asked for again by its tag', async () => {
    const page = await ask('/console/');
    expect(page.status).toBe(200);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': PAGE_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    });
    const etag = page.headers.get('etag')!;
    const view = await ask('/console/models/census-income/versions/3');
    expect([view.status, await view.text()]).toEqual([200, await page.text()]);
    expect((await ask('/console/', { 'if-none-match': etag })).status).toBe(304);
    expect((await ask('/console')).headers.get('location')).toBe('/console/');
  });

  it('hold no script or style of their own', async () => {
    const text = await (await ask('/console/')).text();
    expect(text).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|\bon\w+=/);
  });

  it.each([
    ['br', 'gzip, deflate, br', 'br'],
    ['gzip', 'gzip', 'gzip'],
    ['plain', 'identity', null],
    ['gzip when br is refused', 'br;q=0, gzip', 'gzip'],
  ])('keep their parts for good, packed as %s', async (_name, accepted, encoding) => {
    const asset = await ask(await assetPath(), { 'accept-encoding': accepted });
    expect(asset.status).toBe(200);
    expect(asset.headers.get('content-encoding')).toBe(encoding);
    expect(Object.fromEntries(asset.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'content-security-policy': PAGE_POLICY,
    });
    expect(await asset.text()).toMatch(/Stagegate/);
  });

  it.each(['index-none.js', '..%2Findex.html', '%2e%2e%2fpackage.json', '.built-from', 'index.html'])(
    'answer 404 and no page for the part %s, which is none',
    async (name) => {
      const missing = await ask(`/console/assets/${name}`);
      expect([missing.status, missing.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    },
  );

  it('are where a browser gets that opens the address, and nobody else', async () => {
    const browser = await ask('/', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect([browser.headers.get('location'), browser.headers.get('vary')]).toEqual(['/console/', 'Accept']);
    expect((await ask('/', { accept: 'application/json' })).status).toBe(200);
  });
});

describe('the example', () => {
  it('is loaded once, whole, and leaves a decision to whoever loaded it', async () => {
    const admin = await app.as('root', 'admin');
    const loads = await Promise.all([admin.post('/examples/census-income'), admin.post('/examples/census-income')]);
    expect(loads.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect((await admin.get('/models/census-income/stages/Production')).version).toBe(2);
    const { items } = await admin.get('/models/census-income/transitions?filter=toStage%20%3D%20%27Production%27');
    expect(items.map(({ version, status }: { version: number; status: string }) => [version, status])).toEqual([
      [4, 'awaiting_approval'],
      [3, 'refused'],
      [2, 'applied'],
      [1, 'applied'],
    ]);
    const approved = await admin.post(`/transitions/${items[0].id}/approvals`, { decision: 'approve' });
    expect(approved.status).toBe('applied');
  });

  it('is not for a registry in a database of its own, nor for everybody', async () => {
    const viewer = await app.as('vera', 'viewer');
    expect(outcome(await viewer.send('POST', '/examples/census-income'))).toEqual([403, 'FORBIDDEN']);
    const own = await TestApp.start({ beside: app });
    try {
      const admin = await own.as('root', 'admin');
      expect(outcome(await admin.send('POST', '/examples/census-income'))).toEqual([409, 'EXAMPLE_NOT_OFFERED']);
    } finally {
      await own.stop();
    }
  });
});
