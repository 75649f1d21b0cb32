import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditExports } from './audit-exports.service.js';
import { AuditService } from './audit.service.js';

@Module({ controllers: [AuditController], providers: [AuditService, AuditExports], exports: [AuditService] })
export class AuditModule {}
