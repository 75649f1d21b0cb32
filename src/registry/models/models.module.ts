import { Module } from '@nestjs/common';
import { VerificationModule } from '../../record/verification/verification.module.js';
import { FrozenModels } from './frozen-models.service.js';
import { ModelsWitness } from './models-witness.service.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { ModelsController } from './models.controller.js';
import { ModelsService } from './models.service.js';

@Module({
  imports: [AuditModule, VerificationModule],
  controllers: [ModelsController],
  providers: [ModelsWitness, ModelsService, FrozenModels],
  exports: [ModelsService, FrozenModels],
})
export class ModelsModule {}
