import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { AuditModule } from '../../record/audit/audit.module.js';
import { EvaluationsModule } from '../evaluations/evaluations.module.js';
import { CurvesController } from './curves/curves.controller.js';
import { CurvesService } from './curves/curves.service.js';
import { Engine } from './engine/engine.service.js';
import { FailedJobs } from './jobs/failed-jobs.service.js';
import { FolderCare } from './jobs/folder-care.service.js';
import { JobOutcomes } from './jobs/job-outcomes.service.js';
import { JobTasks } from './jobs/job-tasks.service.js';
import { PredictionJobs } from './jobs/prediction-jobs.service.js';
import { QueuePlaces } from './jobs/queue-places.service.js';
import { PredictionWork } from './jobs/prediction-work.service.js';
import { PredictionFiles } from './kept/prediction-files.service.js';
import { Retention } from './kept/retention.service.js';
import { PredictionsController } from './predictions.controller.js';
import { PredictionsService } from './predictions.service.js';
import { SourceRoots } from './uploads/source-roots.service.js';
import { Submissions } from './uploads/submissions.service.js';
import { UploadRoute } from './uploads/upload-route.hook.js';

@Module({
  imports: [AuditModule, EvaluationsModule, JobsModule],
  controllers: [PredictionsController, CurvesController],
  providers: [
    PredictionsService,
    PredictionFiles,
    SourceRoots,
    Submissions,
    UploadRoute,
    Engine,
    JobTasks,
    JobOutcomes,
    FailedJobs,
    PredictionWork,
    PredictionJobs,
    QueuePlaces,
    FolderCare,
    Retention,
    CurvesService,
  ],
  exports: [PredictionJobs, FailedJobs],
})
export class PredictionsModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly files: PredictionFiles,
    private readonly work: PredictionWork,
    private readonly care: FolderCare,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    if (!this.files.isAvailable) return;
    for (const kind of [this.work, this.care, this.retention]) this.jobs.register(kind);
  }
}
