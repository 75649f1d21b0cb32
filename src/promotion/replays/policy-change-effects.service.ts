import { Injectable } from '@nestjs/common';
import { type Caller } from '../../platform/access/caller.js';
import { PolicyChanges } from '../policies/policy-changes.service.js';
import { type PolicyChangeDetailsResponse } from './policy-change-effects.dto.js';
import { ReplaysService } from './replays.service.js';

/** What changes of policies would have made of past promotions. */
@Injectable()
export class PolicyChangeEffects {
  constructor(
    private readonly changes: PolicyChanges,
    private readonly replays: ReplaysService,
  ) {}

  /** A change, while it is open with its effect. */
  async getPolicyChange(id: string, caller: Caller): Promise<PolicyChangeDetailsResponse> {
    const change = await this.changes.getPolicyChange(id, caller);
    const { status, document: policy, model } = change;
    if (status !== 'awaiting_approval') return { ...change, effect: null };
    const tested = await this.replays.backTest({ policy, ...(model !== null && { model }) });
    const { promotions, newlyRefused, newlyLetThrough } = tested;
    return { ...change, effect: { promotions, newlyRefused, newlyLetThrough } };
  }
}
