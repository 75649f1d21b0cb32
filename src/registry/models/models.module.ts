import { Module } from '@nestjs/common';
import { FrozenModels } from './frozen-models.service.js';
import { ModelsWitness } from './models-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { ModelsController } from './models.controller.js';
import { ModelsService } from './models.service.js';

@Module({
  imports: [AuditModule],
  controllers: [ModelsController],
  providers: [ModelsWitness, ModelsService, FrozenModels],
  exports: [ModelsService, FrozenModels],
})
export class ModelsModule {}
