import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client, type QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';

/** A read that is prepared once per connection; its name must be unique in the program. */
export interface PreparedRead {
  name: string;
  text: string;
}

/** Two connections keep the database's two sides busy; each carries as many reads at once as arrive. */
const LANES = 2;
const CONNECT_TIMEOUT_MS = 5_000;
const QUERY_TIMEOUT_MS = 10_000;

/**
 * The few hot reads, pipelined over connections of their own: no wait for a free connection and no round trip between
 * reads, which a pool has. Only single statements outside transactions belong here.
 */
@Injectable()
export class PreparedReads implements OnApplicationShutdown {
  private readonly lanes: (Promise<Client> | null)[] = new Array<null>(LANES).fill(null);
  private turn = 0;
  private isClosed = false;

  constructor(private readonly dataSource: DataSource) {}

  async query<Row extends QueryResultRow>(read: PreparedRead, values: unknown[]): Promise<Row[]> {
    const client = await this.nextLane();
    const { rows } = await client.query<Row>({ ...read, values });
    return rows;
  }

  /** After the last request was answered, which the hooks before this one do not wait for. */
  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.lanes.map(async (lane) => (await lane?.catch(() => null))?.end()));
  }

  private nextLane(): Promise<Client> {
    if (this.isClosed) throw new Error('The service is shutting down.');
    this.turn = (this.turn + 1) % LANES;
    return (this.lanes[this.turn] ??= this.connect(this.turn));
  }

  /** A lane whose connection broke is opened anew by the next read; the reads it carried fail. */
  private async connect(lane: number): Promise<Client> {
    const { url, applicationName } = this.dataSource.options as { url: string; applicationName: string };
    const client = new Client({
      connectionString: url,
      application_name: `${applicationName} reads`,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      keepAlive: true,
      pipeline: true,
    });
    const forget = (): void => {
      this.lanes[lane] = null;
    };
    client.on('error', forget);
    client.on('end', forget);
    try {
      await client.connect();
      return client;
    } catch (error) {
      forget();
      throw error;
    }
  }
}
