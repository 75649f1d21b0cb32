import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type JobKind, type Outcome } from '../jobs/job.kind.js';
import { Jobs } from '../jobs/jobs.service.js';
import { SWEEP_LIMITS } from '../jobs/sweep.js';
import { KEY_HOURS } from './key-hours.js';

const MOST_AT_ONCE = 1_000;

/** Removes answers that are not given again any more. */
@Injectable()
export class ExpiredKeys implements JobKind {
  readonly name = 'expired-idempotency-keys';
  readonly limits = SWEEP_LIMITS;
  readonly everySeconds = 600;

  constructor(
    private readonly dataSource: DataSource,
    jobs: Jobs,
  ) {
    jobs.register(this);
  }

  async run(): Promise<Outcome> {
    while ((await this.remove()) === MOST_AT_ONCE);
    return { status: 'succeeded' };
  }

  /** A key that is being taken anew just now is locked, and passed over. */
  private async remove(): Promise<number> {
    const rows: unknown[] = await this.dataSource.query(
      `WITH gone AS (
         DELETE FROM idempotency_keys WHERE (subject, key) IN (
           SELECT subject, key FROM idempotency_keys WHERE created_at < now() - make_interval(hours => $1)
           ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
         RETURNING key)
       SELECT key FROM gone`,
      [KEY_HOURS, MOST_AT_ONCE],
    );
    return rows.length;
  }
}
