import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { IdParam } from '../../platform/http/parameters.js';
import {
  DecidePolicyChangeRequest,
  ListPolicyChangesQuery,
  PolicyChangePage,
  PolicyChangeResponse,
} from './policy-changes.dto.js';
import { PolicyWithdrawals } from './policy-withdrawals.service.js';
import { PolicyChanges } from './policy-changes.service.js';

@ApiTags('gatePolicies')
@Controller('api/v1/policy-changes')
export class PolicyChangesController {
  constructor(
    private readonly changes: PolicyChanges,
    private readonly withdrawals: PolicyWithdrawals,
  ) {}

  /**
   * Lists the changes of policies that needed approval, newest first.
   * @throws {404} The model that is asked for does not exist.
   */
  @Get()
  @MayLag()
  @Requires('registry:read', { named: 'model', otherwise: 'anywhere' })
  listPolicyChanges(
    @Query() query: ListPolicyChangesQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<PolicyChangePage> {
    return this.changes.listPolicyChanges(query, caller);
  }

  /**
   * Approves or rejects a change of a policy; the last approval needed makes it the new revision. Its author never decides.
   * @throws {404} The change does not exist.
   * @throws {409} The change has an outcome already, waited too long, the caller has decided already, or the policy changed meanwhile.
   */
  @Post(':id/approvals')
  @HttpCode(200)
  @Requires('policy-change:decide', { idOf: 'policy-change' })
  decidePolicyChange(
    @IdParam() id: string,
    @Body() request: DecidePolicyChangeRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<PolicyChangeResponse> {
    return this.changes.decidePolicyChange(id, request, caller);
  }

  /**
   * Withdraws the caller's own decision. The withdrawal of a rejection opens the change again, if the policy is as it was.
   * @throws {404} The change does not exist, or the caller has no decision on it that stands.
   * @throws {409} The change has another outcome already, the policy changed meanwhile, or another change of it is open.
   */
  @Delete(':id/approvals/mine')
  @Requires('policy-change:decide', { idOf: 'policy-change' })
  withdrawPolicyDecision(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<PolicyChangeResponse> {
    return this.withdrawals.withdrawPolicyDecision(id, caller);
  }

  /**
   * Takes back a change of a policy that awaits approval.
   * @throws {404} The change does not exist.
   * @throws {409} The change has an outcome already.
   */
  @Post(':id/cancel')
  @HttpCode(200)
  @Requires('policy:write', { idOf: 'policy-change' })
  cancelPolicyChange(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<PolicyChangeResponse> {
    return this.changes.cancelPolicyChange(id, caller);
  }
}
