import { Module } from '@nestjs/common';
import { VerificationModule } from '../../record/verification/verification.module.js';
import { VersionsWitness } from './versions-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { VersionsController } from './versions.controller.js';
import { VersionsService } from './versions.service.js';

@Module({
  imports: [AuditModule, VerificationModule],
  controllers: [VersionsController],
  providers: [VersionsWitness, VersionsService],
  exports: [VersionsService],
})
export class VersionsModule {}
