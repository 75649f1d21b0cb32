import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Client } from 'pg';
import {
  assertHeader,
  type BackupEntry,
  BackupFault,
  type BackupHeader,
  isEnd,
  isSequence,
  isTable,
  readEntry,
} from './backup-file.js';
import { BATCH_ROWS, emptyTables, setSequence, writerOf } from './tables.queries.js';

/** Reads a backup to its end before anything is done with it. @throws {BackupFault} when it is no backup, or not a whole one */
export async function checkBackup(file: string): Promise<BackupHeader> {
  const hash = createHash('sha256');
  let header: BackupEntry | undefined;
  let end: BackupEntry | undefined;
  let rows = 0;
  for await (const line of linesOf(file)) {
    if (end !== undefined) throw new BackupFault('The file is damaged: it goes on after its end.');
    const entry = readEntry(line);
    if (header === undefined) assertHeader((header = entry));
    if (isEnd(entry)) end = entry;
    else hash.update(`${line}\n`);
    if (typeof entry === 'string') rows += 1;
  }
  assertHeader(header);
  if (end === undefined || !isEnd(end)) throw new BackupFault('The file is damaged: its end is missing.');
  if (end.rows !== rows || end.digest !== hash.digest('hex'))
    throw new BackupFault('The file is damaged: it does not have the digest that was written with it.');
  return header;
}

/** Puts the rows of a checked backup in the place of all rows, in one transaction; answers their number. */
export async function loadBackup(client: Client, file: string): Promise<number> {
  await client.query('BEGIN');
  try {
    // Triggers that number, date and refuse have done their work on these rows already.
    await client.query('SET LOCAL session_replication_role = replica');
    await emptyTables(client);
    const loader = new RowLoader(client);
    for await (const line of linesOf(file)) await loader.take(readEntry(line));
    await loader.flush();
    await client.query('COMMIT');
    return loader.rows;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

class RowLoader {
  rows = 0;
  private write: ((rows: string[]) => Promise<void>) | null = null;
  private batch: string[] = [];

  constructor(private readonly client: Client) {}

  async take(entry: BackupEntry): Promise<void> {
    if (typeof entry === 'string') {
      this.batch.push(entry);
      if (this.batch.length >= BATCH_ROWS) await this.flush();
      return;
    }
    await this.flush();
    if (isTable(entry)) this.write = await writerOf(this.client, entry);
    if (isSequence(entry)) await setSequence(this.client, entry);
  }

  async flush(): Promise<void> {
    if (this.batch.length > 0) await this.write!(this.batch);
    this.rows += this.batch.length;
    this.batch = [];
  }
}

/** Split at line feeds alone: texts may have other characters that readers of lines take for ends. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  pipeline(createReadStream(file), unpacked, () => undefined);
  let rest = '';
  try {
    for await (const chunk of unpacked.setEncoding('utf8')) {
      const lines = (rest + (chunk as string)).split('\n');
      rest = lines.pop()!;
      yield* lines;
    }
  } catch (error) {
    throw faultOf(error as NodeJS.ErrnoException, file);
  }
  if (rest !== '') yield rest;
}

function faultOf(error: NodeJS.ErrnoException, file: string): Error {
  if (error.code === 'ENOENT') return new BackupFault(`There is no file ${file}.`);
  if (error.code?.startsWith('Z_')) return new BackupFault('The file is no backup of Stagegate, or is damaged.');
  return error;
}
