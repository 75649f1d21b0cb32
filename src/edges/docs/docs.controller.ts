import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/requires.decorator.js';
import { problemKind } from '../../platform/http/problem.js';
import { Documentation, FILE_PATHS } from './documentation.reader.js';
import { wantsHtml } from './negotiation.js';

const PROBLEM_NOT_FOUND = problemKind(404, 'PROBLEM_NOT_FOUND', 'There is no problem of this code');
const START_LINKS = '</openapi.json>; rel="service-desc", </docs>; rel="service-doc", </readyz>; rel="status"';

@ApiExcludeController()
@Controller()
export class DocsController {
  private readonly documentation = new Documentation();

  /** The console for browsers, which name HTML, and links for programs. */
  @Get()
  @Public()
  @Header('Link', START_LINKS)
  async getStart(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (wantsHtml(request.headers.accept, false)) {
      await reply.header('Vary', 'Accept').header('Cache-Control', 'no-cache').redirect('/console/', 302);
      return;
    }
    await this.documentation.start().send(request, reply, 'Accept');
  }

  /** The API document, the page that shows it, and what that loads. */
  @Get([...FILE_PATHS])
  @Public()
  getFile(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.documentation.file(request.routeOptions.url!).send(request, reply);
  }

  @Get('docs/problems')
  @Public()
  listProblems(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.documentation.problems(request.headers.accept).send(request, reply, 'Accept');
  }

  /** @throws {404} the service answers with no such code */
  @Get('docs/problems/:code')
  @Public()
  async getProblem(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
  ): Promise<void> {
    const page = this.documentation.problem(code, request.headers.accept);
    if (!page) throw PROBLEM_NOT_FOUND('The page /docs/problems lists all codes.');
    await page.send(request, reply, 'Accept');
  }
}
