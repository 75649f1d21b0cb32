import { Module } from '@nestjs/common';
import { PoolWatch } from '../../platform/database/pool-watch.service.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { BrokenRules } from '../../promotion/gates/broken-rules.service.js';
import { GatesModule } from '../../promotion/gates/gates.module.js';
import { FailedJobs } from '../../measuring/predictions/jobs/failed-jobs.service.js';
import { PredictionsModule } from '../../measuring/predictions/predictions.module.js';
import { Aftermath } from '../../promotion/transitions/aftermath.service.js';
import { TransitionsModule } from '../../promotion/transitions/transitions.module.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { Metrics } from './metrics.js';

@Module({
  imports: [GatesModule, JobsModule, PredictionsModule, TransitionsModule],
  controllers: [HealthController],
  providers: [
    HealthService,
    {
      provide: Metrics,
      inject: [PoolWatch, BrokenRules, Jobs, FailedJobs, Aftermath],
      useFactory: (pool: PoolWatch, rules: BrokenRules, jobs: Jobs, failed: FailedJobs, aftermath: Aftermath) =>
        new Metrics(pool, [rules.counter, jobs.takenOver, failed.counter, aftermath.overrides]),
    },
  ],
  exports: [HealthService, Metrics],
})
export class HealthModule {}
