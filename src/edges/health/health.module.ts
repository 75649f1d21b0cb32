import { Module } from '@nestjs/common';
import { PoolWatch } from '../../platform/database/pool-watch.service.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { BrokenRules } from '../../promotion/gates/broken-rules.service.js';
import { GatesModule } from '../../promotion/gates/gates.module.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { Metrics } from './metrics.js';

@Module({
  imports: [GatesModule, JobsModule],
  controllers: [HealthController],
  providers: [
    HealthService,
    {
      provide: Metrics,
      inject: [PoolWatch, BrokenRules, Jobs],
      useFactory: (pool: PoolWatch, { counter }: BrokenRules, { takenOver }: Jobs) =>
        new Metrics(pool, [counter, takenOver]),
    },
  ],
  exports: [HealthService, Metrics],
})
export class HealthModule {}
