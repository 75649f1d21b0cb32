import { Module } from '@nestjs/common';
import { type Counter } from 'prom-client';
import { PoolWatch } from '../../platform/database/pool-watch.service.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { GatesModule } from '../../promotion/gates/gates.module.js';
import { JudgedRules } from '../../promotion/gates/judged-rules.service.js';
import { FailedJobs } from '../../measuring/predictions/jobs/failed-jobs.service.js';
import { PredictionsModule } from '../../measuring/predictions/predictions.module.js';
import { Aftermath } from '../../promotion/transitions/aftermath.service.js';
import { TransitionOutcomes } from '../../promotion/transitions/transition-outcomes.service.js';
import { TransitionsModule } from '../../promotion/transitions/transitions.module.js';
import { LaneWorker } from '../../record/webhooks/lane-worker.service.js';
import { WebhooksModule } from '../../record/webhooks/webhooks.module.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { Metrics } from './metrics.js';
import { MetricsPort } from './metrics-port.service.js';
import { RegistryMetrics } from './registry-metrics.service.js';

/** What features count of their own work. */
const COUNTERS = Symbol('counters');
type CountingServices = [JudgedRules, Jobs, FailedJobs, Aftermath, TransitionOutcomes, LaneWorker];

@Module({
  imports: [GatesModule, JobsModule, PredictionsModule, TransitionsModule, WebhooksModule],
  controllers: [HealthController],
  providers: [
    HealthService,
    RegistryMetrics,
    MetricsPort,
    {
      provide: COUNTERS,
      inject: [JudgedRules, Jobs, FailedJobs, Aftermath, TransitionOutcomes, LaneWorker],
      useFactory: (...[rules, jobs, failed, aftermath, outcomes, webhooks]: CountingServices): Counter<string>[] => [
        rules.broken,
        rules.verdicts,
        jobs.takenOver,
        failed.counter,
        aftermath.overrides,
        outcomes.counter,
        webhooks.attempts,
      ],
    },
    {
      provide: Metrics,
      inject: [PoolWatch, RegistryMetrics, COUNTERS],
      useFactory: (pool: PoolWatch, state: RegistryMetrics, counters: Counter<string>[]) =>
        new Metrics(pool, state, counters),
    },
  ],
  exports: [HealthService, Metrics],
})
export class HealthModule {}
