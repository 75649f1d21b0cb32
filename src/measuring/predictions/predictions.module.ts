import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyAdapter } from '@nestjs/platform-fastify';
import { AuditModule } from '../../record/audit/audit.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { Engine } from './engine/engine.service.js';
import { JobOutcomes } from './jobs/job-outcomes.service.js';
import { JobQueue } from './jobs/job-queue.service.js';
import { JobRunner } from './jobs/job-runner.service.js';
import { JobTasks } from './jobs/job-tasks.service.js';
import { PredictionFiles } from './kept/prediction-files.service.js';
import { PredictionsController } from './predictions.controller.js';
import { PredictionsService } from './predictions.service.js';
import { Retention } from './kept/retention.service.js';
import { SourceRoots } from './uploads/source-roots.service.js';
import { takeUploads } from './uploads/take-uploads.hook.js';

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
    Retention,
  ],
  exports: [PredictionsService, PredictionFiles, JobQueue],
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
