import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BrokenRules } from '../../promotion/gates/broken-rules.service.js';
import { GatesModule } from '../../promotion/gates/gates.module.js';
import { FailedJobs } from '../../measuring/predictions/jobs/failed-jobs.service.js';
import { PredictionsModule } from '../../measuring/predictions/predictions.module.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { Metrics } from './metrics.js';

@Module({
  imports: [GatesModule, PredictionsModule],
  controllers: [HealthController],
  providers: [
    HealthService,
    {
      provide: Metrics,
      inject: [DataSource, BrokenRules, FailedJobs],
      useFactory: (dataSource: DataSource, rules: BrokenRules, jobs: FailedJobs) =>
        new Metrics(dataSource, [rules.counter, jobs.counter]),
    },
  ],
  exports: [Metrics],
})
export class HealthModule {}
