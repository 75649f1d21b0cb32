import { Controller, Get, Param, Query, Redirect, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { SignsIn } from '../../platform/access/requires.decorator.js';
import { type Onward, ProviderSignIns } from './provider-sign-ins.service.js';

/** Steps that a browser takes, which programs never do: the document of the API does not describe them. */
@ApiExcludeController()
@Controller('api/v1/sessions/oidc/:issuer')
export class ProviderSignInsController {
  constructor(private readonly signIns: ProviderSignIns) {}

  @Get('start')
  @SignsIn('navigation')
  @Redirect()
  async startProviderSignIn(
    @Param('issuer') issuer: string,
    @Query('next') next: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ url: string }> {
    return onward(reply, await this.signIns.start(issuer, typeof next === 'string' ? next : undefined, request));
  }

  @Get('callback')
  @SignsIn('navigation')
  @Redirect()
  async finishProviderSignIn(
    @Param('issuer') issuer: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ url: string }> {
    return onward(reply, await this.signIns.finish(issuer, request));
  }

  @Get('sign-out')
  @SignsIn('navigation')
  @Redirect()
  async signOutOfProvider(
    @Param('issuer') issuer: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ url: string }> {
    return onward(reply, await this.signIns.signOut(issuer, request));
  }
}

function onward(reply: FastifyReply, { url, cookies }: Onward): { url: string } {
  void reply.header('Cache-Control', 'no-store');
  for (const cookie of cookies) void reply.header('Set-Cookie', cookie);
  return { url };
}
