import { VERDICTS, type Verdict } from '../../judging/verdict/verdict.js';
import { IsCount, IsDigest, IsJsonObject, IsOneOf, Shows } from '../../platform/http/fields.js';
import { PolicyAdviceResponse, PolicyConflictResponse } from '../policies/gate-policies.dto.js';
import { BackTestItemResponse } from './back-tests.dto.js';

export class CheckGatePolicyRequest {
  /** The draft policy, in the form of a gate policy document. */
  @IsJsonObject(1_000_000)
  @Shows({ allOf: [{ $ref: '#/components/schemas/GatePolicyDocument' }] })
  policy: Record<string, unknown>;
}

/** A version in Production that the draft would judge otherwise than the policy in force. */
export class CheckedProductionResponse {
  /** Name of the model. */
  model: string;

  /** The version in Production. */
  @IsCount(1)
  version: number;

  /** The verdict of the policy in force on the evidence it was promoted on; null when the record does not hold it. */
  @IsOneOf(VERDICTS)
  verdict: Verdict | null;

  /** The verdict of the draft on the same; null likewise. */
  @IsOneOf(VERDICTS)
  draftVerdict: Verdict | null;

  /** The verdict of the draft in a sentence; null likewise. */
  message: string | null;
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
  items: CheckedProductionResponse[];
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
