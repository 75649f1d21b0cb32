import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { Requires } from '../../platform/access/requires.decorator.js';
import { IdParam } from '../../platform/http/parameters.js';
import { CreateTrustRuleRequest, ListTrustRulesQuery, TrustRulePage, TrustRuleResponse } from './trust-rules.dto.js';
import { TrustRulesService } from './trust-rules.service.js';

@ApiTags('access')
@Controller('api/v1')
export class TrustRulesController {
  constructor(private readonly rules: TrustRulesService) {}

  /**
   * Lets tokens of another issuer, such as those of CI jobs, be exchanged for short-lived ones of the service, so that no secret is stored there.
   * @throws {403} The rule would give rights that the caller lacks.
   * @throws {404} The model does not exist.
   */
  @Post('trust-rules')
  @Requires('trust-rule:manage', { named: 'model', prefix: 'modelPrefix', otherwise: 'registry' })
  createTrustRule(
    @Body() request: CreateTrustRuleRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<TrustRuleResponse> {
    return this.rules.createTrustRule(request, caller);
  }

  /** Lists the trust rules of the models whose rules the caller manages, newest first; those of the whole registry are listed to callers who manage all. */
  @Get('trust-rules')
  @Requires('trust-rule:manage', 'anywhere')
  listTrustRules(@Query() query: ListTrustRulesQuery, @CurrentCaller() caller: Caller): Promise<TrustRulePage> {
    return this.rules.listTrustRules(query, caller);
  }

  /**
   * Answers one trust rule.
   * @throws {404} The trust rule does not exist.
   */
  @Get('trust-rules/:id')
  @Requires('trust-rule:manage', 'anywhere')
  getTrustRule(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<TrustRuleResponse> {
    return this.rules.getTrustRule(id, caller);
  }

  /**
   * Ends a trust rule, and with it the tokens that it gave; every replica refuses them from then on.
   * @throws {404} The trust rule does not exist.
   */
  @Delete('trust-rules/:id')
  @HttpCode(204)
  @Requires('trust-rule:manage', 'anywhere')
  deleteTrustRule(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<void> {
    return this.rules.deleteTrustRule(id, caller);
  }
}
