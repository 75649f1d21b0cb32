import { Module } from '@nestjs/common';
import { DatasetsWitness } from './datasets-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { DatasetsController } from './datasets.controller.js';
import { DatasetsService } from './datasets.service.js';

@Module({
  imports: [AuditModule],
  controllers: [DatasetsController],
  providers: [DatasetsWitness, DatasetsService],
})
export class DatasetsModule {}
