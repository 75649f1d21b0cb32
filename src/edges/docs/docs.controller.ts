import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/requires.decorator.js';
import { problemKind } from '../../platform/http/problem.js';
import { Documentation } from './documentation.js';
import { PAGE_POLICY } from './pages.js';

const PROBLEM_NOT_FOUND = problemKind(404, 'PROBLEM_NOT_FOUND', 'There is no problem of this code');
const START_LINKS = '</openapi.json>; rel="service-desc", </docs>; rel="service-doc", </readyz>; rel="status"';

@ApiExcludeController()
@Controller()
export class DocsController {
  private readonly documentation = new Documentation();

  /** A page for browsers, which name HTML, and links for programs. */
  @Get()
  @Public()
  @Header('Content-Security-Policy', PAGE_POLICY)
  @Header('Link', START_LINKS)
  getStart(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.documentation.start(request.headers.accept).send(request, reply, 'Accept');
  }

  @Get('openapi.json')
  @Public()
  getDocument(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.documentation.file('openapi.json').send(request, reply);
  }

  @Get('openapi.yaml')
  @Public()
  getYamlDocument(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.documentation.file('openapi.yaml').send(request, reply);
  }

  @Get(['docs/favicon.svg', 'favicon.ico'])
  @Public()
  getFavicon(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.documentation.file('favicon.svg').send(request, reply);
  }

  @Get('docs')
  @Public()
  @Header('Content-Security-Policy', PAGE_POLICY)
  getReference(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.documentation.file('reference').send(request, reply);
  }

  @Get('docs/start.js')
  @Public()
  getStartScript(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.documentation.file('start.js').send(request, reply);
  }

  @Get('docs/style.css')
  @Public()
  getStyles(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.documentation.file('style.css').send(request, reply);
  }

  @Get('docs/swagger-ui-bundle.js')
  @Public()
  getBundle(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.documentation.file('swagger-ui-bundle.js').send(request, reply);
  }

  @Get('docs/swagger-ui.css')
  @Public()
  getBundleStyles(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.documentation.file('swagger-ui.css').send(request, reply);
  }

  @Get('docs/problems')
  @Public()
  @Header('Content-Security-Policy', PAGE_POLICY)
  listProblems(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.documentation.problems(request.headers.accept).send(request, reply, 'Accept');
  }

  /** @throws {404} the service answers with no such code */
  @Get('docs/problems/:code')
  @Public()
  @Header('Content-Security-Policy', PAGE_POLICY)
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
