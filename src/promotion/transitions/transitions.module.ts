import { Module } from '@nestjs/common';
import { TenuresWitness } from './tenures-witness.service.js';
import { TransitionsWitness } from './transitions-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { AuthModule } from '../../access/tokens/auth.module.js';
import { GatesModule } from '../gates/gates.module.js';
import { ReEvaluationsModule } from '../re-evaluations/re-evaluations.module.js';
import { Aftermath } from './aftermath.service.js';
import { ApprovalsService } from './approvals.service.js';
import { GateChecksController } from './gate-checks.controller.js';
import { GateChecks } from './gate-checks.service.js';
import { Ground } from './ground.service.js';
import { StageChanges } from './stage-changes.service.js';
import { RollbackPreviews } from './rollback-previews.service.js';
import { Standings } from './standings.service.js';
import { TransitionOutcomes } from './transition-outcomes.service.js';
import { Withdrawals } from './withdrawals.service.js';
import { TransitionsController } from './transitions.controller.js';
import { TransitionsService } from './transitions.service.js';

@Module({
  imports: [AuditModule, AuthModule, GatesModule, ReEvaluationsModule],
  controllers: [TransitionsController, GateChecksController],
  providers: [
    TransitionsWitness,
    TenuresWitness,
    ApprovalsService,
    StageChanges,
    Standings,
    RollbackPreviews,
    TransitionsService,
    Ground,
    Aftermath,
    TransitionOutcomes,
    GateChecks,
    Withdrawals,
  ],
  exports: [TransitionsService, ApprovalsService, Aftermath, StageChanges, TransitionOutcomes],
})
export class TransitionsModule {}
