import { type EntityManager } from 'typeorm';
import { type JobColumns, type JobTable } from './job-table.js';

/** What bounds the jobs of a kind. */
export interface JobLimits {
  /** Jobs that this process does at once; 0 leaves them to other replicas. */
  concurrency: number;
  /** How many jobs may be open; whoever adds one asks first whether there is room. */
  queued: number;
  /** How often a job is attempted at most; attempts that ended with their process are counted separately. */
  attempts: number;
  /** Pause after the first attempt that failed; each further one doubles it. */
  backoffSeconds: number;
  /** How long a job stays its process's own after the last sign of life. */
  leaseSeconds: number;
}

/** A job in the hands of this process. */
export interface Attempt<Payload = unknown> {
  readonly id: string;
  /** How often the job was begun, this time included. */
  readonly number: number;
  /** What the job was added with; nothing for a kind with a table of its own, whose rows say it. */
  readonly payload: Payload;
  /** Aborted when the job was cancelled or taken over, or the process stops: nothing of this attempt counts any more. */
  readonly signal: AbortSignal;
  /** Says how far it is; written with the next sign of life. */
  report(progress: JobColumns): void;
}

/** What an attempt comes to. A process that lost the job meanwhile records nothing of it. */
export type Outcome =
  /** With `waitSeconds` nothing is wrong with the job: it waits for so long, and the attempt does not count. */
  | { status: 'again'; reason: string; waitSeconds?: number }
  | {
      status: 'succeeded' | 'failed';
      /** Writes what came of it, in the transaction that ends the job; answers what the job's own row says of it. */
      record?: (manager: EntityManager) => Promise<JobColumns>;
    };

/** Why a job ends without an outcome of its own. */
export type Failure =
  | { cause: 'threw'; error: unknown }
  | { cause: 'attempts'; reason: string }
  /** Every process that worked on it ended before the job did; whether the job was why, nobody knows. */
  | { cause: 'lapsed'; times: number }
  | { cause: 'stranded' };

/** A kind of work done off the request path. A feature says what it is, and registers it with `Jobs`. */
export interface JobKind<Payload = unknown> {
  /** Stands in the rows, which outlive a release: it never changes. */
  readonly name: string;
  readonly limits: JobLimits;
  /** The table that holds its jobs; `jobs` unless given. */
  readonly table?: JobTable;
  /** Makes the kind periodic: one job that is done again so many seconds after it ended, by one replica. */
  readonly everySeconds?: number;
  /** Columns of a job that was just begun. */
  readonly begun?: JobColumns;
  /** The place this process belongs to, such as a data folder; it then takes jobs of that place alone. */
  place?(): Promise<string>;
  /** The field of the payload that says whom a job is for: whoever has the fewest under way is next. Without it the oldest job is. */
  readonly sharedBy?: string;
  run(attempt: Attempt<Payload>): Promise<Outcome>;
  /** How a job fails; unless given, one that threw is tried again while it may. */
  giveUp?(job: Pick<Attempt, 'id' | 'number'>, failure: Failure): Outcome;
  /** Called when this process is through with an attempt, whatever came of it. */
  afterAttempt?(attempt: Pick<Attempt, 'id' | 'number'>): Promise<void>;
  /** Called when a job has ended; not when the process is killed between, so something else has to look after leftovers. */
  afterEnd?(id: string): Promise<void>;
}
