import { type DataSourceOptions, type MigrationInterface } from 'typeorm';
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
import { CreateIdempotencyKeys1700000000180 } from '../migrations/1700000000180-create-idempotency-keys.js';
import { ContinueNumbersOfNames1700000000190 } from '../migrations/1700000000190-continue-numbers-of-names.js';
import { CreatePredictionJobs1700000000200 } from '../migrations/1700000000200-create-prediction-jobs.js';
import { KeepNamesOfDeletedModels1700000000210 } from '../migrations/1700000000210-keep-names-of-deleted-models.js';
import { NameJobsByEvidence1700000000220 } from '../migrations/1700000000220-name-jobs-by-evidence.js';
import { CreateSweptPredictions1700000000230 } from '../migrations/1700000000230-create-swept-predictions.js';
import { StateDefinitionsOfEvaluations1700000000240 } from '../migrations/1700000000240-state-definitions-of-evaluations.js';
import { GiveTokensApprovalRoles1700000000250 } from '../migrations/1700000000250-give-tokens-approval-roles.js';
import { CreateJobs1795887000000 } from '../migrations/1795887000000-create-jobs.js';
import { IndexLists1795887779809 } from '../migrations/1795887779809-index-lists.js';
import { CountLapsesOfJobs1795888400000 } from '../migrations/1795888400000-count-lapses-of-jobs.js';
import { SettleTheRecord1795888500000 } from '../migrations/1795888500000-settle-the-record.js';
import { TellPromotersApart1795888510000 } from '../migrations/1795888510000-tell-promoters-apart.js';
import { ReserveNamesOfStages1795888600000 } from '../migrations/1795888600000-reserve-names-of-stages.js';
import { KeepPartsOfAnswersOnce1795888600010 } from '../migrations/1795888600010-keep-parts-of-answers-once.js';
import { CheapenListIndexes1795888700000 } from '../migrations/1795888700000-cheapen-list-indexes.js';
import { KeyVersionsByModel1795888700100 } from '../migrations/1795888700100-key-versions-by-model.js';
import { PackMetrics1795888700200 } from '../migrations/1795888700200-pack-metrics.js';
import { IndexChangesOfVersions1795888900000 } from '../migrations/1795888900000-index-changes-of-versions.js';
import { KeepNewestMetrics1795890100000 } from '../migrations/1795890100000-keep-newest-metrics.js';
import { KeepWhatListsShow1795890200000 } from '../migrations/1795890200000-keep-what-lists-show.js';
import { NoteModelsWithPolicies1795890200010 } from '../migrations/1795890200010-note-models-with-policies.js';
import { IndexWhatIsSearched1795890200020 } from '../migrations/1795890200020-index-what-is-searched.js';
import { CreateSessions1795890300000 } from '../migrations/1795890300000-create-sessions.js';
import { KeepWhatMlflowTells1795890400000 } from '../migrations/1795890400000-keep-what-mlflow-tells.js';
import { TellWhoseTokensAre1795910000000 } from '../migrations/1795910000000-tell-whose-tokens-are.js';
import { CreateTrustRules1795910000010 } from '../migrations/1795910000010-create-trust-rules.js';
import { CreateProviderSignIns1795910000020 } from '../migrations/1795910000020-create-provider-sign-ins.js';
import { CreateRoles1795910100000 } from '../migrations/1795910100000-create-roles.js';
import { CreateFreezes1795910200000 } from '../migrations/1795910200000-create-freezes.js';
import { CreateModelHolds1795910200010 } from '../migrations/1795910200010-create-model-holds.js';
import { CreateOverrides1795910200020 } from '../migrations/1795910200020-create-overrides.js';
import { EndDecisions1795910300000 } from '../migrations/1795910300000-end-decisions.js';
import { CreateWaivers1795910300010 } from '../migrations/1795910300010-create-waivers.js';
import { CreatePolicyChanges1795910300020 } from '../migrations/1795910300020-create-policy-changes.js';
import { SignCheckpoints1795910400000 } from '../migrations/1795910400000-sign-checkpoints.js';
import { CreateAttestations1795910400010 } from '../migrations/1795910400010-create-attestations.js';
import { CreateVersionSignatures1795910400020 } from '../migrations/1795910400020-create-version-signatures.js';
import { CreateWebhooks1795910500000 } from '../migrations/1795910500000-create-webhooks.js';
import { CreateVersionRuns1795910600000 } from '../migrations/1795910600000-create-version-runs.js';
import { CreateImports1795910600010 } from '../migrations/1795910600010-create-imports.js';
import { IndexWhatGoverns1795910700000 } from '../migrations/1795910700000-index-what-governs.js';
import { WithdrawDecisionsOnPolicies1795910700010 } from '../migrations/1795910700010-withdraw-decisions-on-policies.js';
import { NumberChangesOfRights1795910710000 } from '../migrations/1795910710000-number-changes-of-rights.js';
import { ArchiveTheRecord1795910730000 } from '../migrations/1795910730000-archive-the-record.js';
import { IndexEndedDeliveries1795910730010 } from '../migrations/1795910730010-index-ended-deliveries.js';
import { AddCommentsOfPolicies1795910750000 } from '../migrations/1795910750000-add-comments-of-policies.js';
import { CreateStreamPositions1795920000000 } from '../migrations/1795920000000-create-stream-positions.js';
import { KeepSigstoreBundles1795921000000 } from '../migrations/1795921000000-keep-sigstore-bundles.js';
import { NoteOwnersOfImports1795924000000 } from '../migrations/1795924000000-note-owners-of-imports.js';
import { ShowOriginsOfModels1795925500000 } from '../migrations/1795925500000-show-origins-of-models.js';
import { ShowOriginsOfVersions1795925600000 } from '../migrations/1795925600000-show-origins-of-versions.js';
import { NoteWhatImportsLeave1795922000000 } from '../migrations/1795922000000-note-what-imports-leave.js';
import { KeepClaimsOfPredictionJobs1795923000000 } from '../migrations/1795923000000-keep-claims-of-prediction-jobs.js';
import { CommandDataSource } from './platform/database/command-data-source.js';
import { KEPT_CONNECTIONS } from './platform/database/connections.js';
import { type ReplicaOptions } from './platform/config/database.js';
import { type SessionOptions, sessionSettings } from './platform/database/session.js';
import { ArchivedEvent } from './record/audit/archived-event.entity.js';
import { AuditChain } from './record/audit/audit-chain.entity.js';
import { AuditEvent } from './record/audit/audit-event.entity.js';
import { AuditSegment } from './record/audit/audit-segment.entity.js';
import { RoleBinding } from './access/role-bindings/role-binding.entity.js';
import { RightsRevision } from './access/role-bindings/rights-revision.entity.js';
import { CustomRole } from './access/roles/role.entity.js';
import { ProviderSignIn } from './access/sessions/provider-sign-in.entity.js';
import { RecordTreeNode } from './record/checkpoints/record-tree-node.entity.js';
import { SignedCheckpoint } from './record/checkpoints/signed-checkpoint.entity.js';
import { StreamPosition } from './record/streams/stream-position.entity.js';
import { Webhook } from './record/webhooks/webhook.entity.js';
import { WebhookDelivery } from './record/webhooks/webhook-delivery.entity.js';
import { WebhookLane } from './record/webhooks/webhook-lane.entity.js';
import { Session } from './access/sessions/session.entity.js';
import { SignInCode } from './access/sessions/sign-in-code.entity.js';
import { TrustRule } from './access/trust-rules/trust-rule.entity.js';
import { Token } from './access/tokens/token.entity.js';
import { DatasetVersion } from './registry/datasets/dataset-version.entity.js';
import { Evaluation } from './measuring/evaluations/evaluation.entity.js';
import { EvaluationMetrics } from './measuring/evaluations/evaluation-metrics.entity.js';
import { EvaluationPair } from './measuring/evaluations/evaluation-pair.entity.js';
import { GatePolicyRevision } from './promotion/policies/gate-policy-revision.entity.js';
import { GateReportRecord } from './promotion/gates/gate-report.entity.js';
import { IdempotencyKey } from './platform/idempotency/idempotency-key.entity.js';
import { Job } from './platform/jobs/job.entity.js';
import { Model } from './registry/models/model.entity.js';
import { PredictionJob } from './measuring/predictions/jobs/prediction-job.entity.js';
import { PredictionStore } from './measuring/predictions/kept/prediction-store.entity.js';
import { StoredPredictions } from './measuring/predictions/kept/stored-predictions.entity.js';
import { SweptPredictions } from './measuring/predictions/kept/swept-predictions.entity.js';
import { Freeze } from './promotion/freezes/freeze.entity.js';
import { ModelHold } from './promotion/holds/model-hold.entity.js';
import { Review } from './promotion/overrides/review.entity.js';
import { TransitionApproval } from './promotion/transitions/decisions/transition-approval.entity.js';
import { Attestation } from './promotion/attestations/attestation.entity.js';
import { Transition } from './promotion/transitions/transition.entity.js';
import { Waiver } from './promotion/waivers/waiver.entity.js';
import { PolicyChange } from './promotion/policies/policy-change.entity.js';
import { PolicyChangeApproval } from './promotion/policies/policy-change-approval.entity.js';
import { ModelAlias } from './registry/versions/model-alias.entity.js';
import { VersionSignature } from './registry/signatures/version-signature.entity.js';
import { ModelVersion } from './registry/versions/model-version.entity.js';
import { ProductionTenure } from './registry/versions/production-tenure.entity.js';
import { ModelImport } from './registry/models/model-import.entity.js';
import { VersionImport } from './registry/versions/version-import.entity.js';
import { VersionRun } from './registry/versions/version-run.entity.js';
import { VersionMetrics } from './registry/versions/version-metrics.entity.js';

/** Every table the service reads or writes; a feature adds its entities here. */
const ENTITIES = [
  ArchivedEvent,
  AuditChain,
  AuditSegment,
  AuditEvent,
  RecordTreeNode,
  Attestation,
  VersionSignature,
  SignedCheckpoint,
  Webhook,
  WebhookDelivery,
  WebhookLane,
  StreamPosition,
  Token,
  Session,
  SignInCode,
  CustomRole,
  RoleBinding,
  RightsRevision,
  ProviderSignIn,
  TrustRule,
  DatasetVersion,
  Evaluation,
  EvaluationMetrics,
  EvaluationPair,
  GatePolicyRevision,
  GateReportRecord,
  IdempotencyKey,
  Job,
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
  VersionMetrics,
  Freeze,
  ModelHold,
  Review,
  Waiver,
  PolicyChange,
  PolicyChangeApproval,
  VersionRun,
  ModelImport,
  VersionImport,
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
  CreateJobs1795887000000,
  IndexLists1795887779809,
  CountLapsesOfJobs1795888400000,
  SettleTheRecord1795888500000,
  TellPromotersApart1795888510000,
  ReserveNamesOfStages1795888600000,
  KeepPartsOfAnswersOnce1795888600010,
  CheapenListIndexes1795888700000,
  KeyVersionsByModel1795888700100,
  PackMetrics1795888700200,
  IndexChangesOfVersions1795888900000,
  KeepNewestMetrics1795890100000,
  KeepWhatListsShow1795890200000,
  NoteModelsWithPolicies1795890200010,
  IndexWhatIsSearched1795890200020,
  CreateSessions1795890300000,
  KeepWhatMlflowTells1795890400000,
  TellWhoseTokensAre1795910000000,
  CreateTrustRules1795910000010,
  CreateProviderSignIns1795910000020,
  CreateRoles1795910100000,
  CreateFreezes1795910200000,
  CreateModelHolds1795910200010,
  CreateOverrides1795910200020,
  EndDecisions1795910300000,
  CreateWaivers1795910300010,
  CreatePolicyChanges1795910300020,
  SignCheckpoints1795910400000,
  CreateAttestations1795910400010,
  CreateVersionSignatures1795910400020,
  CreateWebhooks1795910500000,
  CreateVersionRuns1795910600000,
  CreateImports1795910600010,
  IndexWhatGoverns1795910700000,
  WithdrawDecisionsOnPolicies1795910700010,
  NumberChangesOfRights1795910710000,
  ArchiveTheRecord1795910730000,
  IndexEndedDeliveries1795910730010,
  AddCommentsOfPolicies1795910750000,
  CreateStreamPositions1795920000000,
  KeepSigstoreBundles1795921000000,
  NoteWhatImportsLeave1795922000000,
  KeepClaimsOfPredictionJobs1795923000000,
  NoteOwnersOfImports1795924000000,
  ShowOriginsOfModels1795925500000,
  ShowOriginsOfVersions1795925600000,
];

export interface DatabaseOptions extends SessionOptions {
  /** Connections for requests; with limits, a few more are kept for what must not wait for them. */
  poolSize?: number;
  applicationName?: string;
  onPoolError?: (error: Error) => void;
  /** A standby for reads that may lag. */
  replica?: ReplicaOptions | null;
  /** Fewer migrations than there are, for the schema of an earlier release. */
  migrations?: readonly (new () => MigrationInterface)[];
}

/** The one place that describes the database to the application, the command line and the tests. */
export function createDataSource(url: string, options: DatabaseOptions = {}): CommandDataSource {
  const { limits, isPooled, poolSize = 10 } = options;
  const settings: DataSourceOptions = {
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: [...(options.migrations ?? MIGRATIONS)],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    // Makes gen_random_uuid() the default of generated ids; PostgreSQL brings it along, no extension is installed.
    uuidExtension: 'pgcrypto',
    logging: false,
    poolSize: limits ? poolSize + KEPT_CONNECTIONS : poolSize,
    applicationName: options.applicationName ?? 'stagegate',
    connectTimeoutMS: (limits?.waitSeconds ?? 5) * 1000,
    poolErrorHandler: options.onPoolError ?? (() => undefined),
    extra: sessionSettings({ limits, isPooled }),
  };
  return new CommandDataSource(settings, { limits, isPooled }, options.replica);
}
