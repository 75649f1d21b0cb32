import { Body, Controller, Delete, Get, HttpCode, Param, Put, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Requires } from '../../platform/access/requires.decorator.js';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { ModelParam } from '../../platform/http/parameters.js';
import { AnswersRefusals, withStatus } from '../transitions/transition-answers.decorator.js';
import { RequestedTransitionResponse } from '../transitions/transitions.dto.js';
import { AliasResponse, SetAliasRequest } from './aliases.dto.js';
import { AliasesService } from './aliases.service.js';

@ApiTags('aliases')
@Controller('api/v1/models/:model/aliases/:alias')
export class AliasesController {
  constructor(private readonly aliases: AliasesService) {}

  /**
   * Points an alias at a version. Writing champion, or an alias the policy protects, is a promotion request through the gates.
   * @throws {400} The alias is reserved or no name.
   * @throws {404} The model or the version does not exist.
   */
  @Put()
  @ApiResponse({ status: 200, type: AliasResponse, description: 'The alias points at the version.' })
  @ApiResponse({ status: 201, type: RequestedTransitionResponse, description: 'The promotion was applied.' })
  @ApiResponse({ status: 202, type: RequestedTransitionResponse, description: 'The promotion awaits approval.' })
  @AnswersRefusals('The promotion it asks for is not possible.', 'The gates refused the version.')
  @Requires('alias:write')
  async setAlias(
    @ModelParam() model: string,
    @Param('alias') alias: string,
    @Body() request: SetAliasRequest,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AliasResponse | RequestedTransitionResponse> {
    return withStatus(reply, await this.aliases.setAlias(model, alias, request.version, caller));
  }

  /**
   * Answers the version an alias points at; champion answers the Production version and latest the highest.
   * @throws {404} The model or the alias does not exist.
   */
  @Get()
  @Requires('registry:read')
  getAlias(@ModelParam() model: string, @Param('alias') alias: string): Promise<AliasResponse> {
    return this.aliases.getAlias(model, alias);
  }

  /**
   * Deletes an alias.
   * @throws {404} The model or the alias does not exist.
   * @throws {409} The alias mirrors Production.
   */
  @Delete()
  @HttpCode(204)
  @Requires('alias:write')
  deleteAlias(
    @ModelParam() model: string,
    @Param('alias') alias: string,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    return this.aliases.deleteAlias(model, alias, caller);
  }
}
