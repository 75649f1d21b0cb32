import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Counter } from 'prom-client';
import { type Log } from '../http/log.js';
import { hindranceOf } from '../http/unavailable.js';
import { outsideOfTransaction } from '../database/ambient-transaction.js';
import { outsideOfSpans } from '../telemetry/spans.js';
import { type Attempt, type Failure, type JobKind, type Outcome } from './job.kind.js';
import { type JobColumns, JOBS, type JobTable } from './job-table.js';
import {
  addJob,
  claimJob,
  type ClaimedJob,
  endJob,
  isOpenJob,
  lockOwnJob,
  releaseJob,
  renewLease,
} from './jobs.queries.js';
import { retryDelay } from './retry-delay.js';

type Again = Extract<Outcome, { status: 'again' }>;

const HINDERED_SECONDS = 5;
const LONGEST_POLL_MS = 60_000;
const POLL_MS = 1_000;
const SHORTEST_POLL_MS = 250;
/** A job that was there when so many processes ended may be why they did. */
const MOST_LAPSES = 10;
/** Signs of life in the time of a lease: some may fail, and the job is still held. */
const BEATS = 5;

/** An attempt that this process makes. */
interface Running {
  /** Written into the row; an attempt that finds another one there has lost the job. */
  owner: string;
  abort: AbortController;
  progress: JobColumns;
  ended: Promise<void>;
}

/** Does the jobs of one kind in this process: takes them from the queue that all replicas share, and sees each to its end. */
export class JobWorker {
  private readonly table: JobTable;
  private readonly running = new Map<string, Running>();
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();
  private isLooking = false;
  private hasNews = false;
  private isStopping = false;
  private isPlanned = false;
  /** Why jobs could not be looked for the last time. */
  private hindrance: string | undefined;

  constructor(
    private readonly kind: JobKind,
    private readonly dataSource: DataSource,
    private readonly log: Log,
    private readonly takenOver: Counter<'kind'>,
  ) {
    this.table = kind.table ?? JOBS;
  }

  start(): void {
    const { everySeconds } = this.kind;
    const quarter = Math.max(SHORTEST_POLL_MS, Math.min((everySeconds ?? 0) * 250, LONGEST_POLL_MS));
    this.timer = setInterval(() => this.wake(), everySeconds === undefined ? POLL_MS : quarter).unref();
    this.wake();
  }

  /** Ends what runs and gives it back at once, so that another replica need not wait for the lease. */
  async stop(): Promise<void> {
    this.isStopping = true;
    if (this.timer) clearInterval(this.timer);
    this.abortAll();
    // A look under way may still bring a job along.
    await this.looking;
    this.abortAll();
    await Promise.all([...this.running.values()].map(({ ended }) => ended));
  }

  /** Looks for work now; what was added need not wait for the next look. */
  wake(): void {
    if (this.timer === null || this.isStopping) return;
    this.hasNews = true;
    // What a request starts here goes on when the request's own transaction is over.
    if (!this.isLooking) this.looking = outsideOfTransaction(() => outsideOfSpans(() => this.look()));
  }

  /** Ends the attempt at a job that is no longer to be done, if it runs here; another replica notices by itself. */
  drop(id: string): boolean {
    const running = this.running.get(id);
    running?.abort.abort();
    return running !== undefined;
  }

  private abortAll(): void {
    for (const { abort } of this.running.values()) abort.abort();
  }

  private async look(): Promise<void> {
    this.isLooking = true;
    try {
      while (this.hasNews && !this.isStopping) {
        this.hasNews = false;
        await this.fill();
      }
      this.hindrance = undefined;
    } catch (error) {
      this.tellHindrance(error);
    } finally {
      this.isLooking = false;
    }
  }

  /** Once while it lasts: an outage may take hours, and there is a look every second. */
  private tellHindrance(error: unknown): void {
    const { code, title } = hindranceOf(error) ?? { code: 'unknown', title: undefined };
    if (code === this.hindrance) return;
    this.hindrance = code;
    const fields = { kind: this.kind.name, ...(title === undefined ? { err: error } : { reason: title }) };
    this.log.warn(fields, 'Jobs could not be looked for.');
  }

  private async fill(): Promise<void> {
    const { name: kind, limits, everySeconds = null, begun = {}, sharedBy = null } = this.kind;
    if (limits.concurrency === 0) return;
    const place = (await this.kind.place?.()) ?? null;
    if (everySeconds !== null) await this.plan(place);
    const claim = { table: this.table, kind, place, leaseSeconds: limits.leaseSeconds, everySeconds, begun, sharedBy };
    while (this.running.size < limits.concurrency) {
      const owner = randomUUID();
      const job = await claimJob(this.dataSource.manager, { ...claim, except: [...this.running.keys()] }, owner);
      if (!job) return;
      if (job.takenOver) this.tellTakenOver(job);
      this.begin(job, owner);
      if (this.isStopping) return;
    }
  }

  private tellTakenOver(job: ClaimedJob): void {
    this.takenOver.inc({ kind: this.kind.name });
    this.say('warn', job, undefined, 'A job was taken over: who worked at it gave no sign of life.');
  }

  /** Sees to the one job of a periodic kind and place; it is there for good once it was added. */
  private async plan(place: string | null): Promise<void> {
    if (this.isPlanned) return;
    const job = { id: uuidv7(), key: place ?? '', place: place ?? undefined };
    await addJob(this.dataSource.manager, this.kind.name, job);
    this.isPlanned = true;
  }

  private begin(job: ClaimedJob, owner: string): void {
    const running = { owner, abort: new AbortController(), progress: {}, ended: Promise.resolve() };
    this.running.set(job.id, running);
    running.ended = this.perform(job, running)
      .catch((error: unknown) => this.say('error', job, error, 'A job could not be ended.'))
      .finally(() => {
        this.running.delete(job.id);
        this.wake();
      });
  }

  private async perform(job: ClaimedJob, running: Running): Promise<void> {
    const beat = setInterval(() => void this.renew(job, running), (this.kind.limits.leaseSeconds * 1000) / BEATS);
    try {
      await this.conclude(job, running, await this.attempt(job, running)).catch((error: unknown) =>
        this.conclude(job, running, this.failed(job, { cause: 'threw', error })),
      );
    } finally {
      clearInterval(beat);
      await this.tidy(job, running);
    }
  }

  private async attempt(job: ClaimedJob, running: Running): Promise<Outcome> {
    if (job.lapses > MOST_LAPSES) return this.failed(job, { cause: 'lapsed', times: job.lapses });
    const attempt: Attempt = {
      id: job.id,
      number: job.attempts,
      payload: job.payload,
      signal: running.abort.signal,
      report: (progress) => (running.progress = progress),
    };
    try {
      return await this.kind.run(attempt);
    } catch (error) {
      return this.failed(job, { cause: 'threw', error });
    }
  }

  private async conclude(job: ClaimedJob, running: Running, outcome: Outcome): Promise<void> {
    const { owner, abort } = running;
    if (abort.signal.aborted) return;
    if (outcome.status === 'again') return this.retry(job, running, outcome);
    await this.dataSource.transaction(async (manager) => {
      if (!(await lockOwnJob(manager, this.table, job.id, owner))) return abort.abort();
      const isPeriodic = this.kind.everySeconds !== undefined;
      const columns = { ...(isPeriodic && { error: null }), ...(await outcome.record?.(manager)) };
      await endJob(manager, this.table, job.id, { status: outcome.status, isPeriodic, columns });
    });
  }

  private async retry(job: ClaimedJob, running: Running, { reason, waitSeconds }: Again): Promise<void> {
    const { limits } = this.kind;
    const failures = job.attempts - job.lapses;
    this.say('warn', job, undefined, `An attempt at a job failed: ${reason}`);
    if (waitSeconds === undefined && failures >= limits.attempts) {
      return this.conclude(job, running, this.failed(job, { cause: 'attempts', reason }));
    }
    const again =
      waitSeconds === undefined
        ? { counts: true, afterSeconds: retryDelay(limits.backoffSeconds, failures) }
        : { counts: false, afterSeconds: waitSeconds };
    await releaseJob(this.dataSource.manager, this.table, job.id, running.owner, again);
  }

  private failed(job: ClaimedJob, failure: Failure): Outcome {
    // What the database or the disk cannot do now says nothing about the job.
    const hindrance = failure.cause === 'threw' ? hindranceOf(failure.error) : undefined;
    if (hindrance) return { status: 'again', reason: hindrance.title, waitSeconds: HINDERED_SECONDS };
    if (this.kind.giveUp) return this.kind.giveUp({ id: job.id, number: job.attempts }, failure);
    if (failure.cause === 'threw') return { status: 'again', reason: String(failure.error) };
    const error = reasonOf(failure);
    return { status: 'failed', record: () => Promise.resolve({ error }) };
  }

  /** What an attempt leaves: its own things, and those of the job if it has ended. */
  private async tidy(job: ClaimedJob, { owner, abort }: Running): Promise<void> {
    const { manager } = this.dataSource;
    if (this.isStopping && abort.signal.aborted) {
      await releaseJob(manager, this.table, job.id, owner, { counts: false, afterSeconds: 0 }).catch(() => undefined);
    }
    await this.kind.afterAttempt?.({ id: job.id, number: job.attempts });
    if (this.kind.afterEnd && !(await isOpenJob(manager, this.table, job.id))) {
      await this.kind.afterEnd(job.id);
    }
  }

  private async renew({ id }: ClaimedJob, { owner, abort, progress }: Running): Promise<void> {
    const claim = { table: this.table, leaseSeconds: this.kind.limits.leaseSeconds };
    const isOurs = await renewLease(this.dataSource.manager, claim, id, owner, progress).catch(() => true);
    if (!isOurs) abort.abort();
  }

  private say(level: 'warn' | 'error', { id, attempts }: ClaimedJob, err: unknown, message: string): void {
    this.log[level]({ err, kind: this.kind.name, job: id, attempt: attempts }, message);
  }
}

function reasonOf(failure: Exclude<Failure, { cause: 'threw' }>): string {
  if (failure.cause === 'attempts') return failure.reason;
  if (failure.cause === 'lapsed') return `The process ended amid it ${failure.times} times.`;
  return 'No process can take it any more.';
}
