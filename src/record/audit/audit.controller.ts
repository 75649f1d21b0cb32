import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { AuditExports } from './audit-exports.service.js';
import { AuditEventPage, ExportAuditEventsQuery, ListAuditEventsQuery } from './audit.dto.js';
import { AuditService } from './audit.service.js';

const NDJSON = 'application/x-ndjson';

@ApiTags('audit')
@Controller('api/v1/audit-events')
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly exports: AuditExports,
  ) {}

  /** Lists audit events, newest first unless asked otherwise: those of the models that the caller may read. */
  @Get()
  @MayLag()
  @Requires('registry:read', 'anywhere')
  listAuditEvents(@Query() query: ListAuditEventsQuery, @CurrentCaller() caller: Caller): Promise<AuditEventPage> {
    return this.audit.listAuditEvents(query, caller);
  }

  /**
   * Streams audit events as newline-delimited JSON, oldest first, and none that an event may still come before. Without `after` it begins with the first that was not archived.
   * @throws {410} Events after `after` are in the archive.
   * @throws {429} As many exports run as the service carries at once.
   */
  @Get('export')
  @MayLag()
  @Requires('registry:read', 'anywhere')
  @ApiOkResponse({
    description: 'One audit event per line.',
    content: { [NDJSON]: { schema: { type: 'string', description: 'Lines of JSON, each an audit event.' } } },
  })
  async exportAuditEvents(
    @Query() query: ExportAuditEventsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.begin(query, caller), { type: NDJSON });
  }
}
