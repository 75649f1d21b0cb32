import { IsCount, IsJsonObject, IsModelName, IsOneOf, Optional } from '../http/fields.js';
import { type Stage } from '../models/stage.js';
import { type BackTestItem } from './back-test.js';
import { GATED_STAGES } from '../policy-document/gate-policy.js';

export class BackTestRequest {
  /** The draft policy, in the form of a gate policy document. */
  @IsJsonObject(1_000_000)
  policy: Record<string, unknown>;

  /** The model whose promotions to judge, the draft standing for its own policy; without it all models, the draft standing for the registry's default. */
  @Optional()
  @IsModelName()
  model?: string;

  /** The stage whose promotions to judge; Production unless given. */
  @Optional()
  @IsOneOf(GATED_STAGES)
  toStage?: Stage;

  /** How many of the newest promotions to judge at most; 200 unless given. */
  @Optional()
  @IsCount(1, 1_000)
  limit?: number;
}

export class BackTestItemResponse {
  /** The recorded transition. */
  transitionId: string;

  /** Name of the model on that day. */
  model: string;

  /** The version that was to be promoted. */
  version: number;

  /** When it was asked for. */
  requestedAt: Date;

  /** What became of it. */
  status: string;

  /** The verdict on that day. */
  verdict: string;

  /** The verdict of the draft on the same evidence. */
  draftVerdict: string;

  /** `same`, `newly_refused` or `newly_let_through`. */
  change: string;

  /** The draft's verdict in a sentence. */
  message: string;
}

export class BackTestResponse {
  /** Digest of the draft policy. */
  policyDigest: string;

  /** How many promotions were judged. */
  promotions: number;

  /** How many of those that passed the draft would have refused. */
  newlyRefused: number;

  /** How many of those that were refused the draft would have let through. */
  newlyLetThrough: number;

  /** Every promotion, newest first. */
  items: BackTestItemResponse[];
}

export function toBackTestResponse(items: BackTestItem[], policyDigest: string): BackTestResponse {
  const count = (change: BackTestItem['change']): number => items.filter((item) => item.change === change).length;
  return {
    policyDigest,
    promotions: items.length,
    newlyRefused: count('newly_refused'),
    newlyLetThrough: count('newly_let_through'),
    items,
  };
}
