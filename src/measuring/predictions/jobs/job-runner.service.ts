import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { outsideOfTransaction } from '../../../platform/database/ambient-transaction.js';
import { Config } from '../../../platform/config.js';
import { type Log, LOG } from '../../../platform/http/log.js';
import { Problem } from '../../../platform/http/problem.js';
import { type FaultDetails } from '../engine/engine-fault.js';
import { Engine, type EngineOutcome, type EngineRun } from '../engine/engine.service.js';
import { type Progress } from '../engine/engine-task.js';
import { JobOutcomes } from './job-outcomes.service.js';
import { type JobRow } from './job-response.js';
import { JobTasks, type PreparedTask } from './job-tasks.service.js';
import { PredictionFiles } from '../kept/prediction-files.service.js';
import { claimJob, findJobRow, findStrandedJobs, releaseJob, renewLease, touchStore } from './jobs.queries.js';

const POLL_MS = 1_000;
/** A job that ended three processes would end a fourth. */
const MOST_ATTEMPTS = 3;
/** A data folder that nobody has looked after for so long is gone. */
const SILENT_SECONDS = 15 * 60;

interface Running {
  run: EngineRun | null;
  progress: Progress;
  /** Set when the job is no longer this process's to finish. */
  isLost: boolean;
  ended: Promise<void>;
}

/** Takes jobs from the queue that all replicas share, and sees each to its end. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly owner = randomUUID();
  private readonly running = new Map<string, Running>();
  private timer: NodeJS.Timeout | null = null;
  private isBusy = false;
  private isStopping = false;
  private lastHousekeeping = 0;

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly engine: Engine,
    private readonly files: PredictionFiles,
    private readonly tasks: JobTasks,
    private readonly outcomes: JobOutcomes,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.files.isAvailable || !this.dataSource.isInitialized) return;
    this.timer = setInterval(() => this.wake(), POLL_MS).unref();
    this.wake();
  }

  /** Ends the engines and gives their jobs back at once, so that another replica need not wait for the lease. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    if (this.timer) clearInterval(this.timer);
    await Promise.all(
      [...this.running].map(async ([id, running]) => {
        running.isLost = true;
        running.run?.kill();
        await running.ended;
        await releaseJob(this.dataSource.manager, id, this.owner, false).catch(() => undefined);
      }),
    );
  }

  /** Looks for work now; a submission needs not wait for the next look. */
  wake(): void {
    if (this.isBusy || this.isStopping) return;
    this.isBusy = true;
    // What a request starts here goes on when the request's own transaction is over.
    void outsideOfTransaction(() => this.look())
      .catch((error: unknown) => this.log.warn({ err: error }, 'Prediction jobs could not be looked for.'))
      .finally(() => (this.isBusy = false));
  }

  /** Ends a job's engine in this process, if it runs here; another replica notices by itself. */
  drop(id: string): void {
    const running = this.running.get(id);
    if (!running) return;
    running.isLost = true;
    running.run?.kill();
  }

  private async look(): Promise<void> {
    const storeId = await this.files.storeId();
    await this.keepHouse(storeId);
    const { concurrency, leaseSeconds } = this.config.predictions;
    while (this.running.size < concurrency && !this.isStopping) {
      const job = await claimJob(this.dataSource.manager, this.owner, storeId, leaseSeconds);
      if (!job) return;
      this.start(job);
    }
  }

  private async keepHouse(storeId: string): Promise<void> {
    if (Date.now() - this.lastHousekeeping < 30_000) return;
    this.lastHousekeeping = Date.now();
    await touchStore(this.dataSource.manager, storeId);
    await this.files.sweep(async (id) => {
      const job = await findJobRow(this.dataSource.manager, id);
      return job?.status === 'queued' || job?.status === 'running';
    });
    for (const { id } of await findStrandedJobs(this.dataSource.manager, SILENT_SECONDS)) {
      const detail = 'The file lies in the data folder of a replica that has gone; submit it again.';
      await this.outcomes.fail(id, null, { code: 'SPOOL_UNREACHABLE', detail });
    }
  }

  private start(job: JobRow): void {
    const progress: Progress = { step: 'starting', rowsRead: 0, rowsTotal: null };
    const running: Running = { run: null, progress, isLost: false, ended: Promise.resolve() };
    this.running.set(job.id, running);
    running.ended = this.perform(job, running)
      .catch((error: unknown) => this.log.error({ err: error, job: job.id }, 'A prediction job could not be ended.'))
      .finally(() => {
        this.running.delete(job.id);
        this.wake();
      });
  }

  private async perform(job: JobRow, running: Running): Promise<void> {
    const heartbeat = setInterval(
      () => void this.renew(job.id, running),
      (this.config.predictions.leaseSeconds * 1000) / 5,
    );
    try {
      if (job.attempts > MOST_ATTEMPTS) return await this.fail(job, crashed());
      const prepared = await this.tasks.prepare(job);
      if (running.isLost) return;
      running.run = this.engine.run(prepared.task, (progress) => (running.progress = progress));
      const outcome = await running.run.outcome;
      if (!running.isLost) await this.conclude(job, prepared, outcome);
    } catch (error) {
      await this.fail(job, this.toFault(job, error));
    } finally {
      clearInterval(heartbeat);
      await this.files.dropWork(job.id);
    }
  }

  private async conclude(job: JobRow, prepared: PreparedTask, outcome: EngineOutcome): Promise<void> {
    if (outcome.kind === 'result') return this.outcomes.succeed(job, this.owner, prepared, outcome.result);
    if (outcome.kind === 'fault') return this.fail(job, outcome.fault);
    this.log.error({ job: job.id, attempt: job.attempts, reason: outcome.message }, 'The prediction engine failed.');
    if (outcome.kind === 'failure') return this.fail(job, internal());
    if (job.attempts >= MOST_ATTEMPTS) return this.fail(job, crashed());
    await releaseJob(this.dataSource.manager, job.id, this.owner, true);
  }

  private fail(job: JobRow, fault: FaultDetails): Promise<void> {
    return this.outcomes.fail(job.id, this.owner, fault);
  }

  /** A refusal on the way is the submitter's; anything else is logged and tried no further. */
  private toFault(job: JobRow, error: unknown): FaultDetails {
    if (error instanceof Problem && error.status === 404) return { code: 'TARGET_GONE', detail: error.detail };
    const details = (error as { details?: FaultDetails }).details;
    if (details?.code !== undefined) return details;
    this.log.error({ err: error, job: job.id }, 'A prediction job failed.');
    return internal();
  }

  private async renew(id: string, running: Running): Promise<void> {
    const { leaseSeconds } = this.config.predictions;
    const isOurs = await renewLease(this.dataSource.manager, id, this.owner, leaseSeconds, running.progress).catch(
      () => true,
    );
    if (!isOurs) this.drop(id);
  }
}

function internal(): FaultDetails {
  return { code: 'INTERNAL_ERROR', detail: 'Something went wrong on our side; the log of the service says what.' };
}

function crashed(): FaultDetails {
  return { code: 'ENGINE_CRASHED', detail: `The engine ended unexpectedly ${MOST_ATTEMPTS} times on this file.` };
}
