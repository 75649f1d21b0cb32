import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { Admissions } from './admissions.service.js';
import { RoleBindingsController } from './role-bindings.controller.js';
import { RoleBindingsService } from './role-bindings.service.js';
import { StandingRights } from './standing-rights.service.js';

@Module({
  imports: [AuditModule],
  controllers: [RoleBindingsController],
  providers: [Admissions, RoleBindingsService, StandingRights],
  exports: [Admissions, StandingRights],
})
export class RoleBindingsModule {}
