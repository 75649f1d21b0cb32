import { Controller, Get, Header, Headers, Param, Redirect, Res } from '@nestjs/common';
import { ApiExcludeController, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Public, Requires } from '../../platform/access/requires.decorator.js';
import { ConsoleLinksResponse, ConsoleSettingsResponse } from './console.dto.js';
import { ConsoleService } from './console.service.js';

const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');
const PERMISSIONS_POLICY = 'camera=(), microphone=(), geolocation=(), payment=()';

@ApiTags('access')
@Controller('api/v1')
export class ConsoleSettingsController {
  constructor(private readonly console: ConsoleService) {}

  /** Answers what the console shows to everybody: the name of the registry and the ways to sign in. */
  @Get('console-settings')
  @Public()
  getConsoleSettings(): ConsoleSettingsResponse {
    return this.console.getSettings();
  }

  /** Answers where the console's links to other places lead. */
  @Get('console-settings/links')
  @Requires('registry:read', 'anywhere')
  getConsoleLinks(): ConsoleLinksResponse {
    return this.console.getLinks();
  }
}

@ApiExcludeController()
@Controller('console')
export class ConsoleController {
  constructor(private readonly console: ConsoleService) {}

  @Get()
  @Public()
  @Redirect('/console/')
  getConsole(): void {}

  @Get('assets/:name')
  @Public()
  @Header('Content-Security-Policy', PAGE_POLICY)
  @Header('Permissions-Policy', PERMISSIONS_POLICY)
  getAsset(
    @Param('name') name: string,
    @Headers('accept-encoding') encodings: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer {
    return this.console.getAsset(name, encodings, reply);
  }

  /** Every view has an address of its own, and the one page shows them all. */
  @Get('*')
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', PAGE_POLICY)
  @Header('Permissions-Policy', PERMISSIONS_POLICY)
  getPage(): string {
    return this.console.getPage();
  }
}
