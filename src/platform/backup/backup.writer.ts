import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Client } from 'pg';
import { BACKUP_FORMAT, type BackupEntry, BackupFault, toLine } from './backup-file.js';
import { readRows, readSequences, readTables } from './tables.queries.js';

export interface BackupSource {
  release: string;
  migrations: string[];
  /** Texts of the data folder that go along, by name. */
  files: Record<string, string>;
}

/**
 * Writes one moment of the registry to a file that only its owner can read, while the service goes on; answers the number of rows.
 * The file has its name once it is whole. @throws {BackupFault} when there is a file of that name
 */
export async function writeBackup(client: Client, file: string, source: BackupSource): Promise<number> {
  if (existsSync(file)) throw new BackupFault(`${file} is there already; a backup does not overwrite another.`);
  const draft = `${file}.partial-${process.pid}`;
  try {
    const rows = await writeDraft(client, draft, source);
    renameSync(draft, file);
    return rows;
  } finally {
    rmSync(draft, { force: true });
  }
}

async function writeDraft(client: Client, draft: string, source: BackupSource): Promise<number> {
  const lines = new LineWriter(draft);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  try {
    const { rows } = await client.query<{ now: Date }>('SELECT now()');
    await lines.write({ format: BACKUP_FORMAT, takenAt: rows[0]!.now.toISOString(), ...source });
    const written = await writeTables(client, lines);
    // After the rows: a number that one of them has was given out before.
    for (const sequence of await readSequences(client)) await lines.write(sequence);
    await lines.end(written);
    return written;
  } finally {
    lines.destroy();
    await client.query('ROLLBACK');
  }
}

async function writeTables(client: Client, lines: LineWriter): Promise<number> {
  let written = 0;
  for (const table of await readTables(client)) {
    await lines.write(table);
    for await (const rows of readRows(client, table)) {
      for (const row of rows) await lines.write(row);
      written += rows.length;
    }
  }
  return written;
}

/** Lines on their way into a compressed file, and a digest of them. */
class LineWriter {
  private readonly hash = createHash('sha256');
  private readonly gzip = createGzip();
  private readonly stream;

  constructor(path: string) {
    this.stream = createWriteStream(path, { fd: openSync(path, 'wx', 0o600), flush: true });
    this.stream.on('error', (error) => this.gzip.destroy(error));
    this.gzip.on('error', () => undefined).pipe(this.stream);
  }

  async write(entry: BackupEntry): Promise<void> {
    const line = toLine(entry);
    this.hash.update(line);
    if (!this.gzip.write(line)) await once(this.gzip, 'drain');
  }

  async end(rows: number): Promise<void> {
    this.gzip.end(toLine({ rows, digest: this.hash.digest('hex') }));
    await finished(this.stream);
  }

  destroy(): void {
    this.gzip.destroy();
    this.stream.destroy();
  }
}
