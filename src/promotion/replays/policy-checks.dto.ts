import { IsCount, IsDigest, IsJsonObject, Shows } from '../../platform/http/fields.js';
import { PolicyAdviceResponse, PolicyConflictResponse } from '../policies/gate-policies.dto.js';
import { LiveJudgementResponse } from './back-test-jobs.dto.js';
import { BackTestItemResponse } from './back-tests.dto.js';

export class CheckGatePolicyRequest {
  /** The draft policy, in the form of a gate policy document. */
  @IsJsonObject(1_000_000)
  @Shows({ allOf: [{ $ref: '#/components/schemas/GatePolicyDocument' }] })
  policy: Record<string, unknown>;
}

/** Requests that await approval, judged by the draft on what they rest on. */
export class CheckedWaitingResponse {
  /** How many there are. */
  @IsCount()
  total: number;

  /** How many of them were judged, the oldest first. */
  @IsCount()
  judged: number;

  /** Those whose verdict would be another. To set any other policy ends all of them as stale. */
  items: BackTestItemResponse[];
}

/** Versions in Production, judged by the draft on what brought them there. */
export class CheckedProductionsResponse {
  /** How many there are. */
  @IsCount()
  total: number;

  /** How many of them were judged. */
  @IsCount()
  judged: number;

  /** Those whose verdict would be another, or is unknown. */
  items: LiveJudgementResponse[];
}

/** What a draft policy would bring about; nothing of it is kept. */
export class PolicyCheckResponse {
  /** Whether the draft could be set now. */
  valid: boolean;

  /** Everything that is wrong with it, each with its place; empty when it is valid. */
  faults: PolicyConflictResponse[];

  /** The draft with presets and short forms written out, composed with the other scope; null when it cannot be read. */
  @Shows({ type: 'object', additionalProperties: true, nullable: true })
  effectivePolicy: Record<string, unknown> | null;

  /** Digest of the effective policy; null likewise. */
  @IsDigest()
  effectiveDigest: string | null;

  /** What it demands that evidence can hardly meet. */
  advice: PolicyAdviceResponse[];

  /** Requests that await approval; null when the draft is not valid. */
  waiting: CheckedWaitingResponse | null;

  /** Versions in Production; null when the draft is not valid. */
  production: CheckedProductionsResponse | null;
}
