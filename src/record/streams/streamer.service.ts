import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Counter } from 'prom-client';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config.js';
import { type KafkaSettings } from '../../platform/config/kafka.js';
import { outsideOfTransaction } from '../../platform/database/ambient-transaction.js';
import { steadyNow } from '../../platform/database/steady-clock.js';
import { type Log, LOG } from '../../platform/http/log.js';
import { hindranceOf } from '../../platform/http/unavailable.js';
import { readArchiveExtent } from '../audit/archive.queries.js';
import { readFeed, readSettled } from '../audit/feed.queries.js';
import { toCloudEvent } from '../events/cloud-event.js';
import { EVERYTHING, type EventFilter } from '../events/event-filter.js';
import { OriginOfEvents } from '../feed/origin-of-events.service.js';
import { actionsToSend } from './actions-to-send.js';
import { Kafka, KafkaFailure } from './kafka.service.js';
import { fittingMessages, toStreamMessage } from './stream-message.js';
import {
  beginStream,
  claimStream,
  type HeldStream,
  KAFKA,
  moveStream,
  releaseStream,
} from './stream-positions.queries.js';

const POLL_MS = 200;
/** How often a process that does not send looks whether it may. */
const CLAIM_MS = 1_000;
/** How often one that has nothing to send says that it lives. */
const HOLD_MS = 10_000;
const LONGEST_PAUSE_MS = 30_000;
const FAREWELL_MS = 2_000;

/** What is sent at a time: below the megabyte that a broker takes in one batch unless it is told otherwise. */
const BATCH = 500;
const BATCH_BYTES = 512 * 1024;

/** Sends what settled in the record to Kafka, in its order, from one process at a time; the position moves on after the brokers acknowledged. */
@Injectable()
export class Streamer implements OnApplicationBootstrap, OnModuleDestroy {
  readonly sent = new Counter({
    name: 'kafka_events_sent_total',
    help: 'Events of this replica that Kafka acknowledged.',
    registers: [],
  });
  readonly failures = new Counter({
    name: 'kafka_failures_total',
    help: 'Attempts of this replica to send to Kafka that failed.',
    registers: [],
  });
  private readonly kafkaSettings: KafkaSettings | null;
  private readonly filter: EventFilter;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private held: HeldStream | null = null;
  private heldAt = 0;
  private failuresInARow = 0;

  constructor(
    config: Config,
    private readonly dataSource: DataSource,
    private readonly kafka: Kafka,
    private readonly origin: OriginOfEvents,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.kafkaSettings = config.events.kafka;
    this.filter = { ...EVERYTHING, actions: actionsToSend(this.kafkaSettings?.types ?? null) };
  }

  onApplicationBootstrap(): void {
    if (this.kafkaSettings === null || !this.dataSource.isInitialized) return;
    this.log.info(toldOf(this.kafkaSettings), 'Events are sent to Kafka.');
    this.running = outsideOfTransaction(() => this.run(this.kafkaSettings!));
  }

  /** What is under way is waited for, so that no other process sends it again; a broker that is away is not. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    const giveUp = setTimeout(() => this.kafka.close(), FAREWELL_MS);
    await this.running;
    clearTimeout(giveUp);
    this.kafka.close();
  }

  private async run(settings: KafkaSettings): Promise<void> {
    const { signal } = this.stopping;
    let hasBegun = false;
    while (!signal.aborted) {
      let pause: number;
      try {
        if (!hasBegun) await this.begin(settings);
        hasBegun = true;
        pause = await this.takeTurn(settings);
      } catch (error) {
        pause = await this.fail(error);
      }
      if (pause > 0) await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
    await this.release();
  }

  /** A registry that has sent nothing yet begins behind the newest event, or with the oldest that is not archived. */
  private async begin({ start }: KafkaSettings): Promise<void> {
    const { manager } = this.dataSource;
    const before = start === 'newest' ? await readSettled(manager) : (await readArchiveExtent(manager))?.through;
    await beginStream(manager, KAFKA, before ?? 0);
  }

  /** Sends one batch, where it is this process's turn; answers how long there is nothing to do, in milliseconds. */
  private async takeTurn(settings: KafkaSettings): Promise<number> {
    const { manager } = this.dataSource;
    if (this.held === null) {
      this.held = await claimStream(manager, KAFKA, randomUUID());
      this.heldAt = steadyNow();
    }
    if (this.held === null) return CLAIM_MS;
    const reached = await this.sendBatch(this.held, settings);
    if (this.failuresInARow > 0) this.log.info('Kafka is told of events again.');
    this.failuresInARow = 0;
    if (reached === this.held.position && steadyNow() - this.heldAt < HOLD_MS) return POLL_MS;
    const isOurs = await moveStream(manager, this.held, reached);
    this.held = isOurs ? { ...this.held, position: reached } : null;
    this.heldAt = steadyNow();
    return 0;
  }

  /** Answers the sequence up to which everything was sent. */
  private async sendBatch({ position }: HeldStream, { topic }: KafkaSettings): Promise<number> {
    const { manager } = this.dataSource;
    const settled = await readSettled(manager);
    if (settled <= position) return position;
    const events = await readFeed(manager, this.filter, { after: position, to: settled }, BATCH);
    const messages = events.map((event) => toStreamMessage(topic, toCloudEvent(event, this.origin.origin)));
    const count = fittingMessages(messages, BATCH_BYTES);
    if (count > 0) await this.kafka.send(messages.slice(0, count));
    this.sent.inc(count);
    return count === events.length && count < BATCH ? settled : events[count - 1]!.sequence;
  }

  /** Says it once while it lasts, lets other processes try, and answers when to go on. */
  private async fail(error: unknown): Promise<number> {
    this.failuresInARow += 1;
    const isOfKafka = error instanceof KafkaFailure;
    if (isOfKafka) this.failures.inc();
    if (this.failuresInARow === 1 && !this.stopping.signal.aborted) {
      const reason = isOfKafka ? error.message : hindranceOf(error)?.title;
      this.log.warn(reason === undefined ? { err: error } : { reason }, 'Kafka could not be told of events.');
    }
    await this.release();
    const pause = Math.min(LONGEST_PAUSE_MS, CLAIM_MS * 2 ** (this.failuresInARow - 1));
    return pause * (0.8 + 0.4 * Math.random());
  }

  private async release(): Promise<void> {
    const { held } = this;
    this.held = null;
    if (held !== null) await releaseStream(this.dataSource.manager, held).catch(() => undefined);
  }
}

/** What is known of a Kafka and is no secret. */
function toldOf({ brokers, topic, types, tls, sasl }: KafkaSettings) {
  return {
    brokers: brokers.map(({ host, port }) => `${host}:${port}`),
    topic,
    types: types ?? '*',
    tls: tls !== null,
    ...(sasl && { mechanism: sasl.mechanism, username: sasl.username }),
  };
}
