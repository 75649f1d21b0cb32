import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Archivist } from '../src/record/archive/archivist.service.js';
import {
  beginStream,
  claimStream,
  forgetStream,
  KAFKA,
  moveStream,
  releaseStream,
} from '../src/record/streams/stream-positions.queries.js';
import { TestApp } from './support/app/app.js';
import { type Client, type Json } from './support/app/client.js';
import { type Fate, KafkaBroker } from './support/app/kafka-broker.js';
import { Person, uniqueName } from './support/app/registry.js';
import { until } from './support/limits.js';

const PASSWORD = 'never to be read in a log';

let broker: KafkaBroker;
const apps: TestApp[] = [];

beforeEach(async () => {
  broker = await KafkaBroker.start();
});
afterEach(async () => {
  for (const app of apps.splice(0).reverse()) await app.stop();
  await broker.stop();
});

/** A service that sends to the broker. */
async function start(
  env: Record<string, string> = {},
  more: Partial<Parameters<typeof TestApp.start>[0]> = {},
): Promise<TestApp> {
  const app = await TestApp.start({ ...more, env: { STAGEGATE_KAFKA_BROKERS: broker.address, ...env } });
  apps.push(app);
  return app;
}

/** Everything that the feed tells, oldest first. */
async function feedOf(app: TestApp): Promise<Json[]> {
  const admin = await app.as('auditor', 'admin');
  const events: Json[] = [];
  for (let cursor = '0'; ;) {
    const page = await admin.get(`/events?cursor=${cursor}&limit=200`);
    if (page.items.length === 0) return events;
    events.push(...page.items);
    cursor = page.nextCursor;
  }
}

const positionOf = async (app: TestApp): Promise<Json> =>
  (await app.dataSource.query('SELECT position::float8 AS position, lease_owner FROM stream_positions'))[0];

/** Waits until nothing is left to be sent. */
async function sent(app: TestApp): Promise<void> {
  await until('Kafka was sent everything', async () => {
    const [{ isDone }] = await app.dataSource.query(
      `SELECT coalesce((SELECT position FROM stream_positions), -1) >= (SELECT max(sequence) FROM audit_events) AS "isDone"`,
    );
    return isDone;
  });
}

async function changeModels(app: TestApp, models: readonly string[], times: number): Promise<void> {
  const ci = await Person.of(app, 'ci', 'contributor');
  await Promise.all(
    models.map(async (name) => {
      await ci.post('/models', { name });
      for (let turn = 0; turn < times; turn += 1) await ci.registers(name);
    }),
  );
}

/** The places of each key, every one where it came first. */
function firstPlaces(events: readonly Json[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const { partitionkey, sequence } of events) {
    const known = places.get(partitionkey) ?? [];
    if (!known.includes(sequence)) places.set(partitionkey, [...known, sequence]);
  }
  return places;
}

/** What Kafka has is what the feed tells, each model's in order; `isOnce` where nothing may have been sent twice. */
async function expectAllTold(app: TestApp, { isOnce = true } = {}): Promise<void> {
  await sent(app);
  const told = (await feedOf(app)).filter(({ data }) => data.actor !== 'test' || data.action !== 'token.issued');
  const ids = new Set(broker.events.map(({ id }) => id));
  expect(told.filter(({ id }) => !ids.has(id))).toEqual([]);
  for (const places of firstPlaces(broker.events).values()) expect(places).toEqual(places.toSorted((a, b) => a - b));
  if (isOnce) expect(broker.events).toHaveLength(ids.size);
}

const models = (count: number): string[] => Array.from({ length: count }, () => uniqueName('streamed'));

it('each event is sent as the feed tells it, once, with the model as its key and its attributes as headers', async () => {
  const app = await start({ STAGEGATE_KAFKA_START: 'oldest' });
  await changeModels(app, models(6), 5);
  await expectAllTold(app);
  const told = new Map((await feedOf(app)).map((event) => [event.id, event]));
  for (const { key, headers, event } of broker.kept) {
    expect(event).toEqual(told.get(event.id));
    expect(key).toBe(event.data.modelId ?? 'registry');
    const { id, source, type, subject, time, dataschema, sequence, partitionkey } = event;
    expect(headers).toEqual({
      'content-type': 'application/cloudevents+json; charset=UTF-8',
      ce_specversion: '1.0',
      ...{ ce_id: id, ce_source: source, ce_type: type, ce_subject: subject, ce_time: time },
      ...{ ce_dataschema: dataschema, ce_sequence: String(sequence), ce_partitionkey: partitionkey },
    });
  }
  const partitionsOf = new Map<string, Set<number>>();
  for (const { key, partition } of broker.kept)
    partitionsOf.set(key, (partitionsOf.get(key) ?? new Set()).add(partition));
  expect([...partitionsOf.values()].map(({ size }) => size)).toEqual(Array.from(partitionsOf, () => 1));
  expect(new Set(broker.kept.map(({ partition }) => partition)).size).toBeGreaterThan(1);
});

it('what happened before it was set up is not sent, unless it is asked for', async () => {
  const before = await TestApp.start();
  apps.push(before);
  await changeModels(before, models(1), 1);
  const app = await start({}, { beside: before });
  await until('the stream began', async () => (await positionOf(app)) !== undefined);
  const { position } = await positionOf(app);
  expect(position).toBeGreaterThan(0);
  await changeModels(app, models(1), 1);
  await sent(app);
  expect(Math.min(...broker.events.map(({ id }) => Number(id)))).toBe(position + 1);
});

it('the types that are asked for are sent, and no others', async () => {
  const TYPE = 'dev.stagegate.version.registered.v1';
  const app = await start({ STAGEGATE_KAFKA_TYPES: TYPE });
  await changeModels(app, models(2), 2);
  await sent(app);
  expect(broker.events.map(({ type }) => type)).toEqual(Array.from({ length: 4 }, () => TYPE));
});

it('a type that there is not keeps the service from starting, with the one that is meant', async () => {
  await expect(start({ STAGEGATE_KAFKA_TYPES: 'dev.stagegate.version.registred.v1' })).rejects.toThrow(
    'STAGEGATE_KAFKA_TYPES: "dev.stagegate.version.registred.v1" is no type of events. Did you mean dev.stagegate.version.registered.v1?',
  );
});

it.each<[Fate, string]>([
  ['unanswered', 'whose acknowledgement is lost'],
  ['refused', 'that is refused'],
])('a batch %s is sent again: nothing is lost, and the order stays', async (fate) => {
  let attempts = 0;
  // The client itself repeats some three times, so that whole batches fail.
  broker.fate = () => ((attempts += 1) % 4 === 0 ? 'acknowledged' : fate);
  const app = await start();
  await until('the stream began', async () => (await positionOf(app)) !== undefined);
  await changeModels(app, models(4), 3);
  await expectAllTold(app, { isOnce: false });
  expect(attempts).toBeGreaterThan(1);
});

it('while the broker is away the service is ready, says how far Kafka is behind, and says so once', async () => {
  const lines: string[] = [];
  const app = await start(
    {
      METRICS_PORT: '0',
      STAGEGATE_KAFKA_TLS: 'false',
      STAGEGATE_KAFKA_USERNAME: 'stagegate',
      STAGEGATE_KAFKA_PASSWORD: PASSWORD,
    },
    { onLog: (line) => lines.push(line) },
  );
  await broker.stop();
  await changeModels(app, models(1), 2);
  const hindered = (): string[] => lines.filter((line) => line.includes('Kafka could not be told of events.'));
  await until('that was said', () => hindered().length > 0);
  expect((await fetch(new URL('/readyz', app.url))).status).toBe(200);
  const admin = await app.as('root', 'admin');
  await until(
    'the metrics tell',
    async () => Number(/^kafka_lag_events (\d+)/m.exec(await metricsOf(admin))?.[1]) >= 3,
  );
  await until(
    'it was tried again',
    async () => Number(/^kafka_failures_total (\d+)/m.exec(await metricsOf(admin))?.[1]) >= 2,
  );
  expect(hindered()).toEqual([expect.stringContaining(broker.address)]);
  const said = lines.join('');
  expect(said).toContain('Events are sent to Kafka.');
  expect(said).toContain(broker.address);
  expect(said).not.toContain(PASSWORD);
  await broker.revive();
});

async function metricsOf(client: Client): Promise<string> {
  return (await client.send('GET', '//metrics')).body;
}

it('a broker that comes back is told of everything it missed', async () => {
  const app = await start();
  await changeModels(app, models(2), 2);
  await sent(app);
  await broker.stop();
  await changeModels(app, models(2), 2);
  await broker.revive();
  await changeModels(app, models(2), 2);
  await expectAllTold(app, { isOnce: false });
});

it('one of the replicas sends, and another one goes on when it stops', async () => {
  const first = await start();
  const second = await start({}, { beside: first });
  await changeModels(first, models(3), 3);
  await sent(first);
  const { lease_owner: owner } = await positionOf(first);
  expect(broker.producers).toBe(1);
  apps.splice(apps.indexOf(first), 1);
  await first.nest.close();
  await changeModels(second, models(3), 3);
  await expectAllTold(second);
  expect((await positionOf(second)).lease_owner).not.toBe(owner);
  await second.stop();
  apps.splice(apps.indexOf(second), 1);
  await first.stop();
});

it('what a process held is taken over when its time has run out, and it moves the position no further', async () => {
  const app = await TestApp.start();
  apps.push(app);
  const { manager } = app.dataSource;
  await beginStream(manager, KAFKA, 7);
  await beginStream(manager, KAFKA, 9);
  const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
  const held = (await claimStream(manager, KAFKA, one))!;
  expect(held.position).toBe(7);
  expect(await claimStream(manager, KAFKA, two)).toBeNull();
  expect(await moveStream(manager, held, 8)).toBe(true);
  await manager.query(`UPDATE stream_positions SET lease_expires_at = clock_timestamp() - interval '1 second'`);
  expect(await claimStream(manager, KAFKA, two)).toMatchObject({ owner: two, position: 8 });
  expect(await moveStream(manager, held, 12)).toBe(false);
  await releaseStream(manager, held);
  expect(await positionOf(app)).toEqual({ position: 8, lease_owner: two });
});

it('what Kafka was not sent is not archived, until it is forgotten', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-streams-'));
  const app = await TestApp.start();
  apps.push(app);
  await changeModels(app, models(1), 3);
  const { manager } = app.dataSource;
  await beginStream(manager, KAFKA, 2);
  const archive = async () => {
    const [{ now }] = await manager.query('SELECT clock_timestamp() AS now');
    return app.nest.get(Archivist, { strict: false }).archiveNext({ before: now, folder, mostEvents: 100 });
  };
  expect(await archive()).toMatchObject({ segment: { first: 1, last: 2 } });
  expect(await archive()).toEqual({
    nothing: expect.stringMatching(/up to event 2: Kafka has not been sent the next one yet\. .*--forget-kafka/),
  });
  expect(await forgetStream(manager, KAFKA)).toBe(true);
  expect(await archive()).toMatchObject({ segment: { first: 3 } });
  expect(await forgetStream(manager, KAFKA)).toBe(false);
  rmSync(folder, { recursive: true });
});

it('with everything asked for, it begins behind what is archived', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-streams-'));
  const before = await TestApp.start();
  apps.push(before);
  await changeModels(before, models(1), 2);
  const [{ now }] = await before.dataSource.query('SELECT clock_timestamp() AS now');
  const order = { before: now, folder, mostEvents: 3 };
  const archived = await before.nest.get(Archivist, { strict: false }).archiveNext(order);
  if ('nothing' in archived) throw new Error(archived.nothing);
  const app = await start({ STAGEGATE_KAFKA_START: 'oldest' }, { beside: before });
  await sent(app);
  expect(Math.min(...broker.events.map(({ id }) => Number(id)))).toBe(archived.segment.last + 1);
  rmSync(folder, { recursive: true });
});

it('change data capture, as the page has it, names columns that there are, and a publication that can be made', async () => {
  const page = readFileSync(new URL('../docs/kafka.md', import.meta.url), 'utf8');
  const config = Object.fromEntries(
    [...page.matchAll(/^([a-z.]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!] as const),
  );
  const outbox = (name: string): string => config[`transforms.outbox.${name}`]!;
  const told = ['id', 'key', 'payload'].map((part) => outbox(`table.field.event.${part}`));
  const added = outbox('table.fields.additional.placement').split(',');
  const named = [...told, outbox('route.by.field'), ...added.map((placement) => placement.split(':', 1)[0]!)];
  const app = await TestApp.start();
  apps.push(app);
  const [schema, table] = config['table.include.list']!.split('.');
  const columns: { name: string }[] = await app.dataSource.query(
    'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2',
    [schema, table],
  );
  expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
  const [publication] = /CREATE PUBLICATION [^`]+/.exec(page)!;
  await app.dataSource.query(publication);
  const [made] = await app.dataSource.query('SELECT pubname, pubinsert, pubupdate, pubdelete FROM pg_publication');
  expect(made).toEqual({ pubname: config['publication.name'], pubinsert: true, pubupdate: false, pubdelete: false });
});
