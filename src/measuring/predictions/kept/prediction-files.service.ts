import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isStorageFull, storageFull } from '../../../platform/http/unavailable.js';
import { Config } from '../../../platform/config.js';
import { predictionsEmpty, predictionsTooLarge, predictionsUnavailable } from '../predictions.problems.js';

/** A file that has arrived, and what it is by content. */
export interface SpooledFile {
  bytes: number;
  digest: string;
}

/** Left by a process that ended between a file and its job; longer than any upload may take. */
const ORPHAN_MS = 3_600_000;

/** Prediction files in the data folder: those that wait for their job, those that are kept, and what a job writes. */
@Injectable()
export class PredictionFiles {
  private opened: Promise<string> | null = null;

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
  ) {}

  get isAvailable(): boolean {
    return this.config.dataDir !== null;
  }

  /** The id of the data folder; replicas that share the folder share the id. The folder is made when first asked for. */
  storeId(): Promise<string> {
    this.opened ??= this.open().catch((error: unknown) => {
      this.opened = null;
      throw error;
    });
    return this.opened;
  }

  incoming(jobId: string): string {
    return join(this.root, 'incoming', jobId);
  }

  stored(id: string): string {
    return join(this.root, 'stored', `${id}.parquet`);
  }

  /** An empty folder for one attempt at a job; the engine writes nowhere else until the result is kept. */
  async workFolder(jobId: string, attempt: number): Promise<string> {
    await this.dropWork(jobId, attempt);
    const folder = this.work(jobId, attempt);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  async dropWork(jobId: string, attempt: number): Promise<void> {
    await rm(this.work(jobId, attempt), { recursive: true, force: true });
  }

  async dropIncoming(jobId: string): Promise<void> {
    await rm(this.incoming(jobId), { force: true });
  }

  async isReadable(path: string): Promise<boolean> {
    return access(path, constants.R_OK).then(
      () => true,
      () => false,
    );
  }

  /** Writes a stream to a file, counting and digesting on the way; one that breaks off, is too large or empty leaves nothing. */
  async spool(path: string, content: Readable): Promise<SpooledFile> {
    try {
      return await this.write(path, content);
    } catch (error) {
      await rm(path, { force: true }).catch(() => undefined);
      throw isStorageFull(error) ? storageFull(error) : error;
    }
  }

  private async write(path: string, content: Readable): Promise<SpooledFile> {
    await this.storeId();
    const most = this.config.predictions.fileBytes;
    const hash = createHash('sha256');
    let bytes = 0;
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > most) throw predictionsTooLarge(most);
        hash.update(chunk);
        yield chunk;
      }
      if (bytes === 0) throw predictionsEmpty();
    }
    // Open before the stream may break: a stream that opens its file itself may do so after the file was removed.
    const file = await open(path, 'w', 0o600);
    try {
      await writeFile(file, counted());
    } finally {
      await file.close();
    }
    return { bytes, digest: `sha256:${hash.digest('hex')}` };
  }

  async digestOf(path: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return `sha256:${hash.digest('hex')}`;
  }

  /** Removes what jobs left that ended, and what belongs to none: an upload whose process ended before its job was queued. */
  async sweep(statusOf: (id: string) => Promise<'open' | 'ended' | 'unknown'>): Promise<void> {
    for (const folder of [join(this.root, 'incoming'), join(this.root, 'work')]) {
      for (const name of await readdir(folder)) {
        const path = join(folder, name);
        const status = await statusOf(name.split('.', 1)[0]!);
        if (status === 'ended' || (status === 'unknown' && (await isOld(path)))) {
          await rm(path, { recursive: true, force: true });
        }
      }
    }
  }

  /** Ids of the kept files in this folder. */
  async storedIds(): Promise<string[]> {
    const names = await readdir(join(this.root, 'stored'));
    return names.flatMap((name) => /^([0-9a-f-]{36})\.parquet$/.exec(name)?.[1] ?? []);
  }

  /** Removes kept files, and those of unknown origin that are no longer new. */
  async dropStored(ids: readonly string[], unknown: readonly string[]): Promise<void> {
    for (const id of ids) await rm(this.stored(id), { force: true });
    for (const id of unknown) if (await isOld(this.stored(id))) await rm(this.stored(id), { force: true });
  }

  private work(jobId: string, attempt: number): string {
    return join(this.root, 'work', `${jobId}.${attempt}`);
  }

  private get root(): string {
    if (this.config.dataDir === null) throw predictionsUnavailable();
    return join(this.config.dataDir, 'predictions');
  }

  private async open(): Promise<string> {
    for (const folder of ['incoming', 'stored', 'work']) {
      await mkdir(join(this.root, folder), { recursive: true, mode: 0o700 });
    }
    const file = join(this.root, 'store-id');
    // Replicas that open a new folder at once agree on whose id was first.
    await writeFile(file, randomUUID(), { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    const id = await readFile(file, 'utf8');
    await this.dataSource.query(
      `INSERT INTO prediction_stores (id, seen_at) VALUES ($1, date_trunc('milliseconds', clock_timestamp()))
       ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
      [id],
    );
    return id;
  }
}

async function isOld(path: string): Promise<boolean> {
  const file = await stat(path).catch(() => null);
  return file !== null && Date.now() - file.mtimeMs > ORPHAN_MS;
}
