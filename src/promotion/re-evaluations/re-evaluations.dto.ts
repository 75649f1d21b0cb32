import { EvaluationDataset } from '../../measuring/evaluations/evidence.dto.js';
import { IsCount, IsId, IsOneOf } from '../../platform/http/fields.js';
import { JOB_STATUSES, type JobStatus } from '../../platform/jobs/job-table.js';
import { PredictionJobError } from '../../measuring/predictions/jobs/prediction-jobs.dto.js';
import { type BegunEvaluation } from './re-evaluations.service.js';

export const STANDINGS = ['offered', ...JOB_STATUSES] as const;

/** Seconds after which looking again is worth it. */
export const RETRY_SECONDS = 10;

/** Evidence that a judgement lacked and kept predictions can give. */
export class ReEvaluationResponse {
  /** The version whose kept predictions are measured. */
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

function messageOf({ planned: { version, comparedWith, dataset }, job }: BegunEvaluation): string {
  const beside = comparedWith === null ? '' : ` beside version ${comparedWith}`;
  const what = `Version ${version} on ${dataset.name}@${dataset.version}${beside}`;
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
