import { createReadStream, readFileSync } from 'node:fs';
import { Controller, Get, Header, Param, Redirect, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../platform/access/requires.decorator.js';
import { problemKind, problemKinds } from '../../platform/http/problem.js';
import { openapiFile, type OpenapiForm, swaggerUiFile } from '../../platform/package-files.js';
import { DOCS_PAGE, problemPage, problemsPage, START_SCRIPT } from './pages.js';

const PROBLEM_NOT_FOUND = problemKind(404, 'PROBLEM_NOT_FOUND', 'There is no problem of this code');
/** Swagger UI styles itself inline; everything comes from here. */
const DOCS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";
const HTML = 'text/html; charset=utf-8';
const JAVASCRIPT = 'text/javascript; charset=utf-8';
const A_DAY = 'public, max-age=86400';

@ApiExcludeController()
@Controller()
export class DocsController {
  private readonly documents = new Map<OpenapiForm, string>();

  /** Where somebody lands who opens the address in a browser. */
  @Get()
  @Public()
  @Redirect('/docs')
  getStart(): void {}

  @Get('openapi.json')
  @Public()
  @Header('Content-Type', 'application/json; charset=utf-8')
  getDocument(): string {
    return this.read('openapi.json');
  }

  @Get('openapi.yaml')
  @Public()
  @Header('Content-Type', 'application/yaml; charset=utf-8')
  getYamlDocument(): string {
    return this.read('openapi.yaml');
  }

  /** For generators that read OpenAPI 3.0 alone. */
  @Get('openapi-3.0.json')
  @Public()
  @Header('Content-Type', 'application/json; charset=utf-8')
  getOlderDocument(): string {
    return this.read('openapi-3.0.json');
  }

  private read(form: OpenapiForm): string {
    const text = this.documents.get(form) ?? readFileSync(openapiFile(form), 'utf8');
    this.documents.set(form, text);
    return text;
  }

  @Get('docs')
  @Public()
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', DOCS_POLICY)
  getPage(): string {
    return DOCS_PAGE;
  }

  @Get('docs/start.js')
  @Public()
  @Header('Content-Type', JAVASCRIPT)
  getStartScript(): string {
    return START_SCRIPT;
  }

  @Get('docs/swagger-ui-bundle.js')
  @Public()
  @Header('Content-Type', JAVASCRIPT)
  @Header('Cache-Control', A_DAY)
  getBundle(): StreamableFile {
    return new StreamableFile(createReadStream(swaggerUiFile('swagger-ui-bundle.js')));
  }

  @Get('docs/swagger-ui.css')
  @Public()
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', A_DAY)
  getStyles(): StreamableFile {
    return new StreamableFile(createReadStream(swaggerUiFile('swagger-ui.css')));
  }

  @Get('docs/problems')
  @Public()
  @Header('Content-Type', HTML)
  listProblems(): string {
    return problemsPage(problemKinds());
  }

  @Get('docs/problems/:code')
  @Public()
  @Header('Content-Type', HTML)
  getProblem(@Param('code') code: string): string {
    const kind = problemKinds().get(code);
    if (!kind) throw PROBLEM_NOT_FOUND('The page /docs/problems lists all codes.');
    return problemPage(code, kind);
  }
}
