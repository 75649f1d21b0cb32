import { type Job } from '../../platform/jobs/job.entity.js';
import { JOB_STATUSES, type JobStatus } from '../../platform/jobs/job-table.js';
import { IsCount, IsId, IsOneOf, Optional } from '../../platform/http/fields.js';
import { LARGEST_COUNT } from '../../values/values.js';
import { AuditVerificationResponse } from './verification.dto.js';

export class StartVerificationRequest {
  /** The sequence to begin with; events before it are taken as they are. All of the record unless given. */
  @Optional()
  @IsCount(1, LARGEST_COUNT)
  from?: number;

  /** The sequence to end with; the newest unless given. */
  @Optional()
  @IsCount(1, LARGEST_COUNT)
  to?: number;
}

/** A verification that runs apart from the request. */
export class VerificationJobResponse {
  /** Identifier of the verification. */
  @IsId()
  id: string;

  /** Where it stands. */
  @IsOneOf(JOB_STATUSES)
  status: JobStatus;

  /** When it was asked for. */
  createdAt: Date;

  /** When it ended; null until then. */
  finishedAt: Date | null;

  /** Why it failed; null unless it did. A record that does not fit is no failure: the result says so. */
  error: string | null;

  /** Sequence of the event it is at; 0 before the first. */
  @IsCount(0, LARGEST_COUNT)
  through: number;

  /** Sequence of the event it ends with; null until that is known. */
  @IsCount(0, LARGEST_COUNT)
  to: number | null;

  /** What it found; null until it succeeded. */
  result: AuditVerificationResponse | null;
}

/** How far a verification is, as its job keeps it. */
export interface JobProgress {
  through: number;
  to: number | null;
  result: AuditVerificationResponse | null;
}

export function toVerificationJobResponse(job: Job): VerificationJobResponse {
  const { id, status, createdAt, finishedAt, error } = job;
  const progress = (job.progress as JobProgress | null) ?? { through: 0, to: null, result: null };
  return { id, status, createdAt, finishedAt, error, ...progress };
}
