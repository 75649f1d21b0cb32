import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mapPage } from '../../platform/lists/page.dto.js';
import { listSegmentRows } from '../audit/archive.queries.js';
import { type AuditSegmentPage, type ListAuditSegmentsQuery, toAuditSegmentResponse } from './segments.dto.js';

/** Tells which parts of the record are in files, and by what to know them. */
@Injectable()
export class AuditSegments {
  constructor(private readonly dataSource: DataSource) {}

  async listAuditSegments(query: ListAuditSegmentsQuery): Promise<AuditSegmentPage> {
    return mapPage(await listSegmentRows(this.dataSource.manager, query), toAuditSegmentResponse);
  }
}
