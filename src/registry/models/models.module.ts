import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { ModelsController } from './models.controller.js';
import { ModelsService } from './models.service.js';

@Module({ imports: [AuditModule], controllers: [ModelsController], providers: [ModelsService] })
export class ModelsModule {}
