import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { RolesController } from './roles.controller.js';
import { RolesService } from './roles.service.js';

@Module({ imports: [AuditModule], controllers: [RolesController], providers: [RolesService] })
export class RolesModule {}
