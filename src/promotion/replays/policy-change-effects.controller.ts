import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { Requires } from '../../platform/access/requires.decorator.js';
import { IdParam } from '../../platform/http/parameters.js';
import { PolicyChangeDetailsResponse } from './policy-change-effects.dto.js';
import { PolicyChangeEffects } from './policy-change-effects.service.js';

@ApiTags('gatePolicies')
@Controller('api/v1/policy-changes')
export class PolicyChangeEffectsController {
  constructor(private readonly effects: PolicyChangeEffects) {}

  /**
   * Answers one change of a policy, with what it would have made of past promotions.
   * @throws {404} The change does not exist.
   */
  @Get(':id')
  @Requires('registry:read', { idOf: 'policy-change' })
  getPolicyChange(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<PolicyChangeDetailsResponse> {
    return this.effects.getPolicyChange(id, caller);
  }
}
