import { rename } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { AuditService } from '../../../record/audit/audit.service.js';
import { type EventOf } from '../../../record/events/catalogue.js';
import { EvaluationsService } from '../../evaluations/evaluations.service.js';
import { type Caller } from '../../../platform/access/caller.js';
import { databaseTime } from '../../../registry/models/models.queries.js';
import { type Log, LOG } from '../../../platform/http/log.js';
import { Problem } from '../../../platform/http/problem.js';
import { EngineFault, type FaultDetails } from '../engine/engine-fault.js';
import { type EngineOutcome } from '../engine/engine.service.js';
import { type EngineResult, type KeptRows } from '../engine/engine-task.js';
import { type Failure, type Outcome } from '../../../platform/jobs/job.kind.js';
import { FailedJobs } from './failed-jobs.service.js';
import { type JobRow } from './prediction-job.entity.js';
import { type PreparedTask } from './job-tasks.service.js';
import { PredictionFiles } from '../kept/prediction-files.service.js';
import { findJobRow } from './prediction-jobs.queries.js';
import { StoredPredictions } from '../kept/stored-predictions.entity.js';

/** A job that ended three processes would end a fourth. */
export const MOST_ATTEMPTS = 3;

const INTERNAL: FaultDetails = {
  code: 'INTERNAL_ERROR',
  detail: 'Something went wrong on our side; the log of the service says what.',
};
/** The words of the system and of the engine. */
const DISK_IS_FULL = /No space left on device|ENOSPC|EDQUOT|Disk quota exceeded/i;
/** Between two looks whether somebody made room. */
const ROOM_SECONDS = 60;
const CRASHED: FaultDetails = {
  code: 'ENGINE_CRASHED',
  detail: `The engine ended unexpectedly ${MOST_ATTEMPTS} times on this file.`,
};
const SERVICE_ENDED: FaultDetails = {
  code: 'SERVICE_ENDED',
  detail: 'The service ended again and again while it measured the file, which may be sound; submit it again.',
};
const STRANDED: FaultDetails = {
  code: 'SPOOL_UNREACHABLE',
  detail: 'The file lies in the data folder of a replica that has gone; submit it again.',
};

type Actor = Pick<Caller, 'subject' | 'requestId' | 'claims'>;

/** What jobs come to: the outcome, what came of it and its audit event commit together. */
@Injectable()
export class JobOutcomes {
  constructor(
    private readonly audit: AuditService,
    private readonly evaluations: EvaluationsService,
    private readonly files: PredictionFiles,
    private readonly failedJobs: FailedJobs,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** What a run of the engine comes to; one that ended without a word is tried again. */
  of(prepared: PreparedTask, outcome: EngineOutcome): Outcome {
    const { id } = prepared.job;
    switch (outcome.kind) {
      case 'result':
        return this.succeeded(prepared, outcome.result);
      case 'fault':
        return this.failed(id, outcome.fault);
      case 'failure':
        if (DISK_IS_FULL.test(outcome.message)) {
          return { status: 'again', reason: 'The disk of the data folder is full.', waitSeconds: ROOM_SECONDS };
        }
        this.log.error({ job: id, reason: outcome.message }, 'The prediction engine failed.');
        return this.failed(id, INTERNAL);
      case 'crash':
        return { status: 'again', reason: outcome.message };
    }
  }

  /** What a job comes to that no run of the engine ended. */
  givenUp(id: string, failure: Failure): Outcome {
    return this.failed(id, this.toFault(id, failure));
  }

  /** Stores the evaluation and keeps the rows. */
  private succeeded({ job, task, spec, warnings }: PreparedTask, result: EngineResult): Outcome {
    return {
      status: 'succeeded',
      record: async (manager) => {
        const evaluationId = await this.storeEvaluation(manager, job, result);
        const { kept } = result;
        if (kept)
          await manager.insert(
            StoredPredictions,
            await toStored(manager, { job, spec }, { ...result, ...kept }, evaluationId),
          );
        const details = { jobId: job.id, evaluationId, rows: result.rows };
        await this.record(manager, job, { action: 'predictions.succeeded', details });
        // Last, and under the lock of the job: no other attempt can have kept a file of this name.
        if (kept) await rename(task.outputFile, this.files.stored(job.id));
        const rows = { rows_read: result.rows, rows_total: result.rows };
        return { step: null, evaluation_id: evaluationId, warnings: [...warnings, ...result.warnings], ...rows };
      },
    };
  }

  private failed(id: string, fault: FaultDetails): Outcome {
    const error = printable(fault);
    this.failedJobs.count(error.code);
    return {
      status: 'failed',
      record: async (manager) => {
        const job = (await findJobRow(manager, id))!;
        await this.record(manager, job, { action: 'predictions.failed', details: { jobId: id, error } });
        return { step: null, error: JSON.stringify(error) };
      },
    };
  }

  /** Writes what happens to a job into the audit record; unless someone else acts, on behalf of whoever submitted it. */
  record(
    manager: EntityManager,
    job: JobRow,
    event: EventOf<'version'>,
    actor: Actor = submitterOf(job),
  ): Promise<void> {
    const { modelId, model, version } = job;
    return this.audit.record(manager, actor, { ...event, modelId, model, version });
  }

  /** A refusal on the way is the submitter's; anything else is logged and tried no further. */
  private toFault(id: string, failure: Failure): FaultDetails {
    if (failure.cause === 'attempts') return CRASHED;
    if (failure.cause === 'lapsed') return SERVICE_ENDED;
    if (failure.cause === 'stranded') return STRANDED;
    const { error } = failure;
    if (error instanceof Problem && error.status === 404) return { code: 'TARGET_GONE', detail: error.detail };
    if (error instanceof EngineFault) return error.details;
    this.log.error({ err: error, job: id }, 'A prediction job failed.');
    return INTERNAL;
  }

  private async storeEvaluation(manager: EntityManager, job: JobRow, result: EngineResult): Promise<string> {
    const request = { ...toEvaluation(job, result), metrics: result.metrics, paired: result.paired };
    const { model, version } = job;
    return (await this.evaluations.storeEvaluation(manager, model, version, request, submitterOf(job))).id;
  }
}

/** A file can hold what no database stores, and a reason quotes the file. */
function printable({ detail, column, ...rest }: FaultDetails): FaultDetails {
  const clean = (text: string) => text.replace(/[\p{Cc}\p{Surrogate}]/gu, '\uFFFD').slice(0, 2_000);
  return { ...rest, detail: clean(detail), ...(column !== undefined && { column: clean(column) }) };
}

/** What happens to a job happens on behalf of whoever submitted it, under that request. */
function submitterOf({ createdBy, requestId, claims }: JobRow): Actor {
  return { subject: createdBy, requestId, ...(claims !== null && { claims }) };
}

function toEvaluation({ request }: JobRow, { kept, engine }: EngineResult) {
  const { spec: _spec, compareWith: _compareWith, ...stated } = request;
  return { ...stated, evaluator: stated.evaluator ?? engine, predictionDigest: kept?.predictionDigest };
}

async function toStored(
  manager: EntityManager,
  { job, spec }: Pick<PreparedTask, 'job' | 'spec'>,
  result: Pick<EngineResult, 'rows'> & KeptRows,
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
