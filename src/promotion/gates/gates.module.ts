import { Module } from '@nestjs/common';
import { VerificationModule } from '../../record/verification/verification.module.js';
import { GateReportsWitness } from './gate-reports-witness.service.js';
import { ReEvaluationsModule } from '../re-evaluations/re-evaluations.module.js';
import { BrokenRules } from './broken-rules.service.js';
import { GatesController } from './gates.controller.js';
import { GatesService } from './gates.service.js';

@Module({
  imports: [ReEvaluationsModule, VerificationModule],
  controllers: [GatesController],
  providers: [GateReportsWitness, GatesService, BrokenRules],
  exports: [GatesService, BrokenRules],
})
export class GatesModule {}
