import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { GatePoliciesController } from './gate-policies.controller.js';
import { GatePoliciesService } from './gate-policies.service.js';

@Module({ imports: [AuditModule], controllers: [GatePoliciesController], providers: [GatePoliciesService] })
export class PoliciesModule {}
