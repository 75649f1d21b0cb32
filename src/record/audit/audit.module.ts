import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditExports } from './audit-exports.service.js';
import { AuditService } from './audit.service.js';
import { Denials } from './denials.service.js';
import { Witnesses } from './witnesses.service.js';

@Module({
  controllers: [AuditController],
  providers: [AuditService, AuditExports, Denials, Witnesses],
  exports: [AuditService, Denials, Witnesses],
})
export class AuditModule {}
