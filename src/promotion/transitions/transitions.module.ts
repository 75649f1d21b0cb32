import { Module } from '@nestjs/common';
import { TenuresWitness } from './witnesses/tenures-witness.service.js';
import { TransitionsWitness } from './witnesses/transitions-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { AuthModule } from '../../access/tokens/auth.module.js';
import { GatesModule } from '../gates/gates.module.js';
import { ReEvaluationsModule } from '../re-evaluations/re-evaluations.module.js';
import { Aftermath } from './safeguards/aftermath.service.js';
import { ApprovalsService } from './decisions/approvals.service.js';
import { GateChecksController } from './standing/gate-checks.controller.js';
import { GateChecks } from './standing/gate-checks.service.js';
import { HistoryController } from './history/history.controller.js';
import { TransitionHistory } from './history/history.service.js';
import { StageChanges } from './stage-changes.service.js';
import { RollbackPreviews } from './standing/rollback-previews.service.js';
import { Standings } from './standing/standings.service.js';
import { TransitionOutcomes } from './transition-outcomes.service.js';
import { Withdrawals } from './decisions/withdrawals.service.js';
import { TransitionsController } from './transitions.controller.js';
import { TransitionsService } from './transitions.service.js';

@Module({
  imports: [AuditModule, AuthModule, GatesModule, ReEvaluationsModule],
  controllers: [TransitionsController, HistoryController, GateChecksController],
  providers: [
    TransitionsWitness,
    TenuresWitness,
    ApprovalsService,
    StageChanges,
    TransitionHistory,
    Standings,
    RollbackPreviews,
    TransitionsService,
    Aftermath,
    TransitionOutcomes,
    GateChecks,
    Withdrawals,
  ],
  exports: [TransitionsService, ApprovalsService, Aftermath, StageChanges, TransitionOutcomes],
})
export class TransitionsModule {}
