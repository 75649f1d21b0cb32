import { Module } from '@nestjs/common';
import { RunsModule } from '../../registry/runs/runs.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { RunEvaluationsController } from './run-evaluations.controller.js';
import { RunEvaluationsService } from './run-evaluations.service.js';

@Module({
  imports: [EvaluationsModule, RunsModule],
  controllers: [RunEvaluationsController],
  providers: [RunEvaluationsService],
})
export class RunEvaluationsModule {}
