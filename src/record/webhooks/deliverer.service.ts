import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { outsideOfTransaction } from '../../platform/database/ambient-transaction.js';
import { type Log, LOG } from '../../platform/http/log.js';
import { hindranceOf } from '../../platform/http/unavailable.js';
import { DeliveryPlanner } from './delivery-planner.service.js';
import { claimLane, type Lane } from './lanes.queries.js';
import { LaneWorker } from './lane-worker.service.js';

const POLL_MS = 250;
/** Lanes worked at by this process at once, and those of one webhook among them: a slow receiver must not hold up others. */
const MOST_LANES = 16;
const MOST_OF_ONE = 4;

/** Plans deliveries and works at lanes, beside every other replica; what a killed one held is taken over when its lease has run out. */
@Injectable()
export class Deliverer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly working = new Map<string, { lane: Lane; ended: Promise<void> }>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private isLooking = false;
  private hasNews = false;
  private isHindered = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly planner: DeliveryPlanner,
    private readonly worker: LaneWorker,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.dataSource.isInitialized) return;
    this.timer = setInterval(() => this.wake(), POLL_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.looking;
    await Promise.all([...this.working.values()].map(({ ended }) => ended));
  }

  /** Looks for something to tell now. */
  wake(): void {
    if (this.stopping.signal.aborted) return;
    this.hasNews = true;
    if (!this.isLooking) this.looking = outsideOfTransaction(() => this.look());
  }

  private async look(): Promise<void> {
    this.isLooking = true;
    try {
      while (this.hasNews && !this.stopping.signal.aborted) {
        this.hasNews = false;
        if (await this.planner.plan()) this.hasNews = true;
        await this.fill();
      }
      this.isHindered = false;
    } catch (error) {
      this.tellHindrance(error);
    } finally {
      this.isLooking = false;
    }
  }

  /** Once while it lasts. */
  private tellHindrance(error: unknown): void {
    if (this.isHindered) return;
    this.isHindered = true;
    const reason = hindranceOf(error)?.title;
    this.log.warn(reason === undefined ? { err: error } : { reason }, 'Webhooks could not be told of events.');
  }

  private async fill(): Promise<void> {
    while (this.working.size < MOST_LANES && !this.stopping.signal.aborted) {
      const owner = randomUUID();
      const lane = await claimLane(this.dataSource.manager, owner, this.clock.now(), this.busy());
      if (lane === undefined) return;
      this.begin(lane);
    }
  }

  private busy(): string[] {
    const lanes = [...this.working.values()].map(({ lane }) => lane.webhookId);
    return [...new Set(lanes)].filter((id) => lanes.filter((other) => other === id).length >= MOST_OF_ONE);
  }

  private begin(lane: Lane): void {
    const ended = this.worker
      .serve(lane, this.stopping.signal)
      .catch((error: unknown) => this.tellHindrance(error))
      .finally(() => {
        this.working.delete(lane.owner);
        this.wake();
      });
    this.working.set(lane.owner, { lane, ended });
  }
}
