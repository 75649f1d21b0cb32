import { TestApp } from './support/app/app.js';
import { Receiver } from './support/app/receiver.js';
import { Person } from './support/app/registry.js';
import { until } from './support/limits.js';

const MODELS = 20;
const EVENTS_OF_EACH = 100;
/** Deliveries of one webhook that a process has in hand at once, as the worker bounds them. */
const MOST_AT_ONCE = 4;

let app: TestApp;
let receiver: Receiver;

beforeAll(async () => {
  receiver = await Receiver.start();
  app = await TestApp.start({ env: { STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1' } });
});
afterAll(async () => {
  await app?.stop();
  await receiver?.stop();
});

it('thousands of events that wait are told in the order of each model, a few at a time', async () => {
  const root = await Person.of(app, 'root', 'admin');
  const made = await root.post('/webhooks', { url: receiver.url, types: ['*'], modelPrefix: 'waiting-' });
  await root.patch(`/webhooks/${made.id}`, { enabled: false });
  await app.dataSource.query(
    `INSERT INTO audit_events (chain, actor, action, model_id, model, version, request_id, details, content_digest)
     SELECT id, 'ci', 'version.registered', id, name, i, 'r', '{}', repeat('0', 64)
     FROM (SELECT gen_random_uuid() AS id, 'waiting-' || m AS name FROM generate_series(1, ${MODELS}) m) model,
       generate_series(1, ${EVENTS_OF_EACH}) i`,
  );
  await root.patch(`/webhooks/${made.id}`, { enabled: true });
  const all = MODELS * EVENTS_OF_EACH;
  await until('all is told', () => receiver.received.length >= all);
  await until('all is written down', async () => {
    const { items } = await root.get(`/webhooks/${made.id}/deliveries?status=waiting&limit=1`);
    return items.length === 0;
  });
  const places = new Map<string, number[]>();
  for (const { partitionkey, sequence } of receiver.events) {
    const told = places.get(partitionkey) ?? [];
    // At least once: what was not answered in time is told again, before anything behind it.
    if (told.at(-1) !== sequence) places.set(partitionkey, [...told, sequence]);
  }
  const inOrder = Array.from({ length: EVENTS_OF_EACH }, (_, index) => index + 1);
  expect([...places.values()]).toEqual(Array.from({ length: MODELS }, () => inOrder));
  const [{ attempts }] = await app.dataSource.query('SELECT sum(attempts)::int AS attempts FROM webhook_deliveries');
  expect(receiver.received).toHaveLength(attempts);
  expect(receiver.mostAtOnce).toBeLessThanOrEqual(MOST_AT_ONCE);
});
