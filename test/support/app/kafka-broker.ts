import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Reader, readRecordsBatch, Writer } from '@platformatic/kafka';
import { type Json } from './client.js';

/** A record as a consumer would get it. */
export interface KeptRecord {
  partition: number;
  key: string;
  headers: Record<string, string>;
  event: Json;
}

/** What becomes of the next batch: it is kept and acknowledged, kept while the acknowledgement is lost, or refused. */
export type Fate = 'acknowledged' | 'unanswered' | 'refused';

const [PRODUCE, METADATA, API_VERSIONS, INIT_PRODUCER_ID] = [0, 3, 18, 22];
/** The requests that are understood, each in one version. */
const VERSIONS = [
  [PRODUCE, 9],
  [METADATA, 12],
  [API_VERSIONS, 3],
  [INIT_PRODUCER_ID, 4],
] as const;
const REFUSAL = 29; // TOPIC_AUTHORIZATION_FAILED
const UNKNOWN_TOPIC = 3;

/** A broker of Kafka as far as a producer sees one: one topic, in memory. `npm run test:kafka` has a real one. */
export class KafkaBroker {
  readonly kept: KeptRecord[] = [];
  /** Producers that asked for an id of their own. */
  producers = 0;
  fate: () => Fate = () => 'acknowledged';
  private readonly sockets = new Set<Socket>();
  private port = 0;

  private constructor(
    private readonly server: Server,
    private readonly topic: string,
    private readonly partitions: number,
  ) {}

  static async start(topic = 'stagegate.events', partitions = 3): Promise<KafkaBroker> {
    const server = createServer();
    const broker = new KafkaBroker(server, topic, partitions);
    server.on('connection', (socket) => broker.serve(socket));
    await broker.listen(0);
    return broker;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  get events(): Json[] {
    return this.kept.map(({ event }) => event);
  }

  /** As a broker that is killed: connections break and the port is closed. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Comes back at the same address, with all it had. */
  revive(): Promise<void> {
    return this.listen(this.port);
  }

  private async listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let pending = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      pending = Buffer.concat([pending, chunk]);
      while (pending.length >= 4 && pending.length >= 4 + pending.readInt32BE(0)) {
        const size = pending.readInt32BE(0);
        this.answer(socket, Reader.from(pending.subarray(4, 4 + size)));
        pending = pending.subarray(4 + size);
      }
    });
  }

  private answer(socket: Socket, request: Reader): void {
    const key = request.readInt16();
    request.readInt16();
    const correlation = request.readInt32();
    request.readNullableString(false);
    request.readTaggedFields();
    const body = this.answerOf(key, request, socket);
    if (body === null) return;
    const head = Writer.create().appendInt32(correlation);
    // Whoever asks for the versions does not know yet which heads there are.
    if (key !== API_VERSIONS) head.appendTaggedFields();
    socket.write(head.appendFrom(body).prependLength().buffer);
  }

  private answerOf(key: number, request: Reader, socket: Socket): Writer | null {
    if (key === API_VERSIONS) return versions();
    if (key === METADATA) return this.metadata(request);
    if (key === INIT_PRODUCER_ID) return this.newProducer();
    if (key === PRODUCE) return this.produce(request, socket);
    throw new Error(`No request of the kind ${key} is understood.`);
  }

  private metadata(request: Reader): Writer {
    const asked = request.readArray((r) => {
      r.readUUID();
      return r.readString();
    });
    const partitions = Array.from({ length: this.partitions }, (_, index) => index);
    return Writer.create()
      .appendInt32(0)
      .appendArray([this.port], (w, port) =>
        w.appendInt32(1).appendString('127.0.0.1').appendInt32(port).appendString(null),
      )
      .appendString('double')
      .appendInt32(1)
      .appendArray(asked, (w, topic) =>
        w
          .appendInt16(topic === this.topic ? 0 : UNKNOWN_TOPIC)
          .appendString(topic)
          .appendUUID(null)
          .appendBoolean(false)
          .appendArray(topic === this.topic ? partitions : [], (p, index) => {
            p.appendInt16(0).appendInt32(index).appendInt32(1).appendInt32(0);
            for (const nodes of [[1], [1], []]) p.appendArray(nodes, (n, node) => n.appendInt32(node), true, false);
          })
          .appendInt32(0),
      )
      .appendTaggedFields();
  }

  private newProducer(): Writer {
    this.producers += 1;
    return Writer.create()
      .appendInt32(0)
      .appendInt16(0)
      .appendInt64(BigInt(this.producers))
      .appendInt16(0)
      .appendTaggedFields();
  }

  private produce(request: Reader, socket: Socket): Writer | null {
    request.readNullableString();
    const acks = request.readInt16();
    if (acks !== -1) throw new Error(`All replicas have to acknowledge, not ${acks}.`);
    request.readInt32();
    const batches = request.readArray((r) => {
      const topic = r.readString();
      return { topic, parts: r.readArray((p) => ({ partition: p.readInt32(), records: p.readBytes() })) };
    });
    const fate = this.fate();
    if (fate !== 'refused')
      for (const { partition, records } of batches.flatMap(({ parts }) => parts)) this.keep(partition, records);
    if (fate === 'unanswered') {
      socket.destroy();
      return null;
    }
    const error = fate === 'refused' ? REFUSAL : 0;
    return Writer.create()
      .appendArray(batches, (w, { topic, parts }) =>
        w.appendString(topic).appendArray(parts, (p, { partition }) =>
          p
            .appendInt32(partition)
            .appendInt16(error)
            .appendInt64(0n)
            .appendInt64(-1n)
            .appendInt64(0n)
            .appendArray([], () => undefined)
            .appendString(null),
        ),
      )
      .appendInt32(0)
      .appendTaggedFields();
  }

  private keep(partition: number, records: Buffer): void {
    for (const { key, value, headers } of readRecordsBatch(Reader.from(records)).records) {
      const named = headers.map(([name, text]) => [String(name), String(text)]);
      this.kept.push({
        partition,
        key: String(key),
        headers: Object.fromEntries(named),
        event: JSON.parse(String(value)),
      });
    }
  }
}

function versions(): Writer {
  return Writer.create()
    .appendInt16(0)
    .appendArray([...VERSIONS], (w, [key, version]) => w.appendInt16(key).appendInt16(version).appendInt16(version))
    .appendInt32(0)
    .appendTaggedFields();
}
