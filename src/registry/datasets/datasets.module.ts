import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { DatasetsController } from './datasets.controller.js';
import { DatasetsService } from './datasets.service.js';

@Module({ imports: [AuditModule], controllers: [DatasetsController], providers: [DatasetsService] })
export class DatasetsModule {}
