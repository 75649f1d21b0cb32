import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Counter } from 'prom-client';
import { DataSource } from 'typeorm';
import { type Log, LOG } from '../../http/log.js';
import { CommandDataSource } from '../command-data-source.js';
import { PreparedReads } from '../prepared-reads.js';
import { connectApart, cutOff } from '../session.js';
import { steadyNow } from '../steady-clock.js';
import { type Hindrance, type Replica } from './replica.js';
import { type ReplicaRead, SERVED_BY } from './replica-read.js';

const LOOK_MS = 250;
/** A replica that takes longer to answer one row from memory counts as gone. */
const ANSWER_MS = 2_000;
const IDENTITY = `(SELECT s.system_identifier || '/' || current_database() FROM pg_control_system() s) AS identity`;
const PRIMARY = {
  name: 'replica-primary',
  text: `SELECT (pg_current_wal_insert_lsn() - '0/0')::float8 AS position, ${IDENTITY}`,
  lane: 'probes',
} as const;
const STANDBY = `SELECT pg_is_in_recovery() AS "isStandby", coalesce(pg_last_wal_replay_lsn() - '0/0', 0)::float8 AS position, ${IDENTITY}`;

interface Seen {
  position: number;
  identity: string;
}

/** Looks all the time how far the primary and its replica are, and says when the replica cannot be read from. */
@Injectable()
export class ReplicaWatch implements OnApplicationBootstrap, OnModuleDestroy {
  readonly reads = new Counter({
    name: 'database_replica_reads_total',
    help: 'Requests whose answer may lag, by what served them: the replica, or the primary and why.',
    labelNames: ['served_by'],
    registers: [],
  });
  readonly replica: Replica | null;
  private timer: NodeJS.Timeout | null = null;
  private isLooking = false;
  private client: Awaited<ReturnType<typeof connectApart>> | null = null;
  /** Which cluster and database the primary is; a standby of it says the same. */
  private identity: string | null = null;
  /** When the primary was as the replica is. */
  private heldAt = -Infinity;

  constructor(
    private readonly dataSource: DataSource,
    private readonly prepared: PreparedReads,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.replica = dataSource instanceof CommandDataSource ? dataSource.replica : null;
    if (this.replica) for (const by of SERVED_BY) this.reads.inc({ served_by: by }, 0);
  }

  onApplicationBootstrap(): void {
    if (this.replica) this.timer = setInterval(() => void this.look(this.replica!), LOOK_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
    this.leave();
  }

  /** Seconds since when the replica may lack what was acknowledged; null without a replica, and before that is known. */
  get lagSeconds(): number | null {
    return this.heldAt === -Infinity ? null : (steadyNow() - this.heldAt) / 1_000;
  }

  /** What keeps reads from the replica, in a sentence for operators; null when nothing does, or there is no replica. */
  get warning(): string | null {
    const hindrance = this.replica?.hindrance ?? null;
    return hindrance && this.sentence(hindrance);
  }

  count({ servedBy }: ReplicaRead): void {
    if (servedBy !== null) this.reads.inc({ served_by: servedBy });
  }

  private sentence(hindrance: Hindrance): string {
    const { maxLagSeconds } = this.replica!.options;
    return {
      away: 'The replica at DATABASE_READ_URL does not answer; the primary serves its reads.',
      foreign: 'DATABASE_READ_URL leads to no standby of this database; the primary serves its reads.',
      behind: `The replica at DATABASE_READ_URL is more than ${maxLagSeconds} s behind; the primary serves its reads.`,
    }[hindrance];
  }

  private async look(replica: Replica): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    try {
      await this.markPrimary(replica);
      this.follow(replica, await this.judge(replica));
    } finally {
      this.isLooking = false;
    }
  }

  /** A primary that does not answer leaves no mark, so that nothing passes for fresh. */
  private async markPrimary({ marks }: Replica): Promise<void> {
    const at = steadyNow();
    try {
      const [seen] = await this.prepared.query<Seen>(PRIMARY, []);
      this.identity = seen!.identity;
      marks.note({ at, position: seen!.position });
    } catch (error) {
      this.log.debug({ err: error }, 'The primary did not say how far it is.');
    }
  }

  private async judge(replica: Replica): Promise<Hindrance | null> {
    try {
      this.client ??= await this.connect(replica);
      const { rows } = await this.client.query<Seen & { isStandby: boolean }>(STANDBY);
      const { isStandby, identity, position } = rows[0]!;
      if (!isStandby || identity !== this.identity) return 'foreign';
      this.heldAt = Math.max(this.heldAt, replica.marks.timeOf(position));
      return steadyNow() - this.heldAt > replica.maxLagMs ? 'behind' : null;
    } catch (error) {
      this.log.debug({ err: error }, 'The replica did not say how far it is.');
      this.leave();
      return 'away';
    }
  }

  /** Without a farewell, which a replica that is gone without a word would not answer. */
  private leave(): void {
    if (this.client) cutOff(this.client);
    this.client = null;
  }

  private connect({ options }: Replica) {
    const patience = { connectionTimeoutMillis: ANSWER_MS, query_timeout: ANSWER_MS };
    return connectApart(this.dataSource, 'replica watch', { connectionString: options.url, ...patience });
  }

  private follow(replica: Replica, hindrance: Hindrance | null): void {
    const { hindrance: before } = replica;
    replica.hindrance = hindrance;
    if (hindrance === before) return;
    if (hindrance === 'away') replica.cutOff();
    if (hindrance === null) this.log.info('The replica at DATABASE_READ_URL serves reads that may lag.');
    else this.log.warn(this.sentence(hindrance));
  }
}
