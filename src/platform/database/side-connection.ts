import { type Client } from 'pg';
import { type DataSource, type EntityManager } from 'typeorm';
import { DatabaseClient } from './database-client.js';
import { cutOff } from './session.js';

/** What reads by SQL alone: the manager of a transaction, or a connection beside the pool. */
export type SqlReader = Pick<EntityManager, 'query'>;

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 600_000;

/** A connection of its own for one long piece of reading, so that nothing of it waits in the pool, or is waited for there. */
export class SideConnection implements SqlReader {
  private constructor(private readonly client: Client) {}

  static open(dataSource: DataSource, purpose: string): Promise<SideConnection> {
    const { url, applicationName } = dataSource.options as { url: string; applicationName: string };
    return SideConnection.to(url, `${applicationName} ${purpose}`);
  }

  /** The same to the database of this URL, under this name. */
  static async to(url: string, applicationName: string): Promise<SideConnection> {
    const client = new DatabaseClient({
      connectionString: url,
      application_name: applicationName,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: STATEMENT_TIMEOUT_MS,
      keepAlive: true,
    });
    // A connection that breaks fails the statement under way, and each that follows.
    client.on('error', () => undefined);
    await client.connect();
    return new SideConnection(client);
  }

  async query<Rows>(text: string, values?: unknown[] | object): Promise<Rows> {
    const { rows } = await this.client.query(text, values as unknown[] | undefined);
    return rows as Rows;
  }

  onceClosed(callback: () => void): void {
    this.client.once('end', callback);
  }

  /** Fails the statement under way, though the other side answers nothing. */
  cutOff(): void {
    cutOff(this.client);
  }

  /** Ends it at once; a statement under way fails. */
  async close(): Promise<void> {
    await this.client.end();
  }
}
