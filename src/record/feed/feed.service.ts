import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { Config } from '../../platform/config.js';
import { readArchiveExtent, requireUnarchived } from '../audit/archive.queries.js';
import { type AuditEvent } from '../audit/audit-event.entity.js';
import { findModelNamed, readFeed } from '../audit/feed.queries.js';
import { keepVisible } from '../audit/reach.queries.js';
import { settledSequence } from '../audit/settled.queries.js';
import { type CloudEvent, toCloudEvent } from '../events/cloud-event.js';
import { type EventFilter, matches } from '../events/event-filter.js';
import { actionOfType, EVERY_TYPE } from '../events/event-type.js';
import { EventTail } from './event-tail.service.js';
import { type EventFilterQuery, type EventPage, type ListEventsQuery } from './feed.dto.js';
import { readEventCursor, writeEventCursor } from './event-cursor.js';
import { invalidCursor } from './feed.problems.js';
import { OriginOfEvents } from './origin-of-events.service.js';

const DEFAULT_LIMIT = 50;

/** Events that were found, oldest first, and the sequence up to which none is missing. */
export interface FoundEvents {
  events: AuditEvent[];
  to: number;
}

/** Reads the record as events, in one order that every reader goes on in. */
@Injectable()
export class Feed {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tail: EventTail,
    private readonly origin: OriginOfEvents,
    private readonly config: Config,
  ) {}

  /** @throws {Problem} 400 for a cursor that the feed did not give out, 410 for one that events were archived behind */
  async listEvents(query: ListEventsQuery, caller: Caller, signal: AbortSignal): Promise<EventPage> {
    const { limit = DEFAULT_LIMIT } = query;
    const waitMs = Math.min(query.waitSeconds ?? 0, this.config.events.waitSeconds) * 1000;
    const end = performance.now() + waitMs;
    const filter = await this.filterOf(query, caller);
    let after = await this.startOf(query.cursor);
    for (;;) {
      const { events, to } = await this.read(filter, after, limit, waitMs > 0);
      after = Math.max(after, to);
      const leftMs = end - performance.now();
      if (events.length > 0 || leftMs <= 0 || signal.aborted || this.tail.isStopping.aborted) {
        return { items: events.map((event) => this.toEvent(event)), nextCursor: writeEventCursor(after) };
      }
      await this.tail.moreThan(after, leftMs, signal);
    }
  }

  toEvent(event: AuditEvent): CloudEvent {
    return toCloudEvent(event, this.origin.origin);
  }

  /** What a caller asks for, and may know of. */
  async filterOf(
    { type: types = [EVERY_TYPE], model, modelPrefix }: EventFilterQuery,
    { scope }: Caller,
  ): Promise<EventFilter> {
    const modelId = model === undefined ? null : await findModelNamed(this.dataSource.manager, model);
    return {
      actions: types.includes(EVERY_TYPE) ? null : types.map((each) => actionOfType(each)!),
      model: model ?? null,
      modelId,
      modelPrefix: modelPrefix ?? null,
      scope,
    };
  }

  /** The sequence that a reader begins behind: without a cursor, that of the last event which was archived. @throws {Problem} 400, 410 */
  async startOf(cursor: string | undefined, place: 'query' | 'header' = 'query'): Promise<number> {
    const start = readEventCursor(cursor);
    if (start === null) throw invalidCursor(place, place === 'query' ? 'cursor' : 'Last-Event-ID');
    const { manager } = this.dataSource;
    if (start === 'now') return settledSequence(manager);
    if (!cursor) return (await readArchiveExtent(manager))?.through ?? 0;
    await requireUnarchived(manager, start);
    return start;
  }

  /** The next events of a filter; who waits for them is served from memory where that reaches. */
  async read(filter: EventFilter, after: number, limit: number, mayLag: boolean): Promise<FoundEvents> {
    const recent = mayLag ? this.tail.since(after) : null;
    if (recent !== null) {
      const asked = recent.events.filter((event) => matches(filter, event));
      const events = (await keepVisible(this.dataSource.manager, filter.scope, asked)).slice(0, limit);
      return { events, to: events.length === limit ? events.at(-1)!.sequence : recent.to };
    }
    const { manager } = this.dataSource;
    const settled = await settledSequence(manager);
    const events = settled <= after ? [] : await readFeed(manager, filter, { after, to: settled }, limit);
    // Read after the events: none of them was archived before they were read.
    await requireUnarchived(manager, after);
    return { events, to: events.length === limit ? events.at(-1)!.sequence : Math.max(after, settled) };
  }
}
