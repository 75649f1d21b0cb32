import {
  IsCount,
  IsDigest,
  IsId,
  IsModelName,
  IsOneOf,
  IsQueryCount,
  Optional,
} from '../../../platform/http/fields.js';
import { JOB_STATUSES, type JobStatus } from '../../../platform/jobs/job-table.js';
import { ListQuery } from '../../../platform/lists/page.dto.js';
import { LARGEST_COUNT } from '../../../values/values.js';
import { EvaluationDataset } from '../../evaluations/evidence.dto.js';
import { FAULT_CODES, type FaultCode } from '../engine/engine-fault.js';
import { type Step } from '../engine/engine-task.js';
import { type Format, type Task, TASKS } from '../prediction-layout.js';
import { type JobSource } from './job.js';
import { type JobRow } from './prediction-job.entity.js';

export class ListPredictionJobsQuery extends ListQuery {
  /** Only jobs of the model of this name. */
  @Optional()
  @IsModelName()
  model?: string;

  /** Only jobs of this version number. */
  @Optional()
  @IsQueryCount(1)
  version?: number;

  /** Only jobs that stand here. */
  @Optional()
  @IsOneOf(JOB_STATUSES)
  status?: JobStatus;
}

export class PredictionJobError {
  /** Stable name of the reason; programs branch on it. */
  @IsOneOf(Object.keys(FAULT_CODES))
  code: FaultCode;

  /** What is wrong, for people. */
  detail: string;

  /** Line of the file at fault, counted from 1 with its header; of a Parquet file the row, of zstd text the record. */
  @IsCount(1, LARGEST_COUNT)
  line?: number;

  /** Column at fault. */
  column?: string;
}

export class PredictionSource {
  /** An uploaded file, one the server reads, or predictions that were kept. */
  kind: JobSource['kind'];

  /** Name or URI of the file; null when it had none. */
  name: string | null;

  /** Format of the file. */
  format: Format;

  /** Size of the file in bytes; null when it is not read yet. */
  @IsCount(0, LARGEST_COUNT)
  bytes: number | null;

  /** Digest of the file; null when it is not read yet. */
  @IsDigest()
  digest: string | null;
}

export class PredictionJobResponse {
  /** Identifier of the job. */
  @IsId()
  id: string;

  /** Name of the model. */
  model: string;

  /** The version that predicted. */
  @IsCount(1)
  version: number;

  /** Where the job stands. */
  @IsOneOf(JOB_STATUSES)
  status: JobStatus;

  /** What a running job does now. */
  step: Step | null;

  /** What the predictions answer. */
  @IsOneOf(TASKS)
  task: Task;

  /** The data that was predicted. */
  dataset: EvaluationDataset;

  /** Where the predictions come from. */
  source: PredictionSource;

  /** Rows read so far. */
  @IsCount(0, LARGEST_COUNT)
  rowsRead: number;

  /** Rows there are; null while that is not known. */
  @IsCount(0, LARGEST_COUNT)
  rowsTotal: number | null;

  /** The evaluation that came of it; null until the job succeeded. */
  @IsId()
  evaluationId: string | null;

  /** Why the job failed; null unless it did. */
  error: PredictionJobError | null;

  /** What could not be computed besides, such as a comparison. */
  warnings: string[];

  /** How often the job was begun; more than once when a process ended before the job did. */
  @IsCount(0)
  attempts: number;

  /** When it was submitted. */
  createdAt: Date;

  /** Who submitted it. */
  createdBy: string;

  /** When it was begun first. */
  startedAt: Date | null;

  /** When it ended. */
  finishedAt: Date | null;
}

export class PredictionJobPage {
  /** The jobs of this page, newest first. */
  items: PredictionJobResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export function toJobResponse(job: JobRow): PredictionJobResponse {
  const { id, model, version, status, request, rowsRead, rowsTotal, evaluationId, error, warnings, attempts } = job;
  const { createdAt, createdBy, startedAt, finishedAt } = job;
  return {
    id,
    model,
    version,
    status,
    step: status === 'running' ? job.step : null,
    task: request.spec.task,
    dataset: request.dataset,
    source: toSource(job.source),
    rowsRead,
    rowsTotal,
    evaluationId,
    error,
    warnings,
    attempts,
    createdAt,
    createdBy,
    startedAt,
    finishedAt,
  };
}

function toSource(source: JobSource): PredictionSource {
  if (source.kind === 'stored') {
    return { kind: 'stored', name: source.predictionsId, format: 'parquet', bytes: null, digest: null };
  }
  const { kind, format, bytes, digest } = source;
  return { kind, name: kind === 'uri' ? source.uri : source.name, format, bytes, digest };
}
