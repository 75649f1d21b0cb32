import { Module } from '@nestjs/common';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { RunReading } from './run-reading.service.js';
import { TrackingServer } from './tracking-server.reader.js';

@Module({
  imports: [AuditModule, JobsModule],
  providers: [TrackingServer, RunReading],
  exports: [RunReading, TrackingServer],
})
export class RunsModule {}
