import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../platform/config.js';
import { predictionsEmpty, predictionsTooLarge, predictionsUnavailable } from '../predictions.problems.js';

/** A file that has arrived, and what it is by content. */
export interface SpooledFile {
  id: string;
  bytes: number;
  digest: string;
}

/** Left by a process that ended between a file and its job. */
const ORPHAN_MS = 24 * 3_600_000;

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
  async workFolder(jobId: string): Promise<string> {
    const folder = join(this.root, 'work', jobId);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  async dropWork(jobId: string): Promise<void> {
    await rm(join(this.root, 'work', jobId), { recursive: true, force: true });
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

  /** Writes a stream to the incoming folder, counting and digesting on the way; too large or empty a one leaves nothing. */
  async spool(id: string, content: Readable): Promise<SpooledFile> {
    await this.storeId();
    const most = this.config.predictions.fileBytes;
    const hash = createHash('sha256');
    let bytes = 0;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        if (bytes > most) return done(predictionsTooLarge(most));
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(content, count, createWriteStream(this.incoming(id), { mode: 0o600, flags: 'w' }));
      if (bytes === 0) throw predictionsEmpty();
    } catch (error) {
      await this.dropIncoming(id);
      throw error;
    }
    return { id, bytes, digest: `sha256:${hash.digest('hex')}` };
  }

  async digestOf(path: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return `sha256:${hash.digest('hex')}`;
  }

  /** Removes what no open job has: an upload whose request never came to its end, a folder of a process that was killed. */
  async sweep(hasJob: (id: string) => Promise<boolean>): Promise<void> {
    for (const id of await readdir(join(this.root, 'incoming'))) {
      if ((await isOld(this.incoming(id))) && !(await hasJob(id))) await this.dropIncoming(id);
    }
    for (const id of await readdir(join(this.root, 'work'))) {
      if ((await isOld(join(this.root, 'work', id))) && !(await hasJob(id))) await this.dropWork(id);
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
