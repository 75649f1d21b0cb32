import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Json } from '../support/app/client.js';
import { Listening } from '../support/app/listening.js';
import { Receiver } from '../support/app/receiver.js';
import { until } from '../support/limits.js';

/** A process of the service that can be killed and comes back at the same address. */
export interface Mortal {
  readonly url: string;
  start(): Promise<void>;
  end(signal: NodeJS.Signals): Promise<void>;
}

export interface EventsRun {
  replicas: readonly Mortal[];
  token: string;
  /** How many changes are acknowledged before it ends. */
  changes: number;
  killEveryMs: number;
}

const MODELS = Array.from({ length: 8 }, (_, index) => `told-${index}`);
const WRITERS = 8;
const TYPE = 'dev.stagegate.version.registered.v1';
const ASKED = `type=${TYPE}&modelPrefix=told-`;
const PAUSE_MS = 50;

/** Somebody who reads what is told; the ids in the order they came. */
interface Reader {
  name: string;
  heard: Json[];
}

/**
 * Changes many models at once while processes are killed one after the other, and holds against the record what was told: to those
 * who read the feed, to those who listen to a stream, each at one process, and to the receiver of a webhook.
 */
export class EventsUnderKills {
  private readonly readers: Reader[] = [];
  private acknowledged = 0;
  /** How many events there are, once that is known. */
  private total = Infinity;
  kills = 0;
  private isOver = false;
  private receiver!: Receiver;

  constructor(private readonly run: EventsRun) {}

  /** Answers what was lost, doubled or out of order. */
  async violations(): Promise<string[]> {
    this.receiver = await Receiver.start();
    try {
      await this.prepare();
      const reading = this.run.replicas.flatMap((replica) => [this.readFeed(replica), this.listen(replica)]);
      const killing = this.kill();
      await Promise.all(Array.from({ length: WRITERS }, (_, lane) => this.write(lane)));
      this.isOver = true;
      await killing;
      const truth = await this.readTruth();
      await this.awaitAll(truth);
      await Promise.all(reading);
      const ofReaders = this.readers.flatMap((reader) => faultsOfReader(reader, truth));
      return [...ofReaders, ...faultsOfReceiver(this.receiver, truth)];
    } finally {
      // Who still reads when something failed is let go.
      this.isOver = true;
      this.total = 0;
      await this.receiver.stop();
    }
  }

  /** What was told to the webhook, more than once where a process was killed. */
  get deliveries(): number {
    return this.receiver.received.length;
  }

  private clientOf({ url }: Mortal): Client {
    return new Client(url, this.run.token);
  }

  private async prepare(): Promise<void> {
    const admin = this.clientOf(this.run.replicas[0]!);
    await admin.post('/webhooks', { url: this.receiver.url, types: [TYPE], modelPrefix: 'told-' });
    for (const name of MODELS) await admin.post('/models', { name });
  }

  private async write(lane: number): Promise<void> {
    const { replicas, changes } = this.run;
    for (let turn = lane; this.acknowledged < changes; turn += 1) {
      const client = this.clientOf(replicas[turn % replicas.length]!);
      const model = MODELS[turn % MODELS.length]!;
      const answer = await client
        .send('POST', `/models/${model}/versions`, { artifactUri: `s3://told/${lane}/${turn}` })
        .catch(() => null);
      if (answer?.status === 201) this.acknowledged += 1;
      else await sleep(PAUSE_MS);
    }
  }

  private async kill(): Promise<void> {
    const { replicas, killEveryMs } = this.run;
    for (let turn = 0; !this.isOver; turn += 1) {
      await sleep(killEveryMs);
      if (this.isOver) return;
      const victim = replicas[turn % replicas.length]!;
      await victim.end('SIGKILL');
      this.kills += 1;
      await victim.start();
    }
  }

  /** Reads page after page with the cursor of the one before; what fails is asked for again. */
  private async readFeed(replica: Mortal): Promise<void> {
    const reader = this.enter(`the feed of ${replica.url}`);
    let cursor = '0';
    while (!this.hasAll(reader)) {
      const path = `/events?${ASKED}&cursor=${cursor}&waitSeconds=2&limit=20`;
      const answer = await this.clientOf(replica)
        .send('GET', path)
        .catch(() => null);
      if (answer?.status !== 200) {
        await sleep(PAUSE_MS);
        continue;
      }
      reader.heard.push(...answer.body.items);
      cursor = answer.body.nextCursor;
    }
  }

  /** Listens, and when the stream breaks goes on behind the last event that was heard. */
  private async listen(replica: Mortal): Promise<void> {
    const reader = this.enter(`the stream of ${replica.url}`);
    while (!this.hasAll(reader)) {
      const last = reader.heard.at(-1);
      const headers = last === undefined ? undefined : { 'last-event-id': last.id };
      const stream = await Listening.to(replica, this.clientOf(replica), ASKED, headers).catch(() => null);
      if (stream === null) {
        await sleep(PAUSE_MS);
        continue;
      }
      for (let seen = 0; ; await sleep(PAUSE_MS)) {
        reader.heard.push(...stream.events.slice(seen));
        seen = stream.events.length;
        if (stream.hasEnded || this.hasAll(reader)) break;
      }
      reader.heard.push(...stream.events.slice(stream.events.indexOf(reader.heard.at(-1)) + 1));
      stream.close();
    }
  }

  private enter(name: string): Reader {
    const reader = { name, heard: [] };
    this.readers.push(reader);
    return reader;
  }

  private hasAll({ heard }: Reader): boolean {
    return heard.length >= this.total;
  }

  private async readTruth(): Promise<Json[]> {
    const client = this.clientOf(this.run.replicas[0]!);
    const truth: Json[] = [];
    for (let cursor = '0'; ;) {
      const page = await client.get(`/events?${ASKED}&cursor=${cursor}&limit=200`);
      if (page.items.length === 0) break;
      truth.push(...page.items);
      cursor = page.nextCursor;
    }
    this.total = truth.length;
    return truth;
  }

  private async awaitAll(truth: readonly Json[]): Promise<void> {
    const idsTold = () => new Set(this.receiver.events.map(({ id }) => id));
    await until('the receiver was told of everything', () => idsTold().size >= truth.length);
    await until('all readers have everything', () => this.readers.every((reader) => this.hasAll(reader)));
  }
}

/** At least once each, and each model's for the first time in order. */
export function faultsOfReceiver(receiver: Receiver, truth: readonly Json[]): string[] {
  const first = new Map(receiver.events.map((event): [string, Json] => [event.id, event]));
  const lost = truth.filter(({ id }) => !first.has(id)).map(({ id }) => `The receiver was not told of ${id}.`);
  const told = [...first.values()];
  const keys = [...new Set(told.map(({ partitionkey }) => partitionkey))];
  const disordered = keys.filter((key) => {
    const places = told.filter(({ partitionkey }) => partitionkey === key).map(({ sequence }) => sequence);
    return places.some((place, index) => index > 0 && place <= places[index - 1]!);
  });
  return [...lost, ...disordered.map((key) => `The receiver was told of ${key} out of order.`)];
}

function faultsOfReader({ name, heard }: Reader, truth: readonly Json[]): string[] {
  const [told, recorded] = [heard, truth].map((events) => events.map(({ id }) => id));
  const at = recorded!.findIndex((id, index) => told![index] !== id);
  if (at < 0 && told!.length === recorded!.length) return [];
  const place = at < 0 ? recorded!.length : at;
  return [`${name} told ${told![place] ?? 'nothing'} in the place of ${recorded![place] ?? 'nothing'}.`];
}
