import { type DataSource } from 'typeorm';
import { CommandDataSource } from '../../platform/database/command-data-source.js';
import { currentWork } from '../../platform/database/current-work.js';
import { SideConnection, type SqlReader } from '../../platform/database/side-connection.js';
import { settledSequence } from './settled.queries.js';

const POSITION = `SELECT (pg_current_wal_insert_lsn() - '0/0')::float8 AS position`;

/**
 * Reads what of the record is settled, apart from the pool. Only the primary knows what is; a replica that has all of it serves the
 * rest, and the primary again from the moment on that the replica fails: what is settled is the same at both.
 */
export class SettledReader implements SqlReader {
  private constructor(
    readonly settled: number,
    private readonly primary: SideConnection,
    private replica: SideConnection | null,
  ) {}

  static async open(dataSource: DataSource, purpose: string): Promise<SettledReader> {
    const primary = await SideConnection.open(dataSource, purpose);
    try {
      const settled = await settledSequence(primary);
      return new SettledReader(settled, primary, await replicaOf(dataSource, primary, purpose));
    } catch (error) {
      await primary.close();
      throw error;
    }
  }

  async query<Rows>(text: string, values?: unknown[] | object): Promise<Rows> {
    if (this.replica === null) return this.primary.query(text, values);
    try {
      return await this.replica.query(text, values);
    } catch {
      this.leaveReplica();
      return this.primary.query(text, values);
    }
  }

  async close(): Promise<void> {
    this.leaveReplica();
    await this.primary.close();
  }

  /** Without a farewell, which a replica that is gone without a word would not answer. */
  private leaveReplica(): void {
    this.replica?.cutOff();
    this.replica = null;
  }
}

/** A connection to a replica that has all that the primary has now; null where none may be read from. */
async function replicaOf(dataSource: DataSource, primary: SideConnection, purpose: string) {
  const replica = dataSource instanceof CommandDataSource ? dataSource.replica : null;
  const read = currentWork.getStore()?.replicaRead;
  if (!replica || !read || read.isGivenUp) return null;
  const [{ position }] = await primary.query<[{ position: number }]>(POSITION);
  return replica.open(read, position, purpose);
}
