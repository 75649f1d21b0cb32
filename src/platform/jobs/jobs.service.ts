import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Counter } from 'prom-client';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { outsideOfTransaction } from '../database/ambient-transaction.js';
import { type Log, LOG } from '../http/log.js';
import { type JobKind } from './job.kind.js';
import { type JobColumns, JOBS } from './job-table.js';
import { JobWorker } from './job-worker.service.js';
import { addJob, endJob, isOpenJob, isRoomFor, lockIdleJob, lockOpenJob, type NewJob } from './jobs.queries.js';

/** The one queue of work done off the request path: features register kinds of jobs, and add jobs. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnModuleDestroy {
  /** Jobs that this process took from one that fell silent. */
  readonly takenOver = new Counter({
    name: 'jobs_taken_over_total',
    help: 'Jobs that this process took over from one that gave no sign of life, by kind.',
    labelNames: ['kind'],
    registers: [],
  });
  private readonly workers = new Map<JobKind, JobWorker>();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Makes a kind known; its jobs are looked for once the service has started. */
  register(kind: JobKind): void {
    this.takenOver.inc({ kind: kind.name }, 0);
    this.workers.set(kind, new JobWorker(kind, this.dataSource, this.log, this.takenOver));
  }

  onApplicationBootstrap(): void {
    if (!this.dataSource.isInitialized) return;
    for (const worker of this.workers.values()) worker.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.workers.values()].map((worker) => worker.stop()));
  }

  /** Looks for jobs of a kind now, when one was added. */
  wake(kind: JobKind): void {
    this.workers.get(kind)?.wake();
  }

  hasRoom(kind: JobKind): Promise<boolean> {
    return isRoomFor(this.dataSource.manager, kind.table ?? JOBS, kind.name, kind.limits.queued);
  }

  /** Adds a job to the table that kinds share, in this transaction; null when one with its key is open. */
  async add(manager: EntityManager, kind: JobKind, job: Omit<NewJob, 'id'>): Promise<string | null> {
    const id = uuidv7();
    return (await addJob(manager, kind.name, { ...job, id })) ? id : null;
  }

  /** Cancels a job that has not ended, and writes with it what `record` writes; false when it has, or there is none. */
  async cancel(
    kind: JobKind,
    id: string,
    record: (manager: EntityManager) => Promise<JobColumns> = () => Promise.resolve({}),
  ): Promise<boolean> {
    const table = kind.table ?? JOBS;
    const isCancelled = await this.dataSource.transaction(async (manager) => {
      if (!(await lockOpenJob(manager, table, id))) return false;
      const columns = await record(manager);
      await endJob(manager, table, id, { status: 'cancelled', isPeriodic: false, columns });
      return true;
    });
    if (isCancelled) await this.leave(kind, id);
    return isCancelled;
  }

  /** Fails a job that no process will take any more. */
  async giveUpStranded(kind: JobKind, id: string): Promise<void> {
    const table = kind.table ?? JOBS;
    await this.dataSource.transaction(async (manager) => {
      if (!(await lockIdleJob(manager, table, id))) return;
      const outcome = kind.giveUp?.({ id, number: 0 }, { cause: 'stranded' });
      const columns = outcome && outcome.status !== 'again' ? await outcome.record?.(manager) : undefined;
      await endJob(manager, table, id, { status: 'failed', isPeriodic: false, columns: columns ?? {} });
    });
    await this.leave(kind, id);
  }

  /** Ends the attempt, if one runs here, which then tidies up; else that is done now, unless the end is not committed yet. */
  private async leave(kind: JobKind, id: string): Promise<void> {
    if (this.workers.get(kind)?.drop(id)) return;
    await outsideOfTransaction(async () => {
      if (!(await isOpenJob(this.dataSource.manager, kind.table ?? JOBS, id))) await kind.afterEnd?.(id);
    });
  }
}
