import { Module } from '@nestjs/common';
import { VerificationModule } from '../../record/verification/verification.module.js';
import { DatasetsWitness } from './datasets-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { DatasetsController } from './datasets.controller.js';
import { DatasetsService } from './datasets.service.js';

@Module({
  imports: [AuditModule, VerificationModule],
  controllers: [DatasetsController],
  providers: [DatasetsWitness, DatasetsService],
})
export class DatasetsModule {}
