import { EvaluationDataset } from '../../measuring/evaluations/evidence.dto.js';
import { IsCount, IsId, IsOneOf } from '../../platform/http/fields.js';
import { JOB_STATUSES, type JobStatus } from '../../platform/jobs/job-table.js';
import { type JobRow } from '../../measuring/predictions/jobs/prediction-job.entity.js';
import { PredictionJobError } from '../../measuring/predictions/jobs/prediction-jobs.dto.js';
import { type BegunEvaluation } from './re-evaluations.service.js';

export const STANDINGS = ['offered', ...JOB_STATUSES] as const;

/** Seconds after which looking again is worth it. */
export const RETRY_SECONDS = 10;

/** Evidence that a judgement lacked: kept predictions can give it, or a job that somebody asked for is to. */
export class ReEvaluationResponse {
  /** The version whose predictions are measured. */
  @IsCount(1)
  version: number;

  /** The version it is compared with row by row; null for none. */
  @IsCount(1)
  comparedWith: number | null;

  /** The data it is measured on. */
  dataset: EvaluationDataset;

  /** Where it stands; `offered` when nothing was begun, and the message says why. */
  @IsOneOf(STANDINGS)
  status: 'offered' | JobStatus;

  /** The prediction job that computes it; null while none does. */
  @IsId()
  jobId: string | null;

  /** The evaluation that came of it; null until there is one. */
  @IsId()
  evaluationId: string | null;

  /** Why it failed; null unless it did. */
  error: PredictionJobError | null;

  /** What there is to do, for people. */
  message: string;
}

export function toReEvaluationResponse({ planned, job }: BegunEvaluation): ReEvaluationResponse {
  const { version, comparedWith, dataset } = planned;
  return {
    version,
    comparedWith,
    dataset,
    status: job?.status ?? 'offered',
    jobId: job?.id ?? null,
    evaluationId: job?.evaluationId ?? null,
    error: job?.error ?? null,
    message: messageOf({ planned, job }),
  };
}

/** Whether a judgement waits for evidence that is being computed. */
export function awaitsEvidence(report: { reEvaluations?: readonly ReEvaluationResponse[] }): boolean {
  return report.reEvaluations?.some(({ status }) => status === 'queued' || status === 'running') ?? false;
}

/** What there is to say of a measurement that somebody asked for. */
function askedMessage(what: string, { id, status, error }: JobRow): string {
  switch (status) {
    case 'queued':
    case 'running':
      return `${what} is still being measured; ask again when job ${id} has ended.`;
    case 'succeeded':
      return `${what} was measured by job ${id}.`;
    case 'failed':
      return `${what} could not be measured by job ${id}: ${error!.detail}`;
    case 'cancelled':
      return `${what} was not measured: job ${id} was cancelled.`;
  }
}

function messageOf({ planned: { version, comparedWith, dataset }, job }: BegunEvaluation): string {
  const beside = comparedWith === null ? '' : ` beside version ${comparedWith}`;
  const what = `Version ${version} on ${dataset.name}@${dataset.version}${beside}`;
  if (job !== null && job.evidenceKey === null) return askedMessage(what, job);
  switch (job?.status) {
    case 'queued':
    case 'running':
      return `${what} is being computed from kept predictions; ask again when job ${job.id} has ended.`;
    case 'succeeded':
      return `${what} was computed from kept predictions.`;
    case 'failed':
      return `${what} could not be computed from kept predictions: ${job.error!.detail}`;
    case 'cancelled':
    case undefined:
      return `${what} can be computed from kept predictions: POST …/versions/${version}/evaluations/from-stored-predictions.`;
  }
}
