import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type JobKind, type Outcome } from '../../../platform/jobs/job.kind.js';
import { Jobs } from '../../../platform/jobs/jobs.service.js';
import { SWEEP_LIMITS } from '../../../platform/jobs/sweep.js';
import { touchStore } from '../kept/kept.queries.js';
import { PredictionFiles } from '../kept/prediction-files.service.js';
import { findJobStatus, findStrandedJobs } from './prediction-jobs.queries.js';
import { PredictionWork } from './prediction-work.service.js';

/** A data folder that nobody has looked after for so long is gone. */
const SILENT_SECONDS = 15 * 60;

/** Looks after a data folder: says that it is there, removes what jobs left, and fails jobs whose own folder has gone. */
@Injectable()
export class FolderCare implements JobKind {
  readonly name = 'prediction-folder';
  readonly limits = SWEEP_LIMITS;
  readonly everySeconds = 30;

  constructor(
    private readonly dataSource: DataSource,
    private readonly files: PredictionFiles,
    private readonly jobs: Jobs,
    private readonly work: PredictionWork,
  ) {}

  place(): Promise<string> {
    return this.files.storeId();
  }

  async run(): Promise<Outcome> {
    await touchStore(this.dataSource.manager, await this.files.storeId());
    await this.files.sweep((id) => this.statusOf(id));
    await this.failStrandedJobs();
    return { status: 'succeeded' };
  }

  private async statusOf(id: string): Promise<'open' | 'ended' | 'unknown'> {
    const status = await findJobStatus(this.dataSource.manager, id);
    if (status === undefined) return 'unknown';
    return status === 'queued' || status === 'running' ? 'open' : 'ended';
  }

  private async failStrandedJobs(): Promise<void> {
    for (const { id } of await findStrandedJobs(this.dataSource.manager, SILENT_SECONDS)) {
      await this.jobs.giveUpStranded(this.work, id);
    }
  }
}
