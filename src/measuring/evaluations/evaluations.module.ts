import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { IdempotencyModule } from '../../platform/idempotency/idempotency.module.js';
import { EvaluationPart } from './evaluation-part.service.js';
import { EvaluationsController } from './evaluations.controller.js';
import { EvaluationsWitness } from './evaluations-witness.service.js';
import { EvaluationsService } from './evaluations.service.js';

@Module({
  imports: [AuditModule, IdempotencyModule],
  controllers: [EvaluationsController],
  providers: [EvaluationsService, EvaluationPart, EvaluationsWitness],
  exports: [EvaluationsService],
})
export class EvaluationsModule {}
