import { Module } from '@nestjs/common';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { TOLD_IMPORTS } from './told-imports.queries.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { ModelsModule } from '../../registry/models/models.module.js';
import { VersionsModule } from '../../registry/versions/versions.module.js';
import { TransitionsModule } from '../transitions/transitions.module.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';

@Module({
  imports: [AuditModule, ModelsModule, TransitionsModule, VersionsModule],
  controllers: [ImportsController],
  providers: [ImportsService],
})
export class ImportsModule {
  constructor(witnesses: Witnesses) {
    witnesses.registerRows(TOLD_IMPORTS);
  }
}
