import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { CheckpointsModule } from '../../record/checkpoints/checkpoints.module.js';
import { AttestationsWitness } from './attestations-witness.service.js';
import { AttestationsController } from './attestations.controller.js';
import { Attestations } from './attestations.service.js';

@Module({
  imports: [AuditModule, CheckpointsModule],
  controllers: [AttestationsController],
  providers: [Attestations, AttestationsWitness],
})
export class AttestationsModule {}
