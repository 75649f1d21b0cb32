import { Body, Controller, Delete, Get, Put, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { Requires } from '../../platform/access/requires.decorator.js';
import { ModelParam } from '../../platform/http/parameters.js';
import { oneReason } from '../../registry/versions/quarantine.dto.js';
import { HoldResponse, LiftHoldQuery, LiftHoldRequest, SetHoldRequest } from './holds.dto.js';
import { HoldsService } from './holds.service.js';

@ApiTags('transitions')
@Controller('api/v1/models/:model/hold')
export class HoldsController {
  constructor(private readonly holds: HoldsService) {}

  /**
   * Answers the hold that a model is on; while it is, nothing of it is promoted to Production.
   * @throws {404} The model does not exist, or is not on hold.
   */
  @Get()
  @Requires('registry:read')
  getHold(@ModelParam() model: string): Promise<HoldResponse> {
    return this.holds.getHold(model);
  }

  /**
   * Puts a model on hold by hand, as a rollback does by itself. One that is on hold stays so, for the reason that it is.
   * @throws {404} The model does not exist.
   */
  @Put()
  @Requires('hold:lift')
  setHold(
    @ModelParam() model: string,
    @Body() request: SetHoldRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<HoldResponse> {
    return this.holds.setHold(model, request.reason, caller);
  }

  /**
   * Lifts the hold of a model, which a person does and no service. The reason stands in a body or, where something between drops it, in the query.
   * @throws {400} There is no reason.
   * @throws {403} The caller is a service.
   * @throws {404} The model does not exist, or is not on hold.
   */
  @Delete()
  @ApiBody({ type: LiftHoldRequest, required: false })
  @Requires('hold:lift')
  liftHold(
    @ModelParam() model: string,
    @Body() request: LiftHoldRequest,
    @Query() query: LiftHoldQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<HoldResponse> {
    return this.holds.liftHold(model, oneReason(request.reason, query.reason), caller);
  }
}
