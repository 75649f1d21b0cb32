import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CheckpointsModule } from '../checkpoints/checkpoints.module.js';
import { Archivist } from './archivist.service.js';
import { SegmentsController } from './segments.controller.js';
import { AuditSegments } from './segments.service.js';

@Module({
  imports: [AuditModule, CheckpointsModule],
  controllers: [SegmentsController],
  providers: [Archivist, AuditSegments],
  exports: [Archivist],
})
export class ArchiveModule {}
