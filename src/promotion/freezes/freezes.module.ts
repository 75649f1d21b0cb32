import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { ModelsModule } from '../../registry/models/models.module.js';
import { FreezesController } from './freezes.controller.js';
import { FreezesService } from './freezes.service.js';

@Module({ imports: [AuditModule, ModelsModule], controllers: [FreezesController], providers: [FreezesService] })
export class FreezesModule {}
