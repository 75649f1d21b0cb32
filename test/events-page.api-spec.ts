import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { Person } from './support/app/registry.js';
import { readersFolder, readPage, runSteps, stepsOf } from './support/ci/page-script.js';
import { freePort } from './support/processes/free-port.js';
import { until } from './support/limits.js';

const PAGE = readPage('docs/events.md');

let app: TestApp;
let root: Person;
let folder: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  app = await TestApp.start({ env: { STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1' } });
  root = await Person.of(app, 'root', 'admin');
  folder = mkdtempSync(join(tmpdir(), 'stagegate-events-'));
  readersFolder(folder, root.token!);
});
afterAll(async () => {
  child?.kill();
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('what the page of events tells a reader to run prints what it says', async () => {
  const steps = stepsOf(PAGE);
  expect(steps).toHaveLength(3);
  const printed = await runSteps(steps, folder, app.url);
  expect(printed).toEqual(steps.map((step) => step.printed));
});

it('the receiver of the page takes what is ours once, and refuses what is not', async () => {
  const [, program] = /^```js\n([^]*?)^```$/m.exec(PAGE)!;
  const file = join(folder, 'receiver.mjs');
  writeFileSync(file, program!);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const { id, secret } = await root.post('/webhooks', { url, types: ['dev.stagegate.model.created.v1'] });
  let said = '';
  child = spawn(process.execPath, [file], { env: { WEBHOOK_SECRET: secret, PORT: String(port) } });
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text: Buffer) => (said += text.toString()));
  await until('it listens', () => said.includes('listening'));
  const model = await root.creates('received');
  await until('it was told', () => said.includes(`dev.stagegate.model.created.v1 /api/v1/models/${model}\n`));
  const [delivery] = (await root.get(`/webhooks/${id}/deliveries`)).items;
  await root.post(`/webhooks/${id}/deliveries/${delivery.id}/redeliver`, undefined, 202);
  const isSentAgain = async () => (await root.get(`/webhooks/${id}/deliveries`)).items[0].status === 'delivered';
  await until('it was told again', isSentAgain);
  expect(said.split('received')).toHaveLength(2);
  const forged = await fetch(url, { method: 'POST', body: '{}', headers: { 'webhook-id': 'msg_1' } });
  expect(forged.status).toBe(401);
  await root.post(`/webhooks/${id}/secret`, { overlapSeconds: 0 }, 200);
  expect(await root.post(`/webhooks/${id}/test`, undefined, 200)).toMatchObject({ responseStatus: 401 });
});
