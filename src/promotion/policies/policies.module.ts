import { Module } from '@nestjs/common';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { TOLD_POLICY_CHANGES } from './told-policy-changes.queries.js';
import { PoliciesWitness } from './policies-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { GatePoliciesController } from './gate-policies.controller.js';
import { PolicyChangesController } from './policy-changes.controller.js';
import { PolicyChanges } from './policy-changes.service.js';
import { PolicyRevisions } from './policy-revisions.service.js';
import { PolicyWithdrawals } from './policy-withdrawals.service.js';
import { GatePoliciesService } from './gate-policies.service.js';

@Module({
  imports: [AuditModule],
  controllers: [GatePoliciesController, PolicyChangesController],
  providers: [PoliciesWitness, GatePoliciesService, PolicyChanges, PolicyRevisions, PolicyWithdrawals],
  exports: [GatePoliciesService, PolicyChanges],
})
export class PoliciesModule {
  constructor(witnesses: Witnesses) {
    witnesses.registerRows(TOLD_POLICY_CHANGES);
  }
}
