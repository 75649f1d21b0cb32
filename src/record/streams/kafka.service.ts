import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Producer } from '@platformatic/kafka';
import { Config } from '../../platform/config.js';
import { type KafkaSettings } from '../../platform/config/kafka.js';
import { type StreamMessage } from './stream-message.js';

type EventProducer = Producer<string, string, string, string>;

/** A request to a broker, which is made twice more when it fails: an idempotent producer takes fewer for no bound at all. */
const REQUEST_MS = 5_000;
/** All of a batch; well below the time for which a stream is held. */
const LONGEST_SEND_MS = 20_000;
const ACKNOWLEDGED_BY_ALL = -1;

/** Kafka did not take messages; the message says why. */
export class KafkaFailure extends Error {}

/** Sends messages to Kafka. The client is loaded with the first one, so that who has no Kafka does without it. */
@Injectable()
export class Kafka {
  private producer: Promise<EventProducer> | null = null;

  constructor(private readonly config: Config) {}

  /**
   * Resolves when every message is at all replicas in sync. After a failure some may be there; a producer that failed is dropped
   * with its numbers, so that no broker takes other messages for those that it has.
   * @throws KafkaFailure
   */
  async send(messages: readonly StreamMessage[]): Promise<void> {
    try {
      this.producer ??= this.open();
      const producer = await this.producer;
      await inTime(producer.send({ messages: [...messages] }));
    } catch (error) {
      this.close();
      throw new KafkaFailure(rootOf(error).message, { cause: error });
    }
  }

  close(): void {
    const { producer } = this;
    this.producer = null;
    void producer?.then((open) => open.close(true)).catch(() => undefined);
  }

  private async open(): Promise<EventProducer> {
    const { compatibilityPartitioner, Producer, stringSerializers } = await import('@platformatic/kafka');
    const settings = this.config.events.kafka!;
    return new Producer({
      clientId: 'stagegate',
      bootstrapBrokers: [...settings.brokers],
      serializers: stringSerializers,
      idempotent: true,
      acks: ACKNOWLEDGED_BY_ALL,
      compression: 'gzip',
      // Places a key where the clients in Java place it.
      partitioner: compatibilityPartitioner,
      autocreateTopics: false,
      timeout: REQUEST_MS,
      requestTimeout: REQUEST_MS,
      connectTimeout: REQUEST_MS,
      retries: 2,
      retryDelay: 500,
      ...securityOf(settings),
    });
  }
}

function securityOf({ tls, sasl }: KafkaSettings) {
  const { ca, client } = tls ?? {};
  return {
    ...(tls && {
      tls: { ...(ca && { ca }), ...(client && { cert: client.certificate, key: client.key }) },
      tlsServerName: true,
    }),
    ...(sasl && { sasl: { ...sasl } }),
  };
}

/** What the client tells in many layers: a connection that is refused, say, as the last of several attempts at a request. */
function rootOf(error: unknown): Error {
  const { errors, cause } = error as { errors?: unknown[]; cause?: unknown };
  const below = errors?.at(-1) ?? cause;
  return below instanceof Error ? rootOf(below) : (error as Error);
}

/** The client waits by request; a broker that answers each in its time could hold a batch up for long. */
async function inTime(sending: Promise<unknown>): Promise<void> {
  const ended = new AbortController();
  const tooLate = sleep(LONGEST_SEND_MS, undefined, { signal: ended.signal, ref: false }).then(() => {
    throw new Error(`The brokers did not acknowledge within ${LONGEST_SEND_MS / 1000} s`);
  });
  try {
    await Promise.race([sending, tooLate]);
  } finally {
    ended.abort();
    tooLate.catch(() => undefined);
    sending.catch(() => undefined);
  }
}
