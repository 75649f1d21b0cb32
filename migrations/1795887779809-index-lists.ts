import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What every list offers to filter by is found, and every order it offers is read, by an index. */
export class IndexLists1795887779809 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [name, place] of INDEXES) await queryRunner.query(`CREATE INDEX ${name} ON ${place}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [name] of [...INDEXES].reverse()) await queryRunner.query(`DROP INDEX ${name}`);
  }
}

const INDEXES: readonly [name: string, place: string][] = [
  ['models_owner_idx', 'models (owner, name) WHERE deleted_at IS NULL'],
  ['models_created_by_idx', 'models (created_by, name) WHERE deleted_at IS NULL'],
  ['models_created_at_idx', 'models (created_at, name) WHERE deleted_at IS NULL'],
  ['models_updated_at_idx', 'models (updated_at, name) WHERE deleted_at IS NULL'],
  ['model_versions_in_stage_idx', 'model_versions (stage, model_id) WHERE deleted_at IS NULL'],
  ['transitions_kind_idx', 'transitions (kind, id)'],
  ['transitions_to_stage_idx', 'transitions (to_stage, id)'],
  ['transitions_requested_by_idx', 'transitions (requested_by, id)'],
  ['transitions_requested_at_idx', 'transitions (requested_at, id)'],
  ['dataset_versions_version_idx', 'dataset_versions (version, id)'],
  ['dataset_versions_digest_idx', 'dataset_versions (digest, id)'],
  ['dataset_versions_created_by_idx', 'dataset_versions (created_by, id)'],
  ['dataset_versions_created_at_idx', 'dataset_versions (created_at, id)'],
  ['prediction_jobs_number_idx', 'prediction_jobs (version, id)'],
  ['prediction_jobs_status_idx', 'prediction_jobs (status, id)'],
  ['prediction_jobs_created_by_idx', 'prediction_jobs (created_by, id)'],
  ['prediction_jobs_created_at_idx', 'prediction_jobs (created_at, id)'],
  ['tokens_issued_by_idx', 'tokens (issued_by, id)'],
  ['tokens_issued_at_idx', 'tokens (issued_at, id)'],
  ['tokens_expires_at_idx', 'tokens (expires_at, id)'],
  ['audit_events_version_idx', 'audit_events (version, sequence) WHERE version IS NOT NULL'],
];
