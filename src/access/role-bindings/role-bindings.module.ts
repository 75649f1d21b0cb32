import { Module } from '@nestjs/common';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { TOLD_ROLE_BINDINGS } from './role-binding.entity.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { TokenStatesModule } from '../tokens/token-states.module.js';
import { Admissions } from './admissions.service.js';
import { RoleBindingsController } from './role-bindings.controller.js';
import { RoleBindingsService } from './role-bindings.service.js';
import { StandingRights } from './standing-rights.service.js';

@Module({
  imports: [AuditModule, TokenStatesModule],
  controllers: [RoleBindingsController],
  providers: [Admissions, RoleBindingsService, StandingRights],
  exports: [Admissions, StandingRights],
})
export class RoleBindingsModule {
  constructor(witnesses: Witnesses) {
    witnesses.registerRows(TOLD_ROLE_BINDINGS);
  }
}
