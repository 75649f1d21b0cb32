import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../../../platform/config.js';
import { Turnstile } from '../../../platform/jobs/turnstile.js';
import { PredictionFiles } from '../kept/prediction-files.service.js';
import { submissionRefused } from '../predictions.problems.js';
import { readQueueLoad } from './prediction-jobs.queries.js';
import { findExcess, plus, type QueueLoad } from './queue-bounds.js';

/** Whoever adds a job holds it to the commit, so that each sees the jobs of those before. */
const QUEUE_LOCK = 7_305_118_223;

const ONE_JOB: QueueLoad = { uploads: 0, jobs: 1, bytes: 0 };

interface Upload {
  subject: string;
  bytes: number;
}

/** Places in the queue and on the disk; an upload takes those of its job before a byte of it is read. */
@Injectable()
export class QueuePlaces {
  /** Under way in this process, by the id of the job to be. */
  private readonly uploads = new Map<string, Upload>();
  /** One is let in at a time, or two would count neither each other nor what both leave room for. */
  private readonly entrance = new Turnstile(1);

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly files: PredictionFiles,
  ) {}

  /** Whether this replica has a place for files at all. */
  get isAvailable(): boolean {
    return this.files.isAvailable;
  }

  /** The data folder whose files are counted. */
  storeId(): Promise<string> {
    return this.files.storeId();
  }

  /** Takes the places of an upload until it leaves. A length that nobody states counts as the longest. @throws {Problem} 429 */
  async take(jobId: string, subject: string, statedBytes: number | null): Promise<void> {
    const { fileBytes } = this.config.predictions;
    const bytes = Math.min(statedBytes ?? fileBytes, fileBytes);
    await this.ask(subject, { uploads: 1, jobs: 1, bytes }, () => this.uploads.set(jobId, { subject, bytes }));
  }

  /** Whether another job of this subject may wait, besides the uploads that have their places. @throws {Problem} 429 */
  async askForJob(subject: string): Promise<void> {
    await this.ask(subject, ONE_JOB, () => undefined);
  }

  leave(jobId: string): void {
    this.uploads.delete(jobId);
  }

  /** Makes those who add jobs queue up, until this transaction ends. */
  async lock(manager: EntityManager): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [QUEUE_LOCK]);
  }

  /** Holds the jobs of all replicas to the bounds, those of this transaction included. @throws {Problem} 429 */
  async holdBounds(manager: EntityManager, subject: string, storeId: string): Promise<void> {
    const excess = findExcess(await readQueueLoad(manager, { subject, storeId }, []), this.config.predictions);
    if (excess) throw submissionRefused(excess);
  }

  private async ask(subject: string, more: QueueLoad, admit: () => void): Promise<void> {
    const storeId = await this.files.storeId();
    const leave = await this.entrance.enter();
    try {
      const here = [...this.uploads.keys()];
      const { all, own } = await readQueueLoad(this.dataSource.manager, { subject, storeId }, here);
      const mine = [...this.uploads.values()].filter((upload) => upload.subject === subject);
      const loads = {
        all: [...this.uploads.values()].map(loadOf).reduce(plus, plus(all, more)),
        own: mine.map(loadOf).reduce(plus, plus(own, more)),
      };
      const excess = findExcess(loads, this.config.predictions);
      if (excess) throw submissionRefused(excess);
      admit();
    } finally {
      leave();
    }
  }
}

function loadOf({ bytes }: Upload): QueueLoad {
  return { uploads: 1, jobs: 1, bytes };
}
