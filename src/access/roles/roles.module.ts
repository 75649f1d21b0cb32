import { Module } from '@nestjs/common';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { TOLD_ROLES } from './role.entity.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { RolesController } from './roles.controller.js';
import { RolesService } from './roles.service.js';

@Module({ imports: [AuditModule], controllers: [RolesController], providers: [RolesService] })
export class RolesModule {
  constructor(witnesses: Witnesses) {
    witnesses.registerRows(TOLD_ROLES);
  }
}
