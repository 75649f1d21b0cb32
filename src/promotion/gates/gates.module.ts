import { Module } from '@nestjs/common';
import { IdempotencyModule } from '../../platform/idempotency/idempotency.module.js';
import { ReEvaluationsModule } from '../re-evaluations/re-evaluations.module.js';
import { BrokenRules } from './broken-rules.service.js';
import { GateReportPart } from './gate-report-part.service.js';
import { GatesController } from './gates.controller.js';
import { GatesService } from './gates.service.js';

@Module({
  imports: [IdempotencyModule, ReEvaluationsModule],
  controllers: [GatesController],
  providers: [GatesService, GateReportPart, BrokenRules],
  exports: [GatesService, BrokenRules],
})
export class GatesModule {}
