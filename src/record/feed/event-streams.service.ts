import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Caller } from '../../platform/access/caller.js';
import { Config } from '../../platform/config.js';
import { personOf } from '../../platform/access/subject.js';
import { EventTail } from './event-tail.service.js';
import { type StreamEventsQuery } from './feed.dto.js';
import { streamsOpen } from './feed.problems.js';
import { Feed } from './feed.service.js';
import { type EventFilter } from '../events/event-filter.js';

const BATCH = 100;
/** Proxies end what is silent for a minute, and a token that was revoked ends its streams as quickly. */
const HEARTBEAT_MS = 15_000;
const HEARTBEAT = ': heartbeat\n\n';
/** How soon a browser comes back. */
const OPENING = 'retry: 1000\n\n';

/** Who listens, and how long. */
export interface Listener {
  caller: Caller;
  /** The header by which a reader that was here before goes on. */
  lastEventId: string | undefined;
  /** Aborted when the listener has left. */
  left: AbortSignal;
  /** @throws when the caller's proof no longer stands */
  identifyAgain: () => Promise<Caller>;
}

/** Tells events as they happen, to many at once. */
@Injectable()
export class EventStreams {
  private readonly open = new Map<string, number>();
  private count = 0;

  constructor(
    private readonly feed: Feed,
    private readonly tail: EventTail,
    private readonly config: Config,
  ) {}

  /**
   * The events as server-sent events; the next ones are read when the last were taken.
   * @throws {Problem} 429 when too many are open, 400 for a cursor that the feed did not give out
   */
  async begin(query: StreamEventsQuery, listener: Listener): Promise<Readable> {
    const leave = this.enter(personOf(listener.caller.subject));
    try {
      const { lastEventId } = listener;
      const place = lastEventId === undefined ? 'query' : 'header';
      const after = await this.feed.startOf(lastEventId ?? query.cursor, place);
      const filter = await this.feed.filterOf(query, listener.caller);
      return Readable.from(this.tellAll(filter, after, listener)).once('close', leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  private enter(person: string): () => void {
    const { streams, streamsPerSubject } = this.config.events;
    const own = this.open.get(person) ?? 0;
    if (this.count >= streams) throw streamsOpen('in all', streams);
    if (own >= streamsPerSubject) throw streamsOpen('of yours', streamsPerSubject);
    this.count += 1;
    this.open.set(person, own + 1);
    return () => {
      this.count -= 1;
      const left = this.open.get(person)! - 1;
      if (left > 0) this.open.set(person, left);
      else this.open.delete(person);
    };
  }

  private async *tellAll(filter: EventFilter, start: number, listener: Listener): AsyncGenerator<string> {
    const { left, identifyAgain } = listener;
    const isOver = (): boolean => left.aborted || this.tail.isStopping.aborted;
    let after = start;
    let lastSign = performance.now();
    yield OPENING;
    while (!isOver()) {
      const { events, to } = await this.feed.read(filter, after, BATCH, true);
      after = to;
      if (events.length > 0) {
        yield events.map((event) => frameOf(this.feed.toEvent(event))).join('');
      } else {
        await this.tail.moreThan(after, Math.max(0, lastSign + HEARTBEAT_MS - performance.now()), left);
      }
      if (performance.now() - lastSign < HEARTBEAT_MS) continue;
      // A stream outlives its request's check of the token; what the caller may see is asked anew, too.
      const caller = await identifyAgain().catch(() => null);
      if (caller === null) return;
      filter = { ...filter, scope: caller.scope };
      lastSign = performance.now();
      yield HEARTBEAT;
    }
  }
}

function frameOf(event: { id: string }): string {
  return `id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`;
}
