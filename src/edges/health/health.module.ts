import { Module } from '@nestjs/common';
import { type Counter } from 'prom-client';
import { PoolWatch } from '../../platform/database/pool-watch.service.js';
import { ReplicaWatch } from '../../platform/database/replica/replica-watch.service.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { Purges } from '../../platform/jobs/purges.service.js';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { GatesModule } from '../../promotion/gates/gates.module.js';
import { JudgedRules } from '../../promotion/gates/judged-rules.service.js';
import { FailedJobs } from '../../measuring/predictions/jobs/failed-jobs.service.js';
import { PredictionsModule } from '../../measuring/predictions/predictions.module.js';
import { Aftermath } from '../../promotion/transitions/safeguards/aftermath.service.js';
import { TransitionOutcomes } from '../../promotion/transitions/transition-outcomes.service.js';
import { TransitionsModule } from '../../promotion/transitions/transitions.module.js';
import { Streamer } from '../../record/streams/streamer.service.js';
import { StreamsModule } from '../../record/streams/streams.module.js';
import { LaneWorker } from '../../record/webhooks/lane-worker.service.js';
import { WebhooksModule } from '../../record/webhooks/webhooks.module.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { Metrics } from './metrics.service.js';
import { MetricsPort } from './metrics-port.service.js';
import { RegistryMetrics } from './registry-metrics.service.js';

/** What features count of their own work. */
const COUNTERS = Symbol('counters');
type CountingServices = [JudgedRules, Jobs, Purges, FailedJobs, Aftermath, TransitionOutcomes, LaneWorker, Streamer];

@Module({
  imports: [GatesModule, JobsModule, PredictionsModule, TransitionsModule, WebhooksModule, StreamsModule],
  controllers: [HealthController],
  providers: [
    HealthService,
    RegistryMetrics,
    MetricsPort,
    {
      provide: COUNTERS,
      inject: [JudgedRules, Jobs, Purges, FailedJobs, Aftermath, TransitionOutcomes, LaneWorker, Streamer],
      useFactory: (
        ...[rules, jobs, purges, failed, aftermath, outcomes, webhooks, streamer]: CountingServices
      ): Counter<string>[] => [
        rules.broken,
        rules.verdicts,
        jobs.takenOver,
        purges.removed,
        failed.counter,
        aftermath.overrides,
        outcomes.counter,
        webhooks.attempts,
        streamer.sent,
        streamer.failures,
      ],
    },
    {
      provide: Metrics,
      inject: [PoolWatch, ReplicaWatch, RegistryMetrics, COUNTERS],
      useFactory: (...given: ConstructorParameters<typeof Metrics>) => new Metrics(...given),
    },
  ],
  exports: [HealthService, Metrics],
})
export class HealthModule {}
