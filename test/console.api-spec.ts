import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { type Answer, type Client } from './support/app/client.js';

let app: TestApp;
let anyone: Client;
let folder: string;

beforeAll(async () => {
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
    expect(settings).toEqual({ instanceName: 'Stagegate', signIn: ['link', 'token'], hasExample: true });
    expect(outcome(await anyone.send('GET', '/console-settings/links'))).toEqual([401, 'UNAUTHENTICATED']);
    const links = await (await app.as('vera', 'viewer')).get('/console-settings/links');
    expect(links).toEqual({ gitCommit: null, runId: 'https://runs.example/{runId}' });
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
