import { Client, type Pool } from 'pg';
import { type DataSource, type MigrationInterface } from 'typeorm';
import { CreateAudit1700000000000 } from '../migrations/1700000000000-create-audit.js';
import { CreateTokens1700000000010 } from '../migrations/1700000000010-create-tokens.js';
import { CreateModels1700000000100 } from '../migrations/1700000000100-create-models.js';
import { CreateModelVersions1700000000110 } from '../migrations/1700000000110-create-model-versions.js';
import { CreateProductionTenures1700000000120 } from '../migrations/1700000000120-create-production-tenures.js';
import { CreateModelAliases1700000000130 } from '../migrations/1700000000130-create-model-aliases.js';
import { CreateEvaluations1700000000140 } from '../migrations/1700000000140-create-evaluations.js';
import { CreateGatePolicies1700000000150 } from '../migrations/1700000000150-create-gate-policies.js';
import { CreateTransitions1700000000160 } from '../migrations/1700000000160-create-transitions.js';
import { CreateDatasetVersions1700000000170 } from '../migrations/1700000000170-create-dataset-versions.js';
import { CreatePredictionJobs1700000000200 } from '../migrations/1700000000200-create-prediction-jobs.js';
import { KeepNamesOfDeletedModels1700000000210 } from '../migrations/1700000000210-keep-names-of-deleted-models.js';
import { NameJobsByEvidence1700000000220 } from '../migrations/1700000000220-name-jobs-by-evidence.js';
import { CreateSweptPredictions1700000000230 } from '../migrations/1700000000230-create-swept-predictions.js';
import { StateDefinitionsOfEvaluations1700000000240 } from '../migrations/1700000000240-state-definitions-of-evaluations.js';
import { GiveTokensApprovalRoles1700000000250 } from '../migrations/1700000000250-give-tokens-approval-roles.js';
import { ContinueNumbersOfNames1700000000190 } from '../migrations/1700000000190-continue-numbers-of-names.js';
import { CreateIdempotencyKeys1700000000180 } from '../migrations/1700000000180-create-idempotency-keys.js';
import { CommandDataSource } from './ambient-transaction.js';
import { AuditChain } from './audit/audit-chain.entity.js';
import { AuditEvent } from './audit/audit-event.entity.js';
import { Token } from './auth/token.entity.js';
import { DatasetVersion } from './datasets/dataset-version.entity.js';
import { Evaluation } from './evaluations/evaluation.entity.js';
import { EvaluationMetric } from './evaluations/evaluation-metric.entity.js';
import { EvaluationPair } from './evaluations/evaluation-pair.entity.js';
import { GatePolicyRevision } from './policies/gate-policy-revision.entity.js';
import { GateReportRecord } from './gates/gate-report.entity.js';
import { IdempotencyKey } from './idempotency/idempotency-key.entity.js';
import { Model } from './models/model.entity.js';
import { PredictionJob } from './predictions/prediction-job.entity.js';
import { PredictionStore } from './predictions/prediction-store.entity.js';
import { StoredPredictions } from './predictions/stored-predictions.entity.js';
import { SweptPredictions } from './predictions/swept-predictions.entity.js';
import { TransitionApproval } from './transitions/transition-approval.entity.js';
import { Transition } from './transitions/transition.entity.js';
import { ModelAlias } from './versions/model-alias.entity.js';
import { ModelVersion } from './versions/model-version.entity.js';
import { ProductionTenure } from './versions/production-tenure.entity.js';

/** Every table the service reads or writes; a feature adds its entities here. */
const ENTITIES = [
  AuditChain,
  AuditEvent,
  Token,
  DatasetVersion,
  Evaluation,
  EvaluationMetric,
  EvaluationPair,
  GatePolicyRevision,
  GateReportRecord,
  IdempotencyKey,
  Model,
  PredictionJob,
  PredictionStore,
  StoredPredictions,
  SweptPredictions,
  TransitionApproval,
  Transition,
  ModelAlias,
  ModelVersion,
  ProductionTenure,
];

/** Every migration, oldest first; a feature adds its own here. The schema is made by these alone. */
export const MIGRATIONS: (new () => MigrationInterface)[] = [
  CreateAudit1700000000000,
  CreateTokens1700000000010,
  CreateModels1700000000100,
  CreateModelVersions1700000000110,
  CreateProductionTenures1700000000120,
  CreateModelAliases1700000000130,
  CreateEvaluations1700000000140,
  CreateGatePolicies1700000000150,
  CreateTransitions1700000000160,
  CreateDatasetVersions1700000000170,
  CreateIdempotencyKeys1700000000180,
  ContinueNumbersOfNames1700000000190,
  CreatePredictionJobs1700000000200,
  KeepNamesOfDeletedModels1700000000210,
  NameJobsByEvidence1700000000220,
  CreateSweptPredictions1700000000230,
  StateDefinitionsOfEvaluations1700000000240,
  GiveTokensApprovalRoles1700000000250,
];

/** Replicas that start at once queue on this key, so only the first one migrates. */
const MIGRATION_LOCK = 7_305_118_221;

export interface DatabaseOptions {
  poolSize?: number;
  applicationName?: string;
  onPoolError?: (error: Error) => void;
}

/** The one place that describes the database to the application, the command line and the tests. */
export function createDataSource(url: string, options: DatabaseOptions = {}): DataSource {
  return new CommandDataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    // Makes gen_random_uuid() the default of generated ids; PostgreSQL brings it along, no extension is installed.
    uuidExtension: 'pgcrypto',
    logging: false,
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'stagegate',
    connectTimeoutMS: 5_000,
    poolErrorHandler: options.onPoolError ?? (() => undefined),
    extra: { keepAlive: true },
  });
}

/**
 * Applies the pending migrations and returns their names. The lock lives in a transaction on a connection of its own:
 * it also holds through a pooler that shares sessions, and a crash releases it.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const { url, applicationName } = dataSource.options as { url: string; applicationName: string };
  const lock = new Client({ connectionString: url, application_name: `${applicationName} migration lock` });
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await lock.query('BEGIN');
    await lock.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await lock.query('SET LOCAL lock_timeout = 0');
    await lock.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const applied = await dataSource.runMigrations();
    await lock.query('COMMIT');
    return applied.map((migration) => migration.name);
  } finally {
    await lock.end();
  }
}

/** Names of migrations this program knows and the database has not seen. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query('SELECT name FROM migrations');
  const applied = new Set(rows.map((row) => row.name));
  return MIGRATIONS.map((migration) => migration.name).filter((name) => !applied.has(name));
}

/** The pool below TypeORM, for the few hot statements that are prepared by name. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
