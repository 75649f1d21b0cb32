import { EventsUnderKills } from './faults/events-under-kills.js';
import { Replica } from './faults/world.js';
import { TEST_SECRET, TestApp } from './support/app/app.js';
import { freePort } from './support/processes/free-port.js';

/** Changes that are enough for several kills on any machine; `npm run test:faults` makes more, in five processes. */
const CHANGES = 300;

let app: TestApp;
let replicas: Replica[] = [];
let token: string;

beforeAll(async () => {
  app = await TestApp.start();
  token = (await app.as('root', 'admin')).token!;
  // Only the processes under test tell webhooks, since the app may not call the receiver; the database stays.
  await app.nest.close();
  const settings = {
    DATABASE_URL: app.databaseUrl,
    STAGEGATE_JWT_SECRET: TEST_SECRET,
    STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1',
  };
  const ports = [await freePort(), await freePort()];
  replicas = ports.map((port) => new Replica(`http://127.0.0.1:${port}`, { ...settings, PORT: String(port) }));
  for (const replica of replicas) await replica.start();
});
afterAll(async () => {
  for (const replica of replicas) await replica.end('SIGKILL');
  await app?.stop();
});

it('feed, stream and webhook tell every event in order, while processes that tell are killed', async () => {
  const run = new EventsUnderKills({ replicas, token, changes: CHANGES, killEveryMs: 300 });
  expect(await run.violations()).toEqual([]);
  expect(run.kills).toBeGreaterThan(0);
  expect(run.deliveries).toBeGreaterThanOrEqual(CHANGES);
});
