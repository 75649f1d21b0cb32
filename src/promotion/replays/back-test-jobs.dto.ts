import { VERDICTS, type Verdict } from '../../judging/verdict/verdict.js';
import { IsCount, IsId, IsJsonObject, IsModelName, IsOneOf, Optional, Shows } from '../../platform/http/fields.js';
import { JOB_STATUSES, type JobStatus } from '../../platform/jobs/job-table.js';
import { type Job } from '../../platform/jobs/job.entity.js';
import { type BackTestTally, emptyTally } from './back-test-tally.js';

export class StartBackTestRequest {
  /** The draft policy, in the form of a gate policy document. */
  @IsJsonObject(1_000_000)
  @Shows({ allOf: [{ $ref: '#/components/schemas/GatePolicyDocument' }] })
  policy: Record<string, unknown>;

  /** The model to judge, the draft standing for its own policy; without it all models, the draft standing for the registry's default. */
  @Optional()
  @IsModelName()
  model?: string;
}

export class BackTestedPromotionsResponse {
  /** How many promotions to Production the record held when the back-test began. */
  @IsCount()
  total: number;

  /** How many of them were judged again so far. */
  @IsCount()
  judged: number;

  /** How many of those that passed the draft would have refused. */
  @IsCount()
  newlyRefused: number;

  /** How many of those that were refused the draft would have let through. */
  @IsCount()
  newlyLetThrough: number;

  /** How many cannot be judged again, since the record holds no report of theirs or not all of its evidence. */
  @IsCount()
  notRepeatable: number;
}

export class BackTestedLiveResponse {
  /** How many versions were in Production when the back-test began. */
  @IsCount()
  total: number;

  /** How many of them were judged so far, by the policy in force and by the draft. */
  @IsCount()
  judged: number;

  /** How many of them the draft gives another verdict than the policy in force. */
  @IsCount()
  changed: number;

  /** How many cannot be judged, since the record holds no judgement that brought them to Production. */
  @IsCount()
  notRepeatable: number;
}

export class LiveJudgementResponse {
  /** Name of the model. */
  model: string;

  /** The version in Production. */
  @IsCount(1)
  version: number;

  /** The verdict of the policy in force on the evidence it was promoted with; null when it is unknown. */
  @IsOneOf(VERDICTS)
  verdict: Verdict | null;

  /** The verdict of the draft on the same evidence; null when it is unknown. */
  @IsOneOf(VERDICTS)
  draftVerdict: Verdict | null;

  /** The draft's verdict in a sentence; null when it is unknown. */
  message: string | null;
}

export class BackTestJobResponse {
  /** Identifier of the back-test. */
  @IsId()
  id: string;

  /** Where it stands; its counts are final once it succeeded. */
  @IsOneOf(JOB_STATUSES)
  status: JobStatus;

  /** When it was asked for. */
  createdAt: Date;

  /** When it ended. */
  finishedAt: Date | null;

  /** Why it failed; null unless it did. */
  error: string | null;

  /** The promotions of the past. */
  promotions: BackTestedPromotionsResponse;

  /** What is in Production now. */
  live: BackTestedLiveResponse;

  /** The first 1000 live versions whose verdict changes or is unknown. */
  items: LiveJudgementResponse[];
}

export function toBackTestJobResponse(job: Job): BackTestJobResponse {
  const { id, status, createdAt, finishedAt, error } = job;
  return { id, status, createdAt, finishedAt, error, ...((job.progress as BackTestTally | null) ?? emptyTally(0, 0)) };
}
