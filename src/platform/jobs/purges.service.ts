import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { Clock } from '../clock.js';
import { type Attempt, type JobKind, type Outcome } from './job.kind.js';
import { Jobs } from './jobs.service.js';
import { SWEEP_LIMITS } from './sweep.js';

/** Rows that one statement removes: its locks are short, and who comes next need not wait for all. */
const STEP = 1_000;

/** What goes when it has grown old, oldest first. A feature says what of its own does, and registers it. */
export interface Purge {
  /** The kind of job, and the label of the metric; it never changes. */
  readonly name: string;
  readonly everySeconds: number;
  readonly keepSeconds: number;
  /** Removes the oldest of what is from `before` or earlier, at most so many; answers how many. */
  remove(before: Date, most: number): Promise<number>;
}

/** Removes what has grown old, as jobs: each in steps until nothing is left to remove, by one replica at a time. */
@Injectable()
export class Purges {
  readonly removed = new Counter({
    name: 'rows_purged_total',
    help: 'Rows that this process removed because they had grown old, by the job that did.',
    labelNames: ['kind'],
    registers: [],
  });

  /** What was registered. */
  readonly known: Purge[] = [];

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  register(purge: Purge): void {
    this.known.push(purge);
    this.removed.inc({ kind: purge.name }, 0);
    this.jobs.register(this.kindOf(purge));
  }

  private kindOf(purge: Purge): JobKind {
    const { name, everySeconds } = purge;
    return { name, limits: SWEEP_LIMITS, everySeconds, run: (attempt) => this.run(purge, attempt) };
  }

  /** Between two steps the job may end: the next replica goes on from there. */
  async run(purge: Purge, { signal }: Pick<Attempt, 'signal'>): Promise<Outcome> {
    const before = new Date(this.clock.now().getTime() - purge.keepSeconds * 1_000);
    let removed = STEP;
    while (removed === STEP && !signal.aborted) {
      removed = await purge.remove(before, STEP);
      this.removed.inc({ kind: purge.name }, removed);
    }
    return { status: 'succeeded' };
  }
}
