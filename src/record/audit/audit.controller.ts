import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.decorator.js';
import { AuditEventPage, AuditFilter, AuditVerificationResponse, ListAuditEventsQuery } from './audit.dto.js';
import { AuditService } from './audit.service.js';

const NDJSON = 'application/x-ndjson';

@ApiTags('audit')
@Controller('api/v1/audit-events')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  /** Lists audit events, newest first unless asked otherwise. */
  @Get()
  @Requires('registry:read')
  listAuditEvents(@Query() query: ListAuditEventsQuery): Promise<AuditEventPage> {
    return this.audit.listAuditEvents(query);
  }

  /** Verifies every chain of the record and names the first event of each that does not fit. */
  @Get('verification')
  @Requires('registry:read')
  verifyAuditEvents(): Promise<AuditVerificationResponse> {
    return this.audit.verifyAuditEvents();
  }

  /** Streams audit events as newline-delimited JSON, oldest first. */
  @Get('export')
  @Requires('registry:read')
  @ApiOkResponse({
    description: 'One audit event per line.',
    content: { [NDJSON]: { schema: { type: 'string', description: 'Lines of JSON, each an audit event.' } } },
  })
  exportAuditEvents(@Query() filter: AuditFilter): StreamableFile {
    return new StreamableFile(Readable.from(this.audit.exportAuditEvents(filter)), { type: NDJSON });
  }
}
