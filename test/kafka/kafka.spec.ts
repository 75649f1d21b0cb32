import { setTimeout as sleep } from 'node:timers/promises';
import { Replica } from '../faults/world.js';
import { TEST_SECRET, TestApp } from '../support/app/app.js';
import { Client, type Json } from '../support/app/client.js';
import { type KeptRecord } from '../support/app/kafka-broker.js';
import { Person } from '../support/app/registry.js';
import { found, until } from '../support/limits.js';
import { freePort } from '../support/processes/free-port.js';
import { RealBroker, USER } from './real-broker.js';

const MODELS = Array.from({ length: 8 }, (_, index) => `sent-${index}`);
const WRITERS = 8;
const PARTITIONS = 5;
const [KILLS, OUTAGES, FREEZES] = [6, 3, 6];
const PAUSE_MS = 50;

let broker: RealBroker;
let app: TestApp;
let replicas: Replica[] = [];

beforeAll(async () => {
  broker = await RealBroker.start();
  app = await TestApp.start();
});
afterEach(async () => {
  for (const replica of replicas.splice(0)) await replica.end('SIGKILL');
});
afterAll(async () => {
  await app?.stop();
  await broker?.stop();
});

async function startReplicas(count: number, settings: Record<string, string>): Promise<void> {
  replicas = [];
  for (let index = 0; index < count; index += 1) {
    const port = await freePort();
    const limits = { RATE_LIMIT_READS: '0', RATE_LIMIT_WRITES: '0' };
    const env = {
      DATABASE_URL: app.databaseUrl,
      STAGEGATE_JWT_SECRET: TEST_SECRET,
      PORT: String(port),
      ...limits,
    };
    const replica = new Replica(`http://127.0.0.1:${port}`, {
      ...env,
      ...settings,
    });
    replicas.push(replica);
    await replica.start();
  }
}

/** Replicas that send what happens from now on; answers behind which sequence that is. */
async function beginAnew(count: number, settings: Record<string, string>): Promise<number> {
  await app.dataSource.query('DELETE FROM stream_positions');
  await startReplicas(count, settings);
  return found('the stream began', async () => {
    const [row] = await app.dataSource.query('SELECT position::float8 FROM stream_positions');
    return row?.position as number | undefined;
  });
}

/** Registers and promotes at whichever replica answers, until something else has ended; answers how much was acknowledged. */
async function changeDuring(token: string, work: Promise<unknown>): Promise<number> {
  let isOver = false;
  void work.finally(() => (isOver = true)).catch(() => undefined);
  let acknowledged = 0;
  const write = async (lane: number): Promise<void> => {
    for (let turn = lane; !isOver; turn += 1) {
      const client = new Client(replicas[turn % replicas.length]!.url, token);
      const path = `/models/${MODELS[turn % MODELS.length]}/versions`;
      const made = await client.send('POST', path, { artifactUri: `s3://sent/${lane}/${turn}` }).catch(() => null);
      if (made?.status === 201) {
        const move = `${path}/${made.body.version}/transitions`;
        const moved = await client.send('POST', move, { toStage: 'Staging' }).catch(() => null);
        acknowledged += moved?.status === 201 ? 2 : 1;
      }
      await sleep(PAUSE_MS);
    }
  };
  await Promise.all([work, ...Array.from({ length: WRITERS }, (_, lane) => write(lane))]);
  return acknowledged;
}

async function sent(): Promise<void> {
  await until('Kafka was sent everything', async () => {
    const [{ isDone }] = await app.dataSource.query(
      'SELECT (SELECT position FROM stream_positions) >= (SELECT max(sequence) FROM audit_events) AS "isDone"',
    );
    return isDone;
  });
}

/** The ids and places of all that was recorded. */
async function recorded(after: number): Promise<Json[]> {
  return app.dataSource.query(
    `SELECT sequence::text AS id, chain AS key, position::float8 AS sequence FROM audit_events WHERE sequence > $1 ORDER BY sequence`,
    [after],
  );
}

/** Every event at least once, under its key, in one partition, and each for the first time in the order of its model. */
function faultsOf(records: readonly KeptRecord[], truth: readonly Json[]): string[] {
  const faults: string[] = [];
  const first = new Map<string, KeptRecord>();
  for (const record of records) if (!first.has(record.event.id)) first.set(record.event.id, record);
  for (const { id, key, sequence } of truth) {
    const record = first.get(id);
    if (record === undefined) faults.push(`${id} was lost.`);
    else if (record.key !== key || record.event.sequence !== sequence) faults.push(`${id} is not what was recorded.`);
  }
  const partitions = new Map<string, number>();
  const places = new Map<string, number>();
  for (const { key, partition, event } of first.values()) {
    if ((partitions.get(key) ?? partition) !== partition) faults.push(`${key} is in two partitions.`);
    if ((places.get(key) ?? 0) >= event.sequence) faults.push(`${event.id} comes too late.`);
    partitions.set(key, partition);
    places.set(key, event.sequence);
  }
  return faults;
}

/** What is held is free at once; a process that goes on with it learns that when it says what it sent. */
async function endLease(): Promise<void> {
  await app.dataSource.query(
    'UPDATE stream_positions SET lease_expires_at = clock_timestamp() WHERE lease_owner IS NOT NULL',
  );
}

async function breakBroker(): Promise<void> {
  for (let turn = 0; turn < OUTAGES; turn += 1) {
    await sleep(5_000);
    await broker.end('SIGKILL');
    await sleep(3_000);
    broker.begin();
  }
}

it('every event is sent in the order of its model, while those who send are killed and the broker is', async () => {
  const topic = 'kills';
  await broker.createTopic(topic, PARTITIONS);
  await startReplicas(2, {
    STAGEGATE_KAFKA_BROKERS: broker.address,
    STAGEGATE_KAFKA_TOPIC: topic,
    STAGEGATE_KAFKA_START: 'oldest',
  });
  const ci = await Person.of(app, 'ci', 'contributor');
  for (const name of MODELS) await ci.post('/models', { name });
  const killing = async (): Promise<void> => {
    for (let turn = 0; turn < KILLS; turn += 1) {
      await sleep(1_000);
      const victim = replicas[turn % replicas.length]!;
      await victim.end('SIGKILL');
      await endLease();
      await victim.start();
    }
  };
  const acknowledged = await changeDuring(ci.token!, Promise.all([killing(), breakBroker()]));
  await sent();
  const [records, truth] = [await broker.read(topic), await recorded(0)];
  const events = new Set(records.map(({ event }) => event.id)).size;
  process.stdout.write(
    `${KILLS} processes and ${OUTAGES} brokers killed; ${acknowledged} changes acknowledged, ${truth.length} events recorded; ` +
      `${records.length} records in ${PARTITIONS} partitions, ${records.length - events} of them repeated\n`,
  );
  expect(faultsOf(records, truth)).toEqual([]);
  expect(truth.length).toBeGreaterThanOrEqual(acknowledged);
});

it('senders that are frozen, taken over and thawed break no order, and outlive their broker', async () => {
  const topic = 'frozen';
  await broker.createTopic(topic, PARTITIONS);
  const position = await beginAnew(2, {
    STAGEGATE_KAFKA_BROKERS: broker.address,
    STAGEGATE_KAFKA_TOPIC: topic,
  });
  const ci = await Person.of(app, 'ci', 'contributor');
  const freezing = async (): Promise<void> => {
    for (let turn = 0; turn < FREEZES; turn += 1) {
      const frozen = replicas[turn % replicas.length]!;
      frozen.signal('SIGSTOP');
      await endLease();
      await sleep(1_500);
      frozen.signal('SIGCONT');
      await sleep(500);
    }
  };
  await changeDuring(ci.token!, Promise.all([freezing(), breakBroker()]));
  await sent();
  const truth = await recorded(position);
  expect(faultsOf(await broker.read(topic), truth)).toEqual([]);
  expect(truth.length).toBeGreaterThan(FREEZES);
  for (const { url } of replicas) expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

it('by TLS with an authority of its own, and as a user with a password', async () => {
  const topic = 'guarded';
  await broker.createTopic(topic, 1);
  await beginAnew(1, {
    STAGEGATE_KAFKA_BROKERS: broker.guardedAddress,
    STAGEGATE_KAFKA_TOPIC: topic,
    STAGEGATE_KAFKA_CA_FILE: broker.authority,
    STAGEGATE_KAFKA_USERNAME: USER.name,
    STAGEGATE_KAFKA_PASSWORD: USER.password,
    STAGEGATE_KAFKA_TYPES: 'dev.stagegate.model.created.v1',
  });
  const ci = await Person.of(app, 'ci', 'contributor');
  await ci.post('/models', { name: 'guarded' });
  await sent();
  expect((await broker.read(topic)).map(({ event }) => event.subject)).toEqual(['/api/v1/models/guarded']);
});
