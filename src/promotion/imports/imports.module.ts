import { Module } from '@nestjs/common';
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
export class ImportsModule {}
