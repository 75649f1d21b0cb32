import { Module } from '@nestjs/common';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { VersionRunsWitness } from './version-runs-witness.service.js';
import { VersionsWitness } from './versions-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { RunReading } from './run-reading.service.js';
import { VersionsController } from './versions.controller.js';
import { VersionsService } from './versions.service.js';

@Module({
  imports: [AuditModule, JobsModule, RunsModule],
  controllers: [VersionsController],
  providers: [RunReading, VersionRunsWitness, VersionsWitness, VersionsService],
  exports: [VersionsService],
})
export class VersionsModule {}
