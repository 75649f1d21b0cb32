import { Module } from '@nestjs/common';
import { VerificationModule } from '../../record/verification/verification.module.js';
import { VersionRunsWitness } from './version-runs-witness.service.js';
import { VersionsWitness } from './versions-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { RunsModule } from '../runs/runs.module.js';
import { VersionsController } from './versions.controller.js';
import { VersionsService } from './versions.service.js';

@Module({
  imports: [AuditModule, RunsModule, VerificationModule],
  controllers: [VersionsController],
  providers: [VersionRunsWitness, VersionsWitness, VersionsService],
  exports: [VersionsService],
})
export class VersionsModule {}
