import { Module } from '@nestjs/common';
import { VerificationModule } from '../../record/verification/verification.module.js';
import { TenuresWitness } from './tenures-witness.service.js';
import { TransitionsWitness } from './transitions-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { AuthModule } from '../../access/tokens/auth.module.js';
import { GatesModule } from '../gates/gates.module.js';
import { ReEvaluationsModule } from '../re-evaluations/re-evaluations.module.js';
import { ApprovalsService } from './approvals.service.js';
import { StageChanges } from './stage-changes.service.js';
import { RollbackPreviews } from './rollback-previews.service.js';
import { Standings } from './standings.service.js';
import { TransitionsController } from './transitions.controller.js';
import { TransitionsService } from './transitions.service.js';

@Module({
  imports: [AuditModule, AuthModule, GatesModule, ReEvaluationsModule, VerificationModule],
  controllers: [TransitionsController],
  providers: [
    TransitionsWitness,
    TenuresWitness,
    ApprovalsService,
    StageChanges,
    Standings,
    RollbackPreviews,
    TransitionsService,
  ],
  exports: [TransitionsService, ApprovalsService, StageChanges],
})
export class TransitionsModule {}
