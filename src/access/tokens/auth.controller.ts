import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { IdParam } from '../../platform/http/parameters.js';
import { IssuedTokenResponse, IssueTokenRequest, ListTokensQuery, MeResponse, TokenPage } from './auth.dto.js';
import { AuthService } from './auth.service.js';
import { Requires } from '../../platform/access/requires.decorator.js';

@ApiTags('access')
@Controller('api/v1')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  /** Answers who the caller is and what it may do. */
  @Get('me')
  @Requires('self:read')
  getMe(@CurrentCaller() caller: Caller): Promise<MeResponse> {
    return this.auth.getMe(caller);
  }

  /**
   * Issues a token. The answer is the only place that ever shows it.
   * @throws {403} The token would carry what the caller lacks.
   */
  @Post('tokens')
  @Requires('token:manage')
  issueToken(@Body() request: IssueTokenRequest, @CurrentCaller() caller: Caller): Promise<IssuedTokenResponse> {
    return this.auth.issueToken(request, caller);
  }

  /** Lists the tokens that were issued, newest first, revoked and expired ones included. */
  @Get('tokens')
  @Requires('token:manage')
  listTokens(@Query() query: ListTokensQuery): Promise<TokenPage> {
    return this.auth.listTokens(query);
  }

  /**
   * Revokes a token; every replica refuses it from then on.
   * @throws {404} The token does not exist.
   */
  @Delete('tokens/:id')
  @HttpCode(204)
  @Requires('token:manage')
  revokeToken(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<void> {
    return this.auth.revokeToken(id, caller);
  }
}
