import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AliasesModule } from './aliases/aliases.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { ComparisonsModule } from './comparisons/comparisons.module.js';
import { Config } from './config.js';
import { DatasetsModule } from './datasets/datasets.module.js';
import { DocsModule } from './docs/docs.module.js';
import { EvaluationsModule } from './evaluations/evaluations.module.js';
import { GatesModule } from './gates/gates.module.js';
import { HealthModule } from './health/health.module.js';
import { type Log, LOG } from './http/log.js';
import { IdempotencyModule } from './idempotency/idempotency.module.js';
import { ModelsModule } from './models/models.module.js';
import { PoliciesModule } from './policies/policies.module.js';
import { PredictionsModule } from './predictions/predictions.module.js';
import { PreparedReads } from './prepared-reads.js';
import { ReplaysModule } from './replays/replays.module.js';
import { TransitionsModule } from './transitions/transitions.module.js';
import { VersionsModule } from './versions/versions.module.js';

/** One line per feature. */
const FEATURES = [
  HealthModule,
  DocsModule,
  AuthModule,
  AuditModule,
  IdempotencyModule,
  ModelsModule,
  VersionsModule,
  DatasetsModule,
  EvaluationsModule,
  PredictionsModule,
  PoliciesModule,
  GatesModule,
  ReplaysModule,
  ComparisonsModule,
  TransitionsModule,
  AliasesModule,
];

/** What every feature may ask for without importing a module. */
@Global()
@Module({})
class SurroundingsModule {
  static of(config: Config, dataSource: DataSource, log: Log): DynamicModule {
    const providers = [
      { provide: Config, useValue: config },
      { provide: DataSource, useValue: dataSource },
      { provide: LOG, useValue: log },
      PreparedReads,
    ];
    return { module: SurroundingsModule, providers, exports: providers };
  }
}

@Module({})
export class AppModule {
  static of(config: Config, dataSource: DataSource, log: Log): DynamicModule {
    return { module: AppModule, imports: [SurroundingsModule.of(config, dataSource, log), ...FEATURES] };
  }
}
