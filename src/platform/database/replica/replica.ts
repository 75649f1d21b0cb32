import { setTimeout as sleep } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { type ReplicaOptions } from '../../config/database.js';
import { cutOff } from '../session.js';
import { SideConnection } from '../side-connection.js';
import { steadyNow } from '../steady-clock.js';
import { Marks } from './marks.js';
import { ReplicaRead } from './replica-read.js';

/** Why no read goes there: nothing answers, what answers is no standby of the database, or it is too far behind. */
export type Hindrance = 'away' | 'foreign' | 'behind';

interface Standby {
  isStandby: boolean;
  /** How far it has replayed the log of its primary. */
  position: number;
}

const STANDBY = `SELECT pg_is_in_recovery() AS "isStandby", coalesce(pg_last_wal_replay_lsn() - '0/0', 0)::float8 AS position`;
const NONE: Standby = { isStandby: false, position: 0 };
/** For a connection to be free or to open: the primary has some as well. */
const CONNECT_MS = 2_000;
const REACH_MS = 2_000;
const BETWEEN_LOOKS_MS = 50;

/**
 * A standby for the reads that may lag. How far it is behind is asked of the very connection that is lent, so that a name which
 * leads to several standbys serves as well.
 */
export class Replica {
  readonly marks = new Marks();
  readonly maxLagMs: number;
  /** As it was seen last; nothing is read there before that. */
  hindrance: Hindrance | null = 'away';
  private readonly pool: Pool;
  private readonly clients = new Set<PoolClient>();
  private readonly apart = new Set<SideConnection>();

  constructor(
    readonly options: ReplicaOptions,
    private readonly session: PoolConfig,
  ) {
    this.maxLagMs = options.maxLagSeconds * 1_000;
    this.pool = new Pool({ ...session, connectionString: options.url, connectionTimeoutMillis: CONNECT_MS });
    // A connection that breaks is not used again, and fails what it was lent for; without listeners it would end the process.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => this.clients.add(client.on('error', () => undefined)));
    this.pool.on('remove', (client) => this.clients.delete(client));
  }

  /** A read that may lag. `needed` is the position that the replica must have reached for it. */
  begin(needed: number): ReplicaRead {
    const read = new ReplicaRead(needed);
    if (this.hindrance === null) return read;
    return read.giveUp(this.hindrance === 'behind' ? 'primary_behind' : 'primary_away');
  }

  /** A connection for a part of a read, and what gives it back; null when the read goes on at the primary. */
  async lend(read: ReplicaRead): Promise<[PoolClient, (error?: Error) => void] | null> {
    const client = await this.pool.connect().catch(() => null);
    if (client === null) return read.giveUp('primary_away') && null;
    try {
      const { rows } = await client.query<Standby>(STANDBY);
      if (this.judge(read, rows[0]!)) return [client, (error) => client.release(error)];
      client.release();
    } catch (error) {
      client.release(error as Error);
      read.giveUp('primary_away');
    }
    return null;
  }

  /**
   * A connection beside the pool that has the log up to a position; null when it does not get there in a moment, and the read
   * goes on at the primary.
   */
  async open(read: ReplicaRead, needed: number, purpose: string): Promise<SideConnection | null> {
    const connection = await SideConnection.to(this.options.url, `${this.session.application_name} ${purpose}`).catch(
      () => null,
    );
    if (connection === null) return read.giveUp('primary_away') && null;
    this.apart.add(connection);
    connection.onceClosed(() => this.apart.delete(connection));
    const standby = await this.reach(connection, needed).catch(() => NONE);
    if (this.judge(read, standby, needed)) return connection;
    connection.cutOff();
    return null;
  }

  /** Fails what waits for a replica that does not answer, so that it is asked of the primary. */
  cutOff(): void {
    for (const client of this.clients) cutOff(client);
    for (const connection of this.apart) connection.cutOff();
  }

  async close(): Promise<void> {
    this.cutOff();
    await this.pool.end();
  }

  /** Waits a moment for the replica to reach a position. */
  private async reach(connection: SideConnection, needed: number): Promise<Standby> {
    for (const end = steadyNow() + REACH_MS; ; await sleep(BETWEEN_LOOKS_MS)) {
      const [standby] = await connection.query<[Standby]>(STANDBY);
      if (!standby.isStandby || standby.position >= needed || steadyNow() > end) return standby;
    }
  }

  /** Whether the read may be served from this state; noted in the read either way. */
  private judge(read: ReplicaRead, { isStandby, position }: Standby, needed = read.needed): boolean {
    const lagMs = steadyNow() - this.marks.timeOf(position);
    if (!isStandby) read.giveUp('primary_away');
    else if (lagMs > this.maxLagMs) read.giveUp('primary_behind');
    else if (position < read.needed) read.giveUp('primary_own_change');
    else if (position < needed) read.giveUp('primary_behind');
    else read.took(lagMs);
    return !read.isGivenUp;
  }
}
