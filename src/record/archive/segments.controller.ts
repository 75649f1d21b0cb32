import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { AuditSegmentPage, ListAuditSegmentsQuery } from './segments.dto.js';
import { AuditSegments } from './segments.service.js';

@ApiTags('audit')
@Controller('api/v1/audit-events/segments')
export class SegmentsController {
  constructor(private readonly segments: AuditSegments) {}

  /** Lists the sealed files that the oldest events were moved into, in the order of the record; the files themselves are where they were archived to. */
  @Get()
  @MayLag()
  @Requires('registry:read')
  listAuditSegments(@Query() query: ListAuditSegmentsQuery): Promise<AuditSegmentPage> {
    return this.segments.listAuditSegments(query);
  }
}
