import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Caller } from '../../../platform/access/caller.js';
import { outsideOfTransaction } from '../../../platform/database/ambient-transaction.js';
import { Jobs } from '../../../platform/jobs/jobs.service.js';
import { databaseTime } from '../../../registry/models/models.queries.js';
import { type VersionRow } from '../../../registry/versions/version-row.js';
import { loadVersion } from '../../../registry/versions/versions.queries.js';
import { predictionJobFinished, predictionJobNotFound, predictionsUnavailable } from '../predictions.problems.js';
import { type JobRequest, type JobSource } from './job.js';
import { JobOutcomes } from './job-outcomes.service.js';
import { type JobRow, PredictionJob } from './prediction-job.entity.js';
import { findJobRow, findJobsOfEvidence, findJobStatus } from './prediction-jobs.queries.js';
import { QueuePlaces } from './queue-places.service.js';
import { PredictionWork } from './prediction-work.service.js';

/** A job as it is to be queued. */
export interface NewPredictionJob {
  /** The id of the file that waits for it; a new one unless given. */
  id?: string;
  target: Pick<VersionRow, 'modelId' | 'version'>;
  request: JobRequest;
  source: JobSource;
  /** The data folder that holds the files; this replica's unless said otherwise. */
  storeId?: string;
  /** Names evidence that is computed once, however many ask for it. */
  evidenceKey?: string;
}

/** A file that somebody begins to send. */
export interface NewUpload {
  /** The id of the job to be. */
  id: string;
  target: { model: string; version: number };
  /** As the request states it; null when it does not. */
  bytes: number | null;
}

/** Queues jobs that measure predictions, and cancels them. */
@Injectable()
export class PredictionJobs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly work: PredictionWork,
    private readonly outcomes: JobOutcomes,
    private readonly places: QueuePlaces,
  ) {}

  /** Whether this replica has a place for files at all. */
  get isAvailable(): boolean {
    return this.places.isAvailable;
  }

  /** The version, if another job of the caller may wait. */
  async admit(model: string, version: number, caller: Caller): Promise<VersionRow> {
    const target = await this.findTarget(model, version);
    await this.places.askForJob(caller.subject);
    return target;
  }

  /** The version, with places for a file and its job; before a byte of it is taken, and until `leave`. */
  async admitUpload({ id, target: { model, version }, bytes }: NewUpload, caller: Caller): Promise<VersionRow> {
    const target = await this.findTarget(model, version);
    await this.places.take(id, caller.subject, bytes);
    return target;
  }

  /** The upload is over: what came of it is a job with places of its own, or nothing. */
  leave(id: string): void {
    this.places.leave(id);
  }

  /** Whether a job of this id was committed; when the database does not say, the file is left to whatever looks after the folder. */
  isQueued(id: string): Promise<boolean> {
    return outsideOfTransaction(() => findJobStatus(this.dataSource.manager, id)).then(
      (status) => status !== undefined,
      () => true,
    );
  }

  hasRoom(): Promise<boolean> {
    return this.jobs.hasRoom(this.work);
  }

  /** Queues a job with its audit event; of two that name the same evidence the first is answered. */
  async add({ evidenceKey, ...job }: NewPredictionJob, caller: Caller): Promise<JobRow> {
    const storeId = job.storeId ?? (await this.places.storeId());
    const { id = uuidv7(), request, source } = job;
    const { modelId, version } = job.target;
    const { requestId, subject: createdBy, claims = null } = caller;
    const asked = { evidenceKey: evidenceKey ?? null, request, source, requestId, createdBy, claims };
    const queued = await this.dataSource.transaction(async (manager) => {
      await this.places.lock(manager);
      const createdAt = await databaseTime(manager);
      const place = { id, kind: this.work.name, modelId, version, status: 'queued', storeId } as const;
      const values = { ...place, ...asked, createdAt };
      await manager.createQueryBuilder().insert().into(PredictionJob).values(values).orIgnore().execute();
      const row = await findJobRow(manager, id);
      if (!row) return (await findJobsOfEvidence(manager, [evidenceKey!]))[0]!;
      await this.places.holdBounds(manager, createdBy, storeId);
      const askedBy = evidenceKey === undefined ? undefined : 'gates';
      const details = { jobId: id, dataset: request.dataset, source, askedBy } as const;
      await this.outcomes.record(manager, row, { action: 'predictions.submitted', details }, caller);
      return row;
    });
    this.jobs.wake(this.work);
    return queued;
  }

  private findTarget(model: string, version: number): Promise<VersionRow> {
    if (!this.isAvailable) throw predictionsUnavailable();
    return loadVersion(this.dataSource.manager, model, version);
  }

  /** Cancels a job that has no outcome; who runs it finds out and lets go. */
  async cancel(id: string, caller: Caller): Promise<JobRow> {
    const isCancelled = await this.jobs.cancel(this.work, id, async (manager) => {
      const job = (await findJobRow(manager, id))!;
      await this.outcomes.record(manager, job, { action: 'predictions.cancelled', details: { jobId: id } }, caller);
      return { step: null };
    });
    // In the transaction of the request, if it has one, or the job would be read as it was before.
    const job = await this.dataSource.transaction((manager) => findJobRow(manager, id));
    if (!job) throw predictionJobNotFound(id);
    if (!isCancelled) throw predictionJobFinished(id, job.status);
    return job;
  }
}
