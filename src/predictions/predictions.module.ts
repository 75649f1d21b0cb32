import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyAdapter } from '@nestjs/platform-fastify';
import { AuditModule } from '../audit/audit.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { Engine } from './engine.service.js';
import { JobOutcomes } from './job-outcomes.service.js';
import { JobQueue } from './job-queue.service.js';
import { JobRunner } from './job-runner.service.js';
import { JobTasks } from './job-tasks.service.js';
import { PredictionFiles } from './prediction-files.service.js';
import { PredictionsController } from './predictions.controller.js';
import { PredictionsService } from './predictions.service.js';
import { ReEvaluations } from './re-evaluations.service.js';
import { Retention } from './retention.service.js';
import { SourceRoots } from './source-roots.service.js';
import { takeUploads } from './take-uploads.hook.js';

@Module({
  imports: [AuditModule, EvaluationsModule],
  controllers: [PredictionsController],
  providers: [
    PredictionsService,
    PredictionFiles,
    SourceRoots,
    Engine,
    JobTasks,
    JobOutcomes,
    JobQueue,
    JobRunner,
    ReEvaluations,
    Retention,
  ],
  exports: [PredictionsService, ReEvaluations],
})
export class PredictionsModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly files: PredictionFiles,
  ) {}

  onModuleInit(): void {
    takeUploads(this.host.httpAdapter.getInstance(), this.files);
  }
}
