import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config.js';
import { removeEndedJobs } from './jobs.queries.js';
import { type Purge, Purges } from './purges.service.js';

/** Forgets jobs that ended long ago; what came of them stands elsewhere. */
@Injectable()
export class EndedJobs implements Purge {
  readonly name = 'ended-jobs';
  readonly everySeconds = 3_600;
  readonly keepSeconds: number;

  constructor(
    private readonly dataSource: DataSource,
    config: Config,
    purges: Purges,
  ) {
    this.keepSeconds = config.retention.jobDays * 86_400;
    purges.register(this);
  }

  remove(before: Date, most: number): Promise<number> {
    return removeEndedJobs(this.dataSource.manager, before, most);
  }
}
