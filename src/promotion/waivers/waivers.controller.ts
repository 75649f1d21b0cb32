import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { IdParam, ModelParam, VersionParam } from '../../platform/http/parameters.js';
import {
  GrantedWaiverResponse,
  GrantWaiverRequest,
  ListWaiversQuery,
  WaiverPage,
  WaiverResponse,
} from './waivers.dto.js';
import { WaiversService } from './waivers.service.js';

@ApiTags('waivers')
@Controller('api/v1/models/:model/versions/:version/waivers')
export class WaiversController {
  constructor(private readonly waivers: WaiversService) {}

  /**
   * Waives a rule that is INCONCLUSIVE, for the evidence and the policy of now. The verdict stays what it is; the version may be promoted once all such rules are waived.
   * @throws {403} The caller registered the version, asks for its promotion, or is a service account.
   * @throws {404} The model or the version does not exist.
   * @throws {409} The policy allows no waivers, the rule stands in no way, or the caller waives it already.
   * @throws {422} The rule failed or is not there, the reason is too short, or the waiver would hold too long.
   */
  @Post()
  @Requires('waiver:write')
  grantWaiver(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Body() request: GrantWaiverRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<GrantedWaiverResponse> {
    return this.waivers.grantWaiver(model, version, request, caller);
  }

  /**
   * Lists the waivers of a version, newest first, expired and revoked ones too.
   * @throws {404} The model or the version does not exist.
   */
  @Get()
  @MayLag()
  @Requires('registry:read')
  listWaivers(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Query() query: ListWaiversQuery,
  ): Promise<WaiverPage> {
    return this.waivers.listWaivers(model, version, query);
  }

  /**
   * Revokes a waiver; what was promoted by it stays where it is.
   * @throws {403} Another granted the waiver.
   * @throws {404} The model, the version or the waiver does not exist.
   */
  @Delete(':id')
  @Requires('waiver:write')
  revokeWaiver(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @IdParam() id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<WaiverResponse> {
    return this.waivers.revokeWaiver({ model, version, id }, caller);
  }
}
