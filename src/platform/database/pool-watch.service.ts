import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Log, LOG } from '../http/log.js';
import { CommandDataSource } from './command-data-source.js';
import { type Connections } from './connections.js';
import { PreparedReads } from './prepared-reads.js';
import { steadyNow } from './steady-clock.js';
import { judgePool, type PoolVerdict } from './stuck-pool.js';

const LOOK_MS = 1_000;
const GRACE_MS = 2_000;
const ANYTHING = { name: 'probe-anything', text: 'SELECT 1', lane: 'probes' } as const;

/**
 * Notices when no connection of the pool answers any more though the database does, as after a failover that closed nothing,
 * and opens the pool anew.
 */
@Injectable()
export class PoolWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private isLooking = false;
  private reopenedAt: number | null = null;
  private verdict: PoolVerdict = 'works';
  /** How often the pool was opened anew. */
  reopened = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly reads: PreparedReads,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.connections) this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  get connections(): Connections | null {
    return this.dataSource instanceof CommandDataSource ? this.dataSource.connections : null;
  }

  /** Whether requests wait for connections that do not answer. */
  get isStuck(): boolean {
    return this.verdict !== 'works';
  }

  /** Whether new connections did not help, though the database answers. */
  get isBeyondHelp(): boolean {
    return this.verdict === 'restart';
  }

  /** When the database last answered anything, in milliseconds since 1970. */
  get lastAnswerAt(): number {
    return Math.max(this.reads.lastAnswerAt, this.connections?.lastAnswerAt ?? 0);
  }

  private async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    try {
      const verdict = this.judge();
      // A database that answers nobody is down, and new connections would not help.
      this.verdict = verdict === 'works' || (await this.answersElsewhere()) ? verdict : 'works';
      if (this.verdict === 'reopen') await this.reopen();
      // A caller who is told to go elsewhere stops asking, and would not learn that it works again.
      if (this.verdict === 'restart') await this.dataSource.query(ANYTHING.text);
    } catch (error) {
      this.log.warn({ err: error }, 'The connections to the database do not answer, new ones neither.');
    } finally {
      this.isLooking = false;
    }
  }

  private judge(): PoolVerdict {
    const { waiting, lastAnswerAt } = this.connections!;
    const { lockSeconds, statementSeconds } = (this.dataSource as CommandDataSource).session.limits!;
    return judgePool({
      isAwaited: waiting > 0 || this.isBeyondHelp,
      silentMs: steadyNow() - lastAnswerAt,
      reopenedMs: this.reopenedAt === null ? null : steadyNow() - this.reopenedAt,
      stuckAfterMs: Math.max(lockSeconds * 1000 + GRACE_MS, statementSeconds * 500),
    });
  }

  private async answersElsewhere(): Promise<boolean> {
    return this.reads.query(ANYTHING, []).then(
      () => true,
      () => false,
    );
  }

  private async reopen(): Promise<void> {
    // Connections that cannot even be opened do not help either.
    this.reopenedAt = steadyNow();
    await (this.dataSource as CommandDataSource).reopenPool();
    this.reopened += 1;
    this.log.warn('No connection to the database answered, though it did elsewhere; all were opened anew.');
  }
}
