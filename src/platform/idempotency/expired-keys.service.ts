import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config.js';
import { type Purge, Purges } from '../jobs/purges.service.js';

/** Removes answers that are not given again any more. */
@Injectable()
export class ExpiredKeys implements Purge {
  readonly name = 'expired-idempotency-keys';
  readonly everySeconds = 600;
  readonly keepSeconds: number;

  constructor(
    private readonly dataSource: DataSource,
    config: Config,
    purges: Purges,
  ) {
    this.keepSeconds = config.retention.idempotencyKeyHours * 3_600;
    purges.register(this);
  }

  /** A key that is being taken anew just now is locked, and passed over. */
  async remove(before: Date, most: number): Promise<number> {
    const rows: unknown[] = await this.dataSource.query(
      `WITH gone AS (
         DELETE FROM idempotency_keys WHERE (subject, key) IN (
           SELECT subject, key FROM idempotency_keys WHERE created_at <= $1
           ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
         RETURNING key)
       SELECT key FROM gone`,
      [before, most],
    );
    return rows.length;
  }
}
