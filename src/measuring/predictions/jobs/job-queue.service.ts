import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../../platform/config.js';
import { type Caller } from '../../../platform/access/caller.js';
import { databaseTime } from '../../../registry/models/models.queries.js';
import { type VersionRow } from '../../../registry/versions/version-row.js';
import { loadVersion } from '../../../registry/versions/versions.queries.js';
import { type JobRequest, type JobSource } from './job.js';
import { JobOutcomes } from './job-outcomes.service.js';
import { type JobRow } from './job-response.js';
import { JobRunner } from './job-runner.service.js';
import { PredictionFiles } from '../kept/prediction-files.service.js';
import { PredictionJob } from './prediction-job.entity.js';
import { predictionsUnavailable, tooManyPredictionJobs } from '../predictions.problems.js';
import { countOpenJobs, findJobRow, findJobsOfEvidence } from './jobs.queries.js';

/** A job as it is to be queued. */
export interface NewJob {
  id: string;
  target: Pick<VersionRow, 'modelId' | 'version'>;
  request: JobRequest;
  source: JobSource;
  /** The data folder that holds the files; this replica's unless said otherwise. */
  storeId?: string;
  /** Names evidence that is computed once, however many ask for it. */
  evidenceKey?: string;
}

/** Puts jobs into the queue that all replicas share. */
@Injectable()
export class JobQueue {
  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly files: PredictionFiles,
    private readonly outcomes: JobOutcomes,
    private readonly runner: JobRunner,
  ) {}

  /** The version, if another job may wait; before a byte of the file is taken. */
  async admit(model: string, version: number): Promise<VersionRow> {
    if (!this.files.isAvailable) throw predictionsUnavailable();
    const target = await loadVersion(this.dataSource.manager, model, version);
    if (!(await this.hasRoom())) throw tooManyPredictionJobs(this.config.predictions.queued);
    return target;
  }

  async hasRoom(): Promise<boolean> {
    return (await countOpenJobs(this.dataSource.manager)) < this.config.predictions.queued;
  }

  /** Queues a job with its audit event; of two that name the same evidence the first is answered. */
  async add({ evidenceKey, ...job }: NewJob, caller: Caller): Promise<JobRow> {
    const storeId = job.storeId ?? (await this.files.storeId());
    const { id, request, source } = job;
    const { modelId, version } = job.target;
    const { requestId, subject: createdBy } = caller;
    const queued = await this.dataSource.transaction(async (manager) => {
      const createdAt = await databaseTime(manager);
      const place = { id, modelId, version, status: 'queued', storeId, evidenceKey: evidenceKey ?? null } as const;
      const values = { ...place, request, source, requestId, createdAt, createdBy };
      await manager.createQueryBuilder().insert().into(PredictionJob).values(values).orIgnore().execute();
      const row = await findJobRow(manager, id);
      if (!row) return (await findJobsOfEvidence(manager, [evidenceKey!]))[0]!;
      const askedBy = evidenceKey === undefined ? undefined : 'gates';
      const details = { jobId: id, dataset: request.dataset, source, askedBy } as const;
      await this.outcomes.record(manager, caller, row, { action: 'predictions.submitted', details });
      return row;
    });
    this.runner.wake();
    return queued;
  }
}
