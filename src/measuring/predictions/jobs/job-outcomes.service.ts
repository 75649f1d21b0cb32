import { rename, rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../../record/audit/audit.service.js';
import { type EventOf } from '../../../record/events/catalogue.js';
import { EvaluationsService } from '../../evaluations/evaluations.service.js';
import { type Caller } from '../../../platform/access/caller.js';
import { databaseTime } from '../../../registry/models/models.queries.js';
import { type FaultDetails } from '../engine/engine-fault.js';
import { type EngineResult } from '../engine/engine-task.js';
import { type JobRow } from './job-response.js';
import { type PreparedTask } from './job-tasks.service.js';
import { PredictionFiles } from '../kept/prediction-files.service.js';
import { predictionJobFinished, predictionJobNotFound } from '../predictions.problems.js';
import { findJobRow, finishJob, lockOpenJob, lockOwnJob } from './jobs.queries.js';
import { StoredPredictions } from '../kept/stored-predictions.entity.js';

type Actor = Pick<Caller, 'subject' | 'requestId'>;

/** Ends jobs: the outcome, what came of it and its audit event commit together. */
@Injectable()
export class JobOutcomes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly evaluations: EvaluationsService,
    private readonly files: PredictionFiles,
  ) {}

  /** Keeps the rows and stores the evaluation, unless the job was cancelled or taken over meanwhile. */
  async succeed(
    job: JobRow,
    owner: string,
    { task, spec, warnings }: PreparedTask,
    result: EngineResult,
  ): Promise<void> {
    const kept = this.files.stored(job.id);
    await rename(task.outputFile, kept);
    const isDone = await this.dataSource
      .transaction(async (manager) => {
        if (!(await lockOwnJob(manager, job.id, owner))) return false;
        const actor = submitterOf(job);
        const request = { ...toEvaluation(job, result), metrics: result.metrics, paired: result.paired };
        const { id: evaluationId } = await this.evaluations.storeEvaluation(
          manager,
          job.model,
          job.version,
          request,
          actor,
        );
        await manager.insert(StoredPredictions, await toStored(manager, job, spec, result, evaluationId));
        const all = [...warnings, ...result.warnings];
        await finishJob(manager, job.id, { status: 'succeeded', evaluationId, warnings: all, rows: result.rows });
        const details = { jobId: job.id, evaluationId, rows: result.rows };
        await this.record(manager, actor, job, { action: 'predictions.succeeded', details });
        return true;
      })
      .catch(async (error: unknown) => {
        await rm(kept, { force: true });
        throw error;
      });
    if (!isDone) return rm(kept, { force: true });
    await this.files.dropIncoming(job.id);
  }

  /** Fails a job of this owner, or with null one that belongs to nobody any more. */
  async fail(id: string, owner: string | null, fault: FaultDetails): Promise<void> {
    const error = printable(fault);
    const isDone = await this.dataSource.transaction(async (manager) => {
      const isOpen = owner === null ? lockOpenJob(manager, id) : lockOwnJob(manager, id, owner);
      if (!(await isOpen)) return false;
      const job = (await findJobRow(manager, id))!;
      await finishJob(manager, id, { status: 'failed', error });
      const details = { jobId: id, error };
      await this.record(manager, submitterOf(job), job, { action: 'predictions.failed', details });
      return true;
    });
    if (isDone) await this.files.dropIncoming(id);
  }

  /** Cancels a job that has no outcome; who runs it finds out and lets go. */
  async cancel(id: string, caller: Caller): Promise<JobRow> {
    const job = await this.dataSource.transaction(async (manager) => {
      const isOpen = await lockOpenJob(manager, id);
      const found = await findJobRow(manager, id);
      if (!found) throw predictionJobNotFound(id);
      if (!isOpen) throw predictionJobFinished(id, found.status);
      await finishJob(manager, id, { status: 'cancelled' });
      await this.record(manager, caller, found, { action: 'predictions.cancelled', details: { jobId: id } });
      return (await findJobRow(manager, id))!;
    });
    if (this.files.isAvailable) await this.files.dropIncoming(id);
    return job;
  }

  record(manager: EntityManager, actor: Actor, job: JobRow, event: EventOf<'version'>): Promise<void> {
    const { modelId, model, version } = job;
    return this.audit.record(manager, actor, { ...event, modelId, model, version });
  }
}

/** A file can hold what no database stores, and a reason quotes the file. */
function printable({ detail, column, ...rest }: FaultDetails): FaultDetails {
  const clean = (text: string) => text.replace(/[\p{Cc}\p{Surrogate}]/gu, '\uFFFD').slice(0, 2_000);
  return { ...rest, detail: clean(detail), ...(column !== undefined && { column: clean(column) }) };
}

/** What happens to a job happens on behalf of who submitted it, under the request that did. */
function submitterOf({ createdBy, requestId }: JobRow): Actor {
  return { subject: createdBy, requestId };
}

function toEvaluation({ request }: JobRow, { predictionDigest, engine }: EngineResult) {
  const { spec: _spec, compareWith: _compareWith, ...stated } = request;
  return { ...stated, evaluator: stated.evaluator ?? engine, predictionDigest };
}

async function toStored(
  manager: EntityManager,
  job: JobRow,
  spec: PreparedTask['spec'],
  result: EngineResult,
  evaluationId: string,
): Promise<StoredPredictions> {
  const { dataset } = job.request;
  return manager.create(StoredPredictions, {
    id: job.id,
    modelId: job.modelId,
    version: job.version,
    evaluationId,
    datasetName: dataset.name,
    datasetVersion: dataset.version,
    datasetDigest: dataset.digest ?? null,
    datasetSplit: dataset.split ?? null,
    spec,
    storeId: job.storeId,
    rows: String(result.rows),
    bytes: String(result.fileBytes),
    predictionDigest: result.predictionDigest,
    fileDigest: result.fileDigest,
    createdAt: await databaseTime(manager),
  });
}
