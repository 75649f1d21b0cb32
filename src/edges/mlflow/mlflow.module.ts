import { Module } from '@nestjs/common';
import { AliasesModule } from '../../promotion/aliases/aliases.module.js';
import { TransitionsModule } from '../../promotion/transitions/transitions.module.js';
import { ModelsModule } from '../../registry/models/models.module.js';
import { VersionsModule } from '../../registry/versions/versions.module.js';
import { ModelVersionsController } from './model-versions.controller.js';
import { ModelVersionsService } from './model-versions.service.js';
import { RegisteredModelsController } from './registered-models.controller.js';
import { RegisteredModelsService } from './registered-models.service.js';

@Module({
  imports: [AliasesModule, ModelsModule, TransitionsModule, VersionsModule],
  controllers: [RegisteredModelsController, ModelVersionsController],
  providers: [RegisteredModelsService, ModelVersionsService],
})
export class MlflowModule {}
