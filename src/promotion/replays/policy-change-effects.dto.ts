import { IsCount } from '../../platform/http/fields.js';
import { PolicyChangeResponse } from '../policies/policy-changes.dto.js';

/** What a changed policy would have made of the newest recorded promotions to Production, 200 at most. */
export class PolicyChangeEffectResponse {
  /** How many promotions were judged. */
  @IsCount()
  promotions: number;

  /** How many of those that passed it would have refused. */
  @IsCount()
  newlyRefused: number;

  /** How many of those that were refused it would have let through. */
  @IsCount()
  newlyLetThrough: number;
}

export class PolicyChangeDetailsResponse extends PolicyChangeResponse {
  /** What it would have made of past promotions; null once it has its outcome. */
  effect: PolicyChangeEffectResponse | null;
}
