import { GATED_STAGES, type GatedStage } from '../../../judging/policy/gate-policy.js';
import { Clearable, IsCount, IsOneOf, Optional } from '../../../platform/http/fields.js';
import { IsStatement } from '../../../platform/http/statement.field.js';

export class BreakGlassRequest {
  /** The stage the version shall move to. */
  @IsOneOf(GATED_STAGES)
  toStage: GatedStage;

  /** What the emergency is; the policy may ask for more than a few words. */
  @IsStatement(2_000)
  reason: string;

  /** Where the emergency is dealt with, such as the number of an incident; needed unless the policy does without. */
  @Optional()
  @IsStatement(500)
  ticket?: string;

  /** The version the caller believes to be in Production, null for none; another one there is answered with 409. */
  @Clearable()
  @IsCount(1)
  expectedIncumbent?: number | null;
}

/** What stood in the way of a promotion that passed the gates. */
export class BypassedBlockerResponse {
  /** Stable reason. */
  code: string;

  /** The reason, in the words of the time. */
  detail: string;
}

/** How the gates are passed in an emergency. */
export class OverrideResponse {
  /** The ticket of the emergency; null when the policy asks for none and none was named. */
  ticket: string | null;

  /** What stood in the way as it was asked for. */
  bypassed: BypassedBlockerResponse[];

  /** Days that its review may take once it is applied. */
  @IsCount(1, 365)
  reviewDueDays: number;
}
