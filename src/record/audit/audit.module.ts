import { Module } from '@nestjs/common';
import { VerificationModule } from '../verification/verification.module.js';
import { AuditController } from './audit.controller.js';
import { AuditExports } from './audit-exports.service.js';
import { AuditService } from './audit.service.js';
import { Denials } from './denials.service.js';

@Module({
  imports: [VerificationModule],
  controllers: [AuditController],
  providers: [AuditService, AuditExports, Denials],
  exports: [AuditService, Denials],
})
export class AuditModule {}
