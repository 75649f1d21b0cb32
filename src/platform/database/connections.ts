import { type Pool, type PoolClient } from 'pg';
import { type Lane, type Work } from './current-work.js';
import { callerLeft, modelBusy, serviceBusy } from '../http/unavailable.js';
import { cutOff } from './session.js';
import { steadyNow } from './steady-clock.js';
import { type Refusal, Shares } from './shares.js';

/** Beside the connections that are configured: one for rollbacks, and one for work that no request waits for. */
export const KEPT_CONNECTIONS = 2;

/** What is asked of a connection: for whom, and until when it is waited for. */
export type Asked = { lane: Lane } & Partial<Pick<Work, 'about' | 'signal'>>;

type Leave = () => void;

/** How requests share out connections. Each lane has a quarter for itself, and changes of one model half of what changes may use. */
function sharesOf(poolSize: number): Shares<Lane> {
  const quarter = Math.max(1, Math.floor(poolSize / 4));
  const shared = poolSize - 2 * quarter;
  return new Shares<Lane>({
    shared,
    own: { reads: quarter, writes: quarter, rollbacks: 1, background: 1 },
    aboutOneThing: Math.max(1, Math.floor((quarter + shared) / 2)),
  });
}

/** Gives out the connections of a pool by lanes, and knows when the database answered last. */
export class Connections {
  /** Every open connection, with the time of its last answer. */
  private readonly answeredAt = new Map<PoolClient, number>();
  private trustedSince = -Infinity;
  private shares: Shares<Lane>;
  /** Statements that ask for the lock of a model and have no answer yet. */
  waitingForLocks = 0;
  /** When the database last answered anything, by the clock of this process. */
  lastAnswerAt = steadyNow();

  constructor(
    private pool: Pool,
    private readonly poolSize: number,
    private readonly waitMs: number,
  ) {
    this.shares = sharesOf(poolSize);
    this.listen(pool);
  }

  get open(): number {
    return this.pool.totalCount;
  }

  get idle(): number {
    return this.pool.idleCount;
  }

  /** Requests without a connection. */
  get waiting(): number {
    return this.shares.waiting;
  }

  /** Requests that wait for others about the same model. */
  get waitingForModels(): number {
    return this.shares.waitingForOneThing;
  }

  /** A connection and what gives it back. @throws {Problem} 503 MODEL_BUSY or SERVICE_BUSY when none was free in time */
  async obtain(asked: Asked): Promise<[PoolClient, (error?: Error) => void]> {
    const leave = await this.enter(asked);
    try {
      const client = await this.connect();
      const giveBack = (error?: Error) => {
        client.release(error);
        leave();
      };
      return [client, giveBack];
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** What has not answered since this time, by the clock of this process, is not used again: another connection of its age was dead. */
  distrust(since: number): void {
    this.trustedSince = Math.max(this.trustedSince, since);
  }

  /** Drops every connection, whatever it waits for, and goes on with this pool. */
  replace(pool: Pool): void {
    const old = [...this.answeredAt.keys()];
    this.answeredAt.clear();
    this.pool = pool;
    this.shares = sharesOf(this.poolSize);
    this.listen(pool);
    for (const client of old) cutOff(client);
  }

  private async connect(): Promise<PoolClient> {
    for (;;) {
      const client = await this.pool.connect();
      if (this.answeredAt.get(client)! >= this.trustedSince) return client;
      cutOff(client);
      client.release(true);
    }
  }

  private enter({ lane, about, signal }: Asked): Promise<Leave> {
    return new Promise((resolve, reject) => {
      let giveUp: () => Refusal = () => 'of all';
      const end = (reason: () => Error) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        reject(reason());
      };
      const abort = () => {
        giveUp();
        end(callerLeft);
      };
      const timer = setTimeout(() => {
        const refusal = giveUp();
        end(() => (refusal === 'of all' ? serviceBusy() : modelBusy()));
      }, this.waitMs);
      if (signal?.aborted) return abort();
      signal?.addEventListener('abort', abort);
      giveUp = this.shares.enter({ lane, about }, (leave) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        resolve(leave);
      });
    });
  }

  private listen(pool: Pool): void {
    pool.on('acquire', (client) => {
      if (this.answeredAt.has(client)) return;
      const answered = () => {
        this.lastAnswerAt = steadyNow();
        if (this.pool === pool) this.answeredAt.set(client, this.lastAnswerAt);
      };
      this.answeredAt.set(client, steadyNow());
      (client as unknown as { connection: NodeJS.EventEmitter }).connection.on('readyForQuery', answered);
    });
    pool.on('remove', (client) => this.answeredAt.delete(client));
  }
}
