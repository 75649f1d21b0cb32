import { Module } from '@nestjs/common';
import { IdempotencyModule } from '../../platform/idempotency/idempotency.module.js';
import { VerificationModule } from '../../record/verification/verification.module.js';
import { GateReportsWitness } from './gate-reports-witness.service.js';
import { ReEvaluationsModule } from '../re-evaluations/re-evaluations.module.js';
import { JudgedRules } from './judged-rules.service.js';
import { GateReportPart } from './gate-report-part.service.js';
import { GatesController } from './gates.controller.js';
import { GatesService } from './gates.service.js';

@Module({
  imports: [IdempotencyModule, ReEvaluationsModule, VerificationModule],
  controllers: [GatesController],
  providers: [GateReportsWitness, GatesService, GateReportPart, JudgedRules],
  exports: [GatesService, JudgedRules],
})
export class GatesModule {}
