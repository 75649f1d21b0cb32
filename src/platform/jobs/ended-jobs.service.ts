import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type JobKind, type Outcome } from './job.kind.js';
import { Jobs } from './jobs.service.js';
import { removeEndedJobs } from './jobs.queries.js';
import { SWEEP_LIMITS } from './sweep.js';

const KEEP_DAYS = 30;
const MOST_AT_ONCE = 1_000;

/** Forgets jobs that ended long ago; what came of them stands elsewhere. */
@Injectable()
export class EndedJobs implements JobKind {
  readonly name = 'ended-jobs';
  readonly limits = SWEEP_LIMITS;
  readonly everySeconds = 24 * 3_600;

  constructor(
    private readonly dataSource: DataSource,
    jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async run(): Promise<Outcome> {
    while ((await removeEndedJobs(this.dataSource.manager, KEEP_DAYS, MOST_AT_ONCE)) === MOST_AT_ONCE);
    return { status: 'succeeded' };
  }
}
