import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { outsideOfTransaction } from '../../platform/database/ambient-transaction.js';
import { type Log, LOG } from '../../platform/http/log.js';
import { type AuditEvent } from '../audit/audit-event.entity.js';
import { readFeed, readSettled } from '../audit/feed.queries.js';
import { EVERYTHING } from '../events/event-filter.js';

const POLL_MS = 200;
/** Who is told of an event reads it, and often comes back; until then the events stay in memory. */
const LINGER_MS = 5_000;
/** Events kept in memory, so that all who listen are told of them by one query. */
const MOST_RECENT = 2_000;
const BATCH = 500;

/**
 * The newest events, read by one query at a time however many listen, and by none when nobody does. Each process polls: that
 * works behind every pooler, and needs no message to arrive.
 */
@Injectable()
export class EventTail implements OnModuleDestroy {
  private readonly listeners = new Set<() => void>();
  private readonly stopping = new AbortController();
  private recent: AuditEvent[] = [];
  /** Everything settled above it and up to `settled` is among the recent. */
  private floor = 0;
  private settled = 0;
  private isFollowing = false;
  private isLooking = false;
  private lastListenedAt = 0;
  private timer: NodeJS.Timeout | undefined;
  /** How often the database was asked, for tests. */
  looks = 0;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Aborted when the process ends: who listens is let go, and goes on at another replica. */
  get isStopping(): AbortSignal {
    return this.stopping.signal;
  }

  onModuleDestroy(): void {
    this.stopping.abort();
    clearTimeout(this.timer);
    this.tell();
  }

  /** The settled events above a sequence and the sequence they reach; null when that is not in memory. */
  since(after: number): { events: AuditEvent[]; to: number } | null {
    if (!this.isFollowing || after < this.floor) return null;
    const first = this.recent.findIndex(({ sequence }) => sequence > after);
    return { events: first < 0 ? [] : this.recent.slice(first), to: Math.max(after, this.settled) };
  }

  /** Follows the record while somebody listens; answers what ends that. */
  follow(listener: () => void): () => void {
    this.listeners.add(listener);
    if (!this.isLooking) this.lookLater(0);
    return () => {
      this.listeners.delete(listener);
      this.lastListenedAt = performance.now();
    };
  }

  /** Resolves when there may be events above a sequence, after `milliseconds`, or when a signal says so. */
  async moreThan(after: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.isStopping.aborted || (this.isFollowing && this.settled > after)) return;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        unfollow();
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const unfollow = this.follow(() => {
        if (this.isStopping.aborted || this.settled > after) end();
      });
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end);
    });
  }

  private lookLater(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.isStopping.aborted) return;
    this.isLooking = true;
    this.timer = setTimeout(() => void outsideOfTransaction(() => this.look()), milliseconds);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    let isBehind = false;
    try {
      isBehind = await this.read();
    } catch (error) {
      this.log.debug({ err: error }, 'New events could not be looked for.');
    }
    const isHeard = this.listeners.size > 0 || performance.now() - this.lastListenedAt < LINGER_MS;
    if (isHeard) return this.lookLater(isBehind ? 0 : POLL_MS);
    this.isLooking = false;
    this.isFollowing = false;
    this.recent = [];
  }

  /** Reads what settled since; answers whether there is more of it. */
  private async read(): Promise<boolean> {
    const { manager } = this.dataSource;
    this.looks += 1;
    const settled = await readSettled(manager);
    if (!this.isFollowing) {
      [this.floor, this.settled, this.recent, this.isFollowing] = [settled, settled, [], true];
      this.tell();
      return false;
    }
    if (settled <= this.settled) return false;
    const events = await readFeed(manager, EVERYTHING, { after: this.settled, to: settled }, BATCH);
    const isBehind = events.length === BATCH;
    this.settled = isBehind ? events.at(-1)!.sequence : settled;
    this.recent.push(...events);
    const gone = this.recent.splice(0, Math.max(0, this.recent.length - MOST_RECENT));
    this.floor = gone.at(-1)?.sequence ?? this.floor;
    this.tell();
    return isBehind;
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
