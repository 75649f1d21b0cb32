import { Module } from '@nestjs/common';
import { VerificationModule } from '../../record/verification/verification.module.js';
import { PoliciesWitness } from './policies-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { GatePoliciesController } from './gate-policies.controller.js';
import { GatePoliciesService } from './gate-policies.service.js';

@Module({
  imports: [AuditModule, VerificationModule],
  controllers: [GatePoliciesController],
  providers: [PoliciesWitness, GatePoliciesService],
  exports: [GatePoliciesService],
})
export class PoliciesModule {}
