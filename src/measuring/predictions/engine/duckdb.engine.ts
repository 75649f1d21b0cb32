import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, version } from '@duckdb/node-api';
import { type EngineLimits } from './engine-task.js';
import { type SqlRow } from './groups.js';
import { PLAIN_TEXT_MACROS, WITHIN_UNIT_MACRO } from './plain-text.js';
import { type Ranked } from './metrics/ranked.js';
import { literal, literals } from './sql-text.js';

/** Part of a job's memory that is the engine's; the rest is for columns held outside of it. */
const ENGINE_SHARE = 0.6;
/** What may be spilled to disk, in multiples of the memory. */
const SPILL_FACTOR = 8;

/** DuckDB in memory, shut in: it reads the named files, writes into one folder, and neither loads nor fetches anything. */
export class Session {
  private constructor(
    private readonly connection: DuckDBConnection,
    readonly engine: string,
  ) {}

  static async open(limits: EngineLimits, files: readonly string[], folder: string): Promise<Session> {
    const megabytes = Math.floor(limits.memoryMegabytes * ENGINE_SHARE);
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(limits.threads),
      memory_limit: `${megabytes}MB`,
      temp_directory: join(folder, 'spill'),
      max_temp_directory_size: `${megabytes * SPILL_FACTOR}MB`,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
    });
    const session = new Session(await instance.connect(), `duckdb-${version().replace(/^v/, '')}`);
    await session.run('SET enable_progress_bar = true');
    await session.run('SET enable_progress_bar_print = false');
    await session.run(`SET TimeZone = 'UTC'`);
    for (const macro of [...PLAIN_TEXT_MACROS, WITHIN_UNIT_MACRO]) await session.run(macro);
    await session.run(`SET allowed_paths = [${literals(files)}]`);
    await session.run(`SET allowed_directories = [${literal(`${folder}/`)}]`);
    await session.run('SET enable_external_access = false');
    await session.run('SET lock_configuration = true');
    return session;
  }

  /** Rows that the running statement has read so far. */
  get rowsProcessed(): number {
    return Math.max(0, Number(this.connection.progress.rows_processed));
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  async rows(sql: string): Promise<SqlRow[]> {
    return (await this.connection.runAndReadAll(sql)).getRowObjectsJS();
  }

  /** The first row of a result that has one. */
  async row(sql: string): Promise<SqlRow> {
    const [row] = await this.rows(sql);
    if (row === undefined) throw new Error('The engine answered no row.');
    return row;
  }

  async find(sql: string): Promise<SqlRow | undefined> {
    return (await this.rows(sql))[0];
  }

  /** Numeric columns without nulls, read into arrays that the caller has made for as many rows. */
  async fill(sql: string, columns: readonly NumberArray[]): Promise<void> {
    const result = await this.connection.stream(sql);
    let filled = 0;
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      columns.forEach((column, index) => {
        const { items } = chunk.getColumnVector(index) as unknown as { items: NumberArray };
        column.set(items.subarray(0, chunk.rowCount), filled);
      });
      filled += chunk.rowCount;
    }
  }

  /** Texts of a column, some thousand at a time. */
  async *texts(sql: string): AsyncGenerator<string[]> {
    const result = await this.connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk.getColumnValues(0) as string[];
    }
  }

  /** A numeric expression over a table in ascending order, with the position of each row. */
  async ranked(expression: string, table: string, count: number): Promise<Ranked> {
    const ranked = { rows: new Uint32Array(count), values: new Float64Array(count) };
    const sql = `SELECT CAST(rowid AS UINTEGER), CAST(${expression} AS DOUBLE) AS value FROM ${table} ORDER BY value`;
    await this.fill(sql, [ranked.rows, ranked.values]);
    return ranked;
  }

  close(): void {
    this.connection.closeSync();
  }
}

export type NumberArray = Float64Array | Uint32Array | Uint8Array;
