import { Module } from '@nestjs/common';
import { EvaluationsModule } from '../../measuring/evaluations/evaluations.module.js';
import { PoliciesModule } from '../../promotion/policies/policies.module.js';
import { TransitionsModule } from '../../promotion/transitions/transitions.module.js';
import { ModelsModule } from '../../registry/models/models.module.js';
import { VersionsModule } from '../../registry/versions/versions.module.js';
import { ExampleRegistry } from './example-registry.service.js';
import { ExamplesController } from './examples.controller.js';
import { ExamplesService } from './examples.service.js';

@Module({
  imports: [ModelsModule, VersionsModule, EvaluationsModule, PoliciesModule, TransitionsModule],
  controllers: [ExamplesController],
  providers: [ExampleRegistry, ExamplesService],
})
export class ExamplesModule {}
