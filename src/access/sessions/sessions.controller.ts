import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { Requires, SignsIn } from '../../platform/access/requires.decorator.js';
import { IdParam } from '../../platform/http/parameters.js';
import { ListSessionsQuery, SessionPage, SessionResponse, StartSessionRequest } from './sessions.dto.js';
import { SessionsService, type StartedSession } from './sessions.service.js';

@ApiTags('access')
@Controller('api/v1')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  /**
   * Signs a browser in, by the code of a sign-in link or by a token: the answer sets a cookie. Only a page of this service may ask.
   * @throws {401} The code or the token signs nobody in.
   * @throws {403} Another site asked.
   * @throws {421} The service does not know the name it was called by.
   */
  @Post('sessions')
  @SignsIn()
  async startSession(
    @Body() request: StartSessionRequest,
    @Req() raw: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return withCookie(reply, await this.sessions.startSession(request, raw));
  }

  /** Lists the sessions that stand, newest first: the caller's own, and for whoever manages tokens those of all. */
  @Get('sessions')
  @Requires('session:end')
  listSessions(@Query() query: ListSessionsQuery, @CurrentCaller() caller: Caller): Promise<SessionPage> {
    return this.sessions.listSessions(query, caller);
  }

  /**
   * Signs out: ends the session that the request is part of.
   * @throws {404} The request carries a token and is part of no session.
   */
  @Delete('sessions/current')
  @HttpCode(204)
  @Requires('session:end')
  async endCurrentSession(
    @CurrentCaller() caller: Caller,
    @Req() raw: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    clearBrowser(reply, await this.sessions.endCurrentSession(caller, raw));
  }

  /**
   * Ends a session; every replica refuses it from then on.
   * @throws {404} The session does not exist, has ended, or is somebody else's.
   */
  @Delete('sessions/:id')
  @HttpCode(204)
  @Requires('session:end')
  endSession(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<void> {
    return this.sessions.endSession(id, caller);
  }
}

function withCookie(reply: FastifyReply, { session, cookie }: StartedSession): SessionResponse {
  void reply.header('Set-Cookie', cookie);
  return session;
}

/** Nothing that the browser kept of the pages is to outlive the session. */
function clearBrowser(reply: FastifyReply, cookie: string): void {
  void reply.header('Set-Cookie', cookie).header('Clear-Site-Data', '"cache"');
}
