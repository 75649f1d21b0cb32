import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Client, type QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { CommandDataSource } from './command-data-source.js';
import { connectApart, cutOff, isOverdue, type SessionOptions } from './session.js';
import { asStatement } from './statement-spans.js';
import { steadyNow } from './steady-clock.js';

/** A read that is prepared once per connection; its name must be unique in the program. */
export interface PreparedRead {
  name: string;
  text: string;
  /** Reads of a lane of their own wait for no others: every request asks for its token, whatever it asks for besides. */
  lane?: Lane;
}

export type Lane = 'resources' | 'tokens' | 'probes';

/** Two connections keep the database's two sides busy; each carries as many reads at once as arrive. */
const LANES: Readonly<Record<Lane, number>> = { resources: 2, tokens: 1, probes: 1 };
/** Reads here touch a row or a few; one that takes longer holds up all behind it. */
const STATEMENT_MS = 3_000;
const LOCK_MS = 2_000;
const ANSWER_MS = 5_000;

/**
 * The few hot reads, pipelined over connections of their own: no wait for a free connection and no round trip between
 * reads, which a pool has. Only single statements outside transactions belong here, and none that can be slow.
 */
@Injectable()
export class PreparedReads implements OnApplicationShutdown {
  private readonly lanes = new Map<string, Promise<Client>>();
  /** Every open connection, with the time of its last answer. */
  private readonly answeredAt = new Map<Client, number>();
  private turn = 0;
  private isClosed = false;
  /** When a lane last answered, by the clock of this process. */
  lastAnswerAt = steadyNow();

  constructor(private readonly dataSource: DataSource) {}

  async query<Row extends QueryResultRow>(read: PreparedRead, values: unknown[]): Promise<Row[]> {
    const { name, text, lane = 'resources' } = read;
    const client = await this.nextLane(lane);
    const askedAt = steadyNow();
    try {
      const ask = () => client.query<Row>({ ...(!this.isPooled && { name }), text, values });
      const { rows } = await asStatement(text, ask);
      this.lastAnswerAt = steadyNow();
      this.answeredAt.set(client, this.lastAnswerAt);
      return rows;
    } catch (error) {
      if (isOverdue(error)) this.distrust(askedAt);
      throw error;
    }
  }

  /** After the last request was answered, which the hooks before this one do not wait for. */
  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.lanes.values()].map(async (lane) => (await lane.catch(() => null))?.end()));
  }

  /** After a failover that closed nothing all connections are dead at once, so that not each has to be found out by a caller. */
  private distrust(since: number): void {
    for (const [client, answeredAt] of this.answeredAt) if (answeredAt < since) cutOff(client);
    if (this.dataSource instanceof CommandDataSource) this.dataSource.connections?.distrust(since);
  }

  /** A pooler gives each statement another session, which has not seen what was prepared in the last one. */
  private get isPooled(): boolean {
    return this.session.isPooled === true;
  }

  private get session(): SessionOptions {
    return this.dataSource instanceof CommandDataSource ? this.dataSource.session : {};
  }

  private nextLane(lane: Lane): Promise<Client> {
    if (this.isClosed) throw new Error('The service is shutting down.');
    this.turn = (this.turn + 1) % LANES[lane];
    const place = `${lane} ${this.turn}`;
    return this.lanes.get(place) ?? this.open(place);
  }

  /** A lane whose connection broke is opened anew by the next read; the reads it carried fail. */
  private open(place: string): Promise<Client> {
    const opened = this.connect();
    this.lanes.set(place, opened);
    const forget = (): void => void (this.lanes.get(place) === opened && this.lanes.delete(place));
    const watch = (client: Client) => {
      const close = () => {
        forget();
        this.answeredAt.delete(client);
      };
      this.answeredAt.set(client, steadyNow());
      client.once('error', close).once('end', close);
    };
    opened.then(watch, forget);
    return opened;
  }

  private connect(): Promise<Client> {
    return connectApart(this.dataSource, 'reads', {
      pipeline: true,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      ...(!this.isPooled && { statement_timeout: STATEMENT_MS, lock_timeout: LOCK_MS }),
    });
  }
}
