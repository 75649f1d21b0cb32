import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { type JobKind, type Outcome } from '../../platform/jobs/job.kind.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { SWEEP_LIMITS } from '../../platform/jobs/sweep.js';
import { removeEndedDeliveries } from './deliveries.queries.js';

const KEEP_MS = 30 * 24 * 3_600_000;
const MOST_AT_ONCE = 1_000;

/** Forgets deliveries that ended long ago; the events stay in the record. */
@Injectable()
export class EndedDeliveries implements JobKind {
  readonly name = 'ended-webhook-deliveries';
  readonly limits = SWEEP_LIMITS;
  readonly everySeconds = 3_600;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async run(): Promise<Outcome> {
    const before = new Date(this.clock.now().getTime() - KEEP_MS);
    while ((await removeEndedDeliveries(this.dataSource.manager, before, MOST_AT_ONCE)) === MOST_AT_ONCE);
    return { status: 'succeeded' };
  }
}
