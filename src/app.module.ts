import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AliasesModule } from './promotion/aliases/aliases.module.js';
import { AttestationsModule } from './promotion/attestations/attestations.module.js';
import { ArchiveModule } from './record/archive/archive.module.js';
import { AuditModule } from './record/audit/audit.module.js';
import { AuthModule } from './access/tokens/auth.module.js';
import { ComparisonsModule } from './promotion/comparisons/comparisons.module.js';
import { Clock } from './platform/clock.js';
import { Config } from './platform/config.js';
import { DatasetsModule } from './registry/datasets/datasets.module.js';
import { DocsModule } from './edges/docs/docs.module.js';
import { EvaluationsModule } from './measuring/evaluations/evaluations.module.js';
import { FeedModule } from './record/feed/feed.module.js';
import { GatesModule } from './promotion/gates/gates.module.js';
import { HealthModule } from './edges/health/health.module.js';
import { type Log, LOG } from './platform/http/log.js';
import { IdempotencyModule } from './platform/idempotency/idempotency.module.js';
import { MlflowModule } from './edges/mlflow/mlflow.module.js';
import { ImportsModule } from './promotion/imports/imports.module.js';
import { ModelsModule } from './registry/models/models.module.js';
import { PoliciesModule } from './promotion/policies/policies.module.js';
import { PredictionsModule } from './measuring/predictions/predictions.module.js';
import { PoolWatch } from './platform/database/pool-watch.service.js';
import { PreparedReads } from './platform/database/prepared-reads.js';
import { ReplicaWatch } from './platform/database/replica/replica-watch.service.js';
import { SIGNING_KEY } from './platform/access/signing-key.js';
import { loadSigningKey } from './platform/config/signing-key.reader.js';
import { ReEvaluationsModule } from './promotion/re-evaluations/re-evaluations.module.js';
import { ReplaysModule } from './promotion/replays/replays.module.js';
import { CardsModule } from './promotion/cards/cards.module.js';
import { FreezesModule } from './promotion/freezes/freezes.module.js';
import { HoldsModule } from './promotion/holds/holds.module.js';
import { OverridesModule } from './promotion/overrides/overrides.module.js';
import { RunEvaluationsModule } from './measuring/run-evaluations/run-evaluations.module.js';
import { SignaturesModule } from './registry/signatures/signatures.module.js';
import { StreamsModule } from './record/streams/streams.module.js';
import { SearchModule } from './promotion/search/search.module.js';
import { ConsoleModule } from './edges/console/console.module.js';
import { ExamplesModule } from './edges/examples/examples.module.js';
import { OwnedResources } from './access/role-bindings/owned-resources.service.js';
import { RoleBindingsModule } from './access/role-bindings/role-bindings.module.js';
import { RolesModule } from './access/roles/roles.module.js';
import { SessionsModule } from './access/sessions/sessions.module.js';
import { TransitionsModule } from './promotion/transitions/transitions.module.js';
import { TrustRulesModule } from './access/trust-rules/trust-rules.module.js';
import { VerificationModule } from './record/verification/verification.module.js';
import { WaiversModule } from './promotion/waivers/waivers.module.js';
import { CheckpointsModule } from './record/checkpoints/checkpoints.module.js';
import { WebhooksModule } from './record/webhooks/webhooks.module.js';
import { VersionsModule } from './registry/versions/versions.module.js';

/** One line per feature. */
const FEATURES = [
  HealthModule,
  DocsModule,
  ConsoleModule,
  AuthModule,
  SessionsModule,
  RoleBindingsModule,
  RolesModule,
  TrustRulesModule,
  AuditModule,
  VerificationModule,
  CheckpointsModule,
  FeedModule,
  WebhooksModule,
  StreamsModule,
  IdempotencyModule,
  ModelsModule,
  VersionsModule,
  SignaturesModule,
  DatasetsModule,
  EvaluationsModule,
  RunEvaluationsModule,
  PredictionsModule,
  PoliciesModule,
  ReEvaluationsModule,
  GatesModule,
  ReplaysModule,
  ComparisonsModule,
  TransitionsModule,
  FreezesModule,
  HoldsModule,
  OverridesModule,
  AttestationsModule,
  AliasesModule,
  ImportsModule,
  SearchModule,
  CardsModule,
  WaiversModule,
  ArchiveModule,
  ExamplesModule,
  MlflowModule,
];

/** What every feature may ask for without importing a module. */
@Global()
@Module({})
class PlatformModule {
  static of(config: Config, dataSource: DataSource, log: Log): DynamicModule {
    const providers = [
      { provide: Config, useValue: config },
      { provide: DataSource, useValue: dataSource },
      { provide: LOG, useValue: log },
      { provide: SIGNING_KEY, useFactory: () => loadSigningKey(config) },
      Clock,
      PreparedReads,
      OwnedResources,
      PoolWatch,
      ReplicaWatch,
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}

@Module({})
export class AppModule {
  static of(config: Config, dataSource: DataSource, log: Log): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.of(config, dataSource, log), ...FEATURES] };
  }
}
