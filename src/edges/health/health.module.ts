import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BrokenRules } from '../../promotion/gates/broken-rules.service.js';
import { GatesModule } from '../../promotion/gates/gates.module.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { Metrics } from './metrics.js';

@Module({
  imports: [GatesModule],
  controllers: [HealthController],
  providers: [
    HealthService,
    {
      provide: Metrics,
      inject: [DataSource, BrokenRules],
      useFactory: (dataSource: DataSource, { counter }: BrokenRules) => new Metrics(dataSource, [counter]),
    },
  ],
  exports: [Metrics],
})
export class HealthModule {}
