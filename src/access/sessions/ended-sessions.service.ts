import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config.js';
import { type Purge, Purges } from '../../platform/jobs/purges.service.js';
import { removeEndedSessions } from './sessions.queries.js';

/** Forgets sessions that are over; the record tells when each began and ended. */
@Injectable()
export class EndedSessions implements Purge {
  readonly name = 'ended-sessions';
  readonly everySeconds = 3_600;
  readonly keepSeconds: number;

  constructor(
    private readonly dataSource: DataSource,
    config: Config,
    purges: Purges,
  ) {
    this.keepSeconds = config.retention.sessionDays * 86_400;
    purges.register(this);
  }

  remove(before: Date, most: number): Promise<number> {
    return removeEndedSessions(this.dataSource.manager, before, most);
  }
}
